/**
 * Opens the search: the button, Ctrl+K or ⌘K, or an address ending in ?q=words. Everything heavy (the panel, the theme's worker, the
 * index) is loaded by that first opening, so that a page which is only read never pays for it.
 *
 * No single-key shortcut (« / ») on purpose: it would fire under dictation, and RGAA 12.10 asks that such a key can be turned off.
 */

export function mountSearch() {
  const dialog = document.getElementById("ci-search");
  if (!dialog) return;
  const input = dialog.querySelector("input");
  let panel;

  function open(words) {
    if (!dialog.open) dialog.showModal();
    if (words !== undefined) input.value = words;
    input.select();
    input.focus();
    panel ??= import("./search-panel.mjs").then((module) => module.connectSearch(dialog));
  }

  for (const button of document.querySelectorAll("[data-ci-search]")) {
    button.addEventListener("click", () => open());
  }
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
  dialog.querySelector("[data-ci-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  const words = new URLSearchParams(location.search).get("q");
  if (words) open(words);
}
