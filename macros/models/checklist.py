"""A checklist: sections of items one can truthfully tick, each with its reason and its sources.

A contributor writes it in Markdown (docs/_modeles/checklist.md shows the whole format):

    - [ ] Nous savons qui portera la suite. { #suite-portee }

        Pourquoi : une étude remise à personne ne sert à personne.

        Source : {{ guide("27e-region-mou-maitrise-usage") }}
"""

from __future__ import annotations

import hashlib
from enum import Enum

from pydantic import Field

from macros.models.base import Audience, Day, Duration, Model, Slug, Text


class Stage(str, Enum):
    """When, in the life of a purchase, a list comes out. The order is the reader's."""

    DECIDE = "decider"
    CHOOSE = "choisir"
    WRITE = "ecrire"
    STEER = "piloter"
    LEARN = "capitaliser"

    @property
    def label(self) -> str:
        return {"decider": "Décider", "choisir": "Choisir", "ecrire": "Écrire et choisir l'offre",
                "piloter": "Piloter", "capitaliser": "Capitaliser"}[self.value]


class ChecklistHeader(Model):
    """The header of a checklist file."""

    title: Text
    summary: Text
    stage: Stage
    audiences: tuple[Audience, ...] = Field(min_length=1)
    duration: Duration
    checked_on: Day
    next: Slug | None = None
    aliases: dict[Slug, Slug] = Field(default_factory=dict)


class Item(Model):
    """`text`, `why` and `sources` are Markdown source; the lines are those of the file."""

    id: Slug
    text: Text
    why: Text
    sources: Text
    line: int
    why_line: int
    sources_line: int


class Section(Model):
    id: Slug
    title: Text
    items: tuple[Item, ...]
    line: int = 0


class Checklist(Model):
    id: Slug
    header: ChecklistHeader
    intro: str
    sections: tuple[Section, ...]
    intro_line: int = 0

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for section in self.sections for item in section.items)

    @property
    def total(self) -> int:
        return len(self.items)

    @property
    def revision(self) -> str:
        """Short fingerprint of the ids and wordings: it changes when what a reader ticks changes."""
        words = "\n".join(f"{item.id} {item.text}" for item in self.items)
        return hashlib.sha256(words.encode()).hexdigest()[:10]
