"""A list handed over as a file, from its own page: the right words, nothing loaded before the click, and a sentence when it fails."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

LIST = "checklists/avant-de-commander/"
BUTTONS = {"docx": "Traitement de texte (.docx)", "csv": "Tableur (.csv)", "md": "Texte (.md)"}


def opened(page):
    page.goto(LIST)
    page.locator("ci-checklist[data-ready]").wait_for()
    page.locator(".ci-item__box").nth(1).check()
    page.locator(".ci-export summary").click()
    return page


def exported(page, kind: str) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=BUTTONS[kind]).click()
    target = Path(waiting.value.path())
    return target.rename(target.with_name(waiting.value.suggested_filename))


@pytest.mark.parametrize("kind", BUTTONS)
def test_file_has_the_name_of_the_list_and_of_the_dossier(page, kind):
    file = exported(opened(page), kind)

    assert file.name.startswith("mon-achat-avant-de-commander-20") and file.suffix == f".{kind}"
    expect(page.locator("ci-checklist [data-outcome]")).to_contain_text(file.name)


def test_csv_says_what_the_page_says(page):
    rows = list(csv.DictReader(io.StringIO(exported(opened(page), "csv").read_text(encoding="utf-8-sig")), delimiter=";"))

    assert len(rows) == page.locator(".ci-item").count() and [row["État"] for row in rows[:3]] == ["À faire", "Fait", "À faire"]
    assert rows[0]["Élément"] == page.locator(".ci-item__text").first.inner_text()
    assert rows[0]["État du droit au"] == "23 août 2026" and rows[0]["Version de la liste"]


def test_docx_is_a_sound_archive(page):
    with zipfile.ZipFile(exported(opened(page), "docx")) as archive:
        assert archive.testzip() is None
        assert "Avant de commander" in archive.read("word/document.xml").decode()


def test_blank_copy_holds_no_answer(page):
    opened(page)
    page.locator("[data-export-blank]").check()
    file = exported(page, "md")

    assert file.name.startswith("avant-de-commander-vierge-20")
    assert "- [x]" not in file.read_text(encoding="utf-8")


def test_writers_are_loaded_on_the_click_only(page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page)
    page.wait_for_timeout(300)
    assert not [url for url in asked if "/export" in url or "/vendor/docx" in url or "/paper" in url]

    exported(page, "csv")
    assert not [url for url in asked if "/vendor/docx" in url]
    exported(page, "docx")
    assert len([url for url in asked if "/vendor/docx" in url]) == 1


def test_a_writer_that_cannot_be_loaded_is_told_in_french(context):
    page = context.new_page()
    page.route("**/export-docx.mjs", lambda route: route.abort())
    opened(page)
    page.get_by_role("button", name=BUTTONS["docx"]).click()

    expect(page.locator("ci-checklist [data-outcome]")).to_contain_text("Le fichier n’a pas pu être fait")
    expect(page.locator(".ci-item__box").nth(1)).to_be_checked()
