"""The words of the trade: one shown where it is used, and all of them."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from macros.models.term import Term
from macros.places import place_of
from macros.rendering.templates import render_block, render_phrase

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext


def term(context: RenderContext, term_id: str, texte: str | None = None) -> str:
    """Macro `terme("sourcage")` or `terme("sourcage", texte="sourcer")`: the word, which opens its definition.

    Once a page for each term: the definition has an id. Native popover, so no script is needed.
    """
    shown = context.catalogue.terms[term_id]
    return render_phrase("term.html", term=shown, words=texte or _in_a_sentence(shown.term), href=context.href_of(place_of(shown)))


def glossary(context: RenderContext) -> str:
    """Macro `glossaire()`: every term, by first letter, with the everyday words that lead to it."""
    ranked = sorted(context.catalogue.terms.values(), key=lambda one: _unaccented(one.term))
    return render_block(
        "glossary.html",
        letters=[(letter, list(members)) for letter, members in groupby(ranked, key=lambda one: _unaccented(one.term)[0].upper())],
        everyday=_everyday_words(ranked), blocks=context.blocks, related=lambda one: [context.catalogue.terms[other] for other in one.see],
    )


def _everyday_words(terms: list[Term]) -> list[tuple[str, Term]]:
    """(everyday word, term) in the order of the alphabet."""
    return sorted(((word, one) for one in terms for word in one.everyday), key=lambda pair: _unaccented(pair[0]))


def _in_a_sentence(word: str) -> str:
    """Lower case, but for an acronym."""
    is_acronym = word[:2].isupper() and word[1:2] not in " '’"
    return word if is_acronym else word[:1].lower() + word[1:]


def _unaccented(word: str) -> str:
    plain = word.replace("œ", "oe").replace("Œ", "Oe")
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode().lower()
