import json

import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.planner import planner, planner_data


@pytest.fixture
def page(catalogue):
    return BeautifulSoup(planner(context_for(catalogue, "choisir/retroplanning.md"), "essai"), "html.parser")


def test_every_stage_and_mark_is_told_without_script(page, catalogue):
    rows = [row["data-texts"] for row in page.select("[data-course=signer] [data-texts]")]
    assert rows == ["ecrire", "commun-attente", "repere-rappel"]
    assert "11 jours au moins" in page.find(attrs={"data-texts": "commun-attente"}).get_text().replace("\u00a0", " ")
    assert "R. 2161-25" in page.find(attrs={"data-texts": "commun-attente"}).get_text().replace("\u00a0", " ")


def test_script_receives_the_same_figures(page, catalogue):
    data = json.loads(page.find("ci-retroplanning")["data-planner"])
    (course,) = data["courses"]
    assert [(stage["id"], stage["days"], stage["minimum"], stage["law"]) for stage in course["stages"]] == [("ecrire", 20, None, False), ("commun-attente", 0, 11, True)]
    assert course["marks"][0] | {"label": ""} == {"id": "rappel", "label": "", "delay": 11, "unit": "jours", "urgent": None, "side": "before", "anchor": "signature",
                                                  "needsNotice": False, "earliest": False, "profiles": ["etat", "collectivite", "hopital", "autre", "reseaux"]}


def test_years_of_the_holidays_surround_that_of_the_law(catalogue):
    calendar = planner_data(catalogue.planners["essai"], catalogue)["calendar"]
    assert (calendar["from"], calendar["to"]) == (2025, 2030)
    assert calendar["common"]["2027-07-14"] == "Fête nationale"


def test_tool_is_hidden_until_its_script_runs(page):
    assert page.find("ci-retroplanning").has_attr("hidden") and page.select_one(".ci-unscripted")
