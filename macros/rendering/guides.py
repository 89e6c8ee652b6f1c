"""The registry of the guides: the index, and the card of one guide with who cites it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from macros.models.guide import GuideKind, ReadingStatus
from macros.places import GUIDES_PAGE, guide_place
from macros.rendering.citations import guide as cite_guide
from macros.rendering.citations import guide_href
from macros.rendering.templates import render_block

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext


@dataclass(frozen=True)
class _Place:
    """A page or an item that cites a guide, with all the pages of the guide it cites."""

    href: str
    label: str
    pages: tuple[int, ...]


def _places(guide_id: str, context: RenderContext) -> list[_Place]:
    """Who cites the guide, once each; neither the index nor the guide's own page."""
    own = {GUIDES_PAGE, guide_place(context.catalogue.guides[guide_id]).page}
    found: dict[tuple[str, str], tuple[str, set[int]]] = {}
    for citation in context.catalogue.citations_of(guide_id):
        if citation.page not in own:
            _, pages = found.setdefault((citation.page, citation.anchor), (citation.label, set()))
            pages.update(filter(None, [citation.cited_page]))
    return [_Place(context.href(page, anchor), label, tuple(sorted(pages))) for (page, anchor), (label, pages) in found.items()]


def guide_index(context: RenderContext) -> str:
    """Macro `index_des_guides()`: every source, landmarks first, then by kind and publisher."""
    guides = context.catalogue.guides.values()
    order = list(GuideKind)
    others = sorted((one for one in guides if not one.landmark), key=lambda one: (order.index(one.kind), one.publisher.lower(), one.year or 0))
    return render_block(
        "guide_index.html",
        landmarks=sorted((one for one in guides if one.landmark), key=lambda one: one.status is ReadingStatus.NOT_FOUND),
        kinds=[(kind, list(members)) for kind, members in groupby(others, key=lambda one: one.kind)],
        href=lambda one: guide_href(context, one),
        inline=context.inline,
        places=lambda one: _places(one.id, context),
    )


def guide_card(context: RenderContext, guide_id: str) -> str:
    """Macro `fiche_guide("id")`: what it is, what was read of it, and what of this site rests on it."""
    shown = context.catalogue.guides[guide_id]
    return render_block(
        "guide_card.html",
        guide=shown,
        inline=context.inline,
        neighbours=[cite_guide(context, neighbour) for neighbour in shown.neighbours],
        places=_places(guide_id, context),
    )
