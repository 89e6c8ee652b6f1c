/** The grid as a table (.csv): every formula, every fifth weight of the price, every offer. */

import { csvLine } from "./export-csv.mjs";
import { FORMULAS, priceWeightOf, rawShares, sharesOf, totalsAt } from "./weights.mjs";
import { figure } from "./weights-words.mjs";

const STEP = 5;

export function weightsToCsv(grid, nameOfFormula) {
  const lines = [["Formule", "Poids du prix sur cent", "Offre", "Prix", "Note de prix sur cent", "Total sur cent", "Rang", "Votre grille"]];
  const mine = priceWeightOf(grid);
  for (const formula of FORMULAS) {
    const shares = sharesOf(grid.offers, formula);
    const raw = rawShares(grid.offers, formula);
    for (const weight of weightsWith(mine)) {
      const totals = totalsAt(grid, weight, formula);
      grid.offers.forEach(({ name, price }, rank) => lines.push([
        nameOfFormula(formula), plain(weight), name, plain(price), `${plain(100 * shares[rank])}${raw[rank] < 0 ? " (négative, ramenée à zéro)" : ""}`,
        plain(totals[rank].total), String(totals[rank].rank), formula === grid.formula && weight === mine ? "oui" : "",
      ]));
    }
  }
  return new Blob([`\ufeff${lines.map(csvLine).join("")}`], { type: "text/csv;charset=utf-8" });
}

/** 0, 5, … 100, and the reader's own. */
export function weightsWith(mine, step = STEP) {
  const all = Array.from({ length: 100 / step + 1 }, (one, rank) => rank * step);
  return [...new Set([...all, mine])].sort((one, other) => one - other);
}

/** A number that a French spreadsheet reads as one: no space between the thousands. */
function plain(value) {
  return figure(value).replace(/[\s\u00a0\u202f]/g, "");
}
