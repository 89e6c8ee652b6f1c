/** The printed sheet: what only the browser knows of it (the day, the address), and the choice between blank and ticked boxes. */

const root = document.documentElement;
let prepared = false;

/** Has the sheet of this page filled just before each printing. Safe to call more than once. */
export function preparePrinting() {
  if (prepared) return;
  prepared = true;
  addEventListener("beforeprint", fillSheet);
  addEventListener("afterprint", () => { delete root.dataset.print; });
}

/** Opens the print dialog; `boxes` is "blank" or "ticked". Printing from the browser's menu shows what is on the screen. */
export function printSheet(boxes) {
  root.dataset.print = boxes;
  print();
}

function fillSheet() {
  for (const place of document.querySelectorAll("[data-print-date]")) place.textContent = today();
  for (const place of document.querySelectorAll("[data-print-address]")) place.textContent = location.origin + location.pathname;
}

function today() {
  return new Intl.DateTimeFormat(root.lang || "fr", { dateStyle: "long" }).format().replace(/^1 /, "1er ").replaceAll(" ", "\u00a0");
}
