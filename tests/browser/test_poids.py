"""The weights of the criteria in a reader's hands: keyboard, links, file, dossier, paper, phone, no script."""

from __future__ import annotations

import csv
import io

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

PAGE = "ecrire/poids-des-criteres/"


def opened(page):
    page.goto(PAGE)
    expect(page.locator("ci-poids[data-ready]")).to_be_visible()
    return page


@pytest.fixture
def tool(page):
    return opened(page)


def said(tool):
    return tool.locator("[data-said]")


def write(tool, name, text):
    field = tool.get_by_role("textbox", name=name, exact=True)
    field.fill(text)
    field.press("Tab")


def table(tool, caption):
    return tool.locator("ci-poids table").filter(has=tool.locator("caption", has_text=caption))


def cells(row):
    return [one.strip() for one in row.locator("th, td").all_inner_texts()]


def test_it_opens_on_the_example_of_the_page(tool):
    expect(said(tool)).to_have_text("C en tête avec 79,5 points, puis B (78) et A (61).")
    expect(tool.locator("[data-tipping]")).to_contain_text("C jusqu’à 49,2, B jusqu’à 52,4, A au-delà. A, la moins chère, l’emporte dès que le prix pèse 52,4 points sur cent. À 80, le prix décide seul")
    expect(tool.get_by_role("checkbox", name="Prend en compte l’environnement : Environnement")).to_be_checked()
    assert cells(table(tool, "Les points, avec").locator("tbody tr").first) == ["1", "C", "58\u202f000 €", "36", "21", "8", "14,5", "79,5"]
    assert tool.locator("[data-warnings] li").count() == 0


def test_tool_and_page_print_the_same_table_of_formulas(tool):
    mine = [cells(row) for row in table(tool, "Vos poids sous chaque formule").locator("tbody tr").all()]
    printed = [cells(row) for row in tool.locator("#exemple ~ .admonition.exemple table").nth(1).locator("tbody tr").all()]
    assert mine == printed and len(mine) == 6


def test_the_keyboard_alone_changes_the_ranking_and_the_change_is_said(tool):
    tool.get_by_role("textbox", name="Poids : Façon de chercher").focus()
    for key in ["ControlOrMeta+a", "2", "0", "Tab"]:
        tool.keyboard.press(key)
    expect(tool.locator("[data-warnings]")).to_contain_text("Les poids font 80, et non cent.")
    write(tool, "Poids : Équipe", "10")
    write(tool, "Poids du prix", "60")
    expect(said(tool)).to_have_text("A en tête avec 81 points, puis C (76,4) et B (76).")
    expect(tool.locator("[data-warnings]")).to_contain_text("A, la moins bonne hors prix, arrive en tête.")
    tool.get_by_role("combobox", name="Formule du prix").select_option("moyenne")
    expect(said(tool)).to_contain_text("C en tête")


def test_a_warning_says_why_with_the_source_of_the_page(tool):
    write(tool, "Poids : Environnement", "0")
    write(tool, "Poids : Équipe", "40")
    one = tool.locator("[data-warnings] li").filter(has_text="environnement")
    expect(one).to_contain_text("Aucun critère qui pèse n’est marqué « environnement »")
    expect(one.get_by_role("link", name="R. 2152-7")).to_be_visible()
    assert tool.locator("[id=avis-sans-environnement]").count() == 1 and one.locator("strong").count() == 1
    tool.get_by_role("checkbox", name="Équipe").check()
    expect(one).to_have_count(0)


def test_the_slider_shows_another_weight_and_says_it(tool):
    tool.get_by_role("slider").focus()
    for _ in range(3):
        tool.keyboard.press("PageUp")
    expect(tool.locator("[data-whatif]")).to_contain_text("B en tête")
    assert "sur cent. B en tête" in tool.get_by_role("slider").get_attribute("aria-valuetext").replace("\u00a0", " ")
    expect(said(tool)).to_contain_text("C en tête avec 79,5")


def test_what_is_typed_wrong_is_told_and_nothing_is_computed(tool):
    write(tool, "Prix : B", "à voir")
    expect(tool.locator("[data-problems]")).to_contain_text("Prix de « B » : « à voir » n’est pas un montant. Écrivez par exemple 56 000.")
    expect(said(tool)).to_contain_text("Aucun calcul")
    expect(tool.get_by_role("textbox", name="Prix : B")).to_have_attribute("aria-invalid", "true")
    expect(tool.get_by_role("button", name="Tableur")).to_be_hidden()
    assert tool.locator("ci-poids svg").count() == 0
    write(tool, "Prix : B", "56 000")
    expect(said(tool)).to_contain_text("C en tête")
    expect(tool.get_by_role("textbox", name="Prix : B")).not_to_have_attribute("aria-invalid", "true")


def test_criteria_and_offers_are_added_and_taken_away(tool):
    tool.get_by_role("button", name="Ajouter une offre").click()
    expect(tool.get_by_role("textbox", name="Nom de l’offre 4")).to_be_focused()
    write(tool, "Nom de l’offre 4", "<b>Atelier</b>")
    write(tool, "Prix : <b>Atelier</b>", "40000")
    for criterion in ("Façon de chercher", "Équipe", "Environnement"):
        write(tool, f"Note : <b>Atelier</b>, {criterion}", "10")
    expect(said(tool)).to_contain_text("<b>Atelier</b> en tête avec 100 points")
    assert tool.locator("ci-poids b").count() == 0
    tool.get_by_role("button", name="Retirer le critère Équipe").click()
    expect(tool.locator("[data-warnings]")).to_contain_text("Les poids font 70")
    tool.get_by_role("button", name="Retirer l’offre <b>Atelier</b>").click()
    tool.get_by_role("button", name="Retirer l’offre A").click()
    expect(tool.get_by_role("button", name="Retirer l’offre B")).to_be_disabled()
    tool.get_by_role("button", name="Revenir à l’exemple").click()
    expect(said(tool)).to_have_text("C en tête avec 79,5 points, puis B (78) et A (61).")


def test_a_criterion_named_after_the_environment_is_ticked_for_the_reader(tool):
    tool.get_by_role("button", name="Ajouter un critère").click()
    write(tool, "Nom du critère 4", "Empreinte de l’essai")
    expect(tool.get_by_role("checkbox", name="Empreinte de l’essai")).to_be_checked()
    expect(tool.locator("[data-problems]")).to_contain_text("Note de « A », Empreinte de l’essai : il manque un nombre.")


def test_a_grid_is_kept_in_the_dossier_and_found_again(tool):
    write(tool, "Poids du prix", "25")
    write(tool, "Nom de l’offre 2", "Bureau du Quai")
    tool.get_by_role("button", name="Garder dans le dossier").click()
    expect(tool.locator("[data-done]")).to_contain_text("Grille gardée dans le dossier")
    tool.goto("index.html")
    opened(tool)
    expect(tool.get_by_role("textbox", name="Poids du prix")).to_have_value("25")
    expect(said(tool)).to_contain_text("Bureau du Quai")


def test_criteria_of_the_workshop_are_taken_on_a_click(tool):
    expect(tool.get_by_role("button", name="Reprendre les critères de l’atelier")).to_be_hidden()
    tool.evaluate("""async () => {
      const { openCurrent } = await import(new URL("../../assets/javascripts/case-file-shelf.mjs", location.href));
      const { toolResult } = await import(new URL("../../assets/javascripts/case-file.mjs", location.href));
      openCurrent().change([toolResult("atelier", { fields: {}, clauses: {}, criteria: [{ name: "Équipe", weight: 55 }, { name: "Réemploi", weight: 15 }, { name: "Prix", weight: 30 }] })]);
    }""")
    opened(tool)
    tool.get_by_role("button", name="Reprendre les critères de l’atelier").click()
    expect(tool.get_by_role("textbox", name="Poids du prix")).to_have_value("30")
    expect(tool.get_by_role("checkbox", name="Réemploi")).to_be_checked()
    expect(tool.get_by_role("textbox", name="Note : B, Équipe")).to_have_value("8")
    expect(tool.locator("[data-done]")).to_contain_text("notez maintenant chaque offre")


def test_the_file_holds_the_totals_of_the_table(tool):
    shown = cells(table(tool, "Le total sur cent").locator("tbody tr").filter(has_text="le vôtre"))
    with tool.expect_download() as waiting:
        tool.get_by_role("button", name="Tableur").click()
    assert waiting.value.suggested_filename == "mon-achat-poids-des-criteres.csv"
    lines = list(csv.reader(io.StringIO(waiting.value.path().read_text(encoding="utf-8-sig")), delimiter=";"))
    mine = [line for line in lines if line[-1] == "oui"]
    assert [line[5] for line in mine] == shown[1:4] and {line[0] for line in mine} == {"Rapport au moins cher"}


def test_the_drawing_is_read_without_being_seen(tool):
    drawing = tool.get_by_role("img", name="Le total de chaque offre selon le poids du prix")
    expect(drawing).to_be_visible()
    assert drawing.locator(".ci-weights__line").count() == 3
    assert len({line.get_attribute("stroke-dasharray") for line in drawing.locator(".ci-weights__line").all()}) == 3
    assert sorted(drawing.locator(".ci-weights__letter").all_text_contents()) == ["A", "A", "B", "B", "C", "C"]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_a_warned_grid(tool, scheme, width):
    tool.set_viewport_size({"width": width, "height": 900})
    tool.emulate_media(color_scheme=scheme)
    write(tool, "Poids du prix", "90")
    assert violations(tool) == []
    assert tool.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_paper_keeps_the_results_and_drops_the_form(tool):
    tool.emulate_media(media="print")
    for hidden in ("form", "[data-slider]", "[data-actions]"):
        expect(tool.locator(f"ci-poids {hidden}")).to_be_hidden()
    expect(said(tool)).to_be_visible()
    expect(table(tool, "Les points, avec")).to_be_visible()
    expect(tool.get_by_role("img", name="Le total de chaque offre")).to_be_visible()


def test_without_script_the_page_says_the_same_figures(without_script):
    without_script.goto(PAGE)
    expect(without_script.locator("ci-poids")).to_be_hidden()
    expect(without_script.locator(".ci-weights")).to_contain_text("l’exemple plus bas")
    expect(without_script.locator("#exemple ~ .admonition.exemple")).to_contain_text("52,4")
