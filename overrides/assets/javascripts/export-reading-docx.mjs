/** A rereading as a .docx: the text as given, with real comments in its margin, that Word and LibreOffice show, answer and delete. */

import { CommentRangeEnd, CommentRangeStart, CommentReference, Document, HeadingLevel, Packer, Paragraph, TextRun } from "./vendor/docx-9.15.2/docx.mjs";
import { footer, labelledParagraph, paragraph, runs, styles } from "./export-docx.mjs";
import { PAGE } from "./export-measures.mjs";
import { READING_WORDS, factsOfReading, headOf, notesOf } from "./export-reading.mjs";
import { cleanText, isRightToLeft, oneLine } from "./export-text.mjs";
import { WORDS } from "./export-words.mjs";
import { piecesOf } from "./reader-findings.mjs";

const AUTHOR = "Relecteur";

export function readingToDocx(reading) {
  const notes = notesOf(reading);
  const document = new Document({
    title: oneLine(reading.title),
    creator: WORDS.site,
    styles: styles(),
    comments: { children: notes.map((note) => ({ id: note.id, author: AUTHOR, initials: "R", date: new Date(reading.printed), children: commentOf(note) })) },
    sections: [{
      properties: { page: PAGE },
      footers: { default: footer() },
      children: [
        new Paragraph({ heading: HeadingLevel.TITLE, children: runs(reading.title) }),
        ...factsOfReading(reading).map(([word, text]) => labelledParagraph(word, text)),
        paragraph(reading.summary, { bold: true }),
        paragraph(READING_WORDS.warning),
        heading(READING_WORDS.text),
        ...annotated(reading.text, notes),
        ...listed(READING_WORDS.missing, reading.missing, READING_WORDS.example),
        ...listed(READING_WORDS.strengths, reading.strengths, ""),
      ],
    }],
  });
  return Packer.toBlob(document);
}

function annotated(text, notes) {
  const opened = new Set();
  return piecesOf(text, notes).map((pieces) => {
    const line = pieces.map((piece) => piece.text).join("");
    const bullet = /^\s*[-•*–]\s+/.exec(line)?.[0].length ?? 0;
    let skipped = bullet;
    const children = pieces.flatMap(({ text: words, marks, ends }) => {
      const cut = Math.min(skipped, words.length);
      skipped -= cut;
      const starts = marks.filter(({ id }) => !opened.has(id));
      for (const { id } of starts) opened.add(id);
      return [
        ...starts.map(({ id }) => new CommentRangeStart(id)),
        new TextRun({ text: bare(words.slice(cut)), rightToLeft: isRightToLeft(words) }),
        ...ends.flatMap(({ id }) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
      ];
    });
    return new Paragraph({ ...(bullet && { bullet: { level: 0 } }), bidirectional: isRightToLeft(line), children });
  });
}

/** A piece of a sentence keeps the spaces at its ends. */
function bare(words) {
  return cleanText(`|${words}|`).slice(1, -1);
}

function commentOf({ remark, first }) {
  if (!first) return [paragraph(remark.number ? `${READING_WORDS.again} ${headOf(remark)}` : `${READING_WORDS.strength} ${remark.title}`)];
  return [
    paragraph(remark.number ? headOf(remark) : `${READING_WORDS.strength} ${remark.title}`, { bold: true }),
    ...adviceOf(remark, READING_WORDS.rewording),
  ];
}

function adviceOf({ reason, rewording, sources = [] }, word) {
  return [
    ...(reason ? [paragraph(reason)] : []),
    ...(rewording ? [new Paragraph({ children: [new TextRun({ text: `${word.replace(" :", "\u00a0:")} `, bold: true }), ...runs(rewording)] })] : []),
    ...(sources.length ? [paragraph(`${READING_WORDS.sources} ${sources.map(({ text, href }) => `${text} (${href})`).join(" ; ")}`, { size: 16 })] : []),
  ];
}

function listed(title, entries, word) {
  if (!entries.length) return [];
  return [heading(title), ...entries.flatMap((entry) => [
    new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(headOf(entry)) }),
    ...adviceOf(entry, word),
  ])];
}

function heading(title) {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(title) });
}
