/** The kind of buyer this reader is, told once and remembered by the tools that need it. */

import { readKey, removeKey, writeKey } from "./storage.mjs";

export const BUYERS = ["etat", "collectivite", "hopital", "autre", "reseaux"];
const KEY = "profil";

/** One of BUYERS, or null. */
export function readBuyer() {
  const kept = readKey(KEY);
  return BUYERS.includes(kept) ? kept : null;
}

/** Keeps `buyer`; anything else forgets. */
export function writeBuyer(buyer) {
  if (BUYERS.includes(buyer)) writeKey(KEY, buyer);
  else removeKey(KEY);
}
