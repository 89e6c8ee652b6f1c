/** A dossier as a file: what it is called, what it holds, and what can be said of one that comes from someone else. */

import { LIMITS, measure, writeCaseFile } from "./case-file.mjs";
import { readCaseFile } from "./case-file-reading.mjs";
import { fileStem } from "./file-name.mjs";

/** A name an office recognises: « dossier-accueil-de-la-mediatheque-2026-11-23.json ». */
export function fileName(caseFile, now = new Date()) {
  return `dossier-${fileStem(caseFile.name)}-${now.toISOString().slice(0, 10)}.json`;
}

/** Indented: a person can read it, and compare two of them. `schema` is where its description is published. */
export function fileText(caseFile, schema) {
  return `${writeCaseFile({ $schema: schema, ...caseFile }, 2)}\n`;
}

/**
 * The dossier held by `text`: { caseFile, remark } or { refusal }, where both are sentences. `where` is « Ce fichier » or « Ce lien »;
 * `knownLists` the ids of the lists of this site.
 */
export function openExchanged(text, where, knownLists) {
  if (text.length > LIMITS.source) return { refusal: tooLarge(where) };
  const { caseFile, problem } = readCaseFile(text);
  if (problem === "large") return { refusal: tooLarge(where) };
  if (problem === "newer") return { refusal: `${where} vient d’une version plus récente de ce site. Rechargez la page, puis recommencez ; rien n’a été modifié ici.` };
  if (problem === "unreadable") return { refusal: `${where} ne contient pas de dossier de ce site : un dossier s’enregistre depuis « Mes dossiers », au format .json. Rien n’a été modifié ici.` };
  const { answers } = measure(caseFile);
  if (!answers && problem) return { refusal: `${where} contient un dossier dont aucune réponse n’est lisible. Demandez à la personne de l’enregistrer de nouveau ; rien n’a été modifié ici.` };
  return { caseFile, remark: remarks(caseFile, problem, knownLists) };
}

export function tooLarge(where) {
  return `${where} est trop gros pour être un dossier (plus de 2 millions de signes). Rien n’a été modifié ici.`;
}

function remarks(caseFile, problem, knownLists) {
  const unknown = Object.keys(caseFile.lists).filter((id) => !knownLists.includes(id));
  const said = [];
  if (problem) said.push("Une partie de ce contenu était illisible et n’est pas reprise.");
  if (unknown.length) said.push(`${unknown.length > 1 ? `${unknown.length} listes` : "Une liste"} de ce dossier n’existe${unknown.length > 1 ? "nt" : ""} pas sur ce site : les réponses sont gardées dans le dossier, sans être montrées (${unknown.slice(0, 5).join(", ")}).`);
  return said.join(" ");
}
