/** A note as Markdown, harmless once rendered whatever was typed in it. */

import { blocksOf, factsOfNote } from "./export-note.mjs";
import { fact, inline, lineStart } from "./export-md.mjs";
import { WORDS } from "./export-words.mjs";

export function noteToMarkdown(note) {
  const out = [`# ${inline(note.title)}`, "", ...factsOfNote(note).map(fact), ""];
  for (const section of note.sections) {
    out.push(`## ${inline(section.title)}`, "");
    let previous = null;
    for (const { bullet, text } of blocksOf(section.text)) {
      if (previous !== null && !(previous && bullet)) out.push("");
      out.push(bullet ? `- ${lineStart(inline(text))}` : lineStart(inline(text)));
      previous = bullet;
    }
    if (previous !== null) out.push("");
  }
  out.push(`## ${WORDS.visa}`, "", ...WORDS.visaFields.map((field) => `- ${field}\u00a0:`), "");
  return new Blob([`${out.join("\n").trimEnd()}\n`], { type: "text/markdown;charset=utf-8" });
}
