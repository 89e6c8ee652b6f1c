"""A question of the reader, the page of this site that answers it, and where the guides treat it."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Day, Model, Slug, Text


class ThemeReference(Model):
    id: Slug
    page: int | None = Field(default=None, ge=1)
    note: Text | None = None


class Theme(Model):
    """`page` is relative to docs/."""

    id: Slug
    title: Text
    rank: int = Field(ge=1, le=999)
    page: Text
    references: tuple[ThemeReference, ...] = Field(min_length=1)
    checked_on: Day
