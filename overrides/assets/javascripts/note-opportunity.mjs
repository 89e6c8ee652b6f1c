/** The texts of a « note d'opportunité », from the answers to « Faut-il se faire aider ? ». Pure. */

import { helpVerdict } from "./help-verdict.mjs";
import { answerText, bullets, capital, inLetters, lines, outcomesOf, questionText, quoted, reasons, titleAndText, titleOf, ended } from "./note-words.mjs";

export const HELP = "faut-il-se-faire-aider";
const ALONE = "seuls";
const WAIT = "attendre";
const PARTS = ["partie", "confier"];
const MOST_CHANGES = 2;
const MOST_REASONS = 5; /* the note holds on one sheet of paper; the page shows them all */

/** { lead, retained: the conclusion, depends: [{ title, lines }], changes: the same, texts: { section: text } }; no texts while nothing is answered. */
export function opportunityNote({ wizards }, answersOf) {
  const wizard = wizards[HELP];
  const verdict = wizard ? helpVerdict(wizard, answersOf(HELP)) : { conclusion: null };
  if (!verdict.conclusion) return { lead: "Répondez à une première question : la note se remplira d’elle-même.", texts: {} };
  return {
    lead: leadOf(wizard, verdict),
    retained: verdict.conclusion,
    depends: verdict.depends.map((one) => ({ title: questionText(wizard, one.question), lines: ways(wizard, one.cases.map((found) => ({ ...found, question: one.question }))).map(([conclusion, texts]) => `Si ${texts.join(" ou ")}\u00a0: ${lowered(titleOf(wizard, conclusion))}.`) })),
    changes: shownChanges(wizard, verdict),
    texts: {
      decision: decision(wizard, verdict),
      raisons: lines(bullets(weighed(wizard, verdict))),
      changerait: lines(bullets(changes(wizard, verdict))),
      "nous-confions": handedOver(wizard, verdict),
      aide: help(wizard, verdict),
      apprendre: lines(bullets(recommended(wizard, verdict, "apprendre"))),
      etapes: lines(bullets([...recommended(wizard, verdict, "avant"), ...wizard.words.outcomes[verdict.conclusion].links.map(ended)])),
    },
  };
}

export function leadOf(wizard, verdict) {
  const parts = [`${verdict.depends.length ? "Pour l’instant" : "Vos réponses disent"}\u00a0: ${lowered(titleOf(wizard, verdict.conclusion))}.`];
  if (verdict.depends.length) parts.push(`Cela dépend encore de ${verdict.depends.length === 1 ? "la question" : "ces questions"}\u00a0: ${verdict.depends.map(({ question }) => quoted(questionText(wizard, question))).join(", ")}.`);
  return parts.join(" ");
}

function decision(wizard, verdict) {
  const parts = PARTS.includes(verdict.conclusion) ? partTitles(wizard, verdict) : [];
  const head = `${verdict.depends.length ? "Pour l’instant\u00a0: " : ""}${depending(titleOf(wizard, verdict.conclusion), verdict)}${parts.length ? `\u00a0: ${parts.map(lowered).join("\u202f; ")}` : ""}.`;
  return lines(head, verdict.depends.map((one) => dependence(wizard, one)));
}

/** « Cela dépend : « Que coûterait une erreur ? » Si « des travaux… », se faire aider pour une partie. » */
function dependence(wizard, { question, cases }) {
  const ifs = ways(wizard, cases.map((one) => ({ ...one, question }))).map(([conclusion, texts]) => `si ${texts.join(" ou ")}, ${lowered(titleOf(wizard, conclusion))}`);
  return `Cela dépend encore de ${quoted(questionText(wizard, question))}\u00a0: ${ifs.join("\u202f; ")}.`;
}

/** [[conclusion, the answers that lead to it]] */
function ways(wizard, cases) {
  const byConclusion = new Map();
  for (const { question, answer, conclusion } of cases) byConclusion.set(conclusion, [...(byConclusion.get(conclusion) ?? []), answerText(wizard, question, answer)]);
  return [...byConclusion];
}

function depending(title, verdict) {
  return verdict.depends.length ? lowered(title) : title;
}

/** What decided first, then what only set aside the lighter ways. */
function weighed(wizard, verdict) {
  if (verdict.conclusion !== ALONE) {
    const all = [...verdict.decisive, ...verdict.reasons.filter((id) => !verdict.decisive.includes(id))];
    const more = all.length - MOST_REASONS;
    return [...reasons(wizard, all.slice(0, MOST_REASONS)), more > 0 && `${more === 1 ? "Une autre raison va" : `${capital(inLetters(more))} autres raisons vont`} dans le même sens.`];
  }
  const said = outcomesOf(verdict.found, "forme", "recommandee").flatMap((one) => one.reasons);
  return ["Aucune de nos réponses n’appelle une aide.", ...reasons(wizard, said)];
}

function changes(wizard, verdict) {
  return changesByConclusion(wizard, verdict).map(([conclusion, questions]) => {
    const all = [...questions].map(([question, answers]) => `à ${quoted(questionText(wizard, question))} nous répondions ${answers.join(" ou ")}`);
    const more = all.length - MOST_CHANGES;
    const rest = more > 0 ? `, ou autrement à ${more === 1 ? "une autre question" : `l’une de ${inLetters(more)} autres questions`}` : "";
    return `${titleOf(wizard, conclusion)}, si ${all.slice(0, MOST_CHANGES).join(", ou si ")}${rest}.`;
  });
}

/** All of them, for the page, which has room. */
function shownChanges(wizard, verdict) {
  return changesByConclusion(wizard, verdict).map(([conclusion, questions]) => ({
    title: `${titleOf(wizard, conclusion)}, si une de ces réponses changeait`,
    lines: [...questions].map(([question, answers]) => `${questionText(wizard, question)} ${answers.join(" ou ")}`),
  }));
}

/** [[conclusion, Map of question → the answers that would lead to it]], from the lightest conclusion. */
function changesByConclusion(wizard, verdict) {
  const byConclusion = new Map();
  for (const { question, answer, conclusion } of verdict.changes) {
    const asked = byConclusion.get(conclusion) ?? new Map();
    asked.set(question, [...(asked.get(question) ?? []), answerText(wizard, question, answer)]);
    byConclusion.set(conclusion, asked);
  }
  const order = Object.keys(wizard.words.outcomes);
  return [...byConclusion].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
}

function handedOver(wizard, verdict) {
  if (verdict.conclusion === WAIT) return "Rien pour le moment.";
  if (!PARTS.includes(verdict.conclusion)) return "Rien : nous menons.";
  return lines(bullets(recommended(wizard, verdict, "partie")));
}

/** The forms that answer what decided; the others, beside them, so as not to buy more of the former. */
function help(wizard, verdict) {
  if (verdict.conclusion === WAIT) return "Aucune pour le moment.";
  const forms = outcomesOf(verdict.found, "forme", "recommandee");
  const main = forms.filter((one) => one.reasons.some((id) => verdict.decisive.includes(id)));
  const beside = forms.filter((one) => !main.includes(one));
  if (!main.length) return lines(bullets(beside.map(({ id }) => titleAndText(wizard, id)))) || "Aucune.";
  const more = beside.length ? `À côté\u00a0: ${beside.map(({ id }) => lowered(titleOf(wizard, id))).join(", ")}.` : "";
  return lines(bullets([...main.map(({ id }) => titleAndText(wizard, id)), more]));
}

function recommended(wizard, verdict, group) {
  return outcomesOf(verdict.found, group, "recommandee").map(({ id }) => titleAndText(wizard, id));
}

function partTitles(wizard, verdict) {
  return outcomesOf(verdict.found, "partie", "recommandee").map(({ id }) => titleOf(wizard, id));
}

function lowered(text) {
  return text[0].toLowerCase() + text.slice(1);
}
