"""A frequent mistake of the calls for tenders, told by the one who writes and by the one who reads, with the sentence that mends it."""

from __future__ import annotations

from enum import Enum

from macros.models.base import Slug, Text
from macros.models.prose import ItemReference, Ranked


class MistakeGroup(str, Enum):
    """What goes wrong. Each group is a part of the page."""

    UNPAID = "sans-payer"
    HASTE = "trop-vite"
    BESIDE = "a-cote"
    AFTER = "apres"


class Mistake(Ranked):
    """`item`: what to tick so as not to make it."""

    HEADINGS = {"": "texte"}

    group: MistakeGroup
    item: ItemReference
    practices: tuple[Slug, ...] = ()
    pitfalls: tuple[Slug, ...] = ()
    text: Text | None = None
