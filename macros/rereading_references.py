"""Checks of a rereading rule: what it names exists, and its examples say what its patterns do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterable, Iterator

from macros.models.rereading import RereadingRule

if TYPE_CHECKING:
    from macros.references import Finding, References

Links = Iterator[tuple[tuple[str | int, ...], Iterable["Finding"]]]


def rereading_links(rule: RereadingRule, references: References) -> Links:
    """(path in the file, findings) of everything a rule names."""
    named: tuple[tuple[str, tuple[str, ...], Callable[[str], Iterator[Finding]]], ...] = (
        ("pratiques", rule.practices, references.practice), ("erreurs", rule.mistakes, references.mistake),
        ("ecueils", rule.pitfalls, references.pitfall), ("clauses", rule.clauses, references.clause),
    )
    for key, ids, check in named:
        for rank, one in enumerate(ids):
            yield (key, rank), check(one)
    if rule.item:
        yield ("element",), references.item_reference(rule.item)
    for rank, text in enumerate(rule.examples):
        if not rule.finds(text):
            yield ("exemples", rank), [(f"la règle ne trouve rien dans « {text} »", "Élargissez « motifs », allégez « sauf », ou changez d'exemple.")]
    for rank, text in enumerate(rule.near_misses):
        if rule.finds(text):
            yield ("contre_exemples", rank), [(f"la règle s'arrête sur « {text} »", "Resserrez « motifs », ou ajoutez à « sauf » ce qui l'excuse.")]
