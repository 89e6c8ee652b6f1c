/**
 * One item of a list in the page: its box, what is kept of it in words, and the fields that open under it. It tells what the reader did;
 * the list decides what becomes of it. A state is never given by colour or shape alone: the words say it, and describe the box.
 */

import { STATE_LABELS, nice, whenWords } from "./case-file-words.mjs";
import { formerWording } from "./list-version.mjs";

const TYPING_PAUSE = 300; /* milliseconds without a key before what is typed is kept */

export class ChecklistItem {
  #box;
  #label;
  #details;
  #template;
  #tell;
  #kept = null;
  #fields = {};
  #entry;
  #waiting = {};
  #timer;

  /** `tell(item, patch, aloud)` receives what the reader changed, `aloud` when no control says it by itself; `template` holds the fields, cloned when first opened. */
  constructor(element, { template, tell, signal }) {
    this.element = element;
    this.#template = template;
    this.#tell = tell;
    this.#box = element.querySelector(".ci-item__box");
    this.#label = element.querySelector(".ci-item__text");
    this.#details = element.querySelector(".ci-item__answer");
    this.#box.addEventListener("change", () => this.#tell(this, { state: this.#box.checked ? "done" : "todo" }), { signal });
    this.#details.addEventListener("toggle", () => this.#open(signal), { signal });
    this.#details.querySelector("summary").addEventListener("click", () => this.#build(signal), { signal });
  }

  get id() {
    return this.element.dataset.item;
  }

  get text() {
    return this.#label.textContent.replace(/[ \t\n]+/g, " ").trim();
  }

  get isTicked() {
    return this.#box.checked;
  }

  set hidesReason(hide) {
    this.element.querySelector(".ci-item__more").hidden = hide;
    this.#describe();
  }

  /** Shows what is kept. A field being typed in is left alone. */
  render(entry) {
    this.#entry = entry;
    this.#box.checked = entry?.state === "done";
    this.element.dataset.state = entry?.state ?? "todo";
    this.#renderKept(entry);
    this.#renderFields(entry);
    this.#describe();
  }

  /** What is typed and not yet kept. */
  flush() {
    clearTimeout(this.#timer);
    const patch = this.#waiting;
    this.#waiting = {};
    if (Object.keys(patch).length) this.#tell(this, patch);
  }

  #build(signal) {
    if (this.#fields.note) return;
    this.#details.append(this.#template.content.cloneNode(true));
    for (const field of this.#details.querySelectorAll("[data-field]")) this.#fields[field.dataset.field] = field;
    const { not_applicable: notApplicable, ...texts } = this.#fields;
    notApplicable.addEventListener("change", () => this.#declare(notApplicable.checked), { signal });
    for (const [name, field] of Object.entries(texts)) {
      field.setAttribute("dir", "auto");
      field.addEventListener("input", () => this.#type(name, field), { signal });
      field.addEventListener("change", () => this.flush(), { signal });
    }
    this.#renderFields(this.#entry);
  }

  #open(signal) {
    if (this.#details.open) this.#build(signal);
    else this.flush();
  }

  #declare(notApplicable) {
    clearTimeout(this.#timer);
    const patch = { ...this.#waiting, state: notApplicable ? "not_applicable" : "todo" };
    if (notApplicable) patch.justification = this.#fields.justification.value;
    this.#waiting = {};
    this.#tell(this, patch, true);
    if (notApplicable) this.#fields.justification.focus();
  }

  #type(name, field) {
    this.#waiting[name] = name === "when" ? readWhen(field.value) : field.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), TYPING_PAUSE);
  }

  #renderFields(entry) {
    const { not_applicable: notApplicable, ...texts } = this.#fields;
    if (!notApplicable) return;
    notApplicable.checked = entry?.state === "not_applicable";
    this.#details.querySelector("[data-justification]").hidden = !notApplicable.checked;
    for (const [name, field] of Object.entries(texts)) {
      if (field === document.activeElement || name in this.#waiting) continue;
      const value = name === "when" ? showWhen(entry?.when ?? "") : entry?.[name] ?? "";
      /* A justification set aside by a tick is still in its field, should the reader change their mind. */
      if (name === "justification" && !notApplicable.checked) continue;
      if (field.value !== value) field.value = value;
    }
  }

  #renderKept(entry) {
    const former = formerWording(entry, this.text);
    const lines = keptLines(entry);
    if (!lines.length && !former) {
      this.#kept?.remove();
      this.#kept = null;
      return;
    }
    if (!this.#kept) {
      this.#kept = document.createElement("div");
      this.#kept.className = "ci-item__kept";
      this.#kept.id = `ci-kept--${this.element.id}`;
      this.#details.before(this.#kept);
    }
    const shown = JSON.stringify([lines, former]);
    if (this.#kept.dataset.rendered === shown) return; /* a button that has the focus must stay */
    this.#kept.dataset.rendered = shown;
    this.#kept.replaceChildren(...lines.map(renderLine), ...(former ? [renderFormer(former, () => this.#confirm())] : []));
  }

  #confirm() {
    this.#box.focus();
    this.#tell(this, { text: this.text });
  }

  /** What a screen reader says after the name of the box: the answer first, then the reason. A hidden text would still be read out. */
  #describe() {
    const why = this.element.querySelector(".ci-item__why");
    const described = [this.#kept, why?.closest("[hidden]") ? null : why].filter(Boolean).map(({ id }) => id);
    if (described.length) this.#box.setAttribute("aria-describedby", described.join(" "));
    else this.#box.removeAttribute("aria-describedby");
  }
}

/** What is kept of an item, as lines { className, label, text }. */
export function keptLines(entry) {
  if (!entry) return [];
  const who = [entry.who && nice(`Qui : ${entry.who}`), entry.when && nice(`Quand : ${whenWords(entry.when)}`)].filter(Boolean).join(" · ");
  return [
    entry.state === "not_applicable" && { className: "ci-item__state", label: STATE_LABELS.not_applicable, text: entry.justification ?? "" },
    entry.note && { className: "ci-item__note", label: "Note", text: entry.note },
    who && { className: "ci-item__who", label: "", text: who },
  ].filter(Boolean);
}

export function renderLine({ className, label, text }) {
  const line = document.createElement("p");
  line.className = className;
  if (label) {
    const strong = document.createElement("strong");
    strong.textContent = text ? nice(`${label} : `) : label;
    line.append(strong);
  }
  /* The text may be of another direction than the page. */
  const typed = document.createElement("bdi");
  typed.textContent = text;
  line.append(typed);
  return line;
}

function renderFormer(former, confirm) {
  const block = document.createElement("div");
  block.className = "ci-item__old";
  const line = document.createElement("p");
  line.append(nice("Reformulé depuis votre réponse. Avant : « "));
  const words = document.createElement("bdi");
  words.textContent = former;
  line.append(words, nice(" »"));
  block.append(line);
  if (confirm) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Ma réponse vaut toujours";
    button.addEventListener("click", confirm);
    block.append(button);
  }
  return block;
}

export { renderFormer };

/** A day typed as in French is kept as AAAA-MM-JJ, which sorts; anything else as it is. */
export function readWhen(typed) {
  const found = /^\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})\s*$/.exec(typed);
  if (!found) return typed;
  const [day, month, year] = found.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : typed;
}

function showWhen(when) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(when);
  return found ? `${found[3]}/${found[2]}/${found[1]}` : when;
}
