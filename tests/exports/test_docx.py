"""The .docx: sound XML, and opened by LibreOffice with every word."""

from __future__ import annotations

import re
import subprocess
import unicodedata
import zipfile
from xml.etree import ElementTree

import pytest

from tests.exports.views import FIELDS, HOSTILE, LONG, hostile_view, items_of, kept, real_view

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@pytest.fixture(scope="module")
def hostile(write):
    return write(hostile_view()) / "dossier.docx"


@pytest.fixture(scope="module")
def filled(write):
    view = real_view()
    for rank, item in enumerate(items_of(view)):
        if rank % 3 == 1:
            item |= {"state": "done", "stateLabel": "Fait", "note": f"Note numéro {rank}.", "who": "Camille Durand", "when": "2026-12-01"}
        if rank % 3 == 2:
            item |= {"state": "not_applicable", "stateLabel": "Sans objet", "justification": f"Motif numéro {rank}."}
    return write(view) / "dossier.docx"


def document(path) -> ElementTree.Element:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return ElementTree.fromstring(archive.read("word/document.xml"))


def paragraphs(root) -> list[str]:
    return ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in root.iter(f"{W}p")]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def test_every_part_is_sound_and_nothing_is_fetched(hostile):
    with zipfile.ZipFile(hostile) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
        links = re.findall(rb'Target="([^"]+)" TargetMode="External"', archive.read("word/_rels/document.xml.rels"))
    assert links and all(link.startswith(b"https://exemple.test/checklists/") for link in links)
    assert not any("vba" in name.lower() or "embeddings" in name for name in zipfile.ZipFile(hostile).namelist())


def test_each_hostile_text_is_there_to_the_letter(hostile):
    whole = squeezed("\n".join(paragraphs(document(hostile))))
    assert [text[:50] for text in HOSTILE if squeezed(kept(text)) not in whole] == []


def test_headings_language_and_repeated_table_heads_serve_a_screen_reader(filled):
    view, root = real_view(), document(filled)
    styles = [style.get(f"{W}val") for style in root.iter(f"{W}pStyle")]

    assert styles.count("Title") == 1 and styles.count("Heading1") == len(view["lists"])
    assert styles.count("Heading2") == sum(len(one["sections"]) for one in view["lists"]) + 2
    assert len(list(root.iter(f"{W}tblHeader"))) == sum(len(one["sections"]) for one in view["lists"])
    with zipfile.ZipFile(filled) as archive:
        assert b'w:lang w:val="fr-FR"' in archive.read("word/styles.xml")


def test_boxes_can_be_ticked_and_are_where_the_reader_ticked(filled):
    boxes = [box.find(f"{W14}checked").get(f"{W14}val") in ("1", "true") for box in document(filled).iter(f"{W14}checkbox")]
    assert boxes == [rank % 3 == 1 for rank in range(len(items_of(real_view())))]


def test_right_to_left_text_starts_on_the_right(hostile):
    found = [paragraph for paragraph in document(hostile).iter(f"{W}p")
             if "".join(text.text or "" for text in paragraph.iter(f"{W}t")).startswith(("مرحبا", "הערה"))]

    assert len(found) == 2 * len(FIELDS)
    for paragraph in found:
        assert paragraph.find(f"{W}pPr/{W}bidi") is not None and paragraph.find(f".//{W}rPr/{W}rtl") is not None


def pages_of(pdf) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return [page for page in text.split("\f") if page.strip()]


def test_libreoffice_opens_it_with_each_item_and_its_origin_on_each_page(filled, convert):
    pages = pages_of(convert(filled, "pdf"))
    view, head = real_view(), pages[0]

    for expected in ("Toutes les listes", "Accueil de la médiathèque", "23 août 2026", "Sommaire", "Visa", "Signature", *(one["title"] for one in view["lists"])):
        assert squeezed(expected) in squeezed(head), expected
    for number, page in enumerate(pages[1:], 2):
        assert re.search(r"Version de la liste\s*:\s*[0-9a-f]{10}", page), number
    text = convert(filled, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    whole = squeezed(text)
    for item in items_of(view):
        assert squeezed(item["text"]) in whole and squeezed(item["why"]) in whole, item["id"]
    for expected in ("Note numéro 1.", "Motif numéro 2.", "Camille Durand", "1er décembre 2026", "8 éléments examinés sur 13"):
        assert squeezed(expected) in whole, expected


def test_libreoffice_opens_the_hostile_one_whole(hostile, convert):
    text = squeezed(convert(hostile, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig"))
    assert [one[:50] for one in HOSTILE if squeezed(kept(one)) not in text] == []
    assert text.count(squeezed(LONG[:10_000])) >= 1


def test_a_blank_copy_holds_no_answer_and_room_for_one(write):
    texts = paragraphs(document(write(hostile_view() | {"blank": True, "dossier": None}) / "dossier.docx"))
    assert "Fait" in texts and "Sans objet" not in texts
    assert sum(text.strip() == "Note\u00a0:" for text in texts) == len(items_of(hostile_view()))


@pytest.mark.parametrize("name, title, blank, expected", [
    ("Accueil de la médiathèque", "Avant de commander", False, "accueil-de-la-mediatheque-avant-de-commander-2026-11-23.docx"),
    (None, "L'œuvre : « d'été » ?", True, "l-oeuvre-d-ete-vierge-2026-11-23.docx"),
    ("../../etc/passwd", "CON", False, "etc-passwd-con-2026-11-23.docx"),
    ("\u202excod.exe", "漢字", False, "xcod-exe-sans-nom-2026-11-23.docx"),
])
def test_files_have_french_names_that_every_system_accepts(write, name, title, blank, expected):
    view = real_view(title=title, blank=blank, dossier={"name": name} if name else None, lists=real_view()["lists"][:1])
    assert (write(view) / "name").read_text(encoding="utf-8") == expected
