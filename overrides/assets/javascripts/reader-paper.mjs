/** A rereading as plain values, for the writers of files. */

import { oneLine } from "./export-text.mjs";
import { plainRule } from "./reader-rules.mjs";
import { summaryWords } from "./reader-findings.mjs";

export function readingView({ shown, text, name, dossier, lawDate, address, now = new Date() }) {
  const places = ({ passages }) => passages.map(({ start, end }) => ({ start, end }));
  return {
    title: name ? `Relecture de ${oneLine(name)}` : "Relecture d’une commande",
    dossier: { name: dossier },
    lawDate,
    printed: now.toISOString(),
    address,
    text,
    summary: summaryWords(shown),
    remarks: shown.remarks.map((remark) => ({ ...plainRule(remark.rule), number: remark.number, passages: places(remark) })),
    missing: shown.missing.map(plainRule),
    strengths: shown.strengths.map((strength) => ({ ...plainRule(strength.rule), passages: places(strength) })),
  };
}
