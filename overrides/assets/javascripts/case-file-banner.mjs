/** The open dossier, said at the head of a list, and the menu to open another. */

import { choose, listCaseFiles } from "./case-file-shelf.mjs";

/** `root` is the list's element; `opened(id)` is called once the reader has chosen. The dossiers are read when the menu opens. */
export function mountBanner(root, opened, signal) {
  const menu = root.querySelector("[data-switch]");
  const list = root.querySelector("[data-case-files]");
  menu.addEventListener("toggle", () => menu.open && list.replaceChildren(...choices()), { signal });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  }, { signal });
  list.addEventListener("click", (event) => {
    const id = event.target.closest("button")?.dataset.caseFile;
    if (!id) return;
    close();
    choose(id);
    opened(id);
  }, { signal });

  function close() {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
}

export function showName(root, name) {
  for (const place of [...root.querySelectorAll("[data-case-file-name]"), ...document.querySelectorAll("[data-print-case-file]")]) {
    if (place.textContent !== name) place.textContent = name;
  }
}

function choices() {
  const kept = listCaseFiles().filter(({ archived }) => !archived);
  if (!kept.length) return [item("Il n’y a que celui-ci. « Mes dossiers » permet d’en créer d’autres.")];
  return kept.map(({ id, name }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.caseFile = id;
    button.textContent = name;
    return item(button);
  });
}

function item(content) {
  const element = document.createElement("li");
  element.append(content);
  return element;
}
