import assert from "node:assert/strict";
import { test } from "node:test";

import { addAmounts, readAmount, writeAmount } from "../../overrides/assets/javascripts/amount.mjs";
import { amountSteps, cleanAnswers, evaluate, whatWouldChange } from "../../overrides/assets/javascripts/rules.mjs";
import { MARK, readFragment, writeFragment } from "../../overrides/assets/javascripts/wizard-address.mjs";

const wizard = (rules, more = {}) => ({
  id: "essai",
  questions: [
    { id: "who", type: "one", unknown: true, answers: ["state", "town"] },
    { id: "value", type: "amount", unknown: true, answers: [], when: { question: "who", among: ["state", "inconnu"] } },
    { id: "traits", type: "several", unknown: false, answers: ["new", "odd", "aucun"] },
  ],
  facts: [{ id: "small", condition: { question: "value", below: "limit" } }],
  statuses: [{ id: "good", strength: 1 }, { id: "better", strength: 2 }, { id: "bad", strength: 9 }],
  groups: [{ id: "g", always: true }],
  outcomes: [{ id: "x", group: "g" }, { id: "y", group: "g" }],
  rules,
  thresholds: { limit: 100, higher: 200 },
  ...more,
});
const rule = (id, condition, effects = { x: "good" }) => ({ id, condition, effects });
const x = (found) => found.outcomes[0];
const judgeOne = (condition, answers, more) => x(evaluate(wizard([rule("r", condition)], more), answers));

test("a condition on an answer: true, false, or not known", () => {
  const state = { question: "who", among: ["state"] };
  assert.equal(judgeOne(state, { who: "state" }).status, "good");
  assert.deepEqual([judgeOne(state, { who: "town" }).status, judgeOne(state, { who: "town" }).open], [null, []]);
  assert.deepEqual(judgeOne(state, {}).open, ["who"]);
  assert.deepEqual(judgeOne(state, { who: "inconnu" }).open, ["who"]);
  assert.equal(judgeOne({ question: "who", among: ["inconnu"] }, { who: "inconnu" }).status, "good");
});

test("« not » of what is not known is not known: silence never becomes its contrary", () => {
  const notState = { not: { question: "who", among: ["state"] } };
  assert.equal(judgeOne(notState, { who: "inconnu" }).status, null);
  assert.equal(judgeOne(notState, {}).status, null);
  assert.equal(judgeOne(notState, { who: "town" }).status, "good");
});

test("an amount under, at and over a threshold", () => {
  const below = { question: "value", below: "limit" };
  const least = { question: "value", least: "limit" };
  const at = (condition, value) => judgeOne(condition, { who: "state", value }).status;
  assert.deepEqual([99, 99.99, 100, 101].map((value) => at(below, value)), ["good", "good", null, null]);
  assert.deepEqual([99, 99.99, 100, 101].map((value) => at(least, value)), [null, null, "good", "good"]);
});

test("a threshold without value gives nothing, and is named", () => {
  for (const condition of [{ question: "value", below: "limit" }, { not: { question: "value", below: "limit" } }, { fact: "small" }]) {
    for (const limit of [null, undefined, "100", NaN]) {
      const found = evaluate(wizard([rule("r", condition)]), { who: "state", value: 50 }, { limit });
      assert.deepEqual([x(found).status, found.missing], [null, ["limit"]]);
    }
  }
});

test("all, some, at least so many", () => {
  const parts = [{ question: "who", among: ["state"] }, { question: "traits", among: ["new"] }, { question: "value", below: "limit" }];
  const status = (condition, answers) => judgeOne(condition, answers).status;
  assert.equal(status({ every: parts }, { who: "state", traits: ["new"], value: 1 }), "good");
  assert.equal(status({ every: parts }, { who: "state", traits: ["new"] }), null);
  assert.equal(status({ some: parts, least: 1 }, { who: "state" }), "good");
  assert.equal(status({ some: parts, least: 2 }, { who: "state" }), null);
  assert.equal(status({ some: parts, least: 2 }, { who: "state", traits: ["odd"], value: 1 }), "good");
});

test("a question made pointless is not asked, and whatever asks for its answers is false", () => {
  const found = evaluate(wizard([rule("r", { not: { question: "value", below: "limit" } })]), { who: "town", value: 1 });
  assert.deepEqual(found.asked, ["who", "traits"]);
  assert.equal(x(found).status, "good");
  assert.deepEqual(evaluate(wizard([rule("r", { question: "value", below: "limit" })]), { value: 1 }).asked, ["who", "traits"]);
});

test("of several statuses the strongest stays, with its reasons; what could still be stronger is open", () => {
  const rules = [
    rule("a", { question: "who", among: ["state"] }), rule("b", { question: "who", among: ["state"] }, { x: "better" }),
    rule("c", { question: "who", among: ["state"] }, { x: "better", y: "good" }), rule("d", { question: "traits", among: ["odd"] }, { x: "bad" }),
  ];
  const found = evaluate(wizard(rules), { who: "state" });
  assert.deepEqual([x(found).status, x(found).reasons, x(found).others, x(found).open], ["better", ["b", "c"], ["a"], ["traits"]]);
  assert.deepEqual(found.outcomes[1].open, []);
  assert.equal(x(evaluate(wizard(rules), { who: "state", traits: ["odd"] })).status, "bad");
});

test("what would change is found by evaluating each other answer", () => {
  const built = wizard([rule("a", { question: "value", below: "limit" }), rule("b", { question: "traits", among: ["odd"] }, { x: "bad" })]);
  const changes = whatWouldChange(built, { who: "state", value: 50, traits: ["aucun"] });
  assert.deepEqual(changes.map(({ question, answer, toggled, least }) => [question, answer, toggled ?? least ?? null]),
    [["who", "town", null], ["value", 100, "limit"], ["traits", ["odd"], "odd"]]);
  assert.deepEqual(changes[1].changes, [{ outcome: "x", from: "good", to: null }]);
  assert.deepEqual(amountSteps("value", built).map(({ low, high }) => [low, high]), [[0, 100], [100, Infinity]]);
});

test("hostile answers are left out, and named", () => {
  const built = wizard([]);
  const hostile = { who: "king", value: -1, traits: ["new", "aucun"], __proto__: { who: "state" }, constructor: "x" };
  const { answers, refused } = cleanAnswers(built, hostile);
  assert.deepEqual([{ ...answers }, refused], [{}, ["who", "value", "traits", "constructor"]]);
  for (const raw of [null, undefined, 1, "a", [], [1]]) assert.deepEqual({ ...cleanAnswers(built, raw).answers }, {});
  for (const value of ["1", NaN, Infinity, 1e13, [], {}, true]) assert.deepEqual({ ...cleanAnswers(built, { value }).answers }, {});
  for (const traits of ["new", [], ["new", "new"], ["x"], ["inconnu"], "inconnu"]) assert.deepEqual({ ...cleanAnswers(built, { traits }).answers }, {});
});

test("answers go through the address and come back the same", () => {
  const built = wizard([]);
  for (const answers of [{ who: "state", value: 120_000.5, traits: ["new", "odd"] }, { who: "inconnu", value: "inconnu", traits: ["aucun"] }, { value: 0 }]) {
    const { answers: back, refused } = readFragment(built, writeFragment(built, answers));
    assert.deepEqual([{ ...back }, refused], [answers, []]);
  }
  assert.equal(writeFragment(built, {}), "");
});

test("a hostile fragment yields known answers only, or nothing", () => {
  const built = wizard([]);
  const read = (text) => readFragment(built, MARK + text);
  assert.deepEqual([{ ...read("who:state,king:yes").answers }, read("who:state,king:yes").refused], [{ who: "state" }, ["king"]]);
  assert.deepEqual([{ ...read("who:state,who:town").answers }, read("who:state,who:town").refused], [{}, ["who"]]);
  for (const text of ["value:1e9", "value:-1", "value:0x10", "value:12345678901234", "traits:aucun+new", "who", "who:", ":", "__proto__:x", "<img src=x onerror=alert(1)>", "constructor:state", "%3Cscript%3E"]) {
    assert.deepEqual({ ...read(text).answers }, {}, text);
    assert.equal(read(text).refused.length, 1, text);
  }
  for (const text of ["%", "%E0%A4%A", `who:state,${"a".repeat(5_000)}`]) assert.equal(read(text).refused, null);
});

test("amounts as French readers type them", () => {
  const read = [["120 000,50 € HT", 120_000.5], ["120\u202f000", 120_000], ["1.200.000", 1_200_000], ["45.5", 45.5], ["60000€", 60_000], ["0", 0], ["", null], ["  ", null]];
  for (const [text, value] of read) assert.equal(readAmount(text), value, text);
  for (const text of ["abc", "12,345,678", "-5", "1e6", "12k", "12,3456", "∞"]) assert.ok(Number.isNaN(readAmount(text)), text);
  assert.equal(writeAmount(120_000.5).replace(/\s/g, " "), "120 000,50 € HT");
});

test("options, renewals, lots, similar needs and prizes add up", () => {
  assert.deepEqual(addAmounts(["40 000", "12 000,10", "", "8 000,20", "abc"]), { total: 60_000.3, wrong: 1, count: 4 });
  assert.deepEqual(addAmounts(["", " "]), { total: 0, wrong: 0, count: 0 });
});
