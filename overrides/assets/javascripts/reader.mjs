/**
 * <ci-relecteur>: rereads an order with the rules of their page. The text comes from the reader, from one of her files, from the workshop of
 * her dossier; it leaves neither the page nor, unless she asks, her screen.
 */

import { openCurrent } from "./case-file-shelf.mjs";
import { nice } from "./case-file-words.mjs";
import { MOST_SIGNS, plainWords } from "./plain-words.mjs";
import { asideLine, missingCard, remarkCard, strengthCard } from "./reader-cards.mjs";
import { adviceWords, findings, summaryWords } from "./reader-findings.mjs";
import { forgetReading, isKept, keepReading, keptReading } from "./reader-keeping.mjs";
import { mountMoves, move } from "./reader-moves.mjs";
import { loadRules } from "./reader-rules.mjs";
import { exampleText, openedFile, workshopText, writtenFile } from "./reader-sources.mjs";
import { showText } from "./reader-text.mjs";
import { compileRules, reread } from "./rereading.mjs";

const WORKSHOP = "atelier";
const FROM_WORKSHOP = "#atelier";
/* A phone says that it has printed before it has drawn anything. */
const TOUCH_ONLY = matchMedia("(hover: none) and (pointer: coarse)");

class Reader extends HTMLElement {
  #stored = openCurrent();
  #rules = null; /* once fetched */
  #compiled = null;
  #dismissed = new Set();
  #text = ""; /* as reread */
  #before = "";
  #name = "";
  #found = null;
  #shown = null;
  #life = null;

  connectedCallback() {
    if (this.#life) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.hidden = false;
    const kept = keptReading(this.#stored);
    this.#dismissed = kept.dismissed;
    if (location.hash === FROM_WORKSHOP) this.#takeOrder();
    else if (kept.text && !this.#field.value) this.#receive(kept.text, "Texte gardé dans le dossier.");
    this.#part("form").addEventListener("submit", (event) => { event.preventDefault(); this.#reread(); }, { signal });
    this.#part("file").addEventListener("change", ({ target }) => this.#open(target.files[0]), { signal });
    this.#field.addEventListener("input", () => this.#typed(), { signal });
    this.#field.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault(), { signal });
    this.#field.addEventListener("drop", (event) => this.#dropped(event), { signal });
    this.addEventListener("click", (event) => this.#act(event.target.closest("button")), { signal });
    mountMoves(this.#part("result"), signal);
    addEventListener("hashchange", () => location.hash === FROM_WORKSHOP && this.#takeOrder(), { signal });
    addEventListener("beforeprint", () => this.#facts(), { signal });
    addEventListener("afterprint", () => TOUCH_ONLY.matches || forgetPrinting(), { signal });
    this.querySelector("[data-action=workshop]").hidden = !this.#stored.read().tools[WORKSHOP];
    this.querySelector("[data-action=example]").hidden = !exampleText();
    this.#showKept();
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

  /** What was there before is one button away. */
  #receive(text, words) {
    const before = this.#field.value;
    if (before.trim() && before !== text) this.#before = before;
    this.querySelector("[data-action=back]").hidden = !this.#before;
    this.#field.value = text;
    this.#say("opened", words);
    this.#typed();
  }

  async #open(file) {
    if (!file) return;
    this.#say("opened", `Ouverture de « ${file.name.slice(0, 80)} »…`);
    const found = await openedFile(file);
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

  async #takeOrder() {
    const order = await workshopText(this.#stored, this.dataset.outline);
    if (!order) return this.#say("opened", "Le dossier courant n’a pas de commande dans l’atelier : commencez-la, ou collez un texte ici.");
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

  async #reread() {
    if (!this.#field.value.trim()) return this.#refuse("Il n’y a rien à relire : collez un texte, ou ouvrez un fichier.");
    if (!this.#rules) this.#say("said", "Relecture en cours…");
    try {
      this.#rules ??= await loadRules(new URL(this.dataset.rules, document.baseURI));
    } catch {
      return this.#refuse("Les règles n’ont pas pu être lues : vérifiez votre connexion, puis recommencez. Votre texte est intact.");
    }
    const { text, stripped } = plainWords(this.#field.value);
    if (!text) return this.#refuse("Il n’y a rien à relire : collez un texte, ou ouvrez un fichier.");
    if (text.length > MOST_SIGNS) return this.#refuse("Ce texte dépasse un million de signes, soit trois cents pages : relisez-le partie par partie.");
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
    this.#say("advice", adviceWords(shown));
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
      workshop: () => this.#takeOrder(),
      clear: () => this.#clear(),
      back: () => { this.#name = ""; this.#receive(this.#before, "Texte précédent remis."); },
      dismiss: () => this.#setAside(keys.split(" "), pressed),
      restore: () => this.#takeBack(keys.split(" ")),
      next: () => move(this, 1),
      previous: () => move(this, -1),
      print: () => this.#print(),
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
    this.#receive("", "");
    this.#part("result").hidden = true;
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
    const name = await writtenFile(format, { shown: this.#shown, text: this.#text, title: this.#title, dossier: this.#stored.read().name, lawDate: this.dataset.lawDate });
    this.#say("done", name ? `Fichier enregistré : ${name}.` : "Le fichier n’a pas pu être fait ; essayez l’autre format, ou imprimez la relecture.");
  }

  get #title() {
    return this.#name ? `Relecture : ${this.#name}` : "Relecture d’une commande";
  }

  /** The rereading alone; the browser's own menu prints the whole page. */
  #print() {
    document.documentElement.dataset.print = "reading";
    if (TOUCH_ONLY.matches) addEventListener("pointerdown", forgetPrinting, { once: true });
    print();
  }

  #facts() {
    if (this.#shown) this.#say("facts", `${this.#title}. État du droit au ${this.dataset.lawDate}.`);
  }

  #keep() {
    this.#say("kept", keepReading(this.#stored, this.#dismissed, this.#part("with-text").checked ? this.#text : ""));
    this.#showKept();
  }

  #forget() {
    this.#say("kept", forgetReading(this.#stored));
    this.#showKept();
  }

  #showKept() {
    this.querySelector("[data-action=forget]").hidden = !isKept(this.#stored);
  }
}

function forgetPrinting() {
  delete document.documentElement.dataset.print;
}

customElements.define("ci-relecteur", Reader);
