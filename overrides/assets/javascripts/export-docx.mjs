/**
 * A View as a .docx: a head with the lists and links to them, then one part a list (its title and its facts on each page), one table a
 * section, boxes that Word and LibreOffice tick, and a visa block. The library writes the format; here is only what the document says.
 */

import {
  AlignmentType, BorderStyle, Bookmark, CheckBox, Document, ExternalHyperlink, Footer, Header, HeadingLevel, InternalHyperlink, Packer,
  PageNumber, Paragraph, SectionType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType,
} from "./vendor/docx-9.15.2/docx.mjs";
import { BODY, FONT, GREY, PAGE, SMALL, TITLE } from "./export-measures.mjs";
import { isRightToLeft, linesOf, oneLine } from "./export-text.mjs";
import { WORDS, answersOf, factsOf, headFactsOf, labelled, progressOf } from "./export-words.mjs";

/* In twentieths of a point: they fill the width left between the margins. */
const COLUMNS = [680, 5400, 3558];
const WIDTH = COLUMNS.reduce((sum, one) => sum + one);
const MARGINS = { top: 60, bottom: 40, left: 90, right: 90 };
/* A row longer than this is let across two pages: kept whole, it could leave most of a page empty. */
const WHOLE_ROW = 900;
const BOX = { checkedState: { value: "2612", font: "MS Gothic" }, uncheckedState: { value: "2610", font: "MS Gothic" } };

export async function toDocx(view) {
  const document = new Document({
    title: oneLine(view.title),
    creator: WORDS.site,
    description: headFactsOf(view).map(([word, text]) => labelled(word) + oneLine(text)).join(", "),
    styles: styles(),
    sections: [headSection(view), ...view.lists.map((list, rank) => listSection(view, list, rank))],
  });
  return Packer.toBlob(document);
}

export function styles() {
  /* Without its level, LibreOffice takes a heading for a large bold paragraph: no navigator, no table of contents. */
  const heading = (size, before, level) => ({
    run: { size, bold: true, color: "000000", font: FONT },
    paragraph: { spacing: { before, after: BODY.after }, keepNext: true, ...(level !== undefined && { outlineLevel: level }) },
  });
  return {
    default: {
      document: { run: { font: FONT, size: BODY.size, language: { value: "fr-FR" } }, paragraph: { spacing: { after: BODY.after } } },
      title: heading(TITLE.size, TITLE.before),
      heading1: heading(30, 0, 0),
      heading2: heading(24, 240, 1),
    },
  };
}

function headSection(view) {
  return {
    properties: { page: PAGE },
    footers: { default: footer() },
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: runs(view.title) }),
      ...headFactsOf(view).map(([word, text]) => labelledParagraph(word, text)),
      ...(view.lists.length > 1 ? contents(view) : []),
      ...visa(),
    ],
  };
}

function contents(view) {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(WORDS.contents) }),
    ...view.lists.map((list, rank) => new Paragraph({
      children: [
        new InternalHyperlink({ anchor: anchorOf(rank), children: [new TextRun({ text: numbered(view, list, rank), style: "Hyperlink" })] }),
        ...runs(`\u00a0: ${progressOf(list, view.blank)}`),
      ],
    })),
  ];
}

function listSection(view, list, rank) {
  const origin = [oneLine(view.dossier?.name), `${labelled(WORDS.lawDate)}${oneLine(view.lawDate)}`, `${labelled(WORDS.revision)}${oneLine(list.revision)}`];
  return {
    properties: { type: SectionType.NEXT_PAGE, page: PAGE },
    headers: { default: new Header({ children: [new Paragraph({ children: small([numbered(view, list, rank), ...origin].filter(Boolean).join(" · ")) })] }) },
    footers: { default: footer() },
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new Bookmark({ id: anchorOf(rank), children: runs(numbered(view, list, rank)) })] }),
      ...(oneLine(list.summary) ? [paragraph(list.summary)] : []),
      ...factsOf(view, list).map(([word, text]) => labelledParagraph(word, text)),
      new Paragraph({ children: runs(progressOf(list, view.blank), { bold: true }) }),
      ...list.sections.flatMap((section) => [
        new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(section.title) }),
        sectionTable(section, view.blank),
      ]),
    ],
  };
}

function sectionTable(section, blank) {
  const head = [WORDS.done, WORDS.item, WORDS.answer].map((word, column) => cell(column, [new Paragraph({ children: small(word, { bold: true }) })]));
  return new Table({
    columnWidths: COLUMNS,
    width: { size: WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...section.items.map((item) => itemRow(item, blank))],
  });
}

function itemRow(item, blank) {
  const answers = answersOf(item, blank);
  const length = answers.reduce((sum, [, text]) => sum + text.length, 0);
  return new TableRow({
    cantSplit: length < WHOLE_ROW,
    children: [
      cell(0, [new Paragraph({ alignment: AlignmentType.CENTER, children: [new CheckBox({ ...BOX, alias: WORDS.done, checked: !blank && item.state === "done" })] })]),
      cell(1, [
        paragraph(item.text, { bold: true }),
        ...(oneLine(item.why) ? [labelledParagraph(WORDS.why, item.why, SMALL)] : []),
        ...(oneLine(item.sources) ? [labelledParagraph(WORDS.sources, item.sources, SMALL)] : []),
      ]),
      cell(2, blank ? emptyAnswer() : [paragraph(item.stateLabel, { bold: true }), ...answers.flatMap(([word, text]) => answer(word, text))]),
    ],
  });
}

/** Room to write by hand, or to type. */
function emptyAnswer() {
  return [WORDS.who, WORDS.when, WORDS.note].map((word) => new Paragraph({ spacing: { after: 160 }, children: small(labelled(word), { color: GREY }) }));
}

/** A short answer on the line of its word; a longer one under it, line by line. */
function answer(word, text) {
  const lines = linesOf(text);
  if (lines.length === 1 && !isRightToLeft(lines[0])) return [labelledParagraph(word, lines[0])];
  return [new Paragraph({ keepNext: true, spacing: { after: 0 }, children: small(labelled(word), { color: GREY }) }), ...lines.map((line) => paragraph(line))];
}

export function visa() {
  const [project, ...fields] = WORDS.visaFields;
  const signature = fields.pop();
  const field = (word, span, height) => new TableCell({ columnSpan: span, margins: MARGINS, verticalAlign: VerticalAlignTable.TOP, children: [new Paragraph({ spacing: { after: height }, children: small(labelled(word)) })] });
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(WORDS.visa) }),
    new Table({
      columnWidths: Array(fields.length).fill(Math.floor(WIDTH / fields.length)),
      width: { size: WIDTH, type: WidthType.DXA },
      rows: [
        new TableRow({ cantSplit: true, children: [field(project, fields.length, 300)] }),
        new TableRow({ cantSplit: true, children: fields.map((word) => field(word, 1, 300)) }),
        new TableRow({ cantSplit: true, children: [field(signature, fields.length, 900)] }),
      ],
    }),
  ];
}

export function footer() {
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ size: SMALL, children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })] })] });
}

function cell(column, children) {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "777777" };
  return new TableCell({
    width: { size: COLUMNS[column], type: WidthType.DXA },
    borders: { top: line, bottom: line, left: line, right: line },
    margins: MARGINS,
    children,
  });
}

/** One paragraph; what was typed in a language read from the right starts there. */
export function paragraph(text, style = {}) {
  const line = oneLine(text);
  return new Paragraph({ bidirectional: isRightToLeft(line), children: runs(line, style) });
}

export function labelledParagraph(word, text, size) {
  const line = oneLine(text);
  const value = /^https?:\/\/\S+$/.test(line)
    ? new ExternalHyperlink({ link: line, children: [new TextRun({ text: line, style: "Hyperlink", size })] })
    : new TextRun({ text: line, size, rightToLeft: isRightToLeft(line) });
  return new Paragraph({ children: [new TextRun({ text: labelled(word), size: size ?? SMALL, color: GREY }), value] });
}

export function runs(text, style = {}) {
  const line = oneLine(text);
  return [new TextRun({ text: line, rightToLeft: isRightToLeft(line), ...style })];
}

function small(text, style = {}) {
  return runs(text, { size: SMALL, ...style });
}

function numbered(view, list, rank) {
  return view.lists.length > 1 ? `${rank + 1}. ${oneLine(list.title)}` : oneLine(list.title);
}

function anchorOf(rank) {
  return `liste_${rank + 1}`;
}
