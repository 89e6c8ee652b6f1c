/** <ci-progress list="…" items="… …" data-text="{done} sur {total}">: how far a list of another page has got. Empty until a tick. */

import { itemsOf } from "./case-file.mjs";
import { countDone, fill } from "./checklist-state.mjs";
import { openCaseFile } from "./storage.mjs";

class ChecklistProgress extends HTMLElement {
  #life = null;

  connectedCallback() {
    this.#life = new AbortController();
    openCaseFile().watch(() => this.#render(), this.#life.signal);
    this.#render();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  #render() {
    const itemIds = this.getAttribute("items").split(" ").filter(Boolean);
    const done = countDone(itemIds, itemsOf(openCaseFile().read(), this.getAttribute("list")));
    this.textContent = done ? fill(this.dataset.text, { done, total: itemIds.length }) : "";
  }
}

if (!customElements.get("ci-progress")) customElements.define("ci-progress", ChecklistProgress);
