/** From passage to passage, with the keyboard or the buttons. (Links between a remark and its passage need no help: both can be focused.) */

const KEYS = { n: 1, p: -1 };

/** `n` and `p` act while the focus is in the marked text or in a remark, and nowhere else. */
export function mountMoves(root, signal) {
  root.addEventListener("keydown", (event) => {
    const way = KEYS[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey || !event.target.closest("[data-marked], .ci-remark")) return;
    event.preventDefault();
    move(root, way);
  }, { signal });
}

/** To the next passage (1) or the one before (-1), from where the focus last was among them. */
export function move(root, way) {
  const marks = [...root.querySelectorAll(".ci-mark__ref")];
  if (!marks.length) return;
  const next = marks[(placeOf(root, marks, way) + way + marks.length) % marks.length];
  for (const one of marks) one.toggleAttribute("data-here", one === next);
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

function placeOf(root, marks, way) {
  const focused = marks.indexOf(document.activeElement);
  if (focused >= 0) return focused;
  const card = document.activeElement?.closest(".ci-remark");
  const own = card ? marks.findIndex(({ hash }) => hash === `#${card.id}`) : -1;
  if (own >= 0) return own - way;
  const last = marks.findIndex((one) => one.hasAttribute("data-here"));
  return last >= 0 || way > 0 ? last : 0;
}
