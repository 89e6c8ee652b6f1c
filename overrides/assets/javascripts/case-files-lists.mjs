/** « Mes dossiers », list by list: what the open dossier says of each item, what is left by stage and by audience, and the filters. */

import { itemsOf } from "./case-file.mjs";
import { STATE_LABELS, amount, nice, updateWords } from "./case-file-words.mjs";
import { keptLines, renderFormer, renderLine } from "./checklist-item.mjs";
import { countExamined, isAsked } from "./checklist-state.mjs";
import { compareWithKept, formerWording, withdrawnAnswers } from "./list-version.mjs";
import { readList } from "./page-lists.mjs";

export class FolderLists {
  #folders;
  #filters;

  constructor(root) {
    this.#folders = [...root.querySelectorAll(".ci-folder")].map((element) => ({
      element,
      list: readList(element, element.querySelectorAll("[data-section]")),
      items: [...element.querySelectorAll("[data-item]")],
    }));
    this.#filters = Object.fromEntries([...root.querySelectorAll("select[data-filter]")].map((select) => [select.dataset.filter, select]));
  }

  get lists() {
    return this.#folders.map(({ list }) => list);
  }

  /** Shows `caseFile` and what is left of it in `root`. */
  render(caseFile, root) {
    const tally = this.#folders.map((folder) => this.#renderFolder(folder, caseFile));
    for (const cell of root.querySelectorAll("[data-left-stage]")) fillRow(cell, tally.filter(({ list }) => list.stage === cell.dataset.leftStage));
    for (const cell of root.querySelectorAll("[data-left-audience]")) fillRow(cell, tally.filter(({ list }) => list.audiences.includes(cell.dataset.leftAudience)));
    return { done: sum(tally, "done"), total: sum(tally, "total") };
  }

  /** Applies the three filters once; gives how many items are shown, out of how many. */
  filter(caseFile) {
    const [state, stage, audience] = ["state", "stage", "audience"].map((name) => this.#filters[name].value);
    let shown = 0;
    for (const { element, list, items } of this.#folders) {
      const entries = itemsOf(caseFile, list.id);
      const inScope = (!stage || list.stage === stage) && (!audience || list.audiences.includes(audience));
      let kept = 0;
      for (const item of items) {
        const keep = inScope && isAsked(state, entries[item.dataset.item]);
        item.toggleAttribute("data-filtered", !keep);
        if (keep) kept += 1;
      }
      for (const group of element.querySelectorAll("[data-section]")) {
        const empty = !group.querySelector("[data-item]:not([data-filtered])");
        group.toggleAttribute("data-filtered", empty);
        group.previousElementSibling.toggleAttribute("data-filtered", empty);
      }
      element.toggleAttribute("data-filtered", kept === 0);
      element.querySelector("[data-folder]").open = state !== "all" && kept > 0;
      shown += kept;
    }
    const total = sum(this.#folders.map(({ items }) => ({ total: items.length })), "total");
    return nice(shown ? `${amount(shown, "# élément montré", "# éléments montrés")} sur ${total}.` : "Aucun élément ne répond à ces trois choix.");
  }

  #renderFolder({ element, list, items }, caseFile) {
    const entries = itemsOf(caseFile, list.id);
    items.forEach((item, rank) => renderItem(item, list.items[rank].text, entries[item.dataset.item]));
    const done = countExamined(list.items.map(({ id }) => id), entries);
    const total = list.items.length;
    write(element.querySelector("[data-folder-count]"), nice(`${done} sur ${amount(total, "# élément examiné", "# éléments examinés")}`));
    const change = compareWithKept(caseFile.lists[list.id], list);
    const update = element.querySelector("[data-folder-update]");
    update.hidden = !change;
    write(update, change ? nice(`${updateWords(change)} Le détail est sur la page de la liste.`) : "");
    renderWithdrawn(element.querySelector("[data-withdrawn]"), withdrawnAnswers(entries, list.items));
    return { list, done, total };
  }
}

function renderItem(element, text, entry) {
  const state = entry?.state ?? "todo";
  const former = formerWording(entry, text);
  const shown = JSON.stringify([entry, former]);
  if (element.dataset.rendered === shown) return;
  element.dataset.rendered = shown;
  element.dataset.state = state;
  write(element.querySelector("[data-state-label]"), STATE_LABELS[state]);
  element.querySelector(".ci-item__kept")?.remove();
  const lines = keptLines(entry);
  if (!lines.length && !former) return;
  const kept = document.createElement("div");
  kept.className = "ci-item__kept";
  kept.append(...lines.map(renderLine), ...(former ? [renderFormer(former)] : []));
  element.append(kept);
}

function renderWithdrawn(place, withdrawn) {
  if (!withdrawn.length) return place.replaceChildren();
  const title = document.createElement("h4");
  title.textContent = "Retirés de la liste depuis votre réponse";
  const items = withdrawn.map(({ entry }) => {
    const item = document.createElement("li");
    item.className = "ci-folder__item";
    const line = document.createElement("p");
    const words = document.createElement("bdi");
    words.textContent = entry.text;
    line.append(nice(`${STATE_LABELS[entry.state]} : `), words);
    const kept = document.createElement("div");
    kept.className = "ci-item__kept";
    kept.append(...keptLines(entry).map(renderLine));
    item.append(line, ...(kept.childElementCount ? [kept] : []));
    return item;
  });
  const list = document.createElement("ul");
  list.className = "ci-folder__items";
  list.append(...items);
  place.replaceChildren(title, list);
}

function fillRow(cell, tally) {
  const [done, total] = [sum(tally, "done"), sum(tally, "total")];
  write(cell, String(total - done));
  write(cell.nextElementSibling, nice(`${done} sur ${total}`));
}

function sum(records, name) {
  return records.reduce((result, record) => result + record[name], 0);
}

function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
