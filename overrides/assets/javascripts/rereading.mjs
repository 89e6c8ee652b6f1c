/* What the rereading rules say of a text. Pure: rules and a text in, places in the text out.

   A rule looks within one sentence (flat-text.mjs) and speaks once a sentence. A rule of « manque » speaks when it finds nothing. */

import { flatten } from "./flat-text.mjs";

const WORD_EDGE = "\\b";

/** The rules ready to run. Each: { id, kind, family, severity, patterns, unless, context, coveredBy }, patterns as macros/models/pattern.py translates them. */
export function compileRules(rules) {
  return rules.map((rule) => ({
    id: rule.id, kind: rule.kind, wanted: anyOf(rule.patterns, "gm"), silenced: anyOf(rule.unless, "m"), context: anyOf(rule.context, "m"),
    coveredBy: rule.coveredBy ?? [],
  }));
}

/* Most patterns begin at the edge of a word: asked once for all of them, the text is read twice as fast. */
function anyOf(patterns, flags) {
  if (!patterns?.length) return null;
  const inWords = patterns.filter((pattern) => pattern.startsWith(WORD_EDGE)).map((pattern) => pattern.slice(WORD_EDGE.length));
  const others = patterns.filter((pattern) => !pattern.startsWith(WORD_EDGE));
  const sources = inWords.length ? [`${WORD_EDGE}(?:${inWords.join("|")})`, ...others] : others;
  return new RegExp(sources.map((source) => `(?:${source})`).join("|"), flags);
}

/** { remarks, missing, strengths }: passages as { rule, start, end } in `text`, in the order of the text; `missing` as rule ids. */
export function reread(text, compiled) {
  const sentences = distinct(flatten(text));
  const remarks = [];
  const strengths = [];
  const gaps = [];
  for (const rule of compiled) {
    if (rule.context && !rule.context.test(sentences.flat)) continue;
    if (rule.kind === "manque") {
      if (places(sentences, rule, true).length === 0) gaps.push(rule);
    } else (rule.kind === "force" ? strengths : remarks).push(...places(sentences, rule, false));
  }
  const done = new Set(strengths.map((one) => one.rule));
  const missing = gaps.filter((rule) => !rule.coveredBy.some((name) => done.has(name))).map((rule) => rule.id);
  return { remarks: remarks.sort(inOrder), missing, strengths: strengths.sort(inOrder) };
}

const inOrder = (one, other) => one.start - other.start || one.end - other.end || (one.rule < other.rule ? -1 : 1);

/* Each sentence once, with every place where it stands: pasted tables repeat themselves, and a text made to make us wait does nothing else. */
function distinct({ flat, origin, starts }) {
  const seen = new Map();
  starts.forEach((start, rank) => {
    const words = flat.slice(start, starts[rank + 1] - 1 || flat.length);
    if (seen.has(words)) seen.get(words).push(start);
    else seen.set(words, [start]);
  });
  let length = 0;
  const once = [...seen.keys()];
  return { flat: once.join("\n"), origin, occurrences: [...seen.values()], starts: once.map((words) => (length += words.length + 1) - words.length - 1) };
}

function places({ flat, origin, starts, occurrences }, rule, firstOnly) {
  const found = [];
  let sentence = 0;
  rule.wanted.lastIndex = 0;
  for (let match = rule.wanted.exec(flat); match; match = rule.wanted.exec(flat)) {
    sentence = sentenceAt(starts, match.index, sentence);
    const end = sentence + 1 < starts.length ? starts[sentence + 1] - 1 : flat.length;
    if (!rule.silenced?.test(flat.slice(starts[sentence], end))) {
      const shift = match.index - starts[sentence];
      const last = shift + match[0].length - 1;
      found.push(...occurrences[sentence].map((start) => ({ rule: rule.id, start: origin[start + shift], end: origin[start + last] + 1 })));
      if (firstOnly) break;
    }
    rule.wanted.lastIndex = Math.max(end, match.index + 1);
  }
  return found;
}

/* The rank of the sentence that holds `index`, looked for from `from` on. */
function sentenceAt(starts, index, from) {
  let low = from;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
