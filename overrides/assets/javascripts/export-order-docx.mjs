/** The order as .docx: a cover with a table of contents that a word processor can bring up to date, real headings, real lists. */

import { Document, HeadingLevel, Packer, Paragraph, SectionType, TableOfContents, TextRun } from "./vendor/docx-9.15.2/docx.mjs";
import { footer, labelledParagraph, paragraph, runs, styles } from "./export-docx.mjs";
import { ORDER_HEADINGS, PAGE } from "./export-measures.mjs";
import { CONTENTS, COVER, REMAINS, factsOfOrder } from "./export-order.mjs";
import { isRightToLeft, oneLine } from "./export-text.mjs";
import { WORDS } from "./export-words.mjs";

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 };

export function orderToDocx(view) {
  const document = new Document({
    title: oneLine(view.title),
    creator: WORDS.site,
    styles: orderStyles(),
    sections: [
      section(cover(view)),
      ...[view.parts, view.clauses].filter((blocks) => blocks.length).map((blocks) => section(blocks.map(block))),
    ],
  });
  return Packer.toBlob(document);
}

function orderStyles() {
  const base = styles();
  const heading = ({ run, paragraph: space }, { size, before, after }) => ({ run: { ...run, size }, paragraph: { ...space, spacing: { before, after } } });
  return { default: { ...base.default, heading1: heading(base.default.heading1, ORDER_HEADINGS[1]), heading2: heading(base.default.heading2, ORDER_HEADINGS[2]) } };
}

function section(children) {
  return { properties: { type: SectionType.NEXT_PAGE, page: PAGE }, footers: { default: footer() }, children };
}

function cover(view) {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(view.title) }),
    ...factsOfOrder(view).map(([word, text]) => labelledParagraph(word, text)),
    paragraph(COVER, { italics: true }),
    ...(view.parts.length || view.clauses.length ? [paragraph(CONTENTS, { bold: true }), new TableOfContents(CONTENTS, { hyperlink: true, headingStyleRange: "1-2", pageNumbersEntryLevelsRange: "1-2" })] : []),
    ...(view.remarks.length ? [paragraph(REMAINS, { bold: true }), ...view.remarks.map((text) => bullet("", text))] : []),
  ];
}

function block({ kind, level, lead, text }) {
  if (kind === "heading") return new Paragraph({ heading: LEVELS[level], children: runs(text) });
  return kind === "bullet" ? bullet(lead, text) : spoken({}, lead, text);
}

function bullet(lead, text) {
  return spoken({ bullet: { level: 0 } }, lead, text);
}

function spoken(options, lead, text) {
  const words = oneLine(text);
  const start = lead ? [new TextRun({ text: words ? `${lead} ` : lead, bold: true })] : [];
  return new Paragraph({ ...options, bidirectional: isRightToLeft(words), children: [...start, ...(words ? runs(words) : [])] });
}
