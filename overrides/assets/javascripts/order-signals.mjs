/** What the conditions of a workshop may look at (macros/models/workshop.py, SIGNALS), worked out from what is written. Pure. */

import { readAmount } from "./amount.mjs";
import { oneLine } from "./export-text.mjs";
import { clauseBlocks, partBlocks } from "./order-document.mjs";
import { pagesOf } from "./order-length.mjs";
import { UNKNOWN } from "./rules.mjs";

export const EMPTY = "vide";
export const FILLED = "rempli";
const TWO_PAGES = 2.2; /* what a word processor may still bring back to two */
const MANY_PAGES = 12;
const MANY_CRITERIA = 5;
const PRICE = /(^|[^a-zà-ÿ])(prix|co[uû]ts?|tarifs?)([^a-zà-ÿ]|$)/i;
const GREEN = /environnement|[ée]colog|climat|carbone|empreinte|r[ée]emploi|recycl|durable|sobri[ée]t|d[ée]chet|biodiversit/i;
const BRACKETS = /\[[^[\]\n]{1,120}\]/;

export const SIGNALS = {
  "budget-dit": ["oui", "non"],
  "criteres-nombre": ["aucun", "un", "quelques-uns", "beaucoup"],
  "total-des-poids": ["aucun", "cent", "autre"],
  "prix-critere": ["absent", "mineur", "moitie", "seul"],
  "environnement-critere": ["oui", "non"],
  pages: [EMPTY, "peu", "beaucoup"],
  longueur: [EMPTY, "deux-pages", "longue"],
  crochets: ["oui", "non"],
};

/** { id: value }: a word, or a number for an amount; what is not there is unknown. */
export function signalsOf(order, outline) {
  const found = Object.create(null);
  for (const field of outline.fields) {
    const text = oneLine(order.fields[field.id]);
    if (field.type === "text") found[field.id] = text ? FILLED : EMPTY;
    else if (field.type === "choice") found[field.id] = text || null;
    else if (field.type === "procedure") found[field.id] = text || UNKNOWN;
    else if (field.type === "amount") {
      const amount = readAmount(text);
      found[field.id] = Number.isFinite(amount) ? amount : null;
      found[`${field.id}-dit`] = yes(amount !== null);
    }
  }
  return Object.assign(found, criteriaSignals(order), {
    "budget-dit": yes(readAmount(order.fields.montant ?? "") !== null || /\d/.test(order.fields.budget ?? "")),
    pages: pagesSignal(oneLine(order.fields.pages)),
    longueur: lengthSignal(pagesOf(partBlocks(order, outline))),
    crochets: yes([...partBlocks(order, outline), ...clauseBlocks(order, outline)].some(({ text }) => BRACKETS.test(text))),
  });
}

function criteriaSignals({ criteria }) {
  const named = criteria.filter(({ name, text }) => oneLine(name) || oneLine(text));
  const weights = named.map(({ weight }) => weightOf(weight));
  const total = weights.reduce((sum, weight) => sum + (weight ?? 0), 0);
  const isPrice = named.map(({ name }) => PRICE.test(name));
  const price = weights.reduce((sum, weight, rank) => sum + (isPrice[rank] ? weight ?? 0 : 0), 0);
  return {
    "criteres-nombre": named.length === 0 ? "aucun" : named.length === 1 ? "un" : named.length <= MANY_CRITERIA ? "quelques-uns" : "beaucoup",
    "total-des-poids": weights.every((weight) => weight === null) ? "aucun" : Math.abs(total - 100) < 0.005 ? "cent" : "autre",
    "prix-critere": !isPrice.includes(true) ? "absent" : isPrice.every(Boolean) ? "seul" : total > 0 && price * 2 >= total ? "moitie" : "mineur",
    "environnement-critere": yes(named.some(({ name, text }) => GREEN.test(name) || GREEN.test(text))),
  };
}

/** « 40 », « 40 % », « 12,5 » → a number; null when nothing is typed, or no number. */
export function weightOf(text) {
  const bare = oneLine(text).replace(/\s|%|points?|pts?/gi, "").replace(",", ".");
  return /^\d{1,3}(\.\d{1,2})?$/.test(bare) ? Number(bare) : null;
}

function pagesSignal(text) {
  if (!text) return EMPTY;
  const found = /\d+/.exec(text);
  return found && Number(found[0]) > MANY_PAGES ? "beaucoup" : "peu";
}

function lengthSignal(pages) {
  if (!pages) return EMPTY;
  return pages > TWO_PAGES ? "longue" : "deux-pages";
}

function yes(holds) {
  return holds ? "oui" : "non";
}
