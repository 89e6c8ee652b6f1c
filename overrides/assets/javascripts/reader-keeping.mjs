/** What a dossier keeps of a rereading, and only when asked: what was dismissed, and the text if the reader ticks its box. */

import { LIMITS, toolResult } from "./case-file.mjs";
import { NOTICES } from "./case-file-words.mjs";
import { MOST_KEPT, cleanReading, readingToKeep } from "./reader-state.mjs";

const TOOL = "relecteur";
const ALONE = "gardez votre fichier, et seulement ce que vous avez écarté.";

/** { dismissed, text } as the dossier has them. */
export function keptReading(stored) {
  return cleanReading(stored.read().tools[TOOL]);
}

export function isKept(stored) {
  return Boolean(stored.read().tools[TOOL]);
}

/** Keeps; says what came of it. `text` is "" when it is not to be kept. */
export function keepReading(stored, dismissed, text) {
  if (text.length > MOST_KEPT) return `Ce texte est trop long pour être gardé ici (plus de ${MOST_KEPT.toLocaleString("fr")} signes) : ${ALONE}`;
  const value = readingToKeep(dismissed, text);
  if (JSON.stringify(value).length > LIMITS.tool) return `C’est trop long pour être gardé ici : ${ALONE}`;
  return write(stored, value) ?? `Gardé dans le dossier « ${stored.read().name} », ${text ? "avec" : "sans"} le texte.`;
}

export function forgetReading(stored) {
  return write(stored, null) ?? "Plus rien n’est gardé de cette relecture.";
}

function write(stored, value) {
  stored.prepare();
  stored.change([toolResult(TOOL, value)]);
  return stored.refusal ? NOTICES[stored.refusal] : null;
}
