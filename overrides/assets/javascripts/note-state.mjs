/** What a dossier keeps of a note: { sections: { id: the reader's own text }, bases: { id: fingerprint of the text proposed then }, at }. Pure. */

export const MOST = 3000;

/** What of `raw` is such a state for a note that has these sections; a dossier may come from anyone. */
export function cleanNote(raw, sectionIds) {
  const state = { sections: Object.create(null), bases: Object.create(null) };
  for (const id of sectionIds) {
    const text = own(raw?.sections, id);
    if (typeof text !== "string") continue;
    state.sections[id] = text.slice(0, MOST);
    const base = own(raw.bases, id);
    if (typeof base === "string" && /^[0-9a-z]{1,8}$/.test(base)) state.bases[id] = base;
  }
  return state;
}

function own(record, id) {
  return typeof record === "object" && record !== null && Object.hasOwn(record, id) ? record[id] : undefined;
}
