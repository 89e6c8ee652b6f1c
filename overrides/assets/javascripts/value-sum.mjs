/** The addition behind an estimated value: what is certain, options, renewals… Pure. */

import { MOST } from "./rules.mjs";

/**
 * The lines of an addition, [[key, amount]] in the order of `keys`, or null unless they add up to `total`. `raw` comes from a dossier,
 * hence from anyone: only known lines and true amounts are taken.
 */
export function cleanSum(raw, keys, total) {
  if (typeof raw !== "object" || raw === null) return null;
  const lines = keys.filter((key) => Object.hasOwn(raw, key) && typeof raw[key] === "number" && raw[key] > 0 && raw[key] <= MOST).map((key) => [key, raw[key]]);
  const cents = lines.reduce((sum, [, amount]) => sum + Math.round(amount * 100), 0);
  return lines.length && cents === Math.round(total * 100) ? lines : null;
}
