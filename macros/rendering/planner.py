"""The backward planning: the courses as tables that anyone reads, and the same figures for the script that dates them.

Python computes no date: it hands over what the law says, step by step, and the public holidays.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from macros.models.catalogue import Catalogue
from macros.models.planner import Course, Mark, Phase, Planner, Stage
from macros.models.procedure import Bound, DelayUnit, Procedure, Step
from macros.models.profile import Profile
from macros.places import procedure_page
from macros.planner_references import step_named
from macros.rendering.citations import cite_reference
from macros.rendering.procedures import delay_text, step_anchor
from macros.rendering.public_holidays import PublicHolidays, public_holidays
from macros.rendering.templates import render_block

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

YEARS_BEFORE, YEARS_AFTER = 1, 4
"""The years whose holidays are published, around that of the law."""
WAITS = ("regles-communes:attente-avant-signature",)
"""Steps that end with a wait: what they lead to happens on the day after their last."""
CAUSE_WORDS = {"electronique": "voie électronique", "preinformation": "préinformation", "urgence": "urgence justifiée"}


@dataclass(frozen=True)
class StageView:
    """A stage with what it names: either a step of the law, with that which replaces it offline, or a phase."""

    stage: Stage
    phase: Phase | None
    step: Step | None
    offline: Step | None

    @property
    def id(self) -> str:
        return self.stage.phase or self.stage.step.replace(":", "-")

    @property
    def label(self) -> str:
        return self.phase.label if self.phase else self.step.label.rpartition(" : ")[2]

    @property
    def proposed(self) -> int | None:
        """What is proposed; None when it is only the legal minimum."""
        return self.stage.days if self.stage.days is not None else self.phase.days if self.phase else None

    @property
    def text(self) -> str | None:
        return self.stage.text or (self.phase.text if self.phase else None)

    def as_data(self) -> dict:
        return {
            "id": self.id, "label": _capital(self.label), "law": self.step is not None, "days": self.proposed or 0,
            "minimum": self.step.delay if self.step else None, "offline": self.offline.delay if self.offline else None,
            "reductions": [{"days": one.days, "cause": one.cause.value} for one in self.step.reductions] if self.step else [],
            "wait": self.stage.step in WAITS, "milestone": {"id": self.stage.milestone.value, "label": self.stage.milestone.label},
        }


@dataclass(frozen=True)
class CourseView:
    course: Course
    procedure: Procedure
    stages: tuple[StageView, ...]
    marks: tuple[tuple[Mark, Step], ...]
    floor: int | None
    """That of the same buyers on the page of the route."""

    @property
    def title(self) -> str:
        return f"{self.course.label} ({self.course.buyers.rpartition(', ')[2]})" if self.course.profiles and self.course.buyers else self.course.label

    def as_data(self, href: str) -> dict:
        return {
            "id": self.course.id, "label": self.course.label, "title": self.title, "href": href, "floor": self.floor,
            "profiles": [one.value for one in self.course.profiles or tuple(Profile)],
            "stages": [stage.as_data() for stage in self.stages],
            "marks": [_mark_data(mark, step) for mark, step in self.marks],
        }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _mark_data(mark: Mark, step: Step) -> dict:
    urgent = next((one.days for one in step.reductions if one.cause.value == "urgence"), None)
    return {
        "id": mark.id, "label": mark.label, "delay": step.delay, "unit": step.unit.value, "urgent": urgent,
        "side": "before" if mark.before else "after", "anchor": mark.anchor.value, "needsNotice": mark.with_notice,
        "earliest": (step.bound is Bound.MAXIMUM) == (mark.before is not None), "profiles": [one.value for one in mark.profiles or tuple(Profile)],
    }


def course_view(course: Course, planner: Planner, catalogue: Catalogue) -> CourseView:
    procedure = catalogue.procedures[course.procedure]
    floor = next((one.days for one in procedure.floors if one.buyers == course.buyers), None) if procedure.timelines else None
    named = partial(step_named, catalogue=catalogue)
    return CourseView(
        course, procedure,
        tuple(StageView(stage, planner.phase(stage.phase) if stage.phase else None, named(stage.step) if stage.step else None,
                        named(stage.offline) if stage.offline else None) for stage in course.stages),
        tuple((mark, named(mark.step)) for mark in map(planner.mark, course.marks)), floor,
    )


def _holidays_data(found: PublicHolidays) -> dict:
    dated = lambda days: {day.isoformat(): name for day, name in days.items()}  # noqa: E731
    return {
        "from": found.first, "to": found.last, "common": dated(found.common),
        "zones": [{"id": zone.id, "label": zone.label, "added": dated(zone.added)} for zone in found.zones],
    }


def planner_data(planner: Planner, catalogue: Catalogue, href=lambda course: "") -> dict:
    """What the script dates: the same figures as the tables, and the public holidays."""
    year = catalogue.law_date.year
    views = [course_view(course, planner, catalogue) for course in planner.courses]
    return {
        "lawDate": catalogue.law_date.isoformat(),
        "profiles": [{"id": one.value, "label": one.label} for one in Profile],
        "courses": [view.as_data(href(view.course)) for view in views],
        "calendar": _holidays_data(public_holidays(year - YEARS_BEFORE, year + YEARS_AFTER)),
    }


def planner(context: RenderContext, planner_id: str) -> str:
    """Macro `retroplanning("commande-publique")`: what each route takes, and the tool that puts it on the calendar."""
    shown = context.catalogue.planners[planner_id]
    data = planner_data(shown, context.catalogue, lambda course: context.href(procedure_page(course.procedure)))
    return render_block(
        "planner.html", planner=shown, data=json.dumps(data, ensure_ascii=False, separators=(",", ":")), calendar=data["calendar"],
        views=[course_view(course, shown, context.catalogue) for course in shown.courses], profiles=list(Profile),
        inline=context.inline, cite=partial(cite_reference, context), delay=delay_text, law_date=context.catalogue.law_date,
        href=lambda view: context.href(procedure_page(view.course.procedure)), causes=CAUSE_WORDS, unit_days=DelayUnit.DAYS,
        step_href=lambda reference: context.href(procedure_page(reference.partition(":")[0]), step_anchor(reference.partition(":")[2])),
        capital=_capital,
    )
