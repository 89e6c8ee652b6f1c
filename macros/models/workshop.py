"""A workshop: the parts of a document, the steps that ask for its words one question at a time, and what it checks as they come.

A check is a condition, in the language of the wizards, on signals: a field of text is « vide » or « rempli », a field of choice holds
its answer, and SIGNALS are worked out from several fields. order-signals.mjs gives the signals, rules.mjs judges.
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Iterator, Mapping

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Day, Model, Slug, Text
from macros.models.condition import RESERVED, UNKNOWN, ConditionField
from macros.models.wizard import Answer


class FieldType(str, Enum):
    """What is typed. « procedure » is a choice whose answers are the ways to buy; « criteres » is the table of the criteria."""

    TEXT = "texte"
    AMOUNT = "montant"
    CHOICE = "choix"
    PROCEDURE = "procedure"
    CRITERIA = "criteres"


EMPTY, FILLED = "vide", "rempli"

SIGNALS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "budget-dit": ("oui", "non"),
    "criteres-nombre": ("aucun", "un", "quelques-uns", "beaucoup"),
    "total-des-poids": ("aucun", "cent", "autre"),
    "prix-critere": ("absent", "mineur", "moitie", "seul"),
    "environnement-critere": ("oui", "non"),
    "pages": ("vide", "peu", "beaucoup"),
    "longueur": ("vide", "deux-pages", "longue"),
    "crochets": ("oui", "non"),
})
"""Those that no field holds by itself, with their values. A test compares the list with order-signals.mjs."""


class WorkshopAnswer(Answer):
    """`phrase`: what the document says when it is chosen; nothing when there is none."""

    phrase: Text | None = None


class WorkshopField(Model):
    """`part`: where the document puts it. `lead`: the words it starts with there. `phrase`: how the document says an amount, « {} » for it."""

    id: Slug
    label: Text
    answer_type: FieldType = FieldType.TEXT
    part: Slug
    helper: Text | None = None
    lead: Text | None = None
    phrase: Text | None = None
    answers: tuple[WorkshopAnswer, ...] = ()

    @field_validator("id")
    @classmethod
    def _not_a_word_of_the_language(cls, value: str) -> str:
        if value in RESERVED or value in SIGNALS and value != "pages":
            raise PydanticCustomError("wizard", "mot réservé", {"what": f"« {value} » est un mot des conditions", "remedy": "Donnez un autre nom au champ."})
        return value

    @model_validator(mode="after")
    def _suits_its_type(self) -> WorkshopField:
        if (self.answer_type is FieldType.CHOICE) != bool(self.answers):
            raise PydanticCustomError("wizard", "réponses", {
                "what": "un choix a ses réponses écrites d'avance, les autres champs n'en ont pas", "remedy": "Ajoutez « type: choix », ou retirez « reponses »."})
        if self.phrase and (self.answer_type is not FieldType.AMOUNT or "{}" not in self.phrase):
            raise PydanticCustomError("wizard", "phrase", {
                "what": "« phrase » dit un montant, à l'endroit des accolades", "remedy": "Écrivez « Enveloppe : {}. » sur un champ « type: montant », ou mettez la phrase dans chaque réponse."})
        return self

    @property
    def signal_values(self) -> tuple[str, ...]:
        """What a condition may ask of it; an amount is compared with thresholds."""
        if self.answer_type is FieldType.CHOICE:
            return tuple(one.id for one in self.answers)
        return () if self.answer_type in (FieldType.AMOUNT, FieldType.CRITERIA) else (EMPTY, FILLED)


class Part(Model):
    """A heading of the document."""

    id: Slug
    title: Text


class Step(Model):
    """`practices`: the first one's clause is shown before and after, the others are named."""

    id: Slug
    question: Text
    why: Text
    practices: tuple[Slug, ...] = Field(min_length=1)
    fields: tuple[WorkshopField, ...] = Field(min_length=1)


class CheckKind(str, Enum):
    """In the order they are told."""

    MISSING = "manque"
    CONTRADICTION = "contradiction"
    ADVICE = "conseil"

    @property
    def label(self) -> str:
        return {"manque": "Il manque encore", "contradiction": "Cela se contredit", "conseil": "À regarder"}[self.value]


class Check(Model):
    """What is said, gently, when its condition holds."""

    id: Slug
    stage: Slug
    kind: CheckKind
    condition: ConditionField
    text: Text


class Workshop(Model):
    """`page`: where it is shown, relative to docs/. `clauses_title`: the heading of the clauses that were put in."""

    id: Slug
    title: Text
    summary: Text
    page: Text
    checked_on: Day
    parts: tuple[Part, ...] = Field(min_length=1)
    clauses_title: Text
    steps: tuple[Step, ...] = Field(min_length=1)
    checks: tuple[Check, ...] = ()

    def fields(self) -> Iterator[WorkshopField]:
        for step in self.steps:
            yield from step.fields

    def field(self, field_id: str) -> WorkshopField | None:
        return next((one for one in self.fields() if one.id == field_id), None)

    def step(self, step_id: str) -> Step | None:
        return next((one for one in self.steps if one.id == step_id), None)

    def signals(self, procedures: tuple[str, ...]) -> dict[str, tuple[str, ...] | None]:
        """What conditions may name, with the values each takes; None for an amount."""
        found: dict[str, tuple[str, ...] | None] = {}
        for one in self.fields():
            if one.answer_type is FieldType.AMOUNT:
                found |= {one.id: None, f"{one.id}-dit": ("oui", "non")}
            elif one.answer_type is FieldType.PROCEDURE:
                found[one.id] = (*procedures, UNKNOWN)
            elif one.signal_values:
                found[one.id] = one.signal_values
        return found | SIGNALS
