"""A checklist in a page, and the index of all of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from macros.models.base import Audience
from macros.models.checklist import Checklist, Item, Stage
from macros.places import checklist_page
from macros.rendering.dates import french_date
from macros.rendering.related import related_to_item
from macros.rendering.templates import render_block, render_phrase
from macros.rendering.texts import plain_text

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext


CASE_FILES_PAGE = "dossiers.md"


def item_anchor(checklist_id: str, item_id: str, page: str) -> str:
    """The item's own id on the list's page; prefixed elsewhere, where two lists may meet."""
    return item_id if page == checklist_page(checklist_id) else f"{checklist_id}--{item_id}"


def checklist(context: RenderContext, checklist_id: str) -> str:
    """Macro `checklist("id")`: the whole list, readable, tickable and printable without script."""
    shown = context.catalogue.checklists[checklist_id]
    return render_block(
        "checklist.html",
        checklist=view_of(shown, context),
        law_date=french_date(context.catalogue.law_date),
        canonical=context.page == checklist_page(checklist_id),
        case_files_href=context.href(CASE_FILES_PAGE),
    )


def checklist_item(context: RenderContext, checklist_id: str, item_id: str) -> str:
    """Macro `element("avant-de-commander", "suite-portee")`: link to one item, whose text it shows."""
    shown = context.catalogue.checklists[checklist_id]
    item = context.catalogue.item(f"{checklist_id}#{item_id}")
    return render_phrase(
        "checklist_item.html", checklist=shown, text=plain_text(context.inline(item.text)).rstrip("."),
        href=context.href(checklist_page(checklist_id), item_id),
    )


def checklist_index(context: RenderContext) -> str:
    """Macro `index_des_checklists()`: every list, by the stage at which it comes out."""
    order = list(Stage)
    listed = sorted(context.catalogue.checklists.values(), key=lambda one: order.index(one.header.stage))
    return render_block("checklist_index.html", checklists=[view_of(one, context) for one in listed])


def case_files(context: RenderContext) -> str:
    """Macro `mes_dossiers()`: every list in full, which the script fills with what the reader keeps."""
    order = list(Stage)
    listed = sorted(context.catalogue.checklists.values(), key=lambda one: order.index(one.header.stage))
    views = [view_of(one, context) for one in listed]
    audiences = [audience.label for audience in Audience if any(audience.label in view.audiences for view in views)]
    return render_block(
        "case_files.html", checklists=views, audiences=audiences, law_date=french_date(context.catalogue.law_date),
        total=sum(view.total for view in views), schema_href=f"{context.href('index.md')}schemas/dossier.json",
        stages=[stage.label for stage in order if any(view.stage_label == stage.label for view in views)],
    )


def view_of(shown: Checklist, context: RenderContext) -> SimpleNamespace:
    """What both templates show of a list. An object, since « items » of a dict is a method for Jinja."""
    header = shown.header
    following = context.catalogue.checklists.get(header.next) if header.next else None
    return SimpleNamespace(
        id=shown.id, title=header.title, summary=header.summary, stage_label=header.stage.label,
        audiences=[audience.label for audience in header.audiences], duration=header.duration,
        aliases=" ".join(f"{old}:{new}" for old, new in header.aliases.items()),
        checked_on=french_date(header.checked_on), revision=shown.revision, total=shown.total,
        href=context.href(checklist_page(shown.id)),
        intro=context.inline(shown.intro) if shown.intro else "",
        sections=[
            SimpleNamespace(
                id=section.id, title=section.title, total=len(section.items),
                anchor=item_anchor(shown.id, section.id, context.page),
                items=[_item_view(shown.id, item, context) for item in section.items],
            )
            for section in shown.sections
        ],
        next=SimpleNamespace(title=following.header.title, href=context.href(checklist_page(following.id))) if following else None,
    )


def _item_view(checklist_id: str, item: Item, context: RenderContext) -> SimpleNamespace:
    text = context.inline(item.text)
    return SimpleNamespace(
        id=item.id, anchor=item_anchor(checklist_id, item.id, context.page), text=text, plain=plain_text(text),
        why=context.inline(item.why), sources=context.inline(item.sources),
        related=related_to_item(context, f"{checklist_id}#{item.id}") if context.page == checklist_page(checklist_id) else "",
    )
