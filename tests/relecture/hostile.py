"""Texts made to make an engine wait: regular-expression worst cases, foreign markup, endless lines."""

from __future__ import annotations

import random
import re

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
    """Name → text of `length` signs: true orders, one thing said again and again, then what never says itself twice."""
    orders = "\n\n".join(one.text for one in annotated_texts(TUNING))
    repeated = {name: (piece * (length // len(piece) + 1))[:length] for name, piece in ({"de vraies commandes": orders} | _REPEATED).items()}
    return repeated | _never_twice(orders, length)


def _never_twice(orders: str, length: int) -> dict[str, str]:
    """The same at each run. Words of true orders in any order look like every rule and are none."""
    draw = random.Random(6)
    words = sorted({word.lower() for word in re.findall(r"[\w'’-]+", orders)})
    mixed = " ".join(draw.choices(words, k=length // 2))
    return {
        "des mots mêlés": mixed[:length],
        "des mots mêlés, ligne à ligne": re.sub(r"((?:\S+ ){8})", r"\1\n", mixed)[:length],
        "des nombres qui se suivent": " ".join(str(number) for number in range(length // 2))[:length],
        "des nombres, ligne à ligne": "\n".join(str(number) for number in range(length // 2))[:length],
    }
