/** A text as it can be reread: what copying out of Word, a web page or a mail has left in it is taken away, and nothing else. */

export const MOST_SIGNS = 1_000_000;

/* Only when there are this many of them: « <12 mois » and « a < b » are words. */
const MANY_TAGS = 3;
const TAG = /<(?:\/?[a-z][\w:-]{0,40}(?:\s[^<>]{0,2000})?\/?|!(?:--)?\[?[^<>]{0,200}|\?xml[^<>]{0,2000}\?)>/gi;
const HIDDEN = [["<!--", "-->"], ["<style", "</style>"], ["<script", "</script>"], ["<xml", "</xml>"], ["<head", "</head>"], ["<w:instrtext", "</w:instrtext>"]];
const BLOCK = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr|\/td|\/th|\/w:p)\b[^<>]{0,2000}>/gi;
const ENTITY = /&[a-z#0-9]{2,7};/gi;
const ENTITIES = { "&nbsp;": "\u00a0", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&apos;": "'", "&laquo;": "«", "&raquo;": "»", "&eacute;": "é", "&egrave;": "è", "&agrave;": "à", "&rsquo;": "’", "&euro;": "€", "&amp;": "&" };
/* Marks of direction turn a page upside down; the others are signs that nothing shows. Joiners stay: Persian and emoji need them. */
const UNSEEN = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc\ufffe\uffff]/g;

/** { text, stripped }: `stripped` says that tags were taken off. */
export function plainWords(source) {
  let text = source.replace(/\r\n?|\u2028|\u2029|\u000c/g, "\n");
  const stripped = (text.match(TAG)?.length ?? 0) >= MANY_TAGS;
  if (stripped) {
    for (const [start, end] of HIDDEN) text = withoutPairs(text, start, end);
    text = text.replace(BLOCK, "\n").replace(TAG, "").replace(ENTITY, (whole) => ENTITIES[whole.toLowerCase()] ?? whole);
  }
  /* A line end in the middle of a run of spaces must not have each of them tried again. */
  text = text.replace(UNSEEN, "").split("\n").map((line) => line.trimEnd()).join("\n").replace(/\n{3,}/g, "\n\n").trim();
  return { text, stripped };
}

/** By position and not by pattern: an opening that is never closed would have the search begin again at each of its copies. */
function withoutPairs(text, start, end) {
  const low = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const kept = [];
  let from = 0;
  for (;;) {
    const open = low.indexOf(start, from);
    const close = open < 0 ? -1 : low.indexOf(end, open + start.length);
    if (close < 0) return [...kept, text.slice(from)].join("\n");
    kept.push(text.slice(from, open));
    from = close + end.length;
  }
}
