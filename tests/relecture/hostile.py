"""Texts made to make an engine wait: regular-expression worst cases, foreign markup, endless lines."""

from __future__ import annotations

from tests.relecture.measure import TUNING, annotated_texts

PAGE = 3000
"""Signs of a full page."""

FIFTY_PAGES = 50 * PAGE
MEGABYTE = 1_000_000

_REPEATED = {
    "une seule lettre": "a", "un mot": "ateliers ", "des nombres": "1 ", "des nombres en lettres": "deux cent ", "une lettre par ligne": "a\n", "un mot par ligne": "prix\n",
    "des points": ". ", "des apostrophes": "n' ", "des tirets": "- ", "des accents détachés": "e\u0301", "de droite à gauche": "\u202eשלום עולם ",
    "du HTML": "<p class=\"MsoNormal\"><span lang=FR>titulaire</span></p>", "du RTF": "{\\rtf1\\ansi\\b titulaire\\par}",
    "presque une règle": "le titulaire devra remettre à la validation du comité le prix et la note de ",
    "des noms de livrables": "rapport, note, ", "des verbes": "informer recueillir valider améliorer ", "des signes au-delà": "🎨 ",
}


def hostile_texts(length: int) -> dict[str, str]:
    """Name → text of `length` signs, the first of which is made of true orders."""
    orders = "\n\n".join(one.text for one in annotated_texts(TUNING))
    return {name: (piece * (length // len(piece) + 1))[:length] for name, piece in ({"de vraies commandes": orders} | _REPEATED).items()}
