"""The planning tool and the dated thresholds in a reader's hands: keyboard, links, files, paper, no script, a clock set in the future."""

from __future__ import annotations

import csv
import io

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.axe import violations

PAGE = "choisir/retroplanning/"
BARE = "ecrire.0_analyser.0_attester.0"
OPEN = f"{PAGE}#plan?acheteur=collectivite&voie=Appel+d%27offres+ouvert&sens=avant&jour=2027-01-04&durees={BARE}"
NOW = "2026-11-23T10:00:00"


@pytest.fixture
def tool(page):
    page.clock.set_fixed_time(NOW)
    page.goto(OPEN)
    expect(page.locator("[data-said]")).to_contain_text("2027")
    return page


def rows(page):
    return page.locator("ci-retroplanning tbody tr")


def test_a_link_opens_the_plan_it_carries(tool):
    expect(tool.locator("[data-said]")).to_contain_text("mardi 16 février 2027")
    expect(tool.locator("[data-said]")).to_contain_text("41 jours")
    expect(rows(tool).filter(has_text="Date limite des offres")).to_contain_text("mercredi 3 février 2027")
    expect(rows(tool).filter(has_text="Date limite des offres").get_by_role("link", name="R. 2161-2")).to_be_visible()
    assert tool.locator("ci-retroplanning svg rect").count() == 5


def test_the_keyboard_alone_changes_the_plan_and_the_change_is_said(tool):
    tool.get_by_label("urgence").focus()
    tool.keyboard.press("Space")
    expect(tool.get_by_role("status").filter(has_text="signer")).to_contain_text("mardi 2 février 2027")
    tool.get_by_role("spinbutton", name="Lire et comparer").focus()
    tool.keyboard.press("ControlOrMeta+a")
    tool.keyboard.type("7")
    tool.keyboard.press("Tab")
    expect(tool.locator("[data-said]")).to_contain_text("mardi 9 février 2027")
    assert "urgence=1" in tool.url and "analyser.7" in tool.url


def test_backwards_says_by_how_much_a_date_is_impossible(tool):
    tool.get_by_label("À rebours").check()
    tool.get_by_role("textbox", name="Signature souhaitée").fill("2026-12-15")
    tool.get_by_role("textbox", name="Signature souhaitée").press("Tab")
    expect(tool.locator("[data-problems]")).to_contain_text("Trop tard de 20 jours")
    expect(tool.locator("[data-problems]")).to_contain_text("21 jours après la date souhaitée")


def test_buyer_filters_the_routes_and_is_remembered(tool):
    tool.get_by_label("Par quelle voie").select_option("Appel d'offres restreint")
    tool.get_by_label("Qui achète").select_option("etat")
    expect(tool.locator("[data-said]")).to_contain_text("66 jours")
    tool.get_by_label("Qui achète").select_option("hopital")
    expect(tool.locator("[data-said]")).to_contain_text("51 jours")
    tool.goto("seuils/")
    expect(tool.get_by_label("Qui achète")).to_have_value("hopital")


@pytest.mark.parametrize("fragment", [
    "plan?jour=2027-02-30", "plan?voie=<img src=x onerror=alert(1)>&acheteur=__proto__&lieu=constructor&jour=2027-01-04",
    "plan?durees=analyser.99999_constructor.3_%00&jour=2027-01-04", "plan?" + "a=" * 5000, "plan?sens=rebours&jour=2025-01-02",
])
def test_a_hostile_link_gives_a_plan_or_a_sentence(page, fragment):
    page.goto(f"{PAGE}#{fragment}")
    expect(page.locator("[data-said]")).to_contain_text("signer" if "2025" not in fragment else "Aucune date")
    assert page.locator("ci-retroplanning img").count() == 0
    assert all(text == "" or text.endswith(".") for text in page.locator("[data-problems] li").all_inner_texts())


def test_a_day_out_of_the_known_years_is_refused_in_words(tool):
    tool.get_by_label("Premier jour").fill("2030-12-20")
    tool.get_by_label("Premier jour").press("Tab")
    expect(tool.locator("[data-said]")).to_have_text("Aucune date calculée.")
    expect(tool.locator("[data-problems]")).to_contain_text("de 2025 à 2030")
    expect(tool.get_by_role("button", name="Agenda")).to_be_hidden()


def test_files_hold_the_dates_of_the_table(tool):
    shown = [row.locator("th").inner_text() for row in rows(tool).all()]
    with tool.expect_download() as waiting:
        tool.get_by_role("button", name="Agenda").click()
    events = Calendar.from_ical(waiting.value.path().read_bytes()).walk("VEVENT")
    assert len(events) == len(shown) and "Envoi de l'avis" in [str(one["SUMMARY"]) for one in events]
    assert any("R. 2161-2" in str(one["DESCRIPTION"]).replace("\u00a0", " ") for one in events)
    with tool.expect_download() as waiting:
        tool.get_by_role("button", name="Tableur").click()
    lines = list(csv.reader(io.StringIO(waiting.value.path().read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [line[1] for line in lines[1:]] == shown


def test_a_plan_is_kept_in_the_dossier_and_found_again(tool):
    tool.get_by_role("button", name="Garder dans le dossier").click()
    expect(tool.locator("[data-done]")).to_contain_text("Gardé dans le dossier")
    tool.goto("index.html")
    tool.goto(PAGE)
    expect(tool.locator("[data-said]")).to_contain_text("mardi 16 février 2027")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_a_plan(tool, scheme, width):
    tool.set_viewport_size({"width": width, "height": 900})
    tool.emulate_media(color_scheme=scheme)
    tool.get_by_label("Un avis de préinformation").check()
    assert violations(tool) == []
    assert tool.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_paper_keeps_the_plan_and_drops_the_form(tool):
    tool.emulate_media(media="print")
    expect(tool.locator("ci-retroplanning form")).to_be_hidden()
    expect(rows(tool).first).to_be_visible()
    expect(tool.locator("[data-choices]")).to_contain_text("Appel d’offres ouvert. Collectivité")
    expect(tool.get_by_role("button", name="Agenda")).to_be_hidden()
    assert [one.get_attribute("data-course") for one in tool.locator(".ci-course").all() if one.is_visible()] == ["appel-d-offres-ouvert"]


def test_without_script_the_tables_say_every_delay(without_script):
    without_script.goto(PAGE)
    expect(without_script.locator("ci-retroplanning")).to_be_hidden()
    expect(without_script.locator(".ci-planner")).to_contain_text("Sans lui, les tableaux")
    without_script.locator("#deroule-appel-d-offres-ouvert summary").click()
    expect(without_script.locator("#deroule-appel-d-offres-ouvert")).to_contain_text("35 jours au moins")


def test_thresholds_of_a_day(page):
    page.clock.set_fixed_time(NOW)
    page.goto("seuils/")
    line = page.locator("ci-seuils tr").filter(has_text="Dispense de publicité et de mise en concurrence, fournitures et services").first
    expect(line).to_contain_text("60")
    page.get_by_label("Quel jour").fill("2026-03-31")
    page.get_by_label("Quel jour").press("Tab")
    expect(line.locator("td").nth(0)).to_contain_text("40")
    expect(line.locator("td").nth(1)).to_contain_text("depuis le 1er avril 2026")
    page.get_by_label("Quel jour").fill("2028-01-01")
    page.get_by_label("Quel jour").press("Tab")
    state = page.locator("ci-seuils tr").filter(has_text="Procédure formalisée, fournitures et services, État")
    expect(state).to_contain_text("pas de valeur connue ce jour-là")
    expect(page.locator("ci-seuils [role=status]")).to_contain_text("peut avoir changé")
    page.get_by_label("Qui achète").select_option("collectivite")
    expect(state).to_have_count(0)


def test_axe_finds_no_violation_in_the_thresholds_of_a_day(page):
    page.goto("seuils/")
    expect(page.locator("ci-seuils tbody tr").first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("path", ["seuils/", "choisir/"])
def test_a_site_read_after_the_last_day_of_an_amount_says_so(page, path):
    page.clock.set_fixed_time("2028-01-01T10:00:00")
    page.goto(path)
    expect(page.locator(".ci-outdated")).to_contain_text("Depuis le 1er janvier 2028")
    expect(page.locator(".ci-outdated__note").first).to_contain_text("dernier jour : 31 décembre 2027")


def test_until_that_last_day_nothing_is_said(page):
    page.clock.set_fixed_time("2027-12-31T23:00:00")
    page.goto("seuils/")
    expect(page.locator("ci-seuils tbody tr").first).to_be_visible()
    assert page.locator(".ci-outdated").count() == 0
