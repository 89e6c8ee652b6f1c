/**
 * <ci-case-files>: the page « Mes dossiers ». It joins its parts: the lists filled with the open dossier, the shelf, the exports, the
 * exchanges. Every action says in a sentence what it did, and what removes can be undone.
 */

import { showName } from "./case-file-banner.mjs";
import * as shelf from "./case-file-shelf.mjs";
import { openCaseFile } from "./case-file-store.mjs";
import { LIMITS, measure, renameItems, writeCaseFile } from "./case-file.mjs";
import { buildView } from "./case-file-view.mjs";
import { NOTICES, amount, longDay, nice } from "./case-file-words.mjs";
import { Incoming } from "./case-files-incoming.mjs";
import { FolderLists } from "./case-files-lists.mjs";
import { renderShelf } from "./case-files-shelf.mjs";
import { fileName, fileText, openExchanged, tooLarge } from "./exchange-file.mjs";
import { download } from "./file-name.mjs";
import { LONG, TOO_LONG, canShare, isFragment, packFragment, unpackFragment } from "./share-link.mjs";
import { watchKeys } from "./storage.mjs";

const page = document.querySelector(".md-content article") ?? document.body;

class CaseFiles extends HTMLElement {
  #stored;
  #lists;
  #incoming;
  #undo = null;
  #life = null;

  connectedCallback() {
    this.#lists = new FolderLists(page);
    this.#incoming = new Incoming(desk("incoming"), {
      lists: this.#lists.lists,
      current: () => this.#stored.id,
      finish: (words, undo) => this.#received(words, undo),
    });
    page.addEventListener("click", (event) => this.#meetClick(event));
    page.addEventListener("change", (event) => this.#meetChange(event.target));
    watchKeys((name) => (name === null || name.startsWith("v2:")) && this.#renderShelf());
    addEventListener("hashchange", () => this.#meetLink());
    this.#mountDialogs();
    this.#open(shelf.openCurrent().id);
    page.classList.add("ci-ready");
    this.toggleAttribute("data-ready", true);
    this.#meetLink();
  }

  #open(id) {
    this.#life?.abort();
    this.#life = new AbortController();
    this.#stored = openCaseFile(id);
    this.#stored.prepare();
    this.#migrate();
    this.#stored.watch(() => this.#render(), this.#life.signal);
    this.#render();
    this.#filter();
  }

  /** Renamed items take their answers along. */
  #migrate() {
    const caseFile = this.#stored.read();
    const former = this.#lists.lists.filter(({ id, aliases }) => renameItems(caseFile.lists[id], aliases));
    if (former.length) this.#stored.change(former.map(({ id, aliases }) => ({ kind: "aliases", list: id, aliases, at: "" })));
  }

  #render() {
    const caseFile = this.#stored.read();
    const { done, total } = this.#lists.render(caseFile, page);
    const { answers } = measure(caseFile);
    write(find("count"), nice(`${done} sur ${amount(total, "# élément examiné", "# éléments examinés")}`));
    const archived = caseFile.archived ? `, archivé le ${longDay(caseFile.archived)}` : "";
    write(find("dates"), nice(answers ? ` · modifié le ${longDay(caseFile.changed)}${archived}` : archived));
    write(button("archive"), caseFile.archived ? "Désarchiver" : "Archiver");
    showName(page, caseFile.name);
    const reason = this.#stored.refusal ?? this.#stored.damage;
    write(find("notice"), reason ? nice(NOTICES[reason]) : "");
    find("rescue").hidden = reason !== "gone";
    if (this.#undo?.stillValid && !this.#undo.stillValid()) this.#offerUndo(null);
    this.#renderShelf();
  }

  #renderShelf() {
    const focused = document.activeElement?.dataset?.do && { ...document.activeElement.dataset };
    renderShelf(desk("shelf"), this.#stored.id, this.#stored.read().name);
    if (!focused || desk("shelf").contains(document.activeElement)) return;
    const same = desk("shelf").querySelector(`[data-do="${CSS.escape(focused.do)}"][data-id="${CSS.escape(focused.id)}"]`);
    (same ?? button("create")).focus();
  }

  #meetClick(event) {
    const target = event.target.closest("[data-action], [data-do], [data-export]");
    if (!target || event.detail > 1) return;
    if (target.dataset.export) this.#export(target.dataset.export);
    else if (target.dataset.do) this.#onShelf(target.dataset.do, target.dataset.id);
    else ACTIONS[target.dataset.action]?.(this);
  }

  #meetChange(control) {
    if (control.matches("select[data-filter]")) write(find("shown"), this.#filter());
    if (control.matches("[data-file]")) this.#readFile(control);
  }

  #filter() {
    return this.#lists.filter(this.#stored.read());
  }

  /* What is said, and taken back -------------------------------------------------------------------------------------------------- */

  #say(words, undo = null) {
    write(find("said"), nice(words));
    this.#offerUndo(undo);
  }

  #offerUndo(undo) {
    this.#undo = undo;
    find("undo").hidden = undo === null;
    if (undo) button("undo").textContent = undo.label;
  }

  takeBack() {
    const undo = this.#undo;
    this.#say("C’est annulé : tout est comme avant.");
    undo?.run();
    find("said").scrollIntoView({ block: "nearest" });
  }

  /** `refusal` as the storage gives it; says `words` when there is none. */
  #report(refusal, words, undo) {
    if (refusal) this.#say(NOTICES[refusal]);
    else this.#say(words, undo);
    return !refusal;
  }

  /* The open dossier, and the shelf ------------------------------------------------------------------------------------------------ */

  async create() {
    const name = await this.#askName("Nouveau dossier", "");
    if (name === null) return;
    const { id, refusal } = shelf.create(name);
    if (this.#report(refusal, `« ${name} » est créé, et ouvert.`)) this.#choose(id);
  }

  async rename() {
    const name = await this.#askName("Renommer le dossier", this.#stored.read().name);
    if (name === null) return;
    this.#report(shelf.rename(this.#stored.id, name), `Le dossier s’appelle maintenant « ${name} ».`);
  }

  async duplicate() {
    const name = await this.#askName("Nom de la copie", `${this.#stored.read().name.slice(0, LIMITS.name - 8)} (copie)`);
    if (name === null) return;
    const { id, refusal } = shelf.duplicate(this.#stored.id, name);
    if (this.#report(refusal, `« ${name} » est une copie, et il est ouvert.`)) this.#choose(id);
  }

  archive() {
    const { id } = this.#stored;
    const { name, archived } = this.#stored.read();
    const words = archived ? `« ${name} » n’est plus archivé.` : `« ${name} » est archivé : il reste ici, et n’est plus proposé sur les listes.`;
    this.#report(shelf.archive(id, !archived), words);
  }

  remove() {
    const { id } = this.#stored;
    const { name } = this.#stored.read();
    const refusal = shelf.remove(id);
    const undo = { label: "Annuler la suppression", run: () => this.#choose(shelf.restore(id).id) };
    const kept = shelf.listRemoved().some((one) => one.id === id);
    if (this.#report(refusal, kept ? `« ${name} » est supprimé. Il peut être remis pendant trente jours.` : `« ${name} » était vide : il n’y avait rien à supprimer.`, kept ? undo : null)) {
      this.#open(shelf.openCurrent().id);
      (kept ? button("undo") : button("create")).focus();
    }
  }

  writeBack() {
    this.#report(this.#stored.writeBack(), "Le dossier est remis : ce que cette page savait est gardé de nouveau.");
  }

  #choose(id) {
    shelf.choose(id);
    this.#open(id);
  }

  #onShelf(action, id) {
    const nameOf = () => shelf.listCaseFiles().find((one) => one.id === id)?.name ?? "";
    if (action === "open") {
      this.#choose(id);
      this.#say(`« ${nameOf()} » est ouvert.`);
      document.getElementById("ouvert")?.scrollIntoView();
    }
    if (action === "unarchive") this.#report(shelf.archive(id, false), `« ${nameOf()} » n’est plus archivé.`);
    if (action === "restore") {
      const { refusal, id: restored } = shelf.restore(id);
      this.#report(refusal, `« ${shelf.listCaseFiles().find((one) => one.id === restored)?.name} » est remis.`);
    }
    if (action === "purge") this.#report((shelf.purge(id), null), "Le dossier est effacé pour de bon.");
    if (action === "purge-unreadable") this.#report((shelf.purgeUnreadable(id), null), "Le contenu illisible est effacé.");
    if (action === "save-unreadable") this.#saveUnreadable(id);
    this.#renderShelf();
  }

  #saveUnreadable(name) {
    const found = shelf.listUnreadable().find((one) => one.name === name);
    if (found) download(new Blob([found.source], { type: "text/plain" }), "contenu-illisible.txt");
  }

  /* Dialogs ------------------------------------------------------------------------------------------------------------------------ */

  #mountDialogs() {
    for (const dialog of page.querySelectorAll("dialog")) {
      dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close(""));
    }
    find("erase").addEventListener("click", () => this.#eraseAll());
  }

  /** The name the reader typed, or null when they changed their mind. */
  #askName(title, proposed) {
    const dialog = find("name-dialog");
    const field = find("name");
    find("name-title").textContent = title;
    write(find("name-error"), "");
    field.value = proposed;
    dialog.returnValue = "";
    dialog.showModal();
    field.select();
    return new Promise((resolve) => {
      const form = dialog.querySelector("form");
      const submit = (event) => {
        event.preventDefault();
        if (field.value.trim()) dialog.close("ok");
        else write(find("name-error"), "Donnez un nom au dossier : quelques mots, comme « Accueil de la médiathèque ».");
      };
      form.noValidate = true;
      form.addEventListener("submit", submit);
      dialog.addEventListener("close", () => {
        form.removeEventListener("submit", submit);
        resolve(dialog.returnValue === "ok" ? field.value.replace(/\s+/g, " ").trim() : null);
      }, { once: true });
    });
  }

  askErase() {
    const count = shelf.listCaseFiles().length;
    find("erase-words").textContent = nice(`${amount(count, "# dossier sera effacé", "# dossiers seront effacés")} de ce navigateur, avec les notes, les archives et les dossiers supprimés. Cela ne se défait pas. Rien d’un autre site n’est touché. Pour garder une trace, annulez et enregistrez un fichier.`);
    find("erase-dialog").showModal();
  }

  #eraseAll() {
    find("erase-dialog").close("");
    shelf.eraseAll();
    this.#open(shelf.openCurrent().id);
    this.#say("Tout est effacé de ce navigateur : dossiers, notes, archives.");
    button("create").focus();
  }

  /* Exports and exchanges ----------------------------------------------------------------------------------------------------------- */

  #view() {
    const caseFile = this.#stored.read();
    const chosen = new Set([...page.querySelectorAll("[data-choose]:checked")].map((box) => box.value));
    const lists = this.#lists.lists.filter(({ id }) => chosen.has(id));
    if (!lists.length) return null;
    const blank = find("blank").checked;
    return buildView({ title: blank ? "Listes à remplir" : caseFile.name, caseFile, lists, lawDate: this.dataset.lawDate, blank });
  }

  #withView(use) {
    const view = this.#view();
    write(find("export-error"), view ? "" : nice("Aucune liste n’est choisie : cochez-en au moins une ci-dessus."));
    if (!view) find("choose").focus();
    return view && use(view).catch(() => write(find("export-error"), nice("Cela n’a pas pu se faire. Vos réponses sont intactes ; essayez un autre format.")));
  }

  #export(kind) {
    return this.#withView(async (view) => {
      const { exportAs } = await import("./exports.mjs");
      const file = await exportAs(kind, view);
      if (!file) throw new Error("no file");
      this.#say(`Fichier enregistré : ${file}.`);
    });
  }

  print() {
    return this.#withView(async (view) => {
      const { openPaper } = await import("./paper.mjs");
      await openPaper(view, { opener: button("print") });
    });
  }

  save() {
    const caseFile = this.#stored.read();
    const name = fileName(caseFile);
    const schema = new URL(this.dataset.schema, location.href).href;
    download(new Blob([fileText(caseFile, schema)], { type: "application/json" }), name);
    this.#say(`Fichier enregistré : ${name}.`);
  }

  async link() {
    write(find("exchange-error"), "");
    if (!canShare()) return this.#failExchange("Ce navigateur est trop ancien pour faire un lien : enregistrez le dossier dans un fichier, et envoyez-le.");
    const fragment = await packFragment(writeCaseFile(this.#stored.read()));
    if (fragment.length > TOO_LONG) return this.#failExchange("Ce dossier est trop long pour tenir dans un lien : enregistrez-le dans un fichier, et envoyez-le.");
    find("link").hidden = false;
    find("link-address").value = location.origin + location.pathname + fragment;
    const care = fragment.length > LONG ? " Il est long : certaines messageries le couperont. Si le lien ne s’ouvre pas, envoyez le fichier." : "";
    find("link-words").textContent = nice(`Ce lien contient le dossier entier, notes comprises : ne l’envoyez qu’à qui peut les lire. Il montre le dossier tel qu’il est maintenant ; la personne devra l’accepter.${care}`);
    find("link-address").select();
    find("link-address").focus();
  }

  async copy() {
    find("link-address").select();
    try {
      await navigator.clipboard.writeText(find("link-address").value);
      this.#say("Lien copié.");
    } catch {
      this.#say("Ce navigateur ne laisse pas copier le lien à votre place : il est sélectionné, copiez-le avec Ctrl + C.");
    }
  }

  async #readFile(input) {
    const [file] = input.files;
    write(find("exchange-error"), "");
    if (!file) return;
    /* A sign takes up to four bytes. */
    if (file.size > LIMITS.source * 4) return this.#failExchange(tooLarge("Ce fichier"));
    try {
      this.#receive(await file.text(), "Ce fichier");
    } catch {
      this.#failExchange("Ce fichier n’a pas pu être lu : est-il encore à sa place ? Rien n’a été modifié ici.");
    }
    input.value = "";
  }

  /** Whatever the address holds is only shown; the reader decides. */
  async #meetLink() {
    if (!isFragment(location.hash)) return;
    const text = canShare() ? await unpackFragment(location.hash) : null;
    if (text !== null) return this.#receive(text, "Ce lien");
    this.#forgetLink();
    this.#failExchange(canShare()
      ? "Ce lien est abîmé ou incomplet : demandez qu’on vous le renvoie, ou qu’on vous envoie le fichier. Rien n’a été modifié ici."
      : "Ce navigateur est trop ancien pour ouvrir ce lien : demandez plutôt le fichier. Rien n’a été modifié ici.");
  }

  #receive(text, where) {
    const lists = this.#lists.lists;
    const { refusal, caseFile, remark } = openExchanged(text, where, lists.map(({ id }) => id));
    if (refusal) {
      this.#forgetLink();
      return this.#failExchange(refusal);
    }
    for (const { id, aliases } of lists) renameItems(caseFile.lists[id], aliases);
    this.#incoming.show(caseFile, remark);
  }

  #received(words, undo) {
    this.#forgetLink();
    if (words === null) {
      this.#say("Rien n’a été ajouté.");
    } else {
      this.#open(shelf.openCurrent().id);
      this.#say(words, undo);
    }
    document.getElementById("ouvert")?.scrollIntoView();
    (undo ? button("undo") : button("rename")).focus({ preventScroll: true });
  }

  /** Notes must not stay in the address bar. */
  #forgetLink() {
    if (isFragment(location.hash)) history.replaceState(history.state, "", location.pathname + location.search);
  }

  #failExchange(words) {
    write(find("exchange-error"), nice(words));
    find("exchange-error").scrollIntoView({ block: "center" });
  }
}

const ACTIONS = {
  undo: (element) => element.takeBack(),
  create: (element) => element.create(),
  rename: (element) => element.rename(),
  duplicate: (element) => element.duplicate(),
  archive: (element) => element.archive(),
  remove: (element) => element.remove(),
  erase: (element) => element.askErase(),
  print: (element) => element.print(),
  save: (element) => element.save(),
  link: (element) => element.link(),
  copy: (element) => element.copy(),
  "write-back": (element) => element.writeBack(),
};

function desk(name) {
  return page.querySelector(`[data-desk=${name}]`);
}

function find(name) {
  return page.querySelector(`[data-${name}]`);
}

function button(action) {
  return page.querySelector(`[data-action=${action}]`);
}

function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

if (!customElements.get("ci-case-files")) customElements.define("ci-case-files", CaseFiles);
