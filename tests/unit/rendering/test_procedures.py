import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.models.procedure import DelayUnit
from macros.rendering.procedures import delay, delay_text, procedure, procedure_sheets

PATH = "docs/_donnees/procedures/dialogue.yml"


def parse(html):
    return BeautifulSoup(html, "html.parser")


def words(tag):
    return " ".join(tag.text.split())


@pytest.fixture
def sheets(load_with):
    """The sheets of the sound project with `changes`."""
    def render(changes=None):
        catalogue, problems = load_with(changes)
        assert problems == []
        return parse(procedure_sheets(context_for(catalogue, "choisir/procedures.md")))

    return render


@pytest.mark.parametrize("count, unit, text", [
    (0, DelayUnit.DAYS, "0 jour"), (1, DelayUnit.DAYS, "1 jour"), (2, DelayUnit.DAYS, "2 jours"), (35, DelayUnit.DAYS, "35 jours"),
    (1, DelayUnit.MONTHS, "1 mois"), (2, DelayUnit.MONTHS, "2 mois"), (1, DelayUnit.YEARS, "1 an"), (5, DelayUnit.YEARS, "5 ans"),
])
def test_delay_agrees_with_its_number(count, unit, text):
    assert delay_text(count, unit) == text


def test_delay_counts_in_days_unless_said_otherwise():
    assert delay_text(3) == "3 jours"


def test_procedure_in_a_sentence_links_to_its_sheet_in_lower_case(home_context):
    link = parse(procedure(home_context, "dialogue")).a
    assert (link["href"], link.text) == ("choisir/procedures/#dialogue", "dialogue compétitif")


def test_delay_in_a_sentence_links_to_its_step(home_context):
    link = parse(delay(home_context, "dialogue", "candidatures")).a
    assert (link["href"], words(link)) == ("choisir/procedures/#dialogue--candidatures", "30 jours")


def test_steps_have_the_anchors_that_delays_link_to(sheets):
    assert [row["id"] for row in sheets().select("tbody tr")] == ["dialogue--candidatures", "dialogue--dialogue"]


def test_sheet_has_the_anchor_that_procedures_link_to(home_context):
    assert "{ #dialogue }" in procedure_sheets(home_context)


def test_step_shows_its_delay_its_start_its_reductions_and_its_article(sheets):
    first = words(sheets().select_one("#dialogue--candidatures"))
    assert all(word in first for word in ("30 jours", "l’envoi de l’avis", "15 jours", "urgence", "R. 2161-25"))


def test_step_without_a_figure_says_so_in_words(sheets):
    row = sheets().select_one("#dialogue--dialogue")
    assert "Aucun chiffre." in words(row)
    assert "jour" not in words(row)


@pytest.mark.parametrize("bound, word", [("minimum", "au moins"), ("maximum", "au plus")])
def test_step_says_whether_its_delay_is_a_minimum_or_a_maximum(sheets, edited, bound, word):
    html = sheets(edited(PATH, "    depart:", f"    sens: {bound}\n    depart:"))
    assert f"30 jours {word}" in words(html.select_one("#dialogue--candidatures"))


@pytest.mark.parametrize("backwards, shown", [("oui", True), ("non", False)])
def test_step_says_when_it_counts_backwards(sheets, edited, backwards, shown):
    html = sheets(edited(PATH, "    depart:", f"    a_rebours: {backwards}\n    depart:"))
    assert ("rebours" in words(html.select_one("#dialogue--candidatures"))) is shown


@pytest.mark.parametrize("days, shown, status", [("jours: 41, ", "41 jours", True), ("", "", False)])
def test_floor_that_has_a_figure_is_marked_as_computed(sheets, edited, days, shown, status):
    html = sheets(edited(PATH, "verifie_le", f"planchers: [{{acheteurs: les communes, {days}texte: En additionnant.}}]\nverifie_le"))
    floor = next(tag for tag in html.select("p") if "En additionnant." in tag.text)
    assert "les communes" in words(floor) and shown in words(floor)
    assert ("calculé" in words(floor)) is status


def test_condition_shows_its_article_and_the_amount_of_its_threshold(sheets):
    condition = next(tag for tag in sheets().select("li") if "Sous le seuil" in tag.text)
    assert "60 000 € HT" in words(condition) and "R. 2122-8" in words(condition)


@pytest.mark.parametrize("mark, status", [("a-verifier", "à vérifier"), ("contradictoire", "sources contradictoires")])
def test_condition_that_is_not_sure_says_so(sheets, edited, mark, status):
    html = sheets(edited(PATH, "phrase: Sous le seuil,", f"phrase: Sous le seuil, marque: {mark},"))
    assert status in words(next(tag for tag in html.select("li") if "Sous le seuil" in tag.text))


def test_step_that_is_not_sure_says_so_in_a_sentence_too(load_with, edited):
    """Nothing marked « à vérifier » may pass for a fact."""
    catalogue, problems = load_with(edited(PATH, "    depart:", "    marque: a-verifier\n    depart:"))
    assert problems == []
    context = context_for(catalogue, "index.md")
    assert "à vérifier" in words(parse(procedure_sheets(context)).select_one("#dialogue--candidatures"))
    assert "vérifier" in delay(context, "dialogue", "candidatures")


def test_sheet_cites_its_articles_whatever_the_code_and_its_guides_with_the_page(sheets):
    shown = words(sheets())
    assert all(word in shown for word in ("R. 2161-25 CCP", "35.2.1 CCAG-PI", "Livre, p. 14", "23 novembre 2026"))


@pytest.mark.parametrize("old", ["phrase: Sous le seuil, article: R2122-8", "si: urgence, article: R2161-25", "    article: R2161-25"])
def test_article_of_another_code_accepted_at_load_is_shown(sheets, edited, old):
    html = sheets(edited(PATH, old, old.rpartition(" ")[0] + ' "ccag-pi:35.2.1"'))
    assert html.text.count("CCAG-PI") == 2


def test_sheets_come_by_family_in_the_order_of_the_choice(load_with, sound):
    catalogue, problems = load_with({
        "docs/_donnees/procedures/bavardage.yml": sound[PATH].replace("famille: formalisee", "famille: commun"),
        "docs/_donnees/procedures/petits.yml": sound[PATH].replace("famille: formalisee", "famille: sans-publicite"),
    })
    assert problems == []
    source = procedure_sheets(context_for(catalogue, "choisir/procedures.md"))
    headings = [line.rpartition("{ #")[2].removesuffix(" }") for line in source.splitlines() if line.startswith("##")]
    assert headings == ["famille-sans-publicite", "petits", "famille-formalisee", "dialogue", "famille-commun", "bavardage"]
