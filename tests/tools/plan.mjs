/* Asked: { data (what the page publishes), asked: [{ course, zone, options }], sweep?: {…} }; answered: the plans, as plain values. */

import { pathToFileURL } from "node:url";
import { serve } from "./serve.mjs";

const [, , scripts] = process.argv;
const from = (name) => import(pathToFileURL(`${scripts}/${name}`));
const { floorOf, legalMinimum, planOf, problemWords } = await from("plan.mjs");
const { planToCsv, planToIcs, rowsOf } = await from("plan-files.mjs");
const { addDays, isWorking, nextWorking } = await from("calendar.mjs");

const base = { buyer: "collectivite", electronic: true, notice: false, urgent: false, durations: {}, direction: "forwards" };
const calendarOf = (data, zone) => ({ ...data.calendar, holidays: { ...data.calendar.common, ...data.calendar.zones.find(({ id }) => id === zone).added } });
const least = (course, options) => Object.fromEntries(course.stages.filter(({ days }) => days > 0).map((stage) => [stage.id, legalMinimum(stage, options).days ?? 0]));
const complete = (course, options) => {
  const full = { ...base, durations: {}, ...options };
  return options.bare ? { ...full, durations: least(course, full) } : full;
};

await serve(async ({ data, asked = [], sweep = null }) => ({ plans: await plansOf(data, asked), misses: sweep ? missesOf(data, sweep) : [] }));

async function plansOf(data, asked) {
  const plans = [];
  for (const { course: id, zone = "metropole", options } of asked) {
    const course = data.courses.find((one) => one.id === id);
    const full = complete(course ?? { stages: [] }, options);
    const plan = planOf(course, full, calendarOf(data, zone));
    const rows = plan.stages ? rowsOf(plan, (name) => `base de ${name} ; « é, ; \\ »`) : [];
    plans.push({
      start: plan.start ?? null, signature: plan.signature ?? null, floor: course ? floorOf(course, full) : null,
      milestones: Object.fromEntries((plan.stages ?? []).map(({ stage, end }) => [stage.milestone.id, end])),
      marks: Object.fromEntries((plan.marks ?? []).map(({ mark, day }) => [mark.id, day])),
      problems: plan.problems.map((problem) => ({ kind: problem.kind, days: problem.days ?? problem.missing ?? null, legalDays: problem.legalDays ?? null, words: problemWords(problem) })),
      rows, ics: rows.length ? await planToIcs(rows, { title: "Accueil, médiathèque ; essai", series: "00000001", lawDate: data.lawDate, stamp: new Date(0) }).text() : null,
      csv: rows.length ? Buffer.from(await planToCsv(rows).arrayBuffer()).toString() : null, /* with its byte order mark */
    });
  }
  return plans;
}

/** Every day of a span, every course: backwards then forwards again must meet the wish, and one working day later must miss it. */
function missesOf(data, sweep) {
  const misses = [];
  for (const course of data.courses) {
    for (const { id: zone } of data.calendar.zones) {
      const calendar = calendarOf(data, zone);
      for (let day = sweep.from; day <= sweep.to; day = addDays(day, sweep.step)) {
        const back = planOf(course, complete(course, { ...sweep.options, direction: "backwards", day }), calendar);
        const again = planOf(course, complete(course, { ...sweep.options, day: back.start }), calendar);
        const later = planOf(course, complete(course, { ...sweep.options, day: nextWorking(addDays(back.start, 1), calendar.holidays) }), calendar);
        const off = back.stages.some(({ start, end }) => !isWorking(start, calendar.holidays) || !isWorking(end, calendar.holidays));
        const tooFew = again.stages.some(({ stage, days, legal }) => days < (legal.days ?? 0) || stage.minimum === undefined);
        if (again.signature > day || later.signature <= day || off || tooFew) misses.push([course.id, zone, day, back.start, again.signature, later.signature]);
      }
    }
  }
  return misses;
}
