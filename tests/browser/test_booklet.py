"""The booklet of all the lists: its page on the screen, and its PDF, made as the publisher makes it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys

import pytest
import zxingcpp
from bs4 import BeautifulSoup
from playwright.sync_api import expect
from pypdf import PdfReader

from macros.catalogue import sound_catalogue
from tests.browser.test_paper import letters
from tests.browser.axe import violations
from tests.conftest import ADDRESS, ROOT, run_mkdocs

PATH = "checklists/livret/"


@pytest.fixture(scope="module")
def pdf(published) -> PdfReader:
    return PdfReader(io.BytesIO((published / PATH / "livret.pdf").read_bytes()))


@pytest.fixture(scope="module")
def sheets(published) -> list[str]:
    text = subprocess.run(["pdftotext", published / PATH / "livret.pdf", "-"], capture_output=True, text=True, check=True).stdout
    return [sheet for sheet in text.split("\f") if sheet.strip()]


def titles_of(pdf: PdfReader, level=None, depth=0):
    """(depth, title, sheet) of each entry of the outline."""
    for entry in pdf.outline if level is None else level:
        if isinstance(entry, list):
            yield from titles_of(pdf, entry, depth + 1)
        else:
            yield depth, entry.title.replace("\u00a0", " "), pdf.get_destination_page_number(entry) + 1


def test_pdf_is_tagged_in_french_with_a_title(pdf):
    root = pdf.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"].startswith("fr") and "livret" in pdf.metadata.title


def test_tags_name_headings_lists_and_images(published):
    tree = subprocess.run(["pdfinfo", "-struct", published / PATH / "livret.pdf"], capture_output=True, text=True, check=True).stdout
    counts = {tag: len(re.findall(rf"^\s*{tag}\b", tree, re.M)) for tag in ("H1", "H2", "H3", "LI", "Figure")}
    catalogue = sound_catalogue(ROOT)

    assert counts["H1"] == 1 and counts["H2"] == len(catalogue.checklists) + 1
    assert counts["H3"] == sum(len(one.sections) for one in catalogue.checklists.values())
    assert counts["LI"] >= sum(one.total for one in catalogue.checklists.values())


def test_outline_leads_to_each_list_and_each_section(pdf, sheets):
    entries = list(titles_of(pdf))
    for one in sound_catalogue(ROOT).checklists.values():
        (sheet,) = [sheet for depth, title, sheet in entries if depth == 1 and letters(title).lstrip("0123456789") == letters(one.header.title)]
        assert letters(one.header.title) in letters(sheets[sheet - 1])
        for section in one.sections:
            assert any(depth == 2 and letters(title) == letters(section.title) for depth, title, _ in entries), section.title


def test_contents_give_the_sheet_of_each_list(pdf, sheets):
    entries = {letters(title).lstrip("0123456789"): sheet for depth, title, sheet in titles_of(pdf) if depth == 1}
    head = re.sub(r"\s+", " ", sheets[0])
    for one in sound_catalogue(ROOT).checklists.values():
        found = re.search(rf"{re.escape(one.header.title).replace(chr(39), '.')} ?: {one.total} éléments, page (\d+)", head.replace("’", "'").replace("\u00a0", " "))
        assert found and int(found[1]) == entries[letters(one.header.title)], one.id


def test_every_item_and_its_reason_are_in_it(sheets):
    whole = letters(" ".join(sheets))
    items = [item for one in sound_catalogue(ROOT).checklists.values() for item in one.items]

    assert len(items) >= 109
    assert [item.id for item in items if letters(item.text) not in whole] == []


def test_each_sheet_of_a_list_says_where_it_comes_from(sheets):
    for number, sheet in enumerate(sheets[1:], 2):
        assert letters("Droit au 31 mars 2026") in letters(sheet), number
        assert letters(ADDRESS + "checklists/") in letters(sheet), number
        assert f"{number} / {len(sheets)}" in sheet, number


def test_links_and_qr_codes_are_those_of_the_published_site(pdf, published, tmp_path):
    links = {note.get_object()["/A"]["/URI"] for page in pdf.pages for note in page.get("/Annots", []) if "/URI" in note.get_object().get("/A", {})}
    assert links and not [link for link in links if "localhost" in link or "127.0.0.1" in link or link.startswith("file:")]
    assert any(link.startswith(ADDRESS) for link in links)

    subprocess.run(["pdftoppm", "-gray", "-r", "150", "-f", "2", "-l", "2", published / PATH / "livret.pdf", tmp_path / "image"], check=True)
    size, _, pixels = next(tmp_path.glob("image*.pgm")).read_bytes().split(b"\n", 3)[1:]
    width, height = map(int, size.split())
    (code,) = zxingcpp.read_barcodes(memoryview(pixels[:width * height]).cast("B", shape=[height, width]))
    assert code.text == f"{ADDRESS}checklists/avant-de-commander/"


def test_without_public_address_only_inner_links_remain(site, tmp_path):
    """In a process of its own: two drivers cannot share one."""
    code = "import sys; from pathlib import Path; from macros.printing.booklet import print_booklet; Path(sys.argv[2]).write_bytes(print_booklet(Path(sys.argv[1]), ''))"
    subprocess.run([sys.executable, "-c", code, site, tmp_path / "livret.pdf"], cwd=ROOT, check=True, timeout=120)
    pdf = PdfReader(tmp_path / "livret.pdf")
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]

    assert len(notes) >= len(sound_catalogue(ROOT).checklists) and not [note for note in notes if "/URI" in note.get("/A", {})]
    assert "localhost" not in subprocess.run(["pdftotext", tmp_path / "livret.pdf", "-"], capture_output=True, text=True, check=True).stdout


def test_page_offers_the_pdf_with_its_size_only_when_it_is_there(published, pdf, site):
    offered = BeautifulSoup((published / PATH / "index.html").read_text(encoding="utf-8"), "html.parser").find("a", href="livret.pdf")
    assert re.search(rf"PDF, {len(pdf.pages)}\u00a0pages, \d+\u00a0Ko", offered.parent.get_text())

    plain = BeautifulSoup((site / PATH / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert not plain.find("a", href="livret.pdf") and not (site / PATH / "livret.pdf").exists()


def test_without_a_browser_the_build_says_what_to_install(project, tmp_path):
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("extra:\n", "extra:\n  livret_pdf: oui\n"), encoding="utf-8")
    done = run_mkdocs(project, tmp_path / "site", CHROMIUM="/nulle/part/chromium")

    assert done.returncode != 0
    assert "Pas de livret en PDF : aucun navigateur" in done.stderr and "Traceback" not in done.stderr


def test_page_prints_from_its_button(page):
    page.goto(PATH)
    page.evaluate("() => { window.print = () => { document.documentElement.dataset.printed = 'yes'; }; }")
    page.get_by_role("button", name="Imprimer le livret").click()

    expect(page.locator("html")).to_have_attribute("data-printed", "yes")
    expect(page.locator(".ci-item").first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(page, scheme, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(PATH)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_without_script_the_booklet_is_whole(without_script):
    without_script.goto(PATH)

    assert without_script.locator(".ci-item__text:visible").count() == sum(one.total for one in sound_catalogue(ROOT).checklists.values())
    assert without_script.get_by_role("button").count() == 0
