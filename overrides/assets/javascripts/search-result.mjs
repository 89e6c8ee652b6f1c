/**
 * One found page as a list item: its title, the passage that matched, and the headings under which other passages stand.
 * What comes from the index is read as text; only the worker's <mark> is kept.
 */

const PASSAGE_LENGTH = 190;
const LEAD_LENGTH = 50;

function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/** The text of a fragment of the index as pieces: { text, marked }. */
function readPieces(html) {
  const spaced = html.replace(/<\/(li|p|pre)>/g, "$& "); /* two items of a list are two sentences, not one word */
  const source = new DOMParser().parseFromString(spaced, "text/html");
  const pieces = [];
  const walker = source.createTreeWalker(source.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    pieces.push({ text: data.replace(/\s+/g, " "), marked: parentElement.closest("mark") !== null });
  }
  return pieces;
}

function renderPieces(pieces) {
  return pieces.map(({ text, marked }) => (marked ? element("mark", "", text) : text));
}

/** A passage of readable length, starting a few words before the first match. */
function cutPassage(pieces) {
  const firstMark = pieces.findIndex(({ marked }) => marked);
  const kept = pieces.slice(Math.max(firstMark, 0));
  const before = pieces.slice(0, Math.max(firstMark, 0)).map(({ text }) => text).join("");
  const lead = before.length > LEAD_LENGTH ? `… ${before.slice(-LEAD_LENGTH).replace(/^\S*\s/, "")}` : before;
  const passage = lead ? [{ text: lead, marked: false }] : [];
  let room = PASSAGE_LENGTH - lead.length;
  for (const piece of kept) {
    if (piece.text.length <= room) {
      passage.push(piece);
      room -= piece.text.length;
      continue;
    }
    if (!piece.marked) passage.push({ text: piece.text.slice(0, Math.max(room, 0)).replace(/\S*$/, ""), marked: false });
    passage.push({ text: "…", marked: false });
    break;
  }
  return passage;
}

function renderPassage(doc) {
  const pieces = readPieces(doc.text ?? "");
  return pieces.some(({ marked }) => marked) ? element("p", "ci-result__passage", ...renderPieces(cutPassage(pieces))) : "";
}

function renderLink(doc, base, className) {
  const link = element("a", className, ...renderPieces(readPieces(doc.title)));
  link.href = new URL(doc.location, base);
  return link;
}

function renderMissing(doc, label) {
  const missing = Object.keys(doc.terms).filter((term) => !doc.terms[term]);
  return missing.length ? element("p", "ci-result__missing", `${label} ${missing.join(", ")}`) : "";
}

function renderSections(docs, base) {
  const items = docs.map((doc) => element("li", "", renderLink(doc, base, "ci-result__section"), renderPassage(doc)));
  return element("ul", "ci-result__sections", ...items);
}

/** A group is one page and its matching sections, best first; the sections that match as well as the page are shown at once. */
export function renderGroup(group, base, labels) {
  const best = group[0].score;
  const page = group.find(({ location }) => !location.includes("#")) ?? group[0];
  const sections = group.filter((doc) => doc !== page);
  const near = sections.filter(({ score }) => score >= best * 0.5).slice(0, 3);
  const others = sections.filter((doc) => !near.includes(doc));
  const item = element("li", "ci-result", renderLink(page, base, "ci-result__page"), renderPassage(page));
  item.append(renderMissing(group[0], labels.missing));
  if (near.length) item.append(renderSections(near, base));
  if (others.length) {
    const label = others.length === 1 ? labels.moreOne : labels.moreMany.replace("#", others.length);
    item.append(element("details", "ci-result__more", element("summary", "", label), renderSections(others, base)));
  }
  return item;
}
