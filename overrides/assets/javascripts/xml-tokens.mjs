/**
 * The tags and texts of an XML document, in order. Office documents are read with this rather than with a tree: a megabyte of them holds
 * a hundred thousand nodes, and their entities are never declared, so that a declaration is a trap.
 */

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+|</g;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Yields { open, attributes, empty }, { close } or { text }. Throws on what no office program writes. */
export function* xmlTokens(source) {
  for (const [whole, data, slash, name, attributes, empty] of source.matchAll(TOKEN)) {
    if (name) yield slash ? { close: name } : { open: name, attributes, empty: empty === "/" };
    else if (data !== undefined) yield { text: data };
    else if (whole === "<") throw new Error("xml");
    else if (whole[0] !== "<") yield { text: decoded(whole) };
  }
}

/** The value of an attribute among `attributes`, as given by a token. */
export function attribute(attributes, name) {
  const found = attributes.split(name + "=")[1] ?? "";
  return decoded(found.slice(1, found.indexOf(found[0], 1)));
}

function decoded(text) {
  return text.replace(ENTITY, (whole, hexadecimal, decimal, name) => {
    if (name) return NAMED[name.toLowerCase()];
    const code = hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}
