"""A dated change of the law: what it was, what it is, and what the reader does now."""

from __future__ import annotations

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Address, Confidence, Day, Model, Slug, Text


class LegalChange(Model):
    """`valid_from`: first day of effect. `note` says what is not sure, and is due as soon as something is not."""

    id: Slug
    valid_from: Day
    title: Text
    before: Text
    after: Text
    for_you: Text
    articles: tuple[Text, ...] = ()
    text: Text | None = None
    source: Text
    address: Address | None = None
    confidence: Confidence
    note: Text | None = None
    thresholds: tuple[Slug, ...] = ()
    checked_on: Day

    @model_validator(mode="after")
    def _doubt_is_explained(self) -> LegalChange:
        if not self.confidence.is_firm and self.note is None:
            raise PydanticCustomError("doubt_without_note", "note manquante")
        return self
