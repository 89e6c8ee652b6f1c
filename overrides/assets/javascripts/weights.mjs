/**
 * Offers, marks and weights: points, ranking, and what becomes of it as the price weighs more. Pure.
 *
 * A grid: { formula, scale, priceWeight, criteria: [{ name, weight, green }], offers: [{ name, price, marks: [number] }] }.
 * A share is the part of the price's points that an offer gets, from 0 to 1. When the price's weight goes from 0 to 100, the other
 * criteria share what is left as they do now: an offer's total is then a straight line, and every turning point is exact.
 */

const SAME = 1e-9;
const RATIO = 7; /* 10/3 × (7 − price ÷ lowest), marked out of 20: the formula of Belleville-sur-Loire */

/** By id: that of its heading in the page, after « formule- ». */
const SHARES = {
  classique: ({ price, lowest }) => lowest / price,
  "ecart-au-moins-cher": ({ price, lowest }) => 2 - price / lowest,
  "entre-deux-bornes": ({ price, lowest, highest }) => (highest > lowest ? (highest - price) / (highest - lowest) : 1),
  moyenne: ({ price, mean }) => Math.min(1, mean / (2 * price)),
  carre: ({ price, lowest }) => (lowest / price) ** 2,
  "sept-moins-le-rapport": ({ price, lowest }) => (RATIO - price / lowest) / (RATIO - 1),
};

export const FORMULAS = Object.keys(SHARES);

/** The raw share of each offer; it may be negative. */
export function rawShares(offers, formula) {
  const prices = offers.map(({ price }) => price);
  const lowest = Math.min(...prices);
  const highest = Math.max(...prices);
  const mean = prices.reduce((sum, price) => sum + price, 0) / prices.length;
  return prices.map((price) => SHARES[formula]({ price, lowest, highest, mean }));
}

/** No offer loses points for its price: the courts forbid it. */
export function sharesOf(offers, formula) {
  return rawShares(offers, formula).map((share) => Math.max(0, share));
}

/** For each offer: { price (points), marks: [points], total, rank }; equal totals share a rank. */
export function pointsOf(grid, formula = grid.formula) {
  const shares = sharesOf(grid.offers, formula);
  const points = grid.offers.map((offer, rank) => {
    const marks = grid.criteria.map(({ weight }, column) => (weight * offer.marks[column]) / grid.scale);
    const price = grid.priceWeight * shares[rank];
    return { price, marks, total: price + marks.reduce((sum, one) => sum + one, 0) };
  });
  return withRanks(points);
}

function withRanks(points) {
  return points.map((one) => ({ ...one, rank: 1 + points.filter(({ total }) => total > one.total + SAME).length }));
}

export function weightSum(grid) {
  return grid.priceWeight + otherWeight(grid);
}

/** The price's weight out of 100, whatever the weights add up to. */
export function priceWeightOf(grid) {
  const sum = weightSum(grid);
  return sum ? (100 * grid.priceWeight) / sum : 0;
}

function otherWeight(grid) {
  return grid.criteria.reduce((sum, { weight }) => sum + weight, 0);
}

/** For each offer, its total out of 100 when the price weighs nothing (`none`), and when nothing else counts (`all`). */
export function linesOf(grid, formula = grid.formula) {
  const others = otherWeight(grid);
  return sharesOf(grid.offers, formula).map((share, rank) => ({
    none: others ? (100 * grid.criteria.reduce((sum, { weight }, column) => sum + weight * grid.offers[rank].marks[column], 0)) / (others * grid.scale) : 0,
    all: 100 * share,
  }));
}

export function totalAt(line, weight) {
  return line.none + ((line.all - line.none) * weight) / 100;
}

/** The totals of all the offers with their ranks, were the price to weigh `weight` out of 100. */
export function totalsAt(grid, weight, formula = grid.formula) {
  return withRanks(linesOf(grid, formula).map((line) => ({ total: totalAt(line, weight) })));
}

/** Who comes first, as the price's weight grows: [{ from, to, offer }], in order, from 0 to 100. */
export function winnersOf(grid, formula = grid.formula) {
  const lines = linesOf(grid, formula);
  const turns = new Set([0, 100]);
  lines.forEach((one, rank) => lines.slice(rank + 1).forEach((other) => {
    const slope = one.all - one.none - (other.all - other.none);
    const turn = slope ? (100 * (other.none - one.none)) / slope : -1;
    if (turn > 0 && turn < 100) turns.add(turn);
  }));
  const ends = [...turns].sort((one, other) => one - other);
  const found = [];
  for (let rank = 1; rank < ends.length; rank += 1) {
    const [from, to] = [ends[rank - 1], ends[rank]];
    if (to - from < SAME) continue;
    const offer = best(lines.map((line) => totalAt(line, (from + to) / 2)));
    if (found.at(-1)?.offer === offer) found.at(-1).to = to;
    else found.push({ from, to, offer });
  }
  return found;
}

function best(values) {
  return values.reduce((first, value, rank) => (value > values[first] + SAME ? rank : first), 0);
}

/** The ranks of the cheapest offers. */
export function cheapestOf({ offers }) {
  const lowest = Math.min(...offers.map(({ price }) => price));
  return offers.flatMap(({ price }, rank) => (price === lowest ? [rank] : []));
}

/**
 * From which weight of the price, out of 100, one of the cheapest offers comes first and stays there (`wins`), and from which it would
 * with no mark at all against full marks (`decides`). Null: never, the formula does not part them. `wins` is 0 when it always does.
 */
export function tippingOf(grid, formula = grid.formula) {
  const lines = linesOf(grid, formula);
  const cheapest = cheapestOf(grid);
  const others = lines.filter((line, rank) => !cheapest.includes(rank));
  const champion = cheapest.reduce((first, rank) => (lines[rank].none > lines[first].none ? rank : first), cheapest[0]);
  if (!others.length) return { offer: champion, wins: null, decides: null };
  const turns = others.map((other) => {
    const behind = other.none - lines[champion].none;
    const ahead = lines[champion].all - other.all;
    if (behind <= SAME && ahead >= -SAME) return 0;
    return ahead > SAME ? (100 * behind) / (behind + ahead) : Infinity;
  });
  const ahead = Math.min(...others.map((other) => lines[champion].all - other.all));
  const wins = Math.max(...turns);
  return { offer: champion, wins: Number.isFinite(wins) ? wins : null, decides: ahead > SAME ? 10_000 / (100 + ahead) : null };
}

/** What each criterion weighs as announced, and what really parts the best-marked offer from the least: the price last. */
export function spreadsOf(grid) {
  const points = pointsOf(grid);
  const spread = (values) => Math.max(...values) - Math.min(...values);
  return [
    ...grid.criteria.map(({ name, weight }, column) => ({ name, announced: weight, real: spread(points.map(({ marks }) => marks[column])) })),
    { name: "Prix", announced: grid.priceWeight, real: spread(points.map(({ price }) => price)) },
  ];
}

/** What the tool warns of: [{ id, … }], `id` being that of the item of the page that says why, after « avis- ». */
export function warningsOf(grid) {
  const { criteria, offers, formula } = grid;
  const shares = rawShares(offers, formula);
  const cheapest = cheapestOf(grid);
  const sum = weightSum(grid);
  const points = pointsOf(grid);
  const others = offers.map((offer, rank) => rank).filter((rank) => !cheapest.includes(rank));
  const tipping = tippingOf(grid);
  const weighs = ({ weight }) => weight > 0;
  const found = [];
  const warn = (id, when, facts = {}) => { if (when) found.push({ id, ...facts }); };
  warn("total", Math.abs(sum - 100) > SAME, { sum });
  warn("prix-seul", grid.priceWeight > 0 && !criteria.some(weighs));
  warn("sans-prix", !(grid.priceWeight > 0));
  warn("sans-environnement", criteria.some(weighs) && !criteria.some((one) => one.green && weighs(one)));
  warn("negatif", shares.some((share) => share < -SAME), { offers: offers.filter((offer, rank) => shares[rank] < -SAME).map(({ name }) => name) });
  warn("deux-offres", formula === "entre-deux-bornes" && offers.length === 2 && others.length);
  warn("formule-annulee", formula === "sept-moins-le-rapport");
  warn("meilleure-note", others.some((rank) => Math.max(0, shares[rank]) >= Math.max(0, shares[cheapest[0]]) - SAME));
  warn("prix-decide", tipping.decides !== null && priceWeightOf(grid) >= tipping.decides - SAME, { offer: offers[tipping.offer].name, weight: tipping.decides });
  warn("moins-bonne", others.length && criteria.some(weighs) && cheapest.some((rank) => points[rank].rank === 1 && others.every((other) => qualityOf(points[rank]) < qualityOf(points[other]) - SAME)), { offer: offers[tipping.offer].name });
  const silent = spreadsOf(grid).filter(({ announced, real }) => announced > 0 && real < SAME).map(({ name }) => name);
  warn("critere-muet", offers.length > 1 && silent.length, { criteria: silent });
  return found;
}

function qualityOf({ total, price }) {
  return total - price;
}
