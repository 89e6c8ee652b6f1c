from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.weights import criteria_weights


def page(catalogue):
    return BeautifulSoup(criteria_weights(context_for(catalogue, "ecrire/poids-des-criteres.md")), "html.parser")


def test_tool_is_hidden_until_its_script_runs(catalogue):
    shown = page(catalogue)
    assert shown.find("ci-poids").has_attr("hidden")
    assert "JavaScript" in shown.select_one(".ci-unscripted").get_text()


def test_no_figure_nor_sentence_of_the_page_is_written_in_the_component(catalogue):
    shown = page(catalogue)
    assert not shown.find_all("option") and not shown.select("[data-criteria] > *, [data-offers] > *, [data-warnings] > *")
