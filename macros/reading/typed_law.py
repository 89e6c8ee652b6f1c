"""Refuses amounts, delays and article numbers typed by hand: they would go out of date in silence."""

from __future__ import annotations

import re

from macros.problems import Problem

_RULES = (
    (re.compile(r"\b\d[\d \u00a0\u202f.,]*(?:€|euros?\b|millions? d'euros)"), "montant écrit à la main",
     "Appelez {{ seuil(\"…\") }} : la valeur suivra la loi."),
    (re.compile(r"\b[LRD]\.?[ \u00a0]?\d{4}-\d+(?:-\d+)*\b"), "numéro d'article écrit à la main",
     "Appelez {{ article(\"R2122-8\") }}."),
    (re.compile(r"\b\d+[ \u00a0\u202f]jours\b"), "délai écrit à la main", "Appelez {{ delai(\"procedure\", \"etape\") }}."),
)
_NOT_PROSE = re.compile(r"\{\{.*?\}\}|\{% raw %\}.*?\{% endraw %\}|^```.*?^```|`[^`\n]*`", re.S | re.M)


def typed_law_problems(text: str, shown: str, first_line: int) -> list[Problem]:
    """Problems of `text`, outside macro calls and code."""
    prose = _NOT_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return [
        Problem(shown, first_line + prose[: found.start()].count("\n"), found[0].strip(), what, remedy)
        for pattern, what, remedy in _RULES
        for found in pattern.finditer(prose)
    ]
