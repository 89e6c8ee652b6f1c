/** A rereading as Markdown: each passage between brackets with the number of its remark, then the remarks. Harmless once rendered. */

import { escape, fact, inline, lineStart } from "./export-md.mjs";
import { READING_WORDS, factsOfReading, headOf, notesOf } from "./export-reading.mjs";
import { cleanText } from "./export-text.mjs";
import { piecesOf } from "./reader-findings.mjs";

export function readingToMarkdown(reading) {
  const out = [`# ${inline(reading.title)}`, "", ...factsOfReading(reading).map(fact), "", inline(reading.summary), "", inline(READING_WORDS.warning), "", `## ${READING_WORDS.text}`, ""];
  const notes = notesOf({ remarks: reading.remarks, strengths: [] });
  const opened = new Set();
  for (const pieces of piecesOf(reading.text, notes)) {
    const line = pieces.map((piece) => pieceOf(piece, opened)).join("");
    if (line.trim()) out.push(lineStart(line.trim()), "");
  }
  out.push(...listed(READING_WORDS.remarks, reading.remarks, READING_WORDS.rewording), ...listed(READING_WORDS.missing, reading.missing, READING_WORDS.example),
    ...listed(READING_WORDS.strengths, reading.strengths, ""));
  return new Blob([`${out.join("\n").trimEnd()}\n`], { type: "text/markdown;charset=utf-8" });
}

function pieceOf({ text, marks, ends }, opened) {
  const starts = marks.filter(({ id }) => !opened.has(id));
  for (const { id } of starts) opened.add(id);
  const words = escape(cleanText(`|${text}|`).slice(1, -1));
  return `${"⟦".repeat(starts.length)}${words}${ends.map(({ remark }) => `⟧ **(${remark.number})**`).join("")}`;
}

function listed(title, entries, word) {
  if (!entries.length) return [];
  const out = [`## ${title}`, ""];
  for (const entry of entries) {
    out.push(`### ${inline(headOf(entry))}`, "");
    if (entry.reason) out.push(lineStart(inline(entry.reason)), "");
    if (entry.rewording) out.push(`**${word.replace(" :", "\u00a0:")}** ${inline(entry.rewording)}`, "");
    for (const { text, href } of entry.sources ?? []) out.push(`- ${inline(text)} : <${href}>`);
    if (entry.sources?.length) out.push("");
  }
  return out;
}
