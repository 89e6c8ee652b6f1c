"""What deals with the same thing: practices, mistakes, pitfalls, clauses, rules of the Relecteur and items of the checklists.

A link is written once, in a key of a data file or in its words; it is followed both ways. Nothing else in the project works out a back-link.
"""

from __future__ import annotations

from typing import Iterable, Iterator, Mapping

from macros.models.catalogue import Catalogue, Node
from macros.reading.macro_calls import MacroCall

SHELVES = ("practices", "mistakes", "pitfalls", "clauses", "rereading_rules")
"""Of the catalogue, besides the items of its lists."""

ITEMS = "items"
SORTS = (ITEMS, *SHELVES)

_CALLS = {
    "pratique": ("practices", "practice_id"), "erreur": ("mistakes", "mistake_id"),
    "ecueil": ("pitfalls", "pitfall_id"), "clause": ("clauses", "clause_id"),
}


def node_of(model: object, catalogue: Catalogue) -> Node | None:
    """How `model` is named here; None for what takes no part."""
    return next(((shelf, model.id) for shelf in SHELVES if getattr(catalogue, shelf).get(getattr(model, "id", "")) is model), None)


def item_node(checklist_id: str, item_id: str) -> Node:
    return (ITEMS, f"{checklist_id}#{item_id}")


def named_by(calls: Iterable[MacroCall]) -> Iterator[Node]:
    """What the words of a text lead to."""
    for call in calls:
        if call.name == "element":
            yield item_node(call.arguments["checklist_id"], call.arguments["item_id"])
        elif call.name in _CALLS:
            shelf, argument = _CALLS[call.name]
            yield (shelf, call.arguments[argument])


def links_both_ways(catalogue: Catalogue, mentions: Mapping[Node, Iterable[Node]]) -> dict[Node, tuple[Node, ...]]:
    """From the keys of the data files and from `mentions`, what the words of each name. In the order of SORTS, then of the sheets."""
    found: dict[Node, set[Node]] = {}
    for one, other in [*_typed_as_keys(catalogue), *((one, other) for one, named in mentions.items() for other in named)]:
        if one != other and _exists(one, catalogue) and _exists(other, catalogue):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {node: tuple(sorted(others, key=lambda other: _order(other, catalogue))) for node, others in found.items()}


def _typed_as_keys(catalogue: Catalogue) -> Iterator[tuple[Node, Node]]:
    for shelf in SHELVES:
        for model in getattr(catalogue, shelf).values():
            for target in SHELVES:
                for other in getattr(model, target, ()):
                    yield (shelf, model.id), (target, other)
            if model.item:
                yield (shelf, model.id), (ITEMS, model.item)


def _exists(node: Node, catalogue: Catalogue) -> bool:
    """A link to nothing is told by the checks of references, and shown nowhere."""
    sort, name = node
    return catalogue.item(name) is not None if sort == ITEMS else name in getattr(catalogue, sort)


def _order(node: Node, catalogue: Catalogue) -> tuple:
    sort, name = node
    model = None if sort == ITEMS else getattr(catalogue, sort)[name]
    return (SORTS.index(sort), getattr(model, "rank", 0), name)

