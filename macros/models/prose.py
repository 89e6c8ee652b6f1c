"""What the data files written as prose share: a header, then sections under fixed headings.

A contributor writes Markdown; each heading of `HEADINGS` fills the field it names.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Mapping

from pydantic import Field, StringConstraints

from macros.models.base import Day, Model, Slug, Text

ItemReference = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+#[a-z0-9-]+$")]
"""An item of a checklist: « avant-de-commander#suite-portee »."""


class Justification(Model):
    """Why a sentence that asserts something needs no source. `phrase` is how the sentence begins."""

    phrase: Text
    reason: Text


class Prose(Model):
    HEADINGS: ClassVar[Mapping[str, str]] = {}
    """Heading as typed → French key of the field it fills. The key « texte » takes what stands before any heading."""

    INVENTED: ClassVar[frozenset[str]] = frozenset()
    """French keys whose text is an example of ours: no source is asked of it, and amounts may be typed."""

    id: Slug
    checked_on: Day
    unsourced: tuple[Justification, ...] = ()


class Ranked(Prose):
    """Prose that has a place in a series, from 1."""

    title: Text
    rank: int = Field(ge=1, le=99)
