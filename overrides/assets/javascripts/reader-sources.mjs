/** Where texts come from and go to; what each needs is fetched when it is asked for. */

/* One byte more than open-text.mjs takes: a file of two gigabytes is refused without being read. */
const MOST_READ = 20_000_001;

/** The text of a file of the reader's: { text, remark } or { refusal }. */
export async function openedFile(file) {
  const gone = { refusal: `« ${file.name.slice(0, 80)} » n’a pas pu être lu : il a peut-être été déplacé. Choisissez-le de nouveau.` };
  try {
    const [{ openText }, buffer] = await Promise.all([import("./open-text.mjs"), file.slice(0, MOST_READ).arrayBuffer()]);
    return await openText(file.name, new Uint8Array(buffer));
  } catch {
    return gone;
  }
}

/** Hands the rereading over as a file; its name, or null when it could not be made. */
export async function writtenFile(format, reading) {
  try {
    const [{ exportReading }, { readingView }] = await Promise.all([import("./export-reading.mjs"), import("./reader-paper.mjs")]);
    return await exportReading(format, readingView({ ...reading, address: location.origin + location.pathname }));
  } catch {
    return null;
  }
}

/** The order that the dossier keeps of the workshop; "" when there is none. */
export async function workshopText(stored, outline) {
  try {
    return (await import("./reader-workshop.mjs")).workshopOrder(stored, outline);
  } catch {
    return "";
  }
}

/** The closed order that the page prints for everyone. */
export function exampleText() {
  const box = document.querySelector("#exemple ~ .admonition");
  return [...(box?.querySelectorAll("p:not(.admonition-title)") ?? [])].map((paragraph) => paragraph.textContent.trim()).join("\n\n");
}
