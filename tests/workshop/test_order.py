"""The document that an order makes, its length, and what is said of it: the site's own modules, run by node."""

from __future__ import annotations

import copy

import pytest

from macros.models.workshop import SIGNALS
from tests.exports.views import HOSTILE

CRITERIA = [{"name": "Façon de chercher", "weight": "50", "text": "Pages 1 à 4."}, {"name": "Prix", "weight": "30 %", "text": ""},
            {"name": "Ce que nous laissons derrière nous", "weight": "20", "text": "Réemploi du matériel d'essai."}]


def order(criteria=None, clauses=None, **fields):
    return {"fields": fields, "criteria": criteria or [], "clauses": clauses or {}}


@pytest.fixture
def held(ask):
    """Which checks hold for an order."""
    return lambda *args, **fields: ask("checks", order=order(*args, **fields))


def test_nothing_written_makes_no_document(ask):
    assert ask("document", order={}) == {"blocks": [], "text": "", "pages": 0}


def test_a_part_without_a_word_has_no_heading_and_the_order_is_that_of_two_pages(ask):
    blocks = ask("document", order=order(ouvert="La méthode.", probleme="Un visiteur sur quatre repart.", droits="  "))["blocks"]
    assert [one["text"] for one in blocks if one["kind"] == "heading"] == ["1. Le problème", "4. Fermé, ouvert, à décider ensemble"]
    assert blocks[-1] == {"kind": "paragraph", "text": "La méthode.", "lead": "Ouvert."}


def test_lists_stay_lists_and_amounts_are_said(ask):
    found = ask("document", order=order(ferme="- un\n- deux", montant="58000", budget="dont 3 000 pour l'essai."))
    assert found["text"].splitlines() == ["4. Fermé, ouvert, à décider ensemble", "", "Fermé.", "- un", "- deux", "", "6. L’argent et les étapes", "",
                                          "Enveloppe maximale\u00a0: 58\u202f000\u00a0€\u00a0HT. dont 3 000 pour l'essai."]


def test_what_is_no_amount_is_said_as_it_was_typed(ask):
    assert "Enveloppe maximale\u00a0: entre 40 et 50 k€." in ask("document", order=order(montant="entre 40 et 50 k€"))["text"]


def test_answers_become_sentences_and_not_knowing_says_nothing(ask):
    text = ask("document", order=order(rencontre="entretien", creation="aucune", voie="procedure-adaptee"))["text"]
    assert "Nous recevons les équipes les mieux classées, toutes de la même façon. Aucune création n’est demandée, à aucun moment." in text
    assert "Voie d’achat. Procédure adaptée." in text
    assert ask("document", order=order(rencontre="inconnu", creation="inconnu", voie="inconnu"))["text"] == ""


def test_criteria_are_a_list_with_their_weights(ask):
    assert ask("document", order=order(CRITERIA))["text"].splitlines()[2:] == [
        "Critères\u00a0:", "- Façon de chercher (50)\u00a0: Pages 1 à 4.", "- Prix (30 %)", "- Ce que nous laissons derrière nous (20)\u00a0: Réemploi du matériel d'essai."]


def test_clauses_come_last_under_their_own_headings(ask, data):
    one, two = list(data["clauses"])[:2]
    blocks = ask("document", order=order(clauses={two: "Deux.", one: "Un.\n- point", "inconnue": "x"}, probleme="P"))["blocks"]
    assert [(block.get("level"), block["text"]) for block in blocks[2:]] == [
        (1, "Clauses"), (2, data["clauses"][one]), (None, "Un."), (None, "point"), (2, data["clauses"][two]), (None, "Deux.")]


@pytest.mark.parametrize("raw", [None, 3, "x", [], {"fields": 4}, {"fields": {"probleme": ["x"]}}, {"criteria": "x"}, {"criteria": [None, 3, {"name": 4}]},
                                 {"clauses": []}, {"fields": {"__proto__": "x", "constructor": "y", "rencontre": "<b>", "voie": "toString"}}])
def test_a_hostile_dossier_makes_no_document(ask, raw):
    assert ask("document", order=raw)["blocks"] == []
    assert ask("clean", order=raw)["kept"] is None


def test_what_is_too_long_is_cut_and_what_is_kept_comes_back_the_same(ask):
    found = ask("clean", order=order(CRITERIA, probleme="x" * 9_000, inconnu="y") | {"at": "hier", "autre": 1})
    assert len(found["kept"]["fields"]["probleme"]) == 3_000 and set(found["kept"]) == {"fields", "criteria", "clauses", "at"}
    assert ask("clean", order=found["kept"])["kept"] == found["kept"]


def test_hostile_words_stay_words(ask):
    for text in HOSTILE:
        assert all(set(block) <= {"kind", "level", "text", "lead", "part"} for block in ask("document", order=order(probleme=text))["blocks"])


def test_the_signals_are_those_that_the_data_may_name(ask):
    names = ask("signalNames")
    assert {name: tuple(values) for name, values in names.items()} == dict(SIGNALS)


@pytest.mark.parametrize("criteria, expected", [
    ([], ("aucun", "aucun", "absent", "non")),
    ([("Prix", "100", "")], ("un", "cent", "seul", "non")),
    ([("Prix", "40", ""), ("Coût de la maintenance", "60", "")], ("quelques-uns", "cent", "seul", "non")),
    ([("Prix", "60", ""), ("Équipe", "40", "")], ("quelques-uns", "cent", "moitie", "non")),
    ([("Appréciation", "60", ""), ("Équipe", "30", "")], ("quelques-uns", "autre", "absent", "non")),
    ([("Méthode", "", ""), ("Le prix", "", "")], ("quelques-uns", "aucun", "mineur", "non")),
    ([("Méthode", "66,67", "sobriété des moyens"), ("Prix", "33,33", "")], ("quelques-uns", "cent", "mineur", "oui")),
    ([(f"C{rank}", "10", "") for rank in range(6)], ("beaucoup", "autre", "absent", "non")),
])
def test_signals_of_the_criteria(ask, criteria, expected):
    found = ask("signals", order=order([{"name": name, "weight": weight, "text": text} for name, weight, text in criteria]))
    assert tuple(found[name] for name in ("criteres-nombre", "total-des-poids", "prix-critere", "environnement-critere")) == expected


def test_a_blank_order_lacks_what_makes_an_order_and_contradicts_nothing(held, data):
    found = held()
    kinds = {one["id"]: one["kind"] for one in data["checks"]}
    assert "contradiction" not in {kinds[one] for one in found}
    assert {"sans-probleme", "sans-effet", "sans-ouvert", "budget-tu", "sans-essai", "sans-criteres", "sans-pages", "sans-environnement"} <= set(found)


@pytest.mark.parametrize("check, wrong, right", [
    ("entretien-en-appel-d-offres", {"voie": "appel-d-offres", "rencontre": "entretien"}, {"voie": "procedure-adaptee", "rencontre": "entretien"}),
    ("creation-sans-prime", {"creation": "demandee"}, {"creation": "demandee", "prime": "4000"}),
    ("rencontre-payee-sans-somme", {"rencontre": "entretien-paye"}, {"rencontre": "entretien-paye", "prime": "1200"}),
    ("somme-sans-raison", {"prime": "1200", "rencontre": "aucune", "creation": "aucune"}, {"prime": "1200", "rencontre": "entretien-paye", "creation": "aucune"}),
    ("budget-tu", {"budget": "Selon vos moyens."}, {"budget": "De 40 000 à 50 000 €."}),
    ("beaucoup-de-pages", {"pages": "40 pages"}, {"pages": "6 pages"}),
    ("crochets", {"suite": "Remis à [fonction]."}, {"suite": "Remis à la directrice."}),
    ("trop-cher-pour-un-petit-achat", {"voie": "petits-achats", "montant": "900000"}, {"voie": "petits-achats", "montant": "900"}),
    ("trop-cher-pour-un-achat-innovant", {"voie": "achat-innovant", "montant": "900000"}, {"voie": "achat-innovant", "montant": "900"}),
    ("voie-a-verifier", {"voie": "procedure-adaptee", "montant": "900000"}, {"voie": "procedure-adaptee", "montant": "900"}),
    ("sans-voie", {"voie": "inconnu"}, {"voie": "concours"}),
    ("rencontre-a-decider", {"creation": "inconnu"}, {"creation": "aucune"}),
    ("sans-verification", {"effet": "E"}, {"effet": "E", "verification": "V"}),
    ("trop-long", {"probleme": "mot " * 740, "echecs": "mot " * 740, "ferme": "mot " * 740, "ouvert": "mot " * 740, "droits": "mot " * 740}, {"probleme": "mot"}),
    ("sans-criteres", {"voie": "procedure-adaptee"}, {"voie": "petits-achats"}),
    ("sans-variantes", {}, {"variantes": "Admises."}),
])
def test_checks_hold_and_let_go(held, check, wrong, right):
    assert check in held(**wrong)
    assert check not in held(**right)


def test_checks_of_the_criteria_hold_and_let_go(held):
    about = {"poids-qui-ne-font-pas-cent", "prix-seul", "sans-critere-environnemental", "sans-critere-de-prix", "prix-dominant", "beaucoup-de-criteres", "sans-poids"}
    assert about & set(held(CRITERIA)) == set()
    price = [{"name": "Prix", "weight": "90", "text": ""}]
    assert about & set(held(price)) == {"poids-qui-ne-font-pas-cent", "prix-seul", "sans-critere-environnemental"}
    assert about & set(held(price, voie="petits-achats")) == {"poids-qui-ne-font-pas-cent"}
    heavy = copy.deepcopy(CRITERIA)
    heavy[0]["weight"], heavy[1]["weight"] = "20", "60"
    assert about & set(held(heavy)) == {"prix-dominant"}
    bare = [one | {"weight": ""} for one in CRITERIA]
    assert about & set(held(bare, voie="appel-d-offres")) == {"sans-poids"}
    assert about & set(held(bare, voie="procedure-adaptee")) == set()


def test_every_check_can_hold_and_none_always_does(ask, data, orders):
    """Each is seen above, or by its own emptiness: what no order makes true would be dead words."""
    blank = set(ask("checks", order=order()))
    sound = set(ask("checks", order=orders["accueil"]))
    assert sound == set()
    seen = blank | {"entretien-en-appel-d-offres", "creation-sans-prime", "rencontre-payee-sans-somme", "somme-sans-raison", "beaucoup-de-pages", "crochets",
                    "trop-cher-pour-un-petit-achat", "trop-cher-pour-un-achat-innovant", "voie-a-verifier", "rencontre-a-decider", "sans-verification", "trop-long",
                    "poids-qui-ne-font-pas-cent", "prix-seul", "sans-critere-environnemental", "sans-critere-de-prix", "prix-dominant", "beaucoup-de-criteres", "sans-poids"}
    assert {one["id"] for one in data["checks"]} - seen == set()


@pytest.mark.parametrize("name", ["seminaire", "accueil", "accord-cadre"])
def test_the_commented_orders_contradict_nothing_and_fit_on_two_pages(ask, data, orders, name):
    kinds = {one["id"]: one["kind"] for one in data["checks"]}
    assert [one for one in ask("checks", order=orders[name]) if kinds[one] == "contradiction"] == []
    assert 0.8 < ask("document", order=orders[name])["pages"] <= 2
    assert ask("document", order=orders[name])["text"].count("**") == 0


def test_every_field_of_the_commented_orders_is_one_of_the_workshop(data, orders):
    known = {one["id"] for one in data["fields"]}
    for one in orders.values():
        assert set(one["fields"]) <= known


def test_there_are_as_many_questions_as_the_pages_say(catalogue):
    """« Seize » is written in words in docs/ecrire/atelier.md and docs/ecrire/index.md."""
    assert len(catalogue.workshops["commande"].steps) == 16


def test_every_practice_is_named_by_a_step(catalogue):
    named = {name for step in catalogue.workshops["commande"].steps for name in step.practices}
    assert named == set(catalogue.practices)


def test_pages_are_said_in_french(ask):
    assert ask("words", pages=[0, 0.4, 1.6, 2, 2.4]) == ["Rien d’écrit encore", "Environ 0,4 page", "Environ 1,6 page", "Environ 2 pages", "Environ 2,4 pages"]


def test_other_tools_of_the_dossier_are_offered(ask):
    found = ask("offers", tools={
        "quelle-procedure": {"answers": {"valeur": 72000}, "outcomes": {"procedure-adaptee": "recommandee", "petits-achats": "ecartee"}},
        "retroplanning": {"dates": {"a": {"label": "Date limite des offres", "day": "2027-02-03"}, "b": {"label": "Signature possible", "day": "2027-03-01"},
                                    "c": {"label": "Dernières réponses aux questions", "day": "2027-01-28"}}},
        "note-opportunite": {"sections": {"projet": "La ludothèque."}},
        "poids": {"price": "20", "criteria": [{"name": "Méthode", "weight": "80"}, {"name": " "}, 3]},
    })
    assert {field: one["value"] for field, one in found.items()} == {
        "voie": "procedure-adaptee", "montant": "72\u202f000\u00a0€\u00a0HT", "probleme": "La ludothèque.",
        "reponse": "Date limite des offres\u00a0: mercredi 3 février 2027.\nDernières réponses aux questions\u00a0: jeudi 28 janvier 2027.",
        "criteres": [{"name": "Méthode", "weight": "80", "text": ""}, {"name": "Prix", "weight": "20", "text": ""}]}
    assert "Procédure adaptée" in found["voie"]["words"]


@pytest.mark.parametrize("tools", [
    None, {}, {"quelle-procedure": 3, "retroplanning": [], "note-opportunite": None, "poids": "x"},
    {"quelle-procedure": {"answers": {"valeur": "72000"}, "outcomes": {"procedure-adaptee": "recommandee", "concours": "recommandee"}}},
    {"quelle-procedure": {"answers": {"valeur": -1}, "outcomes": {"__proto__": "recommandee", "inconnue": "recommandee"}}},
    {"retroplanning": {"dates": {"a": {"label": "Offres", "day": "<b>"}, "b": None, "c": {"label": 3, "day": "2027-01-01"}}}, "poids": {"criteria": [{"name": 3}]}},
])
def test_what_another_tool_does_not_know_is_not_offered(ask, tools):
    assert ask("offers", tools=tools) == {}
