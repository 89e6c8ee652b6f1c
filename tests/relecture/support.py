"""What each pattern of a rule brings, in how many texts: one that serves a single text recites it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping

from macros.models.rereading import Notice, RereadingRule, rule_data
from tests.relecture.measure import Annotated, Place, run_engine, same_passage


@dataclass
class Support:
    """Names of texts where a pattern is `right`, where it is so `alone` (no other of the rule would do), and where it is `wrong`.

    For a silencer, the same of the passages it silences: « right » ones are wrongly lost, « wrong » ones are rightly spared.
    """

    rule: str
    key: str
    typed: str
    right: set[str] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        shown = f"{len(self.right):3} justes ({len(self.alone)} sans lui perdus) {len(self.wrong):3} faux" if self.key == "motifs" else \
            f"{len(self.wrong):3} faux évités {len(self.right):3} justes perdus"
        return f"{self.rule} · {self.key} · {shown} · {self.typed}"


def supports(rules: Mapping[str, RereadingRule], texts: list[Annotated]) -> list[Support]:
    """One for each pattern and silencer of the rules, in their order."""
    parts = [(Support(rule.id, key, typed), rule, rank) for rule in rules.values()
             for key, given in (("motifs", rule.patterns), ("sauf", rule.unless)) for rank, typed in enumerate(given)]
    data = [_alone(rule, part.key, rank) | {"id": str(number)} for number, (part, rule, rank) in enumerate(parts)]
    for text, result in zip(texts, run_engine(data, [one.text for one in texts])):
        _count(parts, text, result)
    return [part for part, _, _ in parts]


def _alone(rule: RereadingRule, key: str, rank: int) -> dict[str, object]:
    """The rule with that pattern only; or with all its patterns, seen only where that silencer is."""
    data = rule_data(rule) | {"kind": Notice.PASSAGE.value, "coveredBy": []}
    if key == "motifs":
        return data | {"patterns": [rule.expressions[rank]]}
    return data | {"unless": [one for other, one in enumerate(rule.silencers) if other != rank]}


def _count(parts: list[tuple[Support, RereadingRule, int]], text: Annotated, result: dict) -> None:
    sentences = [tuple(one) for one in result["sentences"]]
    found: dict[int, list[Place]] = {}
    for one in result["remarks"]:
        number = int(one["rule"])
        found.setdefault(number, []).append(Place(parts[number][1].id, one["start"], one["end"]))
    by_rule: dict[tuple[str, Place], list[Support]] = {}
    for number, places in found.items():
        support, rule, _ = parts[number]
        wanted = [place for place in text.places if place.rule == rule.id]
        for place in places:
            if support.key == "sauf" and _kept(place, found, parts, rule, sentences):
                continue
            right = text_lacks_not(text, rule) if rule.kind is Notice.MISSING else any(same_passage(place, other, sentences) for other in wanted)
            (support.right if right else support.wrong).add(text.name)
        if support.key == "motifs":
            for other in wanted:
                if any(same_passage(place, other, sentences) for place in places):
                    by_rule.setdefault((rule.id, other), []).append(support)
            if rule.kind is Notice.MISSING and text_lacks_not(text, rule):
                by_rule.setdefault((rule.id, Place(rule.id, 0, 0)), []).append(support)
    for brought in by_rule.values():
        if len(brought) == 1:
            brought[0].alone.add(text.name)


def _kept(place: Place, found: dict[int, list[Place]], parts: list, rule: RereadingRule, sentences: list) -> bool:
    """Whether the rule as it is names the passage too: the silencer then changes nothing there."""
    return any(same_passage(place, other, sentences) for number, places in found.items()
               if parts[number][1] is rule and parts[number][0].key == "motifs" for other in places)


def text_lacks_not(text: Annotated, rule: RereadingRule) -> bool:
    return rule.id not in text.missing
