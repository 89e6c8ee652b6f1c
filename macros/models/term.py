"""A word of the trade: the everyday words that lead to it, and what it means.

`definition` stands alone: it is shown where the word is used. `text` says more, with sources.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.models.base import Slug, Text
from macros.models.prose import Prose

Definition = Annotated[str, StringConstraints(min_length=1, max_length=260)]


class Term(Prose):
    HEADINGS = {"": "texte"}

    term: Text
    everyday: tuple[Text, ...] = Field(min_length=1)
    definition: Definition
    see: tuple[Slug, ...] = ()
    text: Text | None = None
