/** How many A4 pages the order will take in the file: counted line by line, at the size of export-measures.mjs. Pure. */

/* Measured on the pages LibreOffice makes of the three commented orders: a test compares them again. */
const LINE = 104;
const PAGE = 65;
const AROUND = { heading: 1.2, paragraph: 0.35, bullet: 0.2 };

/** A number of pages, one decimal: 1.4. */
export function pagesOf(blocks) {
  const lines = blocks.reduce((sum, { kind, lead, text }) => sum + Math.max(1, Math.ceil(`${lead ?? ""} ${text}`.length / (kind === "bullet" ? LINE - 4 : LINE))) * (kind === "heading" ? 1.25 : 1) + AROUND[kind], 0);
  return Math.round((lines / PAGE) * 10) / 10;
}

/** « environ 1,4 page » */
export function pagesWords(pages) {
  if (pages < 0.1) return "Rien d’écrit encore";
  return `Environ ${pages.toLocaleString("fr-FR")} page${pages >= 2 ? "s" : ""}`;
}
