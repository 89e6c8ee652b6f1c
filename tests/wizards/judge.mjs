/** Judges a list of cases with the engine of the site: standard input [{ wizard, answers, thresholds? }], standard output the evaluations. */

import { readFileSync } from "node:fs";
import { evaluate } from "../../overrides/assets/javascripts/rules.mjs";

const cases = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(cases.map(({ wizard, answers, thresholds }) => evaluate(wizard, answers, thresholds ?? wizard.thresholds))));
