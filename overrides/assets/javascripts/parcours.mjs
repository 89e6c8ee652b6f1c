/**
 * <ci-parcours>: the shell of every tool that reasons aloud. It reads the answers on the page, has rules.mjs judge them, and shows what
 * comes out; answers live in the fragment of the address, and in the open dossier when the reader asks for it. Each evaluation is told to
 * the rest of the page by the event « ci-evaluated », whose detail is { wizard, answers, evaluation }; the element gives the same three.
 */

import { isFreshArrival } from "./arrival.mjs";
import { toolResult } from "./case-file.mjs";
import { openCurrent } from "./case-file-shelf.mjs";
import { NOTICES, longDay, nice } from "./case-file-words.mjs";
import { BUYERS, readBuyer, writeBuyer } from "./profile.mjs";
import { cleanAnswers, evaluate } from "./rules.mjs";
import { isFragment, readFragment, writeFragment } from "./wizard-address.mjs";
import { WizardForm } from "./wizard-form.mjs";
import { WizardView } from "./wizard-view.mjs";

const BUYER_QUESTION = "acheteur";

class Wizard extends HTMLElement {
  #wizard;
  #form;
  #view;
  #part = {};
  #answers = Object.create(null);
  #result;
  #leaving;

  connectedCallback() {
    if (this.#leaving) return;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    try {
      this.#wizard = JSON.parse(this.dataset.wizard);
    } catch {
      return; /* the page without script stays: questions and table */
    }
    for (const element of document.querySelectorAll("[data-part]")) this.#part[element.dataset.part] = element;
    this.#form = new WizardForm(this.#part.questions, this.#wizard, () => this.#answered(), signal);
    this.#view = new WizardView(this.#part, this.#wizard, this.#form);
    for (const [action, act] of Object.entries({
      keep: () => this.#keep(),
      print: () => print(),
      reset: () => this.#reset(),
      resume: () => this.#resume(),
    })) document.querySelector(`[data-action="${action}"]`)?.addEventListener("click", act, { signal });
    addEventListener("hashchange", () => this.#readAddress(), { signal });
    this.#foldTable(signal);
    this.#readAddress(true);
    document.querySelector("article")?.classList.add("ci-wizard-ready");
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    this.#leaving = undefined;
  }

  get wizard() {
    return this.#wizard;
  }

  get answers() {
    return this.#answers;
  }

  get evaluation() {
    return this.#result;
  }

  /** Once the page answers by itself, the rules wait to be asked for; a link to one of them, or blank paper, opens them. */
  #foldTable(signal) {
    const { table } = this.#part;
    const openFor = (hash) => {
      if (hash === "#table" || hash.startsWith("#regle-")) table.open = true;
    };
    table.open = false;
    openFor(location.hash);
    addEventListener("hashchange", () => openFor(location.hash), { signal });
    let wasOpen;
    addEventListener("beforeprint", () => {
      wasOpen = table.open;
      if (!Object.keys(this.#answers).length) table.open = true;
    }, { signal });
    addEventListener("afterprint", () => {
      table.open = wasOpen;
    }, { signal });
  }

  #readAddress(isFirst = false) {
    if (!isFragment(location.hash)) {
      if (isFirst) this.#start();
      return;
    }
    const { answers, refused } = readFragment(this.#wizard, location.hash);
    this.#tell(refused === null
      ? "L’adresse contenait des réponses illisibles : rien n’en a été repris. Répondez ici, ou lisez la table."
      : refused.length && `L’adresse contenait ${refused.length > 1 ? `${refused.length} réponses que cette page ne connaît pas : elles sont laissées` : "une réponse que cette page ne connaît pas : elle est laissée"} de côté. Relisez les autres.`);
    this.#put(answers, isFirst);
  }

  /** A first visit: the buyer told once, and the offer to take up what the dossier keeps. */
  #start() {
    const buyer = readBuyer();
    const question = this.#wizard.questions.find(({ id }) => id === BUYER_QUESTION);
    this.#put(buyer && question?.answers.includes(buyer) ? { [BUYER_QUESTION]: buyer } : {}, true);
    const kept = this.#keptAnswers();
    if (!kept) return;
    this.#part.kept.hidden = false;
    this.#part["kept-words"].textContent = nice(`Le dossier « ${openCurrent().read().name} » garde vos réponses du ${longDay(kept.at)}.`);
  }

  #keptAnswers() {
    const kept = openCurrent().read().tools[this.#wizard.id];
    if (!kept || Number.isNaN(Date.parse(kept.at))) return null;
    const { answers } = cleanAnswers(this.#wizard, kept.answers);
    return Object.keys(answers).length ? { answers, at: kept.at, sums: kept.sums } : null;
  }

  #resume() {
    const kept = this.#keptAnswers();
    this.#part.kept.hidden = true;
    if (kept) this.#put(kept.answers);
    if (kept) this.#form.writeSums(kept.sums);
    this.#form.focusFirst();
  }

  /** What the reader answered before this module came stays. */
  #put(answers, isFirst = false) {
    const early = isFirst && isFreshArrival() && this.#form.isTouched;
    this.#form.write(answers, { keepsTouched: early });
    this.#answered({ keepsAddress: true });
    if (early) this.#writeAddress();
  }

  #answered({ keepsAddress = false } = {}) {
    const typed = this.#form.read();
    this.#answers = cleanAnswers(this.#wizard, typed).answers;
    this.#result = evaluate(this.#wizard, this.#answers);
    /* An answer that has become pointless is forgotten: it would weigh again unseen when its question comes back. */
    for (const id of Object.keys(this.#answers)) if (!this.#result.asked.includes(id)) delete this.#answers[id];
    this.#form.showOnly(this.#result.asked);
    this.#view.show(this.#answers, this.#result);
    if (!keepsAddress) {
      this.#tell("");
      this.#say("");
      this.#part.kept.hidden = true;
      this.#writeAddress();
    }
    if (BUYERS.includes(this.#answers[BUYER_QUESTION]) && !keepsAddress) writeBuyer(this.#answers[BUYER_QUESTION]);
    this.dispatchEvent(new CustomEvent("ci-evaluated", { bubbles: true, detail: { wizard: this.#wizard, answers: this.#answers, evaluation: this.#result } }));
  }

  #writeAddress() {
    history.replaceState(history.state, "", writeFragment(this.#wizard, this.#answers) || location.pathname + location.search);
  }

  #keep() {
    const stored = openCurrent();
    stored.prepare();
    const { answers } = cleanAnswers(this.#wizard, this.#answers);
    const outcomes = Object.fromEntries(this.#result.outcomes.filter(({ status }) => status).map(({ id, status }) => [id, status]));
    const { lawDate, checkedOn } = this.#wizard;
    stored.change([toolResult(this.#wizard.id, { answers: { ...answers }, sums: this.#form.sums(), outcomes, lawDate, checkedOn, at: new Date().toISOString() })]);
    this.#say(stored.refusal ? NOTICES[stored.refusal] : `Gardé dans le dossier « ${stored.read().name} », sur cet appareil.`);
  }

  #reset() {
    this.#form.write({});
    this.#answered();
    this.#say("Toutes les réponses sont effacées de cette page. Ce que garde le dossier n’a pas changé.");
    this.#form.focusFirst();
  }

  #tell(text) {
    this.#part.notice.textContent = text ? nice(text) : "";
  }

  #say(text) {
    this.#part.said.textContent = nice(text);
  }
}

if (!customElements.get("ci-parcours")) customElements.define("ci-parcours", Wizard);
