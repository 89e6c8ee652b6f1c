/**
 * <ci-retroplanning data-planner="…">: dates the courses that the page tells. The state is in the fragment (#plan?voie=…), so that a link
 * carries it; it is read as hostile: whatever is not one of the page's own choices is left out.
 */

import { dayCount, isDay, longDay } from "./calendar.mjs";
import { openCurrent } from "./case-file-shelf.mjs";
import { toolResult } from "./case-file.mjs";
import { today } from "./day.mjs";
import { download, fileStem } from "./file-name.mjs";
import { drawPlan } from "./plan-drawing.mjs";
import { planToCsv, planToIcs, rowsOf } from "./plan-files.mjs";
import { durationsOf, isDuration, legalMinimum, MOST_DAYS, planOf, problemWords } from "./plan.mjs";
import { written } from "./planner-words.mjs";
import { readBuyer, writeBuyer } from "./profile.mjs";

const START = "#plan?";
const TOOL = "retroplanning";
const BOXES = ["electronique", "urgence", "preinformation"];

class Planner extends HTMLElement {
  #data;
  #form;
  #durations = {};
  #plan = null;
  #rows = [];

  connectedCallback() {
    if (this.#form) return;
    this.#data = JSON.parse(this.dataset.planner);
    this.#form = this.querySelector("[data-form]");
    this.hidden = false;
    this.#start();
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("change", (event) => this.#meet(event.target));
    this.addEventListener("click", (event) => {
      const action = event.target.closest("[data-action]")?.dataset.action;
      if (action) this.#act(action);
    });
    addEventListener("hashchange", () => location.hash.startsWith(START) && this.#start());
  }

  get #fields() {
    return this.#form.elements;
  }

  get #course() {
    const { acheteur, voie } = this.#fields;
    return this.#data.courses.find((course) => course.label === voie.value && course.profiles.includes(acheteur.value));
  }

  get #options() {
    const fields = this.#fields;
    return {
      buyer: fields.acheteur.value, electronic: fields.electronique.checked, urgent: fields.urgence.checked, notice: fields.preinformation.checked,
      noticeSent: fields["preinformation-le"].value, durations: this.#durations,
      direction: fields.sens.value === "rebours" ? "backwards" : "forwards", day: fields.jour.value, today: today(),
    };
  }

  /** The link's state, else the dossier's, else ours. */
  #start() {
    const given = location.hash.startsWith(START) ? Object.fromEntries(new URLSearchParams(location.hash.slice(START.length))) : openCurrent().read().tools[TOOL]?.state;
    const state = given ?? {};
    const fields = this.#fields;
    pick(fields.acheteur, state.acheteur ?? readBuyer());
    this.#offerRoutes(state.voie);
    pick(fields.lieu, state.lieu);
    for (const name of BOXES) if (state[name] === "1" || state[name] === "0") fields[name].checked = state[name] === "1";
    fields.sens.value = state.sens === "rebours" ? "rebours" : "avant";
    fields.jour.value = isDay(state.jour) ? state.jour : fields.jour.value || today();
    fields["preinformation-le"].value = isDay(state["preinformation-le"]) ? state["preinformation-le"] : "";
    this.#durations = readDurations(state.durees);
    this.#offerDurations();
    this.#show(false);
  }

  #meet(field) {
    if (field.name === "acheteur") {
      writeBuyer(field.value);
      this.#offerRoutes(this.#fields.voie.value);
    }
    if (field.dataset.stage) {
      const days = field.valueAsNumber;
      if (isDuration(days)) this.#durations[field.dataset.stage] = days;
      else delete this.#durations[field.dataset.stage];
    } else this.#offerDurations();
    this.#show(true);
  }

  #offerRoutes(wished) {
    const { acheteur, voie } = this.#fields;
    const labels = this.#data.courses.filter((course) => course.profiles.includes(acheteur.value)).map(({ label }) => label);
    voie.replaceChildren(...labels.map((label) => new Option(written(label), label)));
    pick(voie, wished) || pick(voie, "Procédure adaptée");
  }

  #offerDurations() {
    const options = this.#options;
    const course = this.#course;
    const place = this.querySelector("[data-durations]");
    place.replaceChildren(...(course ? durationsOf(course, options).map(({ stage, days }) => durationField(stage, legalMinimum(stage, options), this.#durations[stage.id] ?? days)) : []));
  }

  #show(keep) {
    const fields = this.#fields;
    const backwards = fields.sens.value === "rebours";
    this.querySelector("[data-day-label]").textContent = backwards ? "Signature souhaitée" : "Premier jour";
    this.querySelector("[data-notice]").hidden = !fields.preinformation.checked;
    const { zones, common, from, to } = this.#data.calendar;
    const zone = zones.find(({ id }) => id === fields.lieu.value);
    const plan = planOf(this.#course, this.#options, { from, to, holidays: { ...common, ...zone?.added } });
    this.#plan = plan.stages ? plan : null;
    this.#rows = this.#plan ? rowsOf(plan, (id, legal, days) => this.#basis(id, legal, days)) : [];
    this.#say(plan, backwards);
    this.querySelector("[data-drawing]").replaceChildren(...(this.#plan ? [figure(plan, this.#rows)] : []));
    this.querySelector("[data-table]").replaceChildren(...(this.#plan ? [this.#table()] : []));
    for (const course of document.querySelectorAll(".ci-course")) course.toggleAttribute("data-chosen", course.dataset.course === this.#plan?.course.id);
    this.querySelector("[data-actions]").hidden = !this.#plan;
    this.querySelector("[data-done]").textContent = "";
    if (keep) history.replaceState(null, "", START + new URLSearchParams(this.#state()));
  }

  #say(plan, backwards) {
    const said = this.querySelector("[data-said]");
    if (!this.#plan) said.textContent = "Aucune date calculée.";
    else {
      const floor = plan.floor ? ` Minima légaux compris dans ce calendrier : ${dayCount(plan.floor)}.` : " La loi ne fixe ici aucun délai chiffré.";
      said.textContent = written((backwards
        ? `Pour signer le ${longDay(this.#options.day)}, commencez au plus tard le ${longDay(plan.start)}.${plan.signature < this.#options.day ? ` La signature sera possible dès le ${longDay(plan.signature)}.` : ""}`
        : `En commençant le ${longDay(plan.start)}, vous pouvez signer à partir du ${longDay(plan.signature)}.`) + floor);
    }
    this.querySelector("[data-choices]").textContent = this.#plan ? written(this.#choices()) : "";
    this.querySelector("[data-problems]").replaceChildren(...plan.problems.map((problem) => element("li", written(problemWords(problem)))));
  }

  /** What the form says, for who reads the plan without it. */
  #choices() {
    const fields = this.#fields;
    const name = (select) => select.selectedOptions[0]?.textContent ?? "";
    return `${name(fields.voie)}. ${name(fields.acheteur)}. Jours fériés : ${name(fields.lieu)}. ${fields.electronique.checked ? "Voie électronique" : "Sans voie électronique"}, `
      + `${fields.urgence.checked ? "urgence justifiée" : "sans urgence"}, ${fields.preinformation.checked ? "avec préinformation" : "sans préinformation"}. Droit au ${longDay(this.#data.lawDate).replace(/^\S+ /, "")}.`;
  }

  /** The page's own words for a stage or a mark, and its articles. */
  #cells(id) {
    const row = this.closest(".ci-planner").parentElement.querySelector(`[data-course="${CSS.escape(this.#plan?.course.id ?? this.#course.id)}"] [data-texts="${CSS.escape(id)}"]`);
    return { law: row?.querySelector("[data-basis-law]"), own: row?.querySelector("[data-basis-own]") };
  }

  #basis(id, legal, days) {
    const { law, own } = this.#cells(id);
    const article = law?.textContent.trim().replace(/\s+/g, " ");
    if (legal?.days === null || legal === undefined) return legal ? own?.textContent.trim() ?? "Durée libre." : article ?? "";
    return `${dayCount(legal.days)} au moins (${article})${days > legal.days ? ` ; vous en prenez ${days}` : ""}`;
  }

  #table() {
    const table = document.createElement("table");
    table.append(element("caption", written(`${this.#plan.course.title} : chaque date, dans l’ordre`)));
    const head = table.createTHead().insertRow();
    for (const title of ["Date", "Jalon", "Durée", "Fondement"]) {
      const cell = element("th", title);
      cell.scope = "col";
      head.append(cell);
    }
    const body = table.createTBody();
    for (const row of this.#rows) body.append(this.#line(row));
    const frame = element("div");
    frame.className = "ci-table ci-stack";
    frame.append(table);
    return frame;
  }

  #line(row) {
    const line = element("tr");
    line.dataset.kind = row.kind;
    const day = element("th", longDay(row.end));
    day.scope = "row";
    const name = labelled("Jalon", written(row.label));
    if (row.stage) name.append(" ", element("small", written(row.stage)));
    const stage = this.#plan.stages.find((one) => one.stage.id === row.id);
    const length = labelled("Durée", row.kind === "mark" || row.kind === "start" ? "—" : dayCount(row.days));
    if (row.slack) length.append(" ", element("small", `et ${row.slack} de marge`));
    if (stage && row.kind === "law") length.append(" ", element("small", written(`minimum légal : ${stage.legal.days}`)));
    const { law, own } = this.#cells(row.id);
    const basis = labelled("Fondement", "");
    if ((row.kind === "law" || row.kind === "mark") && law) basis.append(...copies(law));
    else if (row.kind === "own") basis.append(...(own ? [element("small", "Durée libre. "), ...copies(own)] : ["Durée libre."]));
    else basis.append("—");
    line.append(day, name, length, basis);
    return line;
  }

  #state() {
    const fields = this.#fields;
    const durations = Object.entries(this.#durations).map(([id, days]) => `${id}.${days}`).join("_");
    return {
      acheteur: fields.acheteur.value, voie: fields.voie.value, lieu: fields.lieu.value, sens: fields.sens.value, jour: fields.jour.value,
      ...Object.fromEntries(BOXES.map((name) => [name, fields[name].checked ? "1" : "0"])),
      ...(fields["preinformation-le"].value && { "preinformation-le": fields["preinformation-le"].value }), ...(durations && { durees: durations }),
    };
  }

  #act(action) {
    const stored = openCurrent();
    const name = `${fileStem(stored.read().name)}-retroplanning-${this.#plan?.signature}`;
    const { lawDate } = this.#data;
    const done = {
      reset: () => {
        this.#durations = {};
        this.#offerDurations();
        this.#show(true);
        return "Durées proposées reprises.";
      },
      ics: () => {
        const title = `${stored.read().name} : ${this.#plan.course.label}`;
        download(planToIcs(this.#rows, { title, series: `${stored.id}-${this.#plan.course.id}`, lawDate, stamp: new Date() }), `${name}.ics`);
        return `Fichier enregistré : ${name}.ics.`;
      },
      csv: () => {
        download(planToCsv(this.#rows), `${name}.csv`);
        return `Fichier enregistré : ${name}.csv.`;
      },
      print: () => {
        print();
        return "";
      },
      keep: () => {
        const dates = Object.fromEntries(this.#rows.map(({ id, label, end }) => [id, { label, day: end }]));
        stored.change([toolResult(TOOL, { state: this.#state(), start: this.#plan.start, signature: this.#plan.signature, dates, lawDate, at: new Date().toISOString() })]);
        return stored.refusal ? "Ce navigateur refuse de garder ce calendrier : imprimez-le ou exportez-le." : `Gardé dans le dossier « ${stored.read().name} ».`;
      },
    }[action]?.();
    if (done !== undefined) this.querySelector("[data-done]").textContent = written(done);
  }
}

function durationField(stage, legal, days) {
  const label = element("label");
  label.className = "ci-planner__duration";
  const field = document.createElement("input");
  Object.assign(field, { type: "number", min: 0, max: MOST_DAYS, step: 1, value: days, className: "ci-field" });
  field.dataset.stage = stage.id;
  const words = element("span", written(stage.label));
  words.append(" ", element("small", written(legal.days === null ? "libre" : `minimum légal : ${legal.days}`)));
  label.append(words, field);
  return label;
}

function figure(plan, rows) {
  const box = element("figure");
  box.className = "ci-figure-box";
  const caption = element("figcaption", written("Les pleins contiennent un délai légal ; les pointillés sont des durées libres. Le tableau dit chaque date."));
  box.append(drawPlan(plan, rows), caption);
  return box;
}

function copies(place) {
  return [...place.cloneNode(true).childNodes];
}

function labelled(label, text) {
  const cell = element("td", text);
  cell.dataset.label = label;
  return cell;
}

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Chooses `value` in `select` when it is one of its own; says whether it was. */
function pick(select, value) {
  const known = [...select.options].some((option) => option.value === value);
  if (known) select.value = value;
  return known;
}

/** « analyser.21_attester.5 », from a link: what is not a stage and a number of days is left out. */
function readDurations(text) {
  const found = Object.create(null);
  if (typeof text !== "string") return found;
  for (const part of text.slice(0, 600).split("_")) {
    const [, id, days] = /^([a-z0-9-]{1,80})\.(\d{1,3})$/.exec(part) ?? [];
    if (id && isDuration(+days)) found[id] = +days;
  }
  return found;
}

customElements.define("ci-retroplanning", Planner);
