/**
 * The answers of a wizard in the fragment of an address, which browsers never send: « #reponses=acheteur:etat,valeur:120000,traits:a+b ».
 * What is read back comes from a stranger: its length is bounded, and rules.mjs keeps only the answers it knows.
 */

import { UNKNOWN, cleanAnswers } from "./rules.mjs";

export const MARK = "#reponses=";
const LONGEST = 4_000;

export function writeFragment(wizard, answers) {
  const parts = wizard.questions
    .filter(({ id }) => answers[id] !== undefined)
    .map(({ id }) => `${id}:${Array.isArray(answers[id]) ? answers[id].join("+") : answers[id]}`);
  return parts.length ? MARK + parts.join(",") : "";
}

export const isFragment = (fragment) => fragment.startsWith(MARK);

/** { answers, refused }: `refused` is what could not be understood, or null when the whole was unreadable. */
export function readFragment(wizard, fragment) {
  const nothing = { answers: Object.create(null), refused: null };
  if (!isFragment(fragment) || fragment.length > LONGEST) return nothing;
  let text;
  try {
    text = decodeURIComponent(fragment.slice(MARK.length));
  } catch {
    return nothing;
  }
  const raw = Object.create(null);
  const twice = [];
  for (const part of text.split(",")) {
    const cut = part.indexOf(":");
    const id = cut < 0 ? part : part.slice(0, cut);
    if (id in raw) twice.push(id);
    raw[id] = cut < 0 ? null : readValue(wizard.questions.find((question) => question.id === id), part.slice(cut + 1));
  }
  const { answers, refused } = cleanAnswers(wizard, raw);
  for (const id of twice) delete answers[id];
  return { answers, refused: [...refused, ...twice] };
}

function readValue(question, text) {
  if (text === UNKNOWN) return UNKNOWN;
  if (question?.type === "amount") return /^\d{1,13}(\.\d{1,2})?$/.test(text) ? Number(text) : null;
  return question?.type === "several" ? text.split("+") : text;
}
