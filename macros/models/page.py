"""The header of a page of docs/. A closed list of keys; those the theme reads stay in English."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.models.base import Audience, Day, Model, Text

ReadingTime = Annotated[str, StringConstraints(pattern=r"^\d{1,2} min$")]


class PageHeader(Model):
    title: Text = Field(alias="title")
    description: Text
    audiences: tuple[Audience, ...] = Field(min_length=1)
    reading_time: ReadingTime
    checked_on: Day
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = ()
    search: dict[str, str] = Field(default_factory=dict)
