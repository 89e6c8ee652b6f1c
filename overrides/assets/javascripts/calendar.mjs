/**
 * Days, and the way this site counts them (docs/choisir/delais.md#compter): the day of the sending does not count; all the days of the
 * calendar do; a delay ends with its last day; a last day that is a Saturday, a Sunday or a public holiday gives way to the next
 * working day. No page, no clock: days are texts, « 2026-11-23 », and the holidays are given.
 */

const DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WEEKDAYS = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
const MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

/** Whether `text` is a day that exists: « 2027-02-29 » is none. */
export function isDay(text) {
  const found = typeof text === "string" && ISO.exec(text);
  return Boolean(found) && toText(Date.UTC(+found[1], +found[2] - 1, +found[3])) === text;
}

function toNumber(day) {
  return Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10));
}

function toText(number) {
  return new Date(number).toISOString().slice(0, 10);
}

export function addDays(day, count) {
  return toText(toNumber(day) + count * DAY);
}

/** How many days lead from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from, to) {
  return Math.round((toNumber(to) - toNumber(from)) / DAY);
}

/** The same day `count` months later; the last of the month when it has none (31 January + 1 month: 28 February). */
export function addMonths(day, count) {
  const date = new Date(toNumber(day));
  const month = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0));
  month.setUTCDate(Math.min(date.getUTCDate(), month.getUTCDate()));
  return toText(month.getTime());
}

/** « Samedi », « Ascension »: why nothing ends on `day`, or null when it is a working day. */
export function whyOff(day, holidays) {
  const rank = new Date(toNumber(day)).getUTCDay();
  if (Object.hasOwn(holidays, day)) return holidays[day];
  return rank === 0 || rank === 6 ? WEEKDAYS[rank] : null;
}

export function isWorking(day, holidays) {
  return whyOff(day, holidays) === null;
}

/** `day`, or the first working day after it. */
export function nextWorking(day, holidays) {
  while (!isWorking(day, holidays)) day = addDays(day, 1);
  return day;
}

/** `day`, or the last working day before it. */
export function previousWorking(day, holidays) {
  while (!isWorking(day, holidays)) day = addDays(day, -1);
  return day;
}

/** The last day of a delay of `count` days that something done on `start` sets going. */
export function endOfDelay(start, count, holidays) {
  return nextWorking(addDays(start, count), holidays);
}

/** The first day on which one may sign, when rejections sent on `sent` open a wait of `count` days: the morrow of its last day. */
export function firstDayAfterWait(sent, count, holidays) {
  return nextWorking(addDays(endOfDelay(sent, count, holidays), 1), holidays);
}

/** « lundi 23 novembre 2026 », « jeudi 1er avril 2027 ». */
export function longDay(day) {
  const date = new Date(toNumber(day));
  const rank = date.getUTCDate();
  return `${WEEKDAYS[date.getUTCDay()]} ${rank === 1 ? "1er" : rank} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** « 1 jour », « 23 jours ». */
export function dayCount(count) {
  return `${count} jour${Math.abs(count) > 1 ? "s" : ""}`;
}
