/**
 * The dated values of the thresholds: that of a day, what has changed since, what is coming. No page, no clock.
 *
 * A threshold: { id, label, group, profiles, comparison, follows, values: [{ from, until, amount, contradictory, confidence }] }. Days are
 * texts, « 2026-11-23 »; `until` is included, null when not known; `follows` is the first day on which it follows its series.
 */

/** The firm value in force on `day`, or null: never the nearest one. */
export function valueOn(threshold, day) {
  if (threshold.follows && day < threshold.follows) return null;
  return firm(threshold).find((value) => covers(value, day)) ?? null;
}

/** What other sources say for `day`; never shown without the firm value, nor instead of it. */
export function contradictionsOn(threshold, day) {
  return valueOn(threshold, day) ? threshold.values.filter((value) => value.contradictory && covers(value, day)) : [];
}

/** The values that began after `day`, until `today`: only those whose amount differs from the one before. */
export function changesSince(threshold, day, today) {
  return changes(threshold).filter(({ value }) => value.from > day && value.from <= today);
}

/** What is known to come after both days: values to come, and an end that nothing follows. */
export function comingAfter(threshold, day, today) {
  const latest = day > today ? day : today;
  const values = changes(threshold).filter(({ value }) => value.from > latest);
  const last = firm(threshold).at(-1);
  const end = last?.until && last.until >= latest ? last.until : null;
  return { values, end };
}

/** A line for each threshold that concerns `profile` (any, when it is empty), in the order given. */
export function linesOn(thresholds, { day, today, profile }) {
  return thresholds.filter(({ profiles }) => !profile || profiles.includes(profile)).map((threshold) => ({
    threshold, value: valueOn(threshold, day), contradictions: contradictionsOn(threshold, day),
    since: changesSince(threshold, day, today), coming: comingAfter(threshold, day, today),
  }));
}

function firm({ values }) {
  return values.filter(({ contradictory }) => !contradictory);
}

function changes(threshold) {
  return firm(threshold).map((value, rank, all) => ({ value, former: all[rank - 1] ?? null }))
    .filter(({ value, former }) => former && former.amount !== value.amount && (!threshold.follows || value.from >= threshold.follows));
}

function covers({ from, until }, day) {
  return from <= day && (until === null || day <= until);
}
