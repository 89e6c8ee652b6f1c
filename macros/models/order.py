"""A whole order of our own invention, cut into passages: the page that comments on it shows them, and the workshop starts from them."""

from __future__ import annotations

from typing import Iterator

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Day, Model, Slug, Text, YesNo


class OrderCriterion(Model):
    """`text`: what is looked at. `per_mission`: its weight when a framework agreement is put to competition again."""

    name: Text
    weight: int = Field(ge=0, le=100)
    per_mission: int | None = Field(default=None, ge=0, le=100)
    text: Text | None = None


class Passage(Model):
    """`field`: the workshop's field that takes it. `lead`: bold words before it on the page, which the workshop has no use for.

    `same_paragraph`: the page shows it after the passage before, without a break.
    """

    field: Slug
    lead: Text | None = None
    same_paragraph: YesNo = False
    text: Text


class OrderPart(Model):
    """What the page shows as one block. Its criteria, if any, come before its passages."""

    id: Slug
    title: Text
    criteria: tuple[OrderCriterion, ...] = ()
    passages: tuple[Passage, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _weights_add_up(self) -> OrderPart:
        for name in ("weight", "per_mission"):
            weights = [getattr(one, name) for one in self.criteria]
            if any(weights) and (None in weights or sum(weights) != 100):
                raise PydanticCustomError("order", "poids", {
                    "what": f"les poids ne font pas 100 : {' + '.join(map(str, weights))}", "remedy": "Corrigez-les, ou donnez le sien à chaque critère."})
        return self


class Order(Model):
    """`page`: where it is commented on, relative to docs/. `settings`: the workshop's fields that are a choice or an amount."""

    id: Slug
    title: Text
    rank: int = Field(ge=1, le=99)
    summary: Text
    page: Text
    settings: dict[Slug, Text] = {}
    parts: tuple[OrderPart, ...] = Field(min_length=1)
    checked_on: Day

    def part(self, part_id: str) -> OrderPart | None:
        return next((one for one in self.parts if one.id == part_id), None)

    @property
    def criteria(self) -> tuple[OrderCriterion, ...]:
        return tuple(one for part in self.parts for one in part.criteria)

    def passages(self) -> Iterator[Passage]:
        for part in self.parts:
            yield from part.passages

    def fields(self) -> dict[str, str]:
        """What the workshop starts from: the Markdown of each field, the passages of a field one paragraph after the other.

        A field that is set says by itself what its passages say.
        """
        filled = dict(self.settings)
        for passage in self.passages():
            if passage.field in self.settings:
                continue
            before = filled.get(passage.field)
            gap = " " if passage.same_paragraph else "\n\n"
            filled[passage.field] = passage.text if before is None else f"{before}{gap}{passage.text}"
        return filled
