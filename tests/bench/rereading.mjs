/* Standard input: { rules, texts, rounds }. Output, for each text: the milliseconds of each reading, and of each split into words. */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { compileRules, reread } = await import(`${pathToFileURL(`${process.argv[2]}/`).href}rereading.mjs`);
const { rules, texts, rounds } = JSON.parse(readFileSync(0, "utf8"));
const compiled = compileRules(rules);

function timed(work) {
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

process.stdout.write(JSON.stringify(texts.map((text) => [timed(() => reread(text, compiled)), timed(() => text.split(/\s+/u).length)])));
