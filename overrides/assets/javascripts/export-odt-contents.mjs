/**
 * The table of contents of an OpenDocument text: already filled in, so that it is read before anyone brings it up to date. The number of a
 * page is a reference to its heading: LibreOffice works it out as it opens the file. Pure.
 */

import { CONTENTS, CONTENTS_HEADING } from "./export-odt-styles.mjs";
import { words } from "./export-odt-text.mjs";

/** `entries`: [{ level, text, anchor }], in the order of the document. */
export function contentsXml(title, entries) {
  const template = (level) => `<text:table-of-content-entry-template text:outline-level="${level}" text:style-name="${CONTENTS[level]}"><text:index-entry-link-start text:style-name="Index_20_Link"/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>`;
  return `<text:table-of-content text:name="${words(title)}" text:protected="true"><text:table-of-content-source text:outline-level="2"><text:index-title-template text:style-name="${CONTENTS_HEADING}">${words(title)}</text:index-title-template>${
    template(1)}${template(2)}</text:table-of-content-source><text:index-body><text:index-title text:name="${words(title)}_titre"><text:p text:style-name="${CONTENTS_HEADING}">${words(title)}</text:p></text:index-title>${
    entries.map(entry).join("")}</text:index-body></text:table-of-content>`;
}

function entry({ level, text, anchor }) {
  return `<text:p text:style-name="${CONTENTS[level]}"><text:a xlink:type="simple" xlink:href="#${anchor}" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">${words(text)}<text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name="${anchor}"/></text:a></text:p>`;
}
