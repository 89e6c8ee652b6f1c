/**
 * The theme button: automatic, light, dark, and round again. The choice is kept when storage allows it; the page works the same
 * when it does not. palette-early.js applies the kept choice before the first paint.
 */

const THEMES = ["auto", "light", "dark"];
const KEY = `ci:${new URL("../../", import.meta.url).pathname}:theme`;

function keep(theme) {
  try {
    if (theme === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    /* Storage refused or full: the choice lasts as long as the page. */
  }
}

function apply(theme, button) {
  const root = document.documentElement;
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  button.dataset.current = theme;
  button.querySelector("span").textContent = button.dataset[theme];
}

export function mountPalette() {
  const button = document.querySelector("[data-ci-theme]");
  if (!button) return;
  let theme = document.documentElement.dataset.theme ?? "auto";
  apply(theme, button);
  button.addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    apply(theme, button);
    keep(theme);
  });
}
