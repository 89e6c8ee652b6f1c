/**
 * What became of a list since the reader last knew it. A kept list remembers a fingerprint of each wording it had; the page gives the
 * wordings of today. No page, no storage.
 */

/** `items`, each { id, text }, as a dossier remembers them. */
export function versionOf(revision, items) {
  const known = Object.create(null);
  for (const { id, text } of items) known[id] = fingerprint(text);
  return { revision, known };
}

/** Spaces and apostrophes are typography, not wording. */
export function sameWording(one, other) {
  return plain(one) === plain(other);
}

/** The wording an entry answered, when it is no longer that of today; null otherwise. */
export function formerWording(entry, text) {
  return entry && !sameWording(entry.text, text) ? entry.text : null;
}

/**
 * What changed in a kept list: null when nothing did, else { since, added, reworded, removed }, lists of ids. `added` is null for a list
 * kept by the first version of this site, which only remembered the items answered.
 */
export function compareWithKept(kept, { revision, items }) {
  if (!kept || kept.revision === revision) return null;
  const texts = new Map(items.map(({ id, text }) => [id, text]));
  const before = kept.known ?? fromEntries(kept.items);
  const change = {
    since: kept.seen,
    added: kept.known ? [...texts.keys()].filter((id) => !(id in before)) : null,
    reworded: Object.keys(before).filter((id) => texts.has(id) && before[id] !== fingerprint(texts.get(id))),
    removed: Object.keys(before).filter((id) => !texts.has(id)),
  };
  return change.added?.length || change.reworded.length || change.removed.length ? change : null;
}

/** Answers to items that today's list no longer has: [{ id, entry }]. */
export function withdrawnAnswers(entries, items) {
  const present = new Set(items.map(({ id }) => id));
  return Object.entries(entries).filter(([id]) => !present.has(id)).map(([id, entry]) => ({ id, entry }));
}

function fromEntries(entries) {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, fingerprint(entry.text)]));
}

/** FNV-1a, 32 bits: short, and enough to tell one wording of an item from the next. */
export function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (const sign of plain(text)) hash = Math.imul(hash ^ sign.codePointAt(0), 0x01000193) >>> 0;
  return hash.toString(36);
}

function plain(text) {
  return text.replace(/[’ʼ]/g, "'").replace(/[\s\u00a0\u202f]+/g, " ").trim();
}
