"""Refuses amounts, delays, percentages and article numbers typed by hand: they would go out of date in silence."""

from __future__ import annotations

import re

from macros.problems import Problem
from macros.reading.examples import without_examples

_NUMBER = r"\b\d[\d \u00a0\u202f.,]*"
_FIGURE = "Une règle : {{ seuil(\"…\") }} ou {{ delai(\"…\", \"…\") }}. Le chiffre d'un guide : {{ chiffre(\"…\", \"guide\") }}. Un exemple de vous : {{ exemple(\"…\") }}."
_RULES = (
    (re.compile(rf"{_NUMBER}(?:k?€|euros?\b|(?:millions?|milliards?) d['’]euros)"), "montant écrit à la main", _FIGURE),
    (re.compile(rf"{_NUMBER}(?:%|pour cent\b)"), "pourcentage écrit à la main", _FIGURE),
    (re.compile(r"\b[LRD]\.?[ \u00a0]?\d{4}-\d+(?:-\d+)*\b"), "numéro d'article écrit à la main",
     "Appelez {{ article(\"R2122-8\") }}."),
    (re.compile(r"\b\d+[ \u00a0\u202f](?:jours?|semaines?|mois|ans?)\b"), "délai écrit à la main", _FIGURE),
)
_NOT_PROSE = re.compile(r"\{\{.*?\}\}|\{% raw %\}.*?\{% endraw %\}|^```.*?^```|`[^`\n]*`", re.S | re.M)


def typed_law_problems(text: str, shown: str, first_line: int) -> list[Problem]:
    """Problems of `text`, outside macro calls, code and the blocks that hold an example of ours."""
    prose = _NOT_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), without_examples(text))
    return [
        Problem(shown, first_line + prose[: found.start()].count("\n"), found[0].strip(), what, remedy)
        for pattern, what, remedy in _RULES
        for found in pattern.finditer(prose)
    ]
