/** An OpenDocument text (.odt), from its content: the zip that LibreOffice, Word and the others open. */

import { strToU8, zipSync } from "./vendor/fflate-0.8.3/fflate.mjs";
import { NAMESPACES, automaticStyles, stylesXml } from "./export-odt-styles.mjs";
import { escape } from "./export-odt-text.mjs";
import { WORDS } from "./export-words.mjs";

const TYPE = "application/vnd.oasis.opendocument.text";
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const PARTS = ["content.xml", "styles.xml", "meta.xml"];

/** `content`: the XML of the paragraphs. */
export function odtFile(title, content) {
  const texts = { "content.xml": contentXml(content), "styles.xml": stylesXml(), "meta.xml": metaXml(title), "META-INF/manifest.xml": manifestXml() };
  const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
  /* The type comes first and is not compressed: systems recognize the file by these bytes. */
  return new Blob([zipSync({ mimetype: [strToU8(TYPE), { level: 0 }], ...files })], { type: TYPE });
}

function contentXml(content) {
  return `${HEAD}\n<office:document-content ${NAMESPACES} office:version="1.3">${automaticStyles()}<office:body><office:text>${content}</office:text></office:body></office:document-content>`;
}

function metaXml(title) {
  return `${HEAD}\n<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta><meta:generator>${escape(WORDS.site)}</meta:generator><dc:title>${escape(title)}</dc:title><dc:language>fr-FR</dc:language></office:meta></office:document-meta>`;
}

function manifestXml() {
  const entry = (path, type, more = "") => `<manifest:file-entry manifest:full-path="${path}"${more} manifest:media-type="${type}"/>`;
  return `${HEAD}\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${
    entry("/", TYPE, ' manifest:version="1.3"')}${PARTS.map((name) => entry(name, "text/xml")).join("")}</manifest:manifest>`;
}
