/* Standard input: { rules, texts }. Output, for each text: what the engine of the site says, and the bounds of each sentence. */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const scripts = pathToFileURL(`${process.argv[2]}/`).href;
const { compileRules, reread } = await import(`${scripts}rereading.mjs`);
const { flatten } = await import(`${scripts}flat-text.mjs`);

const { rules, texts } = JSON.parse(readFileSync(0, "utf8"));
const compiled = compileRules(rules);
process.stdout.write(JSON.stringify(texts.map((text) => {
  const found = reread(text, compiled);
  const { origin, starts } = flatten(text);
  return { ...found, sentences: starts.map((place, rank) => [origin[place] ?? text.length, rank + 1 < starts.length ? origin[starts[rank + 1]] ?? text.length : text.length]) };
})));
