/**
 * What a rereading says, as a reader takes it in: one remark a rule, the gravest first, with all its passages; what is missing; what is
 * already there. Pure: from what the engine found, the rules as the page words them, and what was dismissed.
 */

import { fingerprint } from "./list-version.mjs";

export const SEVERITIES = ["forte", "moyenne", "legere"];
const LOW = /[\udc00-\udfff]/;
const AROUND = 70;
const LONGEST_PASSAGE = 240;
/* Past this many, marks in the text would hide it, and make the page heavy. */
export const MOST_MARKS = 600;

/**
 * { remarks, missing, strengths, setAside, marks, more }. A remark: { rule, number, passages }, a passage: { id, key, start, end, before,
 * quote, after }. `rules`: Map of id → { id, severity }. `dismissed`: Set of keys. `more`: how many passages have no mark in the text.
 */
export function findings(text, found, rules, dismissed) {
  const known = ({ rule }) => rules.has(rule);
  const kept = [];
  const setAside = [];
  for (const one of grouped(text, found.remarks.filter(known))) {
    const rule = rules.get(one.id);
    const [left, shown] = split(one.passages, ({ key }) => dismissed.has(key));
    if (shown.length) kept.push({ rule, passages: shown });
    if (left.length) setAside.push({ rule, keys: unique(left), quote: left[0].quote, count: left.length });
  }
  kept.sort((one, other) => SEVERITIES.indexOf(one.rule.severity) - SEVERITIES.indexOf(other.rule.severity) || one.passages[0].start - other.passages[0].start);
  kept.forEach((remark, rank) => { remark.number = rank + 1; });
  const [ignored, missing] = split(found.missing.filter((id) => rules.has(id)).map((id) => rules.get(id)), ({ id }) => dismissed.has(id));
  for (const rule of ignored) setAside.push({ rule, keys: [rule.id], quote: "", count: 1 });
  missing.sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
  const strengths = grouped(text, found.strengths.filter(known)).map(({ id, passages }) => ({ rule: rules.get(id), passages }));
  const { marks, more } = marksOf(kept, strengths);
  return { remarks: kept, missing, strengths, setAside, marks, more };
}

/** In the order of the text, each with its name: what the text shows. */
function marksOf(remarks, strengths) {
  const all = [
    ...remarks.flatMap(({ rule, number, passages }) => passages.map((passage) => ({ ...passage, rule, number, passage }))),
    ...strengths.flatMap(({ rule, passages }) => passages.map((passage) => ({ ...passage, rule, number: null, passage }))),
  ].sort((one, other) => one.start - other.start || one.end - other.end);
  const marks = all.slice(0, MOST_MARKS);
  marks.forEach((mark, rank) => { mark.id = mark.passage.id = `passage-${rank + 1}`; });
  return { marks, more: all.length - marks.length };
}

function grouped(text, found) {
  const groups = new Map();
  for (const { rule, start: first, end: last } of found) {
    /* Half an emoji is no letter. */
    const [start, end] = [LOW.test(text[first]) ? Math.max(0, first - 1) : first, LOW.test(text[last]) ? last + 1 : last];
    if (!groups.has(rule)) groups.set(rule, []);
    const passages = groups.get(rule);
    const words = text.slice(start, Math.min(end, start + 2000));
    passages.push({ id: null, key: `${rule}:${fingerprint(words.toLowerCase())}`, start, end, ...excerpt(text, start, end) });
  }
  return [...groups].map(([id, passages]) => ({ id, passages }));
}

/** A passage with what stands around it in its sentence. */
export function excerpt(text, start, end) {
  const head = text.slice(Math.max(0, start - AROUND), start);
  const tail = text.slice(end, end + AROUND);
  const from = Math.max(...[...head.matchAll(/\n|[.!?;]\s/g)].map(({ index, 0: sign }) => index + sign.length), 0);
  const stop = /\n|[.!?;](?=\s|$)/.exec(tail);
  const before = head.slice(from);
  const after = stop ? tail.slice(0, stop.index + (stop[0] === "\n" ? 0 : 1)) : tail;
  return {
    before: (from === 0 && start > AROUND ? "…" + before.replace(/^\S*\s/, "") : before).replace(/\s+/g, " ").replace(/^[-–•] /, "").trimStart(),
    quote: shortened(text.slice(start, end).replace(/\s+/g, " ")),
    after: (stop || end + AROUND >= text.length ? after : after.replace(/\s\S*$/, "") + "…").replace(/\s+/g, " ").trimEnd(),
  };
}

function shortened(words) {
  return words.length > LONGEST_PASSAGE ? `${words.slice(0, LONGEST_PASSAGE / 2)} […] ${words.slice(-LONGEST_PASSAGE / 2)}` : words;
}

/**
 * The text cut where a mark starts or ends: paragraphs of { text, start, marks, ends }, where `marks` are those that cover the piece and
 * `ends` those that end with it. `marks` are sorted by their start.
 */
export function piecesOf(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((one, other) => one - other);
  const paragraphs = [[]];
  let next = 0;
  let open = [];
  for (let rank = 0; rank + 1 < cuts.length; rank += 1) {
    const [from, to] = [cuts[rank], cuts[rank + 1]];
    open = open.filter(({ end }) => end > from);
    while (next < marks.length && marks[next].start <= from) {
      if (marks[next].end > from) open.push(marks[next]);
      next += 1;
    }
    const lines = text.slice(from, to).split("\n");
    let at = from;
    lines.forEach((line, position) => {
      if (position) paragraphs.push([]);
      const last = position === lines.length - 1;
      if (line || last) paragraphs.at(-1).push({ text: line, start: at, marks: open, ends: last ? open.filter(({ end }) => end === to) : [] });
      at += line.length + 1;
    });
  }
  return paragraphs;
}

/** « 3 remarques sur 5 passages, dont 1 à revoir ; 2 points que nous n’avons pas trouvés ; 4 forces. » */
export function summaryWords({ remarks, missing, strengths }) {
  const strong = remarks.filter(({ rule }) => rule.severity === "forte").length;
  const passages = remarks.reduce((sum, { passages: all }) => sum + all.length, 0);
  const parts = [
    remarks.length ? `${count(remarks.length, "remarque")}${passages > remarks.length ? ` sur ${passages} passages` : ""}${strong ? `, dont ${strong} à revoir` : ""}` : "aucune remarque sur ce qui est écrit",
    missing.length ? `${count(missing.length, "point")} que nous n’avons pas trouvé${missing.length > 1 ? "s" : ""}` : "rien d’essentiel ne manque",
    strengths.length ? count(strengths.length, "force") : "",
  ].filter(Boolean);
  const words = parts.join(" ; ");
  return `${words[0].toUpperCase()}${words.slice(1)}.`;
}

/** Where to begin, when there is much to say; "" otherwise. */
export function adviceWords({ remarks }) {
  if (remarks.length < 13) return "";
  const strong = remarks.filter(({ rule }) => rule.severity === "forte").length;
  return strong ? `C’est beaucoup à la fois. Commencez par ${strong > 1 ? `les ${strong} premières, à revoir` : "la première, à revoir"} ; les autres attendront une seconde lecture.` : "C’est beaucoup à la fois, et rien n’est grave. Ne gardez que ce qui vous parle.";
}

export function count(number, noun) {
  return `${number} ${noun}${number > 1 ? "s" : ""}`;
}

function split(all, test) {
  const groups = [[], []];
  for (const one of all) groups[test(one) ? 0 : 1].push(one);
  return groups;
}

function unique(passages) {
  return [...new Set(passages.map(({ key }) => key))];
}
