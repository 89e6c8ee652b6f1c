"""The reader's desk: where a text is pasted and its remarks are read. The rules themselves are printed by rereading.py."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.places import REREADING_PAGE
from macros.rendering.dates import french_date
from macros.rendering.templates import render_block
from macros.rendering.workshop import outline

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext


def reader(context: RenderContext) -> str:
    """Macro `relecteur()`: the tool that rereads an order with the rules of their page."""
    known = outline(context)
    return render_block("reader.html", law_date=french_date(context.catalogue.law_date), rules_href=context.href(REREADING_PAGE),
                        outline=json.dumps(known, ensure_ascii=False, separators=(",", ":")) if known else "")
