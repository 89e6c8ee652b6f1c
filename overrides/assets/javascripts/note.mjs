/**
 * <ci-note data-note="opportunite">: prepares a note from the answers, keeps what the reader changes in it in her dossier, prints and
 * exports it. The form is complete without it. A field shows the reader's own text where there is one, else the proposed text, which
 * follows the answers.
 */

import { LIMITS, toolResult } from "./case-file.mjs";
import { openCurrent } from "./case-file-shelf.mjs";
import { NOTICES, nice } from "./case-file-words.mjs";
import { fill } from "./checklist-state.mjs";
import { longDate } from "./export-text.mjs";
import { fingerprint } from "./list-version.mjs";
import { noteTexts } from "./note-texts.mjs";
import { NotePaper } from "./note-paper.mjs";
import { cleanNote } from "./note-state.mjs";
import { showVerdict } from "./note-verdict.mjs";

const WAIT = 400; /* milliseconds between the last key and the writing */

class Note extends HTMLElement {
  #stored = openCurrent();
  #life = null;
  #root;
  #data;
  #fields = new Map();
  #live = Object.create(null);
  #own = { sections: Object.create(null), bases: Object.create(null) };
  #proposed = Object.create(null);
  #timer = null;
  #dirty = false;

  connectedCallback() {
    this.#root = this.closest("[data-note-sheet]");
    try {
      this.#data = JSON.parse(this.dataset.source);
    } catch {
      return; /* the blank form stays */
    }
    this.#life = new AbortController();
    const { signal } = this.#life;
    for (const section of this.#root.querySelectorAll("[data-section]")) {
      this.#fields.set(section.dataset.section, { field: section.querySelector("textarea"), changed: section.querySelector("[data-changed]"), title: section.querySelector("h3").textContent.trim() });
    }
    this.#own = cleanNote(this.#stored.read().tools[this.#toolId], [...this.#fields.keys()]);
    const paper = new NotePaper(this.#root, () => this.#view());
    paper.mount(signal);
    this.#root.addEventListener("input", (event) => this.#typed(event.target.closest("[data-section]")?.dataset.section), { signal });
    this.#root.addEventListener("click", (event) => this.#act(event.target.closest("button"), paper), { signal });
    document.addEventListener("ci-evaluated", ({ detail }) => this.#meet(detail.wizard.id, detail.answers), { signal });
    for (const moment of ["pagehide", "visibilitychange"]) document.addEventListener(moment, () => this.#flush(), { signal });
    addEventListener("pagehide", () => this.#flush(), { signal });
    /* The wizard of the page may have spoken before this module came. */
    const wizard = document.querySelector("ci-parcours");
    if (wizard?.answers) this.#live[wizard.wizard.id] = wizard.answers;
    this.#stored.watch(() => this.#render(), signal);
    this.#render();
    this.#root.toggleAttribute("data-ready", true);
  }

  disconnectedCallback() {
    this.#flush();
    this.#life?.abort();
  }

  get #toolId() {
    return `note-${this.dataset.note}`;
  }

  get #tools() {
    return this.#stored.read().tools;
  }

  /** What the page says just now; else what the dossier keeps. */
  #answersOf(id) {
    const live = this.#live[id];
    return live && Object.keys(live).length ? live : this.#tools[id]?.answers ?? {};
  }

  #meet(id, answers) {
    if (!Object.hasOwn(this.#data.wizards, id)) return;
    this.#live[id] = answers;
    this.#render();
  }

  #render() {
    const { lead, retained, depends, changes, texts } = noteTexts(this.dataset.note, this.#data, (id) => this.#answersOf(id), this.#tools);
    this.#proposed = texts;
    write(this.#part("lead"), nice(lead));
    showVerdict({ lead: Object.keys(texts).length ? lead : "", retained, depends, changes });
    for (const [id, { field, changed }] of this.#fields) {
      const own = this.#own.sections[id];
      const proposed = (texts[id] ?? "").slice(0, field.maxLength);
      const shown = own ?? proposed;
      if (field.value !== shown) field.value = shown;
      changed.hidden = own === undefined || !proposed || own === proposed;
      write(changed.querySelector("span"), this.#own.bases[id] && this.#own.bases[id] !== fingerprint(proposed) ? nice(this.dataset.textChanged) : "");
    }
    for (const place of document.querySelectorAll("[data-note-origin]")) this.#renderOrigin(place);
    const reason = this.#stored.refusal;
    if (this.#dirty) write(this.#part("notice"), reason ? nice(NOTICES[reason]) : "");
  }

  #renderOrigin(place) {
    const kept = this.#tools[place.dataset.noteOrigin];
    const known = kept?.answers && Object.keys(kept.answers).length;
    write(place.querySelector("[data-note-origin-state]"), nice(known ? `: réponses gardées le ${longDate(kept.at ?? "")}.` : ": rien de gardé dans ce dossier."));
  }

  #typed(id) {
    if (!id) return;
    const { field, changed } = this.#fields.get(id);
    const proposed = this.#proposed[id] ?? "";
    if (field.value === proposed) this.#forget(id);
    else {
      this.#own.sections[id] = field.value;
      this.#own.bases[id] = fingerprint(proposed);
    }
    changed.hidden = field.value === proposed || !proposed;
    write(changed.querySelector("span"), "");
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), WAIT);
  }

  #forget(id) {
    delete this.#own.sections[id];
    delete this.#own.bases[id];
  }

  #flush() {
    clearTimeout(this.#timer);
    if (this.#timer === null) return;
    this.#timer = null;
    this.#keep();
  }

  #keep() {
    const sections = { ...this.#own.sections };
    const value = Object.keys(sections).length ? { sections, bases: { ...this.#own.bases }, at: new Date().toISOString() } : null;
    /* What is longer would be left out at the next reading: better not write it, and say so. */
    if (JSON.stringify(value).length > LIMITS.tool) {
      write(this.#part("notice"), nice(this.dataset.textTooLong));
      return;
    }
    this.#stored.prepare();
    this.#stored.change([toolResult(this.#toolId, value)]);
    const reason = this.#stored.refusal;
    write(this.#part("notice"), reason ? nice(NOTICES[reason]) : "");
    if (!reason && value) this.#say(fill(this.dataset.textKept, { name: this.#stored.read().name }));
  }

  #act(button, paper) {
    if (!button) return;
    this.#flush();
    if (button.dataset.restore) this.#restore(button.dataset.restore);
    const action = button.dataset.noteAction;
    if (action === "print") paper.print();
    if (action === "docx" || action === "md") this.#export(action);
    if (action === "empty") this.#empty();
  }

  #restore(id) {
    this.#forget(id);
    this.#dirty = true;
    this.#keep();
    this.#render();
    this.#say(this.dataset.textRestored);
    this.#fields.get(id).field.focus();
  }

  #empty() {
    this.#own = { sections: Object.create(null), bases: Object.create(null) };
    this.#dirty = true;
    this.#keep();
    this.#render();
    this.#say(this.dataset.textEmptied);
  }

  #view() {
    return {
      title: this.dataset.title,
      dossier: { name: this.#stored.read().name },
      lawDate: this.dataset.lawDate,
      printed: new Date().toISOString(),
      address: location.origin + location.pathname,
      sections: [...this.#fields].map(([, { field, title }]) => ({ title, text: field.value })),
    };
  }

  async #export(format) {
    const file = await import("./export-note.mjs").then(({ exportNote }) => exportNote(format, this.#view())).catch(() => null);
    this.#say(file ? fill(this.dataset.textExported, { file }) : this.dataset.textNotExported);
  }

  #part(name) {
    return this.#root.querySelector(`[data-note-${name}]`);
  }

  #say(text) {
    write(this.#part("said"), nice(text));
  }
}

/** Rewriting the same words would have a screen reader say them again. */
function write(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

if (!customElements.get("ci-note")) customElements.define("ci-note", Note);
