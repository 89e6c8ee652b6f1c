/** Amounts as French readers type and read them. */

import { MOST } from "./rules.mjs";

/** « 120 000,50 € HT » → 120000.5; null when empty; NaN when it is not an amount. One comma or point before one or two figures is decimal. */
export function readAmount(text) {
  const bare = text.replace(/[\s\u00a0\u202f]|€|euros?|HT/gi, "");
  if (!bare) return null;
  const grouped = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(bare) ? bare.replace(/\./g, "") : bare;
  if (!/^\d{1,13}([.,]\d{1,2})?$/.test(grouped)) return NaN;
  const value = Number(grouped.replace(",", "."));
  return value <= MOST ? value : NaN;
}

/** « 120 000,50 € HT » */
export function writeAmount(value) {
  return `${value.toLocaleString("fr-FR", { minimumFractionDigits: value % 1 ? 2 : 0, maximumFractionDigits: 2 })}\u00a0€\u00a0HT`;
}

/** The sum of what is typed: { total, wrong } where `wrong` counts the texts that are not amounts. */
export function addAmounts(texts) {
  const values = texts.map(readAmount).filter((value) => value !== null);
  return { total: Math.round(values.reduce((sum, value) => sum + (value || 0), 0) * 100) / 100, wrong: values.filter(Number.isNaN).length, count: values.length };
}
