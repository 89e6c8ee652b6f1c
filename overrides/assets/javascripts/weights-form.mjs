/** The rows of the weights form: from a state to fields, and back. Every field has a name of its own, said with its row and its column. */

import { LIMITS, nameOf } from "./weights-reading.mjs";

/** Draws the rows of `state`; nothing of what was typed is changed. */
export function drawForm(form, state) {
  form.elements.scale.value = state.scale;
  form.elements.formula.value = state.formula;
  form.querySelector("[data-criteria]").replaceChildren(...state.criteria.map(criterionRow), priceRow(state.price));
  form.querySelector("[data-heads]").replaceChildren(head("Offre"), head("Prix"), ...state.criteria.map((one, rank) => {
    const cell = head("");
    cell.dataset.headOf = rank;
    return cell;
  }), hiddenHead("Retirer"));
  form.querySelector("[data-offers]").replaceChildren(...state.offers.map((offer, rank) => offerRow(offer, rank)));
  nameFields(form);
}

/** Reads the fields as a state. */
export function readForm(form) {
  const typed = (key) => form.querySelector(`[data-key="${key}"]`)?.value ?? "";
  const criteria = [...form.querySelectorAll("[data-criterion]")].map((row, rank) => ({ name: typed(`c-${rank}`), weight: typed(`w-${rank}`), green: form.querySelector(`[data-key="g-${rank}"]`).checked }));
  const offers = [...form.querySelectorAll("[data-offer]")].map((row, rank) => ({
    name: typed(`o-${rank}`), price: typed(`p-${rank}`), marks: criteria.map((one, column) => typed(`m-${rank}-${column}`)),
  }));
  return { formula: form.elements.formula.value, scale: form.elements.scale.value, price: typed("price"), criteria, offers };
}

/** Gives every field the name that its row and column say, after a criterion or an offer was renamed. */
export function nameFields(form) {
  const state = readForm(form);
  const criteria = state.criteria.map(({ name }, rank) => nameOf(name, "Critère", rank));
  const offers = state.offers.map(({ name }, rank) => nameOf(name, "Offre", rank));
  const say = (key, words) => form.querySelector(`[data-key="${key}"]`)?.setAttribute("aria-label", words);
  say("price", "Poids du prix");
  criteria.forEach((name, rank) => {
    say(`c-${rank}`, `Nom du critère ${rank + 1}`);
    say(`w-${rank}`, `Poids : ${name}`);
    say(`g-${rank}`, `Prend en compte l’environnement : ${name}`);
    say(`rc-${rank}`, `Retirer le critère ${name}`);
    form.querySelector(`[data-head-of="${rank}"]`).textContent = name;
  });
  offers.forEach((offer, rank) => {
    say(`o-${rank}`, `Nom de l’offre ${rank + 1}`);
    say(`p-${rank}`, `Prix : ${offer}`);
    say(`ro-${rank}`, `Retirer l’offre ${offer}`);
    criteria.forEach((name, column) => {
      say(`m-${rank}-${column}`, `Note : ${offer}, ${name}`);
      form.querySelector(`[data-key="m-${rank}-${column}"]`).closest("td").dataset.label = name;
    });
  });
  for (const button of form.querySelectorAll("[data-offer] button")) button.disabled = offers.length < 3;
  form.querySelector('[data-action="add-offer"]').disabled = offers.length >= LIMITS.offers;
  form.querySelector('[data-action="add-criterion"]').disabled = criteria.length >= LIMITS.criteria;
}

/** Marks the fields that must be mended, and only those. */
export function markProblems(form, problems) {
  const wrong = new Set(problems.map(({ field }) => field));
  for (const field of form.querySelectorAll("[data-key]")) {
    if (wrong.has(field.dataset.key)) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}

function criterionRow({ name, weight, green }, rank) {
  const row = element("tr", { "data-criterion": rank });
  const box = element("input", { type: "checkbox", "data-key": `g-${rank}` });
  box.checked = green;
  row.append(
    rowHead(field(`c-${rank}`, name, { maxlength: LIMITS.name })),
    cell("Poids", field(`w-${rank}`, weight, { inputmode: "decimal", maxlength: LIMITS.text, class: "ci-field ci-weights__number" })),
    cell("Environnement", box),
    cell("", button("remove-criterion", `rc-${rank}`, rank)),
  );
  return row;
}

function priceRow(weight) {
  const row = element("tr", {});
  const name = element("th", { scope: "row" });
  name.textContent = "Prix";
  row.append(name, cell("Poids", field("price", weight, { inputmode: "decimal", maxlength: LIMITS.text, class: "ci-field ci-weights__number" })), cell("", ""), cell("", ""));
  return row;
}

function offerRow({ name, price, marks }, rank) {
  const row = element("tr", { "data-offer": rank });
  row.append(
    rowHead(field(`o-${rank}`, name, { maxlength: LIMITS.name })),
    cell("Prix", field(`p-${rank}`, price, { inputmode: "decimal", maxlength: LIMITS.text, class: "ci-field ci-weights__price" })),
    ...marks.map((mark, column) => cell("", field(`m-${rank}-${column}`, mark, { inputmode: "decimal", maxlength: LIMITS.text, class: "ci-field ci-weights__number" }))),
    cell("", button("remove-offer", `ro-${rank}`, rank)),
  );
  return row;
}

function field(key, value, attributes) {
  const made = element("input", { type: "text", class: "ci-field", autocomplete: "off", "data-key": key, ...attributes });
  made.value = value;
  return made;
}

function button(action, key, rank) {
  const made = element("button", { type: "button", "data-action": action, "data-key": key, "data-rank": rank });
  made.textContent = "Retirer";
  return made;
}

function head(words) {
  const made = element("th", { scope: "col" });
  made.textContent = words;
  return made;
}

function hiddenHead(words) {
  const made = element("th", { scope: "col" });
  const hidden = element("span", { class: "ci-visually-hidden" });
  hidden.textContent = words;
  made.append(hidden);
  return made;
}

function rowHead(content) {
  const made = element("th", { scope: "row" });
  made.append(content);
  return made;
}

function cell(label, content) {
  const made = element("td", label ? { "data-label": label } : {});
  made.append(content);
  return made;
}

function element(name, attributes) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
