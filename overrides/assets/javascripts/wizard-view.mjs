/** What a wizard found, on the page. The reasons are those of the table of rules, copied with their links; nothing is written twice. */

import { amount, listed, nice } from "./case-file-words.mjs";

export class WizardView {
  #part;
  #wizard;
  #form;
  #cards = new Map();
  #reasons = new Map();
  #statusTexts;

  constructor(part, wizard, form) {
    this.#part = part;
    this.#wizard = wizard;
    this.#form = form;
    for (const card of part.result.querySelectorAll("[data-outcome]")) this.#cards.set(card.dataset.outcome, card);
    for (const row of document.querySelectorAll("[data-rule]")) this.#reasons.set(row.dataset.rule, row.querySelector("[data-reason]"));
    this.#statusTexts = new Map(wizard.statuses.map(({ id, text }) => [id, text]));
  }

  show(answers, result) {
    const given = Object.keys(answers).length;
    const started = given > 0;
    document.querySelector("article")?.toggleAttribute("data-answered", started);
    const shown = started ? result.outcomes.map((outcome) => this.#showCard(outcome)) : [];
    if (!started) for (const card of this.#cards.values()) clear(card);
    for (const group of this.#wizard.groups) this.#arrange(group, result, started);
    this.#part.result.hidden = !started;
    this.#part.law.hidden = !started;
    this.#part.actions.hidden = !started;
    this.#showAnswers(answers, result);
    this.#showChanges(result, started);
    const left = result.asked.filter((id) => answers[id] === undefined).length;
    write(this.#part.status, nice(started ? `${this.#summary(result)} ${left ? amount(left, "Il reste # question.", "Il reste # questions.") : "Vous avez répondu à tout."}${this.#missing(result)}` : "Répondez à une première question : la réponse se construit ici."));
    return shown;
  }

  #showCard({ id, status, reasons, open }) {
    const card = this.#cards.get(id);
    clear(card);
    card.dataset.status = status ?? "";
    card.querySelector("[data-status-text]").textContent = status ? this.#statusTexts.get(status) : "À préciser";
    const list = card.querySelector("[data-reasons]");
    for (const rule of reasons) list.append(reason(this.#reasons.get(rule)));
    if (open.length) card.querySelector("[data-open]").textContent = nice(`${status ? "Sous réserve de votre réponse à" : "Dépend de votre réponse à"} : ${listed(open.map((one) => `« ${this.#form.title(one)} »`))}.`);
    return card;
  }

  /** The cards of a group in the order of the statuses; of one status, in the order of the data. */
  #arrange({ id, always }, { outcomes }, started) {
    const group = this.#part.result.querySelector(`[data-group="${id}"]`);
    const order = this.#wizard.statuses.map((status) => status.id);
    const place = ({ status }) => (status ? order.indexOf(status) : order.length - 0.5);
    const members = outcomes.filter((outcome) => outcome.group === id).sort((one, other) => place(one) - place(other));
    const list = group.querySelector("[data-outcomes]");
    for (const outcome of members) {
      const card = this.#cards.get(outcome.id);
      card.hidden = !always && !outcome.status;
      list.append(card);
    }
    const empty = group.querySelector("[data-empty]");
    const none = members.every((outcome) => this.#cards.get(outcome.id).hidden);
    if (empty) empty.hidden = !none;
    group.hidden = !started || (none && !empty);
  }

  #showAnswers(answers, { asked }) {
    this.#part.answers.replaceChildren(...asked.filter((id) => answers[id] !== undefined).map((id) => {
      const line = document.createElement("div");
      const term = document.createElement("dt");
      const words = document.createElement("dd");
      term.textContent = this.#form.title(id);
      words.textContent = this.#form.words(id, answers[id]);
      line.append(term, words);
      return line;
    }));
  }

  #showChanges({ wouldChange }, started) {
    const main = new Set(this.#wizard.outcomes.filter(({ group }) => this.#wizard.groups.find(({ id }) => id === group).always).map(({ id }) => id));
    const byQuestion = new Map();
    for (const change of wouldChange) {
      const changes = change.changes.filter(({ outcome }) => main.has(outcome));
      if (changes.length) byQuestion.set(change.question, [...(byQuestion.get(change.question) ?? []), { ...change, changes }]);
    }
    this.#part.changes.hidden = !started || !byQuestion.size;
    this.#part.changes.querySelector("[data-changes]").replaceChildren(...[...byQuestion].map(([question, entries]) => this.#changesOf(question, entries)));
  }

  #changesOf(question, entries) {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = nice(`${this.#form.title(question)} ${amount(entries.length, "# autre réponse compterait", "# autres réponses compteraient")}`);
    const list = document.createElement("ul");
    for (const entry of entries) {
      const item = document.createElement("li");
      const changes = entry.changes.map(({ outcome, from, to }) => `${this.#cards.get(outcome).dataset.title} : ${this.#statusName(from)} → ${this.#statusName(to)}`);
      item.textContent = nice(`${this.#otherWords(question, entry)} : ${changes.join(" ; ")}.`);
      list.append(item);
    }
    details.append(summary, list);
    return details;
  }

  #otherWords(question, { answer, toggled, least, below }) {
    if (toggled) return `« ${this.#form.words(question, toggled)} », ${answer.includes(toggled) ? "en plus" : "en moins"}`;
    if (typeof answer !== "number") return `« ${this.#form.words(question, answer)} »`;
    const texts = this.#wizard.thresholdTexts;
    if (!least) return `Moins de ${texts[below]}`;
    return below ? `De ${texts[least]} à moins de ${texts[below]}` : `${texts[least]} et plus`;
  }

  #statusName(status) {
    return status ? this.#statusTexts.get(status).toLowerCase() : "à préciser";
  }

  /** « 2 recommandées, 3 possibles, 8 écartées. », for the groups that always show. */
  #summary({ outcomes }) {
    const main = outcomes.filter(({ group }) => this.#wizard.groups.find(({ id }) => id === group).always);
    const counted = this.#wizard.statuses.map(({ id, text }) => [main.filter(({ status }) => status === id).length, text.toLowerCase()]).filter(([count]) => count);
    const open = main.filter(({ status }) => !status).length;
    const parts = counted.map(([count, text]) => `${count} ${text}${count > 1 && !/[sx]$/.test(text) ? "s" : ""}`);
    if (open) parts.push(`${open} à préciser`);
    return parts.length ? `${parts.join(", ")}.` : "";
  }

  #missing({ missing }) {
    return missing.length ? " Un seuil n’a pas de valeur à la date du droit de ce site : les règles qui s’en servent se taisent. Lisez la table et la page des seuils." : "";
  }
}

function clear(card) {
  card.dataset.status = "";
  card.querySelector("[data-status-text]").textContent = "";
  card.querySelector("[data-reasons]").replaceChildren();
  card.querySelector("[data-open]").textContent = "";
}

/** A copy of the words of a rule, links included, without the ids that may stand once only in a page. */
function reason(source) {
  const item = document.createElement("li");
  const copy = source.cloneNode(true);
  copy.removeAttribute("data-reason");
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  item.append(...copy.childNodes);
  return item;
}

/** Rewriting the same words would have a screen reader say them again. */
function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
