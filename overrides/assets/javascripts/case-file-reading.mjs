/**
 * Turns a text (from the storage, a file or a link) into a dossier. Whatever is read is held to be hostile: only known keys are copied,
 * onto objects without prototype, so that an item called « constructor » is an item like any other; sizes are bounded. Whatever is
 * sound is kept, however damaged the rest.
 */

import { DEFAULT_ID, DEFAULT_NAME, FORMAT, LIMITS, STATES, TEXTS, emptyCaseFile, tidyEntry } from "./case-file.mjs";

export const ID = /^[a-z0-9]{8}$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const REVISION = /^[A-Za-z0-9._-]{1,40}$/;
const FINGERPRINT = /^[0-9a-z]{1,8}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;
/* What no keyboard types, and halves of signs: neither can be shown, and a spreadsheet or a word processor may choke on them. */
// eslint-disable-next-line no-control-regex
const UNSHOWABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const TOOL_DEPTH = 6;

/**
 * What `source` (a string, or null when there is none) holds: { caseFile, problem }. Never throws. `problem` is null, "partial" (what was
 * wrong is left out), "unreadable" (nothing could be read), "newer" (written by a later version of this site) or "large".
 */
export function readCaseFile(source, { id = DEFAULT_ID, now = new Date() } = {}) {
  const nothing = (problem) => ({ caseFile: emptyCaseFile({ id, now }), problem });
  if (source === null) return nothing(null);
  if (typeof source !== "string") return nothing("unreadable");
  if (source.length > LIMITS.source) return nothing("large");
  const raw = parse(source);
  if (!isRecord(raw) || !Number.isInteger(raw.format) || raw.format < 1) return nothing("unreadable");
  if (raw.format > FORMAT) return nothing("newer");
  if (!isRecord(raw.lists)) return nothing("unreadable");
  return readRecord(raw, id, now);
}

function readRecord(raw, id, now) {
  const faults = new Faults();
  const caseFile = emptyCaseFile({ id, now });
  if (raw.format === 1) {
    readLists(raw.lists, caseFile.lists, faults);
    datesFromAnswers(caseFile);
    return { caseFile, problem: faults.problem };
  }
  if (typeof raw.id === "string" && ID.test(raw.id)) caseFile.id = raw.id;
  else faults.add();
  caseFile.name = readText(raw.name, LIMITS.name, faults)?.replace(/\s+/g, " ").trim() || (faults.add(), DEFAULT_NAME);
  caseFile.created = readMoment(raw.created, faults) ?? caseFile.created;
  caseFile.changed = readMoment(raw.changed, faults) ?? caseFile.changed;
  caseFile.archived = raw.archived === null || raw.archived === undefined ? null : readMoment(raw.archived, faults);
  readLists(raw.lists, caseFile.lists, faults);
  readTools(raw.tools, caseFile.tools, faults);
  return { caseFile, problem: faults.problem };
}

class Faults {
  #found = false;

  add() {
    this.#found = true;
  }

  get problem() {
    return this.#found ? "partial" : null;
  }
}

function readLists(raw, lists, faults) {
  for (const [id, rawList] of bounded(raw, LIMITS.lists, faults)) {
    if (!isSlug(id) || !isRecord(rawList) || !isRecord(rawList.items)) {
      faults.add();
      continue;
    }
    const list = readList(rawList, faults);
    if (Object.keys(list.items).length) lists[id] = list;
  }
}

function readList(raw, faults) {
  const items = Object.create(null);
  for (const [id, rawItem] of bounded(raw.items, LIMITS.items, faults)) {
    const entry = isSlug(id) ? readEntry(rawItem, faults) : null;
    if (entry) items[id] = entry;
    else faults.add();
  }
  const known = raw.known === undefined ? undefined : readKnown(raw.known, faults);
  const seen = raw.seen === undefined ? null : readMoment(raw.seen, faults);
  return {
    revision: readRevision(raw.revision, faults),
    /* Format 1 did not say: the day of the last answer is the last day the list was surely seen. */
    seen: seen ?? Object.values(items).map(({ at }) => at).sort().at(-1),
    ...(known && { known }),
    items,
  };
}

function readRevision(raw, faults) {
  if (typeof raw === "string" && REVISION.test(raw)) return raw;
  faults.add();
  return "0";
}

function readKnown(raw, faults) {
  if (!isRecord(raw)) return void faults.add();
  const known = Object.create(null);
  for (const [id, fingerprint] of bounded(raw, LIMITS.items, faults)) {
    if (isSlug(id) && typeof fingerprint === "string" && FINGERPRINT.test(fingerprint)) known[id] = fingerprint;
    else faults.add();
  }
  return known;
}

/** An entry whose wording or day is wrong is no answer; one with a wrong note is an answer without note. */
function readEntry(raw, faults) {
  if (!isRecord(raw)) return null;
  const at = readMoment(raw.at, faults);
  const text = readText(raw.text, LIMITS.text, faults);
  if (!at || text === null) return null;
  const entry = { state: "todo", at, text };
  if (STATES.includes(raw.state)) entry.state = raw.state;
  else faults.add();
  for (const name of TEXTS) {
    if (raw[name] === undefined) continue;
    const value = readText(raw[name], LIMITS[name], faults);
    if (value !== null) entry[name] = value;
  }
  return tidyEntry(entry);
}

/** What other tools of the site keep in the dossier. Their shape is theirs: here it only has to be small, plain and without traps. */
function readTools(raw, tools, faults) {
  if (raw === undefined) return;
  if (!isRecord(raw)) return void faults.add();
  for (const [id, rawTool] of bounded(raw, LIMITS.lists, faults)) {
    const tool = isSlug(id) && isRecord(rawTool) ? readPlain(rawTool, TOOL_DEPTH) : undefined;
    if (tool !== undefined && JSON.stringify(tool).length <= LIMITS.tool) tools[id] = tool;
    else faults.add();
  }
}

function readPlain(raw, depth) {
  if (raw === null || typeof raw === "boolean" || Number.isFinite(raw)) return raw;
  if (typeof raw === "string") return raw.replace(UNSHOWABLE, "\ufffd");
  if (depth === 0) return undefined;
  if (Array.isArray(raw)) {
    const values = raw.map((value) => readPlain(value, depth - 1));
    return values.includes(undefined) ? undefined : values;
  }
  const copy = Object.create(null);
  for (const [key, value] of Object.entries(raw)) {
    const plain = ["__proto__", "constructor", "prototype"].includes(key) ? undefined : readPlain(value, depth - 1);
    if (plain === undefined) return undefined;
    copy[key] = plain;
  }
  return copy;
}

/** A text that is too long is cut: its beginning is worth more than nothing. */
function readText(raw, most, faults) {
  if (typeof raw !== "string") {
    faults.add();
    return null;
  }
  if (raw.length > most) faults.add();
  return raw.slice(0, most).replace(/\r\n?/g, "\n").replace(UNSHOWABLE, "\ufffd");
}

function readMoment(raw, faults) {
  if (typeof raw === "string" && MOMENT.test(raw) && !Number.isNaN(Date.parse(raw))) return raw;
  faults.add();
  return null;
}

function datesFromAnswers(caseFile) {
  const days = Object.values(caseFile.lists).flatMap((list) => Object.values(list.items).map(({ at }) => at)).sort();
  if (!days.length) return;
  caseFile.created = days[0];
  caseFile.changed = days.at(-1);
}

function bounded(record, most, faults) {
  const entries = Object.entries(record);
  if (entries.length > most) faults.add();
  return entries.slice(0, most);
}

function parse(source) {
  try {
    return JSON.parse(source.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSlug(value) {
  return value.length <= LIMITS.id && SLUG.test(value);
}
