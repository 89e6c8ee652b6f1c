import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { answer, applyChange, emptyCaseFile, itemsOf, measure, newId, renameItems, replacement, writeCaseFile } from "../../overrides/assets/javascripts/case-file.mjs";
import { readCaseFile } from "../../overrides/assets/javascripts/case-file-reading.mjs";
import { clearing, countExamined, isAsked } from "../../overrides/assets/javascripts/checklist-state.mjs";
import { hostileStates, soundState } from "./hostile.mjs";

const NOW = new Date("2026-12-01T10:00:00.000Z");
const state = (name) => readFileSync(new URL(`../fixtures/states/${name}.json`, import.meta.url), "utf8");
const version = { revision: "r1", known: { a: "1" } };

function changed(caseFile, item, patch, wording = "Le texte.", now = NOW) {
  applyChange(caseFile, { ...answer("liste", item, patch, wording, now), version });
  return itemsOf(caseFile, "liste")[item];
}

test("a state of format 1 becomes a dossier with every tick", () => {
  const { caseFile, problem } = readCaseFile(state("format-1"));
  assert.equal(problem, null);
  assert.equal(caseFile.format, 2);
  assert.equal(caseFile.name, "Mon achat");
  assert.deepEqual(measure(caseFile), { answers: 3, lists: 2 });
  assert.equal(caseFile.created, "2026-11-23T09:30:00.000Z");
  assert.equal(caseFile.changed, "2026-11-24T10:00:00.000Z");
  assert.deepEqual({ ...itemsOf(caseFile, "capitaliser")["bilan-a-chaud"] },
    { state: "done", at: "2026-11-24T10:00:00.000Z", text: "Notre bilan est écrit : une page, dans le mois qui suit la fin." });
});

test("a state of format 2 comes back as it was written", () => {
  const source = state("format-2").trim();
  const { caseFile, problem } = readCaseFile(source);
  assert.equal(problem, null);
  assert.equal(writeCaseFile(caseFile), source);
});

test("a later format is told apart from a damaged one", () => {
  assert.equal(readCaseFile('{"format":3,"lists":{}}').problem, "newer");
  for (const source of ["{oops", "null", "[]", '"x"', "{}", '{"format":1,"lists":[]}', '{"format":"2","lists":{}}', '{"format":0,"lists":{}}', '{"format":2.5,"lists":{}}']) {
    assert.equal(readCaseFile(source).problem, "unreadable", source);
  }
  assert.equal(readCaseFile(null).problem, null);
  assert.equal(readCaseFile("x".repeat(2_000_001)).problem, "large");
});

test("what is sound survives what is not", () => {
  const raw = soundState();
  raw.lists["avant-de-commander"].items["effet-attendu"].note = "x".repeat(10_001);
  raw.lists["avant-de-commander"].items["effet-attendu"].who = 12;
  raw.lists["avant-de-commander"].items["essais-passes"].at = "hier";
  raw.lists["A B"] = { revision: "x", items: {} };
  const { caseFile, problem } = readCaseFile(JSON.stringify(raw));
  assert.equal(problem, "partial");
  const items = itemsOf(caseFile, "avant-de-commander");
  assert.equal(items["probleme-en-une-phrase"].note, "Note 0");
  assert.equal(items["effet-attendu"].justification, "Déjà fait.");
  assert.equal(items["effet-attendu"].note, "x".repeat(10_000));
  assert.equal(items["effet-attendu"].who, undefined);
  assert.equal(items["essais-passes"], undefined);
});

test("what is too long is cut, never dropped", () => {
  const raw = { ...soundState(), name: "n".repeat(100) };
  raw.lists["avant-de-commander"].items["effet-attendu"].text = "t".repeat(700);
  const { caseFile, problem } = readCaseFile(JSON.stringify(raw));
  assert.deepEqual([problem, caseFile.name.length, itemsOf(caseFile, "avant-de-commander")["effet-attendu"].text.length], ["partial", 80, 600]);
});

test("a note of ten thousand characters, emoji and right-to-left text come back whole", () => {
  const raw = soundState();
  const note = `${"é".repeat(9_900)}\n👩‍👩‍👧‍👦 שלום <b>=1+1</b>`;
  raw.lists["avant-de-commander"].items["effet-attendu"].note = note;
  const { caseFile, problem } = readCaseFile(JSON.stringify(raw));
  assert.equal(problem, null);
  assert.equal(itemsOf(readCaseFile(writeCaseFile(caseFile)).caseFile, "avant-de-commander")["effet-attendu"].note, note);
});

test("prototypes are out of reach", () => {
  const source = '{"format":2,"id":"00000001","name":"x","created":"2026-11-20T08:00:00Z","changed":"2026-11-20T08:00:00Z","archived":null,"__proto__":{"polluted":1},'
    + '"lists":{"__proto__":{"revision":"1","items":{}},"constructor":{"revision":"1","items":{"constructor":{"state":"done","at":"2026-11-20T08:00:00Z","text":"x"},"__proto__":{"state":"done"}}}},'
    + '"tools":{"outil":{"__proto__":{"polluted":1}}}}';
  const { caseFile } = readCaseFile(source);
  assert.equal({}.polluted, undefined);
  assert.equal(Object.getPrototypeOf(caseFile.lists), null);
  for (const { items } of Object.values(caseFile.lists)) assert.equal(Object.getPrototypeOf(items), null);
  assert.equal(itemsOf(caseFile, "constructor").constructor.state, "done");
  assert.deepEqual(Object.keys(caseFile.tools), []);
});

test("results of other tools are kept as they are when small and plain", () => {
  const raw = { ...soundState(), tools: { parcours: { format: 1, answers: ["a", 2, null, { b: true }] }, gros: { x: "y".repeat(30_000) }, fou: { f: 1e999 } } };
  const { caseFile, problem } = readCaseFile(JSON.stringify(raw).replace("null}", "null}"));
  assert.equal(problem, "partial");
  assert.deepEqual(JSON.parse(JSON.stringify(caseFile.tools)), { parcours: { format: 1, answers: ["a", 2, null, { b: true }] }, fou: { f: null } });
});

test("fifty hostile states: no exception, a sound result, the same when read again", () => {
  const seed = Number(process.env.SEED ?? 20261123);
  console.log(`graine des états hostiles : ${seed}`);
  for (const source of hostileStates(seed)) {
    const { caseFile, problem } = readCaseFile(source);
    const written = writeCaseFile(caseFile);
    assert.equal({}.polluted, undefined);
    if (problem === "newer") continue;
    const again = readCaseFile(written);
    assert.equal(again.problem, null, `graine ${seed} : ${source.slice(0, 300)}`);
    assert.equal(writeCaseFile(again.caseFile), written);
  }
});

test("the generator really damages", () => {
  const problems = hostileStates(20261123).map((source) => readCaseFile(source).problem);
  assert.ok(problems.filter(Boolean).length > 30, String(problems));
  assert.deepEqual(hostileStates(7), hostileStates(7));
});

test("a tick, a justification and a note make one answer; a tick alone drops the justification", () => {
  const caseFile = emptyCaseFile({ now: NOW });
  assert.equal(changed(caseFile, "a", { state: "done", text: "Le texte." }).text, "Le texte.");
  changed(caseFile, "a", { note: "Voir Paul" });
  changed(caseFile, "a", { state: "not_applicable", justification: "Déjà fait" });
  assert.deepEqual(changed(caseFile, "a", { who: "Léa" }), { state: "not_applicable", at: NOW.toISOString(), text: "Le texte.", justification: "Déjà fait", note: "Voir Paul", who: "Léa" });
  assert.equal(changed(caseFile, "a", { state: "done" }).justification, undefined);
});

test("an item put back to do keeps its note, and vanishes without one", () => {
  const caseFile = emptyCaseFile({ now: NOW });
  changed(caseFile, "a", { state: "done" });
  assert.equal(changed(caseFile, "a", { state: "todo" }), undefined);
  assert.deepEqual(Object.keys(caseFile.lists), []);
  changed(caseFile, "a", { note: "x" });
  assert.equal(changed(caseFile, "a", { state: "todo" }).note, "x");
});

test("a note does not renew the wording that was answered", () => {
  const caseFile = emptyCaseFile({ now: NOW });
  changed(caseFile, "a", { state: "done", text: "Avant." }, "Avant.");
  assert.equal(changed(caseFile, "a", { note: "x" }, "Après.").text, "Avant.");
  assert.equal(changed(caseFile, "a", { text: "Après." }, "Après.").text, "Après.");
});

test("the list remembers the version of its first answer, until another is seen", () => {
  const caseFile = emptyCaseFile({ now: NOW });
  changed(caseFile, "a", { state: "done" });
  applyChange(caseFile, { ...answer("liste", "b", { state: "done" }, "B", NOW), version: { revision: "r2", known: {} } });
  assert.equal(caseFile.lists.liste.revision, "r1");
  applyChange(caseFile, { kind: "seen", list: "liste", version: { revision: "r2", known: {} }, at: "2027-01-01T00:00:00.000Z" });
  assert.equal(caseFile.lists.liste.revision, "r2");
  assert.equal(caseFile.lists.liste.seen, "2027-01-01T00:00:00.000Z");
});

test("renamed items take their answers along, through several names, and the latest answer wins", () => {
  const caseFile = emptyCaseFile({ now: NOW });
  changed(caseFile, "vieux", { state: "done" });
  changed(caseFile, "neuf", { note: "plus récent" }, "x", new Date("2026-12-02T00:00:00.000Z"));
  changed(caseFile, "seul", { state: "done" });
  const { liste } = caseFile.lists;
  assert.equal(renameItems(liste, { vieux: "moyen", moyen: "neuf", seul: "autre", boucle: "rond", rond: "boucle" }), true);
  assert.equal(liste.items.neuf.note, "plus récent");
  assert.equal(liste.items.autre.state, "done");
  assert.deepEqual(Object.keys(liste.items).sort(), ["autre", "neuf"]);
  assert.equal(renameItems(liste, { vieux: "neuf" }), false);
  assert.equal(renameItems(liste, { second: "dernier", autre: "second" }), true);
  assert.deepEqual(Object.keys(liste.items).sort(), ["dernier", "neuf"]);
});

test("clearing keeps the notes and can be taken back", () => {
  const caseFile = emptyCaseFile({ now: NOW });
  changed(caseFile, "a", { state: "done", note: "x" });
  changed(caseFile, "b", { state: "not_applicable", justification: "j" });
  const before = structuredClone({ ...itemsOf(caseFile, "liste") });
  const { changes, restoring } = clearing("liste", itemsOf(caseFile, "liste"), NOW);
  for (const change of changes) applyChange(caseFile, change);
  assert.equal(countExamined(["a", "b"], itemsOf(caseFile, "liste")), 0);
  assert.equal(itemsOf(caseFile, "liste").a.note, "x");
  for (const change of restoring) applyChange(caseFile, { ...change, version });
  const after = itemsOf(caseFile, "liste");
  for (const id of ["a", "b"]) assert.deepEqual({ ...after[id], at: "" }, { ...before[id], at: "" });
});

test("both kinds of answers count as examined; each filter finds its own", () => {
  const entries = { a: { state: "done" }, b: { state: "not_applicable" }, c: { state: "todo", note: "x" } };
  assert.equal(countExamined(["a", "b", "c", "d"], entries), 2);
  const asked = (filter) => ["a", "b", "c", "d"].filter((id) => isAsked(filter, entries[id])).join("");
  assert.deepEqual(["all", "todo", "done", "not_applicable", "noted"].map(asked), ["abcd", "cd", "a", "b", "c"]);
});

test("ids are eight letters and digits", () => {
  assert.match(newId(), /^[a-z0-9]{8}$/);
  assert.notEqual(newId(), newId());
});

test("putting an entry back as null forgets it", () => {
  const caseFile = emptyCaseFile({ now: NOW });
  changed(caseFile, "a", { state: "done" });
  applyChange(caseFile, replacement("liste", "a", null, NOW));
  assert.deepEqual(Object.keys(caseFile.lists), []);
});
