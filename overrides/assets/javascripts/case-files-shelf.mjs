/** « Mes dossiers », the shelf: every dossier, those archived, those removed, and what could not be read; each with its buttons. */

import { listCaseFiles, listRemoved, listUnreadable } from "./case-file-shelf.mjs";
import { amount, longDay, nice } from "./case-file-words.mjs";

/** Fills the shelf of `root`; the buttons bear data-do and data-id, which the page acts upon. */
export function renderShelf(root, currentId, currentName) {
  const all = listCaseFiles();
  const kept = all.filter(({ archived }) => !archived);
  const shown = kept.some(({ id }) => id === currentId) || all.some(({ id }) => id === currentId) ? kept : [{ id: currentId, name: currentName, answers: 0, changed: null }, ...kept];
  fillList(root.querySelector("[data-shelf]"), shown.map((one) => line(one.name, facts(one, currentId), one.id === currentId ? [] : [["open", one.id, "Ouvrir"]])));
  fillPart(root, "archived", all.filter(({ archived }) => archived).map((one) => line(one.name, facts(one, currentId), [["open", one.id, "Ouvrir"], ["unarchive", one.id, "Désarchiver"]])));
  fillPart(root, "removed", listRemoved().map(({ id, name, removed }) => line(name, `supprimé le ${longDay(removed)}`, [["restore", id, "Remettre"], ["purge", id, "Effacer pour de bon"]])));
  fillPart(root, "unreadable", listUnreadable().map(({ name, source }, rank) => line(`Contenu ${rank + 1}`, amount(source.length, "# signe", "# signes"), [["save-unreadable", name, "Enregistrer dans un fichier"], ["purge-unreadable", name, "Effacer pour de bon"]])));
}

function facts({ id, answers, changed, problem }, currentId) {
  const parts = [answers ? amount(answers, "# réponse", "# réponses") : "aucune réponse"];
  if (changed && answers) parts.push(`modifié le ${longDay(changed)}`);
  if (problem === "newer") parts.push("écrit par une version plus récente du site");
  else if (problem) parts.push("abîmé en partie");
  if (id === currentId) parts.push("ouvert");
  return parts.join(", ");
}

function line(name, words, actions) {
  const item = document.createElement("li");
  const text = document.createElement("p");
  const strong = document.createElement("strong");
  const typed = document.createElement("bdi");
  typed.textContent = name;
  strong.append(typed);
  text.append(strong, nice(` : ${words}.`));
  item.append(text, ...actions.map(([action, id, label]) => button(action, id, label, name)));
  return item;
}

function button(action, id, label, name) {
  const element = document.createElement("button");
  element.type = "button";
  element.dataset.do = action;
  element.dataset.id = id;
  element.textContent = label;
  element.setAttribute("aria-label", nice(`${label} : ${name}`));
  return element;
}

function fillPart(root, name, items) {
  root.querySelector(`[data-shelf-more=${name}]`).hidden = items.length === 0;
  fillList(root.querySelector(`[data-shelf-${name}]`), items);
}

function fillList(list, items) {
  list.replaceChildren(...items);
}
