/** Pieces of sentences that the three notes share. Pure: a wizard with its words in, plain French text out; « - » begins each line of a list. */

import { writeAmount } from "./amount.mjs";
import { UNKNOWN } from "./rules.mjs";

const IN_LETTERS = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"];

/** Up to sixteen, as everywhere on the site. */
export function inLetters(count) {
  return IN_LETTERS[count] ?? String(count);
}

export function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

export function lines(...found) {
  return found.flat().filter(Boolean).join("\n");
}

export function bullets(texts) {
  return texts.filter(Boolean).map((text) => `- ${text}`);
}

/** « La raison (art. L. 1, un guide). » */
export function reason(wizard, ruleId) {
  const { reason: text, sources } = wizard.words.rules[ruleId];
  const cited = sources.filter(Boolean).join(", ");
  return cited ? `${text.replace(/\.$/, "")} (${cited}).` : text;
}

export function reasons(wizard, ruleIds) {
  return ruleIds.map((id) => reason(wizard, id));
}

export function titleOf(wizard, outcomeId) {
  return wizard.words.outcomes[outcomeId].title;
}

/** « Un pair. Un collègue d'un autre service… » */
export function titleAndText(wizard, outcomeId) {
  const { title, text } = wizard.words.outcomes[outcomeId];
  return text ? `${ended(title)} ${text}` : ended(title);
}

export function ended(text) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** What was answered, in the words of the page. */
export function answerText(wizard, questionId, answer) {
  if (typeof answer === "number") return writeAmount(answer);
  const { answers } = wizard.words.questions[questionId];
  if (answer === UNKNOWN) return answers[UNKNOWN] ?? "";
  return (Array.isArray(answer) ? answer : [answer]).map((id) => quoted(answers[id])).join(" et ");
}

export function questionText(wizard, questionId) {
  return wizard.words.questions[questionId].text;
}

export function quoted(text) {
  return `«\u00a0${text}\u00a0»`;
}

/** The outcomes of a group that have one of `statuses`, or any when none is named, in the order of the file. */
export function outcomesOf(found, group, ...statuses) {
  return found.outcomes.filter((one) => one.group === group && (statuses.length ? statuses.includes(one.status) : one.status !== null));
}

/** The questions that have no sure answer. */
export function openQuestions(found, answers) {
  return found.asked.filter((id) => answers[id] === undefined || answers[id] === UNKNOWN);
}
