/** The texts of a « note de qualification », from the answers to « Est-ce un achat innovant ? ». Pure. It gathers clues; it never decides. */

import { cleanAnswers, prepare } from "./rules.mjs";
import { answerText, bullets, ended, inLetters, lines, openQuestions, outcomesOf, questionText, reasons, titleOf } from "./note-words.mjs";

export const INNOVATION = "est-ce-innovant";

export function qualificationNote({ wizards, sources }, answersOf) {
  const wizard = wizards[INNOVATION];
  const { answers } = wizard ? cleanAnswers(wizard, answersOf(INNOVATION)) : { answers: {} };
  if (!Object.keys(answers).length) return { lead: "Répondez à une première question : la note se remplira d’elle-même.", texts: {} };
  const found = prepare(wizard)(answers);
  return { lead: leadOf(found), texts: {
    nouveau: newness(wizard, answers),
    indices: lines(bullets(clues(wizard, found))) || "Aucun indice pour l’instant.",
    faiblesses: lines(bullets(weaknesses(wizard, found))) || "Aucun ne ressort de nos réponses. Faire relire par quelqu’un qui n’y croit pas.",
    inconnu: lines(bullets([...openQuestions(found, answers).map((id) => questionText(wizard, id)), unread(sources)])),
    voie: lines(bullets(doors(wizard, answers, found))),
  } };
}

/** Never « this is innovative »: how many clues, how many obstacles. */
export function leadOf(found) {
  const stops = outcomesOf(found, "obstacle").length;
  const clueCount = outcomesOf(found, "indice").length;
  const weak = outcomesOf(found, "faiblesse").length;
  const count = (number, one, many) => (number === 0 ? `aucun ${one}` : number === 1 ? `un ${one}` : `${inLetters(number)} ${many}`);
  return `Ce que vos réponses réunissent\u00a0: ${count(clueCount, "indice", "indices")}, ${count(weak, "point faible", "points faibles")}, ${count(stops, "point qui arrêterait la note", "points qui arrêteraient la note")}. Ce n’est pas un verdict\u00a0: aucun nombre d’indices n’est exigé.`;
}

function newness(wizard, answers) {
  const given = answers.nouveaute;
  return Array.isArray(given) ? lines(bullets([`${answerText(wizard, "nouveaute", given)}.`, ...(answers["pour-qui"] ? [`${questionText(wizard, "pour-qui")} ${answerText(wizard, "pour-qui", answers["pour-qui"])}.`] : [])])) : "";
}

function clues(wizard, found) {
  return outcomesOf(found, "indice").map((one) => described(wizard, one));
}

function weaknesses(wizard, found) {
  const stops = outcomesOf(found, "obstacle").map((one) => `À lever d’abord. ${described(wizard, one)}`);
  return [...stops, ...outcomesOf(found, "faiblesse").map((one) => described(wizard, one))];
}

function doors(wizard, answers, found) {
  const value = typeof answers.valeur === "number" ? `Valeur estimée du besoin entier\u00a0: ${answerText(wizard, "valeur", answers.valeur)}.` : "La valeur du besoin entier n’est pas encore calculée.";
  const missing = found.missing.length ? "Un seuil n’a pas de valeur à la date du droit : le montant n’a pas été comparé, lisez la page des seuils." : "";
  return [value, missing, ...outcomesOf(found, "porte").map((one) => described(wizard, one, false))];
}

export function described(wizard, { id, reasons: ruleIds }, withText = true) {
  const { text } = wizard.words.outcomes[id];
  return [ended(titleOf(wizard, id)), ...reasons(wizard, ruleIds), withText && text].filter(Boolean).join(" ");
}

/** Said in every note: the officials' own list was not read in full. */
function unread(sources) {
  return `Le faisceau d’indices de Bercy n’a pas pu être lu en entier pour préparer ces questions. Le télécharger et y répondre ligne par ligne${sources.clues ? ` (${sources.clues})` : ""}.`;
}
