"""The pieces of the guide in a reader's hands: a word that opens its definition, the table put in another order, the way to a printed list."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from macros.catalogue import sound_catalogue
from tests.conftest import ROOT

CATALOGUE = sound_catalogue(ROOT)


def test_a_word_opens_its_definition_and_gives_the_focus_back(page):
    page.goto("choisir/dialogue-competitif/")
    word = page.get_by_role("button", name="programme fonctionnel")
    word.focus()
    page.keyboard.press("Enter")
    card = page.locator("#terme-programme-fonctionnel")
    expect(card).to_be_visible()
    expect(card).to_contain_text(CATALOGUE.terms["programme-fonctionnel"].definition[:30].replace("'", "\u2019"))
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(word).to_be_focused()


def test_a_definition_leads_to_the_glossary(page):
    page.goto("choisir/dialogue-competitif/")
    page.get_by_role("button", name="programme fonctionnel").click()
    page.locator("#terme-programme-fonctionnel a").click()
    assert page.url.endswith("reperes/glossaire/#programme-fonctionnel")
    expect(page.locator("#programme-fonctionnel")).to_be_in_viewport()


def test_a_definition_opens_without_script(without_script):
    without_script.goto("choisir/dialogue-competitif/")
    card = without_script.locator("#terme-programme-fonctionnel")
    expect(card).to_be_hidden()
    without_script.get_by_role("button", name="programme fonctionnel").click()
    expect(card).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_an_open_definition_stays_in_the_window(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("choisir/dialogue-competitif/")
    for word in page.locator(".ci-term").all():
        word.click()
        box = page.locator(f"#{word.get_attribute('popovertarget')}").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width, word.inner_text()
        page.keyboard.press("Escape")


def names(page):
    return page.locator(".ci-comparison tbody th a").all_inner_texts()


def test_the_table_is_put_in_another_order_and_back(page):
    page.goto("choisir/comparer/")
    own = names(page)
    button = page.get_by_role("button", name="Effort pour l")
    button.click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Effort")
    efforts = [int(row.get_attribute("data-effort")) for row in page.locator(".ci-comparison tbody tr").all()]
    assert efforts == sorted(efforts, reverse=True) and names(page) != own
    expect(page.locator("ci-sortable [role=status]")).to_contain_text("du plus grand au plus petit")

    button.click()
    efforts = [int(row.get_attribute("data-effort")) for row in page.locator(".ci-comparison tbody tr").all()]
    assert efforts == sorted(efforts)

    page.get_by_role("button", name="Voie, et ce").click()
    assert names(page) == own


def test_on_a_phone_the_order_is_chosen_from_a_list(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("choisir/comparer/")
    page.get_by_label("Ranger par").select_option("creativity")
    levels = [int(row.get_attribute("data-creativity")) for row in page.locator(".ci-comparison tbody tr").all()]
    assert levels == sorted(levels, reverse=True)


def test_the_table_is_whole_without_script(without_script):
    without_script.goto("choisir/comparer/")
    assert without_script.locator(".ci-comparison tbody tr").count() == len(CATALOGUE.procedures) - 1
    assert without_script.locator(".ci-comparison button").count() == 0


def test_every_way_to_buy_is_on_the_map_and_in_its_words(page):
    page.goto("choisir/")
    expected = len(CATALOGUE.procedures) - 1
    assert page.locator(".ci-map a").count() == expected
    page.get_by_text("La carte en mots").click()
    assert page.locator(".ci-figure-box + details li a").count() == expected
    page.locator(".ci-map a", has_text="Dialogue").click()
    expect(page.locator("h1")).to_contain_text("Dialogue compétitif")


@pytest.mark.parametrize("procedure_id", [one.id for one in CATALOGUE.procedures.values() if one.timelines])
def test_a_timeline_is_drawn_for_each_formal_course_and_said_in_words(page, procedure_id):
    page.goto(f"choisir/{procedure_id}/")
    drawings = page.locator(".ci-timeline")
    assert drawings.count() == len(CATALOGUE.procedures[procedure_id].timelines)
    for drawing in drawings.all():
        frame = drawing.bounding_box()
        for bar in drawing.locator("rect").all():
            box = bar.bounding_box()
            assert frame["x"] - 1 <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
        assert "Total des durées fixées" in drawing.locator("desc").text_content()


# A newcomer's case, and what she clicks from the home page to the paper in her hand.
WAYS = {
    "a first study to order": ["Faut-il se faire aider ?", "Dix questions", "Avant de commander", "Imprimer vierge"],
    "something innovative to buy": ["Quelle procédure ?", "Comparer les voies", "Choisir la procédure", "Imprimer vierge"],
    "a specification to write": ["Écrire la commande", "Rédiger le cahier des charges", "Imprimer vierge"],
    "a toolkit in hand": ["Éviter les écueils", "Choisir un outil ou une méthode", "Imprimer vierge"],
}


@pytest.mark.parametrize("clicks", WAYS.values(), ids=WAYS)
def test_from_the_home_page_to_a_printed_list_in_four_clicks(page, clicks):
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes'; }")
    page.goto("index.html")
    *links, last = clicks
    assert len(clicks) <= 4
    for name in links:
        page.locator("article").get_by_role("link", name=name).first.click()
    page.get_by_role("button", name=last).click()
    expect(page.locator("html")).to_have_attribute("data-printed", "yes")
