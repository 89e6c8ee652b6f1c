"""The printed sheet, read back: every item, on A4, with its origin on every sheet, and nothing of the screen."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from datetime import date

import pytest

from macros.catalogue import sound_catalogue
from macros.rendering.dates import french_date
from tests.conftest import ROOT

LISTS = sorted(sound_catalogue(ROOT).checklists)


def letters(text: str) -> str:
    """Only letters and digits: line ends, hyphens and typographic spaces do not matter here."""
    return re.sub(r"[^0-9a-z]", "", unicodedata.normalize("NFKD", text.replace("œ", "oe")).encode("ascii", "ignore").decode().lower())


def print_to_pdf(page, path, tmp_path, **options) -> list[str]:
    """Text of each sheet of the page printed on A4."""
    page.goto(path)
    if "ci-checklist" in page.content() and options.pop("script", True):
        page.locator("ci-checklist[data-ready]").wait_for()
    target = tmp_path / "feuille.pdf"
    page.pdf(path=target, prefer_css_page_size=True, **options)
    size = subprocess.run(["pdfinfo", target], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Page size:\s+59[45]\.\d+ x 84[12]", size), size
    text = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout
    return [sheet for sheet in text.split("\f") if sheet.strip()]


@pytest.mark.parametrize("checklist_id", LISTS)
def test_every_item_is_on_the_paper_with_its_origin_on_every_sheet(page, tmp_path, address, checklist_id):
    checklist = sound_catalogue(ROOT).checklists[checklist_id]
    sheets = print_to_pdf(page, f"checklists/{checklist_id}/", tmp_path)
    whole = letters(" ".join(sheets))

    assert [item.id for item in checklist.items if letters(item.text) not in whole] == []
    for number, sheet in enumerate(sheets, 1):
        seen = letters(sheet)
        assert letters(checklist.header.title) in seen, number
        assert letters(f"checklists/{checklist_id}/") in seen, number
        assert letters("23 août 2026") in seen, number
        assert letters(french_date(date.today())) in seen, number


def test_no_item_is_cut_between_two_sheets(page, tmp_path):
    checklist = sound_catalogue(ROOT).checklists["rediger-le-cahier-des-charges"]
    sheets = [letters(sheet) for sheet in print_to_pdf(page, "checklists/rediger-le-cahier-des-charges/", tmp_path)]

    for item in checklist.items:
        start = next(number for number, sheet in enumerate(sheets) if letters(item.text) in sheet)
        ending = letters(re.sub(r"\{\{.*?\}\}|\(.*?\)", " ", item.why).split(".")[-2])[-25:]
        assert ending in sheets[start], item.id


def test_nothing_of_the_screen_is_printed(page, tmp_path):
    text = " ".join(print_to_pdf(page, "checklists/avant-de-commander/", tmp_path))

    for word in ("Chercher", "Sur cette page", "Imprimer vierge", "Tout décocher", "Mentions légales", "Se faire aider"):
        assert word not in text


def test_there_is_room_for_notes_and_a_visa(page, tmp_path):
    text = print_to_pdf(page, "checklists/avant-de-commander/", tmp_path)[-1]

    for word in ("Notes", "Visa", "Nom", "Fonction", "Date", "Signature"):
        assert word in text


def test_boxes_are_blank_or_ticked_at_the_reader_s_choice(page):
    page.goto("checklists/avant-de-commander/")
    page.locator("ci-checklist[data-ready]").wait_for()
    page.evaluate("window.print = () => {}")
    ticked = page.locator(".ci-item__box").nth(1)
    page.emulate_media(media="print")
    untouched = ticked.screenshot()
    page.emulate_media(media="screen")
    ticked.check()

    def printed(choice: str) -> bytes:
        page.get_by_role("button", name=choice).click()
        page.emulate_media(media="print")
        shown = ticked.screenshot()
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        return shown

    assert printed("Imprimer cochée") != untouched
    assert printed("Imprimer vierge") == untouched
    assert ticked.is_checked()


def test_dark_screen_prints_black_on_white(page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto("checklists/avant-de-commander/")
    colours = page.evaluate("""() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).backgroundColor,
        ...['h1', '.ci-item__text', '.ci-item__why'].map((selector) => getComputedStyle(document.querySelector(selector)).color)]""")

    assert set(colours[:2]) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert set(colours[2:]) == {"rgb(0, 0, 0)"}


def test_a_folded_part_unfolds_on_paper(page, tmp_path):
    text = letters(" ".join(print_to_pdf(page, "choisir/dialogue-competitif/", tmp_path)))

    for condition in sound_catalogue(ROOT).procedures["dialogue-competitif"].conditions:
        assert letters(condition.phrase) in text


def test_the_list_prints_without_script(without_script, tmp_path):
    checklist = sound_catalogue(ROOT).checklists["capitaliser"]
    text = letters(" ".join(print_to_pdf(without_script, "checklists/capitaliser/", tmp_path, script=False)))

    assert [item.id for item in checklist.items if letters(item.text) not in text] == []
