"""A clause worth copying: a text to adapt, why, what to watch, and what to write instead."""

from __future__ import annotations

from macros.models.base import Slug, Text
from macros.models.prose import ItemReference, Ranked


class Clause(Ranked):
    """`stage`: the step of the workshop that offers it. `routes`: the ways to buy it fits; empty means all of them."""

    HEADINGS = {"Texte": "texte", "Pourquoi": "pourquoi", "Vigilance": "vigilance", "Autrement": "autrement"}
    INVENTED = frozenset({"texte"})

    stage: Slug
    routes: tuple[Slug, ...] = ()
    practices: tuple[Slug, ...] = ()
    mistakes: tuple[Slug, ...] = ()
    item: ItemReference
    text: Text
    why: Text
    watch_points: Text
    otherwise: Text
