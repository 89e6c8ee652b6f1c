/**
 * A site is built one day and read for years. An amount whose last day (data-until) is past when the page is read says so, and a band at
 * the top of the page says it before the text does.
 */

import { addDays, longDay } from "./calendar.mjs";
import { nice } from "./case-file-words.mjs";
import { today } from "./day.mjs";

const now = today();
const late = [...document.querySelectorAll(".md-content [data-until]")].filter(({ dataset }) => dataset.until < now);
const article = document.querySelector(".md-content__inner");
if (late.length && article) {
  for (const amount of late) {
    const note = document.createElement("small");
    note.className = "ci-outdated__note";
    note.textContent = nice(` (dernier jour : ${words(amount.dataset.until)})`);
    if (amount.matches("a")) amount.after(note);
    else amount.append(note);
  }
  const first = late.map(({ dataset }) => dataset.until).sort()[0];
  const band = document.createElement("aside");
  band.className = "ci-outdated";
  band.setAttribute("aria-label", "Montants périmés");
  const count = late.length > 1 ? `${late.length} montants de cette page ne sont plus ceux du jour` : "un montant de cette page n’est plus celui du jour";
  band.textContent = nice(`Depuis le ${words(addDays(first, 1))}, ${count}. Le site n’a pas encore les nouveaux : lisez-les sur Légifrance avant d’agir.`);
  article.prepend(band);
}

function words(day) {
  return longDay(day).replace(/^\S+ /, "").replaceAll(" ", "\u00a0");
}
