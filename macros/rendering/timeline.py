"""The drawing of a procedure's shortest legal course: where each bar begins, in days and across the drawing.

Across, positions are percentages of its width, so that the words keep their size on a phone; down, they are pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from macros.models.catalogue import Catalogue
from macros.models.procedure import Procedure, Segment, Step, Timeline

ROW = 54
FREE_WIDTH = 16
"""A length that the law leaves free is drawn with this width (in percent), dashed, whatever the scale."""


@dataclass(frozen=True)
class Bar:
    """A step on the drawing. `days` is None when the law leaves its length free."""

    label: str
    days: int | None
    x: float
    y: int
    width: float


@dataclass(frozen=True)
class Drawing:
    """`days`: sum of the figures the law gives; `has_free`: whether something must be added to it."""

    buyers: str | None
    bars: tuple[Bar, ...]
    days: int

    @property
    def has_free(self) -> bool:
        return any(bar.days is None for bar in self.bars)

    @cached_property
    def height(self) -> int:
        return ROW * len(self.bars)


def segment_step(segment: Segment, procedure: Procedure, catalogue: Catalogue) -> Step | None:
    """The step that a segment names, in its own procedure or in another (« regles-communes:… »)."""
    other, separator, step_id = segment.step.rpartition(":")
    owner = catalogue.procedures.get(other) if separator else procedure
    return owner.step(step_id) if owner else None


def segment_days(segment: Segment, step: Step) -> int | None:
    return segment.days if segment.days is not None else step.delay


def draw(timeline: Timeline, procedure: Procedure, catalogue: Catalogue) -> Drawing:
    """The bars of `timeline`, one under another, each beginning where the one before ends."""
    steps = [(segment_step(segment, procedure, catalogue), segment) for segment in timeline.segments]
    lengths = [(segment.label or step.label, segment_days(segment, step)) for step, segment in steps]
    total = sum(days or 0 for _, days in lengths)
    free = sum(days is None for _, days in lengths)
    scale = (100 - FREE_WIDTH * free) / max(total, 1)
    bars, x = [], 0.0
    for rank, (label, days) in enumerate(lengths):
        width = FREE_WIDTH if days is None else days * scale
        bars.append(Bar(label, days, round(x, 2), ROW * rank, round(width, 2)))
        x += width
    return Drawing(timeline.buyers, tuple(bars), total)
