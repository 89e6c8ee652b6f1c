/** The document as it comes, beside the questions, and the sheet that is printed. */

import { factsOfOrder } from "./export-order.mjs";
import { WORDS, labelled } from "./export-words.mjs";
import { clauseBlocks, partBlocks } from "./order-document.mjs";

const HOLE = "À écrire";
const MARGIN = 20; /* pixels above the part */

/**
 * Fills `paper` with the document; what is still to be written is a link to its question. `current`: the id of the step being answered,
 * whose part comes into view when it has just been opened; while one types, the sheet stays where it is.
 */
export function renderPreview(paper, order, outline, current) {
  const written = partBlocks(order, outline);
  const made = outline.parts.map(({ id, title }) => {
    const section = element("section", "ci-workshop__part");
    const fields = outline.fields.filter((field) => field.part === id);
    section.toggleAttribute("data-current", fields.some(({ step }) => step === current));
    section.append(element("h3", "", title), ...render(blocksUnder(written, id)));
    const holes = fields.filter((field) => field.type === "text" && !order.fields[field.id]?.trim());
    if (holes.length) section.append(holesLine(holes));
    return section;
  });
  const clauses = clauseBlocks(order, outline);
  if (clauses.length) made.push(wrap("section", "ci-workshop__part", render(clauses)));
  const { scrollTop } = paper;
  const isNew = paper.dataset.shown !== current;
  paper.dataset.shown = current;
  paper.replaceChildren(...made);
  const part = paper.querySelector("[data-current]");
  paper.scrollTop = isNew && part ? part.offsetTop - MARGIN : scrollTop;
}

/** The sheet: the parts, then the clauses on a page of their own. */
export function renderPrinted(place, view) {
  const facts = factsOfOrder(view, WORDS.onPaper).map(([word, text]) => labelled(word) + text).join(" · ");
  place.replaceChildren(
    element("p", "ci-workshop__title", view.title), ...render(view.parts),
    ...(view.clauses.length ? [wrap("div", "ci-workshop__clauses-printed", render(view.clauses))] : []),
    element("p", "ci-workshop__facts", facts),
  );
}

function blocksUnder(blocks, part) {
  const start = blocks.findIndex((block) => block.part === part);
  if (start < 0) return [];
  const end = blocks.findIndex((block, rank) => rank > start && block.kind === "heading");
  return blocks.slice(start + 1, end < 0 ? blocks.length : end);
}

function holesLine(fields) {
  const line = element("p", "ci-workshop__hole", `${HOLE}\u00a0: `);
  fields.forEach(({ step, label }, rank) => {
    const link = element("a", "", label);
    link.href = `#etape-${step}`;
    link.dataset.goto = step;
    line.append(rank ? ", " : "", link);
  });
  return line;
}

function render(blocks) {
  const made = [];
  for (const { kind, level, lead, text } of blocks) {
    if (kind === "heading") made.push(element(level === 1 ? "h3" : "h4", "", text));
    else if (kind === "bullet") {
      if (made.at(-1)?.tagName !== "UL") made.push(document.createElement("ul"));
      made.at(-1).append(spoken("li", lead, text));
    } else made.push(spoken("p", lead, text));
  }
  return made;
}

function spoken(name, lead, text) {
  const made = element(name, "", "");
  if (lead) made.append(element("strong", "", lead), " ");
  made.append(text);
  return made;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  made.dir = "auto";
  return made;
}

function wrap(name, className, children) {
  const made = element(name, className);
  made.append(...children);
  return made;
}
