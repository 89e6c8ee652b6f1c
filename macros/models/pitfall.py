"""A way of taking hold of a tool badly, told as a scene, and what to do instead."""

from __future__ import annotations

from macros.models.base import Slug, Text
from macros.models.prose import ItemReference, Ranked


class Pitfall(Ranked):
    HEADINGS = {"Scène": "scene", "Symptôme": "symptome", "Mécanisme": "mecanisme", "Remède": "remede", "Question": "question"}
    INVENTED = frozenset({"scene"})

    item: ItemReference
    practices: tuple[Slug, ...] = ()
    scene: Text
    symptom: Text
    mechanism: Text
    remedy: Text
    question: Text
