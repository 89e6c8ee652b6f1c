"""Dates and numbers as they are written in French."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext


def french_date(day: date) -> str:
    """« 1er avril 2026 », « 23 août 2026 »."""
    text = format_date(day, "d MMMM y", locale="fr_FR")
    return f"1er{text[1:]}" if day.day == 1 else text


def unbroken_date(day: date) -> str:
    """The same, never cut at the end of a line."""
    return french_date(day).replace(" ", "\u00a0")


def french_number(amount: float) -> str:
    """« 60 000 », « 1,5 » (narrow no-break space between thousands)."""
    return format_decimal(amount, locale="fr_FR")


def law_date(context: RenderContext) -> str:
    """Macro `date_du_droit()`: the day whose law the site shows."""
    return unbroken_date(context.catalogue.law_date)
