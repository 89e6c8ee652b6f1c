/**
 * The lists that a page shows, as plain objects: { id, title, summary, revision, address, stage, audiences, aliases, sections, items }.
 * The templates write them once, as text that everyone can read; scripts read them there.
 */

/** `scope` is an element that bears data-list and the facts of a list; `groups` the elements that hold its items. */
export function readList(scope, groups) {
  const sections = [...groups].map((group) => ({
    id: group.dataset.section,
    title: group.getAttribute("aria-label") ?? words(document.getElementById(group.getAttribute("aria-labelledby"))),
    items: [...group.querySelectorAll(":scope > li")].map(readItem),
  }));
  return {
    id: scope.dataset.list,
    title: scope.dataset.title,
    summary: scope.dataset.summary,
    revision: scope.dataset.revision,
    address: new URL(scope.dataset.address, location.href).href.replace(/#.*/, ""),
    stage: scope.dataset.stage,
    audiences: scope.dataset.audiences.split(" ").filter(Boolean),
    aliases: readAliases(scope.dataset.aliases),
    sections,
    items: sections.flatMap((section) => section.items),
  };
}

function readItem(element) {
  return {
    id: element.dataset.item,
    text: words(element.querySelector(".ci-item__text")),
    why: withoutLabel(element.querySelector(".ci-item__why")),
    sources: withoutLabel(element.querySelector(".ci-item__sources")),
  };
}

/** « old:new old:new » */
function readAliases(written) {
  return Object.fromEntries((written ?? "").split(" ").filter(Boolean).map((pair) => pair.split(":")));
}

function words(element) {
  return element?.textContent.replace(/[ \t\n]+/g, " ").trim() ?? "";
}

/** The label (« Pourquoi : ») is for the page. */
function withoutLabel(element) {
  const label = words(element?.querySelector(".ci-item__word"));
  return words(element).slice(label.length).trim();
}
