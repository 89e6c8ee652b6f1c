/** The order as .docx, .odt or .md: a cover that is taken off before sending, then the two pages, then the clauses. Imported on the click that asks for it. */

import { fileName } from "./exports.mjs";
import { longDate, oneLine } from "./export-text.mjs";
import { WORDS } from "./export-words.mjs";
import { download } from "./file-name.mjs";

export const COVER = "Page de garde, à retirer avant l’envoi. Les textes que vous n’avez pas écrits sont à adapter ; rien ici n’est un avis juridique.";
export const REMAINS = "Reste à regarder";
export const CONTENTS = "Sommaire";
const ADDRESS = "Préparée avec";
const FILE = "Commande";
const WRITERS = {
  docx: async () => (await import("./export-order-docx.mjs")).orderToDocx,
  odt: async () => (await import("./export-order-odt.mjs")).orderToOdt,
  md: async () => (await import("./export-order-md.mjs")).orderToMarkdown,
};

/**
 * The name of the file, or null when it could not be made. `view`: { title, dossier, lawDate, printed, address, parts: blocks, clauses: blocks,
 * remarks: [text] }; the blocks are those of order-document.mjs.
 */
export async function exportOrder(format, view) {
  try {
    const name = fileName({ ...view, title: FILE }, format);
    const write = await WRITERS[format]();
    download(await write(view), name);
    return name;
  } catch {
    return null;
  }
}

export function factsOfOrder(view, made = WORDS.printed) {
  return [
    [WORDS.dossier, view.dossier?.name === view.title ? "" : view.dossier?.name],
    [WORDS.lawDate, view.lawDate],
    [made, longDate(view.printed)],
    [ADDRESS, view.address],
  ].filter(([, text]) => oneLine(text));
}
