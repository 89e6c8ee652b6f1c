"""Single sentences written for each rule by people who had read none of its patterns: how many of them it sees, how many it should have left."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Mapping

from macros.models.rereading import Notice, RereadingRule, rule_data
from macros.reading.yaml_strict import parse_yaml
from tests.relecture.measure import run_engine

PHRASES = Path(__file__).with_name("phrases")
TUNING_PHRASES, HELD_OUT_PHRASES = PHRASES / "reglage", PHRASES / "epreuve"


@dataclass(frozen=True)
class Bank:
    """`yes`: sentences where the rule speaks, or, for a gap, that show the thing there. `no`: neighbours where it must not."""

    rule: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True)
class BankScore:
    bank: Bank
    missed: tuple[str, ...]
    extra: tuple[str, ...]

    def __str__(self) -> str:
        return (f"{self.bank.rule} : vus {len(self.bank.yes) - len(self.missed)} sur {len(self.bank.yes)}, "
                f"en trop {len(self.extra)} sur {len(self.bank.no)}")


def banks(folder: Path = TUNING_PHRASES) -> list[Bank]:
    found = []
    for path in sorted(folder.glob("*.yml")):
        data = parse_yaml(path.read_text(encoding="utf-8"), path.name)[0].data
        found.append(Bank(path.stem, tuple(data["oui"]), tuple(data["non"])))
    return found


def try_banks(rules: Mapping[str, RereadingRule], folder: Path = TUNING_PHRASES) -> list[BankScore]:
    """A sentence is looked at by its own rule and, for a gap, by the strengths that cover it; the rest of a text is not there to help."""
    return [_try(bank, rules) for bank in banks(folder) if bank.rule in rules]


def _try(bank: Bank, rules: Mapping[str, RereadingRule]) -> BankScore:
    rule = rules[bank.rule]
    data = [rule_data(one) | {"context": []} for one in (rule, *(rules[name] for name in rule.covered_by if name in rules))]
    texts = (*bank.yes, *bank.no)
    speaks = {text: _speaks(rule, found) for text, found in zip(texts, run_engine(data, texts))}
    return BankScore(bank, tuple(text for text in bank.yes if not speaks[text]), tuple(text for text in bank.no if speaks[text]))


def _speaks(rule: RereadingRule, found: dict) -> bool:
    if rule.kind is Notice.MISSING:
        return rule.id not in found["missing"]
    return any(one["rule"] == rule.id for one in (*found["remarks"], *found["strengths"]))


def report_banks(scores: list[BankScore], details: bool = False) -> str:
    lines = []
    for score in scores:
        lines.append(str(score))
        if details:
            lines += [f"  MANQUÉ {text}" for text in score.missed] + [f"  EN TROP {text}" for text in score.extra]
    seen, wanted = (sum(len(one.bank.yes) - len(one.missed) for one in scores), sum(len(one.bank.yes) for one in scores))
    extra, left = (sum(len(one.extra) for one in scores), sum(len(one.bank.no) for one in scores))
    return "\n".join([*lines, f"Banc de phrases : {seen} vues sur {wanted}, {extra} en trop sur {left}."])
