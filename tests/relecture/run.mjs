/* Standard input: { rules, texts }. Output, for each text: what the engine of the site says, the sentence of each place, and the time spent
   by the processor (a busy machine makes the clock say more). */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const scripts = pathToFileURL(`${process.argv[2]}/`).href;
const { compileRules, reread } = await import(`${scripts}rereading.mjs`);
const { flatten } = await import(`${scripts}flat-text.mjs`);

const { rules, texts } = JSON.parse(readFileSync(0, "utf8"));
const compiled = compileRules(rules);
process.stdout.write(JSON.stringify(texts.map((text) => {
  const start = process.cpuUsage();
  const found = reread(text, compiled);
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000;
  const { origin, starts } = flatten(text);
  return { ...found, milliseconds, sentences: starts.map((place, rank) => [origin[place] ?? text.length, rank + 1 < starts.length ? origin[starts[rank + 1]] ?? text.length : text.length]) };
})));
