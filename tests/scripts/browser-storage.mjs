/** What the storage modules ask of a browser, in memory; several tabs share one storage. Import before them. */

export class FakeStorage {
  map = new Map();
  fault = null;
  room = Infinity;

  get length() {
    return this.map.size;
  }

  key(rank) {
    return [...this.map.keys()][rank] ?? null;
  }

  getItem(key) {
    this.check();
    return this.map.get(key) ?? null;
  }

  setItem(key, value) {
    this.check();
    const size = [...this.map].reduce((sum, [other, text]) => sum + (other === key ? 0 : text.length), 0) + value.length;
    if (size > this.room) throw Object.assign(new Error("plein"), { name: "QuotaExceededError" });
    this.map.set(key, String(value));
  }

  removeItem(key) {
    this.check();
    this.map.delete(key);
  }

  check() {
    if (this.fault) throw Object.assign(new Error("non"), { name: this.fault });
  }
}

export const storage = new FakeStorage();
const listeners = new Map();

globalThis.localStorage = storage;
globalThis.sessionStorage = new FakeStorage();
globalThis.addEventListener = (name, listener) => listeners.set(name, [...(listeners.get(name) ?? []), listener]);
globalThis.document = { addEventListener() {}, hidden: false };

/** What another tab does: writes, then the browser tells this one. */
export function elsewhere(key, value) {
  if (value === null) storage.map.delete(key);
  else storage.map.set(key, value);
  for (const listener of listeners.get("storage") ?? []) listener({ key, newValue: value, storageArea: storage });
}
