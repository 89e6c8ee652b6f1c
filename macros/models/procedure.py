"""A way to buy: its legal conditions, its steps with their delays, what it leaves to creativity.

A delay counts in the unit of its step (calendar days unless said otherwise), forwards from `start`
or backwards to it; it is a minimum unless `bound` says otherwise. A step for which the text gives no
figure has no `delay` and says so in words (`no_delay`).
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
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


class Cause(str, Enum):
    """What opens a reduction, for the tools that compute dates; the sentence of the reduction says it to people."""

    ELECTRONIC = "electronique"
    PRIOR_NOTICE = "preinformation"
    URGENCY = "urgence"


class Reduction(Model):
    days: int = Field(ge=1)
    cause: Cause
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


class Segment(Model):
    """A step on a timeline: one of the procedure's own, or a common one (« regles-communes:attente-avant-signature »).

    `days`: the reduced delay when the timeline takes it, in calendar days; otherwise the step's own. `label`: shorter than the step's.
    """

    step: Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+:)?[a-z0-9-]+$")]
    days: int | None = Field(default=None, ge=0)
    label: Text | None = None


class Timeline(Model):
    """The shortest legal course for `buyers`: a drawing, whose sum is the floor of the same buyers."""

    buyers: Text | None = None
    segments: tuple[Segment, ...] = Field(min_length=1)


class GuideReference(Model):
    id: Slug
    page: int | None = Field(default=None, ge=1)


class Procedure(Model):
    """`short` names it on drawings and in tables; `amounts` and `suits` are what a comparison says of it."""

    id: Slug
    label: Text
    short: Annotated[str, StringConstraints(min_length=1, max_length=32)] | None = None
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
    exchanges: Reading | None = None
    effort: Reading | None = None
    amounts: Text | None = None
    suits: Text | None = None
    timelines: tuple[Timeline, ...] = ()
    articles: tuple[Text, ...] = ()
    guides: tuple[GuideReference, ...] = ()
    reserves: tuple[Text, ...] = ()
    checked_on: Day

    def step(self, step_id: str) -> Step | None:
        return next((step for step in self.steps if step.id == step_id), None)
