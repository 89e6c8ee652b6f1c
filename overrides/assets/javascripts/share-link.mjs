/**
 * A dossier in the fragment of an address, which browsers never send to a server: compressed, then written with letters and digits. What
 * is read back is a text from a stranger, bounded before it is unpacked and while it is; case-file-reading.mjs then judges it.
 */

export const MARK = "#dossier=";
/** Beyond the first, some mail programs cut an address; beyond the second, none should be asked to carry it. */
export const LONG = 8_000;
export const TOO_LONG = 60_000;
const MOST_UNPACKED = 2_000_000;

export const canShare = () => typeof CompressionStream === "function" && typeof DecompressionStream === "function";

/** The fragment that holds `text`. */
export async function packFragment(text) {
  const packed = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), Infinity);
  let signs = "";
  for (const byte of packed) signs += String.fromCharCode(byte);
  return MARK + btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The text held by `fragment`; null when it holds none, or when it is damaged or too large. */
export async function unpackFragment(fragment) {
  if (!isFragment(fragment) || fragment.length > TOO_LONG * 2) return null;
  try {
    const signs = atob(fragment.slice(MARK.length).replace(/-/g, "+").replace(/_/g, "/"));
    const packed = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(await through(packed, new DecompressionStream("deflate-raw"), MOST_UNPACKED));
  } catch {
    return null;
  }
}

export function isFragment(fragment) {
  return fragment.startsWith(MARK);
}

/** `bytes` through a stream; stops as soon as more than `most` come out: a small link can unpack to gigabytes. */
async function through(bytes, stream, most) {
  const writer = stream.writable.getWriter();
  const writing = Promise.allSettled([writer.write(bytes), writer.close()]);
  const parts = [];
  let size = 0;
  const reader = stream.readable.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("too large");
    }
    parts.push(part.value);
  }
  await writing;
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
