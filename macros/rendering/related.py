"""The links at the foot of a sheet: what to tick, and the practices, mistakes, pitfalls, clauses and rules that deal with the same thing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.models.catalogue import Node
from macros.models.rereading import Notice
from macros.places import checklist_page, place_of
from macros.related import ITEMS, node_of
from macros.rendering.templates import render_part, render_phrase
from macros.rendering.texts import plain_text

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

STRENGTHS = "strengths"
"""The rules that find something well done, on a line of their own."""

LABELS = {
    ITEMS: ("À cocher", "À cocher"),
    "practices": ("La pratique", "Les pratiques"),
    "mistakes": ("L'erreur", "Les erreurs"),
    "pitfalls": ("L'écueil", "Les écueils"),
    "clauses": ("La clause à recopier", "Les clauses à recopier"),
    "rereading_rules": ("Ce que relève le relecteur", "Ce que relève le relecteur"),
    STRENGTHS: ("Ce que salue le relecteur", "Ce que salue le relecteur"),
}
"""Of each line, for one and for several."""


def related_block(context: RenderContext, model: object) -> Markup:
    """HTML of the links of a practice, a mistake, a pitfall, a clause or a rule; nothing when there are none."""
    return _block(context, node_of(model, context.catalogue))


def related_to_item(context: RenderContext, reference: str) -> Markup:
    """HTML of the links of an item of a checklist (« avant-de-commander#suite-portee »)."""
    return _block(context, (ITEMS, reference))


def related_groups(context: RenderContext, node: Node | None) -> list[SimpleNamespace]:
    """Label and links of each line, but for what the words of the sheet already lead to."""
    catalogue = context.catalogue
    said = catalogue.mentions.get(node, frozenset())
    nodes = [other for other in catalogue.related.get(node, ()) if other not in said]
    groups = []
    for sort, (one, several) in LABELS.items():
        links = [_link(context, other) for other in nodes if _line(other, context) == sort]
        if links:
            groups.append(SimpleNamespace(sort=sort, label=one if len(links) == 1 else several, links=links))
    return groups


def _line(node: Node, context: RenderContext) -> str:
    sort, name = node
    strength = sort == "rereading_rules" and context.catalogue.rereading_rules[name].kind is Notice.STRENGTH
    return STRENGTHS if strength else sort


def _block(context: RenderContext, node: Node | None) -> Markup:
    groups = related_groups(context, node)
    return Markup(render_part("related.html", groups=groups)) if groups else Markup("")


def _link(context: RenderContext, node: Node) -> Markup:
    sort, name = node
    if sort != ITEMS:
        model = getattr(context.catalogue, sort)[name]
        return Markup(render_phrase("prose_link.html", title=model.title, href=context.href_of(place_of(model))))
    checklist_id, _, item_id = name.partition("#")
    return Markup(render_phrase(
        "item_link.html", list=context.catalogue.checklists[checklist_id].header.title,
        text=plain_text(context.inline(context.catalogue.item(name).text)), href=context.href(checklist_page(checklist_id), item_id),
    ))
