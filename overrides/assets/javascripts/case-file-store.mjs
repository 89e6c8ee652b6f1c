/**
 * One dossier, as it is kept. What cannot be written stays in memory until it can be. Two tabs do not lose each other's answers: a
 * write reads what is there, changes only what the reader touched, and puts it back; the other tab is told.
 */

import { applyChange, copyCaseFile, emptyCaseFile, itemsOf, writeCaseFile } from "./case-file.mjs";
import { readCaseFile } from "./case-file-reading.mjs";
import { listKeys, readKey, tryStorage, watchKeys, writeKey } from "./storage.mjs";

const RACE = 3000; /* milliseconds during which another process may write back what it had read before our own write */
const opened = new Map();

export const keyOf = (id) => `v2:dossier:${id}`;

/** The dossier `id`; the same object for all who ask. */
export function openCaseFile(id) {
  if (!opened.has(id)) opened.set(id, new StoredCaseFile(id));
  return opened.get(id);
}

/** Keeps a text that could not be read whole, so that a person may still find something in it. False when there is no room. */
export function setAside(id, source) {
  const names = listKeys("v2:illisible:");
  if (names.some((name) => readKey(name) === source)) return true;
  return writeKey(`v2:illisible:${id}:${Date.now().toString(36)}${names.length}`, source) === null;
}

class StoredCaseFile {
  #id;
  #pending = [];
  #recent = [];
  #watchers = new Set();
  #refusal = null;
  #damage = null;
  #lastSource = null;
  #base;
  #cache = { source: null, result: null };

  constructor(id) {
    this.#id = id;
    this.#base = emptyCaseFile({ id });
    this.#stored();
    watchKeys((name) => {
      if (name !== null && name !== keyOf(id)) return;
      this.#defend();
      this.tell();
    });
  }

  get id() {
    return this.#id;
  }

  /** Why nothing more is kept: null, "refused", "full", "newer" (written by a later version of the site) or "gone" (erased elsewhere). */
  get refusal() {
    if (this.#refusal !== "refused" && this.#refusal !== "full") this.#refusal = this.#obstacle();
    return this.#refusal;
  }

  /** What was wrong with what was found: null, "unreadable" or "partial". */
  get damage() {
    return this.#damage;
  }

  reportDamage(problem) {
    this.#damage ??= problem;
  }

  get isKept() {
    return readKey(keyOf(this.#id)) !== null;
  }

  /** Everything known: what is stored, and what could not be. The object is the caller's. */
  read() {
    const { caseFile } = this.#stored();
    return this.#pending.reduce(applied, caseFile);
  }

  /** Before the reader does anything: sets damaged contents aside and finds out whether writing is allowed. */
  prepare() {
    if (this.#stored().problem) this.#save();
    else if (this.refusal === null) this.#refusal = tryStorage();
  }

  change(changes) {
    for (const change of changes) this.#pending.push(change);
    this.#coalesce();
    this.#save();
    this.tell();
  }

  /** Writes all that this page knows again, after the dossier was erased in another tab. */
  writeBack() {
    const whole = this.read();
    this.#lastSource = null;
    this.#base = whole;
    this.#pending = [];
    this.#refusal = writeKey(keyOf(this.#id), writeCaseFile(whole));
    this.tell();
    return this.#refusal;
  }

  /** Forgets what this page knows: the dossier has been erased from here. */
  forget() {
    this.#pending = [];
    this.#recent = [];
    this.#lastSource = null;
    this.#base = emptyCaseFile({ id: this.#id });
    this.#damage = null;
    this.#refusal = null;
    this.tell();
  }

  /** Calls `watcher` whenever what is known may have changed, here or in another tab, until `signal` is aborted. */
  watch(watcher, signal) {
    this.#watchers.add(watcher);
    signal.addEventListener("abort", () => this.#watchers.delete(watcher));
  }

  tell() {
    for (const watcher of this.#watchers) watcher();
  }

  #save() {
    const { caseFile, problem, source } = this.#stored();
    const obstacle = this.#obstacle();
    if (obstacle) {
      this.#refusal = obstacle;
      return;
    }
    if (problem) {
      if (!setAside(this.#id, source)) {
        this.#refusal = tryStorage() ?? "full";
        return;
      }
      this.#damage = problem === "large" ? "unreadable" : problem;
    }
    const written = writeCaseFile(this.#pending.reduce(applied, caseFile));
    this.#refusal = writeKey(keyOf(this.#id), written);
    if (this.#refusal) return;
    this.#lastSource = written;
    this.#recent = [...this.#recent, ...this.#pending].filter(({ at }) => Date.now() - Date.parse(at) < RACE);
    this.#pending = [];
  }

  /** What forbids to write, whatever the room: nothing written by another version, or erased by the reader elsewhere, is overwritten. */
  #obstacle() {
    const { problem, source } = this.#stored();
    if (problem === "newer") return "newer";
    return source === null && this.#lastSource !== null ? "gone" : null;
  }

  #stored() {
    const source = readKey(keyOf(this.#id));
    if (source === null) {
      const known = this.#lastSource === null ? copyCaseFile(this.#base) : readCaseFile(this.#lastSource, { id: this.#id }).caseFile;
      return { caseFile: known, problem: null, source };
    }
    if (this.#cache.source !== source) this.#cache = { source, result: readCaseFile(source, { id: this.#id }) };
    this.#lastSource = source;
    const { caseFile, problem } = this.#cache.result;
    const copy = copyCaseFile(caseFile);
    copy.id = this.#id; /* the name of the key is the truth */
    return { caseFile: copy, problem, source };
  }

  /** Browsers run two tabs in two processes: a write of the other may have been prepared before ours and put back after it. */
  #defend() {
    const { caseFile, source } = this.#stored();
    this.#recent = this.#recent.filter(({ at }) => Date.now() - Date.parse(at) < RACE);
    if (source === null) return;
    const lost = this.#recent.filter((change) => isLost(change, caseFile));
    if (!lost.length) return;
    this.#pending = [...lost, ...this.#pending];
    this.#save();
  }

  /** While nothing can be written, a note being typed must not pile up: the last version of an answer holds the others. */
  #coalesce() {
    const last = this.#pending.at(-1);
    const before = this.#pending.at(-2);
    if (last?.kind !== "answer" || before?.kind !== "answer" || last.list !== before.list || last.item !== before.item) return;
    this.#pending.splice(-2, 2, { ...last, patch: { ...before.patch, ...last.patch } });
  }
}

function applied(caseFile, change) {
  applyChange(caseFile, change);
  return caseFile;
}

function isLost(change, caseFile) {
  if (change.kind !== "answer" && change.kind !== "replace") return false;
  const entry = itemsOf(caseFile, change.list)[change.item];
  return entry ? entry.at < change.at : !isForgetting(change);
}

function isForgetting(change) {
  return change.kind === "replace" ? change.entry === null : change.patch.state === "todo";
}
