/** What a note concludes, at the head of the answer of the wizard, far above the note: the answer, what it depends on, what would change it. */

import { nice } from "./case-file-words.mjs";

const CHANGES = "Ce qui changerait la réponse";

/** `lead` is empty while nothing is concluded; `retained`, the outcome whose text and links are shown again. */
export function showVerdict({ lead, retained, depends = [], changes = [] }) {
  const place = document.querySelector("[data-verdict]");
  const said = JSON.stringify([lead, retained, depends, changes]);
  if (!place || place.dataset.said === said) return;
  place.dataset.said = said;
  const outcome = retained && document.querySelector(`[data-outcome="${retained}"]`);
  const copied = [".ci-outcome__text", ".ci-outcome__links"].map((part) => outcome?.querySelector(part)?.cloneNode(true)).filter(Boolean);
  place.replaceChildren(...(lead ? [
    element("p", lead, "ci-verdict__lead"),
    ...depends.flatMap(titled),
    ...copied,
    ...(changes.length ? [element("h3", CHANGES), ...changes.flatMap(titled)] : []),
  ] : []));
}

function titled({ title, lines }) {
  return [element("p", title, "ci-verdict__question"), list(lines)];
}

function list(texts) {
  const made = document.createElement("ul");
  made.append(...texts.map((text) => element("li", text)));
  return made;
}

function element(name, text, className = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = nice(text);
  return made;
}
