/** What a checklist makes of what is kept: numbers and changes. No page, no storage. */

/** How many of `itemIds` are ticked. */
export function countDone(itemIds, entries) {
  return itemIds.filter((id) => entries[id]?.state === "done").length;
}

/** The changes that forget every entry of a list, and those that would bring them all back. */
export function clearing(list, revision, entries) {
  const ids = Object.keys(entries);
  return {
    changes: ids.map((item) => ({ list, revision, item, entry: null })),
    restoring: ids.map((item) => ({ list, revision, item, entry: entries[item] })),
  };
}

/** `pattern` with its {names} replaced. */
export function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
