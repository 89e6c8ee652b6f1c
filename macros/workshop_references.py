"""Checks that a workshop's fields go to parts that exist, that its practices do, and that its conditions ask for what can happen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

from macros.models.condition import Amount, Answered, Condition, Fact, parts_of
from macros.models.workshop import Workshop
from macros.problems import did_you_mean

if TYPE_CHECKING:
    from macros.references import Finding, References


def workshop_links(workshop: Workshop, references: References):
    """(path, findings) for each link a workshop makes."""
    yield ("page",), references.page(workshop.page)
    parts = [part.id for part in workshop.parts]
    yield ("parties",), _twice("partie", parts)
    yield ("etapes",), _twice("étape", [step.id for step in workshop.steps])
    yield ("etapes",), _twice("champ", [field.id for field in workshop.fields()])
    yield ("controles",), _twice("contrôle", [check.id for check in workshop.checks])
    for rank, step in enumerate(workshop.steps):
        for practice_rank, practice_id in enumerate(step.practices):
            yield ("etapes", rank, "pratiques", practice_rank), references.practice(practice_id)
        for field_rank, field in enumerate(step.fields):
            yield ("etapes", rank, "champs", field_rank, "partie"), _known("partie", field.part, parts)
    broken = (name for folder, name in references.catalogue.broken if folder == "procedures")
    signals = workshop.signals((*references.catalogue.procedures, *broken))
    for rank, check in enumerate(workshop.checks):
        yield ("controles", rank, "etape"), _known("étape", check.stage, [step.id for step in workshop.steps])
        yield ("controles", rank, "si"), _condition(check.condition, signals, references)


def stage_findings(stage: str, references: References) -> Iterator[Finding]:
    """An `etape:` key of a data file that a step of the workshop offers. Silent where there is no workshop."""
    steps = [step.id for workshop in references.catalogue.workshops.values() for step in workshop.steps]
    if steps:
        yield from _known("étape", stage, steps)


def field_findings(field: str, references: References) -> Iterator[Finding]:
    """A `champ:` key of a data file that fills a field of the workshop. Silent where there is no workshop."""
    fields = [one.id for workshop in references.catalogue.workshops.values() for one in workshop.fields()]
    if fields:
        yield from _known("champ", field, fields)


def _condition(condition: Condition, signals: dict[str, tuple[str, ...] | None], references: References) -> Iterator[Finding]:
    for part in parts_of(condition):
        if isinstance(part, Fact):
            yield f"fait inconnu « {part.name} »", "Un atelier n'a pas de faits : écrivez la condition."
        if not isinstance(part, (Answered, Amount)):
            continue
        if part.question not in signals:
            yield f"signal inconnu « {part.question} »", did_you_mean(part.question, signals) or f"À choisir parmi : {', '.join(signals)}."
        elif isinstance(part, Amount):
            yield from references.threshold(part.below or part.least)
            if signals[part.question] is not None:
                yield f"« {part.question} » n'est pas un montant", "Comparez à un seuil un champ « type: montant », ou nommez des valeurs."
        elif signals[part.question] is None:
            yield f"« {part.question} » est un montant", f"Comparez-le à un seuil, ou demandez « {part.question}-dit: [oui] »."
        else:
            for value in part.among:
                yield from _known("valeur", value, signals[part.question])


def _known(noun: str, given: str, known) -> Iterator[Finding]:
    if given not in known:
        yield f"{noun} inconnu{'e' if noun != 'champ' else ''} « {given} »", did_you_mean(given, known) or f"À choisir parmi : {', '.join(known)}."


def _twice(noun: str, ids: list[str]) -> Iterator[Finding]:
    for name in sorted({one for one in ids if ids.count(one) > 1}):
        yield f"{noun} « {name} » écrit{'e' if noun in ('partie', 'étape') else ''} deux fois", "Donnez à chacun le sien."
