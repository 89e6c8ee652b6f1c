"""The weights of the criteria: the figures that the pages print, the turning points against a plain search, and what is typed wrong."""

from __future__ import annotations

import csv
import io
import random
import re

import pytest

from tests.conftest import ROOT
from tests.tools.node import run_node

PAGE = (ROOT / "docs/ecrire/poids-des-criteres.md").read_text(encoding="utf-8")
CRITERIA = (ROOT / "docs/ecrire/criteres-et-ponderation.md").read_text(encoding="utf-8")
ROUTES = (ROOT / "docs/choisir/criteres.md").read_text(encoding="utf-8")
FORMULAS = re.findall(r"^### (.+?) \{ #formule-([a-z-]+) \}", PAGE, re.M)
"""[(name, id)], as the page tells them."""


def tables(text: str) -> list[list[list[str]]]:
    """The Markdown tables of `text`, cells stripped of their bold."""
    found = []
    for block in re.findall(r"(?:^ *\|.*\n)+", text, re.M):
        lines = [[cell.strip().strip("*") for cell in line.strip().strip("|").split("|")] for line in block.splitlines()]
        found.append([line for line in lines if not set("".join(line)) <= set("-: ")])
    return found


EXAMPLE, RESULTS = tables(PAGE)[:2]
OFFERS, TWENTY, SIXTY = tables(CRITERIA)[:3]


def state(formula: str = "classique", weights: str | None = None, offers: list[list[str]] | None = None, scale: str = "10") -> dict:
    """The page's example, as the script reads it; `weights`: « 40 30 10 20 », the price last."""
    heads, first, *rows = EXAMPLE
    *others, price = weights.split() if weights else first[1:]
    return {
        "formula": formula, "scale": scale, "price": price,
        "criteria": [{"name": name, "weight": weight, "green": "nvironnement" in name} for name, weight in zip(heads[1:-1], others)],
        "offers": [{"name": row[0], "price": row[-1], "marks": row[1:-1]} for row in (offers or rows)],
    }


def ask(*states: dict, weights: list[float] | None = None) -> list[dict]:
    return run_node("weights.mjs", {"asked": [{"state": one, "weights": weights or []} for one in states]})["answers"]


def ids(answer: dict) -> list[str]:
    return [one["id"] for one in answer["warnings"]]



# What is printed


def test_both_pages_show_the_same_three_offers():
    assert [row for row in EXAMPLE if row[0] != "Poids"] == OFFERS


@pytest.mark.parametrize("weights, printed", [("40 30 10 20", TWENTY), ("20 10 10 60", SIXTY)])
def test_totals_printed_in_the_page_of_the_criteria_come_out_equal(weights, printed):
    [found] = ask(state(weights=weights))
    for row, points in zip(printed[1:], found["points"]):
        shown = [float(cell.replace(",", ".")) for cell in row[1:]]
        computed = [*points["marks"], points["price"], points["total"]]
        assert [round(one, 1) for one in computed] == shown, row


def test_formula_and_weight_printed_in_the_page_of_the_criteria_come_out_equal():
    sentence = re.search(r"Pondération 25, 15, 10, et 50 pour le prix : (.+)", CRITERIA)[1]
    assert sentence == "C gagne (77,2 contre 76,5 à B et 76 à A). Changez seulement la formule (poids × [1 – écart au moins cher ÷ moins cher]) : A gagne, 76 contre 72,3 et 72."
    classic, line = ask(state(weights="25 15 10 50"), state("ecart-au-moins-cher", "25 15 10 50"))
    assert classic["formulas"]["classique"]["totals"] == ["76", "76,5", "77,2"]
    assert line["formulas"]["ecart-au-moins-cher"]["totals"] == ["76", "72,3", "72"]
    assert (classic["words"][0][0], line["words"][0][0]) == ("C", "A")


def test_real_weight_of_the_price_is_what_the_page_says():
    assert "le prix, qui vaut vingt points, n'en sépare que cinq et demi" in CRITERIA
    [found] = ask(state())
    assert round(found["spreads"][-1]["real"], 1) == 5.5


def test_two_offers_of_the_page_of_the_routes_come_out_equal():
    assert "A obtient 4,65 + 3,6 = 8,25 ; B obtient 6 + 2,4 = 8,4." in ROUTES and "A obtient 1,55 + 7,2 = 8,75 ; B obtient 2 + 4,8 = 6,8." in ROUTES
    two = {"scale": "10", "formula": "classique", "criteria": [{"name": "Qualité", "weight": "40", "green": False}],
           "offers": [{"name": "A", "price": "40000", "marks": ["9"]}, {"name": "B", "price": "31000", "marks": ["6"]}]}
    sixty, twenty = ask(two | {"price": "60"}, two | {"price": "20", "criteria": [{"name": "Qualité", "weight": "80", "green": False}]})
    assert [round(one["total"] / 10, 2) for one in sixty["points"]] == [8.25, 8.4]
    assert [round(one["total"] / 10, 2) for one in twenty["points"]] == [8.75, 6.8]


def test_each_line_of_the_table_of_formulas_comes_out_equal():
    [found] = ask(state())
    assert [row[0] for row in RESULTS[1:]] == [name for name, _ in FORMULAS]
    for (name, formula), row in zip(FORMULAS, RESULTS[1:]):
        one = found["formulas"][formula]
        assert row[1:] == [*one["prices"], "ABC"[one["first"]], one["wins"], one["decides"]], name


# What the page says of what the tool knows


def test_page_tells_every_formula_and_every_warning():
    known = run_node("weights.mjs", {})
    assert [formula for _, formula in FORMULAS] == known["formulas"]
    assert sorted(re.findall(r"^  \{ #avis-([a-z-]+) \}", PAGE, re.M)) == sorted(known["warnings"])


# Turning points


def plain_search(answer_at, champion: int) -> float:
    """The lowest of many weights from which `champion` is first without a break."""
    for weight in reversed(range(0, 10_001)):
        if answer_at(weight / 100)[champion]["rank"] != 1:
            return (weight + 1) / 100
    return 0.0


@pytest.mark.parametrize("formula", [formula for _, formula in FORMULAS])
def test_turning_point_is_the_one_that_a_plain_search_finds(formula):
    every = [weight / 100 for weight in range(0, 10_001)]
    [found] = ask(state(formula), weights=every)
    wins = found["tipping"]["wins"]
    assert abs(plain_search(lambda weight: found["totals"][round(weight * 100)], 0) - wins) <= 0.011
    spans = found["winners"]
    assert [spans[0]["from"], *(span["to"] for span in spans)] == [*(span["from"] for span in spans), 100] and spans[0]["from"] == 0
    for span in spans:
        middle = round(50 * (span["from"] + span["to"]))
        assert found["totals"][middle][span["offer"]]["rank"] == 1


def test_who_is_first_is_said_from_one_weight_to_the_next():
    one, two, always = ask(state(), state("carre"), state(offers=[["A", "9", "9", "9", "42000"], ["B", "8", "8", "7", "56000"]]))
    assert one["span"] == "En tête selon le poids du prix : C jusqu’à 49,2, B jusqu’à 52,4, A au-delà."
    assert (two["span"], len(two["winners"])) == ("", 2)
    assert always["span"] == "" and always["words"][1].startswith("A, la moins chère, l’emporte quel que soit le poids du prix.")


@pytest.mark.parametrize("formula", [formula for _, formula in FORMULAS])
def test_beyond_the_last_point_the_cheapest_wins_with_no_mark_at_all(formula):
    [first] = ask(state(formula))
    decides = first["tipping"]["decides"]
    worst = state(formula, offers=[["A", "0", "0", "0", "42 000 €"], ["B", "10", "10", "10", "56 000 €"], ["C", "10", "10", "10", "58 000 €"]])
    [found] = ask(worst, weights=[decides - 0.01, decides + 0.01])
    assert [totals[0]["rank"] == 1 for totals in found["totals"]] == [False, True]


def test_any_grid_keeps_its_promises():
    """Random grids: the cheapest is first from the point said, and not just before."""
    chance = random.Random(6)
    states = []
    for _ in range(120):
        offers = [[f"O{rank}", *(str(chance.randint(0, 10)) for _ in range(3)), str(chance.randint(20, 90) * 1000)] for rank in range(chance.randint(2, 7))]
        states.append(state(chance.choice(FORMULAS)[1], " ".join(str(chance.randint(1, 50)) for _ in range(4)), offers))
    parted = [(one, found["tipping"]) for one, found in zip(states, ask(*states)) if found["tipping"]["wins"] is not None]
    assert len(parted) > 80
    asked = [{"state": one, "weights": [min(100, tipping["wins"] + 0.001), max(0, tipping["wins"] - 0.001)]} for one, tipping in parted]
    for (_, tipping), found in zip(parted, run_node("weights.mjs", {"asked": asked})["answers"]):
        after, before = (totals[tipping["offer"]]["rank"] for totals in found["totals"])
        assert after == 1 and (before > 1 or tipping["wins"] < 0.01)


# Warnings


WARNED = [
    (state(), []),
    (state(weights="40 30 10 15"), ["total"]),
    (state(weights="0 0 0 100"), ["prix-seul", "prix-decide"]),
    (state(weights="40 50 10 0"), ["sans-prix"]),
    (state(weights="40 40 0 20"), ["sans-environnement"]),
    (state("ecart-au-moins-cher", offers=[["A", "5", "5", "6", "20000"], ["B", "8", "8", "7", "56000"]]), ["negatif"]),
    (state("entre-deux-bornes", offers=[["A", "5", "5", "6", "42000"], ["B", "8", "8", "7", "42001"]]), ["deux-offres"]),
    (state("sept-moins-le-rapport"), ["formule-annulee"]),
    (state("moyenne", offers=[["A", "5", "5", "6", "10000"], ["B", "8", "8", "7", "12000"], ["C", "8", "8", "8", "90000"]]), ["meilleure-note"]),
    (state(weights="20 10 10 60"), ["moins-bonne"]),
    (state(weights="5 5 5 85"), ["prix-decide", "moins-bonne"]),
    (state(offers=[["A", "5", "8", "6", "42000"], ["B", "8", "8", "7", "56000"]]), ["critere-muet"]),
]


@pytest.mark.parametrize("asked, expected", WARNED, ids=["-".join(expected) or "rien" for _, expected in WARNED])
def test_grid_is_warned_of_what_it_does_and_of_nothing_else(asked, expected):
    [found] = ask(asked)
    assert ids(found) == expected
    assert all(sentence.endswith(".") for sentence in found["words"])


def test_no_offer_ever_loses_points_for_its_price():
    [found] = ask(state("ecart-au-moins-cher", offers=[["A", "5", "5", "6", "20000"], ["B", "8", "8", "7", "56000"]]))
    assert found["raw"][1] < 0 and found["points"][1]["price"] == 0
    assert "serait négative ; l’outil compte zéro" in " ".join(found["words"])


def test_offers_at_the_same_price_are_parted_by_the_rest():
    [found] = ask(state(offers=[["A", "5", "5", "6", "50000"], ["B", "8", "8", "7", "50000"]]))
    assert [one["rank"] for one in found["points"]] == [2, 1]
    assert found["words"][1] == "Cette formule ne sépare pas la moins chère des autres : le poids du prix n’y change rien."


# What is typed wrong


def wrong(**changes) -> list[dict]:
    return ask(state() | changes)[0]["problems"]


@pytest.mark.parametrize("price, said", [
    ("", "Prix de « A » : il manque. Écrivez un montant, par exemple 56 000."),
    ("gratuit", "Prix de « A » : « gratuit » n’est pas un montant. Écrivez par exemple 56 000."),
    ("0", "Prix de « A » : un prix nul ne se compare pas. Écrivez un montant, ou retirez l’offre."),
    ("-5", "Prix de « A » : « -5 » n’est pas un montant. Écrivez par exemple 56 000."),
    ("<img src=x>", "Prix de « A » : « <img src=x> » n’est pas un montant. Écrivez par exemple 56 000."),
])
def test_price_that_is_not_one_is_told_where_and_how_to_mend_it(price, said):
    offers = state()["offers"]
    assert wrong(offers=[offers[0] | {"price": price}, *offers[1:]]) == [{"field": "p-0", "text": said}]


@pytest.mark.parametrize("mark, said", [
    ("", "Note de « B », Équipe : il manque un nombre. Écrivez une note entre 0 et 10."),
    ("bien", "Note de « B », Équipe : « bien » n’est pas un nombre. Écrivez une note entre 0 et 10."),
    ("11", "Note de « B », Équipe : 11 est trop. Écrivez une note entre 0 et 10."),
    ("-1", "Note de « B », Équipe : « -1 » n’est pas un nombre. Écrivez une note entre 0 et 10."),
    ("1e9", "Note de « B », Équipe : « 1e9 » n’est pas un nombre. Écrivez une note entre 0 et 10."),
])
def test_mark_that_is_not_one_is_told_where_and_how_to_mend_it(mark, said):
    offers = state()["offers"]
    assert wrong(offers=[offers[0], offers[1] | {"marks": ["8", mark, "7"]}, offers[2]]) == [{"field": "m-1-1", "text": said}]


def test_weights_and_scale_that_are_wrong_are_told():
    assert [one["text"] for one in wrong(price="beaucoup")] == ["Poids de « Prix » : « beaucoup » n’est pas un nombre. Écrivez un nombre de points entre 0 et 100."]
    assert [one["field"] for one in wrong(price="101")] == ["price"]
    assert [one["text"] for one in wrong(scale="0")] == ["Notes : zéro ne permet pas de noter. Écrivez la note la plus haute : 5, 10 ou 20."]
    assert [one["text"] for one in wrong(offers=state()["offers"][:1])] == ["Il faut au moins deux offres pour comparer. Ajoutez-en une, même imaginaire."]
    assert [one["text"] for one in ask(state(weights="0 0 0 0"))[0]["problems"]] == ["Tous les poids sont à zéro. Donnez des points à un critère au moins."]


def test_french_figures_are_read():
    one = state(weights="40,5 30 9,5 20%")
    [found] = ask(one)
    assert found["problems"] == [] and found["own"] == 20


@pytest.mark.parametrize("kept", [None, "x", 3, [], {}, {"criteria": 1, "offers": []}, {"criteria": [], "offers": [1]}, {"criteria": [], "offers": "abc"}])
def test_what_a_dossier_holds_and_is_no_grid_is_left_out(kept):
    assert run_node("weights.mjs", {"kept": [kept]})["kept"] == [None]


def test_a_hostile_grid_is_cut_to_size():
    big = {"formula": "__proto__", "scale": {"toString": 1}, "price": "9" * 99, "criteria": [{"name": "n" * 999, "weight": [], "green": "oui"}] * 99,
           "offers": [{"name": None, "price": 5, "marks": "abc"}] * 99}
    [kept] = run_node("weights.mjs", {"kept": [big]})["kept"]
    assert (kept["formula"], kept["scale"], len(kept["price"]), len(kept["criteria"]), len(kept["offers"])) == ("classique", "10", 20, 8, 10)
    assert kept["criteria"][0] == {"name": "n" * 60, "weight": "", "green": False} and kept["offers"][0] == {"name": "", "price": "5", "marks": [""] * 8}


def test_criteria_of_the_workshop_are_taken_the_price_apart():
    rows = [{"name": "Méthode", "weight": 50}, {"name": "Prix des prestations", "weight": "20"}, {"name": "Empreinte de l'essai", "weight": 10}, {"name": " ", "weight": 1}, None]
    found = run_node("weights.mjs", {"workshops": [{"criteria": rows}, {"criteria": []}, None, {"criteria": "x"}]})["workshops"]
    assert found[0] == {"price": "20", "criteria": [{"name": "Méthode", "weight": "50", "green": False}, {"name": "Empreinte de l'essai", "weight": "10", "green": True}]}
    assert found[1:] == [None, None, None]


def test_an_offer_keeps_its_letter_and_the_others_take_free_ones():
    names = [["A", "B", "C"], ["B", "C"], ["Atelier", "A", "Quai"], ["A", "A"], ["é", "<b>"], [f"Offre {rank}" for rank in range(10)]]
    assert run_node("weights.mjs", {"names": names})["letters"] == [["A", "B", "C"], ["B", "C"], ["B", "A", "C"], ["A", "B"], ["é", "A"], list("ABCDEFGHIJ")]


# The file


def test_table_holds_every_formula_weight_and_offer_and_is_safe():
    offers = [["=1+1", "5", "5", "6", "42000"], ["B ; « x »", "8", "8", "7", "56000"]]
    [found] = ask(state(weights="40 30 12 18", offers=offers))
    assert found["csv"].startswith("\ufeff")
    lines = list(csv.reader(io.StringIO(found["csv"][1:]), delimiter=";"))
    assert len(lines) == 1 + len(FORMULAS) * 22 * 2
    assert {line[2] for line in lines[1:]} == {"'=1+1", "B ; « x »"}
    mine = [line for line in lines if line[-1] == "oui"]
    assert [line[1] for line in mine] == ["18", "18"] and mine[0][0] == "classique"
    assert all(re.fullmatch(r"\d+(,\d)?", line[5]) for line in lines[1:])
