/** The note as a printed sheet: the fields cannot print a long text whole, so their words are copied into paragraphs just before. */

import { blocksOf, factsOfNote } from "./export-note.mjs";
import { WORDS, labelled } from "./export-words.mjs";

const TOUCH_ONLY = matchMedia("(hover: none) and (pointer: coarse)");
const root = document.documentElement;

export class NotePaper {
  #sheet;
  #read;

  constructor(note, read) {
    this.#sheet = note.querySelector("[data-note-paper]");
    this.#read = read;
  }

  mount(signal) {
    addEventListener("beforeprint", () => this.#fill(), { signal });
    addEventListener("afterprint", () => TOUCH_ONLY.matches || forget(), { signal });
  }

  /** The note alone; printing from the browser's menu prints the whole page. */
  print() {
    root.dataset.print = "note";
    if (TOUCH_ONLY.matches) addEventListener("pointerdown", forget, { once: true });
    print();
  }

  #fill() {
    const view = this.#read();
    const facts = element("p", "ci-memo__facts", factsOfNote(view, WORDS.onPaper).map(([word, text]) => labelled(word) + text).join(" · "));
    const visa = document.createElement("ul");
    visa.className = "ci-memo__visa";
    visa.append(...WORDS.visaFields.slice(1).map((field) => element("li", "", field)));
    this.#sheet.replaceChildren(element("p", "ci-memo__title", view.title), facts, ...view.sections.flatMap(section), visa);
  }
}

function forget() {
  delete root.dataset.print;
}

/** A section with nothing in it is a line to fill by hand. */
function section({ title, text }) {
  const heading = element("p", "ci-memo__heading", title);
  const blocks = blocksOf(text);
  if (!blocks.length) return [heading, element("p", "ci-memo__blank", "")];
  const made = [];
  for (const { bullet, text: words } of blocks) {
    if (!bullet) made.push(element("p", "", words));
    else {
      if (made.at(-1)?.tagName !== "UL") made.push(document.createElement("ul"));
      made.at(-1).append(element("li", "", words));
    }
  }
  return [heading, ...made];
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.dir = "auto";
  made.textContent = text;
  return made;
}
