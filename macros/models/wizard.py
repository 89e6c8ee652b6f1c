"""A tool that reasons aloud: questions, then rules, each of which gives a status to some outcomes and says why.

An outcome takes, of all the statuses that the rules give it, the strongest; its reasons are those of the rules that gave it. A rule
holds, does not hold, or cannot be told yet: rules.mjs says which, and nothing else does.
"""

from __future__ import annotations

from enum import Enum
from typing import Iterator

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Day, Model, Slug, Text, YesNo
from macros.models.condition import RESERVED, UNKNOWN, Amount, Condition, ConditionField, parts_of
from macros.models.procedure import GuideReference


class AnswerType(str, Enum):
    ONE = "choix"
    SEVERAL = "plusieurs"
    AMOUNT = "montant"


class Answer(Model):
    """`short`: how the table of rules names it."""

    id: Slug
    text: Text
    short: Text | None = None

    @property
    def name(self) -> str:
        return self.short or self.text


class Question(Model):
    """`when`: asked only then; it looks at earlier questions. `unknown`: « je ne sais pas » is an answer too, called « inconnu »."""

    id: Slug
    text: Text
    short: Text | None = None
    helper: Text | None = None
    answer_type: AnswerType = AnswerType.ONE
    when: ConditionField | None = None
    unknown: YesNo = False
    answers: tuple[Answer, ...] = ()

    @field_validator("id")
    @classmethod
    def _not_a_word_of_the_language(cls, value: str) -> str:
        if value in RESERVED:
            raise PydanticCustomError("wizard", "mot réservé", {"what": f"« {value} » est un mot des conditions", "remedy": "Donnez un autre nom à la question."})
        return value

    @model_validator(mode="after")
    def _answers_suit_the_type(self) -> Question:
        if (self.answer_type is AnswerType.AMOUNT) == bool(self.answers):
            raise PydanticCustomError("wizard", "réponses", {
                "what": "un montant n'a pas de réponses écrites d'avance, les autres questions en ont",
                "remedy": "Retirez « reponses », ou retirez « type: montant »."})
        if UNKNOWN in (answer.id for answer in self.answers):
            raise PydanticCustomError("wizard", "inconnu", {"what": "« inconnu » parmi les réponses", "remedy": "Écrivez « inconnu: oui » : le site ajoute « Je ne sais pas »."})
        return self

    @property
    def name(self) -> str:
        return self.short or self.text

    @property
    def answer_ids(self) -> tuple[str, ...]:
        return (*(answer.id for answer in self.answers), *((UNKNOWN,) if self.unknown else ()))


class Fact(Model):
    """A condition with a name, so that several rules say it in the same words. `short` stands in the rules, `text` explains it once."""

    id: Slug
    short: Text
    text: Text
    condition: ConditionField


class Status(Model):
    """`strength`: of two statuses given to an outcome, the strongest stays. The list is in the order of display."""

    id: Slug
    text: Text
    strength: int = Field(ge=1, le=99)


class Group(Model):
    """`always`: its outcomes are shown even when no rule has spoken of them yet. `when_empty`: what is said when none is shown."""

    id: Slug
    title: Text
    always: YesNo = False
    when_empty: Text | None = None


class Link(Model):
    page: Text
    text: Text


class Outcome(Model):
    """`procedure`: the way to buy it stands for, whose delays, room and page are then shown with it."""

    id: Slug
    title: Text
    group: Slug
    text: Text | None = None
    procedure: Slug | None = None
    links: tuple[Link, ...] = ()


class Rule(Model):
    """`effects`: outcome → status. A reason has an article or a guide, or says that it is our own reading."""

    id: Slug
    condition: ConditionField
    effects: dict[Slug, Slug] = Field(min_length=1)
    reason: Text
    articles: tuple[Text, ...] = ()
    guides: tuple[GuideReference, ...] = ()
    our_reading: YesNo = False

    @model_validator(mode="after")
    def _has_a_source(self) -> Rule:
        if not (self.articles or self.guides or self.our_reading):
            raise PydanticCustomError("wizard", "source", {
                "what": "raison sans source", "remedy": "Ajoutez « articles: [R2122-8] » ou « guides: [{id: …}] », ou « notre_lecture: oui »."})
        return self


class Wizard(Model):
    """`page`: where it is shown, relative to docs/."""

    id: Slug
    title: Text
    summary: Text
    page: Text
    questions: tuple[Question, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = ()
    statuses: tuple[Status, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = Field(min_length=1)
    checked_on: Day

    def question(self, question_id: str) -> Question | None:
        return next((one for one in self.questions if one.id == question_id), None)

    def fact(self, fact_id: str) -> Fact | None:
        return next((one for one in self.facts if one.id == fact_id), None)

    def conditions(self) -> Iterator[tuple[tuple[str | int, ...], Condition]]:
        """Every condition, with its path in the file."""
        for rank, question in enumerate(self.questions):
            if question.when:
                yield ("questions", rank, "quand"), question.when
        for rank, fact in enumerate(self.facts):
            yield ("faits", rank, "si"), fact.condition
        for rank, rule in enumerate(self.rules):
            yield ("regles", rank, "si"), rule.condition

    @property
    def thresholds(self) -> tuple[str, ...]:
        """Those its conditions compare amounts with, once each."""
        named = (part.below or part.least for _, condition in self.conditions() for part in parts_of(condition) if isinstance(part, Amount))
        return tuple(dict.fromkeys(named))
