/**
 * The printed sheet of a list: what only the browser knows of it (the day, the address, the dossier), and the choice between blank and
 * filled. It is filled just before each printing, asked for here or from the browser's menu.
 */

import { keptLines, renderLine } from "./checklist-item.mjs";

const root = document.documentElement;
/* On a phone the sheet is drawn after « afterprint » has been told: what it must show stays until the reader comes back. */
const TOUCH_ONLY = matchMedia("(hover: none) and (pointer: coarse)");
const QR_LABEL = "Code QR de l’adresse de cette page";

let prepared = false;
let view = () => null;
let drawQr = null;

/** Has the sheet of this page filled just before each printing; `readView` gives the View of its list, or null. Safe to call more than once. */
export function preparePrinting(readView = () => null) {
  view = readView;
  if (prepared) return;
  prepared = true;
  addEventListener("beforeprint", fillSheet);
  addEventListener("afterprint", () => { if (!TOUCH_ONLY.matches) forget(); });
  /* The first gesture in the page, and not its opening: many readers never print. */
  for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, loadQr, { once: true });
}

/** Opens the print dialog; `answers` is "blank" or "filled". Printing from the browser's menu shows what is on the screen. */
export async function printSheet(answers) {
  await loadQr();
  root.dataset.print = answers;
  if (TOUCH_ONLY.matches) addEventListener("pointerdown", forget, { once: true });
  print();
}

async function loadQr() {
  try {
    drawQr ??= (await import("./qr.mjs")).qrCode;
  } catch {
    drawQr = null; /* the address is printed in full beside it */
  }
}

function forget() {
  delete root.dataset.print;
  for (const place of document.querySelectorAll("[data-print-withdrawn]")) place.remove();
}

function fillSheet() {
  const blank = root.dataset.print === "blank";
  const shown = blank ? null : view();
  const address = location.origin + location.pathname;
  fill("[data-print-date]", today());
  fill("[data-print-address]", address);
  fill("[data-print-case-file]", shown?.dossier ? ` · dossier « ${shown.dossier.name} »`.replace("« ", "«\u00a0").replace(/ »$/, "\u00a0»") : "");
  for (const place of document.querySelectorAll("[data-print-qr]")) place.replaceChildren(...[drawQr?.(address, QR_LABEL)].filter(Boolean));
  showWithdrawn(shown);
}

/** What was answered to items that the list no longer holds: nothing else of the page says it. */
function showWithdrawn(shown) {
  for (const place of document.querySelectorAll("[data-print-withdrawn]")) place.remove();
  const section = shown?.lists[0]?.sections.find(({ withdrawn }) => withdrawn);
  const end = document.querySelector(".ci-print-end");
  if (!section || !end) return;
  const block = document.createElement("div");
  block.className = "ci-print-withdrawn ci-on-paper";
  block.dataset.printWithdrawn = "";
  block.append(paragraph("ci-print-end__title", section.title));
  for (const item of section.items) block.append(paragraph("ci-print-withdrawn__item", `${item.stateLabel}\u00a0: ${item.text}`), ...keptLines(item).map(renderLine));
  end.before(block);
}

function paragraph(className, text) {
  const made = document.createElement("p");
  made.className = className;
  made.dir = "auto";
  made.textContent = text;
  return made;
}

function fill(selector, text) {
  for (const place of document.querySelectorAll(selector)) place.textContent = text;
}

function today() {
  return new Intl.DateTimeFormat(root.lang || "fr", { dateStyle: "long" }).format().replace(/^1 /, "1er ").replaceAll(" ", "\u00a0");
}
