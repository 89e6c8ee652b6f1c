/**
 * Brings two copies of a dossier together. What only one has joins; what both say alike unites; what they say differently is left to the
 * reader: nothing is chosen for them. No page, no storage.
 */

import { LIMITS, TEXTS, copyCaseFile, itemsOf, tidyEntry } from "./case-file.mjs";

const CHOICES = ["mine", "theirs", "both"];

/** { merged, added, completed, same, conflicts }; each conflict is { list, item, mine, theirs, fields, canJoin }. */
export function compareCaseFiles(mine, theirs) {
  const merged = copyCaseFile(mine);
  const outcome = { merged, added: 0, completed: 0, same: 0, conflicts: [], tools: [] };
  for (const [listId, theirList] of Object.entries(theirs.lists)) {
    const list = (merged.lists[listId] ??= { ...theirList, items: Object.create(null) });
    for (const [item, entry] of Object.entries(theirList.items)) compareItem(outcome, list, listId, item, itemsOf(mine, listId)[item], entry);
  }
  for (const [id, tool] of Object.entries(theirs.tools)) {
    if (!(id in merged.tools)) merged.tools[id] = tool;
    else if (JSON.stringify(merged.tools[id]) !== JSON.stringify(tool)) outcome.tools.push(id);
  }
  return outcome;
}

function compareItem(outcome, list, listId, item, mine, theirs) {
  if (!mine) {
    list.items[item] = { ...theirs };
    outcome.added += 1;
    return;
  }
  const fields = ["state", ...TEXTS].filter((name) => (mine[name] ?? "") !== (theirs[name] ?? ""));
  if (!fields.length) {
    outcome.same += 1;
    if (theirs.at > mine.at) list.items[item] = { ...theirs };
    return;
  }
  /* An empty note says nothing: the other's joins. */
  if (!fields.includes("state") && fields.every((name) => !mine[name] || !theirs[name])) {
    list.items[item] = { ...theirs, ...mine, at: latest(mine, theirs) };
    outcome.completed += 1;
    return;
  }
  const canJoin = fields.some((name) => isLong(name) && mine[name] && theirs[name] && joined(mine[name], theirs[name]).length <= LIMITS[name]);
  outcome.conflicts.push({ list: listId, item, mine, theirs, fields, canJoin });
}

/** `outcome.merged` with the reader's `choices`, one for each conflict: "mine", "theirs" or "both" (mine, and both texts). */
export function settle({ merged, conflicts }, choices, now = new Date()) {
  if (conflicts.some((conflict, rank) => !CHOICES.includes(choices[rank]))) throw new RangeError("a conflict has no choice");
  const settled = copyCaseFile(merged);
  conflicts.forEach(({ list, item, mine, theirs }, rank) => {
    settled.lists[list].items[item] = chosen(choices[rank], mine, theirs);
  });
  settled.changed = now.toISOString();
  return settled;
}

function chosen(choice, mine, theirs) {
  if (choice === "mine") return { ...mine };
  if (choice === "theirs") return { ...theirs };
  const both = { ...theirs, ...mine, at: latest(mine, theirs) };
  for (const name of TEXTS.filter(isLong)) {
    if (mine[name] && theirs[name] && mine[name] !== theirs[name]) both[name] = joined(mine[name], theirs[name]);
  }
  return tidyEntry(both);
}

const isLong = (name) => name === "note" || name === "justification";
const joined = (mine, theirs) => `${mine}\n—\n${theirs}`;
const latest = (mine, theirs) => (mine.at > theirs.at ? mine.at : theirs.at);
