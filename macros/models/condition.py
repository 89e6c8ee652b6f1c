"""When a rule holds: the only thing the site asks of a reader's answers. Python reads and words it; rules.mjs alone evaluates it.

    si: {acheteur: [etat, hopital], valeur: {sous: publicite-obligatoire}}       both hold
    si: {un: [{objet: [travaux]}, {non: {fait: sous-le-seuil}}]}                  one of the two holds
    si: {au_moins: 2, parmi: [{equipe: [non]}, {temps: [non]}, {terrain: [non]}]}
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Iterator, Union

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

UNKNOWN = "inconnu"
"""The answer « je ne sais pas » of every question that admits it."""

NONE = "aucun"
"""The answer of a question with several answers that excludes the others."""


@dataclass(frozen=True)
class Answered:
    """One of `among` was given."""

    question: str
    among: tuple[str, ...]


@dataclass(frozen=True)
class Amount:
    """The amount given is strictly under the threshold `below`, or reaches the threshold `least`."""

    question: str
    below: str | None = None
    least: str | None = None


@dataclass(frozen=True)
class Fact:
    name: str


@dataclass(frozen=True)
class Every:
    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Some:
    """At least `least` of `parts`."""

    parts: tuple["Condition", ...]
    least: int = 1


@dataclass(frozen=True)
class Not:
    part: "Condition"


Condition = Union[Answered, Amount, Fact, Every, Some, Not]

RESERVED = frozenset({"tous", "un", "non", "fait", "au_moins", "parmi"})
"""Words of the language: no question may be called so."""


def parse_condition(raw: object) -> Condition:
    """A condition out of the keys typed. Raises PydanticCustomError, with the remedy, for anything else."""
    if not isinstance(raw, dict) or not raw:
        raise _wrong("Écrivez {question: [réponse]}.")
    if "au_moins" in raw or "parmi" in raw:
        return _count(raw)
    parts = tuple(_part(key, value) for key, value in raw.items())
    return parts[0] if len(parts) == 1 else Every(parts)


def _count(raw: dict) -> Some:
    least = str(raw.get("au_moins", ""))
    if set(raw) != {"au_moins", "parmi"} or not least.isdigit() or not isinstance(raw["parmi"], list) or not 1 <= int(least) <= len(raw["parmi"]):
        raise _wrong("Écrivez {au_moins: 2, parmi: [condition, condition, condition]}, seuls.")
    return Some(tuple(parse_condition(part) for part in raw["parmi"]), int(least))


def _part(key: str, value: object) -> Condition:
    match key, value:
        case "tous", [_, *_]:
            return Every(tuple(parse_condition(part) for part in value))
        case "un", [_, *_]:
            return Some(tuple(parse_condition(part) for part in value))
        case "non", dict():
            return Not(parse_condition(value))
        case "fait", str():
            return Fact(value)
        case ("tous" | "un" | "non" | "fait"), _:
            raise _wrong("On écrit {tous: […]}, {un: […]}, {non: {…}}, {fait: nom}.")
        case question, [_, *_] if all(isinstance(answer, str) for answer in value):
            return Answered(question, tuple(value))
        case question, {"sous": str(threshold), **rest} if not rest:
            return Amount(question, below=threshold)
        case question, {"des": str(threshold), **rest} if not rest:
            return Amount(question, least=threshold)
        case question, _:
            raise _wrong(f"Écrivez {{{question}: [réponse, réponse]}}, ou {{{question}: {{sous: seuil}}}}, ou {{{question}: {{des: seuil}}}}.")


def _wrong(remedy: str) -> PydanticCustomError:
    return PydanticCustomError("condition", "condition", {"remedy": remedy})


def parts_of(condition: Condition) -> Iterator[Condition]:
    """The condition and all those within it."""
    yield condition
    match condition:
        case Every(parts) | Some(parts):
            for part in parts:
                yield from parts_of(part)
        case Not(part):
            yield from parts_of(part)


def condition_data(condition: Condition) -> dict[str, Any]:
    """The condition as rules.mjs reads it."""
    match condition:
        case Answered(question, among):
            return {"question": question, "among": list(among)}
        case Amount(question, below, least):
            return {"question": question, "below": below} if below else {"question": question, "least": least}
        case Fact(name):
            return {"fact": name}
        case Every(parts):
            return {"every": [condition_data(part) for part in parts]}
        case Some(parts, least):
            return {"some": [condition_data(part) for part in parts], "least": least}
        case Not(part):
            return {"not": condition_data(part)}
    raise TypeError(condition)


ConditionField = Annotated[Any, BeforeValidator(parse_condition), PlainSerializer(condition_data), WithJsonSchema({"type": "object"})]
