import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.workshop import outline, plain_lines, workshop, workshop_data


def words(tag):
    return " ".join(tag.get_text().replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.fixture
def context(catalogue):
    return context_for(catalogue, "ecrire/atelier.md")


@pytest.fixture
def page(context):
    return BeautifulSoup(workshop(context, "commande"), "html.parser")


def test_every_question_is_there_without_script_with_its_reason_and_an_example(page):
    assert [words(one) for one in page.select("[data-step] h2")] == ["1 sur 2 Qu’arrive-t-il ?", "2 sur 2 Comment choisirez-vous ?"]
    first = page.select_one("[data-step=probleme]")
    assert "p. 4" in words(first.select_one(".ci-workshop__why"))
    assert first.select_one(".avant") and first.select_one(".apres")


def test_every_field_has_a_name_and_says_what_is_expected(page):
    for field in page.select("textarea[id], input[id]"):
        assert page.select_one(f"label[for={field['id']}]").get_text()
        for described in (field.get("aria-describedby") or "").split():
            assert page.find(id=described) is not None
    assert [words(one) for one in page.select("legend")] == ["Les critères", "Une rencontre", "La voie"]
    routes = [box["value"] for box in page.select("[name=ci-atelier-voie]")]
    assert routes[0] == "inconnu" and "dialogue" in routes and "regles-communes" not in routes


def test_checks_are_read_without_script_with_the_way_to_their_question(page):
    found = {one["data-check"]: one for one in page.select("[data-check]")}
    assert list(found) == ["sans-probleme", "trop-cher"]
    assert words(found["sans-probleme"]).startswith("Le problème manque (Dire le problème).")
    assert found["trop-cher"].select_one("a")["href"] == "#etape-selection"


def test_every_id_is_there_once(page):
    ids = [one["id"] for one in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_data_say_what_the_scripts_need(context, page):
    data = workshop_data(context.catalogue.workshops["commande"], context)
    assert json.loads(page.select_one("ci-atelier")["data-workshop"]) == data
    assert data["fields"][0] == {"id": "probleme", "step": "probleme", "part": "probleme", "type": "text", "label": "Le problème", "lead": "Voici\u00a0:"}
    assert data["fields"][3]["answers"] == {"aucune": "Personne n’est reçu.", "entretien": ""}
    assert data["checks"][1] == {"id": "trop-cher", "stage": "selection", "kind": "contradiction",
                                 "condition": {"every": [{"question": "voie", "among": ["dialogue"]}, {"question": "montant", "least": "dispense"}]}}
    assert data["thresholds"] == {"dispense": 60000}


def test_outline_of_a_site_without_workshop_is_empty(context):
    assert outline(replace(context, catalogue=replace(context.catalogue, workshops={}))) == {}


@pytest.mark.parametrize("html, lines", [
    ("<p>Un.</p>\n<p>Deux <strong>mots</strong>\nici.</p>", "Un.\nDeux mots ici."),
    ("<p>Voici&nbsp;:</p><ul>\n<li>un</li>\n<li><p>deux</p></li>\n</ul><p>Fin.</p>", "Voici\u00a0:\n- un\n- deux\nFin."),
    ("", ""),
])
def test_rendered_text_comes_back_as_lines(html, lines):
    assert plain_lines(html) == lines
