/**
 * The rules, as their page prints them for everyone: what the engine needs, from the attributes; what a remark says, copied from the very
 * words, so that nothing is written twice. The page is fetched when something is to be reread: it weighs more than the tool.
 */

/** The rules of the page at `address`; rejects when it cannot be read. */
export async function loadRules(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of page.querySelectorAll("[data-rereading-rules] a[href]")) link.href = new URL(link.getAttribute("href"), answer.url).href;
  const rules = rulesOf(page);
  if (!rules.size) throw new Error("no rule");
  return rules;
}

/** Map of id → { id, kind, family, severity, patterns, unless, context, coveredBy, title, word, place }. A rule that cannot be read is left out. */
function rulesOf(root) {
  const rules = new Map();
  for (const place of root.querySelectorAll("[data-rereading-rules] [data-rule]")) {
    const { rule: id, kind, family, severity } = place.dataset;
    try {
      const patterns = JSON.parse(place.dataset.patterns);
      const [unless, context, coveredBy] = ["unless", "context", "coveredBy"].map((key) => JSON.parse(place.dataset[key] || "[]"));
      rules.set(id, { id, kind, family, severity, patterns, unless, context, coveredBy, title: wordsOf(place, "title"), word: lowered(wordsOf(place, "severity")), place });
    } catch {
      /* The other rules are worth as much without it. */
    }
  }
  return rules;
}

/** A copy of a part of the rule ("reason", "rewording" or "links"), free of ids; null when the rule has none. */
export function partOf(rule, part) {
  const found = rule.place.querySelector(`[data-rule-${part}]`);
  if (!found) return null;
  const copy = found.cloneNode(true);
  for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
  return copy;
}

export function wordsOf(place, part) {
  return place.querySelector(`[data-rule-${part}]`)?.textContent.trim().replace(/\s+/g, " ") ?? "";
}

function lowered(word) {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

/** A rule as plain text, for files: its links become { text, href }. */
export function plainRule(rule) {
  const links = [...rule.place.querySelectorAll("[data-rule-reason] a[href], [data-rule-rewording] a[href], [data-rule-links] a[href]")];
  return {
    title: rule.title, word: rule.word, reason: wordsOf(rule.place, "reason"), rewording: wordsOf(rule.place, "rewording"),
    sources: links.map((link) => ({ text: link.textContent.trim().replace(/\s+/g, " "), href: link.href })),
  };
}
