/** What a checklist makes of what is kept: numbers, choices and changes. No page, no storage. */

import { TEXTS, replacement } from "./case-file.mjs";

/** How many of `itemIds` were examined: done, or said not to apply. Never a percentage: it would pass for a mark. */
export function countExamined(itemIds, entries) {
  return itemIds.filter((id) => isExamined(entries[id])).length;
}

export function isExamined(entry) {
  return entry?.state === "done" || entry?.state === "not_applicable";
}

/** Whether an item is among those asked for: "all", "todo", "done", "not_applicable" or "noted". */
export function isAsked(filter, entry) {
  if (filter === "all") return true;
  if (filter === "noted") return TEXTS.some((name) => entry?.[name]);
  return (entry?.state ?? "todo") === filter;
}

/** The changes that put every item of a list back to « à faire », notes kept, and those that would bring the answers back. */
export function clearing(list, entries, now = new Date()) {
  const examined = Object.entries(entries).filter(([, entry]) => isExamined(entry));
  const later = new Date(now.getTime() + 1);
  return {
    changes: examined.map(([item, entry]) => ({ kind: "answer", list, item, patch: { state: "todo" }, wording: entry.text, at: now.toISOString() })),
    restoring: examined.map(([item, entry]) => replacement(list, item, { ...entry, at: later.toISOString() }, later)),
  };
}

/** `pattern` with its {names} replaced. */
export function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
