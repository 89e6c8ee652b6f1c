"""The booklet: every list on one page, to be read in a row and printed whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.checklist import Stage
from macros.rendering.checklists import view_of
from macros.rendering.dates import french_date
from macros.rendering.templates import render_block

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

BOOKLET_PAGE = "checklists/livret.md"


def booklet(context: RenderContext) -> str:
    """Macro `livret()`: all the lists, blank, in the order of a purchase, each on its own sheets."""
    order = list(Stage)
    listed = sorted(context.catalogue.checklists.values(), key=lambda one: order.index(one.header.stage))
    return render_block(
        "booklet.html", checklists=[view_of(one, context) for one in listed], total=sum(one.total for one in listed),
        law_date=french_date(context.catalogue.law_date),
    )
