"""The ways to buy: a link, a delay in a sentence, and the sheets."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from macros.models.procedure import DelayUnit, Family
from macros.rendering.citations import cite_reference, guide
from macros.rendering.templates import render_block, render_phrase
from macros.rendering.thresholds import threshold

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

PROCEDURES_PAGE = "choisir/procedures.md"


def delay_text(count: int, unit: DelayUnit = DelayUnit.DAYS) -> str:
    """« 35 jours », « 1 jour », « 2 mois », « 5 ans »: calendar days."""
    return f"{count} {unit.value.removesuffix('s') if count < 2 and unit is not DelayUnit.MONTHS else unit.value}"


def procedure(context: RenderContext, procedure_id: str) -> str:
    """Macro `procedure("dialogue-competitif")`: link to the sheet of that way to buy."""
    shown = context.catalogue.procedures[procedure_id]
    return render_phrase("procedure.html", procedure=shown, href=context.href(PROCEDURES_PAGE, procedure_id))


def delay(context: RenderContext, procedure_id: str, step_id: str) -> str:
    """Macro `delai("appel-d-offres", "ouvert-offres")`: the delay of a step, linked to its line, which says the rest."""
    step = context.catalogue.procedures[procedure_id].step(step_id)
    return render_phrase(
        "delay.html", step=step, text=delay_text(step.delay, step.unit),
        href=context.href(PROCEDURES_PAGE, f"{procedure_id}--{step_id}"),
    )


def procedure_sheets(context: RenderContext) -> str:
    """Macro `fiches_procedures()`: the sheet of every way to buy, by family."""
    order = list(Family)
    ranked = sorted(context.catalogue.procedures.values(), key=lambda one: order.index(one.family))
    return render_block(
        "procedure_sheets.html",
        families=[(family, list(members)) for family, members in groupby(ranked, key=lambda one: one.family)],
        inline=context.inline, delay=delay_text,
        cite=partial(cite_reference, context),
        source=lambda reference: guide(context, reference.id, reference.page),
        amount=lambda threshold_id: threshold(context, threshold_id),
    )
