/** The paragraphs of an OpenDocument text, as XML: what a reader typed never becomes a mark. Pure. */

import { BODY, BULLETS, RIGHT_TO_LEFT } from "./export-odt-styles.mjs";
import { isRightToLeft, oneLine } from "./export-text.mjs";

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** One line of `value`, for an element or an attribute. */
export function escape(value) {
  return oneLine(value).replace(/[&<>"]/g, (sign) => SIGNS[sign]);
}

/** The same for running text, where OpenDocument takes a tab or a run of spaces for one space. */
export function words(value) {
  return escape(value).replaceAll("\t", "<text:tab/>").replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
}

/** What was typed in a language read from the right starts there: `said` is the text that decides. */
export function paragraph(content, said = "", style = BODY) {
  return `<text:p text:style-name="${styleFor(style, said)}">${content}</text:p>`;
}

/** `anchor` is what the table of contents refers to. */
export function heading(text, level, anchor, style) {
  const mark = `text:name="${anchor}"`;
  return `<text:h text:style-name="${styleFor(style, oneLine(text))}" text:outline-level="${level}"><text:bookmark-start ${mark}/>${words(text)}<text:bookmark-end ${mark}/></text:h>`;
}

/** `paragraphs`: those of the items, in the style of a list. */
export function list(paragraphs) {
  return `<text:list text:style-name="${BULLETS}">${paragraphs.map((one) => `<text:list-item>${one}</text:list-item>`).join("")}</text:list>`;
}

export function span(style, content) {
  return `<text:span text:style-name="${style}">${content}</text:span>`;
}

export function link(address, content) {
  return `<text:a xlink:type="simple" xlink:href="${escape(address)}">${content}</text:a>`;
}

function styleFor(style, said) {
  return isRightToLeft(said) && Object.hasOwn(RIGHT_TO_LEFT, style) ? RIGHT_TO_LEFT[style] : style;
}
