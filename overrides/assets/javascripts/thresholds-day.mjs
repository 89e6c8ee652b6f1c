/** <ci-seuils data-thresholds="…">: the values of a chosen day, for a chosen buyer. The history of the page says the same without script. */

import { isDay, longDay } from "./calendar.mjs";
import { nice } from "./case-file-words.mjs";
import { today } from "./day.mjs";
import { readBuyer, writeBuyer } from "./profile.mjs";
import { linesOn } from "./threshold-values.mjs";

class ThresholdsOnADay extends HTMLElement {
  #data;

  connectedCallback() {
    if (this.#data) return;
    this.#data = JSON.parse(this.dataset.thresholds);
    this.hidden = false;
    this.#day.value = today();
    this.#profile.value = readBuyer() ?? "";
    this.#day.addEventListener("change", () => this.#show());
    this.#profile.addEventListener("change", () => {
      writeBuyer(this.#profile.value);
      this.#show();
    });
    this.#show();
  }

  get #day() {
    return this.querySelector("[data-day]");
  }

  get #profile() {
    return this.querySelector("[data-profile]");
  }

  #show() {
    const day = this.#day.value;
    const place = this.querySelector("[data-table]");
    if (!isDay(day)) {
      place.replaceChildren();
      this.#say("Donnez un jour qui existe, par exemple 1er avril 2026.");
      return;
    }
    const lines = linesOn(this.#data.thresholds, { day, today: today(), profile: this.#profile.value });
    place.replaceChildren(tableOf(lines, day));
    const known = lines.filter(({ value }) => value).length;
    const later = day > this.#data.lawDate ? ` Le droit de ce site est celui du ${words(this.#data.lawDate)} : un texte plus récent peut avoir changé un montant.` : "";
    this.#say(`${known} seuils sur ${lines.length} ont une valeur connue le ${words(day)}.${later}`);
  }

  #say(text) {
    this.querySelector("[data-said]").textContent = nice(text);
  }
}

function tableOf(lines, day) {
  const table = document.createElement("table");
  table.append(made("caption", `Les seuils le ${words(day)}`));
  const head = table.createTHead().insertRow();
  for (const title of ["Seuil", "Valeur ce jour-là", "Changé depuis", "À venir"]) {
    const cell = made("th", title);
    cell.scope = "col";
    head.append(cell);
  }
  const body = table.createTBody();
  for (const line of lines) body.append(rowOf(line));
  const frame = document.createElement("div");
  frame.className = "ci-table ci-stack";
  frame.append(table);
  return frame;
}

function rowOf({ threshold, value, contradictions, since, coming }) {
  const row = document.createElement("tr");
  const name = made("th", "");
  name.scope = "row";
  const link = made("a", threshold.label);
  link.href = `#${threshold.id}`;
  name.append(link);
  const shown = labelled("Valeur", value ? `${threshold.comparison} ${value.amount}` : "pas de valeur connue ce jour-là");
  if (value && value.confidence !== "confirmé") shown.append(" ", made("small", value.confidence));
  for (const other of contradictions) shown.append(" ", made("small", `sources contradictoires : ${other.amount} selon une autre lecture`));
  const next = coming.values.map((change) => `${change.value.amount} dès le ${words(change.value.from)}`);
  if (coming.end) next.push(`dernier jour connu : ${words(coming.end)} ; la suite n’est pas dans nos données`);
  row.append(name, shown, labelled("Changé depuis", since.map((change) => `${change.value.amount} depuis le ${words(change.value.from)}`).join(" ; ") || "—"),
    labelled("À venir", next.join(" ; ") || "—"));
  return row;
}

function labelled(label, text) {
  const cell = made("td", text);
  cell.dataset.label = label;
  return cell;
}

function made(name, text) {
  const element = document.createElement(name);
  element.textContent = nice(text).replaceAll("'", "’");
  return element;
}

/** « 1er avril 2026 » */
function words(day) {
  return longDay(day).replace(/^\S+ /, "").replaceAll(" ", "\u00a0");
}

customElements.define("ci-seuils", ThresholdsOnADay);
