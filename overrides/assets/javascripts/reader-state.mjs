/** What a dossier keeps of a rereading: { dismissed: [keys], at, text? }. Pure; a dossier may come from anyone. */

const MOST_KEYS = 300;
const KEY = /^[a-z0-9-]{1,80}(?::[0-9a-z]{1,8})?$/;
/* With the keys and the quotes of JSON, under the limit of a tool. */
export const MOST_KEPT = 16_000;

export function cleanReading(raw) {
  const keys = Array.isArray(raw?.dismissed) ? raw.dismissed.filter((key) => typeof key === "string" && KEY.test(key)) : [];
  return { dismissed: new Set(keys.slice(0, MOST_KEYS)), text: typeof raw?.text === "string" ? raw.text.slice(0, MOST_KEPT) : "" };
}

export function readingToKeep(dismissed, text, now = new Date()) {
  return { dismissed: [...dismissed].slice(-MOST_KEYS), at: now.toISOString(), ...(text && { text }) };
}
