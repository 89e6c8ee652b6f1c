/**
 * Walks every combination of answers of a wizard, amounts bucketed between its thresholds, with the engine's own conditions; prints what
 * it found as JSON. A rule is evaluated as soon as its last question is answered, once for each combination of the questions it reads, not
 * again for each combination of the others: one time in a thousand it is all the same, and a sample is judged whole by `evaluate`, to check
 * that every way agrees.
 *
 *   node prove.mjs WIZARD.json [ORACLE.mjs]      the oracle, written from the law and not from the data, says which outcome may not come out
 */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { NONE, UNKNOWN, amountSteps, compile, evaluate, prepare } from "../../overrides/assets/javascripts/rules.mjs";
import { randomFrom } from "../scripts/hostile.mjs";

const wizard = JSON.parse(readFileSync(process.argv[2], "utf8"));
const oracle = process.argv[3] ? await import(pathToFileURL(process.argv[3])) : null;
const { rank, when, rules } = compile(wizard);
const count = wizard.questions.length;
const outcomeIds = wizard.outcomes.map(({ id }) => id);
const negative = new Set(["ecartee"]);
const main = new Set(wizard.groups.filter(({ always }) => always).map(({ id }) => id));
/* Those that always show: some must be left. A wizard without them must say something at least. */
const mainOutcomes = wizard.outcomes.filter(({ group }) => main.has(group)).map(({ id }) => outcomeIds.indexOf(id));
const isMain = outcomeIds.map((_, outcome) => mainOutcomes.includes(outcome));

const choices = wizard.questions.map(choicesOf);
const allChoices = choices.map((some) => [...some]);
const ready = Array.from({ length: count }, () => []);
for (const rule of rules) {
  const effects = rule.effects.map(([outcome, status]) => [outcomeIds.indexOf(outcome), status]);
  ready[Math.max(...questionsOf(rule.condition))].push({ ...rule, effects, hits: 0 });
}

/* Answers that every condition takes or leaves together cannot be told apart: one of them is walked, and counts for all. */
const weights = wizard.questions.map(({ type }, index) => (type === "one" ? mergeTwins(index) : choices[index].map(() => 1)));
const values = new Array(count).fill(null);
const codes = new Int32Array(count); /* which choice `values` holds: its place, or one of the two ways of not being asked */
const sizes = choices.map((some) => some.length + 2);
ready.forEach((some, last) => some.forEach((rule) => remember(rule, last)));
const bases = ready.map((some) => new Int32Array(some.length));
let looks = 0;
let forgetful = 0;
const given = outcomeIds.map(() => []); /* every status that a rule gives, for the oracle */
const good = new Int32Array(outcomeIds.length);
const bad = new Int32Array(outcomeIds.length);
const askedOnce = new Set();
let combinations = 0;
let walked = 0;
const faults = new Map();
walk(0, 1);

const dead = ready.flat().filter(({ hits }) => !hits).map(({ id }) => id);
const unreachable = wizard.questions.map(({ id }) => id).filter((id) => !askedOnce.has(id));
console.log(JSON.stringify({
  combinations, walked, dead, unreachable, idle: idleAnswers(), disagreements: forgetful + disagreements(20_000),
  faults: Object.fromEntries([...faults].map(([name, examples]) => [name, examples])),
}));

function walk(index, weight) {
  if (index === count) {
    combinations += weight;
    walked += 1;
    check();
    return;
  }
  const wanted = when[index] ? when[index](values) : true;
  if (wanted) askedOnce.add(wizard.questions[index].id);
  const here = wanted ? choices[index] : [wanted];
  const some = ready[index];
  const base = bases[index];
  for (let row = 0; row < some.length; row += 1) base[row] = some[row].reads.reduce((sum, [question, stride]) => sum + codes[question] * stride, 0);
  for (let place = 0; place < here.length; place += 1) {
    values[index] = here[place];
    codes[index] = wanted ? place : sizes[index] - (wanted === false ? 1 : 2);
    const fired = [];
    for (let row = 0; row < some.length; row += 1) {
      const rule = some[row];
      if (!holds(rule, base[row] + codes[index])) continue;
      rule.hits += 1;
      for (const [outcome, status] of rule.effects) {
        given[outcome].push(status);
        (negative.has(status) ? bad : good)[outcome] += 1;
        fired.push(outcome);
      }
    }
    walk(index + 1, wanted ? weight * weights[index][place] : weight);
    for (let last = fired.length - 1; last >= 0; last -= 1) {
      const outcome = fired[last];
      (negative.has(given[outcome].pop()) ? bad : good)[outcome] -= 1;
    }
  }
  values[index] = null;
}

/** Room for what `rule` says of each combination of the questions it reads; its last one moves fastest. */
function remember(rule, last) {
  let stride = sizes[last];
  rule.reads = [...new Set(questionsOf(rule.condition))].filter((question) => question !== last).map((question) => {
    const read = [question, stride];
    stride *= sizes[question];
    return read;
  });
  rule.known = new Int8Array(stride); /* 0: not yet evaluated; 1: does not hold; 2: holds */
}

function holds(rule, at) {
  looks += 1;
  const known = rule.known[at];
  if (known && looks % 1_009) return known === 2;
  const found = rule.holds(values) === true;
  if (known && found !== (known === 2)) forgetful += 1;
  rule.known[at] = found ? 2 : 1;
  return found;
}

function check() {
  let sayable = 0;
  for (let place = 0; place < mainOutcomes.length; place += 1) if (!bad[mainOutcomes[place]]) sayable += 1;
  for (let outcome = 0; outcome < outcomeIds.length; outcome += 1) {
    if (!good[outcome]) continue;
    if (bad[outcome]) fault(`${outcomeIds[outcome]} : deux statuts contraires`);
    if (oracle && isMain[outcome] && !oracle.allows(outcomeIds[outcome], answer, wizard.thresholds)) fault(`${outcomeIds[outcome]} : proposée alors que ses conditions manquent`);
  }
  if (mainOutcomes.length && !sayable) fault("tout est écarté");
  if (!mainOutcomes.length && !good.some(Boolean)) fault("rien ne sort");
  oracle?.verdict?.(answer, isGood, fault, wizard.thresholds);
}

function answer(id) {
  return values[rank.get(id)];
}

function isGood(id) {
  return good[outcomeIds.indexOf(id)] > 0;
}

function fault(name) {
  const known = faults.get(name) ?? { count: 0, example: Object.fromEntries(wizard.questions.map(({ id }, index) => [id, values[index]])) };
  known.count += 1;
  faults.set(name, known);
}

function choicesOf(question) {
  const unknown = question.unknown ? [UNKNOWN] : [];
  if (question.type === "amount") return [...amountSteps(question.id, wizard).map(({ low }) => low), ...unknown];
  if (question.type === "one") return [...question.answers, ...unknown];
  const several = question.answers.filter((id) => id !== NONE);
  const sets = Array.from({ length: 2 ** several.length - 1 }, (_, mask) => several.filter((id, bit) => ((mask + 1) >> bit) & 1));
  return [...sets, ...(question.answers.includes(NONE) ? [[NONE]] : []), ...unknown];
}

/** Leaves one choice for each set of twins; gives the size of each set. */
function mergeTwins(index) {
  const { id } = wizard.questions[index];
  const lists = [];
  const visit = (part) => {
    if (part.not) visit(part.not);
    else if (part.every || part.some) (part.every ?? part.some).forEach(visit);
    else if (part.question === id) lists.push(part.among);
  };
  for (const { condition } of [...wizard.facts, ...wizard.rules]) visit(condition);
  for (const question of wizard.questions) if (question.when) visit(question.when);
  const sets = new Map();
  for (const choice of choices[index]) {
    const signature = choice === UNKNOWN ? UNKNOWN : lists.map((among) => Number(among.includes(choice))).join("");
    sets.set(signature, [...(sets.get(signature) ?? []), choice]);
  }
  choices[index] = [...sets.values()].map(([first]) => first);
  return [...sets.values()].map((twins) => twins.length);
}

function questionsOf(condition) {
  if (condition.fact) return questionsOf(wizard.facts.find(({ id }) => id === condition.fact).condition);
  if (condition.not) return questionsOf(condition.not);
  if (condition.every || condition.some) return (condition.every ?? condition.some).flatMap(questionsOf);
  return [rank.get(condition.question)];
}

function randomAnswers(random) {
  const answers = {};
  wizard.questions.forEach(({ id }, index) => {
    answers[id] = allChoices[index][Math.floor(random() * allChoices[index].length)];
  });
  return answers;
}

/** Answers that no other answer to the same question could be told from, and thresholds on both sides of which nothing differs. */
function idleAnswers() {
  const random = randomFrom(5);
  const judge = prepare(wizard);
  const waiting = new Map();
  for (const question of wizard.questions) {
    if (question.type === "amount") amountSteps(question.id, wizard).slice(1).forEach(({ low }, step, all) => waiting.set(`${question.id} ${low}`, [question.id, [low], [step ? all[step - 1].low : 0]]));
    else {
      const alone = question.type === "several" ? (id) => [id] : (id) => id;
      const ids = [...question.answers, ...(question.unknown ? [UNKNOWN] : [])];
      for (const id of ids) waiting.set(`${question.id} ${id}`, [question.id, [id === UNKNOWN ? id : alone(id)], ids.filter((other) => other !== id).map((other) => (other === UNKNOWN ? other : alone(other)))]);
    }
  }
  for (let turn = 0; turn < 4_000 && waiting.size; turn += 1) {
    const answers = randomAnswers(random);
    for (const [name, [question, [one], others]] of waiting) {
      const mine = judge({ ...answers, [question]: one }).fired.join();
      if (others.some((other) => judge({ ...answers, [question]: other }).fired.join() !== mine)) waiting.delete(name);
    }
  }
  return [...waiting.keys()];
}

/** Among `wanted` combinations taken at random, those where `evaluate` does not find what the walk's way finds. */
function disagreements(wanted) {
  const random = randomFrom(11);
  let found = 0;
  for (let turn = 0; turn < wanted; turn += 1) {
    const answers = randomAnswers(random);
    const whole = turn % 40 ? prepared(answers) : evaluate(wizard, answers);
    const state = new Array(count).fill(null);
    wizard.questions.forEach(({ id }, index) => {
      const wanted = when[index] ? when[index](state) : true;
      state[index] = wanted ? answers[id] : wanted;
    });
    const fired = rules.filter((rule) => rule.holds(state) === true).map(({ id }) => id);
    if (fired.join() !== whole.fired.join() || whole.outcomes.some(({ status, reasons }) => status !== null && !reasons.length)) found += 1;
  }
  return found;
}

function prepared(answers) {
  prepared.judge ??= prepare(wizard);
  return prepared.judge(answers);
}
