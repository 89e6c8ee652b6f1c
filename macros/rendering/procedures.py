"""The ways to buy: a link, a delay in a sentence, the steps and the grounds of one, all of them compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from textwrap import wrap
from typing import TYPE_CHECKING

from macros.models.procedure import DelayUnit, Family, Procedure
from macros.places import procedure_page
from macros.rendering.citations import cite_reference, guide
from macros.rendering.templates import render_block, render_phrase
from macros.rendering.texts import plain_text
from macros.rendering.thresholds import threshold
from macros.rendering.timeline import draw

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

LEVELS = 5
MAP_LINE = 14
"""Letters of a line in a cell of the map."""


def delay_text(count: int, unit: DelayUnit = DelayUnit.DAYS) -> str:
    """« 35 jours », « 1 jour », « 2 mois », « 5 ans »: calendar days."""
    return f"{count} {unit.value.removesuffix('s') if count < 2 and unit is not DelayUnit.MONTHS else unit.value}"


def step_anchor(step_id: str) -> str:
    """Where a step stands on the page of its procedure."""
    return f"etape-{step_id}"


def procedure(context: RenderContext, procedure_id: str) -> str:
    """Macro `procedure("dialogue-competitif")`: link to the page of that way to buy."""
    shown = context.catalogue.procedures[procedure_id]
    return render_phrase("procedure.html", procedure=shown, href=context.href(procedure_page(procedure_id)))


def delay(context: RenderContext, procedure_id: str, step_id: str) -> str:
    """Macro `delai("appel-d-offres", "ouvert-offres")`: the delay of a step, linked to its line, which says the rest."""
    step = context.catalogue.procedures[procedure_id].step(step_id)
    return render_phrase(
        "delay.html", step=step, text=delay_text(step.delay, step.unit),
        href=context.href(procedure_page(procedure_id), step_anchor(step_id)),
    )


def procedure_steps(context: RenderContext, procedure_id: str) -> str:
    """Macro `etapes("dialogue-competitif")`: the shortest legal course, drawn, and every step with its delay and its article."""
    shown = context.catalogue.procedures[procedure_id]
    return render_block(
        "procedure_steps.html", one=shown, drawings=[draw(one, shown, context.catalogue) for one in shown.timelines],
        inline=context.inline, plain=lambda text: plain_text(context.inline(text)), delay=delay_text, anchor=step_anchor, cite=partial(cite_reference, context),
    )


def procedure_grounds(context: RenderContext, procedure_id: str) -> str:
    """Macro `appuis("dialogue-competitif")`: the rules with their articles, what is not sure, the articles and the guides."""
    return render_block(
        "procedure_grounds.html", one=context.catalogue.procedures[procedure_id], inline=context.inline,
        cite=partial(cite_reference, context),
        source=lambda reference: guide(context, reference.id, reference.page),
        amount=lambda threshold_id: threshold(context, threshold_id),
    )


def _routes(context: RenderContext) -> list[Procedure]:
    """The ways to buy, by family, the lightest first; the common rules are not one."""
    order = list(Family)
    routes = (one for one in context.catalogue.procedures.values() if one.family is not Family.COMMON)
    return sorted(routes, key=lambda one: (order.index(one.family), one.effort.level if one.effort else 0, one.label))


def route_comparison(context: RenderContext) -> str:
    """Macro `comparaison_des_voies()`: one line a way to buy; a script lets the reader sort it."""
    return render_block(
        "route_comparison.html", routes=_routes(context), levels=LEVELS, inline=context.inline, delay=delay_text,
        href=lambda one: context.href(procedure_page(one.id)),
        least=lambda one: min((floor.days for floor in one.floors if floor.days is not None), default=0),
    )


@dataclass(frozen=True)
class _Cell:
    """The ways to buy that share a room for creativity and an effort (1 to 5 both)."""

    creativity: int
    effort: int
    routes: tuple[Procedure, ...]


def route_map(context: RenderContext) -> str:
    """Macro `carte_des_voies()`: each way to buy by its room for creativity and its effort, drawn and said in words."""
    rated = [one for one in _routes(context) if one.creativity and one.effort]
    places = sorted({(one.creativity.level, one.effort.level) for one in rated}, key=lambda place: (-place[0], place[1]))
    cells = [_Cell(creativity, effort, tuple(one for one in rated if (one.creativity.level, one.effort.level) == (creativity, effort)))
             for creativity, effort in places]
    return render_block(
        "route_map.html", cells=cells, levels=LEVELS, families=sorted({one.family for one in rated}, key=list(Family).index),
        href=lambda one: context.href(procedure_page(one.id)), lines=lambda one: wrap(one.short or one.label, MAP_LINE),
    )
