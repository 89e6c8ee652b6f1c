/** The order as .odt, the format of LibreOffice: the same cover, table of contents, headings and lists as the .docx. */

import { contentsXml } from "./export-odt-contents.mjs";
import { BODY, BULLETS, COVER_HEADING, EMPHASIS, HEADINGS, LABEL, OPENS_PAGE, STRONG, TITLE } from "./export-odt-styles.mjs";
import { heading, link, list, paragraph, span, words } from "./export-odt-text.mjs";
import { odtFile } from "./export-odt.mjs";
import { CONTENTS, COVER, REMAINS, factsOfOrder } from "./export-order.mjs";
import { oneLine } from "./export-text.mjs";
import { labelled } from "./export-words.mjs";

export function orderToOdt(view) {
  const sections = [view.parts, view.clauses].filter((blocks) => blocks.length);
  const entries = sections.flat().filter(({ kind }) => kind === "heading").map((one, rank) => ({ ...one, block: one, anchor: `titre_${rank + 1}` }));
  const anchors = new Map(entries.map(({ block, anchor }) => [block, anchor]));
  return odtFile(view.title, cover(view, entries) + sections.map((blocks) => sectionXml(blocks, anchors)).join(""));
}

function cover(view, entries) {
  return [
    paragraph(words(view.title), oneLine(view.title), TITLE),
    ...factsOfOrder(view).map(fact),
    paragraph(span(EMPHASIS, words(COVER))),
    ...(entries.length ? [contentsXml(CONTENTS, entries)] : []),
    ...(view.remarks.length ? [paragraph(words(REMAINS), "", COVER_HEADING), list(view.remarks.map((text) => spoken(BULLETS, "", text)))] : []),
  ].join("");
}

function fact([word, text]) {
  const line = oneLine(text);
  return paragraph(`${span(LABEL, words(labelled(word)))} ${/^https?:\/\/\S+$/.test(line) ? link(line, words(line)) : words(line)}`);
}

/** A section opens a page with its first heading; bullets that follow each other are one list. */
function sectionXml(blocks, anchors) {
  const out = [];
  let items = [];
  const endList = () => {
    if (items.length) out.push(list(items));
    items = [];
  };
  for (const block of blocks) {
    if (block.kind === "bullet") {
      items.push(spoken(BULLETS, block.lead, block.text));
      continue;
    }
    endList();
    if (block.kind === "heading") out.push(heading(block.text, block.level, anchors.get(block), out.length ? HEADINGS[block.level] : OPENS_PAGE));
    else out.push(spoken(BODY, block.lead, block.text));
  }
  endList();
  return out.join("");
}

function spoken(style, lead, text) {
  const said = oneLine(text);
  const start = lead ? span(STRONG, words(lead)) : "";
  return paragraph([start, words(said)].filter(Boolean).join(" "), said || oneLine(lead), style);
}
