"""The order as files: opened by LibreOffice, with its headings, its contents, no empty section and no leaked markup."""

from __future__ import annotations

import re
import subprocess
import unicodedata
import zipfile
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from tests.exports.views import HOSTILE, kept

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ODT = {"text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0"}


@pytest.fixture
def written(ask, tmp_path):
    def write(order: dict, **more):
        assert ask("files", order=order, target=str(tmp_path), **more)
        return tmp_path

    return write


@pytest.fixture(scope="module")
def handed_over(ask, orders, data, convert, tmp_path_factory):
    """Each commented order, alone and with what the reader may add, and a blank one, as LibreOffice reads them: `handed_over[kind](name)`."""
    folder = tmp_path_factory.mktemp("commandes")
    more = {"clauses": {next(iter(data["clauses"])): "Nous pouvons arrêter.\n- après la partie A\n- après la partie B"}}
    asked = {f"{name}{suffix}": (order | added, remarks) for name, order in orders.items() for suffix, added, remarks in (("", {}, []), ("-complete", more, ["Une remarque."]))}
    sources = []
    for name, (order, remarks) in {**asked, "vide": ({}, [])}.items():
        assert ask("files", order=order, remarks=remarks, target=str(folder))
        sources.append((folder / "commande.docx").rename(folder / f"{name}.docx"))
    made = {kind: convert(sources, form).parent for kind, form in (("odt", "odt"), ("txt", "txt:Text (encoded):UTF8"), ("pdf", "pdf"))}
    return {kind: (lambda name, kind=kind: made[kind] / f"{name}.{kind}") for kind in made} | {"order": lambda name: asked[name][0]}


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def paragraphs(path) -> list[ElementTree.Element]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return ElementTree.fromstring(archive.read("word/document.xml")).findall(f".//{W}p")


def words(paragraph) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def style(paragraph) -> str | None:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if found is None else found.get(f"{W}val")


def outline_of(odt) -> list[tuple[int, str, int]]:
    """(level, words, paragraphs under it) of each heading, as LibreOffice understood them."""
    with zipfile.ZipFile(odt) as archive:
        body = ElementTree.fromstring(archive.read("content.xml"))
    found: list[list] = []
    for one in body.iter():
        if one.tag == f"{{{ODT['text']}}}h":
            found.append([int(one.get(f"{{{ODT['text']}}}outline-level")), "".join(one.itertext()), 0])
        elif one.tag == f"{{{ODT['text']}}}p" and found and "".join(one.itertext()).strip():
            found[-1][2] += 1
    return [tuple(one) for one in found]


@pytest.mark.parametrize("name", ["seminaire", "accueil", "accord-cadre"])
def test_libreoffice_reads_headings_with_something_under_each(handed_over, ask, name):
    whole = f"{name}-complete"
    headings = [one for one in outline_of(handed_over["odt"](whole)) if one[1] != "Accueil <b>"]
    blocks = ask("document", order=handed_over["order"](whole))["blocks"]
    assert [(level, text) for level, text, _ in headings] == [(one["level"], one["text"]) for one in blocks if one["kind"] == "heading"]
    assert all(count for level, text, count in headings if text != "Clauses")

    text = handed_over["txt"](whole).read_text(encoding="utf-8-sig")
    assert not re.search(r"\*\*|\{\{|\}\}|&[a-z]+;|</?[a-z]+>|undefined|null|NaN", text.replace("Accueil <b>", ""))
    for block in blocks:
        assert squeezed(block["text"]) in squeezed(text)
    contents = squeezed(text[text.index("Sommaire"):text.index("Reste à regarder")])
    assert [one["text"] for one in blocks if one["kind"] == "heading" and squeezed(one["text"]) not in contents] == []


@pytest.mark.parametrize("name", ["seminaire", "accueil", "accord-cadre"])
def test_the_length_told_is_that_of_the_file(handed_over, ask, orders, name):
    """After the cover: whole pages, and how far down the last one goes."""
    pdf = handed_over["pdf"](name)
    pages = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout.split("<page ")[2:]
    top, bottom = 62, 785  # the text of a page, in points
    last = max(float(low) for low in re.findall(r'yMax="([\d.]+)"', pages[-1]) if float(low) < bottom - 20)
    real = len(pages) - 1 + (last - top) / (bottom - top)
    assert abs(ask("document", order=orders[name])["pages"] - real) < 0.2
    assert len(pages) <= 2


def test_a_blank_order_is_a_cover_alone(handed_over):
    text = handed_over["txt"]("vide").read_text(encoding="utf-8-sig")
    assert "Page de garde" in text and "Sommaire" not in text and "Reste à regarder" not in text


def test_docx_keeps_what_was_typed(written, data):
    fields = [one["id"] for one in data["fields"] if one["type"] == "text"]
    for start in range(0, len(HOSTILE), len(fields)):
        typed = dict(zip(fields, HOSTILE[start:start + len(fields)]))
        text = squeezed("\n".join(words(one) for one in paragraphs(written({"fields": typed}) / "commande.docx")))
        for one in typed.values():
            for line in kept(one[:3_000]).split("\n"):
                assert squeezed(re.sub(r"^\s*[-•*]\s+", "", line)) in text


def test_markdown_stays_text(written, data):
    fields = [one["id"] for one in data["fields"] if one["type"] == "text"]
    criteria = [{"name": text[:100], "weight": "1", "text": text[:200]} for text in HOSTILE[:10]]
    source = (written({"fields": dict(zip(fields, HOSTILE[-len(fields):])), "criteria": criteria}) / "commande.md").read_text(encoding="utf-8")
    tokens = MarkdownIt("commonmark").parse(source)
    inline = [child for token in tokens for child in token.children or []]
    assert [one.type for one in inline if one.type in ("html_inline", "image", "code_inline")] == []
    assert [one.content for one in tokens if one.type in ("html_block", "code_block", "fence")] == []
    assert [child.attrs["href"] for child in inline if child.type == "link_open"] == ["https://exemple.test/"]
    headings = [tokens[rank + 1].content for rank, one in enumerate(tokens) if one.type == "heading_open"]
    assert len(headings) == len({one["part"] for one in data["fields"]}) + 1
