/**
 * The only module that touches localStorage for what the reader does. It never throws, and what cannot be written is kept in memory
 * until it can be.
 *
 * Browsers share storage between all the sites of a host, so the key holds the path of this one. Two tabs do not lose each other's
 * ticks: a write reads what is there, changes only the items the reader touched, and puts it back; the other tab is told.
 */

import { applyChange, readCaseFile, writeCaseFile } from "./case-file.mjs";

const SITE_PATH = new URL("../../", import.meta.url).pathname;
const opened = new Map();

/** The dossier called `name`; the same object for all who ask. */
export function openCaseFile(name = "defaut") {
  if (!opened.has(name)) opened.set(name, new StoredCaseFile(`commander-innovation:${SITE_PATH}:v1:dossier:${name}`));
  return opened.get(name);
}

class StoredCaseFile {
  #key;
  #pending = new Map();
  #watchers = new Set();
  #refusal = null;
  #damage = null;

  constructor(key) {
    this.#key = key;
    addEventListener("storage", (event) => {
      if (event.key === key || event.key === null) this.#tell();
    });
    /* A page taken out of the browser's cache, or a tab put to sleep, has missed what others wrote. */
    addEventListener("pageshow", () => this.#tell());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.#tell();
    });
  }

  /** Why nothing more is kept: null, "refused" or "full". */
  get refusal() {
    return this.#refusal;
  }

  /** What was wrong with what was found: null, "unreadable" or "partial". */
  get damage() {
    return this.#damage;
  }

  /** Everything known: what is stored, and what could not be. */
  read() {
    const { caseFile } = readCaseFile(this.#stored());
    for (const change of this.#pending.values()) applyChange(caseFile, change);
    return caseFile;
  }

  /** Before the reader does anything: sets damaged contents aside and finds out whether writing is allowed. */
  prepare() {
    if (readCaseFile(this.#stored()).problem) this.#save();
    else this.#attempt(() => {
      localStorage.setItem(`${this.#key}:essai`, "1");
      localStorage.removeItem(`${this.#key}:essai`);
    });
  }

  /** Keeps `changes`, each { list, revision, item, entry }; a null entry forgets the item. */
  change(changes) {
    for (const change of changes) this.#pending.set(`${change.list} ${change.item}`, change);
    this.#save();
    this.#tell();
  }

  /** Calls `watcher` whenever what is known may have changed, here or in another tab, until `signal` is aborted. */
  watch(watcher, signal) {
    this.#watchers.add(watcher);
    signal.addEventListener("abort", () => this.#watchers.delete(watcher));
  }

  #save() {
    this.#attempt(() => {
      const source = localStorage.getItem(this.#key);
      const { caseFile, problem } = readCaseFile(source);
      if (problem) {
        localStorage.setItem(`${this.#key}:illisible`, source);
        this.#damage = problem;
      }
      for (const change of this.#pending.values()) applyChange(caseFile, change);
      localStorage.setItem(this.#key, writeCaseFile(caseFile));
      this.#pending.clear();
    });
  }

  #attempt(write) {
    try {
      write();
      this.#refusal = null;
    } catch (error) {
      this.#refusal = error?.name === "QuotaExceededError" || error?.name === "NS_ERROR_DOM_QUOTA_REACHED" ? "full" : "refused";
    }
  }

  #stored() {
    try {
      return localStorage.getItem(this.#key);
    } catch {
      return null;
    }
  }

  #tell() {
    for (const watcher of this.#watchers) watcher();
  }
}
