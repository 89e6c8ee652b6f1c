/**
 * The one engine of rules. Pure: no page, no storage. `wizard` is what macros/rendering/wizards.py publishes from docs/_donnees/parcours:
 *
 *   { id, questions: [{ id, type: "one"|"several"|"amount", unknown, when, answers: [ids] }], facts: [{ id, condition }],
 *     statuses: [{ id, strength }], outcomes: [{ id, group }], rules: [{ id, condition, effects: { outcome: status } }],
 *     thresholds: { id: amount or null } }
 *
 * A condition is true, false, or null: what has not been answered, or was answered « je ne sais pas », or would be compared with a
 * threshold without value, is null, and stays so through « not ». A rule speaks only when its condition is true. A question that the
 * earlier answers make pointless is not asked, and whatever asks for one of its answers is false.
 */

export const UNKNOWN = "inconnu";
export const NONE = "aucun";
export const MOST = 1e12;

/** { asked, outcomes, fired, weighed, wouldChange, missing }: see `judge` and `whatWouldChange`. */
export function evaluate(wizard, answers, thresholds = wizard.thresholds) {
  const judge = prepare(wizard, thresholds);
  const clean = cleanAnswers(wizard, answers).answers;
  const found = judge(clean);
  const wouldChange = whatWouldChange(wizard, clean, thresholds, judge);
  return { ...found, wouldChange, weighed: wouldChange.map(({ question }) => question).filter((id, rank, all) => all.indexOf(id) === rank) };
}

/**
 * A function from clean answers to { asked: [ids], outcomes: [{ id, group, status, reasons: [rule ids], others: [rule ids], open: [question
 * ids] }], fired: [rule ids], missing: [threshold ids] }. `others` gave a weaker status; `open` are the questions whose answer could
 * still bring a stronger one; `missing` are thresholds that have no value and were needed.
 */
export function prepare(wizard, thresholds = wizard.thresholds) {
  const { rank, facts, when, rules } = compile(wizard, thresholds);
  const strength = new Map(wizard.statuses.map((status) => [status.id, status.strength]));

  return function judge(answers) {
    const values = new Array(wizard.questions.length).fill(null);
    const asked = [];
    wizard.questions.forEach(({ id }, index) => {
      const wanted = when[index] ? when[index](values) : true;
      if (wanted) {
        asked.push(id);
        values[index] = answers[id] ?? null;
      } else values[index] = wanted; /* false: pointless; null: cannot be told yet */
    });
    const found = new Map(wizard.outcomes.map(({ id, group }) => [id, { id, group, status: null, reasons: [], others: [], open: [] }]));
    const fired = [];
    const pending = [];
    for (const rule of rules) {
      const holds = rule.holds(values);
      if (holds === null) pending.push(rule);
      if (!holds) continue;
      fired.push(rule.id);
      for (const [outcome, status] of rule.effects) give(found.get(outcome), status, rule.id, strength);
    }
    const missing = new Set();
    for (const rule of pending) {
      const open = openQuestions(rule.condition, wizard, values, rank, facts, thresholds, missing);
      for (const [id, status] of rule.effects) {
        const outcome = found.get(id);
        if (outcome.status !== null && strength.get(status) <= strength.get(outcome.status)) continue;
        for (const question of open) if (!outcome.open.includes(question)) outcome.open.push(question);
      }
    }
    return { asked, outcomes: [...found.values()], fired, missing: [...missing] };
  };
}

/**
 * The wizard as functions of `values`, in which the answers stand at the rank of their question: { rank, facts, when, rules }. Each `when`
 * and each rule's `holds` gives true, false or null; a value is null for want of an answer, false when the question is pointless.
 */
export function compile(wizard, thresholds = wizard.thresholds) {
  const rank = new Map(wizard.questions.map(({ id }, index) => [id, index]));
  const facts = new Map();
  const one = (condition) => compiled(condition, rank, facts, thresholds);
  for (const { id, condition } of wizard.facts) facts.set(id, one(condition));
  const when = wizard.questions.map((question) => (question.when ? one(question.when) : null));
  const rules = wizard.rules.map((rule) => ({ ...rule, holds: one(rule.condition), effects: Object.entries(rule.effects) }));
  return { rank, facts, when, rules };
}

function give(outcome, status, rule, strength) {
  const gap = outcome.status === null ? 1 : strength.get(status) - strength.get(outcome.status);
  if (gap > 0) {
    outcome.others.push(...outcome.reasons);
    outcome.reasons = [rule];
    outcome.status = status;
  } else if (gap === 0) outcome.reasons.push(rule);
  else outcome.others.push(rule);
}

function compiled(condition, rank, facts, thresholds) {
  const again = (part) => compiled(part, rank, facts, thresholds);
  if (condition.fact) return facts.get(condition.fact);
  if (condition.not) {
    const part = again(condition.not);
    return (values) => {
      const holds = part(values);
      return holds === null ? null : !holds;
    };
  }
  if (condition.every) {
    const parts = condition.every.map(again);
    return (values) => {
      let result = true;
      for (const part of parts) {
        const holds = part(values);
        if (holds === false) return false;
        if (holds === null) result = null;
      }
      return result;
    };
  }
  if (condition.some) {
    const parts = condition.some.map(again);
    return (values) => {
      let sure = 0;
      let possible = 0;
      for (const part of parts) {
        const holds = part(values);
        if (holds) sure += 1;
        if (holds !== false) possible += 1;
        if (sure >= condition.least) return true;
      }
      return possible >= condition.least ? null : false;
    };
  }
  const index = rank.get(condition.question);
  if (condition.among) {
    const among = new Set(condition.among);
    return (values) => answered(values[index], among);
  }
  const bound = thresholds[condition.below ?? condition.least];
  const under = condition.below !== undefined;
  return (values) => {
    const value = values[index];
    if (value === false) return false;
    if (typeof value !== "number" || !Number.isFinite(bound)) return null;
    return under ? value < bound : value >= bound;
  };
}

function answered(value, among) {
  if (value === null || value === false) return value;
  if (Array.isArray(value)) return value.some((one) => among.has(one));
  if (among.has(value)) return true;
  return value === UNKNOWN ? null : false;
}

/** The questions, asked and without a sure answer, that keep `condition` from being told. Notes the thresholds without value. */
function openQuestions(condition, wizard, values, rank, facts, thresholds, missing) {
  const open = [];
  const visit = (part) => {
    if (compiled(part, rank, facts, thresholds)(values) !== null) return;
    if (part.fact) visit(wizard.facts.find(({ id }) => id === part.fact).condition);
    else if (part.not) visit(part.not);
    else if (part.every || part.some) (part.every ?? part.some).forEach(visit);
    else {
      const value = values[rank.get(part.question)];
      const bound = part.below ?? part.least;
      if (typeof value === "number" && bound !== undefined) missing.add(bound);
      else if (!open.includes(part.question)) open.push(part.question);
    }
  };
  visit(condition);
  return open;
}

/** What of `raw` answers a question of the wizard in the form it asks for: { answers, refused: [ids] }. Anything else is left out. */
export function cleanAnswers(wizard, raw) {
  const answers = Object.create(null);
  const refused = [];
  if (typeof raw !== "object" || raw === null) return { answers, refused };
  const known = new Set();
  for (const question of wizard.questions) {
    known.add(question.id);
    if (!Object.hasOwn(raw, question.id)) continue;
    const value = cleanAnswer(question, raw[question.id]);
    if (value === null) refused.push(question.id);
    else answers[question.id] = value;
  }
  refused.push(...Object.keys(raw).filter((id) => !known.has(id)));
  return { answers, refused };
}

function cleanAnswer(question, value) {
  if (value === UNKNOWN && question.unknown) return UNKNOWN;
  if (question.type === "amount") return typeof value === "number" && value >= 0 && value <= MOST ? value : null;
  if (question.type === "one") return question.answers.includes(value) ? value : null;
  if (!Array.isArray(value) || !value.length || value.length > question.answers.length) return null;
  const chosen = question.answers.filter((id) => value.includes(id));
  return chosen.length === value.length && (chosen.length === 1 || !chosen.includes(NONE)) ? chosen : null;
}

/**
 * For each answer given, the other answers that would change an outcome, found by evaluating:
 * [{ question, answer, least, below, changes: [{ outcome, from, to }] }]; for an amount, `least` and `below` are the ids of the thresholds
 * between which it would have to be.
 */
export function whatWouldChange(wizard, answers, thresholds = wizard.thresholds, judge = prepare(wizard, thresholds)) {
  const present = judge(answers);
  const result = [];
  for (const question of wizard.questions) {
    if (!present.asked.includes(question.id) || answers[question.id] === undefined) continue;
    for (const other of otherAnswers(question, answers[question.id], wizard, thresholds)) {
      const after = judge({ ...answers, [question.id]: other.answer });
      const changes = present.outcomes
        .map(({ id, status }, index) => ({ outcome: id, from: status, to: after.outcomes[index].status }))
        .filter(({ from, to }) => from !== to);
      if (changes.length) result.push({ question: question.id, ...other, changes });
    }
  }
  return result;
}

function otherAnswers(question, given, wizard, thresholds) {
  if (question.type === "one") return question.answers.filter((id) => id !== given && id !== UNKNOWN).map((answer) => ({ answer }));
  if (question.type === "several") {
    const now = given === UNKNOWN || given.includes(NONE) ? [] : given;
    return question.answers.filter((id) => id !== NONE).map((id) => {
      const toggled = now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
      return { toggled: id, answer: toggled.length ? toggled : [NONE] };
    });
  }
  return amountSteps(question.id, wizard, thresholds)
    .filter(({ low, high }) => typeof given !== "number" || given < low || given >= high)
    .map(({ low, least, below }) => ({ answer: low, least, below }));
}

/** The intervals into which the thresholds cut an amount: [{ low, high, least, below }], from nothing to no limit. */
export function amountSteps(questionId, wizard, thresholds = wizard.thresholds) {
  const bounds = new Map();
  for (const id of thresholdsOf(questionId, wizard)) {
    if (typeof thresholds[id] === "number" && !bounds.has(thresholds[id])) bounds.set(thresholds[id], id);
  }
  const amounts = [...bounds.keys()].sort((one, other) => one - other);
  return [0, ...amounts].map((low, rank) => ({ low, high: amounts[rank] ?? Infinity, least: bounds.get(low) ?? null, below: bounds.get(amounts[rank]) ?? null }));
}

function thresholdsOf(questionId, wizard) {
  const found = new Set();
  const visit = (part) => {
    if (part.not) visit(part.not);
    else if (part.every || part.some) (part.every ?? part.some).forEach(visit);
    else if (part.question === questionId && (part.below ?? part.least)) found.add(part.below ?? part.least);
  };
  for (const { condition } of [...wizard.facts, ...wizard.rules]) visit(condition);
  for (const { when } of wizard.questions) if (when) visit(when);
  return found;
}
