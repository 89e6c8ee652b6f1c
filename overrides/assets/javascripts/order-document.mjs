/**
 * The document that an order makes, as blocks that each format sets: pure.
 *
 *   { kind: "heading", level: 1 | 2, text, part }   { kind: "paragraph" | "bullet", lead?, text }
 *
 * A part in which nothing was written has no heading; the clauses come last, each under its own.
 */

import { readAmount, writeAmount } from "./amount.mjs";
import { blocksOf } from "./export-note.mjs";
import { oneLine } from "./export-text.mjs";
import { cleanOrder } from "./order-state.mjs";
import { UNKNOWN } from "./rules.mjs";

const CRITERIA = "Critères\u00a0:";

/** `raw` as a dossier keeps it; `outline` as macros/rendering/workshop.py publishes it. */
export function orderBlocks(raw, outline) {
  const order = cleanOrder(raw, outline);
  return [...partBlocks(order, outline), ...clauseBlocks(order, outline)];
}

/** The order as plain text: one line a paragraph, a blank line around headings. */
export function orderText(raw, outline) {
  const lines = [];
  for (const { kind, text, lead } of orderBlocks(raw, outline)) {
    const words = lead ? `${lead} ${text}`.trim() : text;
    if (kind === "heading") lines.push(...(lines.length ? ["", words, ""] : [words, ""]));
    else lines.push(kind === "bullet" ? `- ${words}` : words);
  }
  return lines.join("\n");
}

export function partBlocks(order, outline) {
  return outline.parts.flatMap(({ id, title }) => {
    const blocks = joined(outline.fields.filter(({ part }) => part === id).flatMap((field) => fieldBlocks(field, order, outline)));
    return blocks.length ? [{ kind: "heading", level: 1, text: title, part: id }, ...blocks] : [];
  });
}

export function clauseBlocks(order, outline) {
  const blocks = Object.keys(outline.clauses).filter((id) => order.clauses[id]?.trim())
    .flatMap((id) => [{ kind: "heading", level: 2, text: outline.clauses[id] }, ...plainBlocks(order.clauses[id])]);
  return blocks.length ? [{ kind: "heading", level: 1, text: outline.clausesTitle, part: "clauses" }, ...blocks] : [];
}

function fieldBlocks(field, order, outline) {
  if (field.type === "criteria") return criteriaBlocks(order.criteria);
  const value = order.fields[field.id] ?? "";
  if (field.type === "choice") return sentence(field.answers[value]);
  if (field.type === "procedure") return value && value !== UNKNOWN ? [{ kind: "paragraph", lead: field.lead, text: `${outline.routes[value]}.` }] : [];
  if (field.type === "amount") return sentence(amountWords(field, value));
  return withLead(field.lead, plainBlocks(value));
}

/** What is no amount is said as it was typed. */
function amountWords(field, value) {
  const amount = readAmount(value);
  if (amount === null) return "";
  const words = Number.isNaN(amount) ? oneLine(value) : writeAmount(amount);
  return (field.phrase ?? "{}").replace("{}", () => words);
}

function criteriaBlocks(criteria) {
  const named = criteria.filter(({ name, text }) => oneLine(name) || oneLine(text));
  if (!named.length) return [];
  return [{ kind: "paragraph", lead: CRITERIA, text: "" }, ...named.map(({ name, weight, text }) => {
    const words = [oneLine(name), oneLine(weight) && `(${oneLine(weight)})`].filter(Boolean).join(" ");
    return { kind: "bullet", lead: words && oneLine(text) ? `${words}\u00a0:` : words, text: oneLine(text) };
  })];
}

function sentence(text) {
  return text ? [{ kind: "paragraph", text, short: true }] : [];
}

function plainBlocks(text) {
  return blocksOf(text).map(({ bullet, text: words }) => ({ kind: bullet ? "bullet" : "paragraph", text: oneLine(words) })).filter(({ text: words }) => words);
}

function withLead(lead, blocks) {
  if (!lead || !blocks.length) return blocks;
  if (blocks[0].kind === "bullet") return [{ kind: "paragraph", lead, text: "" }, ...blocks];
  return [{ ...blocks[0], lead }, ...blocks.slice(1)];
}

/** Sentences made from an answer run on, one after the other, and into the paragraph that follows them. */
function joined(blocks) {
  const out = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (last?.short && block.kind === "paragraph" && !block.lead) out.splice(-1, 1, { ...block, text: `${last.text} ${block.text}` });
    else out.push({ ...block });
  }
  return out.map(({ short, ...block }) => block);
}
