import assert from "node:assert/strict";
import { test } from "node:test";

import { changesSince, comingAfter, contradictionsOn, linesOn, valueOn } from "../../overrides/assets/javascripts/threshold-values.mjs";

const value = (from, until, amount, contradictory = false) => ({ from, until, amount, contradictory, confidence: "confirmé" });
const EXEMPTION = { id: "dispense", label: "Dispense", profiles: ["etat", "collectivite"], comparison: "moins de", follows: null, values: [
  value("2020-01-01", "2026-03-31", "40 000 €"), value("2026-04-01", null, "60 000 €"), value("2026-07-01", null, "70 000 €", true),
] };
const EUROPEAN = { id: "etat", label: "État", profiles: ["etat"], comparison: "à partir de", follows: null, values: [
  value("2024-01-01", "2025-12-31", "143 000 €"), value("2026-01-01", "2027-12-31", "140 000 €"),
] };
const FOLLOWER = { ...EXEMPTION, id: "suit", follows: "2026-01-01" };
const amounts = (list) => list.map(({ value: { amount } }) => amount);

test("the value of a day changes on its first day, and on no other", () => {
  assert.equal(valueOn(EXEMPTION, "2019-12-31"), null);
  assert.equal(valueOn(EXEMPTION, "2020-01-01").amount, "40 000 €");
  assert.equal(valueOn(EXEMPTION, "2026-03-31").amount, "40 000 €");
  assert.equal(valueOn(EXEMPTION, "2026-04-01").amount, "60 000 €");
});

test("after a last day there is no value, never the nearest one", () => {
  assert.equal(valueOn(EUROPEAN, "2027-12-31").amount, "140 000 €");
  assert.equal(valueOn(EUROPEAN, "2028-01-01"), null);
});

test("a contradictory value never stands for the firm one, nor alone", () => {
  assert.equal(valueOn(EXEMPTION, "2026-08-01").amount, "60 000 €");
  assert.deepEqual(contradictionsOn(EXEMPTION, "2026-06-30"), []);
  assert.deepEqual(contradictionsOn(EXEMPTION, "2026-07-01").map(({ amount }) => amount), ["70 000 €"]);
  assert.deepEqual(contradictionsOn({ ...EXEMPTION, values: [EXEMPTION.values[2]] }, "2026-08-01"), []);
});

test("a threshold that follows another has no value before it does", () => {
  assert.equal(valueOn(FOLLOWER, "2025-12-31"), null);
  assert.equal(valueOn(FOLLOWER, "2026-01-01").amount, "40 000 €");
});

test("what has changed since a day is what began after it, until today", () => {
  assert.deepEqual(amounts(changesSince(EXEMPTION, "2026-03-31", "2026-11-23")), ["60 000 €"]);
  assert.deepEqual(amounts(changesSince(EXEMPTION, "2026-04-01", "2026-11-23")), []);
  assert.deepEqual(amounts(changesSince(EXEMPTION, "2026-01-15", "2026-02-01")), []);
});

test("what is coming is known: a value, or an end that nothing follows", () => {
  assert.deepEqual(amounts(comingAfter(EXEMPTION, "2026-01-15", "2026-02-01").values), ["60 000 €"]);
  assert.deepEqual(comingAfter(EUROPEAN, "2026-01-15", "2026-11-23"), { values: [], end: "2027-12-31" });
  assert.equal(comingAfter(EUROPEAN, "2028-06-01", "2026-11-23").end, null);
  assert.equal(comingAfter(EXEMPTION, "2026-06-01", "2026-11-23").end, null);
});

test("a value confirmed again with the same amount is no change", () => {
  const again = { ...EUROPEAN, values: [value("2024-01-01", "2024-12-31", "1 €"), value("2025-01-01", null, "1 €")] };
  assert.deepEqual(changesSince(again, "2024-06-01", "2026-01-01"), []);
});

test("a profile sees what concerns it, and none sees everything", () => {
  const ids = (profile) => linesOn([EXEMPTION, EUROPEAN], { day: "2026-11-23", today: "2026-11-23", profile }).map(({ threshold }) => threshold.id);
  assert.deepEqual(ids("collectivite"), ["dispense"]);
  assert.deepEqual(ids(""), ["dispense", "etat"]);
  assert.deepEqual(ids("reseaux"), []);
});
