/**
 * A table whose rows a reader may put in another order. Without script it is a table in its own order.
 *
 * A heading with data-ci-sort="effort" sorts the rows by their data-effort. The first press sorts from the greatest, the next from the
 * least; « order » is the order of the page. On a narrow screen, where the headings are hidden, a list does the same.
 */

const OWN_ORDER = "order";

class SortableTable extends HTMLElement {
  connectedCallback() {
    this.body = this.querySelector("tbody");
    this.headings = [...this.querySelectorAll("th[data-ci-sort]")];
    if (!this.body || this.mounted) return;
    this.mounted = true;
    this.status = document.createElement("p");
    this.status.className = "ci-visually-hidden";
    this.status.setAttribute("role", "status");
    this.headings.forEach((heading) => this.addButton(heading));
    this.addList();
    this.append(this.status);
  }

  addButton(heading) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ci-sort";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const key = heading.dataset.ciSort;
      const first = key === OWN_ORDER ? "ascending" : "descending";
      const other = first === "ascending" ? "descending" : "ascending";
      this.sort(key, heading.getAttribute("aria-sort") === first ? other : first);
    });
  }

  addList() {
    const bar = document.createElement("p");
    bar.className = "ci-sort-bar";
    const label = document.createElement("label");
    label.textContent = "Ranger par";
    const list = document.createElement("select");
    list.id = "ci-sort-key";
    label.htmlFor = list.id;
    for (const heading of this.headings) {
      const key = heading.dataset.ciSort;
      list.add(new Option(key === OWN_ORDER ? "l’ordre du guide" : heading.textContent.toLowerCase(), key));
    }
    list.addEventListener("change", () => this.sort(list.value, list.value === OWN_ORDER ? "ascending" : "descending"));
    bar.append(label, list);
    this.prepend(bar);
  }

  sort(key, direction) {
    const sign = direction === "ascending" ? 1 : -1;
    const rows = [...this.body.rows].sort(
      (one, other) => sign * (one.dataset[key] - other.dataset[key]) || one.dataset[OWN_ORDER] - other.dataset[OWN_ORDER],
    );
    this.body.append(...rows);
    for (const heading of this.headings) {
      if (heading.dataset.ciSort === key) heading.setAttribute("aria-sort", direction);
      else heading.removeAttribute("aria-sort");
    }
    const name = this.headings.find((heading) => heading.dataset.ciSort === key).textContent;
    this.status.textContent = `Tableau rangé par « ${name} », ${direction === "ascending" ? "du plus petit au plus grand" : "du plus grand au plus petit"}.`;
  }
}

customElements.define("ci-sortable", SortableTable);
