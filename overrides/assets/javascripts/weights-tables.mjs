/** The tables of results: plain tables, which the printed page keeps. */

import { watchFrame } from "./tables.mjs";
import { priceWeightOf, pointsOf, spreadsOf, tippingOf, totalsAt, FORMULAS } from "./weights.mjs";
import { dashesOf } from "./weights-drawing.mjs";
import { weightsWith } from "./weights-files.mjs";
import { figure, lettersOf, weightFigure } from "./weights-words.mjs";

const SVG = "http://www.w3.org/2000/svg";
const STEP = 10;

/** Who gets how many points, for what. The first rows first. */
export function pointsTable(grid, caption) {
  const points = pointsOf(grid);
  const order = grid.offers.map((offer, rank) => rank).sort((one, other) => points[one].rank - points[other].rank);
  return table(caption, ["Rang", "Offre", "Prix proposé", ...grid.criteria.map(({ name }) => name), "Points du prix", "Total"], order.map((rank) => [
    String(points[rank].rank), offerNames(grid)[rank], `${figure(grid.offers[rank].price)} €`, ...points[rank].marks.map(figure), figure(points[rank].price), figure(points[rank].total),
  ]), { headColumn: 1 });
}

/** What was announced, and what really parts the offers. */
export function spreadsTable(grid) {
  return table("Poids annoncé, poids réel : l’écart entre l’offre la mieux notée et la moins bien notée", ["Critère", "Annoncé", "Écart réel"],
    spreadsOf(grid).map(({ name, announced, real }) => [name, figure(announced), figure(real)]), { stack: false });
}

/** Every tenth weight of the price, and the reader's own: the totals, and who is first. */
export function sweepTable(grid) {
  const mine = priceWeightOf(grid);
  const letters = lettersOf(grid.offers.map(({ name }) => name));
  const lines = weightsWith(mine, STEP).map((weight) => {
    const totals = totalsAt(grid, weight);
    const first = letters.filter((letter, rank) => totals[rank].rank === 1).join(", ");
    return [weight === mine ? `${figure(weight)} (le vôtre)` : figure(weight), ...totals.map(({ total }) => figure(total)), first];
  });
  return table("Le total sur cent selon le poids du prix, les autres critères se partageant le reste", ["Poids du prix", ...letters, "En tête"], lines, { stack: false });
}

/** The same grid under each formula. `linkTo` gives the link to what the page says of it. */
export function formulasTable(grid, linkTo) {
  const letters = lettersOf(grid.offers.map(({ name }) => name));
  const lines = FORMULAS.map((formula) => {
    const points = pointsOf(grid, formula);
    const { wins, decides } = tippingOf(grid, formula);
    const first = letters.filter((letter, rank) => points[rank].rank === 1).join(", ");
    const name = linkTo(formula);
    return [name, ...points.map(({ price }) => figure(price)), first, wins === null ? "jamais" : wins === 0 ? "toujours" : weightFigure(wins), decides === null ? "jamais" : weightFigure(decides)];
  });
  return table("Vos poids sous chaque formule : points du prix, puis effet", ["Formule", ...letters.map((letter) => `Points de ${letter}`), "En tête", "La moins chère gagne dès", "Le prix décide seul dès"], lines);
}

/** What stands for an offer in the drawing: its letter and a sample of its line. */
export function legend(grid) {
  const list = document.createElement("ul");
  list.className = "ci-weights__legend";
  offerNames(grid).forEach((name, rank) => {
    const item = document.createElement("li");
    const sample = document.createElementNS(SVG, "svg");
    for (const [key, value] of Object.entries({ width: 40, height: 10, "aria-hidden": "true", class: "ci-weights__sample" })) sample.setAttribute(key, value);
    const line = document.createElementNS(SVG, "line");
    for (const [key, value] of Object.entries({ class: "ci-weights__line", x1: 0, x2: 40, y1: 5, y2: 5, "stroke-dasharray": dashesOf(rank) })) line.setAttribute(key, value);
    sample.append(line);
    item.append(sample, ` ${name}`);
    list.append(item);
  });
  return list;
}

/** « A », or « A · Atelier du Parc » when the offer has a longer name. */
function offerNames({ offers }) {
  const names = offers.map(({ name }) => name);
  return lettersOf(names).map((letter, rank) => (names[rank] === letter ? letter : `${letter} · ${names[rank]}`));
}

/** `stack`: a row becomes a short sheet on a narrow screen; else the frame scrolls. */
function table(caption, heads, lines, { headColumn = 0, stack = true } = {}) {
  const made = document.createElement("table");
  made.append(element("caption", caption));
  const head = made.createTHead().insertRow();
  for (const words of heads) {
    const cell = element("th", words);
    cell.scope = "col";
    head.append(cell);
  }
  const body = made.createTBody();
  for (const line of lines) {
    const row = body.insertRow();
    line.forEach((words, column) => {
      const cell = element(column === headColumn ? "th" : "td", words);
      if (column === headColumn) cell.scope = "row";
      else cell.dataset.label = heads[column];
      row.append(cell);
    });
  }
  const frame = document.createElement("div");
  frame.className = `ci-table ${stack ? "ci-stack" : "ci-weights__close"}`;
  frame.append(made);
  watchFrame(frame, caption);
  return frame;
}

function element(name, content) {
  const made = document.createElement(name);
  made.append(content);
  return made;
}
