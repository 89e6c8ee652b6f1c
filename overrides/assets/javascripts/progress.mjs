/** <ci-progress list="…" items="… …" data-text="{done} sur {total}">: how far a list of another page has got. Empty until an answer. */

import { openCurrent } from "./case-file-shelf.mjs";
import { itemsOf } from "./case-file.mjs";
import { countExamined, fill } from "./checklist-state.mjs";

class ChecklistProgress extends HTMLElement {
  #life = null;
  #stored = openCurrent();

  connectedCallback() {
    this.#life = new AbortController();
    this.#stored.watch(() => this.#render(), this.#life.signal);
    this.#render();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  #render() {
    const itemIds = this.getAttribute("items").split(" ").filter(Boolean);
    const done = countExamined(itemIds, itemsOf(this.#stored.read(), this.getAttribute("list")));
    this.textContent = done ? fill(this.dataset.text, { done, total: itemIds.length }) : "";
  }
}

if (!customElements.get("ci-progress")) customElements.define("ci-progress", ChecklistProgress);
