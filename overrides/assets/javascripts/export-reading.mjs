/**
 * A rereading as a file, .docx or .md: the text with its remarks in the margin, then what is missing and what is good. Imported on the
 * click that asks for it.
 *
 *   { title, dossier, lawDate, printed, address, text, summary,
 *     remarks: [{ number, title, word, reason, rewording, sources: [{ text, href }], passages: [{ start, end }] }],
 *     missing: [{ title, word, reason, rewording, sources }], strengths: [{ title, reason, passages }] }
 */

import { longDate, oneLine } from "./export-text.mjs";
import { WORDS } from "./export-words.mjs";
import { fileName } from "./exports.mjs";
import { download } from "./file-name.mjs";

export const READING_WORDS = {
  warning: "Le relecteur cherche des tournures ; il ne comprend pas le texte et ne donne pas d’avis juridique.",
  text: "Le texte annoté",
  remarks: "Les remarques",
  missing: "Ce que nous n’avons pas trouvé",
  strengths: "Ce qui est déjà bien",
  rewording: "À la place :",
  example: "À ajouter :",
  sources: "Pour aller plus loin :",
  again: "Même remarque que la",
  strength: "Bien vu :",
};

/** The name of the file, or null when it could not be made. */
export async function exportReading(format, reading) {
  try {
    const name = fileName(reading, format);
    const write = format === "docx" ? (await import("./export-reading-docx.mjs")).readingToDocx : (await import("./export-reading-md.mjs")).readingToMarkdown;
    download(await write(reading), name);
    return name;
  } catch {
    return null;
  }
}

export function factsOfReading(reading) {
  return [
    [WORDS.dossier, reading.dossier?.name], [WORDS.lawDate, reading.lawDate], [WORDS.printed, longDate(reading.printed)], ["Relu avec", reading.address],
  ].filter(([, text]) => oneLine(text));
}

/**
 * Every note to be set in the margin, in the order of the text: { id, start, end, remark, first } where `remark` is a remark or a strength;
 * only the first passage of a remark bears its reasons.
 */
export function notesOf({ remarks, strengths }) {
  const notes = [];
  for (const remark of [...remarks, ...strengths]) {
    const passages = [...remark.passages].sort((one, other) => one.start - other.start);
    passages.forEach(({ start, end }, rank) => notes.push({ start, end, remark, first: rank === 0 }));
  }
  notes.sort((one, other) => one.start - other.start || one.end - other.end);
  notes.forEach((note, rank) => { note.id = rank; });
  return notes;
}

/** « 3. Solution imposée (à revoir) » */
export function headOf({ number, title, word }) {
  return `${number ? `${number}. ` : ""}${title}${word ? ` (${word})` : ""}`;
}
