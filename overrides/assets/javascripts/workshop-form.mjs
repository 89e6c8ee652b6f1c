/** The fields of the workshop: what they hold, as an order, and an order back into them. */

import { readAmount } from "./amount.mjs";
import { MOST, emptyOrder } from "./order-state.mjs";
import { weightOf } from "./order-signals.mjs";

const WRONG_AMOUNT = "Ce n’est pas un montant. Écrivez seulement le nombre : 58000 ou 58 000.";

/** Everything that is written in the form of `root`. */
export function readForm(root, outline) {
  const order = emptyOrder();
  for (const field of outline.fields) {
    const text = field.type === "criteria" ? "" : valueOf(root, field);
    if (text) order.fields[field.id] = text;
  }
  order.criteria = criteriaRows(root).map(readRow).filter(({ name, weight, text }) => name || weight || text);
  for (const clause of root.querySelectorAll("[data-clause]")) {
    const own = clause.querySelector("[data-clause-own]");
    if (!own.hidden) order.clauses[clause.dataset.clause] = own.querySelector("textarea").value;
  }
  return order;
}

/** Writes `order` into the form; a field that already holds the same words is not touched. */
export function fillForm(root, order, outline) {
  for (const field of outline.fields) if (field.type !== "criteria") setValue(root, field, order.fields[field.id] ?? "");
  const rows = Math.max(4, order.criteria.length);
  while (criteriaRows(root).length < rows) addCriterion(root);
  while (criteriaRows(root).length > rows) criteriaRows(root).at(-1).remove();
  criteriaRows(root).forEach((row, rank) => {
    for (const part of ["name", "weight", "text"]) put(row.querySelector(`[data-part=${part}]`), order.criteria[rank]?.[part] ?? "");
  });
  for (const clause of root.querySelectorAll("[data-clause]")) showClause(clause, order.clauses[clause.dataset.clause] ?? null);
  tellForm(root, order, outline);
}

/** What the form says of itself: the sum of the weights, the amounts that are none. */
export function tellForm(root, order, outline) {
  for (const field of outline.fields) {
    const error = root.querySelector(`[data-field="${field.id}"] [data-error]`);
    if (!error) continue;
    const isWrong = Number.isNaN(readAmount(order.fields[field.id] ?? "") ?? 0);
    write(error, isWrong ? WRONG_AMOUNT : "");
    root.querySelector(`[name="ci-atelier-${field.id}"]`).setAttribute("aria-invalid", String(isWrong));
  }
  write(root.querySelector("[data-criteria-sum]"), sumWords(order.criteria));
}

function sumWords(criteria) {
  const weights = criteria.map(({ weight }) => weightOf(weight)).filter((weight) => weight !== null);
  if (!weights.length) return "";
  const total = Math.round(weights.reduce((sum, weight) => sum + weight, 0) * 100) / 100;
  const gap = Math.round(Math.abs(total - 100) * 100) / 100;
  const said = (number) => number.toLocaleString("fr-FR");
  if (!gap) return "Total\u00a0: 100.";
  return `Total\u00a0: ${said(total)}. ${total < 100 ? `Il manque ${said(gap)} pour faire 100.` : `C’est ${said(gap)} de trop.`}`;
}

export function criteriaRows(root) {
  return [...root.querySelectorAll("[data-criterion]")];
}

/** A new empty row at the end, or null when there are enough. */
export function addCriterion(root) {
  const rows = criteriaRows(root);
  if (rows.length >= MOST.criteria) return null;
  const row = rows[0].cloneNode(true);
  for (const field of row.querySelectorAll("input, textarea")) field.value = "";
  rows.at(-1).after(row);
  renumber(root);
  return row;
}

/** Takes a row out; the last one is only emptied. */
export function removeCriterion(root, row) {
  if (criteriaRows(root).length > 1) row.remove();
  else for (const field of row.querySelectorAll("input, textarea")) field.value = "";
  renumber(root);
}

function renumber(root) {
  criteriaRows(root).forEach((row, rank) => {
    row.querySelector("label").firstChild.data = `Critère ${rank + 1} `;
    row.querySelector("[data-remove-criterion]").setAttribute("aria-label", `Retirer le critère ${rank + 1}`);
  });
}

/** `text`: the clause as it stands in the order, or null when it is not in it. */
export function showClause(clause, text) {
  const own = clause.querySelector("[data-clause-own]");
  const isIn = text !== null;
  own.hidden = !isIn;
  if (isIn) put(own.querySelector("textarea"), text);
  const button = clause.querySelector("[data-toggle-clause]");
  button.setAttribute("aria-pressed", String(isIn));
  button.firstChild.data = isIn ? "Retirer cette clause" : "Ajouter cette clause";
}

/** The words that the page proposes for a clause, a line a paragraph. */
export function clauseText(clause) {
  return [...clause.querySelectorAll("[data-clause-text] :is(p, li)")].filter((one) => !one.querySelector("p"))
    .map((one) => (one.closest("li") ? "- " : "") + one.textContent.replace(/[ \n\t]+/g, " ").trim()).join("\n");
}

function valueOf(root, { id, type }) {
  if (type === "choice" || type === "procedure") return root.querySelector(`[name="ci-atelier-${id}"]:checked`)?.value ?? "";
  return root.querySelector(`[name="ci-atelier-${id}"]`).value;
}

export function setValue(root, { id, type }, value) {
  if (type === "choice" || type === "procedure") {
    for (const box of root.querySelectorAll(`[name="ci-atelier-${id}"]`)) if (box.checked !== (box.value === value)) box.checked = box.value === value;
  } else put(root.querySelector(`[name="ci-atelier-${id}"]`), value);
}

function readRow(row) {
  return Object.fromEntries(["name", "weight", "text"].map((part) => [part, row.querySelector(`[data-part=${part}]`).value]));
}

function put(field, value) {
  if (field.value !== value) field.value = value;
}

function write(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}
