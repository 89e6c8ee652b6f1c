/**
 * <ci-checklist data-list="…" data-revision="…">: gives memory and tools to the items of the page that bear data-checklist="…". The list
 * is complete without it; this module only answers, counts and remembers. Its words are attributes of the element, written by the
 * template, or those that several scripts share.
 */

import { isFreshArrival } from "./arrival.mjs";
import { mountBanner, showName } from "./case-file-banner.mjs";
import { openCurrent } from "./case-file-shelf.mjs";
import { openCaseFile } from "./case-file-store.mjs";
import { answer, itemsOf } from "./case-file.mjs";
import { buildView } from "./case-file-view.mjs";
import { NOTICES, nice } from "./case-file-words.mjs";
import { ChecklistItem } from "./checklist-item.mjs";
import { clearing, countExamined, fill, isAsked } from "./checklist-state.mjs";
import { ListUpdate } from "./checklist-update.mjs";
import { versionOf } from "./list-version.mjs";
import { readList } from "./page-lists.mjs";
import { preparePrinting, printSheet } from "./print-sheet.mjs";

class Checklist extends HTMLElement {
  #stored = openCurrent();
  #life = null;
  #watching = null;
  #list;
  #version;
  #items = [];
  #update;
  #restoring = null;
  #touched = false;

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#list = readList(this, this.#groups);
    this.#version = versionOf(this.#list.revision, this.#list.items);
    this.#update = new ListUpdate(this, this.#list, () => this.#acknowledge());
    this.#mountItems(signal);
    this.addEventListener("click", (event) => this.#meetClick(event), { signal });
    this.addEventListener("change", (event) => event.target.matches("[data-filter]") && this.#filter(event.target.value), { signal });
    /* The last chance to keep what is being typed: a phone may never send the second. */
    document.addEventListener("visibilitychange", () => this.#flush(), { signal });
    addEventListener("pagehide", () => this.#flush(), { signal });
    addEventListener("hashchange", () => this.#meetTarget(), { signal });
    mountBanner(this, (id) => this.#openOther(id), signal);

    this.#start();
    preparePrinting(() => this.#view(false));
    this.toggleAttribute("data-ready", true);
    this.#meetTarget();
    this.#bringNotice(true);
  }

  disconnectedCallback() {
    this.#watching.abort();
    this.#life.abort();
  }

  get #id() {
    return this.dataset.list;
  }

  get #groups() {
    return document.querySelectorAll(`.ci-items[data-checklist="${CSS.escape(this.#id)}"]`);
  }

  #mountItems(signal) {
    const template = this.querySelector("template[data-answer]");
    const elements = [...this.#groups].flatMap((group) => [...group.querySelectorAll(":scope > [data-item]")]);
    this.#items = elements.map((element) => new ChecklistItem(element, { template, signal, tell: (...told) => this.#answer(...told) }));
  }

  /** Takes up the dossier of this tab. */
  #start() {
    this.#watching?.abort();
    this.#watching = new AbortController();
    this.#stored.prepare();
    this.#migrate();
    this.#keepEarlyTicks();
    this.#stored.watch(() => this.#render(), this.#watching.signal);
    this.#render();
  }

  #openOther(id) {
    this.#flush();
    this.#stored = openCaseFile(id);
    this.#offerUndo(null);
    this.#touched = true;
    this.#start();
    this.#say(fill(this.dataset.textOpened, { name: this.#stored.read().name }));
  }

  #part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  #button(action) {
    return this.querySelector(`[data-action="${action}"]`);
  }

  /** Renamed items take their answers along. */
  #migrate() {
    const { aliases } = this.#list;
    const kept = this.#stored.read().lists[this.#id];
    const former = Object.keys(aliases).some((id) => kept?.items[id] || kept?.known?.[id] !== undefined);
    if (former) this.#stored.change([{ kind: "aliases", list: this.#id, aliases, at: "" }]);
  }

  /** Boxes ticked while the scripts were still on their way. */
  #keepEarlyTicks() {
    if (this.hasAttribute("data-ready") || !isFreshArrival()) return;
    const entries = itemsOf(this.#stored.read(), this.#id);
    const early = this.#items.filter((item) => item.isTicked && !entries[item.id]);
    if (early.length) this.#stored.change(early.map((item) => this.#changeFor(item, { state: "done" })));
  }

  /** An answer is to today's wording; a note added later does not renew it. */
  #changeFor(item, patch) {
    const full = patch.state && patch.state !== "todo" ? { ...patch, text: item.text } : patch;
    return { ...answer(this.#id, item.id, full, item.text), version: this.#version };
  }

  #answer(item, patch, aloud = false) {
    const known = this.#stored.refusal;
    this.#touched = true;
    if (this.#restoring) this.#offerUndo(null);
    write(this.#part("aloud"), "");
    this.#stored.change([this.#changeFor(item, patch)]);
    if (aloud) write(this.#part("aloud"), fill(this.getAttribute(`data-text-state-${patch.state}`), { text: item.text }));
    this.#bringNotice(this.#stored.refusal !== known);
  }

  #flush() {
    for (const item of this.#items) item.flush();
  }

  #meetClick(event) {
    /* « Annuler » comes under the pointer: the second click of a double click is not for it. */
    if (event.detail > 1) return;
    const button = event.target.closest("[data-action], [data-export]");
    if (button?.dataset.export) this.#export(button.dataset.export);
    else this.#act(button?.dataset.action);
  }

  #act(action) {
    this.#flush();
    if (action === "print-blank") printSheet("blank");
    if (action === "print-ticked") printSheet("filled");
    if (action === "explanations") this.#toggleExplanations();
    if (action === "clear") this.#clear();
    if (action === "undo") this.#undo();
    if (action === "write-back") this.#stored.writeBack();
  }

  #view(blank) {
    this.#flush();
    return buildView({ title: this.#list.title, caseFile: this.#stored.read(), lists: [this.#list], lawDate: this.dataset.lawDate, blank });
  }

  async #export(kind) {
    const blank = this.querySelector("[data-export-blank]").checked;
    const file = await import("./exports.mjs").then((module) => module.exportAs(kind, this.#view(blank))).catch(() => null);
    this.#say(file ? fill(this.dataset.textExported, { file }) : this.dataset.textNotExported);
  }

  #clear() {
    const { changes, restoring } = clearing(this.#id, itemsOf(this.#stored.read(), this.#id));
    this.#touched = true;
    this.#offerUndo(restoring);
    this.#stored.change(changes);
    this.#sayCount("cleared", changes.length);
    this.#button("undo").focus();
  }

  #undo() {
    const changes = this.#restoring.map((change) => ({ ...change, version: this.#version }));
    this.#offerUndo(null);
    this.#stored.change(changes);
    this.#sayCount("restored", changes.length);
    this.#button("clear").focus();
  }

  /** Shows « Annuler » until the reader's next action on the list; null takes it back. */
  #offerUndo(restoring) {
    this.#restoring = restoring;
    this.#button("undo").classList.toggle("ci-offered", restoring !== null);
    this.#say("");
  }

  #sayCount(outcome, count) {
    this.#say(fill(this.getAttribute(`data-text-${outcome}-${count === 1 ? "one" : "many"}`), { count }));
  }

  #say(text) {
    write(this.#part("outcome"), text);
  }

  /** Chooses once: an item answered since stays where it is, under the reader's hand. */
  #filter(asked) {
    const entries = itemsOf(this.#stored.read(), this.#id);
    let shown = 0;
    for (const item of this.#items) {
      const keep = isAsked(asked, entries[item.id]);
      item.element.toggleAttribute("data-filtered", !keep);
      if (keep) shown += 1;
    }
    this.#say(fill(this.dataset.textShown, { shown, total: this.#items.length }));
  }

  #toggleExplanations() {
    const hide = !this.hasAttribute("data-terse");
    this.toggleAttribute("data-terse", hide);
    this.#button("explanations").textContent = hide ? this.dataset.textShow : this.dataset.textHide;
    for (const item of this.#items) item.hidesReason = hide;
  }

  #acknowledge() {
    this.#stored.change([{ kind: "seen", list: this.#id, version: this.#version, at: new Date().toISOString() }]);
    this.querySelector("[data-filter]:checked").focus();
  }

  #render() {
    const caseFile = this.#stored.read();
    const entries = itemsOf(caseFile, this.#id);
    for (const item of this.#items) item.render(entries[item.id]);
    const done = countExamined(this.#items.map(({ id }) => id), entries);
    const total = this.#items.length;
    if (done) this.#touched = true;
    if (this.#touched) {
      const count = fill(this.dataset.textCount, { done, total });
      write(this.#part("count"), count);
      for (const place of document.querySelectorAll("[data-print-count]")) write(place, ` · ${count}`);
      this.#renderSections(entries);
    }
    this.querySelector("progress").value = done;
    this.#button("clear").disabled = done === 0;
    showName(this, caseFile.name);
    this.#update.render(caseFile.lists[this.#id]);
    this.#renderNotice();
  }

  #renderSections(entries) {
    const id = CSS.escape(this.#id);
    for (const { id: section, items } of this.#list.sections) {
      const text = fill(this.dataset.textSection, { done: countExamined(items.map((item) => item.id), entries), total: items.length });
      const selector = `[data-progress-of="${CSS.escape(section)}"]`;
      for (const place of [this.querySelector(selector), document.querySelector(`[data-checklist="${id}"]${selector}`)]) write(place, text);
    }
  }

  #renderNotice() {
    const reason = this.#stored.refusal ?? this.#stored.damage;
    write(this.#part("notice"), reason ? nice(NOTICES[reason]) : "");
    this.#part("rescue").hidden = reason !== "gone";
  }

  /** Far from the tools, a reader would not see the notice: when new, it comes to the bottom of the window until the next answer. */
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
  if (place && place.textContent !== text) place.textContent = text;
}

function isInView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

if (!customElements.get("ci-checklist")) customElements.define("ci-checklist", Checklist);
