"""Checks of a rereading rule: what it names exists, and its examples say what its patterns do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterable, Iterator

from macros.models.rereading import Notice, RereadingRule
from macros.problems import did_you_mean

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
    for rank, one in enumerate(rule.covered_by):
        yield ("forces", rank), _strength(one, references)
    if rule.item:
        yield ("element",), references.item_reference(rule.item)
    for rank, text in enumerate(rule.examples):
        if not rule.finds(text):
            yield ("exemples", rank), [(f"la règle ne trouve rien dans « {text} »", "Élargissez « motifs », allégez « sauf », ou changez d'exemple.")]
    for rank, text in enumerate(rule.near_misses):
        if rule.finds(text):
            yield ("contre_exemples", rank), [(f"la règle s'arrête sur « {text} »", "Resserrez « motifs », ou ajoutez à « sauf » ce qui l'excuse.")]


def _strength(name: str, references: References) -> Iterator[Finding]:
    known = [one.id for one in references.catalogue.rereading_rules.values() if one.kind is Notice.STRENGTH]
    if name not in known and ("relecture", name) not in references.catalogue.broken:
        yield f"force inconnue « {name} »", did_you_mean(name, known) or "Nommez une règle du genre « force »."
