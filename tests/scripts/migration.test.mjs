import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { storage } from "./browser-storage.mjs";

const { itemsOf, measure } = await import("../../overrides/assets/javascripts/case-file.mjs");
const { DEFAULT_ID } = await import("../../overrides/assets/javascripts/case-file.mjs");
const shelf = await import("../../overrides/assets/javascripts/case-file-shelf.mjs");

const PREFIX = `commander-innovation:${new URL("../../overrides/", import.meta.url).pathname}:`;

test("the ticks of the first version join the default dossier, and the old key goes only then", () => {
  const source = readFileSync(new URL("../fixtures/states/format-1.json", import.meta.url), "utf8");
  storage.map.set(`${PREFIX}v1:dossier:defaut`, source);
  const stored = shelf.openCurrent();
  assert.equal(stored.id, DEFAULT_ID);
  assert.deepEqual(measure(stored.read()), { answers: 3, lists: 2 });
  assert.equal(itemsOf(stored.read(), "capitaliser")["bilan-a-chaud"].at, "2026-11-24T10:00:00.000Z");
  assert.deepEqual([...storage.map.keys()], [`${PREFIX}v2:dossier:${DEFAULT_ID}`]);
});
