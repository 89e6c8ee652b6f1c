/**
 * What the writers of documents are given: a dossier and some lists, as plain text, in the order of the page. Nothing of the page, nothing
 * of the storage: the same view makes a .docx, a .csv or a sheet.
 *
 *   { title, dossier: { name } | null, printed, lawDate, blank,
 *     lists: [{ id, title, summary, revision, address, stage, audiences,
 *               sections: [{ title, withdrawn?, items: [{ id, text, why, sources, state, stateLabel, justification, note, who, when, changed }] }] }] }
 */

import { itemsOf } from "./case-file.mjs";
import { STATE_LABELS } from "./case-file-words.mjs";
import { formerWording, withdrawnAnswers } from "./list-version.mjs";

export const WITHDRAWN = "Éléments retirés de la liste depuis";

export function buildView({ title, caseFile = null, lists, lawDate, blank = false, now = new Date() }) {
  return {
    title,
    dossier: caseFile && !blank ? { name: caseFile.name } : null,
    printed: now.toISOString(),
    lawDate,
    blank,
    lists: lists.map((list) => viewList(list, blank || !caseFile ? Object.create(null) : itemsOf(caseFile, list.id))),
  };
}

function viewList(list, entries) {
  const { id, title, summary, revision, address, stage, audiences } = list;
  const sections = list.sections.map((section) => ({
    title: section.title,
    items: section.items.map((item) => viewItem(item, entries[item.id])),
  }));
  const withdrawn = withdrawnAnswers(entries, list.items);
  if (withdrawn.length) {
    sections.push({ title: WITHDRAWN, withdrawn: true, items: withdrawn.map(({ id: item, entry }) => viewItem({ id: item, text: entry.text, why: "", sources: "" }, entry)) });
  }
  return { id, title, summary, revision, address, stage, audiences, sections };
}

function viewItem({ id, text, why, sources }, entry) {
  const state = entry?.state ?? "todo";
  return {
    id, text, why, sources, state, stateLabel: STATE_LABELS[state],
    justification: entry?.justification ?? "", note: entry?.note ?? "", who: entry?.who ?? "", when: entry?.when ?? "",
    changed: formerWording(entry, text),
  };
}
