/**
 * The inside of the search dialog, loaded when it first opens: asks the theme's search worker and shows what it answers.
 *
 * The worker is the theme's own, untouched; its four messages are its public contract (set up, ready, query, result), as the theme
 * documents it for those who bring their own worker. Its French comes from lunr/min/lunr.fr.min.js.
 */

import { renderGroup } from "./search-result.mjs";

const SET_UP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const TYPING_PAUSE = 120;
const MOST_GROUPS = 40;

/** Where the site and its worker are, as the theme writes it in every page (main.html). */
function readConfig() {
  const config = JSON.parse(document.getElementById("ci-config").dataset.theme);
  return { base: new URL(config.base.replace(/\/?$/, "/"), location.href), worker: new URL(config.search, location.href) };
}

async function startWorker({ base, worker: address }) {
  const response = await fetch(new URL("search/search_index.json", base));
  if (!response.ok) throw new Error(`search index: ${response.status}`);
  const { config, docs } = await response.json();
  const worker = new Worker(address);
  await new Promise((resolve, reject) => {
    worker.addEventListener("error", reject, { once: true });
    worker.addEventListener("message", ({ data }) => data.type === READY && resolve());
    worker.postMessage({ type: SET_UP, data: { config, docs, options: { suggest: false } } });
  });
  return worker;
}

/** The arrow keys walk through the words and the links, as in a list of suggestions; Tab still does too. */
function walkWithArrows(dialog, input) {
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...dialog.querySelectorAll(".ci-search__results a")].filter((stop) => stop.checkVisibility?.() ?? true);
    const here = stops.indexOf(document.activeElement);
    if (here < 0) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    stops[(here + step + stops.length) % stops.length].focus();
  });
}

/** A shared address (?q=words) must not open the search again when the page is reloaded after closing it. */
function forgetQueryAddress() {
  const address = new URL(location.href);
  if (!address.searchParams.has("q")) return;
  address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}

export async function connectSearch(dialog) {
  const words = dialog.dataset;
  const input = dialog.querySelector("input");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector(".ci-search__results");
  const config = readConfig();

  function show({ items }) {
    const labels = { missing: words.missing, moreOne: words.moreOne, moreMany: words.moreMany };
    list.replaceChildren(...items.slice(0, MOST_GROUPS).map((group) => renderGroup(group, config.base, labels)));
    if (!input.value.trim()) status.textContent = words.ready;
    else if (!items.length) status.textContent = words.none;
    else status.textContent = items.length === 1 ? words.one : words.many.replace("#", items.length);
  }

  walkWithArrows(dialog, input);
  dialog.addEventListener("close", forgetQueryAddress);
  list.addEventListener("click", (event) => {
    if (event.target.closest("a[href]")) dialog.close();
  });

  status.textContent = words.loading;
  let worker;
  try {
    worker = await startWorker(config);
  } catch (error) {
    console.warn(error);
    status.textContent = words.failed;
    return;
  }

  let pause;
  let asked = "";
  let openFirst = false;

  function ask() {
    clearTimeout(pause);
    asked = input.value;
    if (asked.trim()) worker.postMessage({ type: QUERY, data: asked });
    else show({ items: [] });
  }

  function goToFirst() {
    openFirst = false;
    list.querySelector("a")?.click();
  }

  worker.addEventListener("message", ({ data }) => {
    /* An answer to words that have changed since is not worth reading out. */
    if (data.type !== RESULT || asked !== input.value) return;
    show(data.data);
    if (openFirst) goToFirst();
  });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, TYPING_PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    if (asked === input.value) return goToFirst();
    openFirst = true;
    ask();
  });
  ask();
}
