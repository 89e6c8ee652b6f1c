/**
 * The shape of a dossier: what is kept of one purchase being prepared by one reader. Text in, plain objects out; no storage, no page.
 *
 *   { format: 1,
 *     lists: { "avant-de-commander": { revision: "3fa9c1d2e4",
 *                                      items: { "suite-portee": { state: "done", at: "2026-11-23T09:30:00.000Z", text: "Nous savons…" } } } } }
 *
 * `text` is the wording the reader answered, `revision` the list's last fingerprint seen here. Whatever is read is held to be hostile:
 * only known keys are copied, onto objects without prototype, so that an item called « constructor » is an item like any other.
 */

export const FORMAT = 1;

const STATES = new Set(["done"]);
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const REVISION = /^[A-Za-z0-9._-]{1,40}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;
const LIMITS = { source: 1_000_000, id: 80, lists: 100, items: 300, text: 600 };

export function emptyCaseFile() {
  return { format: FORMAT, lists: Object.create(null) };
}

/** What `source` (a string, or null when there is none) holds; `problem` is null, "partial" or "unreadable". Never throws. */
export function readCaseFile(source) {
  const caseFile = emptyCaseFile();
  if (source === null) return { caseFile, problem: null };
  const raw = parse(source);
  if (!isRecord(raw) || raw.format !== FORMAT || !isRecord(raw.lists)) return { caseFile, problem: "unreadable" };

  const lists = Object.entries(raw.lists);
  let complete = lists.length <= LIMITS.lists;
  for (const [id, rawList] of lists.slice(0, LIMITS.lists)) {
    const { list, whole } = isId(id) && isRecord(rawList) ? readList(rawList) : { list: null, whole: false };
    if (list) caseFile.lists[id] = list;
    complete &&= whole;
  }
  return { caseFile, problem: complete ? null : "partial" };
}

export function writeCaseFile(caseFile) {
  return JSON.stringify(caseFile);
}

/** The items kept for a list, by id. */
export function itemsOf(caseFile, listId) {
  return caseFile.lists[listId]?.items ?? Object.create(null);
}

/** A tick, as it is kept. */
export function doneEntry(wording, moment = new Date()) {
  return { state: "done", at: moment.toISOString(), text: wording.slice(0, LIMITS.text) };
}

/** Applies one change, { list, revision, item, entry }, where a null entry forgets the item. Changes `caseFile` in place. */
export function applyChange(caseFile, { list: listId, revision, item, entry }) {
  const list = (caseFile.lists[listId] ??= { revision, items: Object.create(null) });
  list.revision = revision;
  if (entry) list.items[item] = entry;
  else delete list.items[item];
  if (!Object.keys(list.items).length) delete caseFile.lists[listId];
}

function readList(raw) {
  if (!isRecord(raw.items) || typeof raw.revision !== "string" || !REVISION.test(raw.revision)) return { list: null, whole: false };
  const list = { revision: raw.revision, items: Object.create(null) };
  const items = Object.entries(raw.items);
  let whole = items.length <= LIMITS.items;
  for (const [id, rawItem] of items.slice(0, LIMITS.items)) {
    const entry = isId(id) ? readEntry(rawItem) : null;
    if (entry) list.items[id] = entry;
    else whole = false;
  }
  return { list, whole };
}

function readEntry(raw) {
  if (!isRecord(raw) || !STATES.has(raw.state)) return null;
  if (typeof raw.at !== "string" || !MOMENT.test(raw.at) || Number.isNaN(Date.parse(raw.at))) return null;
  if (typeof raw.text !== "string" || raw.text.length > LIMITS.text) return null;
  return { state: raw.state, at: raw.at, text: raw.text };
}

function parse(source) {
  if (source.length > LIMITS.source) return null;
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isId(value) {
  return value.length <= LIMITS.id && ID.test(value);
}
