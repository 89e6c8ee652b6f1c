/** What the tool of the weights says, in French. */

import { listed } from "./case-file-words.mjs";

/* One for all: making one takes longer than the rest of the computation. */
const FIGURES = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });

/** « 14,5 »: one figure after the comma, when there is something there. */
export function figure(value) {
  return FIGURES.format(value);
}

/** A weight from which something is true: never rounded to one where it is not yet. */
export function weightFigure(value) {
  return figure(Math.min(100, Math.ceil(value * 10 - 1e-6) / 10));
}

export function points(value) {
  return `${figure(value)} ${value >= 2 ? "points" : "point"}`;
}

/** « C en tête avec 79,5 points, puis B (78) et A (61). » */
export function rankingWords(names, totals) {
  const order = names.map((name, rank) => ({ name, ...totals[rank] })).sort((one, other) => one.rank - other.rank);
  const first = order.filter(({ rank }) => rank === 1);
  const rest = order.filter(({ rank }) => rank > 1).map(({ name, total }) => `${name} (${figure(total)})`);
  const head = `${listed(first.map(({ name }) => name))} en tête ${first.length > 1 ? "à égalité " : ""}avec ${points(first[0].total)}`;
  return `${head}${rest.length ? `, puis ${listed(rest)}` : ""}.`;
}

/** What the drawing and the tables call each offer: its own name when it is one letter, else a letter that is nobody's. */
export function lettersOf(names) {
  const own = names.map((name, rank) => (/^\p{L}$/u.test(name) && names.indexOf(name) === rank ? name : null));
  const free = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ").filter((letter) => !own.includes(letter));
  return own.map((letter) => letter ?? free.shift());
}

/** What becomes of the cheapest offer when the price weighs more. */
export function tippingWords({ offer, wins, decides }, names) {
  const name = names[offer];
  if (wins === null && decides === null) return "Cette formule ne sépare pas la moins chère des autres : le poids du prix n’y change rien.";
  const first = wins === null ? `${name}, la moins chère, ne l’emporte à aucun poids du prix.`
    : wins === 0 ? `${name}, la moins chère, l’emporte quel que soit le poids du prix.`
      : `${name}, la moins chère, l’emporte dès que le prix pèse ${weightFigure(wins)} points sur cent.`;
  return decides === null ? first : `${first} À ${weightFigure(decides)}, le prix décide seul : elle gagnerait même avec zéro partout ailleurs.`;
}

/** « Selon le poids du prix : C jusqu’à 49,2, B jusqu’à 52,4, A au-delà. » Nothing when two offers or fewer come first: tippingWords says it. */
export function winnersWords(winners, names) {
  if (winners.length < 3) return "";
  const parts = winners.map(({ to, offer }, rank) => (rank < winners.length - 1 ? `${names[offer]} jusqu’à ${weightFigure(to)}` : `${names[offer]} au-delà`));
  return `En tête selon le poids du prix : ${parts.join(", ")}.`;
}

/** What this grid does, before the sentences of the page that say what to make of it. */
const LEADS = {
  total: ({ sum }) => `Les poids font ${figure(sum)}, et non cent.`,
  "prix-seul": () => "Le prix est votre seul critère.",
  "sans-prix": () => "Le prix ne pèse rien.",
  "sans-environnement": () => "Aucun critère qui pèse n’est marqué « environnement ».",
  negatif: ({ offers }) => `Avec cette formule, la note de prix de ${listed(offers)} serait négative ; l’outil compte zéro.`,
  "deux-offres": () => "Deux offres seulement : la moins chère a tous les points du prix, l’autre zéro.",
  "formule-annulee": () => "Cette formule a été jugée irrégulière.",
  "meilleure-note": () => "La moins chère n’a pas, seule, la meilleure note de prix.",
  "prix-decide": ({ offer, weight }) => `Au-delà de ${weightFigure(weight)} points, le prix décide seul : ${offer} gagnerait avec zéro partout ailleurs.`,
  "moins-bonne": ({ offer }) => `${offer}, la moins bonne hors prix, arrive en tête.`,
  "critere-muet": ({ criteria }) => `Aucun écart entre les offres sur : ${listed(criteria)}.`,
};

export const WARNINGS = Object.keys(LEADS);

export function warningWords(warning) {
  return LEADS[warning.id](warning);
}
