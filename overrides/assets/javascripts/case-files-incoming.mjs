/**
 * A dossier that comes from someone else, by file or by link: shown before anything is done with it, then added, or brought together with
 * one of the reader's. Nothing is kept before the last button.
 */

import { add, choose, listCaseFiles } from "./case-file-shelf.mjs";
import { openCaseFile } from "./case-file-store.mjs";
import { measure } from "./case-file.mjs";
import { NOTICES, STATE_LABELS, amount, listed, longDay, nice } from "./case-file-words.mjs";
import { keptLines, renderLine } from "./checklist-item.mjs";
import { compareCaseFiles, settle } from "./merge.mjs";

export class Incoming {
  #root;
  #lists;
  #current;
  #finish;
  #caseFile = null;
  #outcome = null;

  /** `current()` gives the id of the open dossier; `finish(words, undo)` is called at the end, with null when nothing was done. */
  constructor(root, { lists, current, finish }) {
    this.#root = root;
    this.#lists = lists;
    this.#current = current;
    this.#finish = finish;
    root.addEventListener("click", (event) => this.#act(event.target.closest("[data-action]")?.dataset.action));
    this.#part("target").addEventListener("change", () => { this.#way("merge").checked = true; });
  }

  /** Shows `caseFile`, with a remark on what could not be read of it. */
  show(caseFile, remark) {
    this.#caseFile = caseFile;
    this.#outcome = null;
    const { answers, lists } = measure(caseFile);
    const count = answers ? `${amount(answers, "# réponse", "# réponses")} dans ${amount(lists, "# liste", "# listes")}` : "aucune réponse";
    this.#part("title").textContent = "Un dossier reçu";
    this.#part("facts").replaceChildren(nice("« "), isolated(caseFile.name), nice(` » : ${count}, modifié le ${longDay(caseFile.changed)}. Rien n’est encore ajouté à vos dossiers.`));
    this.#part("remark").textContent = nice(remark);
    this.#part("answers").replaceChildren(...this.#describe(caseFile));
    this.#part("preview").hidden = answers === 0;
    this.#part("preview").open = false;
    this.#offerTargets();
    this.#setStep("choose");
    this.#root.parentElement.hidden = false;
    this.#part("title").focus();
  }

  #part(name) {
    return this.#root.querySelector(`[data-incoming-${name}]`);
  }

  #way(value) {
    return this.#root.querySelector(`input[name=ci-incoming][value=${value}]`);
  }

  #button(action) {
    return this.#root.querySelector(`[data-action=${action}]`);
  }

  /** The same dossier, sent back, is to be brought together; so is one of the same name. Otherwise the reader has to say so. */
  #offerTargets() {
    const kept = listCaseFiles();
    const select = this.#part("target");
    select.replaceChildren(...kept.map(({ id, name }) => new Option(name, id)));
    const same = kept.find(({ id }) => id === this.#caseFile.id && id !== "00000001") ?? kept.find(({ name }) => name === this.#caseFile.name);
    select.value = same?.id ?? this.#current();
    if (!select.value && kept.length) select.selectedIndex = 0;
    this.#way("merge").disabled = kept.length === 0;
    this.#way(same ? "merge" : "add").checked = true;
    select.closest("label").hidden = kept.length === 0;
  }

  #setStep(step) {
    this.#part("ways").hidden = step !== "choose";
    this.#part("conflicts").replaceChildren();
    this.#part("error").textContent = "";
    this.#button("accept").textContent = step === "choose" ? "Continuer" : "Réunir les deux";
    for (const action of ["mine", "theirs"]) this.#button(action).hidden = step === "choose";
  }

  #act(action) {
    if (action === "decline") this.#close(null);
    if (action === "accept" && this.#outcome) this.#settle();
    else if (action === "accept") this.#accept();
    if (action === "mine" || action === "theirs") for (const choice of this.#root.querySelectorAll(`[data-incoming-conflicts] input[value=${action}]`)) choice.checked = true;
  }

  #accept() {
    if (this.#way("merge").checked) return this.#compare();
    const { id, refusal } = add(this.#caseFile);
    if (refusal) return this.#fail(nice(`${NOTICES[refusal]} Rien n’a été ajouté.`));
    choose(id);
    this.#close(`« ${this.#caseFile.name} » est ajouté à vos dossiers, et ouvert.`);
  }

  #target() {
    return openCaseFile(this.#part("target").value);
  }

  #compare() {
    const stored = this.#target();
    if (stored.refusal) return this.#fail(nice(NOTICES[stored.refusal]));
    this.#outcome = compareCaseFiles(stored.read(), this.#caseFile);
    if (!this.#outcome.conflicts.length) return this.#settle();
    this.#setStep("settle");
    const { conflicts } = this.#outcome;
    this.#part("title").textContent = amount(conflicts.length, "# réponse diffère", "# réponses diffèrent");
    this.#part("facts").textContent = nice("Choisissez pour chacune. Les autres sont identiques, ou ne sont que d’un côté : elles seront réunies.");
    this.#part("conflicts").replaceChildren(...conflicts.map((conflict, rank) => this.#renderConflict(conflict, rank)));
    this.#part("title").focus();
  }

  #settle() {
    const { conflicts } = this.#outcome;
    const fields = [...this.#part("conflicts").children];
    const choices = conflicts.map((conflict, rank) => fields[rank]?.querySelector("input:checked")?.value);
    const left = choices.filter((choice) => !choice).length;
    if (left) {
      this.#fail(nice(`${amount(left, "Il reste # réponse à choisir", "Il reste # réponses à choisir")} : rien n’est encore réuni.`));
      fields[choices.indexOf(undefined)].querySelector("input").focus();
      return;
    }
    const stored = this.#target();
    const before = stored.read();
    const fresh = compareCaseFiles(before, this.#caseFile);
    /* The other tab went on while the reader was choosing. */
    if (JSON.stringify(fresh.conflicts) !== JSON.stringify(conflicts)) {
      this.#compare();
      if (this.#outcome?.conflicts.length) this.#fail(nice("Le dossier a changé dans un autre onglet entre-temps : choisissez de nouveau."));
      return;
    }
    this.#write(stored, before, settle(fresh, choices), fresh);
  }

  #write(stored, before, merged, { added, completed, same, conflicts, tools }) {
    const now = new Date().toISOString();
    stored.change([{ kind: "whole", caseFile: { ...merged, changed: now }, at: now }]);
    choose(stored.id);
    const refused = stored.refusal ? ` ${NOTICES[stored.refusal]}` : "";
    const parts = [
      [added, "# réponse ajoutée", "# réponses ajoutées"], [completed, "# complétée", "# complétées"],
      [same, "# identique", "# identiques"], [conflicts.length, "# choisie", "# choisies"],
    ].filter(([count]) => count).map((words) => amount(...words));
    const kept = tools.length ? " Les résultats d’outils qui différaient sont restés les vôtres." : "";
    this.#close(`Les deux dossiers sont réunis dans « ${merged.name} » : ${listed(parts) || "aucune réponse de plus"}.${kept}${refused}`, {
      label: "Annuler la réunion",
      run: () => stored.change([{ kind: "whole", caseFile: { ...before }, at: new Date().toISOString() }]),
      stillValid: () => stored.read().changed === now,
    });
  }

  #close(words, undo = null) {
    this.#caseFile = null;
    this.#outcome = null;
    this.#root.parentElement.hidden = true;
    this.#setStep("choose");
    this.#finish(words, undo);
  }

  #fail(words) {
    this.#part("error").textContent = words;
  }

  #describe(caseFile) {
    return Object.entries(caseFile.lists).flatMap(([id, { items }]) => {
      const list = this.#lists.find((one) => one.id === id);
      const title = document.createElement("h3");
      title.textContent = list?.title ?? `Liste inconnue de ce site (${id})`;
      const block = document.createElement("ul");
      block.className = "ci-folder__items";
      block.append(...Object.values(items).map(renderEntry));
      return [title, block];
    });
  }

  #renderConflict({ list: listId, item, mine, theirs, canJoin }, rank) {
    const list = this.#lists.find(({ id }) => id === listId);
    const set = document.createElement("fieldset");
    set.className = "ci-conflict";
    const legend = document.createElement("legend");
    legend.append(isolated(list?.items.find(({ id }) => id === item)?.text ?? mine.text));
    const name = `ci-conflict-${rank}`;
    set.append(legend, choice(name, "mine", "La vôtre", mine), choice(name, "theirs", "La sienne", theirs));
    if (canJoin) set.append(choice(name, "both", "La vôtre, avec les deux textes", null));
    return set;
  }
}

function choice(name, value, words, entry) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "radio";
  input.name = name;
  input.value = value;
  const text = document.createElement("span");
  text.textContent = words;
  label.append(input, text);
  const block = document.createElement("div");
  block.className = "ci-conflict__side";
  block.append(label);
  if (!entry) return block;
  const kept = document.createElement("div");
  kept.id = `${name}-${value}`;
  kept.append(...entryLines(entry));
  input.setAttribute("aria-describedby", kept.id);
  block.append(kept);
  return block;
}

function renderEntry(entry) {
  const item = document.createElement("li");
  const line = document.createElement("p");
  line.append(isolated(entry.text));
  item.append(line, ...entryLines(entry));
  return item;
}

function entryLines(entry) {
  const state = entry.state === "not_applicable" ? [] : [{ className: "ci-item__state", label: STATE_LABELS[entry.state], text: "" }];
  const day = document.createElement("p");
  day.className = "ci-item__who";
  day.textContent = nice(`Répondu le ${longDay(entry.at)}`);
  return [...[...state, ...keptLines(entry)].map(renderLine), day];
}

function isolated(text) {
  const element = document.createElement("bdi");
  element.textContent = text;
  return element;
}
