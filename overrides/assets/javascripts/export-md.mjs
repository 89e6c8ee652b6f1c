/** A View as Markdown (CommonMark, with the task boxes of GitHub): readable as it is, and harmless once rendered. */

import { linesOf, oneLine } from "./export-text.mjs";
import { WORDS, answersOf, factsOf, headFactsOf, labelled, progressOf } from "./export-words.mjs";

export function toMarkdown(view) {
  const lines = [`# ${inline(view.title)}`, "", ...headFactsOf(view).map(fact), ""];
  view.lists.forEach((list, rank) => lines.push(...listLines(view, list, rank)));
  return new Blob([`${lines.join("\n").trimEnd()}\n`], { type: "text/markdown;charset=utf-8" });
}

function listLines(view, list, rank) {
  const title = view.lists.length > 1 ? `${rank + 1}. ${list.title}` : list.title;
  const lines = [`## ${inline(title)}`, ""];
  if (oneLine(list.summary)) lines.push(inline(list.summary), "");
  lines.push(...factsOf(view, list).map(fact), `- ${progressOf(list, view.blank)}`, "");
  for (const section of list.sections) {
    lines.push(`### ${inline(section.title)}`, "");
    for (const item of section.items) lines.push(...itemLines(item, view.blank));
  }
  return lines;
}

function itemLines(item, blank) {
  const ticked = !blank && item.state === "done";
  const lines = [`- [${ticked ? "x" : " "}] **${inline(item.text)}**`];
  if (!blank && item.state === "not_applicable") lines.push("", `    ${inline(labelled(WORDS.state) + item.stateLabel)}`);
  for (const [word, text] of answersOf(item, blank)) lines.push("", ...quoted(word, text));
  if (oneLine(item.why)) lines.push("", `    ${inline(labelled(WORDS.why) + item.why)}`);
  if (oneLine(item.sources)) lines.push("", `    ${inline(labelled(WORDS.sources) + item.sources)}`);
  return [...lines, ""];
}

/** What the reader wrote, in a block of its own: whatever its lines look like, they stay inside. Two spaces keep each line end. */
function quoted(word, text) {
  const lines = linesOf(text);
  if (lines.length === 1) return [`    > ${labelled(word)}${escape(lines[0])}`];
  return [`    > ${labelled(word).trimEnd()}  `, ...lines.map((line) => `    > ${lineStart(escape(line))}  `.trimEnd().concat(line.trim() ? "  " : ""))];
}

export function fact([word, text]) {
  return `- ${labelled(word)}${/^https?:\/\/[^\s<>]+$/.test(text) ? `<${text}>` : inline(text)}`;
}

export function inline(text) {
  return escape(oneLine(text));
}

/** Signs that Markdown would act upon, anywhere in a line. */
export function escape(text) {
  return text.replace(/[\\`*_[\]<>~|&$]/g, "\\$&");
}

/** Signs that only count at the start of a line; and an indentation, which would make code of it. */
export function lineStart(text) {
  return text
    .replace(/^[ \t]+/, (spaces) => "\u00a0".repeat(spaces.length))
    .replace(/^(\u00a0*)([#+\-=:])/, "$1\\$2")
    .replace(/^(\u00a0*\d+)([.)])/, "$1\\$2");
}
