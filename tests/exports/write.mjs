/** Runs the site's own writers under Node: a View on the standard input, the folder of the scripts and a target folder as arguments. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [scripts, target] = process.argv.slice(2);
const ours = (name) => import(pathToFileURL(join(scripts, name)));
const view = JSON.parse(readFileSync(0, "utf8"));
const [{ toCsv }, { toMarkdown }, { toDocx }, { fileName }] = await Promise.all(["export-csv.mjs", "export-md.mjs", "export-docx.mjs", "exports.mjs"].map(ours));

for (const [extension, write] of Object.entries({ csv: toCsv, md: toMarkdown, docx: toDocx })) {
  const blob = await write(view);
  writeFileSync(join(target, `dossier.${extension}`), Buffer.from(await blob.arrayBuffer()));
}
process.stdout.write(fileName(view, "docx"));
