import pytest

from macros.planner_references import step_named

PLANNER = "docs/_donnees/calendriers/essai.yml"
TIMELINE = "frises: [{segments: [{temps: candidatures, jours: 15}]}]"


def only(problems):
    (problem,) = problems
    return problem


@pytest.mark.parametrize("old, new, said", [
    ("jalon: signature}", "jalon: rejets}", "jalon « rejets » atteint deux fois"),
    ('temps: "commun:attente", jalon', 'temps: "commun:atente", jalon', "étape inconnue « commun:atente »"),
    ("{phase: ecrire, jalon: rejets}", "{phase: ecrir, jalon: rejets}", "phase inconnue « ecrir »"),
    ("reperes: [rappel]", "reperes: [rapel]", "repère inconnu « rapel »"),
    ("avant: signature", "avant: offres", "sans son jalon « offres »"),
    ("avant: signature", "avant: signature, apres: rejets", "soit « avant », soit « apres »"),
    ("{phase: ecrire, jalon: rejets}", '{phase: ecrire, temps: "commun:attente", jalon: rejets}', "soit « phase », soit « temps »"),
    ("procedure: commun", "procedure: comun", "procédure inconnue « comun »"),
    ("jours: 20", "jours: 2000", "jours"),
])
def test_what_a_calendar_names_exists_and_comes_once(load_with, edited, old, new, said):
    _, problems = load_with(edited(PLANNER, old, new))
    assert any(said in f"{one.key} {one.what}" for one in problems), problems
    assert all(one.file == PLANNER for one in problems)


def test_phase_that_no_course_uses_is_refused(load_with, edited):
    _, problems = load_with(edited(PLANNER, "reperes:\n  - {id: rappel", "  - {id: autre, libelle: b, jours: 1, texte: c}\nreperes:\n  - {id: rappel"))
    assert "inutile" in only(problems).what


def test_course_of_a_route_that_is_drawn_holds_the_steps_of_its_drawing(load_with, edited):
    """Two of them, in the wrong order or not at all: the floor that the page of the route tells would not be the tool's."""
    change = edited(PLANNER, "procedure: commun", "procedure: dialogue")
    _, problems = load_with(change)
    assert "n'a pas les étapes de la frise" in only(problems).what
    sound = {PLANNER: change[PLANNER].replace('{temps: "commun:attente", jalon', '{temps: "dialogue:candidatures", jalon')}
    assert load_with(sound)[1] == []


def test_course_names_the_buyers_of_a_drawing(load_with, edited):
    _, problems = load_with(edited(PLANNER, "procedure: commun", "procedure: dialogue\n    acheteurs: personne"))
    assert "aucune frise" in only(problems).what


def test_step_without_a_figure_is_given_one(load_with, edited):
    _, problems = load_with(edited(PLANNER, '{temps: "commun:attente", jalon', '{temps: "dialogue:dialogue", jalon'))
    assert "aucune durée" in only(problems).what


def test_step_is_named_by_its_procedure(catalogue):
    assert step_named("commun:attente", catalogue).delay == 11
    assert step_named("commun:zzz", catalogue) is None and step_named("zzz:attente", catalogue) is None
