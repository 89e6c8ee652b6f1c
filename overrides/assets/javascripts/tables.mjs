/**
 * A table wider than its column scrolls inside a frame. Such a frame must be reachable with the keyboard, and then have a name; a
 * table that fits must not be a useless stop, nor a landmark. Both depend on the width of the screen, hence this script. Without it
 * the frame still scrolls, and browsers let the keyboard reach a scrolling frame that holds nothing to focus.
 */

function precedingHeading(table) {
  const before = [...document.querySelectorAll(".md-content :is(h1, h2, h3, h4)")].filter(
    (heading) => heading.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return before.at(-1)?.textContent.trim() ?? "";
}

/** The name written in the page, when there is one. */
function writtenName(wrapper, table) {
  const labelledBy = document.getElementById(wrapper.getAttribute("aria-labelledby"));
  return wrapper.getAttribute("aria-label") ?? (labelledBy ?? table.querySelector("caption"))?.textContent.trim();
}

/** Two landmarks of one page must not share a name. */
function unique(name, taken) {
  let candidate = name;
  for (let rank = 2; taken.has(candidate); rank += 1) candidate = `${name} (${rank})`;
  taken.add(candidate);
  return candidate;
}

function frame(table) {
  const parent = table.parentElement;
  if (parent.classList.contains("ci-table")) return parent;
  const wrapper = document.createElement("div");
  wrapper.className = "ci-table";
  table.replaceWith(wrapper);
  wrapper.append(table);
  return wrapper;
}

function adjust(wrapper, name) {
  if (wrapper.scrollWidth > wrapper.clientWidth) {
    wrapper.tabIndex = 0;
    wrapper.setAttribute("role", "region");
    wrapper.setAttribute("aria-label", name());
    wrapper.removeAttribute("aria-labelledby");
  } else {
    for (const attribute of ["tabindex", "role", "aria-label", "aria-labelledby"]) wrapper.removeAttribute(attribute);
  }
}

/** The same for the frame of a table that a tool draws after the page was read; `name` says what it holds. */
export function watchFrame(wrapper, name) {
  new ResizeObserver(() => adjust(wrapper, () => name)).observe(wrapper);
}

export function mountTables() {
  const names = new Map();
  const taken = new Set();
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) adjust(target, names.get(target));
  });
  for (const table of document.querySelectorAll(".md-content table")) {
    const wrapper = frame(table);
    const written = writtenName(wrapper, table);
    let name;
    names.set(wrapper, () => (name ??= unique(written || `Tableau : ${precedingHeading(table)}`, taken)));
    watch.observe(wrapper);
  }
}
