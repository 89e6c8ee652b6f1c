/** Names of files that every system accepts: plain letters, digits and hyphens, from a French title. */

const MOST = 60;

export function fileStem(title) {
  const plain = title.replace(/œ/gi, "oe").replace(/æ/gi, "ae").normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, MOST).replace(/^-+|-+$/g, "") || "sans-nom";
}

/** Gives `blob` to the reader as a file called `name`. */
export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  /* Some browsers read the address after the click. */
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
