/**
 * <ci-poids>: offers, marks and weights, and what the price's weight does to the ranking. The first example, the names of the formulas and
 * the reasons of the warnings are read in the page. What is typed leaves for the dossier on the click, and nowhere else.
 */

import { openCurrent } from "./case-file-shelf.mjs";
import { toolResult } from "./case-file.mjs";
import { download, fileStem } from "./file-name.mjs";
import { written } from "./planner-words.mjs";
import { drawForm, markProblems, nameFields, readForm } from "./weights-form.mjs";
import { drawWeights, scaleWords } from "./weights-drawing.mjs";
import { weightsToCsv } from "./weights-files.mjs";
import { fromWorkshop, readGrid, readState, seemsGreen } from "./weights-reading.mjs";
import { formulasTable, legend, pointsTable, spreadsTable, sweepTable } from "./weights-tables.mjs";
import { figure, rankingWords, tippingWords, warningWords, winnersWords } from "./weights-words.mjs";
import { FORMULAS, pointsOf, priceWeightOf, tippingOf, totalsAt, warningsOf, winnersOf } from "./weights.mjs";

const TOOL = "poids";
const WORKSHOP = "atelier";

class Weights extends HTMLElement {
  #form;
  #grid = null;
  #seen = null;

  connectedCallback() {
    if (this.#form) return;
    this.#form = this.querySelector("[data-form]");
    this.#form.elements.formula.replaceChildren(...FORMULAS.map((formula) => new Option(formulaName(formula), formula)));
    const { tools } = openCurrent().read();
    drawForm(this.#form, readState(tools[TOOL]) ?? exampleOf(document));
    this.querySelector('[data-action="workshop"]').hidden = !fromWorkshop(tools[WORKSHOP]);
    this.hidden = false;
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("change", (event) => this.#meet(event.target));
    this.#slider.addEventListener("input", () => this.#look(this.#slider.valueAsNumber));
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-action]");
      if (button) this.#act(button.dataset.action, button);
    });
    this.#show();
    this.dataset.ready = "";
  }

  get #slider() {
    return this.querySelector('[name="seen"]');
  }

  #meet(field) {
    const rank = /^c-(\d+)$/.exec(field.dataset.key ?? "")?.[1];
    if (rank !== undefined && seemsGreen(field.value)) this.#form.querySelector(`[data-key="g-${rank}"]`).checked = true;
    nameFields(this.#form);
    this.#show();
  }

  #show() {
    const { grid, problems } = readGrid(readForm(this.#form));
    this.#grid = grid;
    this.#seen = null;
    markProblems(this.#form, problems);
    this.#fill("problems", problems.map(({ text }) => element("li", written(text))));
    for (const name of ["points", "spreads", "drawing", "sweep", "formulas", "warnings", "tipping"]) this.#fill(name, []);
    for (const name of ["slider", "actions"]) this.querySelector(`[data-${name}]`).hidden = !grid;
    this.#fill("whatif", []);
    this.#fill("done", []);
    this.querySelector("[data-sum]").textContent = figure(sumOf(readForm(this.#form)));
    this.#fill("said", [grid ? written(rankingWords(this.#names, pointsOf(grid))) : "Aucun calcul pour l’instant. À mettre au point d’abord :"]);
    if (!grid) return;
    this.#fill("tipping", [this.#summary]);
    this.#fill("warnings", warningsOf(grid).map(warningItem));
    this.#fill("points", [pointsTable(grid, written(`Les points, avec la formule « ${formulaName(grid.formula)} »`))]);
    this.#fill("spreads", [spreadsTable(grid)]);
    this.#fill("sweep", [sweepTable(grid)]);
    this.#fill("formulas", [formulasTable(grid, formulaLink)]);
    this.#look(priceWeightOf(grid), false);
  }

  /** Looks at another weight of the price, the grid staying what it is. */
  #look(weight, asked = true) {
    if (!this.#grid) return;
    const words = rankingWords(this.#names, totalsAt(this.#grid, weight));
    this.#slider.value = weight;
    this.#slider.setAttribute("aria-valuetext", written(`${figure(weight)} sur cent. ${words}`));
    this.querySelector("[data-seen]").textContent = figure(weight);
    if (asked) this.#fill("whatif", [written(`À ${figure(weight)} : ${words}`)]);
    this.#fill("drawing", [figureOf(this.#grid, weight, this.#summary)]);
  }

  get #names() {
    return this.#grid.offers.map(({ name }) => name);
  }

  get #summary() {
    return written(`${winnersWords(winnersOf(this.#grid), this.#names)} ${tippingWords(tippingOf(this.#grid), this.#names)}`.trim());
  }

  #fill(name, children) {
    this.querySelector(`[data-${name}]`).replaceChildren(...children);
  }

  #redraw(state, focus) {
    drawForm(this.#form, state);
    this.#show();
    this.#form.querySelector(`[data-key="${focus}"]`)?.focus();
  }

  #act(action, button) {
    const state = readForm(this.#form);
    const rank = Number(button.dataset.rank);
    const stored = openCurrent();
    const done = {
      "add-criterion": () => this.#redraw({ ...state, criteria: [...state.criteria, { name: "", weight: "0", green: false }], offers: state.offers.map((offer) => ({ ...offer, marks: [...offer.marks, ""] })) }, `c-${state.criteria.length}`),
      "remove-criterion": () => this.#redraw({ ...state, criteria: without(state.criteria, rank), offers: state.offers.map((offer) => ({ ...offer, marks: without(offer.marks, rank) })) }, state.criteria.length > 1 ? `c-${Math.max(0, rank - 1)}` : "price"),
      "add-offer": () => this.#redraw({ ...state, offers: [...state.offers, { name: "", price: "", marks: state.criteria.map(() => "") }] }, `o-${state.offers.length}`),
      "remove-offer": () => this.#redraw({ ...state, offers: without(state.offers, rank) }, `o-${Math.max(0, rank - 1)}`),
      example: () => this.#redraw(exampleOf(document), "scale"),
      workshop: () => {
        const taken = fromWorkshop(stored.read().tools[WORKSHOP]);
        if (!taken) return "L’atelier de ce dossier n’a pas de critères.";
        this.#redraw({ ...state, ...taken, offers: state.offers.map((offer) => ({ ...offer, marks: taken.criteria.map(({ name }) => offer.marks[state.criteria.findIndex((one) => one.name === name)] ?? "") })) }, "c-0");
        return "Critères de l’atelier repris : notez maintenant chaque offre.";
      },
      csv: () => {
        const name = `${fileStem(stored.read().name)}-poids-des-criteres.csv`;
        download(weightsToCsv(this.#grid, formulaName), name);
        return `Fichier enregistré : ${name}.`;
      },
      print: () => print(),
      keep: () => {
        stored.change([toolResult(TOOL, { ...state, at: new Date().toISOString() })]);
        return stored.refusal ? "Ce navigateur refuse de garder cette grille : imprimez-la ou exportez-la." : `Grille gardée dans le dossier « ${stored.read().name} ».`;
      },
    }[action]?.();
    if (typeof done === "string") this.#fill("done", [written(done)]);
  }
}

/** The first example: a table of the page, its heads the criteria, its first line the weights, the price last. */
function exampleOf(page) {
  const [heads, weights, ...offers] = [...page.querySelector("#exemple ~ .admonition.exemple table").rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
  const criteria = heads.slice(1, -1).map((name, column) => ({ name, weight: weights[column + 1], green: seemsGreen(name) }));
  return { formula: FORMULAS[0], scale: "10", price: weights.at(-1), criteria, offers: offers.map((cells) => ({ name: cells[0], price: cells.at(-1), marks: cells.slice(1, -1) })) };
}

function formulaName(formula) {
  return document.getElementById(`formule-${formula}`)?.firstChild.textContent.trim() ?? formula;
}

function formulaLink(formula) {
  const link = element("a", formulaName(formula));
  link.href = `#formule-${formula}`;
  return link;
}

/** What this grid does, then the page's own reason with its sources. */
function warningItem(warning) {
  const item = element("li", "");
  item.append(element("strong", written(warningWords(warning))), " ");
  const reason = document.getElementById(`avis-${warning.id}`);
  if (reason) {
    const copy = reason.cloneNode(true);
    copy.querySelector("strong").remove(); /* its title: we have just said it with figures */
    item.append(...copy.childNodes);
  }
  return item;
}

function figureOf(grid, weight, caption) {
  const box = element("figure", "");
  box.className = "ci-figure-box";
  box.append(drawWeights(grid, weight, caption), legend(grid), element("figcaption", written(scaleWords(grid))));
  return box;
}

function sumOf({ price, criteria }) {
  return [price, ...criteria.map(({ weight }) => weight)].reduce((sum, typed) => sum + (Number(typed.replace(",", ".")) || 0), 0);
}

function without(list, rank) {
  return list.filter((one, place) => place !== rank);
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

customElements.define("ci-poids", Weights);
