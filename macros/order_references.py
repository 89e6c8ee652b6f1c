"""Checks that an order has its page, that its parts have each their name, and that its passages fill fields of the workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.order import Order
from macros.workshop_references import field_findings

if TYPE_CHECKING:
    from macros.references import References


def order_links(order: Order, references: References):
    """(path, findings) for each link an order makes."""
    yield ("page",), references.page(order.page)
    for name in order.settings:
        yield ("reglages", name), field_findings(name, references)
    seen: set[str] = set()
    for rank, part in enumerate(order.parts):
        if part.id in seen:
            yield ("parties", rank, "id"), iter([(f"« {part.id} » écrit deux fois", "Donnez à chacune le sien.")])
        seen.add(part.id)
        for passage_rank, passage in enumerate(part.passages):
            yield ("parties", rank, "passages", passage_rank, "champ"), field_findings(passage.field, references)
