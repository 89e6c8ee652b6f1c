"""A way of writing an order that leaves room for creativity, with the same clause before and after."""

from __future__ import annotations

from enum import Enum

from macros.models.base import Slug, Text
from macros.models.prose import ItemReference, Ranked


class PracticeGroup(str, Enum):
    """What the practice works on. Each group has its page."""

    STATE = "poser"
    OPEN = "ouvrir"
    SELECT = "choisir"
    WORK = "travailler"
    LAST = "durer"

    @property
    def page(self) -> str:
        return {
            "poser": "ecrire/poser-le-probleme.md", "ouvrir": "ecrire/laisser-de-la-place.md", "choisir": "ecrire/choisir-une-equipe.md",
            "travailler": "ecrire/travailler-ensemble.md", "durer": "ecrire/preparer-la-suite.md",
        }[self.value]


class Practice(Ranked):
    """`routes`: the ways to buy it fits; empty means all of them."""

    HEADINGS = {"Avant": "avant", "Après": "apres", "Pourquoi": "pourquoi", "Par quelle voie": "voie", "Vigilance": "vigilance"}
    INVENTED = frozenset({"avant", "apres"})

    group: PracticeGroup
    routes: tuple[Slug, ...] = ()
    item: ItemReference
    before: Text
    after: Text
    why: Text
    route_note: Text
    watch_points: Text
