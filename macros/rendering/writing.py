"""How to write, and how not to: the practices, the clauses, the mistakes and the pitfalls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.clause import Clause
from macros.models.mistake import Mistake, MistakeGroup
from macros.models.pitfall import Pitfall
from macros.models.practice import Practice, PracticeGroup
from macros.places import place_of
from macros.rendering.procedures import procedure
from macros.rendering.related import related_block
from macros.rendering.templates import render_block, render_phrase

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext


def practice(context: RenderContext, practice_id: str) -> str:
    """Macro `pratique("dire-le-probleme")`: link to that practice."""
    return _link(context, context.catalogue.practices[practice_id])


def pitfall(context: RenderContext, pitfall_id: str) -> str:
    """Macro `ecueil("collectionner")`: link to that pitfall."""
    return _link(context, context.catalogue.pitfalls[pitfall_id])


def mistake(context: RenderContext, mistake_id: str) -> str:
    """Macro `erreur("budget-cache")`: link to that mistake."""
    return _link(context, context.catalogue.mistakes[mistake_id])


def clause(context: RenderContext, clause_id: str) -> str:
    """Macro `clause("rencontre-payee")`: link to that clause."""
    return _link(context, context.catalogue.clauses[clause_id])


def page_link(context: RenderContext, path: str, text: str) -> str:
    """Macro `renvoi("choisir/variantes.md#pourquoi", "les variantes")`: link to a page, from a text of the data, where a path would be lost."""
    target, _, anchor = path.partition("#")
    return render_phrase("prose_link.html", title=text, href=context.href(target, anchor))


def _link(context: RenderContext, shown: Practice | Pitfall | Mistake | Clause) -> str:
    return render_phrase("prose_link.html", title=shown.title, href=context.href_of(place_of(shown)))


def practice_sheets(context: RenderContext, group: str) -> str:
    """Macro `fiches_pratiques("poser")`: the practices of a group, each with its clause before and after."""
    wanted = PracticeGroup(group)
    shown = sorted((one for one in context.catalogue.practices.values() if one.group is wanted), key=lambda one: one.rank)
    return render_block(
        "practice_sheets.html", practices=shown, blocks=context.blocks, related=lambda one: related_block(context, one),
        route=lambda procedure_id: procedure(context, procedure_id),
    )


def pitfall_sheets(context: RenderContext) -> str:
    """Macro `fiches_ecueils()`: every pitfall, from the scene to the question to ask oneself."""
    shown = sorted(context.catalogue.pitfalls.values(), key=lambda one: one.rank)
    return render_block("pitfall_sheets.html", pitfalls=shown, blocks=context.blocks, related=lambda one: related_block(context, one))


def mistake_sheets(context: RenderContext, group: str) -> str:
    """Macro `fiches_erreurs("sans-payer")`: the mistakes of a group, each told by both sides."""
    wanted = MistakeGroup(group)
    shown = sorted((one for one in context.catalogue.mistakes.values() if one.group is wanted), key=lambda one: one.rank)
    return render_block("mistake_sheets.html", mistakes=shown, blocks=context.blocks, related=lambda one: related_block(context, one))


def clause_sheets(context: RenderContext, stage: str) -> str:
    """Macro `fiches_clauses("budget")`: the clauses of a step of the workshop, to copy and adapt."""
    shown = sorted((one for one in context.catalogue.clauses.values() if one.stage == stage), key=lambda one: one.rank)
    return render_block(
        "clause_sheets.html", clauses=shown, blocks=context.blocks, related=lambda one: related_block(context, one),
        route=lambda procedure_id: procedure(context, procedure_id),
    )
