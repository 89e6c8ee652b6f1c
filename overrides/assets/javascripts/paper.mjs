/**
 * A whole dossier, or some of its lists, as sheets of paper: a head with the contents and the visa, then the lists, each identified at
 * the head of each of its sheets. The sheets take the place of the page until the reader has printed: a phone prints what it shows.
 */

import { keptLines, renderFormer, renderLine } from "./checklist-item.mjs";
import { longDate, oneLine } from "./export-text.mjs";
import { WORDS, factsOf, headFactsOf, labelled, progressOf } from "./export-words.mjs";
import { qrCode } from "./qr.mjs";

const root = document.documentElement;
const TOUCH_ONLY = matchMedia("(hover: none) and (pointer: coarse)");
let opened = null;

/** Shows `view` as sheets and opens the print dialog. On the way back, the focus returns to `opener`. */
export function openPaper(view, { opener = null } = {}) {
  opened?.close();
  const life = new AbortController();
  const paper = paperOf(view);
  const close = () => {
    opened = null;
    life.abort();
    paper.remove();
    delete root.dataset.ciPaper;
    opener?.focus();
  };
  opened = { close };
  paper.prepend(bar({ onPrint: () => print(), onClose: close }));
  document.querySelector(".md-content__inner").append(paper);
  root.dataset.ciPaper = "";
  scrollTo(0, 0);
  paper.querySelector("h1").focus({ preventScroll: true });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); }, { signal: life.signal });
  /* A phone says that it has printed before it has drawn anything. */
  addEventListener("afterprint", () => { if (!TOUCH_ONLY.matches) close(); }, { signal: life.signal });
  print();
}

/** The sheets alone. */
export function paperOf(view) {
  const several = view.lists.length > 1;
  const paper = element("section", { className: "ci-paper" });
  const title = element("h1", { id: "ci-paper", tabIndex: -1, dir: "auto" }, view.title);
  paper.setAttribute("aria-labelledby", title.id);
  paper.append(
    element("div", { className: "ci-paper__cover" }, title, ...headFactsOf(view, WORDS.onPaper).map(fact), ...(several ? [contents(view)] : []), visa()),
    ...view.lists.map((list, rank) => listOf(view, list, several ? `${rank + 1}. ${oneLine(list.title)}` : list.title)),
  );
  return paper;
}

function bar({ onPrint, onClose }) {
  const button = (label, act) => {
    const made = element("button", { type: "button" }, label);
    made.addEventListener("click", act);
    return made;
  };
  return element("div", { className: "ci-paper__bar" }, element("p", {}, "Les feuilles, telles qu’elles s’impriment."), button("Imprimer", onPrint), button("Revenir", onClose));
}

function contents(view) {
  const lines = view.lists.map((list) => element("li", {},
    element("a", { href: `#${anchorOf(list)}` }, list.title), `\u00a0: ${progressOf(list, view.blank)}`));
  return element("nav", { className: "ci-paper__contents" }, element("h2", {}, WORDS.contents), element("ol", {}, ...lines));
}

function visa() {
  return element("div", { className: "ci-paper__visa" },
    element("h2", {}, WORDS.visa), element("ul", { className: "ci-visa" }, ...WORDS.visaFields.map((word) => element("li", {}, word))));
}

/** The head is what browsers repeat on each sheet: see print.css. */
function listOf(view, list, title) {
  const origin = [view.dossier?.name, `${labelled(WORDS.onPaper)}${longDate(view.printed)}`, ...factsOf(view, list).map(([word, text]) => labelled(word) + text)].filter(Boolean).join(" · ");
  const part = element("article", { className: "ci-paper__list" },
    element("div", { className: "ci-print-head ci-on-paper" }, element("p", { className: "ci-print-head__title" }, title), element("p", { className: "ci-print-head__facts", dir: "auto" }, origin)),
    ...codeOf(list),
    element("h2", { id: anchorOf(list) }, title));
  if (oneLine(list.summary)) part.append(element("p", {}, list.summary));
  part.append(element("p", { className: "ci-paper__progress" }, progressOf(list, view.blank)));
  for (const section of list.sections) {
    part.append(element("h3", {}, section.title), element("ul", { className: "ci-items" }, ...section.items.map((item) => itemOf(item, view.blank))));
  }
  return part;
}

function codeOf(list) {
  const code = list.address && qrCode(list.address, `Code QR de l’adresse de la liste «\u00a0${list.title}\u00a0»`);
  return code ? [element("div", { className: "ci-print-qr ci-on-paper" }, code)] : [];
}

function itemOf(item, blank) {
  const line = element("li", { className: "ci-item" },
    element("span", { className: "ci-item__box ci-paper__box", ariaHidden: "true" }),
    element("p", { className: "ci-item__text", dir: "auto" }, item.text),
    element("div", { className: "ci-item__more" }, ...reason("ci-item__why", WORDS.why, item.why), ...reason("ci-item__sources", WORDS.sources, item.sources)));
  if (blank) return line;
  line.dataset.state = item.state;
  const kept = keptLines(item).map(renderLine);
  if (item.changed) kept.push(renderFormer(item.changed));
  if (kept.length) line.append(element("div", { className: "ci-item__kept" }, ...kept));
  /* What the box shows, for who cannot see it. */
  if (item.state === "done") line.querySelector(".ci-item__text").append(element("span", { className: "ci-visually-hidden" }, ` (${item.stateLabel})`));
  return line;
}

function reason(className, word, text) {
  return oneLine(text) ? [element("p", { className }, element("span", { className: "ci-item__word" }, labelled(word)), text)] : [];
}

function fact([word, text]) {
  return element("p", { className: "ci-paper__fact" }, `${labelled(word)}`, element("bdi", {}, text));
}

function anchorOf(list) {
  return `ci-paper--${list.id}`;
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
