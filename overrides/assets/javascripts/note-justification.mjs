/** The texts of a « note de justification », from what the dossier keeps of the three tools. Pure. */

import { writeAmount } from "./amount.mjs";
import { helpVerdict } from "./help-verdict.mjs";
import { described, leadOf as clueCount, INNOVATION } from "./note-qualification.mjs";
import { HELP } from "./note-opportunity.mjs";
import { cleanAnswers, prepare } from "./rules.mjs";
import { answerText, bullets, ended, lines, openQuestions, outcomesOf, questionText, quoted, reasons, titleOf } from "./note-words.mjs";
import { longDate } from "./export-text.mjs";
import { cleanSum } from "./value-sum.mjs";

export const ROUTES = "quelle-procedure";
const CALENDAR = "retroplanning";
const MOST_DATES = 30;
const NOTHING = "Rien n’est encore gardé dans ce dossier. Répondez à un outil, puis choisissez « Garder dans le dossier » : la note se remplira.";

/** `tools`: what the dossier keeps, { id: { answers, outcomes, lawDate, at } }. */
export function justificationNote({ wizards, sources }, answersOf, tools = {}) {
  const help = read(wizards[HELP], answersOf(HELP));
  const routes = read(wizards[ROUTES], answersOf(ROUTES));
  const innovation = read(wizards[INNOVATION], answersOf(INNOVATION));
  const used = [help, routes, innovation].filter(Boolean);
  if (!used.length) return { lead: NOTHING, texts: {} };
  const kept = used.map(({ wizard }) => quoted(wizard.title)).join(", ");
  return { lead: `Note préparée d’après ${kept}. Relisez chaque ligne : vous la signez.`, texts: {
    besoin: String(tools["note-opportunite"]?.sections?.projet ?? tools["note-qualification"]?.sections?.besoin ?? "").slice(0, 3000),
    aide: help ? helpText(help, sources) : "",
    valeur: lines(bullets(used.flatMap((one) => amounts(one, tools[one.wizard.id]?.sums)))),
    voie: routes ? lines(bullets(routesOf(routes, "recommandee"))) || "Aucune voie ne ressort encore : il manque des réponses." : "",
    autres: routes ? lines(bullets(routesOf(routes, "possible"))) : "",
    ecartees: routes ? lines(bullets(routesOf(routes, "ecartee"))) : "",
    innovation: innovation ? innovationText(innovation) : "",
    calendrier: calendar(tools[CALENDAR]),
    vigilance: lines(bullets(doubts(used, tools))),
    articles: lines(bullets(articles(used))),
    versions: lines(bullets(used.map(({ wizard }) => version(wizard, tools)))),
  } };
}

function read(wizard, raw) {
  if (!wizard) return null;
  const { answers } = cleanAnswers(wizard, raw);
  return Object.keys(answers).length ? { wizard, answers, found: prepare(wizard)(answers) } : null;
}

function helpText({ wizard, answers }, sources) {
  const verdict = helpVerdict(wizard, answers);
  if (!verdict.conclusion) return "";
  const choice = sources.choice ? `L’acheteur peut répondre à un besoin par ses propres moyens ou par un contrat (${sources.choice}).` : "";
  return lines(`Conclusion du raisonnement : ${ended(titleOf(wizard, verdict.conclusion).toLowerCase())} ${choice}`.trim(), bullets(reasons(wizard, verdict.reasons)));
}

function amounts({ wizard, answers }, sums) {
  return wizard.questions.filter(({ id, type }) => type === "amount" && typeof answers[id] === "number")
    .map(({ id }) => `${questionText(wizard, id)} ${answerText(wizard, id, answers[id])} (${quoted(wizard.title)}).${addition(wizard, sums?.[id], answers[id])}`);
}

/** « Calcul : 40 000 € HT (options) + … » when the dossier keeps how the value was reached. */
function addition(wizard, raw, total) {
  const found = cleanSum(raw, Object.keys(wizard.words.sum), total);
  return found ? ` Calcul\u00a0: ${found.map(([key, amount]) => `${writeAmount(amount)}, ${wizard.words.sum[key].toLowerCase()}`).join("\u202f; ")}.` : "";
}

/** The ways to buy that have `status`; what the rules say of anything else is not a route. */
function routesOf({ wizard, found }, status) {
  const routes = found.outcomes.filter((one) => wizard.words.outcomes[one.id].procedure && one.status === status);
  return routes.map((one) => described(wizard, one, false));
}

function innovationText({ wizard, found }) {
  const titles = (group) => outcomesOf(found, group).map(({ id }) => titleOf(wizard, id));
  const row = (word, found_) => found_.length && `${word}\u00a0: ${found_.join("\u202f; ")}.`;
  return lines(bullets([clueCount(found), row("Indices", titles("indice")), row("Points faibles", [...titles("obstacle"), ...titles("faiblesse")])]));
}

/** The dates that the planner kept; a dossier may come from anyone, hence the checks. */
function calendar(kept) {
  const dates = kept?.dates;
  if (typeof dates !== "object" || dates === null) return "";
  const told = Object.values(dates).filter((one) => typeof one?.label === "string" && /^\d{4}-\d{2}-\d{2}$/.test(one.day)).slice(0, MOST_DATES);
  if (!told.length) return "";
  const day = typeof kept.at === "string" ? `, gardé le ${longDate(kept.at)}` : "";
  const law = typeof kept.lawDate === "string" ? ` Délais du droit au ${longDate(kept.lawDate)}.` : "";
  return lines(`D’après le rétroplanning du dossier${day}.${law}`, bullets(told.map(({ label, day: on }) => `${label.slice(0, 120)}\u00a0: ${longDate(on)}.`)));
}

/** What is not known, what the law has changed since, what had no value. */
function doubts(used, tools) {
  return used.flatMap(({ wizard, answers, found }) => {
    const open = openQuestions(found, answers);
    const kept = tools[wizard.id];
    const moved = kept?.outcomes ? found.outcomes.filter(({ id, status }) => Object.hasOwn(kept.outcomes, id) && (kept.outcomes[id] ?? null) !== status) : [];
    return [
      open.length && `${quoted(wizard.title)}, sans réponse sûre\u00a0: ${open.map((id) => questionText(wizard, id)).join(" ")}`,
      found.missing.length && `${quoted(wizard.title)}\u00a0: un seuil n’a pas de valeur à la date du droit, le montant n’a pas été comparé.`,
      moved.length && `${quoted(wizard.title)}\u00a0: le résultat gardé le ${longDate(kept.at ?? "")} n’est plus celui d’aujourd’hui pour ${moved.map(({ id }) => quoted(titleOf(wizard, id))).join(", ")}. Les règles ont changé entre-temps.`,
    ];
  });
}

function articles(used) {
  const cited = used.flatMap(({ wizard, found }) => found.fired.flatMap((id) => wizard.words.rules[id].articles));
  return [...new Set(cited)].sort((one, other) => one.localeCompare(other, "fr", { numeric: true }));
}

function version(wizard, tools) {
  const kept = tools[wizard.id]?.at;
  return `${quoted(wizard.title)}\u00a0: droit au ${longDate(wizard.lawDate)}, règles relues le ${longDate(wizard.checkedOn)}${typeof kept === "string" ? `, réponses gardées le ${longDate(kept)}` : ""}.`;
}
