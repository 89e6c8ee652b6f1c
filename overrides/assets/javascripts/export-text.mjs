/** Plain text on its way out of the browser: what no file format accepts is taken away, nothing else. */

/* XML 1.0 refuses these, spreadsheets stop at the first NUL. Tabs and line ends stay. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
const FIRST_STRONG = /[A-Za-z\u00aa-\u02af\u0370-\u058f\u1e00-\u1fff]|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** `value` as text any of our formats can hold, with « \n » as the only line end. Half an emoji becomes « \ufffd » when a Blob is made. */
export function cleanText(value) {
  return String(value ?? "").replace(/\r\n?|\u2028|\u2029/g, "\n").replace(FORBIDDEN, "").trim();
}

/** The same on one line. */
export function oneLine(value) {
  return cleanText(value).replace(/\s*\n\s*/g, " ");
}

export function linesOf(value) {
  const text = cleanText(value);
  return text ? text.split("\n") : [];
}

/** Whether a paragraph starts on the right, as a browser decides for dir="auto". */
export function isRightToLeft(text) {
  const found = FIRST_STRONG.exec(text);
  return found !== null && RIGHT_TO_LEFT.test(found[0]);
}

/** « 2026-11-23 » or a full ISO moment as « 23 novembre 2026 »; anything else as it is. */
export function longDate(value) {
  const text = oneLine(value);
  if (!/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text)) return text;
  /* A day alone is read as midnight in Greenwich: the day before, west of it. */
  const moment = new Date(text.length === 10 ? `${text}T12:00:00` : text);
  if (Number.isNaN(moment.getTime())) return text;
  return new Intl.DateTimeFormat("fr", { dateStyle: "long" }).format(moment).replace(/^1 /, "1er ").replaceAll(" ", "\u00a0");
}
