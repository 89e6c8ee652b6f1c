/** One file out of a zip archive that anyone may have made: never more than `most` bytes of it, whatever the archive says of itself. */

import { Unzip, UnzipInflate } from "./vendor/fflate-0.8.3/fflate.mjs";

/* A deflated slice grows a thousandfold at most: the limit is met before memory is. */
const SLICE = 16_384;

/** The bytes of the entry called `name`; null when there is none. Throws "large" past `most`, anything else when the archive is damaged. */
export function zipEntry(bytes, name, most) {
  let parts = null;
  let size = 0;
  let ended = false;
  const unzip = new Unzip((file) => {
    if (file.name !== name || parts) return;
    parts = [];
    file.ondata = (error, part, final) => {
      if (error) throw error;
      size += part.length;
      if (size > most) throw new Error("large");
      parts.push(part);
      ended ||= final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let start = 0; start < bytes.length && !ended; start += SLICE) {
    unzip.push(bytes.subarray(start, start + SLICE), start + SLICE >= bytes.length);
  }
  return parts && joined(parts, size);
}

function joined(parts, size) {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
