/**
 * The shape of a dossier: what is kept of one purchase being prepared by one reader. Plain objects only; no storage, no page.
 *
 *   { format: 2, id: "a1b2c3d4", name: "Accueil de la médiathèque",
 *     created: "2026-11-23T09:30:00.000Z", changed: "…", archived: null,
 *     lists: { "avant-de-commander": {
 *       revision: "3fa9c1d2e4", seen: "…", known: { "suite-portee": "1k2j3h" },
 *       items: { "suite-portee": { state: "not_applicable", at: "…", text: "Nous savons…",
 *                                  justification: "…", note: "…", who: "…", when: "2027-01-15" } } } },
 *     tools: {} }
 *
 * `text` is the wording the reader answered. `revision`, `seen` and `known` (a fingerprint for each wording) tell which version of the
 * list the reader last knew, and since when: list-version.mjs compares them with the page. case-file-reading.mjs turns a text into
 * such an object.
 */

export const FORMAT = 2;
export const DEFAULT_ID = "00000001";
export const DEFAULT_NAME = "Mon achat";
export const STATES = ["todo", "done", "not_applicable"];
export const TEXTS = ["justification", "note", "who", "when"];
export const LIMITS = {
  source: 2_000_000, id: 80, lists: 100, items: 300, text: 600, name: 80, justification: 10_000, note: 10_000, who: 80, when: 40, tool: 20_000,
};

export function emptyCaseFile({ id = DEFAULT_ID, name = DEFAULT_NAME, now = new Date() } = {}) {
  const moment = now.toISOString();
  return { format: FORMAT, id, name, created: moment, changed: moment, archived: null, lists: Object.create(null), tools: Object.create(null) };
}

/** Eight letters and digits: enough for the dossiers of one office, short enough to be read aloud. */
export function newId(random = crypto.getRandomValues(new Uint8Array(8))) {
  return Array.from(random, (byte) => (byte % 36).toString(36)).join("");
}

/** The same text in another object, free to be changed. */
export function copyCaseFile(caseFile) {
  const copy = { ...caseFile, lists: Object.create(null), tools: Object.assign(Object.create(null), caseFile.tools) };
  for (const [id, list] of Object.entries(caseFile.lists)) {
    copy.lists[id] = { ...list, items: Object.create(null) };
    for (const [item, entry] of Object.entries(list.items)) copy.lists[id].items[item] = { ...entry };
  }
  return copy;
}

/** The text that is kept: indented, since a reader may open the file it becomes. */
export function writeCaseFile(caseFile, indent) {
  return JSON.stringify(caseFile, null, indent);
}

/** The items kept for a list, by id. */
export function itemsOf(caseFile, listId) {
  return caseFile.lists[listId]?.items ?? Object.create(null);
}

/** How many answers a dossier holds, and in how many lists. */
export function measure(caseFile) {
  const counts = Object.values(caseFile.lists).map((list) => Object.keys(list.items).length);
  return { answers: counts.reduce((sum, count) => sum + count, 0), lists: counts.filter(Boolean).length };
}

/** The reader's answer or part of it: `patch` holds what was touched, so that two tabs writing in one item lose nothing. */
export function answer(list, item, patch, wording, now = new Date()) {
  return { kind: "answer", list, item, patch, wording: wording.slice(0, LIMITS.text), at: now.toISOString() };
}

/** What a tool of the site keeps: a plain object, small (LIMITS.tool). */
export function toolResult(tool, value, now = new Date()) {
  return { kind: "tool", tool, value, at: now.toISOString() };
}

/** Puts an item back as it was; a null entry forgets it. */
export function replacement(list, item, entry, now = new Date()) {
  return { kind: "replace", list, item, entry, at: now.toISOString() };
}

/** Applies one change to `caseFile`, in place. `version`, { revision, known }, is the list as the page shows it. */
export function applyChange(caseFile, change) {
  APPLY[change.kind](caseFile, change);
  if (change.at > caseFile.changed) caseFile.changed = change.at;
}

const APPLY = {
  answer(caseFile, { list: listId, item, patch, wording, version, at }) {
    const list = openList(caseFile, listId, version, at);
    const before = list.items[item] ?? { state: "todo", text: wording };
    const entry = tidyEntry({ ...before, ...patch, at });
    if (entry) list.items[item] = entry;
    else forgetItem(caseFile, listId, item);
  },
  replace(caseFile, { list: listId, item, entry, version, at }) {
    if (entry) openList(caseFile, listId, version, at).items[item] = entry;
    else forgetItem(caseFile, listId, item);
  },
  seen(caseFile, { list: listId, version, at }) {
    if (caseFile.lists[listId]) Object.assign(caseFile.lists[listId], version, { seen: at });
  },
  aliases(caseFile, { list: listId, aliases }) {
    renameItems(caseFile.lists[listId], aliases);
  },
  tool(caseFile, { tool, value }) {
    if (value === null) delete caseFile.tools[tool];
    else caseFile.tools[tool] = value;
  },
  identity(caseFile, { patch }) {
    Object.assign(caseFile, patch);
  },
  whole(caseFile, { caseFile: other }) {
    for (const key of Object.keys(caseFile)) delete caseFile[key];
    Object.assign(caseFile, copyCaseFile(other));
  },
};

function openList(caseFile, listId, version, at) {
  return (caseFile.lists[listId] ??= { revision: version?.revision ?? "0", seen: at, ...(version?.known && { known: version.known }), items: Object.create(null) });
}

function forgetItem(caseFile, listId, item) {
  const list = caseFile.lists[listId];
  if (!list) return;
  delete list.items[item];
  if (!Object.keys(list.items).length) delete caseFile.lists[listId];
}

/** `entry` without what says nothing; null when nothing is left. A justification only belongs to « sans objet ». */
export function tidyEntry(entry) {
  const kept = { state: entry.state, at: entry.at, text: entry.text };
  for (const name of TEXTS) {
    if (name === "justification" && entry.state !== "not_applicable") continue;
    const text = entry[name]?.slice(0, LIMITS[name]);
    if (text?.trim()) kept[name] = text;
  }
  return kept.state === "todo" && !TEXTS.some((name) => name in kept) ? null : kept;
}

/** Moves what is kept under former ids, { old: new }, to the present ones; of two answers, the latest stays. True when it did. */
export function renameItems(list, aliases) {
  let moved = false;
  for (const former of Object.keys(aliases)) {
    const present = lastName(former, aliases);
    if (!list || present === former) continue;
    const entry = list.items[former];
    if (entry) {
      if (!(list.items[present]?.at >= entry.at)) list.items[present] = entry;
      delete list.items[former];
      moved = true;
    }
    if (list.known?.[former] !== undefined) {
      const known = Object.assign(Object.create(null), list.known);
      known[present] ??= known[former];
      delete known[former];
      list.known = known;
      moved = true;
    }
  }
  return moved;
}

function lastName(id, aliases) {
  const passed = new Set();
  while (Object.hasOwn(aliases, id) && !passed.has(id)) {
    passed.add(id);
    id = aliases[id];
  }
  return id;
}
