/**
 * The contents of the site as a drawer on narrow screens, and the headings of the page unfolded in the margin of wide ones.
 * Both are plain lists and links without this script. The widths are those of site.css.
 */

const WITH_COLUMN = matchMedia("(min-width: 76em)");
const WITH_MARGIN = matchMedia("(min-width: 62em)");

/** What an open drawer is to a screen reader; closed, or as a column, it is only a navigation. */
const DIALOG = { role: "dialog", "aria-modal": "true", "aria-labelledby": "ci-nav-title" };

export function mountMenu() {
  const panel = document.getElementById("ci-nav");
  const opener = document.querySelector("[data-ci-menu]");
  if (!panel || !opener) return;
  const closer = panel.querySelector("[data-ci-close]");
  const rest = document.querySelectorAll(".md-skip, .ci-header, .md-content, .ci-footer");

  function isOpen() {
    return panel.hasAttribute("data-open");
  }

  /** Everything the drawer covers is inert while it is open; the drawer itself is inert while it is closed. */
  function setOpen(open) {
    panel.toggleAttribute("data-open", open);
    for (const [name, value] of Object.entries(DIALOG)) {
      if (open) panel.setAttribute(name, value);
      else panel.removeAttribute(name);
    }
    panel.inert = !open && !WITH_COLUMN.matches;
    rest.forEach((element) => { element.inert = open; });
    document.documentElement.toggleAttribute("data-ci-drawer", open);
    opener.setAttribute("aria-expanded", String(open));
  }

  function close() {
    setOpen(false);
    opener.focus();
  }

  opener.addEventListener("click", (event) => {
    event.stopPropagation();
    setOpen(true);
    closer.focus();
  });
  closer.addEventListener("click", close);
  panel.addEventListener("click", (event) => {
    /* A link to the page already open, or to one of its headings, loads nothing: the drawer must still leave. */
    if (isOpen() && event.target.closest("a[href]")) setOpen(false);
  });
  document.addEventListener("click", (event) => {
    if (isOpen() && !panel.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (isOpen() && event.key === "Escape") close();
  });
  WITH_COLUMN.addEventListener("change", () => setOpen(false));
  setOpen(false);
}

export function mountHeadings() {
  const fold = document.querySelector("[data-ci-toc]");
  if (!fold) return;
  const follow = () => { fold.open = WITH_MARGIN.matches; };
  WITH_MARGIN.addEventListener("change", follow);
  follow();
}
