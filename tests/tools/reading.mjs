/* stdin: { task, … }; stdout: JSON. The modules of the Relecteur, outside a page. */

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , scripts] = process.argv;
const from = (name) => import(pathToFileURL(`${scripts}/${name}`));
const given = JSON.parse(readFileSync(0, "utf8"));

const TASKS = {
  /** [{ name, path }] → [{ text, remark } or { refusal }]. */
  async open({ files }) {
    const { openText } = await from("open-text.mjs");
    const results = [];
    for (const { name, path } of files) {
      results.push(await openText(name, new Uint8Array(readFileSync(path))));
    }
    return results;
  },
  async plain({ texts }) {
    const { plainWords } = await from("plain-words.mjs");
    return texts.map((text) => plainWords(text));
  },
  async findings({ text, found, rules, dismissed }) {
    const { findings, summaryWords } = await from("reader-findings.mjs");
    const shown = findings(text, found, new Map(rules.map((rule) => [rule.id, rule])), new Set(dismissed));
    return { ...shown, summary: summaryWords(shown) };
  },
  async pieces({ text, marks }) {
    const { piecesOf } = await from("reader-findings.mjs");
    return piecesOf(text, marks).map((pieces) => pieces.map(({ text: words, start, marks: over, ends }) => ({ text: words, start, marks: over.map(({ id }) => id), ends: ends.map(({ id }) => id) })));
  },
  async state({ raw }) {
    const { cleanReading } = await from("reader-state.mjs");
    const { dismissed, text } = cleanReading(raw);
    return { dismissed: [...dismissed], text };
  },
  async files({ reading, target }) {
    const { readingToDocx } = await from("export-reading-docx.mjs");
    const { readingToMarkdown } = await from("export-reading-md.mjs");
    for (const [extension, write] of [["docx", readingToDocx], ["md", readingToMarkdown]]) {
      writeFileSync(`${target}/relecture.${extension}`, Buffer.from(await (await write(reading)).arrayBuffer()));
    }
    return true;
  },
};

process.stdout.write(JSON.stringify(await TASKS[given.task](given)));
