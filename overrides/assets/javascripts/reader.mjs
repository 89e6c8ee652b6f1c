/**
 * <ci-relecteur>: rereads an order with the rules of the page. The text comes from the reader, from one of her files, from the workshop of
 * her dossier; it leaves neither the page nor, unless she asks, her screen.
 */

import { openCurrent } from "./case-file-shelf.mjs";
import { LIMITS, toolResult } from "./case-file.mjs";
import { NOTICES, nice } from "./case-file-words.mjs";
import { openText } from "./open-text.mjs";
import { MOST_SIGNS, plainWords } from "./plain-words.mjs";
import { asideLine, missingCard, remarkCard, strengthCard } from "./reader-cards.mjs";
import { findings, summaryWords } from "./reader-findings.mjs";
import { mountMoves, move } from "./reader-moves.mjs";
import { readingView } from "./reader-paper.mjs";
import { rulesOf } from "./reader-rules.mjs";
import { MOST_KEPT, cleanReading, readingToKeep } from "./reader-state.mjs";
import { showText } from "./reader-text.mjs";
import { workshopOrder } from "./reader-workshop.mjs";
import { compileRules, reread } from "./rereading.mjs";

const TOOL = "relecteur";
const FROM_WORKSHOP = "#atelier";

class Reader extends HTMLElement {
  #stored = openCurrent();
  #rules = rulesOf();
  #compiled = null;
  #dismissed = new Set();
  #text = ""; /* as reread */
  #name = "";
  #found = null;
  #shown = null;
  #life = null;

  connectedCallback() {
    if (this.#life) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.hidden = false;
    const kept = cleanReading(this.#stored.read().tools[TOOL]);
    this.#dismissed = kept.dismissed;
    if (kept.text && !this.#field.value) this.#receive(kept.text, "Texte gardé dans le dossier.");
    this.#part("form").addEventListener("submit", (event) => { event.preventDefault(); this.#reread(); }, { signal });
    this.#part("file").addEventListener("change", ({ target }) => this.#open(target.files[0]), { signal });
    this.#field.addEventListener("input", () => this.#typed(), { signal });
    this.#field.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault(), { signal });
    this.#field.addEventListener("drop", (event) => this.#dropped(event), { signal });
    this.addEventListener("click", (event) => this.#act(event.target.closest("button")), { signal });
    mountMoves(this.#part("result"), signal);
    addEventListener("hashchange", () => location.hash === FROM_WORKSHOP && this.#takeOrder(true), { signal });
    addEventListener("beforeprint", () => this.#facts(), { signal });
    addEventListener("afterprint", () => { delete document.documentElement.dataset.print; }, { signal });
    this.querySelector("[data-action=workshop]").hidden = !workshopOrder(this.#stored, this.dataset.outline);
    this.querySelector("[data-action=example]").hidden = !exampleText();
    this.#showKept();
    if (location.hash === FROM_WORKSHOP) this.#takeOrder(!this.#field.value);
    this.toggleAttribute("data-ready", true);
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#life = null;
  }

  get #field() {
    return this.#part("text");
  }

  #part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  #list(name) {
    return this.querySelector(`[data-list=${name}]`);
  }

  #say(place, words) {
    this.#part(place).textContent = nice(words);
  }

  /* --- A text comes in ---------------------------------------------------------------------------------------------------------- */

  #receive(text, words) {
    this.#field.value = text;
    this.#say("opened", words);
    this.#typed();
  }

  async #open(file) {
    if (!file) return;
    this.#say("opened", `Ouverture de « ${file.name.slice(0, 80)} »…`);
    const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null);
    const found = bytes ? await openText(file.name, bytes) : { refusal: `« ${file.name.slice(0, 80)} » n’a pas pu être lu : il a peut-être été déplacé. Choisissez-le de nouveau.` };
    this.#part("file").value = ""; /* so that the same file may be chosen again */
    if (found.refusal) return this.#say("opened", found.refusal);
    this.#name = file.name.replace(/\.[a-z0-9]{1,8}$/i, "").slice(0, 80);
    this.#receive(found.text, `« ${file.name.slice(0, 80)} » est ouvert. ${found.remark}`);
    this.#reread();
  }

  #dropped(event) {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    this.#open(file);
  }

  #takeOrder(read) {
    const order = workshopOrder(this.#stored, this.dataset.outline);
    if (!order) return this.#say("opened", "Le dossier courant n’a pas de commande dans l’atelier : commencez-la, ou collez un texte ici.");
    if (!read && this.#field.value.trim()) return;
    this.#name = this.#stored.read().name;
    this.#receive(order, `Commande de l’atelier, dossier « ${this.#stored.read().name} ».`);
    this.#reread();
  }

  #typed() {
    if (!this.#found) return;
    const changed = this.#field.value !== this.#text;
    this.#say("said", changed ? "Le texte a changé depuis la relecture : relisez-le de nouveau." : "");
  }

  /* --- It is reread ------------------------------------------------------------------------------------------------------------- */

  #reread() {
    const { text, stripped } = plainWords(this.#field.value);
    if (!text) return this.#refuse("Il n’y a rien à relire : collez un texte, ou ouvrez un fichier.");
    if (text.length > MOST_SIGNS) return this.#refuse("Ce texte dépasse un million de signes, soit trois cents pages : relisez-le partie par partie.");
    if (!this.#rules.size) return this.#refuse("Les règles de cette page n’ont pas pu être lues : rechargez-la.");
    this.#field.value = text;
    this.#text = this.#field.value;
    this.#compiled ??= compileRules([...this.#rules.values()]);
    this.#found = reread(this.#text, this.#compiled);
    if (stripped) this.#say("opened", "Les balises ont été retirées : vérifiez qu’il ne manque rien.");
    this.#say("said", "");
    this.#render();
    this.#part("result").hidden = false;
    this.#part("title").focus();
  }

  #refuse(words) {
    this.#say("said", words);
    this.#field.focus();
  }

  #render() {
    const shown = findings(this.#text, this.#found, this.#rules, this.#dismissed);
    this.#shown = shown;
    this.#say("summary", summaryWords(shown));
    this.#fill("remarks", shown.remarks, remarkCard);
    this.#fill("missing", shown.missing, missingCard);
    this.#fill("strengths", shown.strengths, strengthCard);
    this.#list("aside").replaceChildren(...shown.setAside.map(asideLine));
    this.#part("aside").hidden = !shown.setAside.length;
    this.#say("aside-title", `Remarques écartées : ${shown.setAside.length}`);
    showText(this.#part("marked"), this.#text, shown.marks);
    this.#part("more").hidden = !shown.more;
    this.#say("more", shown.more ? `Le texte ne montre que les ${shown.marks.length} premiers passages ; ${shown.more} autres ne sont pas marqués.` : "");
    for (const action of ["previous", "next"]) this.querySelector(`[data-action=${action}]`).hidden = !shown.marks.length;
    this.#say("done", "");
  }

  #fill(name, entries, card) {
    this.#list(name).replaceChildren(...entries.map(card));
    this.#list(name).hidden = !entries.length;
    this.querySelector(`[data-none=${name}]`).hidden = entries.length > 0;
  }

  /* --- The reader answers ------------------------------------------------------------------------------------------------------- */

  #act(pressed) {
    const { action, keys = "" } = pressed?.dataset ?? {};
    const acts = {
      example: () => { this.#name = ""; this.#receive(exampleText(), "Exemple inventé, pris plus bas dans la page."); this.#reread(); },
      workshop: () => this.#takeOrder(true),
      clear: () => this.#clear(),
      dismiss: () => this.#setAside(keys.split(" "), pressed),
      restore: () => this.#takeBack(keys.split(" ")),
      next: () => move(this, 1),
      previous: () => move(this, -1),
      print: () => { document.documentElement.dataset.print = "reading"; print(); },
      docx: () => this.#export("docx"),
      md: () => this.#export("md"),
      keep: () => this.#keep(),
      forget: () => this.#forget(),
    };
    if (action && Object.hasOwn(acts, action)) acts[action]();
  }

  #clear() {
    this.#found = this.#shown = null;
    this.#text = this.#name = "";
    this.#field.value = "";
    this.#part("result").hidden = true;
    this.#say("opened", "");
    this.#say("said", "Texte effacé.");
    this.#field.focus();
  }

  #setAside(keys, pressed) {
    const cards = [...this.querySelectorAll(".ci-remark")];
    const rank = cards.indexOf(pressed.closest(".ci-remark"));
    for (const key of keys) this.#dismissed.add(key);
    this.#render();
    const left = this.#shown.remarks.length + this.#shown.missing.length;
    this.#say("done", `Écarté. ${left ? `Il reste ${left} remarque${left > 1 ? "s" : ""}.` : "Il ne reste aucune remarque."}`);
    ([...this.querySelectorAll(".ci-remark")][rank] ?? this.querySelector("[data-heading=remarks]")).focus();
  }

  #takeBack(keys) {
    for (const key of keys) this.#dismissed.delete(key);
    this.#render();
    this.#say("done", "Remarque reprise.");
    const id = keys[0].split(":")[0];
    this.querySelector(`#remarque-${CSS.escape(id)}`)?.focus();
  }

  /* --- It goes out -------------------------------------------------------------------------------------------------------------- */

  async #export(format) {
    const { exportReading } = await import("./export-reading.mjs").catch(() => ({ exportReading: () => null }));
    const name = await exportReading(format, this.#view());
    this.#say("done", name ? `Fichier enregistré : ${name}.` : "Le fichier n’a pas pu être fait ; essayez l’autre format, ou imprimez la relecture.");
  }

  #view() {
    return readingView({ shown: this.#shown, text: this.#text, name: this.#name, dossier: this.#stored.read().name, lawDate: this.dataset.lawDate, address: location.origin + location.pathname });
  }

  #facts() {
    if (this.#shown) this.#say("facts", `${this.#view().title}. État du droit au ${this.dataset.lawDate}.`);
  }

  #keep() {
    const withText = this.#part("with-text").checked;
    if (withText && this.#text.length > MOST_KEPT) return this.#say("kept", `Ce texte est trop long pour être gardé ici (plus de ${MOST_KEPT} signes) : gardez votre fichier, et seulement ce que vous avez écarté.`);
    const value = readingToKeep(this.#dismissed, withText ? this.#text : "");
    if (JSON.stringify(value).length > LIMITS.tool) return this.#say("kept", "C’est trop long pour être gardé : gardez votre fichier, et seulement ce que vous avez écarté.");
    this.#write(value, `Gardé dans le dossier « ${this.#stored.read().name} », ${withText ? "avec le texte" : "sans le texte"}.`);
  }

  #forget() {
    this.#write(null, "Plus rien n’est gardé de cette relecture.");
  }

  #write(value, words) {
    this.#stored.prepare();
    this.#stored.change([toolResult(TOOL, value)]);
    const reason = this.#stored.refusal;
    this.#say("kept", reason ? NOTICES[reason] : words);
    this.#showKept();
  }

  #showKept() {
    this.querySelector("[data-action=forget]").hidden = !this.#stored.read().tools[TOOL];
  }
}

/** The closed order that the page prints for everyone. */
function exampleText() {
  const box = document.querySelector("#exemple ~ .admonition");
  return [...(box?.querySelectorAll("p:not(.admonition-title)") ?? [])].map((paragraph) => paragraph.textContent.trim()).join("\n\n");
}

customElements.define("ci-relecteur", Reader);
