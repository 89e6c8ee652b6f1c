/**
 * What a reader typed, or what a dossier kept, as a grid for weights.mjs. A state holds texts, as they were typed:
 * { formula, scale, price, criteria: [{ name, weight, green }], offers: [{ name, price, marks: [text] }] }.
 */

import { readAmount } from "./amount.mjs";
import { FORMULAS } from "./weights.mjs";

export const LIMITS = { criteria: 8, offers: 10, name: 60, text: 20 };
const GREEN = /environnement|écolog|ecolog|carbone|empreinte|réemploi|climat/i;
const PRICE = /^\s*(prix|coût|cout)\b/i;
const MOST_SCALE = 100;

/** Whether a criterion seems to be about the environment, from its name: a first guess, which the reader may change. */
export function seemsGreen(name) {
  return GREEN.test(name);
}

/** `kept` as a state of the right shape, whatever it was; null when there is nothing of one in it. */
export function readState(kept) {
  if (!isObject(kept) || !Array.isArray(kept.criteria) || !Array.isArray(kept.offers)) return null;
  const criteria = kept.criteria.slice(0, LIMITS.criteria).filter(isObject).map(({ name, weight, green }) => ({ name: text(name, LIMITS.name), weight: text(weight), green: green === true }));
  const offers = kept.offers.slice(0, LIMITS.offers).filter(isObject).map(({ name, price, marks }) => ({
    name: text(name, LIMITS.name), price: text(price), marks: criteria.map((one, column) => text(Array.isArray(marks) ? marks[column] : "")),
  }));
  if (!offers.length) return null;
  return { formula: FORMULAS.includes(kept.formula) ? kept.formula : FORMULAS[0], scale: text(kept.scale) || "10", price: text(kept.price), criteria, offers };
}

/** The criteria of the workshop's order, [{ name, weight }], as those of a state: { price, criteria }; null when it has none. */
export function fromWorkshop(kept) {
  if (!isObject(kept) || !Array.isArray(kept.criteria)) return null;
  const rows = kept.criteria.filter(isObject).map(({ name, weight }) => ({ name: text(name, LIMITS.name), weight: text(weight) })).filter(({ name }) => name.trim());
  const price = rows.find(({ name }) => PRICE.test(name));
  const criteria = rows.filter((row) => row !== price).slice(0, LIMITS.criteria).map((row) => ({ ...row, green: seemsGreen(row.name) }));
  return rows.length ? { price: price?.weight ?? "0", criteria } : null;
}

/** { grid, problems: [{ field, text }] }: the grid is null when something must be mended first; `field` is the key of what is wrong. */
export function readGrid(state) {
  const problems = [];
  const wrong = (field, sentence) => { problems.push({ field, text: sentence }); return 0; };
  const number = (typed, field, where, most, asked) => {
    const bare = typed.replace(/[\s\u00a0\u202f]/g, "").replace(/(points?|%)$/i, "").replace(",", ".");
    if (!bare) return wrong(field, `${where} : il manque un nombre. ${asked}`);
    const value = Number(bare);
    if (!/^\d+(\.\d+)?$/.test(bare)) return wrong(field, `${where} : « ${typed.trim()} » n’est pas un nombre. ${asked}`);
    return value <= most ? value : wrong(field, `${where} : ${typed.trim()} est trop. ${asked}`);
  };
  const scale = number(state.scale, "scale", "Notes", MOST_SCALE, "Écrivez la note la plus haute : 5, 10 ou 20.");
  if (!scale && !problems.length) wrong("scale", "Notes : zéro ne permet pas de noter. Écrivez la note la plus haute : 5, 10 ou 20.");
  const weigh = (typed, field, where) => number(typed, field, `Poids de ${where}`, 100, "Écrivez un nombre de points entre 0 et 100.");
  const priceWeight = weigh(state.price, "price", "« Prix »");
  const criteria = state.criteria.map(({ name, weight, green }, rank) => ({ name: nameOf(name, "Critère", rank), weight: weigh(weight, `w-${rank}`, `« ${nameOf(name, "Critère", rank)} »`), green }));
  const offers = state.offers.map((offer, rank) => {
    const name = nameOf(offer.name, "Offre", rank);
    return {
      name, price: priceOf(offer.price, `p-${rank}`, `Prix de « ${name} »`, wrong),
      marks: offer.marks.map((mark, column) => number(mark, `m-${rank}-${column}`, `Note de « ${name} », ${criteria[column].name}`, scale || MOST_SCALE, `Écrivez une note entre 0 et ${scale || 10}.`)),
    };
  });
  if (offers.length < 2) wrong("offers", "Il faut au moins deux offres pour comparer. Ajoutez-en une, même imaginaire.");
  if (!problems.length && !priceWeight && !criteria.some(({ weight }) => weight)) wrong("price", "Tous les poids sont à zéro. Donnez des points à un critère au moins.");
  return { grid: problems.length ? null : { formula: state.formula, scale, priceWeight, criteria, offers }, problems };
}

function priceOf(typed, field, where, wrong) {
  const value = readAmount(typed);
  if (value === null) return wrong(field, `${where} : il manque. Écrivez un montant, par exemple 56 000.`);
  if (Number.isNaN(value)) return wrong(field, `${where} : « ${typed.trim()} » n’est pas un montant. Écrivez par exemple 56 000.`);
  return value > 0 ? value : wrong(field, `${where} : un prix nul ne se compare pas. Écrivez un montant, ou retirez l’offre.`);
}

export function nameOf(typed, noun, rank) {
  return typed.trim() || `${noun} ${rank + 1}`;
}

function text(value, most = LIMITS.text) {
  return (typeof value === "string" || (typeof value === "number" && Number.isFinite(value)) ? String(value) : "").slice(0, most);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
