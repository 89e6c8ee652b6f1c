"""Checks that a calendar names steps that exist, holds every step of its procedure's timeline, and marks its dates in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

from macros.models.planner import Course, Planner
from macros.models.procedure import Bound, DelayUnit, Step
from macros.problems import did_you_mean

if TYPE_CHECKING:
    from macros.models.catalogue import Catalogue
    from macros.references import Finding, References


def step_named(reference: str, catalogue: Catalogue) -> Step | None:
    """The step that « regles-communes:attente-avant-signature » names."""
    procedure_id, _, step_id = reference.partition(":")
    procedure = catalogue.procedures.get(procedure_id)
    return procedure.step(step_id) if procedure else None


def planner_links(planner: Planner, references: References):
    """(path, findings) for each link a calendar makes."""
    yield (), _twice(planner)
    used = {stage.phase for course in planner.courses for stage in course.stages}
    for rank, phase in enumerate(planner.phases):
        if phase.id not in used:
            yield ("phases", rank), iter([(f"phase « {phase.id} » inutile", "Aucun déroulé ne l'emploie : retirez-la, ou employez-la.")])
    for rank, mark in enumerate(planner.marks):
        yield ("reperes", rank), _step(mark.step, references)
        yield ("reperes", rank), _needs_figure(mark.step, references)
    for rank, course in enumerate(planner.courses):
        yield ("deroules", rank, "procedure"), references.procedure(course.procedure)
        yield ("deroules", rank), _course(course, planner, references)


def _twice(planner: Planner) -> Iterator[Finding]:
    for noun, names in (("phase", planner.phases), ("repère", planner.marks), ("déroulé", planner.courses)):
        ids = [one.id for one in names]
        for name in sorted({one for one in ids if ids.count(one) > 1}):
            yield f"{noun} « {name} » écrit deux fois", "Donnez à chacun le sien."


def _step(reference: str, references: References) -> Iterator[Finding]:
    procedure_id, _, step_id = reference.partition(":")
    procedure = references.catalogue.procedures.get(procedure_id)
    if procedure is None:
        yield from references.procedure(procedure_id)
    elif procedure.step(step_id) is None:
        known = [step.id for step in procedure.steps]
        yield f"étape inconnue « {reference} »", did_you_mean(step_id, known) or f"Étapes : {', '.join(known)}."


def _needs_figure(reference: str, references: References) -> Iterator[Finding]:
    step = step_named(reference, references.catalogue)
    if step and (step.delay is None or step.unit is DelayUnit.YEARS):
        yield f"« {reference} » ne donne ni jours ni mois", "Un repère est une date : citez une étape qui a un délai en jours ou en mois."


def _course(course: Course, planner: Planner, references: References) -> Iterator[Finding]:
    catalogue = references.catalogue
    for stage in course.stages:
        if stage.phase and planner.phase(stage.phase) is None:
            yield f"phase inconnue « {stage.phase} »", did_you_mean(stage.phase, [one.id for one in planner.phases]) or "Écrivez-la sous « phases »."
        for reference in filter(None, (stage.step, stage.offline)):
            yield from _step(reference, references)
            step = step_named(reference, catalogue)
            if step and step.delay is not None and (step.unit is not DelayUnit.DAYS or step.bound is not Bound.MINIMUM):
                yield f"« {reference} » n'est pas un minimum en jours", "Un déroulé n'additionne que des minima en jours : laissez cette étape aux repères."
            if step and step.delay is None and stage.days is None:
                yield f"« {reference} » : aucune durée", "La loi n'en fixe pas : proposez « jours », et dites d'où vient le chiffre dans « texte »."
    milestones = [stage.milestone for stage in course.stages]
    for milestone in sorted({one for one in milestones if milestones.count(one) > 1}):
        yield f"jalon « {milestone.value} » atteint deux fois", "Chaque jalon n'a qu'une date."
    for mark_id in course.marks:
        mark = planner.mark(mark_id)
        if mark is None:
            yield f"repère inconnu « {mark_id} »", did_you_mean(mark_id, [one.id for one in planner.marks]) or "Écrivez-le sous « reperes »."
        elif mark.anchor not in milestones:
            yield f"repère « {mark_id} » sans son jalon « {mark.anchor.value} »", "Le déroulé n'atteint jamais ce jalon : retirez le repère."
    yield from _timeline(course, references)


def _timeline(course: Course, references: References) -> Iterator[Finding]:
    """The steps of the drawing of the same buyers, all of them and in order: their sum is the floor that the page of the route tells."""
    procedure = references.catalogue.procedures.get(course.procedure)
    if procedure is None or not procedure.timelines:
        return
    timeline = next((one for one in procedure.timelines if one.buyers == course.buyers), None)
    if timeline is None:
        yield f"aucune frise de « {course.procedure} » pour « {course.buyers or 'tous'} »", "Recopiez les « acheteurs » d'une frise de la procédure."
        return
    drawn = [segment.step if ":" in segment.step else f"{course.procedure}:{segment.step}" for segment in timeline.segments]
    held = [stage.step for stage in course.stages if stage.step]
    if drawn != held:
        yield "le déroulé n'a pas les étapes de la frise", f"La frise en donne {len(drawn)}, dans cet ordre : {', '.join(drawn)}."
