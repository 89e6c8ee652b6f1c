/** The running text of a Word (.docx) or OpenDocument (.odt) file, one paragraph a line; what is deleted, commented or repeated is left out. */

import { attribute, xmlTokens } from "./xml-tokens.mjs";

const WORD = {
  paragraphs: new Set(["w:p"]),
  texts: new Set(["w:t"]),
  signs: { "w:tab": () => "\t", "w:br": () => "\n", "w:cr": () => "\n", "w:noBreakHyphen": () => "\u2011" },
  bullets: new Set(["w:numPr"]),
  /* Tabs are also declared among the properties; a text box is written twice, for old readers. */
  skipped: new Set(["w:tabs", "mc:Fallback", "w:moveFrom", "w:del", "w:rPr"]),
  style: ["w:pStyle", "w:val"],
};
const OPEN_DOCUMENT = {
  paragraphs: new Set(["text:p", "text:h"]),
  texts: null,
  signs: { "text:tab": () => "\t", "text:line-break": () => "\n", "text:s": (attributes) => " ".repeat(Math.min(Number(attribute(attributes, "text:c")) || 1, 100)) },
  bullets: new Set(["text:list-item"]),
  skipped: new Set(["text:tracked-changes", "office:annotation", "text:note", "text:table-of-content", "office:forms", "svg:title", "svg:desc"]),
  style: null,
};
const CONTENTS_STYLE = /^(?:TOC|TM)\d?$/i;

export function wordText(xml) {
  return textOf(xml, WORD);
}

export function openDocumentText(xml) {
  return textOf(xml, OPEN_DOCUMENT);
}

function textOf(xml, format) {
  const lines = [];
  let line = "";
  let bullet = false;
  let contents = false;
  let depth = 0; /* of paragraphs: a text box stands inside one */
  let skipping = 0;
  let typed = false;
  const end = () => {
    if (!contents) lines.push(bullet && line.trim() ? `- ${line.trim()}` : line.trim());
    line = "";
    bullet = contents = false;
  };
  for (const { open, attributes, empty, close, text } of xmlTokens(xml)) {
    if (skipping) {
      if (open && !empty && format.skipped.has(open)) skipping += 1;
      else if (close && format.skipped.has(close)) skipping -= 1;
    } else if (text !== undefined) {
      if (depth && (typed || !format.texts)) line += format.texts ? text : text.replace(/\s+/g, " ");
    } else if (open) {
      if (format.skipped.has(open)) skipping = empty ? 0 : 1;
      else if (format.paragraphs.has(open)) {
        if (depth && line) end();
        if (empty) lines.push("");
        else depth += 1;
      } else if (Object.hasOwn(format.signs, open)) line += depth ? format.signs[open](attributes) : "";
      else if (format.bullets.has(open)) bullet = true;
      else if (format.style?.[0] === open) contents = CONTENTS_STYLE.test(attribute(attributes, format.style[1]));
      typed = format.texts !== null && !empty && format.texts.has(open);
    } else if (format.paragraphs.has(close) && depth) {
      depth -= 1;
      end();
    } else typed = false;
  }
  return lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}
