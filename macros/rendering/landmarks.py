"""What helps to find one's way: what changed in the law, where the guides treat a theme, the path to autonomy."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from macros.models.guide import Guide
from macros.models.theme import ThemeReference
from macros.rendering.citations import cite_reference, guide
from macros.rendering.templates import render_block
from macros.rendering.thresholds import threshold

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

_COLUMNS = {"La 27e Région": "27e-region-", "Bercy": "bercy-"}
"""The publishers of the landmark guides that could be read, and how the ids of their texts begin."""

OTHERS = "Autres sources"


def legal_changes(context: RenderContext) -> str:
    """Macro `changements_du_droit()`: the changes in force on the day of the law, newest first; then those announced for later."""
    catalogue = context.catalogue
    ranked = sorted(catalogue.legal_changes.values(), key=lambda one: (one.valid_from, one.id), reverse=True)
    past = [one for one in ranked if one.valid_from <= catalogue.law_date]
    return render_block(
        "legal_changes.html", years=[(year, list(members)) for year, members in groupby(past, key=lambda one: one.valid_from.year)],
        coming=[one for one in reversed(ranked) if one.valid_from > catalogue.law_date],
        inline=context.inline, cite=partial(cite_reference, context), law_date=catalogue.law_date,
        thresholds=lambda one: [(catalogue.thresholds[name].label, threshold(context, name)) for name in one.thresholds
                                if catalogue.threshold_value(catalogue.thresholds[name])],
    )


def concordance(context: RenderContext) -> str:
    """Macro `concordance()`: for each theme, our page and where the guides treat it, with the page when it is known."""
    themes = sorted(context.catalogue.themes.values(), key=lambda one: one.rank)
    return render_block(
        "concordance.html", themes=themes, columns=[*_COLUMNS, OTHERS], inline=context.inline,
        href=lambda one: context.href(one.page), title=lambda one: context.catalogue.pages[one.page].header.title,
        references=lambda one, column: [reference for reference in one.references if _column(context.catalogue.guides[reference.id]) == column],
        source=lambda reference: _source(context, reference),
    )


def _column(shown: Guide) -> str:
    return next((column for column, prefix in _COLUMNS.items() if shown.id.startswith(prefix)), OTHERS)


def _source(context: RenderContext, reference: ThemeReference) -> str:
    return guide(context, reference.id, reference.page)


STAIR_WIDTH, STAIR_HEIGHT = 136, 44


def autonomy_path(context: RenderContext) -> str:
    """Macro `chemin_d_autonomie()`: the steps drawn as stairs, then told one by one."""
    steps = sorted(context.catalogue.autonomy_steps.values(), key=lambda one: one.rank)
    return render_block("autonomy_path.html", steps=steps, blocks=context.blocks, width=STAIR_WIDTH, height=STAIR_HEIGHT)
