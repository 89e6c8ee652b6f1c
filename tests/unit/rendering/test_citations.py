import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.citations import article, cite_reference, example, figure, guide, split_article


def link(html):
    (found,) = BeautifulSoup(html, "html.parser").find_all("a")
    return found


@pytest.mark.parametrize("path, name, address", [
    ("index.md", "livre", "guides/#livre"), ("checklists/avant.md", "livre", "../../guides/#livre"), ("guides/index.md", "livre", "#livre"),
    ("index.md", "repere", "guides/repere/"), ("guides/index.md", "repere", "repere/"),
])
def test_citation_links_to_the_description_of_the_guide(catalogue, path, name, address):
    assert link(guide(context_for(catalogue, path), name))["href"] == address


@pytest.mark.parametrize("values, text", [
    ({}, "Livre"), ({"page": 4}, "Livre, p.\u00a04"), ({"section": "ouverture"}, "Livre, p.\u00a07"), ({"section": "annexes"}, "Livre, «\u00a0Annexes\u00a0»"),
    ({"page": 9, "section": "ouverture"}, "Livre, p.\u00a09"),
])
def test_citation_says_the_page_or_the_section(home_context, values, text):
    assert link(guide(home_context, "livre", **values)).text == text


@pytest.mark.parametrize("number, code, text, address", [
    ("R2122-8", "ccp", "art.\u00a0R.\u00a02122-8 CCP", "https://exemple.fr/ccp"), ("annexe-2", "ccp", "annexe 2 CCP", "https://exemple.fr/ccp"),
    ("35.2.1", "ccag-pi", "art. 35.2.1 CCAG-PI", "https://exemple.fr/ccag-pi"),
])
def test_article_links_to_its_code(home_context, number, code, text, address):
    found = link(article(home_context, number, code))
    assert found.text.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert found["href"] == address


def test_article_belongs_to_the_public_procurement_code_unless_said_otherwise(home_context):
    assert article(home_context, "R2122-8") == article(home_context, "R2122-8", code="ccp")


def test_article_says_its_subject_and_the_day_its_text_was_read(home_context):
    title = " ".join(link(article(home_context, "R2122-8"))["title"].split())
    assert "Petits achats" in title and "23 août 2026" in title


@pytest.mark.parametrize("reference, parts", [("R2122-8", ("ccp", "R2122-8")), ("ccag-pi:35.2.1", ("ccag-pi", "35.2.1")), ("annexe-2", ("ccp", "annexe-2"))])
def test_reference_of_a_data_file_is_split_into_code_and_number(reference, parts):
    assert split_article(reference) == parts


def test_article_that_was_not_read_says_so(load_with, edited):
    catalogue, problems = load_with(edited("docs/_donnees/articles/ccp.yml", "objet: Seuils européens, marque: confirme", "objet: Seuils européens, marque: a-verifier"))

    assert problems == []
    assert "non lu" in article(context_for(catalogue, "index.md"), "annexe-2")


@pytest.mark.parametrize("reference, code, shown", [("R2122-8", "ccp", "R. 2122-8 CCP"), ("ccag-pi:35.2.1", "ccp", "35.2.1 CCAG-PI"), ("35.2.1", "ccag-pi", "35.2.1 CCAG-PI")])
def test_reference_of_a_data_file_is_cited_by_its_prefix_or_by_its_code(home_context, reference, code, shown):
    assert shown in link(cite_reference(home_context, reference, code)).text.replace("\u00a0", " ")


def test_figure_of_ours_says_that_it_is_an_example(home_context):
    html = BeautifulSoup(example(home_context, "18 000 € HT"), "html.parser")
    assert html.select_one(".ci-example").text == "18\u202f000\u00a0€ HT (exemple)"
    assert html.a is None


@pytest.mark.parametrize("values, text", [({}, "Livre"), ({"page": 4}, "Livre, p.\u00a04"), ({"section": "ouverture"}, "Livre, p.\u00a07")])
def test_figure_of_a_guide_is_followed_by_that_guide(home_context, values, text):
    html = figure(home_context, "de 5 000 à 15 000 €", "livre", **values)
    assert BeautifulSoup(html, "html.parser").text == f"de 5\u202f000 à 15\u202f000\u00a0€ ({text})"
    assert link(html)["href"] == "guides/#livre"


@pytest.mark.parametrize("render", [lambda context, text: example(context, text), lambda context, text: figure(context, text, "livre")])
def test_markup_typed_in_a_figure_is_shown_and_not_run(home_context, render):
    html = BeautifulSoup(render(home_context, "<b>3 | 4</b>"), "html.parser")
    assert html.b is None and "<b>3 | 4</b>" in html.text
    assert "|" not in render(home_context, "3 | 4")
