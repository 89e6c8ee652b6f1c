/** What the checks say: the page holds every sentence; here they are shown or hidden, at the end of the page and under their question. */

import { nice } from "./case-file-words.mjs";

const NOTHING = "Rien d’écrit encore : l’atelier regardera au fur et à mesure. Il ne lit pas le sens : il regarde ce qui est rempli, et ce qui se contredit.";
const SOUND = "Rien à remarquer. L’atelier ne lit pas le sens : faites relire, puis lisez la commande à voix haute à quelqu’un.";
const LIMIT = "L’atelier ne lit pas le sens : il regarde ce qui est rempli, et ce qui se contredit. Ce n’est pas un avis juridique.";

/** `held`: ids of the checks that hold. `written(step)`: whether something is written there, since nobody is told off before having begun. */
export function showRemarks(root, checks, held, { isBlank, current, written }) {
  const shown = new Set(isBlank ? [] : held);
  for (const item of root.querySelectorAll("[data-check]")) item.hidden = !shown.has(item.dataset.check);
  for (const group of root.querySelectorAll("[data-kind]")) group.hidden = ![...group.querySelectorAll("[data-check]")].some((item) => !item.hidden);
  write(root.querySelector("[data-workshop-count]"), nice(isBlank ? NOTHING : shown.size ? `${countWords(shown.size)} ${LIMIT}` : SOUND));
  const list = root.querySelector(`[data-step-remarks="${current}"]`);
  const here = checks.filter(({ id, stage, kind }) => stage === current && shown.has(id) && (kind !== "manque" || written(current)));
  const key = here.map(({ id }) => id).join(" ");
  if (list.dataset.shown !== key) {
    list.dataset.shown = key;
    list.replaceChildren(...here.map(({ id }) => copyOf(root.querySelector(`[data-check="${id}"]`))));
  }
  list.hidden = !here.length;
}

/** The words of the checks that hold, for the files. */
export function remarkTexts(root) {
  return [...root.querySelectorAll("[data-check]:not([hidden])")].map((item) => copyOf(item).textContent.replace(/\s+/g, " ").trim());
}

function countWords(count) {
  return count > 1 ? `${count} remarques, sans gravité tant que rien n’est publié.` : "Une remarque, sans gravité tant que rien n’est publié.";
}

function copyOf(item) {
  const copy = item.cloneNode(true);
  copy.querySelector(":scope > a:last-child")?.remove();
  copy.removeAttribute("data-check");
  return copy;
}

function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
