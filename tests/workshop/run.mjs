/** Runs the site's own modules for pytest: a task in, JSON out. */

import { writeFileSync } from "node:fs";
import { prepareChecks } from "../../overrides/assets/javascripts/order-checks.mjs";
import { clauseBlocks, orderBlocks, orderText, partBlocks } from "../../overrides/assets/javascripts/order-document.mjs";
import { pagesOf, pagesWords } from "../../overrides/assets/javascripts/order-length.mjs";
import { SIGNALS, signalsOf } from "../../overrides/assets/javascripts/order-signals.mjs";
import { cleanOrder, keptOrder } from "../../overrides/assets/javascripts/order-state.mjs";
import { offersOf } from "../../overrides/assets/javascripts/workshop-offers.mjs";
import { serve } from "../tools/serve.mjs";

const TASKS = { checks, document, clean, signals, signalNames, files, words, offers };
await serve((given) => TASKS[given.task](given));

function checks({ data, order }) {
  return prepareChecks(data)(cleanOrder(order, data));
}

function document({ data, order }) {
  return { blocks: orderBlocks(order, data), text: orderText(order, data), pages: pagesOf(partBlocks(cleanOrder(order, data), data)) };
}

function clean({ data, order }) {
  return { clean: cleanOrder(order, data), kept: keptOrder(cleanOrder(order, data), new Date("2026-11-23T10:00:00Z")) };
}

function signals({ data, order }) {
  return signalsOf(cleanOrder(order, data), data);
}

function signalNames() {
  return SIGNALS;
}

function words({ pages }) {
  return pages.map(pagesWords);
}

function offers({ data, tools }) {
  return offersOf(tools, data);
}

async function files({ data, order, remarks, target }) {
  const { orderToDocx } = await import("../../overrides/assets/javascripts/export-order-docx.mjs");
  const { orderToOdt } = await import("../../overrides/assets/javascripts/export-order-odt.mjs");
  const { orderToMarkdown } = await import("../../overrides/assets/javascripts/export-order-md.mjs");
  const clean = cleanOrder(order, data);
  const view = {
    title: "Accueil <b>", dossier: { name: "Accueil <b>" }, lawDate: "23 août 2026", printed: "2026-11-23T10:00:00.000Z", address: "https://exemple.test/",
    parts: partBlocks(clean, data), clauses: clauseBlocks(clean, data), remarks: remarks ?? [],
  };
  for (const [name, write] of [["commande.docx", orderToDocx], ["commande.odt", orderToOdt], ["commande.md", orderToMarkdown]]) {
    writeFileSync(`${target}/${name}`, Buffer.from(await (await write(view)).arrayBuffer()));
  }
  return true;
}
