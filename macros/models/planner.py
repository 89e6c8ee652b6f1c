"""What a purchase is made of, in order: the steps of the law, and between them the phases that each buyer is free to size.

    phases:
      - {id: analyser, libelle: Analyser les offres, jours: 14, texte: Notre proposition.}
    deroules:
      - id: appel-d-offres-ouvert
        procedure: appel-d-offres
        acheteurs: forme ouverte          # of the timeline whose steps it holds, all of them and in the same order
        enchainement:
          - {temps: "appel-d-offres:ouvert-offres", jalon: offres}
          - {phase: analyser, jalon: choix}

Delays are never written here: they belong to the steps of the procedures. `days` is only what is proposed.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.models.base import Day, Model, Slug, Text, YesNo
from macros.models.profile import Profile

StepReference = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+:[a-z0-9-]+$")]
Days = Annotated[int, Field(ge=0, le=730)]


class Milestone(str, Enum):
    """What has happened once a stage is over."""

    NEED = "besoin"
    QUALIFIED = "qualification"
    NOTICE = "avis"
    CANDIDATES = "candidatures"
    INVITED = "invitation"
    TALKED = "fin-du-dialogue"
    OFFERS = "offres"
    WORKS = "prestations"
    JURY = "jury"
    PROJECTS = "projets"
    ANALYSED = "analyse"
    LAST_OFFERS = "offres-finales"
    CHOSEN = "choix"
    REJECTIONS = "rejets"
    SIGNED = "signature"

    @property
    def label(self) -> str:
        return {
            "besoin": "Besoin écrit", "qualification": "Note de qualification datée", "avis": "Envoi de l'avis",
            "candidatures": "Date limite des candidatures", "invitation": "Envoi des invitations", "fin-du-dialogue": "Clôture du dialogue",
            "offres": "Date limite des offres", "prestations": "Remise des prestations", "jury": "Avis du jury", "projets": "Date limite des projets",
            "analyse": "Première analyse finie", "offres-finales": "Dernières offres",
            "choix": "Choix de l'offre", "rejets": "Envoi des rejets", "signature": "Signature possible",
        }[self.value]


class Phase(Model):
    """A length that the law leaves free, with what is proposed and where the figure comes from."""

    id: Slug
    label: Text
    days: Days
    text: Text


class Stage(Model):
    """A phase, or a step of a procedure. `offline`: the step that replaces it when nothing goes by electronic means."""

    phase: Slug | None = None
    step: StepReference | None = None
    offline: StepReference | None = None
    milestone: Milestone
    days: Days | None = None
    text: Text | None = None

    @model_validator(mode="after")
    def _phase_or_step(self) -> Stage:
        if (self.phase is None) == (self.step is None):
            raise PydanticCustomError("phase_or_step", "phase ou temps")
        return self


class Mark(Model):
    """A date to keep `before` or `after` a milestone. `with_notice`: only with a prior notice."""

    id: Slug
    label: Text
    step: StepReference
    before: Milestone | None = None
    after: Milestone | None = None
    with_notice: YesNo = False
    profiles: tuple[Profile, ...] = ()

    @model_validator(mode="after")
    def _before_or_after(self) -> Mark:
        if (self.before is None) == (self.after is None):
            raise PydanticCustomError("before_or_after", "avant ou apres")
        return self

    @property
    def anchor(self) -> Milestone:
        return self.before or self.after


class Course(Model):
    """One route for some buyers. `buyers`: those of the procedure's timeline, when it has timelines."""

    id: Slug
    label: Text
    procedure: Slug
    buyers: Text | None = None
    profiles: tuple[Profile, ...] = ()
    stages: tuple[Stage, ...] = Field(min_length=1)
    marks: tuple[Slug, ...] = ()


class Planner(Model):
    id: Slug
    title: Text
    summary: Text
    phases: tuple[Phase, ...] = Field(min_length=1)
    marks: tuple[Mark, ...] = ()
    courses: tuple[Course, ...] = Field(min_length=1)
    checked_on: Day

    def phase(self, phase_id: str) -> Phase | None:
        return next((phase for phase in self.phases if phase.id == phase_id), None)

    def mark(self, mark_id: str) -> Mark | None:
        return next((mark for mark in self.marks if mark.id == mark_id), None)
