/** The French of the files and of the paper, and the few sentences made from a View. No format, no page. */

import { longDate, oneLine } from "./export-text.mjs";

export const WORDS = {
  site: "Commander l’innovation",
  dossier: "Dossier",
  contents: "Sommaire",
  stage: "Étape",
  list: "Liste",
  section: "Rubrique",
  item: "Élément",
  done: "Fait",
  state: "État",
  answer: "Réponse",
  justification: "Justification",
  note: "Note",
  who: "Qui",
  when: "Quand",
  changed: "Texte auquel il a été répondu",
  why: "Pourquoi",
  sources: "Source",
  id: "Identifiant",
  revision: "Version de la liste",
  address: "Adresse",
  lawDate: "État du droit au",
  printed: "Exporté le",
  onPaper: "Imprimé le",
  visa: "Visa",
  visaFields: ["Projet ou marché", "Nom", "Fonction", "Date", "Signature"],
  blank: "vierge",
};

/** What an item holds besides its state, as [word, text] pairs, in reading order. Empty on a blank copy. */
export function answersOf(item, blank) {
  if (blank) return [];
  return [
    [WORDS.justification, item.justification],
    [WORDS.note, item.note],
    [WORDS.who, item.who],
    [WORDS.when, /^\d{4}-\d{2}-\d{2}$/.test(item.when ?? "") ? longDate(item.when) : item.when],
    [WORDS.changed, item.changed],
  ].filter(([, text]) => oneLine(text));
}

/** « 3 éléments examinés sur 13 », or what there is to examine on a blank copy. Never a percentage. */
export function progressOf(list, blank) {
  const items = list.sections.filter((section) => !section.withdrawn).flatMap((section) => section.items);
  const examined = blank ? 0 : items.filter(isExamined).length;
  if (!examined) return `${items.length}\u00a0${items.length > 1 ? "éléments" : "élément"} à examiner`;
  return `${examined}\u00a0${examined > 1 ? "éléments examinés" : "élément examiné"} sur\u00a0${items.length}`;
}

function isExamined(item) {
  return item.state === "done" || item.state === "not_applicable";
}

/** Where a list stands: its version, its address, the day of the law. Pairs, for each format to set. */
export function factsOf(view, list) {
  return [
    [WORDS.lawDate, view.lawDate],
    [WORDS.revision, list.revision],
    [WORDS.address, list.address],
  ].filter(([, text]) => oneLine(text));
}

/** What the whole file, or the first sheet, says of itself. */
export function headFactsOf(view, made = WORDS.printed) {
  return [
    [WORDS.dossier, view.dossier?.name === view.title ? "" : view.dossier?.name],
    [WORDS.lawDate, view.lawDate],
    [made, longDate(view.printed)],
  ].filter(([, text]) => oneLine(text));
}

/** « Pourquoi : » — the colon of French, after a no-break space. */
export function labelled(word) {
  return `${word}\u00a0: `;
}
