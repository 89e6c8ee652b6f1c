/** The booklet of all the lists: its button, and what only the browser knows of it, the addresses. Complete and printable without. */

import { isShareable, qrCode } from "./qr.mjs";

export function mountBooklet(booklet) {
  const button = booklet.querySelector("[data-booklet-print]");
  button.addEventListener("click", () => print());
  button.hidden = false;
  const here = location.origin + location.pathname;
  if (!isShareable(here)) return;
  booklet.querySelector("[data-booklet-site]").textContent = ` · ${here}`;
  for (const list of booklet.querySelectorAll("[data-booklet-list]")) {
    const address = new URL(list.dataset.bookletList, here).href;
    const title = list.querySelector("h2").textContent;
    list.querySelector("[data-booklet-address]").textContent = ` · ${address}`;
    list.querySelector("[data-booklet-qr]").replaceChildren(qrCode(address, `Code QR de l’adresse de la liste «\u00a0${title}\u00a0»`));
  }
}
