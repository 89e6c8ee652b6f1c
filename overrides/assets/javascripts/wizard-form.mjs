/** The questions of a wizard on the page: what is ticked and typed, read and written as the answers that rules.mjs takes. */

import { addAmounts, readAmount, writeAmount } from "./amount.mjs";
import { nice } from "./case-file-words.mjs";
import { NONE, UNKNOWN } from "./rules.mjs";
import { cleanSum } from "./value-sum.mjs";

export class WizardForm {
  #questions = new Map();

  /** `changed` is called after each answer. */
  constructor(root, wizard, changed, signal) {
    for (const question of wizard.questions) {
      const element = root.querySelector(`[data-question="${question.id}"]`);
      this.#questions.set(question.id, { ...question, element, field: element.querySelector("[data-amount]"), boxes: [...element.querySelectorAll("input[value]")].filter((box) => box.type !== "text") });
      this.#mountSum(element, changed, signal);
    }
    root.addEventListener("change", (event) => {
      const question = this.#questions.get(event.target.closest("[data-question]")?.dataset.question);
      if (!question || event.target.matches("[data-sum]")) return;
      if (question.type !== "one") settle(question, event.target);
      changed();
    }, { signal });
  }

  read() {
    const answers = Object.create(null);
    for (const question of this.#questions.values()) {
      const value = readQuestion(question);
      if (value !== null) answers[question.id] = value;
    }
    return answers;
  }

  /** True once a box is ticked or an amount typed. */
  get isTouched() {
    return [...this.#questions.values()].some(isTouched);
  }

  write(answers, { keepsTouched = false } = {}) {
    for (const question of this.#questions.values()) {
      if (keepsTouched && isTouched(question)) continue;
      const value = answers[question.id];
      const chosen = Array.isArray(value) ? value : [value];
      for (const box of question.boxes) box.checked = chosen.includes(box.value);
      if (question.field) question.field.value = typeof value === "number" ? value.toLocaleString("fr-FR") : "";
      sayError(question, "");
    }
  }

  /** { question: { line: amount } } of the additions whose total is the amount given. */
  sums() {
    const found = Object.create(null);
    for (const question of this.#questions.values()) {
      const fields = sumFields(question);
      const typed = Object.fromEntries(fields.map(({ dataset, value }) => [dataset.sum, readAmount(value)]));
      const lines = fields.length ? cleanSum(typed, Object.keys(typed), readAmount(question.field.value) ?? NaN) : null;
      if (lines) found[question.id] = Object.fromEntries(lines);
    }
    return found;
  }

  /** Puts an addition back, if it still gives the amount that is there. */
  writeSums(sums) {
    for (const question of this.#questions.values()) {
      const fields = sumFields(question);
      const lines = fields.length && cleanSum(sums?.[question.id], fields.map(({ dataset }) => dataset.sum), readAmount(question.field.value) ?? NaN);
      if (!lines) continue;
      const amounts = Object.fromEntries(lines);
      for (const field of fields) field.value = amounts[field.dataset.sum]?.toLocaleString("fr-FR") ?? "";
      fields[0].dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  showOnly(asked) {
    for (const { id, element } of this.#questions.values()) element.hidden = !asked.includes(id);
  }

  focusFirst() {
    this.#questions.values().next().value.element.querySelector("input").focus();
  }

  /** The words of an answer, as the page writes them. */
  words(id, answer) {
    const question = this.#questions.get(id);
    if (typeof answer === "number") return writeAmount(answer);
    return (Array.isArray(answer) ? answer : [answer])
      .map((one) => question.boxes.find((box) => box.value === one)?.closest("label").textContent.trim() ?? one).join(", ");
  }

  title(id) {
    return this.#questions.get(id).element.querySelector("legend").textContent.trim();
  }

  #mountSum(element, changed, signal) {
    const sum = element.querySelector(".ci-sum");
    if (!sum) return;
    const fields = sumFields({ element });
    const total = sum.querySelector("[data-sum-total]");
    const add = () => addAmounts(fields.map(({ value }) => value));
    sum.addEventListener("input", () => {
      const { total: amount, wrong, count } = add();
      total.textContent = nice(wrong ? "Une ligne n’est pas un montant : écrivez des chiffres, par exemple 12 000." : count ? `Total : ${writeAmount(amount)}` : "Total : rien encore");
    }, { signal });
    sum.querySelector('[data-action="use-sum"]').addEventListener("click", () => {
      const { total: amount, wrong, count } = add();
      if (wrong || !count) return;
      const field = element.querySelector("[data-amount]");
      field.value = amount.toLocaleString("fr-FR");
      settle(this.#questions.get(element.dataset.question), field);
      field.focus();
      changed();
    }, { signal });
  }
}

function sumFields({ element }) {
  return [...element.querySelectorAll("[data-sum]")];
}

function isTouched({ boxes, field }) {
  return boxes.some((box) => box.checked) || Boolean(field?.value);
}

function readQuestion(question) {
  const checked = question.boxes.filter((box) => box.checked).map((box) => box.value);
  if (question.type === "amount") {
    if (checked.includes(UNKNOWN)) return UNKNOWN;
    const amount = readAmount(question.field.value);
    sayError(question, Number.isNaN(amount) ? "Ce n’est pas un montant. Écrivez des chiffres, par exemple 45 000." : "");
    return Number.isNaN(amount) ? null : amount;
  }
  if (!checked.length) return null;
  if (question.type === "one") return checked[0];
  return checked.includes(UNKNOWN) ? UNKNOWN : checked;
}

/** « Je ne sais pas » and « aucun » exclude the rest, and the rest excludes them. */
function settle(question, touched) {
  const alone = (box) => box.value === UNKNOWN || box.value === NONE;
  if (touched.type === "text") {
    if (touched.value.trim()) for (const box of question.boxes) box.checked = false;
    return;
  }
  if (!touched.checked) return;
  for (const box of question.boxes) if (box !== touched && (alone(touched) || alone(box))) box.checked = false;
  if (question.field) question.field.value = "";
}

function sayError(question, text) {
  const place = question.element.querySelector("[data-error]");
  if (!place) return;
  if (place.textContent !== nice(text)) place.textContent = nice(text);
  question.field.toggleAttribute("aria-invalid", Boolean(text));
  if (text) question.field.setAttribute("aria-invalid", "true");
}
