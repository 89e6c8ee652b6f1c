"""The header of a page of docs/. A closed list of keys; those the theme reads stay in English."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.models.base import Audience, Day, Model, Text
from macros.models.prose import Justification

ReadingTime = Annotated[str, StringConstraints(pattern=r"^\d{1,2} min$")]


class PageHeader(Model):
    title: Text = Field(alias="title")
    description: Text
    audiences: tuple[Audience, ...] = Field(min_length=1)
    reading_time: ReadingTime
    checked_on: Day
    tags: tuple[Text, ...] = Field(default=(), alias="tags")
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = ()
    search: dict[str, str] = Field(default_factory=dict)
    unsourced: tuple[Justification, ...] = ()

    @property
    def asks_for_sources(self) -> bool:
        """The pages that explain the site to its contributors state its own rules."""
        return self.audiences != (Audience.CONTRIBUTOR,)
