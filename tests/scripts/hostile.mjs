/**
 * Fifty states that no honest browser would hold, from a seed: a sound dossier, damaged in one to four ways. Run directly, writes them as
 * JSON: `node hostile.mjs SEED`.
 */

import { fileURLToPath } from "node:url";

const DAMAGE = [
  null, true, 0, -1, 1e308, "", "x", "<img src=x onerror=alert(1)>", "=HYPERLINK(\"x\")", "\u202egnp.exe", "\ud800", "\u0000\u0007", "2026-99-99T99:99:99Z",
  [], [[]], {}, { state: "done" }, { toString: 1 }, "a".repeat(20_000), "👩‍👩‍👧‍👦".repeat(500), "__proto__", "done ", "DONE", 99, 1.5, "2",
];
const KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "", " ", "A B", "../..", "a".repeat(200), "liste-inconnue", "0"];

/** mulberry32: the same seed gives the same numbers everywhere. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function soundState(listId = "avant-de-commander", items = ["probleme-en-une-phrase", "effet-attendu", "essais-passes"]) {
  const at = "2026-11-20T08:00:00.000Z";
  return {
    format: 2, id: "00000001", name: "Accueil de la médiathèque", created: at, changed: at, archived: null,
    lists: {
      [listId]: {
        revision: "0123456789", seen: at, known: Object.fromEntries(items.map((item) => [item, "1a2b3c"])),
        items: Object.fromEntries(items.map((item, rank) => [item, {
          state: ["done", "not_applicable", "todo"][rank % 3], at, text: `Formulation ${rank}.`, note: `Note ${rank}`, ...(rank % 3 === 1 && { justification: "Déjà fait." }),
        }])),
      },
    },
    tools: {},
  };
}

export function hostileStates(seed, count = 50) {
  const random = randomFrom(seed);
  const pick = (values) => values[Math.floor(random() * values.length)];
  return Array.from({ length: count }, () => {
    let text = JSON.stringify(damaged(soundState(), 1 + Math.floor(random() * 4), pick, random));
    if (random() < 0.15) text = text.slice(0, Math.floor(random() * text.length));
    if (random() < 0.1) text = `${pick(["\ufeff", ")]}'\n", "//", "["])}${text}`;
    if (random() < 0.1) text = text.replace('"lists":{', '"__proto__":{"polluted":true},"lists":{"__proto__":{"items":{"polluted":{"state":"done"}}},');
    return text;
  });
}

function damaged(state, times, pick, random) {
  for (let time = 0; time < times; time += 1) {
    const places = [];
    walk(state, (owner, key) => places.push([owner, key]));
    if (!places.length) break;
    const [owner, key] = pick(places);
    const kind = random();
    if (kind < 0.5) owner[key] = structuredClone(pick(DAMAGE));
    else if (kind < 0.7) delete owner[key];
    else if (kind < 0.85 && !Array.isArray(owner)) Object.defineProperty(owner, pick(KEYS), { value: structuredClone(pick(DAMAGE)), enumerable: true, configurable: true, writable: true });
    else if (kind < 0.95) owner[key] = nested(60);
    else owner[key] = Object.fromEntries(Array.from({ length: 500 }, (_, rank) => [`item-${rank}`, structuredClone(pick(DAMAGE))]));
  }
  return state;
}

function nested(depth) {
  let value = "fond";
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
}

function walk(value, visit) {
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    visit(value, key);
    walk(value[key], visit);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(hostileStates(Number(process.argv[2] ?? 1))));
