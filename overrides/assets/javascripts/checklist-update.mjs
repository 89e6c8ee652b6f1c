/**
 * What the reader is told when a list has changed since they last knew it: how many items, which ones, with the wording they had answered.
 * It stays until they say they have seen it.
 */

import { updateWords } from "./case-file-words.mjs";
import { keptLines, renderFormer, renderLine } from "./checklist-item.mjs";
import { compareWithKept, formerWording } from "./list-version.mjs";

export class ListUpdate {
  #place;
  #list;
  #shown = null;

  constructor(root, list, acknowledge) {
    this.#place = root.querySelector("[data-update]");
    this.#list = list;
    this.#place.querySelector("[data-action=seen]").addEventListener("click", acknowledge);
  }

  render(kept) {
    const change = compareWithKept(kept, this.#list);
    this.#place.hidden = change === null;
    const shown = JSON.stringify(change);
    if (!change || shown === this.#shown) return;
    this.#shown = shown;
    this.#place.querySelector("[data-update-words]").textContent = updateWords(change);
    this.#place.querySelector("[data-update-items]").replaceChildren(...this.#describe(change, kept.items));
  }

  #describe({ added, reworded, removed }, entries) {
    const texts = new Map(this.#list.items.map(({ id, text }) => [id, text]));
    const anchor = (id) => document.querySelector(`[data-checklist="${CSS.escape(this.#list.id)}"] > [data-item="${CSS.escape(id)}"]`)?.id;
    const present = (word, id) => {
      const link = document.createElement("a");
      link.href = `#${anchor(id)}`;
      link.textContent = texts.get(id);
      const former = formerWording(entries[id], texts.get(id));
      return item(word, link, ...(former ? [renderFormer(former)] : []));
    };
    const unanswered = removed.filter((id) => !entries[id]).length;
    return [
      ...(added ?? []).map((id) => present("Ajouté", id)),
      ...reworded.map((id) => present("Reformulé", id)),
      ...removed.filter((id) => entries[id]).map((id) => item("Retiré", entries[id].text, ...answerWords(entries[id]))),
      ...(unanswered ? [item("Retiré", unanswered > 1 ? `${unanswered} éléments que vous n’aviez pas examinés.` : "un élément que vous n’aviez pas examiné.")] : []),
    ];
  }
}

function answerWords(entry) {
  const state = entry.state === "done" ? [{ className: "ci-item__state", label: "Fait", text: "" }] : [];
  return [...state, ...keptLines(entry)].map(renderLine);
}

function item(word, ...contents) {
  const element = document.createElement("li");
  const strong = document.createElement("strong");
  strong.textContent = `${word}\u00a0: `;
  element.append(strong, ...contents);
  return element;
}
