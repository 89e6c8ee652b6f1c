"""How to write, and how not to take hold of a tool: the practices and the pitfalls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.pitfall import Pitfall
from macros.models.practice import Practice, PracticeGroup
from macros.places import checklist_page, place_of
from macros.rendering.procedures import procedure
from macros.rendering.templates import render_block, render_phrase
from macros.rendering.texts import plain_text

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext


def practice(context: RenderContext, practice_id: str) -> str:
    """Macro `pratique("dire-le-probleme")`: link to that practice."""
    return _link(context, context.catalogue.practices[practice_id])


def pitfall(context: RenderContext, pitfall_id: str) -> str:
    """Macro `ecueil("collectionner")`: link to that pitfall."""
    return _link(context, context.catalogue.pitfalls[pitfall_id])


def _link(context: RenderContext, shown: Practice | Pitfall) -> str:
    return render_phrase("prose_link.html", title=shown.title, href=context.href_of(place_of(shown)))


def practice_sheets(context: RenderContext, group: str) -> str:
    """Macro `fiches_pratiques("poser")`: the practices of a group, each with its clause before and after."""
    wanted = PracticeGroup(group)
    shown = sorted((one for one in context.catalogue.practices.values() if one.group is wanted), key=lambda one: one.rank)
    return render_block(
        "practice_sheets.html", practices=shown, blocks=context.blocks, item=lambda one: _item(context, one),
        route=lambda procedure_id: procedure(context, procedure_id),
        pitfalls=lambda one: [pitfall(context, other.id) for other in context.catalogue.pitfalls.values() if one.id in other.practices],
    )


def pitfall_sheets(context: RenderContext) -> str:
    """Macro `fiches_ecueils()`: every pitfall, from the scene to the question to ask oneself."""
    shown = sorted(context.catalogue.pitfalls.values(), key=lambda one: one.rank)
    return render_block(
        "pitfall_sheets.html", pitfalls=shown, blocks=context.blocks, item=lambda one: _item(context, one),
        practice=lambda practice_id: practice(context, practice_id),
    )


def _item(context: RenderContext, shown: Practice | Pitfall) -> dict[str, str]:
    """The checklist item that deals with it: its list, its words, its address."""
    checklist_id, _, item_id = shown.item.partition("#")
    return {
        "list": context.catalogue.checklists[checklist_id].header.title,
        "text": plain_text(context.inline(context.catalogue.item(shown.item).text)),
        "href": context.href(checklist_page(checklist_id), item_id),
    }
