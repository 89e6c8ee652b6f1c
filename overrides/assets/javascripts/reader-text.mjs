/**
 * The text with its marks. A mark is underlined, and followed by its number and its gravity, which lead to the remark: neither colour nor
 * the eye is needed. Whatever the text holds, it stays text.
 */

import { piecesOf } from "./reader-findings.mjs";

/** Fills `place` with `text`; `marks` come from findings(). */
export function showText(place, text, marks) {
  const opened = new Set();
  place.replaceChildren(...piecesOf(text, marks).map((pieces) => {
    const paragraph = document.createElement("p");
    paragraph.dir = "auto";
    for (const piece of pieces) paragraph.append(...pieceOf(piece, opened));
    return paragraph;
  }));
}

function pieceOf({ text, marks, ends }, opened) {
  if (!marks.length) return text ? [text] : [];
  const made = document.createElement("mark");
  const gravest = marks.find(({ number }) => number !== null) ?? marks[0];
  made.className = "ci-mark";
  made.dataset.severity = gravest.number === null ? "force" : gravest.rule.severity;
  made.textContent = text;
  const starts = marks.filter(({ id }) => !opened.has(id));
  for (const { id } of starts) opened.add(id);
  if (starts.length) {
    const said = document.createElement("span");
    said.className = "ci-visually-hidden";
    said.textContent = "[";
    made.prepend(said);
  }
  return [made, ...ends.map(referenceOf)];
}

function referenceOf({ id, rule, number, passage }) {
  const link = document.createElement("a");
  link.className = "ci-mark__ref";
  link.id = passage.id ?? id;
  link.href = `#${cardId(rule)}`;
  link.dataset.severity = number === null ? "force" : rule.severity;
  const visible = number === null ? "bien" : `${number} ${rule.word}`;
  const said = document.createElement("span");
  said.className = "ci-visually-hidden";
  said.textContent = number === null ? `] Force : ${rule.title}. ` : `] Remarque ${number} : ${rule.title}. `;
  link.append(said, visible);
  return link;
}

export function cardId(rule) {
  return `remarque-${rule.id}`;
}
