/**
 * What a dossier keeps of an order being written (tools.atelier): { fields: { id: text }, criteria: [{ name, weight, text }],
 * clauses: { id: text }, at }. Pure. `outline` is what macros/rendering/workshop.py publishes; a dossier may come from anyone.
 */

import { UNKNOWN } from "./rules.mjs";

export const TOOL = "atelier";
export const MOST = { text: 3000, amount: 40, name: 120, weight: 6, criterion: 800, criteria: 12 };

export function emptyOrder() {
  return { fields: Object.create(null), criteria: [], clauses: Object.create(null) };
}

/** What of `raw` is an order of this workshop; anything else is left out. */
export function cleanOrder(raw, outline) {
  const order = emptyOrder();
  for (const field of outline.fields) {
    const text = own(raw?.fields, field.id);
    if (typeof text === "string" && text && field.type !== "criteria" && fits(text, field, outline)) order.fields[field.id] = text.slice(0, MOST[field.type] ?? MOST.text);
  }
  const criteria = Array.isArray(raw?.criteria) ? raw.criteria.slice(0, MOST.criteria) : [];
  order.criteria = criteria.map(cleanCriterion).filter(({ name, weight, text }) => name || weight || text);
  for (const id of Object.keys(outline.clauses)) {
    const text = own(raw?.clauses, id);
    if (typeof text === "string" && text.trim()) order.clauses[id] = text.slice(0, MOST.text);
  }
  return order;
}

function cleanCriterion(raw) {
  const text = (name, most) => {
    const value = own(raw, name);
    return typeof value === "string" ? value.slice(0, most) : "";
  };
  return { name: text("name", MOST.name), weight: text("weight", MOST.weight), text: text("text", MOST.criterion) };
}

function fits(text, field, outline) {
  if (field.type === "choice") return Object.hasOwn(field.answers, text);
  if (field.type === "procedure") return text === UNKNOWN || Object.hasOwn(outline.routes, text);
  return true;
}

export function isEmpty(order) {
  return !order.criteria.length && !Object.values(order.fields).some((text) => text.trim()) && !Object.keys(order.clauses).length;
}

/** What is kept; null when there is nothing. */
export function keptOrder(order, now = new Date()) {
  if (isEmpty(order)) return null;
  return { fields: { ...order.fields }, criteria: order.criteria.map((one) => ({ ...one })), clauses: { ...order.clauses }, at: now.toISOString() };
}

export function sameOrder(one, other) {
  return JSON.stringify({ ...one }) === JSON.stringify({ ...other });
}

function own(record, id) {
  return typeof record === "object" && record !== null && Object.hasOwn(record, id) ? record[id] : undefined;
}
