/**
 * The styles of an OpenDocument text: the names that LibreOffice knows, so that changing « Titre 1 » in its side bar changes every heading.
 * The measures are those of the .docx. Pure.
 */

import { BODY as BODY_MEASURES, BULLET, FONT, GREY, ORDER_HEADINGS, PAGE, SMALL, TITLE as TITLE_MEASURES } from "./export-measures.mjs";

export const NAMESPACES = [
  ["office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"], ["style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"],
  ["text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"], ["meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"],
  ["fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"], ["svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"],
  ["xlink", "http://www.w3.org/1999/xlink"], ["dc", "http://purl.org/dc/elements/1.1/"],
].map(([prefix, address]) => `xmlns:${prefix}="${address}"`).join(" ");

/* A space in a name is written _20_. */
export const TITLE = "Title";
export const BODY = "Text_20_body";
export const BULLETS = "List_20_Bullet";
export const CONTENTS_HEADING = "Contents_20_Heading";
export const COVER_HEADING = "Cover_20_Heading";
export const HEADINGS = { 1: "Heading_20_1", 2: "Heading_20_2" };
export const CONTENTS = { 1: "Contents_20_1", 2: "Contents_20_2" };
export const STRONG = "Strong_20_Emphasis";
export const EMPHASIS = "Emphasis";
export const LABEL = "Label";
/* A heading that opens a page; and what starts on the right. */
export const OPENS_PAGE = "Heading_20_1_page";
export const RIGHT_TO_LEFT = Object.fromEntries([TITLE, BODY, BULLETS].map((name) => [name, `${name}_rl`]));

const FRENCH = 'fo:language="fr" fo:country="FR" style:language-asian="none" style:country-asian="none" style:language-complex="none" style:country-complex="none"';
const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
const COVER_MEASURES = { bold: true, keep: true, before: 160, after: BODY_MEASURES.after };
const LEVEL_INDENT = 284;
const FOOTER_GAP = 284; /* between the text and the number of the page, at least */

export function stylesXml() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${NAMESPACES} office:version="1.3">
<office:font-face-decls><style:font-face style:name="${FONT}" svg:font-family="${FONT}" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="36pt" style:writing-mode="lr-tb"/><style:text-properties ${FRENCH} ${letters({ font: true, size: BODY_MEASURES.size })}/></style:default-style>
${style("Standard", { class: "text" })}
${style(BODY, { parent: "Standard", class: "text", after: BODY_MEASURES.after })}
${style(TITLE, { parent: "Standard", next: BODY, class: "chapter", bold: true, keep: true, ...TITLE_MEASURES })}
${style("Heading", { parent: "Standard", next: BODY, class: "text", bold: true, keep: true })}
${[1, 2].map((level) => style(HEADINGS[level], { parent: "Heading", next: BODY, class: "text", level, ...ORDER_HEADINGS[level], before: added(ORDER_HEADINGS[level].before) })).join("\n")}
${style(BULLETS, { parent: BODY, class: "list", list: BULLETS })}
${style(CONTENTS_HEADING, { parent: "Standard", class: "index", ...COVER_MEASURES })}
${style(COVER_HEADING, { parent: BODY, next: BODY, class: "text", ...COVER_MEASURES })}
${[1, 2].map((level) => style(CONTENTS[level], { parent: "Standard", class: "index", after: 40, left: (level - 1) * LEVEL_INDENT, leader: true })).join("\n")}
${style("Footer", { parent: "Standard", class: "extra", align: "end", size: SMALL })}
<style:style style:name="${STRONG}" style:display-name="Strong Emphasis" style:family="text"><style:text-properties ${letters({ bold: true })}/></style:style>
<style:style style:name="${EMPHASIS}" style:family="text"><style:text-properties fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"/></style:style>
<style:style style:name="${LABEL}" style:family="text"><style:text-properties fo:color="#${GREY}" ${letters({ size: SMALL })}/></style:style>
<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#0563c1" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>
<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>
<text:list-style style:name="${BULLETS}" style:display-name="List Bullet"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="${points(BULLET.left)}" fo:text-indent="-${points(BULLET.hanging)}"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="${points(PAGE.size.width)}" fo:page-height="${points(PAGE.size.height)}" style:print-orientation="portrait" style:num-format="1" fo:margin-top="${points(PAGE.margin.top)}" fo:margin-right="${points(PAGE.margin.right)}" fo:margin-bottom="${points(PAGE.margin.footer)}" fo:margin-left="${points(PAGE.margin.left)}"/><style:footer-style><style:header-footer-properties fo:min-height="${points(PAGE.margin.bottom - PAGE.margin.footer)}" fo:margin-top="${points(FOOTER_GAP)}" style:dynamic-spacing="true"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles>
</office:document-styles>`;
}

/** Those that belong to the content: they only bend a named style. */
export function automaticStyles() {
  const bent = (name, parent, properties) => `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties ${properties}/></style:style>`;
  return `<office:automatic-styles>${bent(OPENS_PAGE, HEADINGS[1], `fo:break-before="page" fo:margin-top="${points(ORDER_HEADINGS[1].before)}"`)}${
    Object.entries(RIGHT_TO_LEFT).map(([name, bentName]) => bent(bentName, name, 'style:writing-mode="rl-tb" fo:text-align="right"')).join("")}</office:automatic-styles>`;
}

function style(name, { parent, next, class: family, level, list, before, after, left, align, keep, leader, ...rest }) {
  const display = name.replaceAll("_20_", " ");
  const attributes = [
    `style:name="${name}"`, display !== name && `style:display-name="${display}"`, 'style:family="paragraph"', parent && `style:parent-style-name="${parent}"`,
    next && `style:next-style-name="${next}"`, level && `style:default-outline-level="${level}"`, list && `style:list-style-name="${list}"`, `style:class="${family}"`,
  ];
  const paragraph = [
    before !== undefined && `fo:margin-top="${points(before)}"`, after !== undefined && `fo:margin-bottom="${points(after)}"`, left && `fo:margin-left="${points(left)}"`,
    align && `fo:text-align="${align}"`, keep && 'fo:keep-with-next="always"',
  ];
  const tab = leader ? `<style:tab-stops><style:tab-stop style:position="${points(WIDTH - (left ?? 0))}" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops>` : "";
  return `<style:style ${joined(attributes)}><style:paragraph-properties ${joined(paragraph)}>${tab}</style:paragraph-properties><style:text-properties ${letters(rest)}/></style:style>`;
}

/** Each property is said three times: for our letters, for those of Asia, for those of Arabic and Hebrew. */
function letters({ font, size, bold }) {
  return joined([
    font && `style:font-name="${FONT}" style:font-name-asian="${FONT}" style:font-name-complex="${FONT}"`,
    size && ["fo:font-size", "style:font-size-asian", "style:font-size-complex"].map((name) => `${name}="${size / 2}pt"`).join(" "),
    bold && ["fo:font-weight", "style:font-weight-asian", "style:font-weight-complex"].map((name) => `${name}="bold"`).join(" "),
  ]);
}

/** LibreOffice adds the space before a paragraph to the one after the paragraph above, where it keeps the larger of the two in a .docx. */
function added(before) {
  return before - BODY_MEASURES.after;
}

function points(twentieths) {
  return `${twentieths / 20}pt`;
}

function joined(parts) {
  return parts.filter(Boolean).join(" ");
}
