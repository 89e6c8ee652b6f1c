"""Amounts of law: one in a sentence, all those in force, and their history."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from macros.models.profile import Profile
from macros.models.threshold import Threshold, ThresholdGroup, ThresholdValue, Unit
from macros.places import THRESHOLDS_PAGE
from macros.rendering.citations import cite_reference
from macros.rendering.dates import french_number
from macros.rendering.templates import render_block, render_phrase

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

_UNITS = {Unit.EUROS_EXCL_TAX: "{}\u00a0€\u00a0HT", Unit.EUROS_INCL_TAX: "{}\u00a0€\u00a0TTC", Unit.PERCENT: "{}\u00a0%", Unit.RATIO: "{}\u00a0fois", Unit.DAYS: "{}\u00a0jours"}
"""An amount is never cut from its unit at the end of a line."""


def amount_text(amount: float, unit: Unit) -> str:
    """« 60 000 € HT », « 15 % », « 1,5 fois »."""
    return _UNITS[unit].format(french_number(amount))


@dataclass(frozen=True)
class _Row:
    """One threshold as the templates show it. `series` is the threshold that holds the values."""

    threshold: Threshold
    series: Threshold
    value: ThresholdValue | None
    contradictions: tuple[ThresholdValue, ...]

    @property
    def since(self) -> date:
        """First day of the value for this threshold, which may follow the series only from a later day."""
        return max(self.value.valid_from, self.threshold.follows_from or self.value.valid_from)

    @property
    def last_day(self) -> date | None:
        """Last day of the value shown, when it is known: after it, a script warns whoever reads a site not built since."""
        return self.series.last_day(self.value) if self.value else None


def _row(threshold: Threshold, context: RenderContext) -> _Row:
    catalogue = context.catalogue
    series = catalogue.series_of(threshold)
    return _Row(threshold, series, catalogue.threshold_value(threshold), series.contradictions_on(catalogue.law_date))


def threshold(context: RenderContext, threshold_id: str) -> str:
    """Macro `seuil("id")`: the amount on the day of the law, with its warning when sources disagree.

    A day without a value was refused at load, for every call.
    """
    row = _row(context.catalogue.thresholds[threshold_id], context)
    return render_phrase(
        "threshold.html", row=row, amount=amount_text, href=context.href(THRESHOLDS_PAGE, threshold_id),
    )


def thresholds_in_force(context: RenderContext) -> str:
    """Macro `seuils_en_vigueur()`: every threshold that has a value on the day of the law, by group."""
    rows = [_row(one, context) for one in context.catalogue.thresholds.values()]
    return render_block(
        "thresholds_in_force.html", groups=_by_group([row for row in rows if row.value]), absent=[row for row in rows if not row.value],
        amount=amount_text, cite=partial(cite_reference, context), inline=context.inline, law_date=context.catalogue.law_date,
        codes=context.catalogue.codes,
    )


def thresholds_history(context: RenderContext) -> str:
    """Macro `historique_des_seuils()`: every value of every threshold, newest first."""
    rows = [_row(one, context) for one in context.catalogue.thresholds.values()]
    return render_block(
        "thresholds_history.html", groups=_by_group(rows), amount=amount_text,
        cite=partial(cite_reference, context), inline=context.inline, law_date=context.catalogue.law_date,
        href=lambda row: context.href(THRESHOLDS_PAGE, row.series.id), codes=context.catalogue.codes,
    )


def thresholds_on_a_day(context: RenderContext) -> str:
    """Macro `seuils_a_la_date()`: the tool that gives the values of any day. Without script, the history of the page says them all."""
    catalogue = context.catalogue
    ranked = [row for _, rows in _by_group([_row(one, context) for one in catalogue.thresholds.values()]) for row in rows]
    data = {"lawDate": catalogue.law_date.isoformat(), "thresholds": [_dated_values(row) for row in ranked]}
    return render_block("thresholds_on_a_day.html", data=json.dumps(data, ensure_ascii=False, separators=(",", ":")), profiles=list(Profile))


def _dated_values(row: _Row) -> dict:
    """Every value of a threshold with its days, as words the script only has to choose among."""
    threshold, series = row.threshold, row.series
    return {
        "id": threshold.id, "label": threshold.label, "group": threshold.group.label, "profiles": [one.value for one in threshold.profiles or tuple(Profile)],
        "comparison": threshold.comparison.label, "follows": threshold.follows_from.isoformat() if threshold.follows_from else None,
        "values": [{
            "from": value.valid_from.isoformat(), "amount": amount_text(value.amount, threshold.unit), "contradictory": value.is_contradictory,
            "confidence": value.confidence.label, "until": last.isoformat() if last else None,
        } for value in series.values for last in [value.valid_until if value.is_contradictory else series.last_day(value)]],
    }


def _by_group(rows: list[_Row]) -> list[tuple[ThresholdGroup, list[_Row]]]:
    order = list(ThresholdGroup)
    ranked = sorted(rows, key=lambda row: (order.index(row.threshold.group), row.threshold.label))
    return [(group, list(members)) for group, members in groupby(ranked, key=lambda row: row.threshold.group)]
