"""« Faut-il se faire aider ? »: the four founding cases, then every combination against what the page of the ten questions says."""

from __future__ import annotations

import pytest

# The founding cases, answered from docs/decider/quatre-situations.md.
CASES = {
    "urbanisme": {"public": "habituel", "bati": "construit", "erreur": "lourde", "experience": "jamais", "temps": "bloque", "probleme": "divergent",
                  "parole": "libre", "forme": "maquette", "suite": "nommee", "apprendre": "resultat"},
    "ecoliers": {"public": "metier", "bati": "fixe", "erreur": "confiance", "experience": "jamais", "temps": "bloque", "probleme": "partage",
                 "parole": "libre", "forme": "croquis", "suite": "nommee", "apprendre": "deux"},
    "accueil": {"public": "habituel", "bati": "non", "erreur": "reversible", "experience": "jamais", "temps": "bloque", "probleme": "partage",
                "parole": "libre", "forme": "inconnu", "suite": "nommee", "apprendre": "chemin"},
    "seminaire": {"public": "habituel", "bati": "non", "erreur": "inconnu", "experience": "documentee", "temps": "bloque", "probleme": "partage",
                  "parole": "inconnu", "forme": "croquis", "suite": "nommee", "apprendre": "resultat"},
}


def test_a_town_plan_and_pupils_call_for_help(ask):
    assert ask("verdict", answers=CASES["urbanisme"])["conclusion"] == "confier"
    pupils = ask("verdict", answers=CASES["ecoliers"])
    assert pupils["conclusion"] == "partie"
    assert pupils["decisive"][0] == "public-a-savoir-ecouter"


def test_pupils_need_help_twice_and_the_note_says_so(ask):
    texts = ask("texts", note="opportunite", answers={"faut-il-se-faire-aider": CASES["ecoliers"]})["texts"]
    assert "l’écoute, et la compréhension de ce qui aura été dit" in texts["decision"]
    assert "pour l’outil qui fait parler, et pour comprendre ce qui a été dit" in texts["raisons"]


@pytest.mark.parametrize("name, on", [("accueil", {"forme": {"seuls", "filet", "partie"}}),
                                      ("seminaire", {"erreur": {"seuls", "filet"}, "parole": {"seuls", "filet", "partie"}})])
def test_a_reception_and_a_seminar_depend_and_the_tool_says_on_what(ask, name, on):
    found = ask("verdict", answers=CASES[name])
    assert found["conclusion"] == "seuls"
    assert {one["question"]: {case["conclusion"] for case in one["cases"]} for one in found["depends"]} == on


@pytest.mark.parametrize("name", CASES)
def test_what_would_change_is_true(ask, name):
    """Each change announced, once made, brings the conclusion announced."""
    changes = ask("verdict", answers=CASES[name])["changes"]
    assert changes
    for change in changes[::3]:
        assert ask("verdict", answers=CASES[name] | {change["question"]: change["answer"]})["conclusion"] == change["conclusion"]


def test_every_combination(ask, capsys):
    found = ask("everyVerdict", seconds=300)
    with capsys.disabled():
        print(f"\nfaut-il-se-faire-aider : {sum(found['counts'].values())} combinaisons, {found['counts']}")
    assert found["faults"] == {}
    assert set(found["counts"]) == {"seuls", "filet", "partie", "confier", "attendre"}


def test_nothing_answered_concludes_nothing(ask):
    assert ask("verdict", answers={})["conclusion"] is None
    assert ask("verdict", answers={"public": "inconnu"})["conclusion"] is None


def test_hostile_answers_are_no_answers(ask):
    for answers in ({"public": "<script>"}, {"public": ["metier"]}, {"__proto__": {"public": "metier"}}, {"constructor": 1}, None, "metier", 3):
        assert ask("verdict", answers=answers)["conclusion"] is None
