/**
 * The text of a file the reader opens: { text, remark } or { refusal }, both in French. What the file is, its first bytes say; its name
 * may lie. Nothing of it leaves the browser.
 */

import { plainWords, MOST_SIGNS } from "./plain-words.mjs";

export const MOST_BYTES = 20_000_000;
/* The text of a thousand pages, in the markup of an office program. */
const MOST_XML = 30_000_000;

const KINDS = [
  { starts: [0x50, 0x4b, 0x03, 0x04], read: archive },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], refusal: "« {name} » est un ancien document Word (.doc), ou un document protégé par un mot de passe : nous ne savons pas le lire. Ouvrez-le dans votre traitement de texte, enregistrez-le au format .docx ou .odt sans mot de passe, puis recommencez." },
  { starts: [0x25, 0x50, 0x44, 0x46], refusal: "« {name} » est un PDF. Ouvrez-le, sélectionnez tout, copiez, et collez le texte dans le champ ci-dessous." },
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], refusal: "« {name} » est au format RTF : nous ne savons pas le lire. Ouvrez-le dans votre traitement de texte, enregistrez-le au format .docx ou .odt, ou copiez son texte dans le champ ci-dessous." },
];
const TOO_LONG = `« {name} » contient plus d’un million de signes, soit trois cents pages : relisez-le partie par partie.`;
const UNKNOWN = "« {name} » n’est pas un texte que nous sachions lire. Choisissez un fichier .docx, .odt, .txt ou .md, ou copiez le texte dans le champ ci-dessous.";
const DAMAGED = "« {name} » est abîmé, incomplet ou protégé par un mot de passe : il n’a pas pu être lu. Ouvrez-le dans votre traitement de texte, enregistrez-le de nouveau sans mot de passe, ou copiez son texte dans le champ ci-dessous.";
const EMPTY = "« {name} » ne contient pas de texte. Si c’est un document numérisé, il faut d’abord le faire reconnaître ; sinon, copiez le texte dans le champ ci-dessous.";

/** `bytes`: a Uint8Array. */
export async function openText(name, bytes) {
  const shown = name.replace(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/g, "").slice(0, 80) || "sans nom";
  const found = await readBytes(bytes);
  return found.refusal ? { refusal: found.refusal.replace("{name}", () => shown) } : found;
}

async function readBytes(bytes) {
  if (bytes.length > MOST_BYTES) return { refusal: "« {name} » pèse plus de 20 Mo : copiez le texte dans le champ ci-dessous, sans les images." };
  const kind = KINDS.find(({ starts }) => starts.every((byte, rank) => bytes[rank] === byte));
  if (kind?.refusal) return kind;
  try {
    return finished(kind ? await kind.read(bytes) : { text: decoded(bytes) });
  } catch (error) {
    return { refusal: error.message === "large" ? TOO_LONG : error.message === "unknown" ? UNKNOWN : DAMAGED };
  }
}

function finished({ text, remark = "" }) {
  const { text: words, stripped } = plainWords(text);
  if (!words) return { refusal: EMPTY };
  if (words.length > MOST_SIGNS) return { refusal: TOO_LONG };
  return { text: words, remark: [remark, stripped && "Les balises ont été retirées : vérifiez qu’il ne manque rien."].filter(Boolean).join(" ") };
}

const LEFT_OUT = "Ne sont pas lus : en-têtes, pieds de page, notes, commentaires et images.";

/** A .docx or an .odt, whatever it is called. */
async function archive(bytes) {
  const [{ zipEntry }, { openDocumentText, wordText }] = await Promise.all([import("./zip-entry.mjs"), import("./document-text.mjs")]);
  for (const [entry, root, textOf] of [["word/document.xml", "<w:document", wordText], ["content.xml", "<office:document-content", openDocumentText]]) {
    const content = zipEntry(bytes, entry, MOST_XML);
    if (!content) continue;
    const xml = new TextDecoder().decode(content);
    if (!xml.slice(0, 10_000).includes(root)) throw new Error("sealed");
    return { text: textOf(xml), remark: LEFT_OUT };
  }
  throw new Error("unknown");
}

/** UTF-8 if it can be, else what Windows wrote before it. */
function decoded(bytes) {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.subarray(0, 100_000).includes(0)) throw new Error("unknown");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
