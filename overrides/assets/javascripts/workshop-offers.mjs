/** What the other tools of the dossier know that a field of the workshop may take: { field: { words, text } }. Pure; a dossier may come from anyone. */

import { writeAmount } from "./amount.mjs";
import { isDay, longDay } from "./calendar.mjs";
import { oneLine } from "./export-text.mjs";
import { MOST } from "./rules.mjs";

const RECOMMENDED = "recommandee";
const OF_THE_ANSWER = /offre|candidature|question/i;
const MOST_DATES = 6;

export function offersOf(tools, outline) {
  const offers = Object.create(null);
  const give = (field, words, value) => {
    if (value) offers[field] = { words, value };
  };
  const route = recommended(tools?.["quelle-procedure"]?.outcomes, outline.routes);
  give("voie", `« Quelle procédure ? » recommande dans ce dossier : ${outline.routes[route]}.`, route);
  const need = tools?.["quelle-procedure"]?.answers?.valeur;
  const known = typeof need === "number" && need > 0 && need <= MOST;
  give("montant", known ? `Valeur du besoin dans ce dossier, options et primes comprises : ${writeAmount(need)}.` : "", known ? writeAmount(need) : null);
  const dates = datesOf(tools?.retroplanning?.dates);
  give("reponse", `Le rétroplanning du dossier donne : ${dates.join(" ; ")}.`, dates.map((line) => `${line}.`).join("\n"));
  const project = tools?.["note-opportunite"]?.sections?.projet;
  give("probleme", "La note d’opportunité du dossier dit déjà le projet.", typeof project === "string" ? project.slice(0, 3000).trim() : "");
  const criteria = criteriaOf(tools?.poids);
  give("criteres", `L’outil « Poids des critères » en garde ${criteria.length} dans ce dossier.`, criteria.length ? criteria : null);
  return offers;
}

/** The only way that is recommended; two are no advice. */
function recommended(outcomes, routes) {
  if (typeof outcomes !== "object" || outcomes === null) return null;
  const found = Object.keys(routes).filter((id) => Object.hasOwn(outcomes, id) && outcomes[id] === RECOMMENDED);
  return found.length === 1 ? found[0] : null;
}

function datesOf(dates) {
  if (typeof dates !== "object" || dates === null) return [];
  return Object.values(dates)
    .filter((one) => typeof one?.label === "string" && typeof one.day === "string" && isDay(one.day) && OF_THE_ANSWER.test(one.label))
    .slice(0, MOST_DATES)
    .map(({ label, day }) => `${oneLine(label).slice(0, 120)}\u00a0: ${longDay(day)}`);
}

function criteriaOf(weights) {
  const named = Array.isArray(weights?.criteria) ? weights.criteria.filter((one) => typeof one?.name === "string" && one.name.trim()).slice(0, 11) : [];
  if (!named.length) return [];
  const text = (value) => (typeof value === "string" ? value : "");
  return [...named.map(({ name, weight }) => ({ name: name.slice(0, 120), weight: text(weight).slice(0, 6), text: "" })),
    ...(text(weights.price) ? [{ name: "Prix", weight: weights.price.slice(0, 6), text: "" }] : [])];
}
