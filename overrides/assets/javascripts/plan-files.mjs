/** A plan as files: a calendar (.ics) and a table (.csv). Rows are read by the page too. */

import { daysBetween, longDay } from "./calendar.mjs";
import { csvLine } from "./export-csv.mjs";
import { toIcs } from "./ics.mjs";

const REMINDER = "Vérifiez la date sur Légifrance avant de vous engager. Calculé sur le droit au";

/**
 * What a plan says, in the order of the days: [{ id, kind, label, start, end, days, basis }]. `kind`: "start", "law", "own" or "mark".
 * `label` names the day, `stage` what it ends; `basis` says where its length comes from; `texts` gives the page's words for a stage or a mark.
 */
export function rowsOf(plan, texts) {
  const first = { id: "debut", kind: "start", label: "Premier jour", stage: "", start: plan.start, end: plan.start, days: 0, slack: 0, basis: "" };
  const stages = plan.stages.map(({ stage, start, end, days, legal, slack }) => ({
    id: stage.id, kind: stage.law && legal.days !== null ? "law" : "own", label: stage.milestone.label, stage: stage.label, start, end, days, slack,
    basis: texts(stage.id, legal, days),
  }));
  const marks = plan.marks.map(({ mark, anchor, day }) => ({
    id: `repere-${mark.id}`, kind: "mark", label: mark.label, stage: "", start: day, end: day, days: daysBetween(day, anchor), slack: 0, basis: texts(`repere-${mark.id}`),
  }));
  return [first, ...stages, ...marks].sort((one, other) => (one.end < other.end ? -1 : one.end > other.end ? 1 : 0));
}

/** `series` is the same for the same purchase: a calendar that reads the file again moves the events instead of doubling them. */
export function planToIcs(rows, { title, series, lawDate, stamp }) {
  const events = rows.map((row) => ({
    id: `${series}-${row.id}`, day: row.end, title: row.label,
    text: [row.stage && `${row.stage}, depuis le ${longDay(row.start)}.`, row.basis, `${REMINDER} ${longDay(lawDate).replace(/^\S+ /, "")}.`].filter(Boolean).join("\n"),
  }));
  return new Blob([toIcs({ name: title, stamp, events })], { type: "text/calendar;charset=utf-8" });
}

const KINDS = { start: "Début", law: "Délai légal", own: "Durée libre", mark: "Repère" };

export function planToCsv(rows) {
  const lines = [["Date", "Jour", "Jalon", "Étape qui y mène", "Commencée le", "Jours", "Marge", "Nature", "Fondement"],
    ...rows.map((row) => [row.end, longDay(row.end), row.label, row.stage, row.start, row.kind === "mark" ? "" : String(row.days), row.slack ? String(row.slack) : "", KINDS[row.kind], row.basis])];
  return new Blob([`\ufeff${lines.map(csvLine).join("")}`], { type: "text/csv;charset=utf-8" });
}
