"""The blocks of a page that hold an example of ours: nothing in them is taken for a rule.

They are Python-Markdown admonitions, whose text is indented under the line that opens them.
"""

from __future__ import annotations

import re

KINDS = ("exemple", "avant", "apres", "commande")

_OPENING = re.compile(rf"^(?P<indent> *)!!! +(?:{'|'.join(KINDS)})\b")


def without_examples(text: str) -> str:
    """`text` with the same lines, those of the examples emptied."""
    kept, inside = [], None
    for line in text.split("\n"):
        opening = _OPENING.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if inside is not None and line.strip() and indent < inside + 4:
            inside = None
        if opening:
            inside = len(opening["indent"])
        kept.append("" if inside is not None else line)
    return "\n".join(kept)
