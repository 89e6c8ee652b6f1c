/**
 * <ci-atelier>: an order written one question at a time, its document beside it, kept in the dossier. The form is complete without it; what
 * was typed before this module came is kept, over what the dossier held.
 */

import { LIMITS, toolResult } from "./case-file.mjs";
import { openCurrent } from "./case-file-shelf.mjs";
import { NOTICES, nice } from "./case-file-words.mjs";
import { fill } from "./checklist-state.mjs";
import { prepareChecks } from "./order-checks.mjs";
import { clauseBlocks, partBlocks } from "./order-document.mjs";
import { pagesOf, pagesWords } from "./order-length.mjs";
import { TOOL, cleanOrder, emptyOrder, isEmpty, keptOrder, sameOrder } from "./order-state.mjs";
import { addCriterion, clauseText, fillForm, readForm, removeCriterion, setValue, showClause, tellForm } from "./workshop-form.mjs";
import { offersOf } from "./workshop-offers.mjs";
import { renderPreview, renderPrinted } from "./workshop-preview.mjs";
import { remarkTexts, showRemarks } from "./workshop-remarks.mjs";
import { Steps } from "./workshop-steps.mjs";

const WAIT = 400; /* milliseconds between the last key and the writing */
const TOUCH_ONLY = matchMedia("(hover: none) and (pointer: coarse)");

class Workshop extends HTMLElement {
  #stored = openCurrent();
  #life = null;
  #root;
  #data;
  #checks;
  #steps;
  #order = emptyOrder();
  #offers = {};
  #before = null;
  #timer = null;
  #frame = null;
  #dirty = false;
  #isTooLong = false;

  connectedCallback() {
    this.#root = this.closest("[data-workshop-root]");
    try {
      this.#data = JSON.parse(this.dataset.workshop);
    } catch {
      return; /* the form stays, to be printed */
    }
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#checks = prepareChecks(this.#data);
    const typed = readForm(this.#root, this.#data);
    this.#order = this.#kept();
    if (!isEmpty(typed)) this.#join(typed);
    this.#steps = new Steps(this.#root, () => this.#render());
    this.#steps.mount(signal);
    fillForm(this.#root, this.#order, this.#data);
    this.#root.addEventListener("input", (event) => event.target.closest("[data-workshop-form]") && this.#typed(), { signal });
    this.#root.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.#root.addEventListener("click", (event) => this.#act(event.target.closest("button")), { signal });
    addEventListener("beforeprint", () => this.#print(), { signal });
    addEventListener("afterprint", () => TOUCH_ONLY.matches || forgetPrint(), { signal });
    for (const moment of ["pagehide", "visibilitychange"]) document.addEventListener(moment, () => this.#flush(), { signal });
    addEventListener("pagehide", () => this.#flush(), { signal });
    this.#stored.watch(() => this.#follow(), signal);
    this.#render();
    this.#root.toggleAttribute("data-ready", true);
  }

  disconnectedCallback() {
    this.#flush();
    this.#life?.abort();
  }

  #kept() {
    return cleanOrder(this.#stored.read().tools[TOOL], this.#data);
  }

  /** What was typed before the module came goes over what was kept. */
  #join(typed) {
    Object.assign(this.#order.fields, typed.fields);
    if (typed.criteria.length) this.#order.criteria = typed.criteria;
    this.#dirty = true;
    this.#timer = setTimeout(() => this.#flush(), WAIT);
  }

  /** Another tab wrote in the same dossier: followed, unless something here is being typed, or could not be kept. */
  #follow() {
    const kept = this.#kept();
    if (this.#timer !== null || this.#isTooLong || this.#stored.refusal || sameOrder(kept, this.#order)) return;
    this.#order = kept;
    fillForm(this.#root, this.#order, this.#data);
    this.#render();
  }

  #typed() {
    this.#order = readForm(this.#root, this.#data);
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), WAIT);
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      tellForm(this.#root, this.#order, this.#data);
      this.#render();
    });
  }

  #render() {
    const order = this.#order;
    const written = (step) => this.#data.fields.some((field) => field.step === step && (field.type === "criteria" ? order.criteria.length : order.fields[field.id]?.trim()));
    renderPreview(this.#part("paper"), order, this.#data, this.#steps.current);
    write(this.#part("length"), pagesWords(pagesOf(partBlocks(order, this.#data))));
    showRemarks(this.#root, this.#data.checks, this.#checks(order), { isBlank: isEmpty(order), current: this.#steps.current, written });
    this.#steps.tell(written);
    this.#renderOffers();
    const reason = this.#stored.refusal;
    if (this.#dirty) write(this.#part("notice"), reason ? nice(NOTICES[reason]) : "");
  }

  #renderOffers() {
    this.#offers = offersOf(this.#stored.read().tools, this.#data);
    for (const place of this.#root.querySelectorAll("[data-offer]")) {
      const offer = this.#offers[place.dataset.offer];
      const taken = place.dataset.offer === "criteres" ? this.#order.criteria.length : this.#order.fields[place.dataset.offer]?.trim();
      place.hidden = !offer || Boolean(taken);
      write(place.querySelector("span"), offer ? nice(offer.words) : "");
    }
  }

  #flush() {
    clearTimeout(this.#timer);
    if (this.#timer === null) return;
    this.#timer = null;
    const value = keptOrder(this.#order);
    this.#isTooLong = JSON.stringify(value).length > LIMITS.tool;
    if (this.#isTooLong) {
      write(this.#part("notice"), nice(this.dataset.textTooLong));
      return;
    }
    this.#stored.prepare();
    this.#stored.change([toolResult(TOOL, value)]);
    const reason = this.#stored.refusal;
    write(this.#part("notice"), reason ? nice(NOTICES[reason]) : "");
    if (!reason && value) this.#say(fill(this.dataset.textKept, { name: this.#stored.read().name }));
  }

  #act(button) {
    if (!button) return;
    const { dataset } = button;
    if (dataset.start !== undefined) this.#start(dataset.start);
    else if (dataset.undo !== undefined) this.#replace(this.#before, this.dataset.textUndone, null);
    else if (dataset.toggleClause) this.#toggleClause(button.closest("[data-clause]"));
    else if (dataset.addCriterion !== undefined) addCriterion(this.#root)?.querySelector("input").focus();
    else if (dataset.removeCriterion !== undefined) this.#removeCriterion(button.closest("[data-criterion]"));
    else if (dataset.take) this.#take(dataset.take);
    else if (dataset.export) this.#export(dataset.export);
    else if (dataset.printOrder !== undefined) print();
  }

  #start(id) {
    const order = this.#data.orders.find((one) => one.id === id);
    const words = order ? fill(this.dataset.textStarted, { name: order.title }) : this.dataset.textEmptied;
    this.#replace(order ? cleanOrder(order, this.#data) : emptyOrder(), words, isEmpty(this.#order) ? null : this.#order);
  }

  #replace(order, words, before) {
    this.#before = before;
    this.#root.querySelector("[data-undo]").hidden = before === null;
    this.#order = order;
    fillForm(this.#root, order, this.#data);
    this.#changed(words);
  }

  #toggleClause(clause) {
    const isIn = !clause.querySelector("[data-clause-own]").hidden;
    showClause(clause, isIn ? null : clauseText(clause));
    this.#order = readForm(this.#root, this.#data);
    this.#changed(fill(isIn ? this.dataset.textClauseOut : this.dataset.textClauseIn, { name: this.#data.clauses[clause.dataset.clause] }));
    if (!isIn) clause.querySelector("textarea").focus();
  }

  #removeCriterion(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling ?? row;
    removeCriterion(this.#root, row);
    next.querySelector("input").focus();
    this.#order = readForm(this.#root, this.#data);
    tellForm(this.#root, this.#order, this.#data);
    this.#changed(this.dataset.textRowOut);
  }

  #take(id) {
    const { value } = this.#offers[id];
    const field = this.#data.fields.find((one) => one.id === id);
    if (field.type === "criteria") fillForm(this.#root, { ...this.#order, criteria: value }, this.#data);
    else setValue(this.#root, field, value);
    this.#order = readForm(this.#root, this.#data);
    tellForm(this.#root, this.#order, this.#data);
    this.#changed(fill(this.dataset.textTaken, { name: field.label }));
    this.#root.querySelector(`[data-field="${id}"] :is(textarea, input:checked, input)`)?.focus();
  }

  /** Kept at once, then said. */
  #changed(words) {
    this.#dirty = true;
    this.#timer ??= 0;
    this.#flush();
    this.#render();
    this.#say(words);
  }

  #view() {
    const { name } = this.#stored.read();
    return {
      title: name, dossier: { name }, lawDate: this.dataset.lawDate, printed: new Date().toISOString(), address: location.origin + location.pathname,
      parts: partBlocks(this.#order, this.#data), clauses: clauseBlocks(this.#order, this.#data), remarks: remarkTexts(this.#root),
    };
  }

  #print() {
    const isBlank = isEmpty(this.#order);
    if (!isBlank) document.documentElement.dataset.print = "order";
    if (TOUCH_ONLY.matches) addEventListener("pointerdown", forgetPrint, { once: true });
    renderPrinted(this.#part("printed"), this.#view());
  }

  async #export(format) {
    this.#flush();
    const file = await import("./export-order.mjs").then(({ exportOrder }) => exportOrder(format, this.#view())).catch(() => null);
    this.#say(file ? fill(this.dataset.textExported, { file }) : this.dataset.textNotExported);
  }

  #part(name) {
    return this.#root.querySelector(`[data-workshop-${name}]`);
  }

  #say(text) {
    write(this.#part("said"), nice(text));
  }
}

function forgetPrint() {
  delete document.documentElement.dataset.print;
}

/** Rewriting the same words would have a screen reader say them again. */
function write(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

if (!customElements.get("ci-atelier")) customElements.define("ci-atelier", Workshop);
