/**
 * The only module that touches the browser's storage for what the reader does. It never throws. Browsers share storage between all the
 * sites of a host, so that each name is put behind the path of this one, and nothing else is ever read, listed or erased.
 */

const SITE_PATH = new URL("../../", import.meta.url).pathname;
const PREFIX = `commander-innovation:${SITE_PATH}:`;
const watchers = new Set();

export function readKey(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Keeps `value`; says why it could not: null, "refused" or "full". */
export function writeKey(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
    return null;
  } catch (error) {
    return error?.name === "QuotaExceededError" || error?.name === "NS_ERROR_DOM_QUOTA_REACHED" ? "full" : "refused";
  }
}

export function removeKey(name) {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    /* Nothing can be kept here, then nothing is. */
  }
}

/** Whether anything can be kept: null, "refused" or "full". */
export function tryStorage() {
  const refusal = writeKey("essai", "1");
  removeKey("essai");
  return refusal;
}

/** The names in use that start with `start`. */
export function listKeys(start = "") {
  const found = [];
  try {
    for (let rank = 0; rank < localStorage.length; rank += 1) {
      const key = localStorage.key(rank);
      if (key.startsWith(PREFIX + start)) found.push(key.slice(PREFIX.length));
    }
  } catch {
    /* As above. */
  }
  return found;
}

/** Erases all that this site keeps, and nothing of another. */
export function eraseEverything() {
  for (const name of listKeys()) removeKey(name);
  writeTabKey("courant", null);
}

/** What only this tab remembers: two tabs may work on two dossiers. */
export function readTabKey(name) {
  try {
    return sessionStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function writeTabKey(name, value) {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, value);
  } catch {
    /* The tab follows the others, then. */
  }
}

/** Calls `watcher` with the name another tab changed, or null when anything may have changed. */
export function watchKeys(watcher, signal) {
  watchers.add(watcher);
  signal?.addEventListener("abort", () => watchers.delete(watcher));
}

function tell(name) {
  for (const watcher of watchers) watcher(name);
}

addEventListener("storage", ({ key, storageArea }) => {
  if (storageArea && storageArea === safeSession()) return;
  if (key === null) tell(null);
  else if (key.startsWith(PREFIX)) tell(key.slice(PREFIX.length));
});
/* A page taken out of the browser's cache, or a tab put to sleep, has missed what others wrote. */
addEventListener("pageshow", ({ persisted }) => persisted && tell(null));
document.addEventListener("visibilitychange", () => document.hidden || tell(null));

function safeSession() {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
