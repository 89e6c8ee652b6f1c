/**
 * All the dossiers of this reader: which there are, which one is open, and what becomes of them. One key of storage for each, so that
 * damage to one spares the others; no list of them is kept, so that none can lie.
 */

import { DEFAULT_ID, copyCaseFile, emptyCaseFile, itemsOf, measure, newId, replacement, writeCaseFile } from "./case-file.mjs";
import { ID, readCaseFile } from "./case-file-reading.mjs";
import { keyOf, openCaseFile, setAside } from "./case-file-store.mjs";
import { eraseEverything, listKeys, readKey, readTabKey, removeKey, tryStorage, writeKey, writeTabKey } from "./storage.mjs";

const CURRENT = "courant";
const FIRST_FORMAT = "v1:dossier:defaut";
const REMOVED = "v2:supprime:";
const UNREADABLE = "v2:illisible:";
const KEPT_AFTER_REMOVAL = 30 * 24 * 3600 * 1000;
let migrated = false;

/** The dossier this tab works on. A first visit needs no setting up: there is always one. */
export function openCurrent() {
  migrateFirstFormat();
  const id = currentId();
  writeTabKey(CURRENT, id);
  return openCaseFile(id);
}

function currentId() {
  const ids = keptIds();
  const wished = [readTabKey(CURRENT), readKey(`v2:${CURRENT}`)].find((id) => ids.includes(id));
  return wished ?? listCaseFiles().find(({ archived }) => !archived)?.id ?? listCaseFiles()[0]?.id ?? DEFAULT_ID;
}

/** Opens another dossier in this tab, and in the tabs to come. Other tabs keep theirs until they are told. */
export function choose(id) {
  writeTabKey(CURRENT, id);
  writeKey(`v2:${CURRENT}`, id);
}

/** Every dossier, the latest first: { id, name, created, changed, archived, answers, problem }. */
export function listCaseFiles() {
  return keptIds().map((id) => {
    const { caseFile, problem } = readCaseFile(readKey(keyOf(id)), { id });
    const { name, created, changed, archived } = caseFile;
    return { id, name, created, changed, archived, answers: measure(caseFile).answers, problem };
  }).sort((one, other) => (one.changed < other.changed ? 1 : -1));
}

/** Keeps `caseFile` as a new dossier, under a new id if its own is taken. Gives { id, refusal }. */
export function add(caseFile) {
  const copy = copyCaseFile(caseFile);
  if (keptIds().includes(copy.id) || copy.id === DEFAULT_ID) copy.id = freeId();
  const refusal = writeKey(keyOf(copy.id), writeCaseFile(copy));
  if (!refusal) openCaseFile(copy.id).forget();
  return { id: copy.id, refusal };
}

export function create(name) {
  return add(emptyCaseFile({ id: freeId(), name }));
}

export function duplicate(id, name, now = new Date()) {
  const moment = now.toISOString();
  return add({ ...openCaseFile(id).read(), id: freeId(), name, created: moment, changed: moment, archived: null });
}

export function rename(id, name) {
  return identify(id, { name });
}

export function archive(id, archived, now = new Date()) {
  return identify(id, { archived: archived ? now.toISOString() : null });
}

/** Takes a dossier off the shelf; it stays at hand for thirty days. Gives why it could not: null, "refused" or "full". */
export function remove(id, now = new Date()) {
  const source = readKey(keyOf(id));
  if (source !== null) {
    /* Taken off first: where no room is left, this is what makes some. */
    removeKey(keyOf(id));
    const refusal = writeKey(REMOVED + id, `${now.toISOString()}\n${source}`);
    if (refusal) {
      writeKey(keyOf(id), source);
      return refusal;
    }
  }
  openCaseFile(id).forget();
  return null;
}

/** The dossiers removed less than thirty days ago; older ones are erased on the way. */
export function listRemoved(now = new Date()) {
  return listKeys(REMOVED).map((name) => ({ name, id: name.slice(REMOVED.length), ...readRemoved(name) })).filter(({ name, removed }) => {
    if (now - Date.parse(removed) < KEPT_AFTER_REMOVAL) return true;
    removeKey(name);
    return false;
  }).map(({ id, removed, source }) => ({ id, removed, name: readCaseFile(source, { id }).caseFile.name }));
}

/** Puts a removed dossier back, under another id if its own was taken since. Gives { id, refusal }. */
export function restore(id) {
  const whole = readKey(REMOVED + id);
  const { source } = readRemoved(REMOVED + id);
  const target = keptIds().includes(id) ? freeId() : id;
  removeKey(REMOVED + id);
  const refusal = writeKey(keyOf(target), source);
  if (refusal) writeKey(REMOVED + id, whole);
  else openCaseFile(target).forget();
  return { id: target, refusal };
}

export function purge(id) {
  removeKey(REMOVED + id);
}

/** Texts that could not be read whole: [{ name, source }]. */
export function listUnreadable() {
  return listKeys(UNREADABLE).map((name) => ({ name, source: readKey(name) }));
}

export function purgeUnreadable(name) {
  if (name.startsWith(UNREADABLE)) removeKey(name);
}

export function eraseAll() {
  const ids = keptIds();
  eraseEverything();
  for (const id of new Set([...ids, DEFAULT_ID])) openCaseFile(id).forget();
}

function identify(id, patch, now = new Date()) {
  const stored = openCaseFile(id);
  stored.change([{ kind: "identity", patch, at: now.toISOString() }]);
  return stored.refusal;
}

function keptIds() {
  const start = keyOf("");
  return listKeys(start).map((name) => name.slice(start.length)).filter((id) => ID.test(id));
}

function freeId() {
  const taken = keptIds();
  let id = newId();
  while (taken.includes(id)) id = newId();
  return id;
}

/** The day of the removal, then what was removed. One without a day counts as removed now. */
function readRemoved(name) {
  const [day, ...source] = (readKey(name) ?? "").split("\n");
  return Number.isNaN(Date.parse(day)) ? { removed: new Date().toISOString(), source: [day, ...source].join("\n") } : { removed: day, source: source.join("\n") };
}

/**
 * The first version of this site kept one dossier, of ticks. They join the default dossier; the old key is erased only once they are
 * safe. A tab still running the old version may write it again: its ticks join in turn.
 */
function migrateFirstFormat() {
  const source = migrated ? null : readKey(FIRST_FORMAT);
  migrated = true;
  if (source === null) return;
  const { caseFile, problem } = readCaseFile(source);
  if (problem && !setAside("v1", source)) return;
  const stored = openCaseFile(DEFAULT_ID);
  stored.reportDamage(problem);
  const known = stored.read();
  const changes = stored.isKept ? missingAnswers(caseFile, known) : [{ kind: "whole", caseFile, at: caseFile.changed }];
  if (changes.length && measure(caseFile).answers) stored.change(changes);
  if (stored.refusal === null && tryStorage() === null) removeKey(FIRST_FORMAT);
}

function missingAnswers(from, into) {
  return Object.entries(from.lists).flatMap(([list, { revision, items }]) => Object.entries(items)
    .filter(([item]) => !(item in itemsOf(into, list)))
    .map(([item, entry]) => ({ ...replacement(list, item, entry), version: { revision } })));
}
