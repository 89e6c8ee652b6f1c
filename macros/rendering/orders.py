"""The orders of our own invention, as the pages that comment on them show their passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.order import OrderPart
from macros.rendering.templates import render_block

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext


def order_part(context: RenderContext, order_id: str, part_id: str) -> str:
    """Macro `commande("accueil", "probleme")`: a part of an order, from the same text as the workshop starts from."""
    part = context.catalogue.orders[order_id].part(part_id)
    return render_block(
        "order_part.html", part=part, text=context.blocks(markdown_of(part)), inline=context.inline,
        per_mission=any(one.per_mission is not None for one in part.criteria),
    )


def markdown_of(part: OrderPart) -> str:
    """The passages of a part, one after the other."""
    text = ""
    for passage in part.passages:
        gap = (" " if passage.same_paragraph else "\n\n") if text else ""
        lead = f"**{passage.lead}** " if passage.lead else ""
        text += f"{gap}{lead}{passage.text}"
    return text
