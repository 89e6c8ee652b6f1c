"""A legal threshold: dated values, each with its article, its source and how sure it is.

    libelle: Dispense de publicité et de mise en concurrence, fournitures et services
    unite: euros-ht
    comparaison: inferieur
    valeurs:
      - {a_partir_du: 2026-04-01, montant: 60000, article: R2122-8, marque: confirme, source: …}

There is never a « latest value »: a day without a value is an error. A contradictory value may
overlap the confirmed one; it is then shown with it, as a warning, and never alone.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from pydantic import Field

from macros.models.base import Address, Confidence, Day, Model, Slug, Text
from macros.models.profile import Profile


class Unit(str, Enum):
    EUROS_EXCL_TAX = "euros-ht"
    EUROS_INCL_TAX = "euros-ttc"
    PERCENT = "pourcent"
    RATIO = "coefficient"
    DAYS = "jours"


class Comparison(str, Enum):
    BELOW = "inferieur"
    FROM = "a-partir-de"
    AT_MOST = "au-plus"
    ABOVE = "superieur"

    @property
    def label(self) -> str:
        return {"inferieur": "moins de", "a-partir-de": "à partir de", "au-plus": "au plus", "superieur": "plus de"}[self.value]


class ThresholdGroup(str, Enum):
    FORMAL = "procedure-formalisee"
    EXEMPTION = "dispense"
    INNOVATION = "achat-innovant"
    PUBLICITY = "publicite"
    TRANSPARENCY = "transparence"
    LOTS = "lots"
    CANDIDATES = "candidats"
    CONTROL = "controle"
    OTHER = "autres"

    @property
    def label(self) -> str:
        return {
            "procedure-formalisee": "Procédures formalisées", "dispense": "Petits achats", "achat-innovant": "Achat innovant",
            "publicite": "Publicité et documents", "transparence": "Contrat écrit et données", "lots": "Petits lots",
            "candidats": "Candidats et sous-traitants", "controle": "Contrôle de légalité", "autres": "Autres seuils",
        }[self.value]


class ThresholdValue(Model):
    """`amount` in the threshold's unit. `valid_until` is the last day, included; None: until the next value."""

    valid_from: Day
    valid_until: Day | None = None
    amount: float = Field(ge=0, allow_inf_nan=False)
    article: Text | None = None
    code: Slug = "ccp"
    text: Text | None = None
    source: Text
    address: Address | None = None
    confidence: Confidence
    note: Text | None = None

    @property
    def is_contradictory(self) -> bool:
        return self.confidence is Confidence.CONTRADICTORY


class Threshold(Model):
    """Either `values`, or `follows` (another threshold) from the day `follows_from`. Without `profiles`, it concerns every buyer."""

    id: Slug
    label: Text
    group: ThresholdGroup
    who: Text | None = None
    profiles: tuple[Profile, ...] = ()
    unit: Unit
    comparison: Comparison
    summary: Text
    checked_on: Day
    follows: Slug | None = None
    follows_from: Day | None = None
    article: Text | None = None
    code: Slug = "ccp"
    values: tuple[ThresholdValue, ...] = ()

    @property
    def firm_values(self) -> tuple[ThresholdValue, ...]:
        """The values that make the series: all but the contradictory ones, oldest first."""
        return tuple(value for value in self.values if not value.is_contradictory)

    def last_day(self, value: ThresholdValue) -> date | None:
        """Last day of `value`, included: its own, or the eve of the next one. None when still open."""
        later = [other.valid_from for other in self.firm_values if other.valid_from > value.valid_from]
        eve = min(later) - timedelta(days=1) if later else None
        ends = [day for day in (value.valid_until, eve) if day]
        return min(ends) if ends else None

    def value_on(self, day: date) -> ThresholdValue | None:
        """The firm value in force on `day`, or None: never the nearest one."""
        return next((value for value in self.firm_values if self._covers(value, day)), None)

    def contradictions_on(self, day: date) -> tuple[ThresholdValue, ...]:
        return tuple(value for value in self.values if value.is_contradictory and self._covers(value, day))

    def _covers(self, value: ThresholdValue, day: date) -> bool:
        last = value.valid_until if value.is_contradictory else self.last_day(value)
        return value.valid_from <= day and (last is None or day <= last)
