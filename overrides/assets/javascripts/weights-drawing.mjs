/**
 * The offers' totals as the price weighs more: a straight line each, told apart by its dashes and the letter at both ends. The tables
 * beside it say every figure.
 */

import { linesOf, priceWeightOf, tippingOf, totalAt } from "./weights.mjs";
import { figure, lettersOf, weightFigure } from "./weights-words.mjs";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 280;
const HEAD = 24;
const FOOT = 44;
const APART = 17; /* pixels between two letters, so that both are read */
const DASHES = ["", "9 5", "2 4", "12 4 2 4", "5 3", "16 5", "2 7", "9 4 2 4 2 4", "20 4", "1 3"];

export function dashesOf(rank) {
  return DASHES[rank % DASHES.length];
}

/** `seen`: the weight that the reader looks at. `caption`: the sentence that sums up the drawing. */
export function drawWeights(grid, seen, caption, id = "ci-poids") {
  const lines = linesOf(grid);
  const least = Math.min(90, Math.floor(Math.min(...lines.flatMap(({ none, all }) => [none, all])) / 10) * 10);
  const names = lettersOf(grid.offers.map(({ name }) => name));
  const down = (total) => HEAD + ((HEIGHT - HEAD - FOOT) * (100 - total)) / (100 - least);
  const drawing = make("svg", { class: "ci-weights__drawing", width: "100%", height: HEIGHT, role: "img", "aria-labelledby": `${id}-titre ${id}-texte` });
  drawing.append(make("title", { id: `${id}-titre` }, "Le total de chaque offre selon le poids du prix"), make("desc", { id: `${id}-texte` }, caption));
  for (let total = least; total <= 100; total += 100 - least > 50 ? 20 : 10) {
    drawing.append(make("line", { class: "ci-weights__rule", x1: "0%", x2: "100%", y1: down(total), y2: down(total) }));
  }
  for (const weight of [0, 20, 40, 60, 80, 100]) {
    drawing.append(make("text", { class: "ci-weights__tick", x: `${weight}%`, y: HEIGHT - FOOT + 18, "text-anchor": "middle" }, String(weight)));
  }
  drawing.append(make("text", { class: "ci-weights__tick", x: "50%", y: HEIGHT - 6, "text-anchor": "middle" }, "poids du prix, sur cent"));
  const { wins } = tippingOf(grid);
  if (wins > 0) drawing.append(...mark(wins, "ci-weights__turn", `bascule : ${weightFigure(wins)}`, down(least), 12));
  drawing.append(...mark(seen, "ci-weights__seen", "", down(least), 12));
  lines.forEach((line, rank) => drawing.append(make("line", { class: "ci-weights__line", x1: "0%", y1: down(line.none), x2: "100%", y2: down(line.all), "stroke-dasharray": dashesOf(rank) })));
  lines.forEach((line) => drawing.append(make("circle", { class: "ci-weights__dot", cx: `${seen}%`, cy: down(totalAt(line, seen)), r: 4 })));
  spaced(lines.map(({ none }) => down(none))).forEach((y, rank) => drawing.append(make("text", { class: "ci-weights__letter", x: "0%", dx: -8, y: y + 5, "text-anchor": "end" }, names[rank])));
  spaced(lines.map(({ all }) => down(all))).forEach((y, rank) => drawing.append(make("text", { class: "ci-weights__letter", x: "100%", dx: 8, y: y + 5 }, names[rank])));
  return drawing;
}

/** What the lines start from: it is not always zero. */
export function scaleWords(grid) {
  const lines = linesOf(grid);
  const least = Math.min(90, Math.floor(Math.min(...lines.flatMap(({ none, all }) => [none, all])) / 10) * 10);
  return `De bas en haut, le total sur cent, à partir de ${figure(least)} ; de gauche à droite, le poids du prix. Le trait plein vertical est le poids regardé, ${figure(priceWeightOf(grid))} au départ.`;
}

function mark(weight, className, words, bottom, y) {
  const anchor = weight > 75 ? "end" : weight < 25 ? "start" : "middle";
  const line = make("line", { class: className, x1: `${weight}%`, x2: `${weight}%`, y1: HEAD - 6, y2: bottom });
  return words ? [line, make("text", { class: "ci-weights__tick", x: `${weight}%`, y, "text-anchor": anchor }, words)] : [line];
}

/** Heights pushed apart, in their order, so that no two letters lie on each other. */
function spaced(heights) {
  const placed = [...heights];
  const order = heights.map((height, rank) => rank).sort((one, other) => heights[one] - heights[other] || one - other);
  order.forEach((rank, place) => { if (place) placed[rank] = Math.max(placed[rank], placed[order[place - 1]] + APART); });
  const excess = Math.max(0, placed[order.at(-1)] - (HEIGHT - FOOT + 4));
  let ceiling = Infinity;
  for (const rank of order.slice().reverse()) {
    placed[rank] = Math.min(placed[rank], ceiling, excess ? HEIGHT - FOOT + 4 : Infinity);
    ceiling = placed[rank] - APART;
  }
  return placed;
}

function make(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}
