/**
 * A View as a table: one line an item, for Excel and LibreOffice in French.
 *
 * The byte order mark is what has Excel read UTF-8, the semicolon what a French Excel expects; the lines end as RFC 4180 wants.
 */

import { cleanText, longDate } from "./export-text.mjs";
import { WORDS } from "./export-words.mjs";

const COLUMNS = [
  [WORDS.dossier, ({ view }) => view.dossier?.name],
  [WORDS.stage, ({ list }) => list.stage],
  [WORDS.list, ({ list }) => list.title],
  [WORDS.section, ({ section }) => section.title],
  [WORDS.item, ({ item }) => item.text],
  [WORDS.state, ({ item, view }) => !view.blank && item.stateLabel],
  [WORDS.justification, ({ item, view }) => !view.blank && item.justification],
  [WORDS.note, ({ item, view }) => !view.blank && item.note],
  [WORDS.who, ({ item, view }) => !view.blank && item.who],
  [WORDS.when, ({ item, view }) => !view.blank && item.when],
  [WORDS.changed, ({ item, view }) => !view.blank && item.changed],
  [WORDS.why, ({ item }) => item.why],
  [WORDS.sources, ({ item }) => item.sources],
  [WORDS.id, ({ item }) => item.id],
  [WORDS.revision, ({ list }) => list.revision],
  [WORDS.address, ({ list, section, item }) => list.address && (section.withdrawn ? list.address : `${list.address}#${item.id}`)],
  [WORDS.lawDate, ({ view }) => view.lawDate],
  [WORDS.printed, ({ view }) => longDate(view.printed)],
];

/*
 * A spreadsheet runs a cell that starts like a formula, whoever wrote it; an apostrophe before it makes it text. One is also added
 * before « '= », so that taking one away always gives back what was typed. The wide signs are those of East Asian keyboards.
 */
const FORMULA = /^'*[=+\-@\t\n|%＝＋－＠]/;

export function toCsv(view) {
  const rows = [COLUMNS.map(([name]) => name)];
  for (const list of view.lists) {
    for (const section of list.sections) {
      for (const item of section.items) rows.push(COLUMNS.map(([, read]) => read({ view, list, section, item })));
    }
  }
  const text = rows.map(csvLine).join("");
  return new Blob([`\ufeff${text}`], { type: "text/csv;charset=utf-8" });
}

/** A line of a table, each cell made safe for a spreadsheet. */
export function csvLine(values) {
  return `${values.map(cell).join(";")}\r\n`;
}

function cell(value) {
  const text = cleanText(value || "");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
