/** The lists beside the text: remarks, what is missing, strengths, what was dismissed. The words are copied from the rules of the page. */

import { partOf } from "./reader-rules.mjs";
import { cardId } from "./reader-text.mjs";

/* More than this many passages of one remark are only marked in the text. */
const MOST_SHOWN = 8;
/* A long list is read by its titles: past this many, the advice is folded. */
const MOST_OPEN = 8;

export function remarkCard({ rule, number, passages }, rank) {
  const card = cardOf(rule, String(number));
  const list = element("ul", "ci-remark__passages");
  const shown = passages.slice(0, MOST_SHOWN);
  for (const passage of shown) {
    const line = element("li");
    line.append(quoteOf(passage), " ", passageLink(passage, `Voir dans le texte, remarque ${number}`));
    if (passages.length > 1) line.append(" ", button("Écarter ce passage", { action: "dismiss", keys: passage.key }));
    list.append(line);
  }
  if (passages.length > MOST_SHOWN) list.append(element("li", "", `et ${passages.length - MOST_SHOWN} autres passages, marqués dans le texte.`));
  card.append(list, ...folded(adviceOf(rule, "À la place\u00a0:"), rank, rule));
  const keys = [...new Set(passages.map(({ key }) => key))].join(" ");
  card.append(wrap("ci-remark__actions", button("Écarter", { action: "dismiss", keys }, `Écarter la remarque ${number} : ${rule.title}`)));
  return card;
}

export function missingCard(rule, rank) {
  const card = cardOf(rule, "");
  card.append(...folded(adviceOf(rule, "À ajouter\u00a0:"), rank, rule));
  card.append(wrap("ci-remark__actions", button("Écarter", { action: "dismiss", keys: rule.id }, `Écarter : ${rule.title}`)));
  return card;
}

export function strengthCard({ rule, passages }, rank) {
  const card = cardOf(rule, "");
  const list = element("ul", "ci-remark__passages");
  for (const passage of passages.slice(0, 3)) {
    const line = element("li");
    line.append(quoteOf(passage), " ", passageLink(passage, `Voir dans le texte : ${rule.title}`));
    list.append(line);
  }
  card.append(list, ...folded(adviceOf(rule, ""), rank, rule));
  return card;
}

export function asideLine({ rule, keys, quote, count }) {
  const line = element("li", "", quote ? `${rule.title} : « ${quote} »${count > 1 ? `, et ${count - 1} de plus` : ""} ` : `${rule.title} `);
  line.append(button("Reprendre", { action: "restore", keys: keys.join(" ") }, `Reprendre : ${rule.title}`));
  return line;
}

function cardOf(rule, number) {
  const card = element("li", "ci-remark");
  card.id = cardId(rule);
  card.tabIndex = -1;
  if (rule.severity) card.dataset.severity = rule.severity;
  const title = element("h4", "ci-remark__title");
  if (number) title.append(element("span", "ci-remark__number", number), " ");
  title.append(rule.title);
  if (rule.word) title.append(" ", element("small", "ci-remark__severity", rule.word));
  card.append(title);
  return card;
}

function adviceOf(rule, word) {
  const made = [];
  const reason = partOf(rule, "reason");
  if (reason) made.push(wrap("ci-remark__reason", ...reason.childNodes));
  const rewording = partOf(rule, "rewording");
  if (rewording) made.push(wrap("ci-remark__rewording", element("strong", "", word), " ", ...rewording.childNodes));
  const links = partOf(rule, "links");
  if (links) {
    const grounds = element("div", "ci-grounds ci-remark__links");
    grounds.append(...(links.tagName === "P" ? [wrap("", ...links.childNodes)] : links.childNodes));
    made.push(grounds);
  }
  return made;
}

function folded(advice, rank, rule) {
  if (rank < MOST_OPEN) return advice;
  const fold = element("details", "ci-remark__more");
  const summary = element("summary", "", rule.kind === "force" ? "Pourquoi" : "Pourquoi, et que faire");
  summary.append(visuallyHidden(`\u00a0: ${rule.title}`));
  fold.append(summary, ...advice);
  return [fold];
}

function visuallyHidden(text) {
  return element("span", "ci-visually-hidden", text);
}

function quoteOf({ before, quote, after }) {
  const made = element("q", "ci-remark__quote");
  made.dir = "auto";
  made.append(before, element("mark", "", quote), after);
  return made;
}

function passageLink({ id }, label) {
  if (!id) return "";
  const link = element("a", "ci-remark__see", "Voir dans le texte");
  link.href = `#${id}`;
  link.setAttribute("aria-label", label);
  return link;
}

function button(text, data, label) {
  const made = element("button", "", text);
  made.type = "button";
  Object.assign(made.dataset, data);
  if (label) made.setAttribute("aria-label", label);
  return made;
}

function wrap(className, ...children) {
  const made = element("p", className);
  made.append(...children);
  return made;
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
