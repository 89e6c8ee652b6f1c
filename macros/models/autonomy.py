"""A step on the way from being helped to deciding alone, with the test that ends it."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from macros.models.base import Text
from macros.models.prose import Ranked


class AutonomyStep(Ranked):
    """`short` is the word written on the drawing."""

    HEADINGS = {"Ce que vous faites": "faire", "Qui vous aide": "aide", "Épreuve": "epreuve"}

    short: Annotated[str, StringConstraints(min_length=1, max_length=16)]
    doing: Text
    helper: Text
    test: Text
