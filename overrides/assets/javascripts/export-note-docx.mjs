/** A note as .docx: real headings, real lists, the visa block of the checklists. */

import { Document, HeadingLevel, Packer, Paragraph } from "./vendor/docx-9.15.2/docx.mjs";
import { footer, labelledParagraph, paragraph, runs, styles, visa } from "./export-docx.mjs";
import { PAGE } from "./export-measures.mjs";
import { blocksOf, factsOfNote } from "./export-note.mjs";
import { isRightToLeft, oneLine } from "./export-text.mjs";
import { WORDS } from "./export-words.mjs";

export function noteToDocx(note) {
  const document = new Document({
    title: oneLine(note.title),
    creator: WORDS.site,
    styles: styles(),
    sections: [{
      properties: { page: PAGE },
      footers: { default: footer() },
      children: [
        new Paragraph({ heading: HeadingLevel.TITLE, children: runs(note.title) }),
        ...factsOfNote(note).map(([word, text]) => labelledParagraph(word, text)),
        ...note.sections.flatMap(sectionOf),
        ...visa(),
      ],
    }],
  });
  return Packer.toBlob(document);
}

function sectionOf(section) {
  const blocks = blocksOf(section.text);
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(section.title) }),
    ...(blocks.length ? blocks.map(block) : [paragraph("")]),
  ];
}

function block({ bullet, text }) {
  if (!bullet) return paragraph(text);
  const line = oneLine(text);
  return new Paragraph({ bullet: { level: 0 }, bidirectional: isRightToLeft(line), children: runs(line) });
}
