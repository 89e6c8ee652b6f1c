"""A workshop in a page: its steps as a form that anyone reads and prints, and the same data for the scripts that write the document.

Nothing is evaluated here: order-checks.mjs judges with rules.mjs, order-document.mjs words the document.
"""

from __future__ import annotations

import json
from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from macros.models.clause import Clause
from macros.models.condition import UNKNOWN, Amount, condition_data, parts_of
from macros.models.order import Order
from macros.models.practice import Practice
from macros.models.workshop import CheckKind, FieldType, Step, Workshop
from macros.places import place_of
from macros.rendering.dates import french_date
from macros.rendering.procedures import procedure
from macros.rendering.templates import render_block
from macros.rendering.texts import plain_text
from macros.rendering.typography import polish_html
from macros.rendering.wizards import CASE_FILES_PAGE
from macros.rendering.writing import practice

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

READER_PAGE = "ecrire/relecteur.md"
ROUTE_PAGE = "choisir/quelle-procedure.md"
RULES_ONLY = "regles-communes"
"""The procedure that is no way to buy."""
_TYPES = {FieldType.TEXT: "text", FieldType.AMOUNT: "amount", FieldType.CHOICE: "choice",
          FieldType.PROCEDURE: "procedure", FieldType.CRITERIA: "criteria"}


def workshop(context: RenderContext, workshop_id: str) -> str:
    """Macro `atelier("commande")`: the steps of the workshop, the document they make, and what it checks."""
    shown = context.catalogue.workshops[workshop_id]
    return render_block(
        "workshop.html", workshop=shown, data=_json(workshop_data(shown, context)), law_date=french_date(context.catalogue.law_date),
        inline=context.inline, blocks=context.blocks, example=lambda step: _example(step, context), unknown=UNKNOWN,
        practice=partial(practice, context), practice_href=lambda one: context.href_of(place_of(one)), routes=routes(context),
        clauses=lambda step: clauses_of(step, context), clause_href=lambda one: context.href_of(place_of(one)), procedure=partial(procedure, context),
        orders=orders(context), order_href=lambda one: context.href(one.page), kinds=list(CheckKind),
        case_files_href=context.href(CASE_FILES_PAGE), route_href=context.href(ROUTE_PAGE),
        reader_href=context.href(READER_PAGE, "atelier") if READER_PAGE in context.catalogue.pages else "",
    )


def outline(context: RenderContext, workshop_id: str = "commande") -> dict[str, Any]:
    """What order-document.mjs needs to turn what the dossier keeps into a document. Empty when there is no such workshop."""
    shown = context.catalogue.workshops.get(workshop_id)
    if shown is None:
        return {}
    return {
        "id": shown.id,
        "title": _plain(shown.title),
        "parts": [{"id": part.id, "title": _plain(part.title)} for part in shown.parts],
        "clausesTitle": _plain(shown.clauses_title),
        "fields": [_field_data(field, step) for step in shown.steps for field in step.fields],
        "routes": {name: _plain(label) for name, label in routes(context)},
        "clauses": {one.id: _plain(one.title) for one in sorted(context.catalogue.clauses.values(), key=lambda one: one.rank)},
    }


def workshop_data(shown: Workshop, context: RenderContext) -> dict[str, Any]:
    """The outline, what is checked, and the orders to start from."""
    return outline(context, shown.id) | {
        "checks": [{"id": one.id, "stage": one.stage, "kind": one.kind.value, "condition": condition_data(one.condition)} for one in shown.checks],
        "thresholds": {name: _amount(name, context) for name in _thresholds(shown)},
        "orders": [_order_data(one, context) for one in orders(context)],
    }


def routes(context: RenderContext) -> list[tuple[str, str]]:
    """(id, label) of the ways to buy."""
    return [(one.id, one.label) for one in context.catalogue.procedures.values() if one.id != RULES_ONLY]


def orders(context: RenderContext) -> list[Order]:
    return sorted(context.catalogue.orders.values(), key=lambda one: one.rank)


def clauses_of(step: Step, context: RenderContext) -> list[Clause]:
    return sorted((one for one in context.catalogue.clauses.values() if one.stage == step.id), key=lambda one: one.rank)


def _example(step: Step, context: RenderContext) -> Practice:
    return context.catalogue.practices[step.practices[0]]


def _field_data(field, step: Step) -> dict[str, Any]:
    data = {"id": field.id, "step": step.id, "part": field.part, "type": _TYPES[field.answer_type], "label": _plain(field.label)}
    if field.lead:
        data["lead"] = _plain(field.lead)
    if field.phrase:
        data["phrase"] = _plain(field.phrase)
    if field.answers:
        data["answers"] = {one.id: _plain(one.phrase) if one.phrase else "" for one in field.answers}
    return data


def _order_data(order: Order, context: RenderContext) -> dict[str, Any]:
    return {
        "id": order.id, "title": _plain(order.title),
        "fields": {name: plain_lines(polish_html(str(context.blocks(text)))) for name, text in order.fields().items()},
        "criteria": [{"name": _plain(one.name), "weight": str(one.weight) if one.weight else "",
                      "text": plain_lines(polish_html(str(context.blocks(one.text)))) if one.text else ""} for one in order.criteria],
    }


def _thresholds(shown: Workshop) -> tuple[str, ...]:
    named = (part.below or part.least for one in shown.checks for part in parts_of(one.condition) if isinstance(part, Amount))
    return tuple(dict.fromkeys(named))


def _amount(threshold_id: str, context: RenderContext) -> float | None:
    value = context.catalogue.threshold_value(context.catalogue.thresholds[threshold_id])
    return value.amount if value else None


def _plain(text: str) -> str:
    return plain_text(polish_html(text)).strip()


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def plain_lines(html: str) -> str:
    """The words of `html` as one types them: a line a paragraph, « - » before each item of a list."""
    reader = _Lines()
    reader.feed(html)
    reader.close()
    return "\n".join(line for line in (" ".join(one.split(" ")).strip() for one in reader.lines) if line)


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            self.lines.append("- ")
        elif tag in ("p", "ul", "ol", "br") and self.lines[-1] != "- ":
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data.replace("\n", " ")
