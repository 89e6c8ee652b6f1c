/** A note as .docx or .md: a title, its facts, its sections, a visa. Imported on the click that asks for it. */

import { linesOf, longDate, oneLine } from "./export-text.mjs";
import { WORDS } from "./export-words.mjs";
import { download } from "./file-name.mjs";
import { fileName } from "./exports.mjs";

const ADDRESS = "Préparée avec";

/** The name of the file, or null when it could not be made. `note`: { title, dossier, lawDate, printed, address, sections: [{ title, text }] }. */
export async function exportNote(format, note) {
  try {
    const name = fileName(note, format);
    const write = format === "docx" ? (await import("./export-note-docx.mjs")).noteToDocx : (await import("./export-note-md.mjs")).noteToMarkdown;
    download(await write(note), name);
    return name;
  } catch {
    return null;
  }
}

export function factsOfNote(note, made = WORDS.printed) {
  return [
    [WORDS.dossier, note.dossier?.name],
    [WORDS.lawDate, note.lawDate],
    [made, longDate(note.printed)],
    [ADDRESS, note.address],
  ].filter(([, text]) => oneLine(text));
}

/** The paragraphs of a text typed line by line: { bullet, text }. A section with nothing in it is a line to fill by hand. */
export function blocksOf(text) {
  return linesOf(text).filter((line) => line.trim()).map((line) => {
    const found = /^\s*[-•*]\s+(.*)$/.exec(line);
    return { bullet: found !== null, text: found ? found[1] : line };
  });
}
