/**
 * <ci-checklist list="…" revision="…">: gives memory and tools to the boxes of the page that bear data-checklist="…". The list is
 * complete without it; this module only ticks, counts and remembers. Its words are attributes of the element, written by the template.
 */

import { doneEntry, itemsOf } from "./case-file.mjs";
import { clearing, countDone, fill } from "./checklist-state.mjs";
import { preparePrinting, printSheet } from "./print-sheet.mjs";
import { openCaseFile } from "./storage.mjs";

class Checklist extends HTMLElement {
  #caseFile = openCaseFile();
  #life = null;
  #boxes = [];
  #restoring = null;
  #touched = false;

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#boxes = [...document.querySelectorAll(`.ci-items[data-checklist="${CSS.escape(this.#id)}"] input[data-item]`)];
    for (const box of this.#boxes) box.addEventListener("change", () => this.#tick(box), { signal });
    this.addEventListener("click", (event) => {
      /* « Annuler » comes under the pointer: the second click of a double click is not for it. */
      if (event.detail < 2) this.#act(event.target.closest("[data-action]")?.dataset.action);
    }, { signal });
    addEventListener("hashchange", () => this.#meetTarget(), { signal });

    this.#caseFile.prepare();
    this.#keepEarlyTicks();
    this.#caseFile.watch(() => this.#render(), signal);
    this.#render();
    preparePrinting();
    this.toggleAttribute("data-ready", true);
    this.#meetTarget();
    this.#bringNotice(true);
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  get #id() {
    return this.getAttribute("list");
  }

  get #entries() {
    return itemsOf(this.#caseFile.read(), this.#id);
  }

  #part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  #button(action) {
    return this.querySelector(`[data-action="${action}"]`);
  }

  #changeFor(box) {
    const wording = box.labels[0].textContent.trim();
    return { list: this.#id, revision: this.getAttribute("revision"), item: box.dataset.item, entry: box.checked ? doneEntry(wording) : null };
  }

  /** Boxes ticked while the scripts were still on their way. After a reload, a ticked box is only the browser restoring the form. */
  #keepEarlyTicks() {
    if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return;
    const entries = this.#entries;
    const early = this.#boxes.filter((box) => box.checked && !entries[box.dataset.item]);
    if (early.length) this.#caseFile.change(early.map((box) => this.#changeFor(box)));
  }

  #tick(box) {
    const known = this.#caseFile.refusal;
    this.#touched = true;
    this.#offerUndo(null);
    this.#caseFile.change([this.#changeFor(box)]);
    this.#bringNotice(this.#caseFile.refusal !== known);
  }

  #act(action) {
    if (action === "print-blank") printSheet("blank");
    if (action === "print-ticked") printSheet("ticked");
    if (action === "explanations") this.#toggleExplanations();
    if (action === "clear") this.#clear();
    if (action === "undo") this.#undo();
  }

  #clear() {
    const { changes, restoring } = clearing(this.#id, this.getAttribute("revision"), this.#entries);
    this.#touched = true;
    this.#offerUndo(restoring);
    this.#caseFile.change(changes);
    this.#say("cleared", changes.length);
    this.#button("undo").focus();
  }

  #undo() {
    const changes = this.#restoring;
    this.#offerUndo(null);
    this.#caseFile.change(changes);
    this.#say("restored", changes.length);
    this.#button("clear").focus();
  }

  /** Shows « Annuler » until the reader's next action on the list; null takes it back. */
  #offerUndo(restoring) {
    this.#restoring = restoring;
    this.#button("undo").classList.toggle("ci-offered", restoring !== null);
    write(this.#part("outcome"), "");
  }

  /** `outcome` is "cleared" or "restored". */
  #say(outcome, count) {
    write(this.#part("outcome"), fill(this.#words(`${outcome}-${count === 1 ? "one" : "many"}`), { count }));
  }

  #words(name) {
    return this.getAttribute(`data-text-${name}`);
  }

  #toggleExplanations() {
    const hide = !this.hasAttribute("data-terse");
    this.toggleAttribute("data-terse", hide);
    this.#button("explanations").textContent = this.#words(hide ? "show" : "hide");
    for (const box of this.#boxes) {
      const more = box.closest(".ci-item").querySelector(".ci-item__more");
      more.hidden = hide;
      /* A hidden description would still be read out. */
      const why = more.querySelector(".ci-item__why");
      if (why && !hide) box.setAttribute("aria-describedby", why.id);
      else box.removeAttribute("aria-describedby");
    }
  }

  #render() {
    const entries = this.#entries;
    for (const box of this.#boxes) box.checked = entries[box.dataset.item]?.state === "done";
    const done = countDone(this.#boxes.map((box) => box.dataset.item), entries);
    const total = this.#boxes.length;
    if (done) this.#touched = true;
    if (this.#touched) {
      const count = fill(this.#words("count"), { done, total });
      write(this.#part("count"), count);
      for (const place of document.querySelectorAll("[data-print-count]")) write(place, ` · ${count}`);
      this.#renderSections(entries);
    }
    this.querySelector("progress").value = done;
    this.#button("clear").disabled = done === 0;
    this.#renderNotice();
  }

  #renderSections(entries) {
    const id = CSS.escape(this.#id);
    for (const list of document.querySelectorAll(`.ci-items[data-checklist="${id}"]`)) {
      const itemIds = [...list.querySelectorAll("input[data-item]")].map((box) => box.dataset.item);
      const text = fill(this.#words("section"), { done: countDone(itemIds, entries), total: itemIds.length });
      const selector = `[data-progress-of="${CSS.escape(list.dataset.section)}"]`;
      for (const place of [this.querySelector(selector), document.querySelector(`[data-checklist="${id}"]${selector}`)]) write(place, text);
    }
  }

  #renderNotice() {
    const reason = this.#caseFile.refusal ?? this.#caseFile.damage;
    write(this.#part("notice"), reason ? this.#words(reason) : "");
  }

  /** Far from the tools, a reader would not see the notice: when new, it comes to the bottom of the window until the next tick. */
  #bringNotice(isNew) {
    const notice = this.#part("notice");
    notice.classList.toggle("ci-tools__notice--floating", isNew && notice.textContent !== "" && !isInView(this));
  }

  /** The item the address names: the style sheet marks it, this lets the keyboard and the screen reader start from there. */
  #meetTarget() {
    const item = document.querySelector(`.ci-items[data-checklist="${CSS.escape(this.#id)}"] > :target`);
    if (!item) return;
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
  }
}

/** Rewriting the same words would have a screen reader say them again. */
function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

function isInView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

if (!customElements.get("ci-checklist")) customElements.define("ci-checklist", Checklist);
