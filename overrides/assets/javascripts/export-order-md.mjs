/** The order as Markdown, harmless once rendered whatever was typed in it. */

import { inline, fact, lineStart } from "./export-md.mjs";
import { COVER, REMAINS, factsOfOrder } from "./export-order.mjs";
import { oneLine } from "./export-text.mjs";

export function orderToMarkdown(view) {
  const out = [`# ${inline(view.title)}`, "", ...factsOfOrder(view).map(fact), "", `*${COVER}*`, ""];
  let listed = false;
  for (const { kind, level, lead, text } of [...view.parts, ...view.clauses]) {
    const isItem = kind === "bullet";
    if (listed && !isItem) out.push("");
    if (kind === "heading") out.push(`${level === 1 ? "##" : "###"} ${inline(text)}`, "");
    else {
      const words = [lead && `**${inline(lead)}**`, inline(text)].filter(Boolean).join(" ");
      out.push(isItem ? `- ${lead ? words : lineStart(words)}` : lead ? words : lineStart(words));
      if (!isItem) out.push("");
    }
    listed = isItem;
  }
  if (listed) out.push("");
  if (view.remarks.length) out.push(`## ${REMAINS}`, "", ...view.remarks.map((text) => `- ${lineStart(inline(oneLine(text)))}`), "");
  return new Blob([`${out.join("\n").trimEnd()}\n`], { type: "text/markdown;charset=utf-8" });
}
