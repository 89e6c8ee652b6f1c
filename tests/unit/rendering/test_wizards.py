import json

import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.wizards import wizard, wizard_data


def words(tag):
    return " ".join(tag.get_text().replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.fixture
def page(catalogue):
    return BeautifulSoup(wizard(context_for(catalogue, "choisir/voie.md"), "voie"), "html.parser")


def test_every_question_and_answer_is_there_without_script(page):
    assert [words(legend) for legend in page.find_all("legend")] == ["Qui achète ?", "Que vaut le besoin ?"]
    assert [words(label) for label in page.select("[data-question=acheteur] .ci-answer")] == ["L’État", "Une commune", "Je ne sais pas"]
    assert {box["type"] for box in page.select("[data-question=acheteur] input")} == {"radio"}
    assert page.select_one("[data-question=valeur] input[data-amount]")
    assert words(page.select_one("[data-question=valeur] .ci-question__when")) == "Question utile si : acheteur : État ou Une commune."


def test_every_rule_is_a_row_with_its_condition_effect_reason_and_source(page):
    rows = {row["data-rule"]: [words(cell) for cell in row.find_all("td")] for row in page.select("[data-rule]")}
    assert rows["ouvert"][:2] == ["sauf (sous la dispense)", "Possible : Dialogue"]
    assert rows["ouvert"][2].startswith("Au-dessus, tout s’ouvre. (art. R. 2122-8 CCP, ") and "p. 4" in rows["ouvert"][2]
    assert rows["ferme"][:2] == ["sous la dispense et acheteur : État", "Écartée : Dialogue"]
    assert rows["ferme"][2].endswith("(notre lecture)")
    assert "La valeur reste sous" in words(page.select_one(".ci-rules-words"))


def test_outcome_that_is_a_way_to_buy_shows_its_delay_and_its_page(page):
    card = page.select_one("[data-outcome=dialogue]")
    assert card.h4.a["href"].endswith("dialogue/") and "Délai légal minimal" in words(card) and card.select_one(".ci-outcome__links a")


def test_script_receives_the_logic_and_the_amounts_of_the_day(page, catalogue):
    data = json.loads(page.find("ci-parcours")["data-wizard"])
    assert data == wizard_data(catalogue.wizards["voie"], context_for(catalogue, "choisir/voie.md"))
    assert data["thresholds"] == {"dispense": catalogue.threshold_value(catalogue.thresholds["dispense"]).amount}
    assert data["questions"][1]["when"] == {"question": "acheteur", "among": ["etat", "commune"]}
    assert [rule["id"] for rule in data["rules"]] == ["ouvert", "ferme"] and "reason" not in data["rules"][0]


def test_threshold_without_value_is_published_as_none(catalogue):
    catalogue_without = type(catalogue)(**(vars(catalogue) | {"law_date": catalogue.law_date.replace(year=1990)}))
    assert wizard_data(catalogue.wizards["voie"], context_for(catalogue_without, "choisir/voie.md"))["thresholds"] == {"dispense": None}
