/** Hands a View to the reader as a file. Imported on the click that asks for it; each writer, and its library, on its own click. */

import { WORDS } from "./export-words.mjs";
import { download, fileStem } from "./file-name.mjs";

const WRITERS = {
  csv: async () => (await import("./export-csv.mjs")).toCsv,
  docx: async () => (await import("./export-docx.mjs")).toDocx,
  md: async () => (await import("./export-md.mjs")).toMarkdown,
};

/** Has the browser save `view` as a `format` file ("docx", "csv" or "md"). Its name, or null when it could not be made: the caller says so. */
export async function exportAs(format, view) {
  try {
    const write = await WRITERS[format]();
    const name = fileName(view, format);
    download(await write(view), name);
    return name;
  } catch {
    return null; /* most often: the writer could not be fetched, the network being gone */
  }
}

/** « accueil-de-la-mediatheque-avant-de-commander-2026-11-23.docx » */
export function fileName(view, extension) {
  const words = [view.dossier?.name, view.title, view.blank && WORDS.blank].filter(Boolean).map(fileStem);
  return `${[...new Set(words), dayOf(view.printed)].join("-")}.${extension}`;
}

/** The reader's own day, not that of Greenwich. */
function dayOf(printed) {
  const moment = new Date(printed.length === 10 ? `${printed}T12:00:00` : printed);
  const two = (number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
