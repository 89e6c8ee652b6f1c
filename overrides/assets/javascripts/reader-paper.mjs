/** A rereading as plain values, for the writers of files. */

import { plainRule } from "./reader-rules.mjs";
import { summaryWords } from "./reader-findings.mjs";

export function readingView({ shown, text, title, dossier, lawDate, address, now = new Date() }) {
  const places = ({ passages }) => passages.map(({ start, end }) => ({ start, end }));
  return {
    title,
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
