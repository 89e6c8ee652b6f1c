import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";

import { elsewhere, storage } from "./browser-storage.mjs";
import { hostileStates, soundState } from "./hostile.mjs";

const { answer, itemsOf, measure } = await import("../../overrides/assets/javascripts/case-file.mjs");
const { readCaseFile } = await import("../../overrides/assets/javascripts/case-file-reading.mjs");
const { openCaseFile } = await import("../../overrides/assets/javascripts/case-file-store.mjs");
const shelf = await import("../../overrides/assets/javascripts/case-file-shelf.mjs");
const { eraseEverything } = await import("../../overrides/assets/javascripts/storage.mjs");

const PREFIX = `commander-innovation:${new URL("../../overrides/", import.meta.url).pathname}:`;
const keyOf = (id) => `${PREFIX}v2:dossier:${id}`;
const version = { revision: "r1", known: {} };
let serial = 0;
const freshId = () => `test${String((serial += 1)).padStart(4, "0")}`;
const tick = (item, patch = { state: "done" }, now = new Date()) => ({ ...answer("avant-de-commander", item, patch, "Texte.", now), version });
const asides = () => [...storage.map].filter(([key]) => key.includes(":illisible:")).map(([, value]) => value);

beforeEach(() => {
  storage.map.clear();
  sessionStorage.map.clear();
  storage.fault = null;
  storage.room = Infinity;
});

test("an answer is kept, and found again by another tab", () => {
  const id = freshId();
  openCaseFile(id).change([tick("a")]);
  assert.equal(itemsOf(readCaseFile(storage.map.get(keyOf(id))).caseFile, "avant-de-commander").a.state, "done");
});

test("two tabs write in two fields of one item: neither is lost", () => {
  const id = freshId();
  const stored = openCaseFile(id);
  stored.change([tick("a")]);
  const other = JSON.parse(storage.map.get(keyOf(id)));
  Object.assign(other.lists["avant-de-commander"].items.a, { note: "de l'autre", at: new Date(Date.now() + 5).toISOString() });
  elsewhere(keyOf(id), JSON.stringify(other));
  stored.change([tick("a", { who: "Léa" }, new Date(Date.now() + 10))]);
  const { note, who } = itemsOf(stored.read(), "avant-de-commander").a;
  assert.deepEqual([note, who], ["de l'autre", "Léa"]);
});

test("a write that another process puts back over ours is done again", () => {
  const id = freshId();
  const stored = openCaseFile(id);
  stored.change([tick("a")]);
  const old = storage.map.get(keyOf(id));
  stored.change([tick("b")]);
  elsewhere(keyOf(id), old);
  assert.equal(itemsOf(readCaseFile(storage.map.get(keyOf(id))).caseFile, "avant-de-commander").b?.state, "done");
});

test("full: kept in memory, then written once there is room", () => {
  const id = freshId();
  const stored = openCaseFile(id);
  stored.change([tick("a")]);
  storage.room = 10;
  for (const note of ["v", "vo", "voi"]) stored.change([tick("b", { note })]);
  assert.equal(stored.refusal, "full");
  assert.equal(itemsOf(stored.read(), "avant-de-commander").b.note, "voi");
  storage.room = Infinity;
  stored.change([tick("c")]);
  assert.equal(stored.refusal, null);
  assert.equal(itemsOf(readCaseFile(storage.map.get(keyOf(id))).caseFile, "avant-de-commander").b.note, "voi");
});

test("refused: nothing throws, memory serves", () => {
  const stored = openCaseFile(freshId());
  storage.fault = "SecurityError";
  stored.prepare();
  stored.change([tick("a")]);
  assert.equal(stored.refusal, "refused");
  assert.equal(itemsOf(stored.read(), "avant-de-commander").a.state, "done");
  assert.deepEqual(shelf.listCaseFiles(), []);
  assert.equal(shelf.create("x").refusal, "refused");
});

test("erased elsewhere: said, not written again behind the reader's back, and recoverable", () => {
  const id = freshId();
  const stored = openCaseFile(id);
  stored.change([tick("a")]);
  elsewhere(keyOf(id), null);
  assert.equal(stored.refusal, "gone");
  stored.change([tick("b")]);
  assert.equal(storage.map.has(keyOf(id)), false);
  assert.deepEqual(Object.keys(itemsOf(stored.read(), "avant-de-commander")), ["a", "b"]);
  assert.equal(stored.writeBack(), null);
  assert.equal(measure(readCaseFile(storage.map.get(keyOf(id))).caseFile).answers, 2);
});

test("a newer version is left intact", () => {
  const id = freshId();
  const newer = '{"format":3,"lists":{"a":1},"plus":true}';
  storage.map.set(keyOf(id), newer);
  const stored = openCaseFile(id);
  stored.prepare();
  stored.change([tick("a")]);
  assert.equal(stored.refusal, "newer");
  assert.equal(storage.map.get(keyOf(id)), newer);
});

test("damage is set aside before anything is written; without room for it, nothing is written", () => {
  const id = freshId();
  storage.map.set(keyOf(id), "{oops");
  const stored = openCaseFile(id);
  stored.prepare();
  assert.equal(stored.damage, "unreadable");
  assert.deepEqual(asides(), ["{oops"]);

  const tight = freshId();
  const large = "{".repeat(500);
  storage.map.clear();
  storage.map.set(keyOf(tight), large);
  storage.room = 600;
  const other = openCaseFile(tight);
  other.change([tick("a")]);
  assert.equal(other.refusal, "full");
  assert.equal(storage.map.get(keyOf(tight)), large);
});

test("fifty hostile states lose nothing: whatever was there is still there, and the new answer too", () => {
  const seed = Number(process.env.SEED ?? 20261123);
  console.log(`graine des états hostiles : ${seed}`);
  const neighbour = JSON.stringify({ ...soundState(), id: "voisin01", name: "Voisin" });
  for (const source of hostileStates(seed)) {
    storage.map.clear();
    const id = freshId();
    storage.map.set(keyOf("voisin01"), neighbour);
    storage.map.set(keyOf(id), source);
    const stored = openCaseFile(id);
    stored.prepare();
    stored.change([tick("nouvel-element")]);
    const told = `graine ${seed} : ${source.slice(0, 300)}`;
    assert.equal(itemsOf(stored.read(), "avant-de-commander")["nouvel-element"].state, "done", told);
    const kept = storage.map.get(keyOf(id));
    const whole = readCaseFile(source, { id }).problem === null;
    if (whole) {
      const before = readCaseFile(source, { id }).caseFile;
      for (const [list, { items }] of Object.entries(before.lists)) for (const item of Object.keys(items)) assert.ok(itemsOf(stored.read(), list)[item], told);
    } else {
      assert.ok(kept === source || asides().includes(source), told);
      assert.ok(stored.refusal || stored.damage, told);
    }
    assert.equal(storage.map.get(keyOf("voisin01")), neighbour);
    assert.equal({}.polluted, undefined);
  }
});

test("dossiers are created, named, copied, archived, removed and put back", () => {
  const first = shelf.create("Médiathèque").id;
  openCaseFile(first).change([tick("a")]);
  const copy = shelf.duplicate(first, "Copie").id;
  shelf.rename(copy, "Séminaire");
  openCaseFile(copy).change([tick("b")]);
  assert.equal(measure(openCaseFile(first).read()).answers, 1);
  assert.deepEqual(shelf.listCaseFiles().map(({ name }) => name).sort(), ["Médiathèque", "Séminaire"]);
  shelf.archive(copy, true);
  assert.ok(shelf.listCaseFiles().find(({ id }) => id === copy).archived);

  assert.equal(shelf.remove(first), null);
  assert.deepEqual(shelf.listRemoved().map(({ name }) => name), ["Médiathèque"]);
  const back = shelf.restore(first);
  assert.equal(measure(openCaseFile(back.id).read()).answers, 1);
  assert.deepEqual(shelf.listRemoved(), []);
});

test("a removed dossier is erased after thirty days, and comes back under another id if its own was taken", () => {
  const { id } = shelf.create("Ancien");
  shelf.remove(id, new Date(Date.now() - 31 * 24 * 3600 * 1000));
  assert.deepEqual(shelf.listRemoved(), []);
  assert.equal([...storage.map.keys()].some((key) => key.includes(":supprime:")), false);

  const other = shelf.create("Autre").id;
  shelf.remove(other);
  storage.map.set(keyOf(other), JSON.stringify({ ...soundState(), id: other }));
  assert.notEqual(shelf.restore(other).id, other);
  assert.equal(shelf.listCaseFiles().length, 2);
});

test("where no room is left, a dossier can still be removed, put back, and erased for good to make room", () => {
  const { id } = shelf.create("Gros");
  openCaseFile(id).change([tick("a", { note: "x".repeat(2000) })]);
  storage.room = [...storage.map.values()].join("").length + 40;
  assert.equal(shelf.create("Autre").refusal, "full");
  assert.equal(shelf.remove(id), null);
  assert.equal(shelf.restore(id).refusal, null);
  assert.equal(itemsOf(openCaseFile(id).read(), "avant-de-commander").a.note.length, 2000);
  assert.equal(shelf.remove(id), null);
  shelf.purge(id);
  assert.equal(shelf.create("Autre").refusal, null);
});

test("each tab keeps its own open dossier; a new tab takes the last one chosen", () => {
  const [one, two] = [shelf.create("Un").id, shelf.create("Deux").id];
  shelf.choose(one);
  storage.map.set(`${PREFIX}v2:courant`, two);
  assert.equal(shelf.openCurrent().id, one);
  sessionStorage.map.clear();
  assert.equal(shelf.openCurrent().id, two);
  storage.map.set(`${PREFIX}v2:courant`, "inconnu!");
  assert.ok([one, two].includes(shelf.openCurrent().id));
});

test("erasing everything touches nothing of another site of the same host", () => {
  const others = { "commander-innovation:/ailleurs/:v2:dossier:00000001": "à eux", "ci:/:theme": "dark", autre: "x" };
  for (const [key, value] of Object.entries(others)) storage.map.set(key, value);
  shelf.create("Un");
  storage.map.set(`${PREFIX}v2:illisible:x`, "y");
  eraseEverything();
  assert.deepEqual(Object.fromEntries(storage.map), others);
});
