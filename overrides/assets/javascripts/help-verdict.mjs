/**
 * « Faut-il se faire aider ? »: from what the rules say of each form of help to one conclusion. The conclusions come from the lightest to
 * the heaviest, and the rules only set aside: the first that no answer sets aside is the one, unless an answer says to wait. Pure.
 */

import { UNKNOWN, cleanAnswers, prepare } from "./rules.mjs";

const GROUP = "conclusion";
const STOP = "attendre";
const KEPT = "recommandee";
const SET_ASIDE = "ecartee";

/**
 * { conclusion, reasons: [rule ids], decisive: [rule ids], depends: [{ question, cases: [{ answer, conclusion }] }], changes: [{ question, answer, conclusion }],
 *   answered, asked, found }. `conclusion` is null while nothing is answered; `depends` are the questions without a sure answer whose
 * answer would change it; `changes`, the other answers to the questions answered. `decisive` are the reasons that set aside what is just
 * lighter; the other reasons only set aside what is lighter still.
 */
export function helpVerdict(wizard, raw) {
  const { answers } = cleanAnswers(wizard, raw);
  const judge = prepare(wizard);
  const found = judge(answers);
  const answered = found.asked.filter((id) => answers[id] !== undefined && answers[id] !== UNKNOWN);
  const conclusion = answered.length ? conclusionOf(found.outcomes) : null;
  const after = (question, answer) => conclusionOf(judge({ ...answers, [question]: answer }).outcomes);
  const others = wizard.questions.filter(({ id }) => found.asked.includes(id)).map(({ id, answers: ids }) => ({
    question: id,
    sure: answered.includes(id),
    cases: ids.filter((answer) => answer !== answers[id] && answer !== UNKNOWN).map((answer) => ({ answer, conclusion: after(id, answer) })),
  }));
  const differing = (cases) => cases.filter((one) => one.conclusion !== conclusion);
  return {
    conclusion,
    reasons: conclusion ? reasonsFor(conclusion, found, wizard) : [],
    decisive: conclusion ? reasonsFor(conclusion, found, wizard, 1) : [],
    depends: conclusion ? others.filter(({ sure, cases }) => !sure && differing(cases).length).map(({ question, cases }) => ({ question, cases })) : [],
    changes: conclusion ? others.filter(({ sure }) => sure).flatMap(({ question, cases }) => differing(cases).map((one) => ({ question, ...one }))) : [],
    answered: answered.length,
    asked: found.asked.length,
    found,
  };
}

/** The id of the conclusion; null if every one were set aside, which the tests forbid. */
export function conclusionOf(outcomes) {
  const ladder = outcomes.filter(({ group }) => group === GROUP);
  if (ladder.some(({ id, status }) => id === STOP && status === KEPT)) return STOP;
  return ladder.find(({ id, status }) => id !== STOP && status !== SET_ASIDE)?.id ?? null;
}

/** The rules that set aside the `most` conclusions just lighter, or that say to wait, in the order of the file. */
function reasonsFor(conclusion, { outcomes, fired }, wizard, most = Infinity) {
  const ladder = outcomes.filter(({ group, id }) => group === GROUP && id !== STOP);
  const place = ladder.findIndex(({ id }) => id === conclusion);
  const weighed = conclusion === STOP ? outcomes.filter(({ id }) => id === STOP) : ladder.slice(Math.max(0, place - most), place);
  const wanted = new Set(weighed.flatMap(({ reasons }) => reasons));
  return wizard.rules.map(({ id }) => id).filter((id) => wanted.has(id) && fired.includes(id));
}
