/** One question at a time: which one is open (its anchor is in the address), and what the list of the questions says of each. */

const START = "#etape-";

export class Steps {
  #root;
  #sections;
  #current;
  #told;

  /** `told(id)` is called when another step opens. */
  constructor(root, told) {
    this.#root = root;
    this.#told = told;
    this.#sections = [...root.querySelectorAll("[data-step]")];
  }

  mount(signal) {
    addEventListener("hashchange", () => this.#fromAddress(true), { signal });
    this.#root.addEventListener("click", (event) => {
      const move = event.target.closest("[data-move]");
      if (move) this.open(this.#sections[this.#rank + Number(move.dataset.move)]?.dataset.step);
      /* The same address twice is no change of address. */
      const link = event.target.closest(`a[href^="${START}"]`);
      if (link && link.hash === location.hash) this.#fromAddress(true);
    }, { signal });
    this.#show(this.#sections[0].dataset.step);
    this.#fromAddress(false);
  }

  get current() {
    return this.#current;
  }

  get #rank() {
    return this.#sections.findIndex(({ dataset }) => dataset.step === this.#current);
  }

  open(id) {
    if (!id) return;
    if (location.hash === START + id) this.#fromAddress(true);
    else location.hash = START + id;
  }

  #fromAddress(moved) {
    if (!location.hash.startsWith(START)) return;
    const id = location.hash.slice(START.length);
    const section = this.#sections.find(({ dataset }) => dataset.step === id);
    if (!section) return;
    this.#show(id);
    const heading = section.querySelector("h2");
    if (moved) heading.focus({ preventScroll: true });
    this.#root.querySelector("[data-workshop-nav]").scrollIntoView({ block: "start" });
  }

  #show(id) {
    const changed = id !== this.#current;
    this.#current = id;
    for (const section of this.#sections) section.toggleAttribute("data-current", section.dataset.step === id);
    for (const link of this.#root.querySelectorAll("[data-workshop-nav] a")) {
      if (link.hash === START + id) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    this.#root.querySelector("[data-workshop-place]").textContent = `Question ${this.#rank + 1} sur ${this.#sections.length}`;
    this.#root.querySelector("[data-workshop-nav] details").open = false;
    if (changed) this.#told(id);
  }

  /** `written(id)`: whether something is written under that step. */
  tell(written) {
    for (const place of this.#root.querySelectorAll("[data-step-state]")) {
      const words = written(place.dataset.stepState) ? "(écrit)" : "";
      if (place.textContent !== words) place.textContent = words;
    }
  }
}
