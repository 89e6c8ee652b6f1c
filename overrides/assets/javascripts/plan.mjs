/**
 * A purchase put on the calendar, forwards from a day or backwards from a wished signature. No page here.
 *
 * A course, as macros/rendering/planner.py publishes it:
 *   { id, stages: [{ id, label, days, minimum, reductions: [{ days, cause }], offline, wait, milestone }], marks: [{ id, … }] }
 * `minimum` is null where the law gives no figure; `days` is what is proposed; `wait` says that the milestone comes the day after.
 *
 * Options: { buyer, electronic, notice, urgent, noticeSent, durations: { stage: days }, direction: "forwards" | "backwards", day, today }.
 */

import { addDays, addMonths, dayCount, daysBetween, endOfDelay, firstDayAfterWait, isDay, longDay, nextWorking, previousWorking } from "./calendar.mjs";

export const MOST_DAYS = 730;

/** The least the law allows for `stage` under `options`: { days, cause }, days null when it gives no figure. */
export function legalMinimum(stage, options) {
  if (stage.minimum === null) return { days: null, cause: null };
  if (stage.offline !== null && !options.electronic) return { days: stage.offline, cause: "offline" };
  const allowed = { electronique: options.electronic, preinformation: options.notice, urgence: options.urgent };
  return stage.reductions.filter(({ cause }) => allowed[cause])
    .reduce((least, one) => (one.days < least.days ? one : least), { days: stage.minimum, cause: null });
}

/** Days of each stage: the reader's, never less than the law's. `short` tells what was asked below the minimum. */
export function durationsOf(course, options) {
  return course.stages.map((stage) => {
    const legal = legalMinimum(stage, options);
    const asked = options.durations?.[stage.id];
    const wished = isDuration(asked) ? asked : Math.max(legal.days ?? 0, stage.days);
    const days = Math.max(wished, legal.days ?? 0);
    return { stage, days, legal, short: days - wished };
  });
}

export function isDuration(value) {
  return Number.isInteger(value) && value >= 0 && value <= MOST_DAYS;
}

/** The legal floor of a course: the sum of its minima, in calendar days, before any Sunday or holiday. */
export function floorOf(course, options) {
  return course.stages.reduce((sum, stage) => sum + (legalMinimum(stage, options).days ?? 0), 0);
}

/** The day a stage of `days` begun on `start` bears fruit: its last day, or the morrow for a wait. */
function finish(stage, start, days, holidays) {
  return stage.wait ? firstDayAfterWait(start, days, holidays) : endOfDelay(start, days, holidays);
}

/** The latest working day on which to begin a stage that must be over on `limit`. */
function latestStart(stage, limit, days, holidays) {
  let start = previousWorking(addDays(limit, -days - (stage.wait ? 1 : 0)), holidays);
  while (finish(stage, start, days, holidays) > limit) start = previousWorking(addDays(start, -1), holidays);
  return start;
}

function forwards(lengths, from, holidays) {
  let start = nextWorking(from, holidays);
  return lengths.map((length) => {
    const end = finish(length.stage, start, length.days, holidays);
    const placed = { ...length, start, end, slack: 0 };
    start = end;
    return placed;
  });
}

/** Each stage as late as may be. One ends the day the next begins: the days it gains that way, over a Sunday or a holiday, are its `slack`. */
function backwards(lengths, target, holidays) {
  let limit = null;
  const placed = [];
  for (const length of [...lengths].reverse()) {
    const start = latestStart(length.stage, limit ?? previousWorking(target, holidays), length.days, holidays);
    const least = finish(length.stage, start, length.days, holidays);
    placed.unshift({ ...length, start, end: limit ?? least, slack: limit === null ? 0 : daysBetween(least, limit) });
    limit = start;
  }
  return placed;
}

/**
 * The plan: { stages: [{ stage, days, legal, short, start, end }], marks, start, signature, floor, problems: [{ kind, … }] }, or
 * { problems } alone when nothing can be computed. `calendar`: { from, to, holidays }, the years whose holidays are known.
 */
export function planOf(course, options, calendar) {
  if (!course) return { problems: [{ kind: "course" }] };
  if (!isDay(options.day)) return { problems: [{ kind: "day" }] };
  const known = { ...calendar, holidays: guarded(calendar) };
  try {
    const plan = drawUp(course, options, known);
    const useless = options.notice ? noticeProblem(plan, options) : null;
    /* A prior notice outside its window shortens nothing: the plan is the one without it. */
    const sound = useless ? drawUp(course, { ...options, notice: false }, known) : plan;
    if (useless) sound.problems.unshift(useless);
    return sound;
  } catch (error) {
    if (error !== UNKNOWN_YEAR) throw error;
    return { problems: [outside(calendar)] };
  }
}

function drawUp(course, options, calendar) {
  if (!covers(calendar, options.day)) throw UNKNOWN_YEAR;
  const lengths = durationsOf(course, options);
  const stages = (options.direction === "backwards" ? backwards : forwards)(lengths, options.day, calendar.holidays);
  const problems = stages.filter(({ short }) => short > 0).map(({ stage, legal, short }) => ({ kind: "short", stage, minimum: legal.days, missing: short }));
  const plan = { course, stages, start: stages[0].start, signature: stages.at(-1).end, floor: floorOf(course, options), problems };
  checkToday(plan, lengths, options, calendar);
  plan.marks = marksOf(course, stages, options, calendar);
  return plan;
}

function outside({ from, to }) {
  return { kind: "years", from, to };
}

function covers({ from, to }, day) {
  const year = +day.slice(0, 4);
  return year >= from && year <= to;
}

const UNKNOWN_YEAR = new Error("a year whose holidays are not known");

/** The holidays, refusing to say that a day of an unknown year is none: a wrong date would follow. */
function guarded(calendar) {
  return new Proxy(calendar.holidays, {
    getOwnPropertyDescriptor(target, key) {
      if (!covers(calendar, key)) throw UNKNOWN_YEAR;
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
}

/** A wished signature that asks to have begun before today: by how much, and what would still be possible. */
function checkToday(plan, lengths, options, calendar) {
  const { today } = options;
  if (!isDay(today) || !covers(calendar, today) || plan.start >= today) return;
  const days = daysBetween(plan.start, today);
  if (options.direction !== "backwards") return void plan.problems.push({ kind: "past", days });
  const legalSignature = signedFrom(today, lengths.map((length) => ({ ...length, days: length.legal.days ?? 0 })), calendar);
  plan.problems.push({
    kind: "late", days, signature: signedFrom(today, lengths, calendar), legalSignature,
    legalDays: legalSignature === null ? null : daysBetween(options.day, legalSignature),
  });
}

function signedFrom(day, lengths, { holidays }) {
  try {
    return forwards(lengths, day, holidays).at(-1).end;
  } catch (error) {
    if (error === UNKNOWN_YEAR) return null;
    throw error;
  }
}

/** What makes a prior notice useless: no delay of this route yields to it, or it is sent outside its window. Null when it serves. */
function noticeProblem(plan, options) {
  const [soonest, latest] = ["preinformation-au-plus-tot", "preinformation-au-plus-tard"].map((id) => plan.course.marks.find((mark) => mark.id === id));
  if (!soonest || !latest) return { kind: "notice-useless" };
  const call = dayOf(plan.stages, "avis");
  const last = addDays(call, -latest.delay);
  const first = addMonths(call, -soonest.delay);
  const sent = isDay(options.noticeSent) ? options.noticeSent : options.today;
  if (!isDay(sent)) return null;
  if (sent > last) return { kind: "notice-late", days: daysBetween(last, sent), limit: last, planned: isDay(options.noticeSent) };
  if (isDay(options.noticeSent) && sent < first) return { kind: "notice-early", days: daysBetween(sent, first), limit: first };
  return null;
}

/** The day of a milestone: when the stage that leads to it is over. */
export function dayOf(stages, milestone) {
  return stages.find(({ stage }) => stage.milestone.id === milestone)?.end ?? null;
}

/**
 * What falls around the milestones. Counted backwards, or as a greatest delay, a day that is off gives way to the working day before:
 * the site never lends time to whom has a duty.
 */
function marksOf(course, stages, options, { holidays }) {
  return course.marks.flatMap((mark) => {
    const anchor = dayOf(stages, mark.anchor);
    if ((mark.needsNotice && !options.notice) || anchor === null || !mark.profiles.includes(options.buyer)) return [];
    const reduced = mark.urgent !== null && options.urgent ? mark.urgent : mark.delay;
    const count = mark.side === "before" ? -reduced : reduced;
    const day = mark.unit === "mois" ? addMonths(anchor, count) : addDays(anchor, count);
    try {
      return [{ mark, anchor, day: mark.earliest ? nextWorking(day, holidays) : previousWorking(day, holidays) }];
    } catch (error) {
      if (error === UNKNOWN_YEAR) return []; /* better no date than one that may be a holiday */
      throw error;
    }
  }).sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** A problem as a sentence. */
export function problemWords(problem) {
  return WORDS[problem.kind](problem);
}

const WORDS = {
  course: () => "Cette voie n’est pas ouverte à cet acheteur dans nos données. Choisissez-en une autre, ou lisez le tableau plus bas.",
  day: () => "Donnez un jour qui existe, par exemple 4 janvier 2027.",
  years: ({ from, to }) => `Nous connaissons les jours fériés de ${from} à ${to}. Une date du calendrier en sort : nous ne calculons pas.`,
  short: ({ stage, minimum, missing }) => `« ${stage.label} » : la loi demande au moins ${dayCount(minimum)}, il en manque ${missing}. Nous avons compté le minimum.`,
  past: ({ days }) => `Ce calendrier commence ${dayCount(days)} avant aujourd’hui.`,
  late: ({ days, signature, legalSignature, legalDays }) => `Trop tard de ${dayCount(days)} : il aurait fallu commencer avant aujourd’hui. `
    + (signature ? `En commençant aujourd’hui, avec vos durées, la signature tombe le ${longDay(signature)}. ` : "")
    + (legalDays === null ? "" : legalDays > 0
      ? `Même sans aucune durée libre, les minima légaux mènent au ${longDay(legalSignature)}, ${dayCount(legalDays)} après la date souhaitée : elle est impossible.`
      : "Les minima légaux tiendraient : ce sont les durées libres qu’il faut réduire."),
  "notice-useless": () => "Un avis de préinformation ne raccourcit aucun délai de cette voie.",
  "notice-late": ({ days, limit, planned }) => `${planned ? "L’avis de préinformation part" : "Envoyé aujourd’hui, l’avis de préinformation partirait"} ${dayCount(days)} trop tard `
    + `pour cet avis de marché : le dernier jour était le ${longDay(limit)}. Il ne réduit aucun délai ; nous avons compté sans lui.`,
  "notice-early": ({ days, limit }) => `L’avis de préinformation est parti ${dayCount(days)} trop tôt : le premier jour est le ${longDay(limit)}. Il ne réduit aucun délai ; nous avons compté sans lui.`,
};
