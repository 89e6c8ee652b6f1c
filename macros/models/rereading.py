"""What the Relecteur notices in an order: a passage that closes, something missing, or something done well."""

from __future__ import annotations

import re
from enum import Enum
from functools import cached_property
from typing import Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Day, Model, Slug, Text
from macros.models.pattern import PatternField, compile_pattern, compiled, expand, flat
from macros.models.prose import ItemReference, Justification

SOURCE_CALL = re.compile(r"\{\{\s*(?:guide|article|chiffre|seuil|delai|pratique|procedure)\(")


class Notice(str, Enum):
    """`MISSING`: the patterns are what would show that the thing is there; it is said when none is found."""

    PASSAGE = "passage"
    MISSING = "manque"
    STRENGTH = "force"


class RuleFamily(str, Enum):
    CLOSED = "ferme"
    EXCLUDES = "ecarte"
    LAW = "droit"
    VAGUE = "flou"


class Severity(str, Enum):
    HIGH = "forte"
    MEDIUM = "moyenne"
    LOW = "legere"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


class RereadingRule(Model):
    """`unless`: found in the same sentence, they silence the rule there. `context`: the rule speaks only of a text that holds one of them.

    `covered_by`: strengths that tell, when found, that what the rule would call missing is there. `words`: lists that patterns
    call by their name, « <creation> », so that none is written twice.
    """

    id: Slug
    title: Text
    kind: Notice
    family: RuleFamily | None = None
    severity: Severity | None = None
    words: dict[Slug, Text] = Field(default_factory=dict)
    patterns: tuple[PatternField, ...] = Field(min_length=1)
    unless: tuple[PatternField, ...] = ()
    context: tuple[PatternField, ...] = ()
    covered_by: tuple[Slug, ...] = ()
    reason: Text
    rewording: Text | None = None
    practices: tuple[Slug, ...] = ()
    mistakes: tuple[Slug, ...] = ()
    pitfalls: tuple[Slug, ...] = ()
    item: ItemReference | None = None
    clauses: tuple[Slug, ...] = ()
    examples: tuple[Text, ...] = ()
    near_misses: tuple[Text, ...] = ()
    checked_on: Day
    unsourced: tuple[Justification, ...] = ()

    @model_validator(mode="after")
    def _keys_suit_the_kind(self) -> RereadingRule:
        wanted = {
            "famille": (self.family, self.kind is Notice.PASSAGE),
            "gravite": (self.severity, self.kind is not Notice.STRENGTH),
            "reformulation": (self.rewording, self.kind is not Notice.STRENGTH),
        }
        for key, (value, needed) in wanted.items():
            if (value is not None) is not needed:
                raise _wrong(f"« {key} » {'manque à' if needed else 'ne convient pas à'} une règle « {self.kind.value} »",
                             f"{'Ajoutez' if needed else 'Retirez'} cette clé.")
        if self.covered_by and self.kind is not Notice.MISSING:
            raise _wrong("« forces » ne va qu'à un manque", "Retirez cette clé.")
        return self

    @model_validator(mode="after")
    def _lists_are_known_and_used(self) -> RereadingRule:
        typed = (*self.patterns, *self.unless, *self.context)
        for one in typed:
            self._compiled(one)
        for name in self.words:
            if not any(f"<{name}>" in one for one in typed):
                raise _wrong(f"la liste « {name} » ne sert à aucun motif", f"Appelez-la par « <{name}> », ou retirez-la.")
        return self

    @model_validator(mode="after")
    def _has_a_source(self) -> RereadingRule:
        if not self.practices and not SOURCE_CALL.search(f"{self.reason} {self.rewording or ''}"):
            raise _wrong("règle sans source", "Nommez une pratique (« pratiques »), ou citez un guide ou un article dans « raison ».")
        return self

    @model_validator(mode="after")
    def _examples_are_enough(self) -> RereadingRule:
        for key, given in (("exemples", self.examples), ("contre_exemples", self.near_misses)):
            if len(given) < 3:
                raise _wrong(f"{len(given)} dans « {key} »", "Il en faut trois au moins, différents : ils sont essayés à chaque construction.")
        return self

    @cached_property
    def expressions(self) -> tuple[str, ...]:
        return tuple(self._compiled(one) for one in self.patterns)

    @cached_property
    def silencers(self) -> tuple[str, ...]:
        return tuple(self._compiled(one) for one in self.unless)

    @cached_property
    def contexts(self) -> tuple[str, ...]:
        return tuple(self._compiled(one) for one in self.context)

    def _compiled(self, typed: str) -> str:
        return compile_pattern(expand(typed, self.words))

    def finds(self, text: str) -> bool:
        """Whether one sentence holds a pattern and nothing that silences it, whatever the rest of the text. The browser's engine is the judge; this one warns earlier."""
        flattened = flat(text)
        return self._any_of(self.patterns, flattened) and not self._any_of(self.unless, flattened)

    def _any_of(self, typed: tuple[str, ...], flattened: str) -> bool:
        return any(compiled(expand(one, self.words)).search(flattened) for one in typed)


def _wrong(what: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError("rereading", "règle", {"what": what, "remedy": remedy})


def rule_data(rule: RereadingRule) -> dict[str, Any]:
    """The rule as rereading.mjs reads it."""
    return {
        "id": rule.id, "kind": rule.kind.value,
        "family": rule.family.value if rule.family else None, "severity": rule.severity.value if rule.severity else None,
        "patterns": list(rule.expressions), "unless": list(rule.silencers), "context": list(rule.contexts), "coveredBy": list(rule.covered_by),
    }
