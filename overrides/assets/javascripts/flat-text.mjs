/* A text as the rereading rules see it: lower case, no accent, straight apostrophes, single spaces, one sentence a line. Each sign
   remembers where it comes from. macros/models/pattern.py (`flat`) does the same to the examples of the rules. */

const LONGEST_SENTENCE = 1200;
const WRAPPED_LINE = 60;
const BREAK = 10;
const SPACE = 32;
const DROPPED = -1;

const ALIKE = {
  "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "…": "...",
  "œ": "oe", "æ": "ae", "ß": "ss", "*": "", "`": "", "_": "", "|": " ", "\u00ad": "",
};
const INVISIBLE = /[\p{Cf}\p{M}]/u;
const ENDS = new Set([..."..!?…"].map((sign) => sign.charCodeAt(0)));
const CLOSING = new Set([..."\"'»”’)]* "].map((sign) => sign.charCodeAt(0)));
const ABBREVIATION = /(?:^|[^\p{L}])(?:\p{L}|art|cf|ex|env|min|max|no|pp|st|ste|mme|mlle|tel|vol|chap|ref)\.$/iu;
const STARTS = /[\p{Lu}\d«“"(]/u;
const MARKS = /[\s#>•*+\-–—·▪◦‣→☐☑✓]*(?:(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|[a-z][.)]|[ivx]{1,4}[.)])[ \t\u00a0])?/iy;

/** { flat, origin, starts }: `origin[i]` is where flat[i] stands in `text`, `starts` the places in `flat` where a sentence begins. */
export function flatten(text) {
  const signs = new Uint16Array(text.length * 3 + 2);
  const origin = new Uint32Array(text.length * 3 + 2);
  const starts = [0];
  let length = 0;
  let lineStart = 0;
  const put = (code, at) => {
    signs[length] = code;
    origin[length] = at;
    length += 1;
  };
  const breakHere = (at) => {
    if (length > 0 && signs[length - 1] === SPACE) length -= 1;
    if (length === starts.at(-1)) return;
    put(BREAK, at);
    starts.push(length);
  };

  let at = skipMarks(text, 0);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const plain = code < TABLE.length ? TABLE[code] : fold(code);
    const sentence = length - starts.at(-1);
    if (plain === SPACE) {
      const gap = readGap(text, at);
      if (breaksLine(text, gap, at - lineStart) || (gap.lines === 0 && endsSentence(text, at, gap.end)) || sentence > LONGEST_SENTENCE) breakHere(at);
      else if (length > starts.at(-1) && signs[length - 1] !== SPACE) put(SPACE, at);
      if (gap.lines) lineStart = gap.end;
      at = gap.lines && length === starts.at(-1) ? skipMarks(text, gap.end) : gap.end;
      continue;
    }
    if (typeof plain === "string") for (const sign of plain) put(sign.charCodeAt(0), at);
    else if (plain !== DROPPED) put(plain, at);
    if (sentence > 2 * LONGEST_SENTENCE) breakHere(at);
    at += 1;
  }
  return { flat: decode(signs.subarray(0, length)), origin: origin.subarray(0, length), starts };
}

function foldSign(sign) {
  if (/\s/u.test(sign)) return SPACE;
  const alike = ALIKE[sign.toLowerCase()] ?? sign.toLowerCase();
  if (alike === " ") return SPACE;
  const bare = INVISIBLE.test(sign) ? "" : alike.normalize("NFKD").replace(/\p{M}/gu, "");
  if (bare === "") return DROPPED;
  return bare.length === 1 ? bare.charCodeAt(0) : bare.slice(0, 3).trim();
}

const TABLE = Array.from({ length: 0x250 }, (_, code) => foldSign(String.fromCharCode(code)));
const SEEN = new Map();

function fold(code) {
  if (!SEEN.has(code)) SEEN.set(code, code >= 0xd800 && code <= 0xdfff ? code : foldSign(String.fromCharCode(code)));
  return SEEN.get(code);
}

/* The white space from `start` on: where it ends, how many lines it ends. */
function readGap(text, start) {
  let end = start;
  let lines = 0;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 10 || (code === 13 && text.charCodeAt(end + 1) !== 10) || code === 0x2028 || code === 0x2029 || code === 11 || code === 12) lines += 1;
    else if ((code < TABLE.length ? TABLE[code] : fold(code)) !== SPACE || code === 124) break;
  }
  return { end: Math.max(end, start + 1), lines };
}

/* A line that ends far to the right and goes on in the next one was only wrapped. */
function breaksLine(text, gap, width) {
  if (gap.lines === 0) return false;
  if (gap.lines > 1 || gap.end >= text.length) return true;
  const next = text[gap.end];
  if (next.toLowerCase() === next && next.toUpperCase() !== next && !/^[a-z][.)]\s/u.test(text.slice(gap.end, gap.end + 3))) return false;
  return width < WRAPPED_LINE || /[.!?…:;]$/u.test(text.slice(Math.max(0, gap.end - 12), gap.end).trimEnd()) || !/[\p{L},(]/u.test(next);
}

function endsSentence(text, at, next) {
  let last = at - 1;
  while (last >= 0 && at - last < 4 && CLOSING.has(text.charCodeAt(last))) last -= 1;
  if (!ENDS.has(text.charCodeAt(last)) || !STARTS.test(text[next] ?? "")) return false;
  return text[last] !== "." || !ABBREVIATION.test(text.slice(Math.max(0, last - 6), last + 1));
}

/* Bullets, heading marks and numbers that open a line are no part of its sentence. */
function skipMarks(text, start) {
  MARKS.lastIndex = start;
  const found = MARKS.exec(text);
  return found ? start + found[0].length : start;
}

function decode(signs) {
  let text = "";
  for (let start = 0; start < signs.length; start += 8192) text += String.fromCharCode(...signs.subarray(start, start + 8192));
  return text;
}
