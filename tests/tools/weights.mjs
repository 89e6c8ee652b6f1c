/* stdin: { asked: [{ state, weights? }] }; stdout: for each, what the tool makes of it, as plain values. */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , scripts] = process.argv;
const from = (name) => import(pathToFileURL(`${scripts}/${name}`));
const { FORMULAS, pointsOf, priceWeightOf, rawShares, spreadsOf, tippingOf, totalsAt, warningsOf, winnersOf } = await from("weights.mjs");
const { fromWorkshop, readGrid, readState } = await from("weights-reading.mjs");
const { WARNINGS, figure, lettersOf, rankingWords, tippingWords, warningWords, weightFigure, winnersWords } = await from("weights-words.mjs");
const { weightsToCsv } = await from("weights-files.mjs");

const { asked = [], kept = [], names = [], workshops = [] } = JSON.parse(readFileSync(0, "utf8"));

const answers = [];
for (const { state, weights = [] } of asked) {
  const { grid, problems } = readGrid(state);
  answers.push(!grid ? { problems } : {
    problems, own: priceWeightOf(grid), points: pointsOf(grid), span: winnersWords(winnersOf(grid), grid.offers.map(({ name }) => name)), spreads: spreadsOf(grid), winners: winnersOf(grid),
    totals: weights.map((weight) => totalsAt(grid, weight)), tipping: tippingOf(grid), warnings: warningsOf(grid), raw: rawShares(grid.offers, grid.formula),
    words: [rankingWords(grid.offers.map(({ name }) => name), pointsOf(grid)), tippingWords(tippingOf(grid), grid.offers.map(({ name }) => name)), ...warningsOf(grid).map(warningWords)],
    formulas: Object.fromEntries(FORMULAS.map((formula) => {
      const { wins, decides } = tippingOf(grid, formula);
      const points = pointsOf(grid, formula);
      return [formula, { prices: points.map(({ price }) => figure(price)), totals: points.map(({ total }) => figure(total)), first: points.findIndex(({ rank }) => rank === 1),
        wins: wins === null ? null : weightFigure(wins), decides: decides === null ? null : weightFigure(decides) }];
    })),
    csv: Buffer.from(await weightsToCsv(grid, (formula) => formula).arrayBuffer()).toString(), /* with its byte order mark */
  });
}
process.stdout.write(JSON.stringify({ answers, formulas: FORMULAS, warnings: WARNINGS, letters: names.map(lettersOf), kept: kept.map(readState), workshops: workshops.map(fromWorkshop) }));
