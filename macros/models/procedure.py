"""A way to buy: its legal conditions, its steps with their delays, what it leaves to creativity.

A delay counts in the unit of its step (calendar days unless said otherwise), forwards from `start`
or backwards to it; it is a minimum unless `bound` says otherwise. A step for which the text gives no
figure has no `delay` and says so in words (`no_delay`).
"""

from __future__ import annotations

from enum import Enum

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Confidence, Day, Model, Slug, Text, YesNo


class Family(str, Enum):
    UNADVERTISED = "sans-publicite"
    ADAPTED = "adaptee"
    FORMAL = "formalisee"
    TECHNIQUE = "technique"
    SPECIAL = "marche-particulier"
    POOLING = "mutualisation"
    OUTSIDE = "hors-marche"
    COMMON = "commun"

    @property
    def label(self) -> str:
        return {
            "sans-publicite": "Sans publicité ni mise en concurrence", "adaptee": "Procédure adaptée", "formalisee": "Procédures formalisées",
            "technique": "Techniques d'achat", "marche-particulier": "Marchés particuliers", "mutualisation": "Acheter à plusieurs",
            "hors-marche": "Hors marché, ou à sa frontière", "commun": "Règles communes",
        }[self.value]


class DelayUnit(str, Enum):
    DAYS = "jours"
    MONTHS = "mois"
    YEARS = "ans"


class Bound(str, Enum):
    """Whether the law says « at least » or « at most »."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"

    @property
    def label(self) -> str:
        return {"minimum": "au moins", "maximum": "au plus"}[self.value]


class Condition(Model):
    phrase: Text
    article: Text | None = None
    code: Slug = "ccp"
    threshold: Slug | None = None
    confidence: Confidence = Confidence.CONFIRMED


class Reduction(Model):
    days: int = Field(ge=1)
    condition: Text
    article: Text
    code: Slug = "ccp"


class Step(Model):
    id: Slug
    label: Text
    buyers: Text | None = None
    delay: int | None = Field(default=None, ge=0)
    unit: DelayUnit = DelayUnit.DAYS
    bound: Bound = Bound.MINIMUM
    backwards: YesNo = False
    no_delay: Text | None = None
    start: Text | None = None
    reductions: tuple[Reduction, ...] = ()
    article: Text | None = None
    code: Slug = "ccp"
    confidence: Confidence = Confidence.CONFIRMED
    practice: Text | None = None

    @model_validator(mode="after")
    def _delay_or_words(self) -> Step:
        if (self.delay is None) == (self.no_delay is None):
            raise PydanticCustomError("delay_or_words", "delai ou sans_delai")
        return self


class Floor(Model):
    """The least time the law allows to `buyers`, computed by adding the steps, in calendar days."""

    buyers: Text | None = None
    days: int | None = Field(default=None, ge=0)
    text: Text


class Reading(Model):
    """Our own reading, from 1 (little) to 5 (much)."""

    level: int = Field(ge=1, le=5)
    text: Text


class GuideReference(Model):
    id: Slug
    page: int | None = Field(default=None, ge=1)


class Procedure(Model):
    id: Slug
    label: Text
    family: Family
    summary: Text
    when: tuple[Text, ...] = ()
    conditions: tuple[Condition, ...] = ()
    steps: tuple[Step, ...] = ()
    floors: tuple[Floor, ...] = ()
    publicity: Text | None = None
    strengths: tuple[Text, ...] = ()
    limits: tuple[Text, ...] = ()
    creativity: Reading | None = None
    effort: Reading | None = None
    articles: tuple[Text, ...] = ()
    guides: tuple[GuideReference, ...] = ()
    reserves: tuple[Text, ...] = ()
    checked_on: Day

    def step(self, step_id: str) -> Step | None:
        return next((step for step in self.steps if step.id == step_id), None)
