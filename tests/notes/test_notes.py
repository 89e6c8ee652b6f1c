"""The words of the three notes: from the data, with their sources, and a sentence where something is missing."""

from __future__ import annotations

import copy

import pytest

from tests.notes.test_help import CASES

HELP, ROUTES, INNOVATION = "faut-il-se-faire-aider", "quelle-procedure", "est-ce-innovant"
CANTEEN = {"valeur": 72000, "nouveaute": ["organisation"], "pour-qui": "marche", "diffusion": "quelques-uns", "mieux": "attendu",
           "adaptation": "mise-au-point", "effet": "mesurable", "entreprise": ["jei"], "preuves": "inconnu"}
PURCHASE = {"acheteur": "collectivite", "besoin": "propre", "objet": "services", "valeur": 72000, "traits": ["aucun"], "solution": "adapter",
            "innovant": "oui", "decrire": "non", "parler": "oui", "cas": "inconnu"}


def note(ask, name, **more):
    return ask("texts", note=name, **more)


@pytest.mark.parametrize("name", ["opportunite", "qualification", "justification"])
def test_without_answers_a_note_says_what_to_do_and_invents_nothing(ask, name):
    found = note(ask, name, answers={})
    assert found["texts"] == {} and found["lead"]


@pytest.mark.parametrize("sum_, told", [
    ({"base": 50000, "options": 22000}, True), ({"base": 50000}, False), ({"base": "72000"}, False), ("72000", False), (None, False),
    ({"base": 71000, "__proto__": 1, "inconnue": 1000}, False),
])
def test_the_computation_of_the_value_is_told_only_when_it_adds_up(ask, sum_, told):
    """50 000 + 22 000 = 72 000."""
    value = note(ask, "justification", answers={ROUTES: PURCHASE}, tools={ROUTES: {"sums": {"valeur": sum_}}})["texts"]["valeur"]
    assert ("Calcul" in value) == told
    assert not told or ("options" in value and "22" in value)


@pytest.mark.parametrize("name", CASES)
def test_each_reason_of_the_opportunity_note_has_its_source(ask, name):
    lines = note(ask, "opportunite", answers={HELP: CASES[name]})["texts"]["raisons"].splitlines()
    assert all("(" in line for line in lines if "Aucune de nos réponses" not in line and "dans le même sens" not in line)


def test_waiting_buys_nothing(ask):
    texts = note(ask, "opportunite", answers={HELP: CASES["accueil"] | {"suite": "personne"}})["texts"]
    assert texts["decision"] == "Attendre, ou renoncer."
    assert texts["nous-confions"] == "Rien pour le moment."
    assert "Trouver qui portera la suite" in texts["etapes"]


def test_qualification_is_no_verdict_and_says_what_was_not_read(ask):
    found = note(ask, "qualification", answers={INNOVATION: CANTEEN})
    assert "Ce n’est pas un verdict" in found["lead"]
    assert "quatre indices, deux points faibles, aucun point qui arrêterait" in found["lead"]
    assert "n’a pas pu être lu en entier" in found["texts"]["inconnu"]
    assert "D’où viennent les faits" in found["texts"]["inconnu"]
    assert "est innovant" not in " ".join(found["texts"].values())


def test_a_contradictory_amount_never_goes_without_its_warning(ask):
    door = note(ask, "qualification", answers={INNOVATION: CANTEEN})["texts"]["voie"]
    assert "sources contradictoires" in door


@pytest.mark.parametrize("step, door", [(-1, "Le besoin vaut moins de"), (0, "Le besoin n’est pas sous"), (1, "Le besoin n’est pas sous")])
def test_the_door_closes_at_the_threshold(ask, data, step, door):
    edge = data["wizards"][INNOVATION]["thresholds"]["achat-innovant"]
    assert door in note(ask, "qualification", answers={INNOVATION: CANTEEN | {"valeur": edge + step}})["texts"]["voie"]


def test_a_threshold_without_value_is_said(ask, data):
    without = copy.deepcopy(data)
    without["wizards"][INNOVATION]["thresholds"]["achat-innovant"] = None
    found = note(ask, "qualification", answers={INNOVATION: CANTEEN}, data=without)["texts"]["voie"]
    assert "n’a pas de valeur" in found and "Achat innovant" not in found


def test_weak_points_are_told_and_what_stops_comes_first(ask):
    weak = note(ask, "qualification", answers={INNOVATION: CANTEEN | {"pour-qui": "nous"}})["texts"]["faiblesses"].splitlines()
    assert weak[0].startswith("- À lever d’abord.")
    assert any("statut" in line for line in weak)


def test_justification_names_the_route_those_set_aside_and_their_articles(ask, data):
    texts = note(ask, "justification", answers={ROUTES: PURCHASE, HELP: CASES["ecoliers"]})["texts"]
    titles = [one["title"] for one in data["wizards"][ROUTES]["words"]["outcomes"].values() if one["procedure"]]
    told = [title for title in titles for part in ("voie", "autres", "ecartees") if f"- {title}." in texts[part]]
    assert len(told) == len(set(told)) >= 8
    assert all("art.\u00a0" in line or "notre lecture" in line for part in ("voie", "ecartees") for line in texts[part].splitlines())
    assert "art.\u00a0R.\u00a02122-8 CCP" in texts["articles"]
    assert "72\u202f000" in texts["valeur"]
    assert "art.\u00a0L.\u00a01 CCP" in texts["aide"]
    assert "droit au 23\u00a0août\u00a02026" in texts["versions"]


def test_a_result_that_is_no_longer_the_one_kept_is_told(ask):
    kept = {ROUTES: {"answers": PURCHASE, "outcomes": {"procedure-adaptee": "ecartee"}, "at": "2026-01-15T10:00:00.000Z"}}
    told = note(ask, "justification", answers={ROUTES: PURCHASE}, tools=kept)["texts"]["vigilance"]
    assert "n’est plus celui d’aujourd’hui pour «\u00a0Procédure adaptée\u00a0»" in told
    assert "15\u00a0janvier\u00a02026" in told


def test_the_dates_of_the_planner_are_told(ask):
    kept = {"retroplanning": {"dates": {"avis": {"label": "Envoi de l'avis", "day": "2027-01-15"}, "x": {"label": 3, "day": "2027-01-16"},
                                        "y": {"label": "z", "day": "<b>"}}, "lawDate": "2026-08-23", "at": "2026-11-23T10:00:00.000Z"}}
    told = note(ask, "justification", answers={ROUTES: PURCHASE}, tools=kept)["texts"]["calendrier"].splitlines()
    assert told == ["D’après le rétroplanning du dossier, gardé le 23\u00a0novembre\u00a02026. Délais du droit au 23\u00a0août\u00a02026.",
                    "- Envoi de l'avis\u00a0: 15\u00a0janvier\u00a02027."]
    for wrong in ({"dates": 3}, {"dates": {"a": None}}, {"dates": []}, 4):
        assert note(ask, "justification", answers={ROUTES: PURCHASE}, tools={"retroplanning": wrong})["texts"]["calendrier"] == ""


def test_hostile_dossiers_break_nothing(ask):
    for tools in ({ROUTES: {"outcomes": "x", "at": 3}}, {"note-opportunite": {"sections": 4}}, {ROUTES: {"at": "<b>", "outcomes": {"__proto__": "x"}}}):
        assert note(ask, "justification", answers={ROUTES: PURCHASE}, tools=tools)["texts"]["voie"]


def test_what_a_dossier_keeps_of_a_note_is_cleaned(ask):
    raw = {"sections": {"projet": "x" * 9_000, "inconnue": "y", "decision": {"a": 1}}, "bases": {"projet": "<b>"}, "autre": 1}
    found = ask("clean", raw=raw, sections=["projet", "decision"])
    assert found == {"sections": {"projet": "x" * 3_000}, "bases": {}}
    for wrong in (None, 3, "x", [], {"sections": None}, {"sections": "abc"}):
        assert ask("clean", raw=wrong, sections=["projet"]) == {"sections": {}, "bases": {}}
