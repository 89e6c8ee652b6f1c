import assert from "node:assert/strict";
import { test } from "node:test";

import { emptyCaseFile } from "../../overrides/assets/javascripts/case-file.mjs";
import { compareCaseFiles, settle } from "../../overrides/assets/javascripts/merge.mjs";
import { randomFrom } from "./hostile.mjs";

const entry = (state, more = {}) => ({ state, at: "2026-11-20T08:00:00.000Z", text: "Texte.", ...more });

function caseFile(items, more = {}) {
  const result = emptyCaseFile({ now: new Date("2026-11-20T08:00:00.000Z") });
  if (Object.keys(items).length) result.lists.liste = { revision: "r1", seen: result.created, items };
  return Object.assign(result, more);
}

test("what only one has joins, what both say unites", () => {
  const outcome = compareCaseFiles(caseFile({ a: entry("done"), b: entry("done") }), caseFile({ b: entry("done"), c: entry("not_applicable", { justification: "j" }) }));
  assert.deepEqual([outcome.added, outcome.same, outcome.conflicts.length], [1, 1, 0]);
  assert.deepEqual(Object.keys(settle(outcome, []).lists.liste.items).sort(), ["a", "b", "c"]);
});

test("an empty note takes the other's; of two identical answers the latest day stays", () => {
  const outcome = compareCaseFiles(caseFile({ a: entry("done"), b: entry("done") }),
    caseFile({ a: entry("done", { note: "n", at: "2026-11-22T00:00:00.000Z" }), b: entry("done", { at: "2026-11-23T00:00:00.000Z" }) }));
  const { a, b } = settle(outcome, []).lists.liste.items;
  assert.deepEqual([a.note, a.at, b.at, outcome.completed], ["n", "2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z", 1]);
});

test("what differs is left to the reader, and never chosen by default", () => {
  const outcome = compareCaseFiles(caseFile({ a: entry("done", { note: "moi" }) }), caseFile({ a: entry("not_applicable", { justification: "eux" }) }));
  assert.deepEqual(outcome.conflicts.map(({ item, fields, canJoin }) => [item, fields, canJoin]), [["a", ["state", "justification", "note"], false]]);
  assert.throws(() => settle(outcome, []), RangeError);
  assert.throws(() => settle(outcome, ["n'importe"]), RangeError);
  assert.equal(settle(outcome, ["mine"]).lists.liste.items.a.note, "moi");
  assert.equal(settle(outcome, ["theirs"]).lists.liste.items.a.justification, "eux");
});

test("two notes can both be kept", () => {
  const outcome = compareCaseFiles(caseFile({ a: entry("done", { note: "moi", who: "Léa" }) }), caseFile({ a: entry("done", { note: "eux", when: "demain" }) }));
  assert.equal(outcome.conflicts[0].canJoin, true);
  assert.deepEqual({ ...settle(outcome, ["both"]).lists.liste.items.a }, { state: "done", at: "2026-11-20T08:00:00.000Z", text: "Texte.", note: "moi\n—\neux", who: "Léa", when: "demain" });
});

test("notes too long to be joined are not cut: the choice is not offered", () => {
  const outcome = compareCaseFiles(caseFile({ a: entry("done", { note: "m".repeat(9_000) }) }), caseFile({ a: entry("done", { note: "e".repeat(9_000) }) }));
  assert.equal(outcome.conflicts[0].canJoin, false);
});

test("comparing changes neither of the two", () => {
  const mine = caseFile({ a: entry("done") });
  const theirs = caseFile({ a: entry("not_applicable"), b: entry("done") });
  const before = JSON.stringify([mine, theirs]);
  settle(compareCaseFiles(mine, theirs), ["theirs"]);
  assert.equal(JSON.stringify([mine, theirs]), before);
});

test("tools: what only they have joins, what differs stays mine and is said", () => {
  const outcome = compareCaseFiles(caseFile({}, { tools: { x: { v: 1 } } }), caseFile({}, { tools: { x: { v: 2 }, y: { v: 3 } } }));
  assert.deepEqual([outcome.merged.tools, outcome.tools], [{ x: { v: 1 }, y: { v: 3 } }, ["x"]].map((one, rank) => (rank ? one : Object.assign(Object.create(null), one))));
});

test("two hundred random pairs lose no answer, and merging again changes nothing", () => {
  const random = randomFrom(4);
  const pick = (values) => values[Math.floor(random() * values.length)];
  const any = () => Object.fromEntries(["a", "b", "c", "d", "e"].filter(() => random() < 0.6)
    .map((id) => [id, entry(pick(["done", "not_applicable", "todo"]), { note: pick(["n1", "n2"]), ...(random() < 0.3 && { who: pick(["x", "y"]) }) })]));
  for (let round = 0; round < 200; round += 1) {
    const [mine, theirs] = [caseFile(any()), caseFile(any())];
    const outcome = compareCaseFiles(mine, theirs);
    const merged = settle(outcome, outcome.conflicts.map(() => pick(["mine", "theirs"])));
    const ids = new Set([mine, theirs].flatMap(({ lists }) => Object.keys(lists.liste?.items ?? {})));
    assert.deepEqual(Object.keys(merged.lists.liste?.items ?? {}).sort(), [...ids].sort());
    for (const id of ids) {
      const sides = [mine, theirs].map(({ lists }) => lists.liste?.items[id]).filter(Boolean);
      assert.ok(sides.some((side) => side.state === merged.lists.liste.items[id].state && side.note === merged.lists.liste.items[id].note), id);
    }
    assert.equal(compareCaseFiles(merged, merged).conflicts.length, 0);
  }
});
