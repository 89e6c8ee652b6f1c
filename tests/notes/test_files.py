"""A note as a file: real headings and lists, and whatever was typed stays text."""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from tests.exports.views import HOSTILE, kept

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def view(*texts: str) -> dict:
    return {"title": "Note de justification", "dossier": {"name": "Accueil <b>"}, "lawDate": "23 août 2026", "printed": "2026-11-23T10:00:00.000Z",
            "address": "https://exemple.test/", "sections": [{"title": f"Titre {rank}", "text": text} for rank, text in enumerate(texts)]}


@pytest.fixture
def written(ask, tmp_path):
    def write(shown: dict):
        assert ask("files", view=shown, target=str(tmp_path))
        return tmp_path

    return write


def paragraphs(folder) -> list[ElementTree.Element]:
    with zipfile.ZipFile(folder / "note.docx") as archive:
        assert archive.testzip() is None
        return ElementTree.fromstring(archive.read("word/document.xml")).findall(f".//{WORD}p")


def words(paragraph) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{WORD}t"))


def style(paragraph) -> str | None:
    found = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return None if found is None else found.get(f"{WORD}val")


def test_docx_has_headings_and_lists(written):
    found = paragraphs(written(view("Une phrase.\n- un\n- deux", "")))
    assert [words(one) for one in found if style(one) == "Heading2"] == ["Titre 0", "Titre 1", "Visa"]
    listed = [words(one) for one in found if one.find(f"{WORD}pPr/{WORD}numPr") is not None]
    assert listed == ["un", "deux"]


def test_docx_keeps_what_was_typed(written):
    found = paragraphs(written(view(*HOSTILE)))
    text = "\n".join(words(one) for one in found)
    for typed in HOSTILE:
        for line in kept(typed).split("\n"):
            bare = re.sub(r"^\s*[-•*]\s+", "", line).strip()
            assert bare in text


def test_markdown_stays_text(written):
    source = (written(view(*HOSTILE)) / "note.md").read_text(encoding="utf-8")
    tokens = MarkdownIt("commonmark").parse(source)
    inline = [child for token in tokens for child in token.children or []]
    assert [one.type for one in inline if one.type in ("html_inline", "image", "code_inline", "em_open")] == []
    assert [one.content for one in tokens if one.type in ("html_block", "code_block", "fence")] == []
    links = [child.attrs["href"] for child in inline if child.type == "link_open"]
    assert links == ["https://exemple.test/"]
    assert len([one for one in tokens if one.type == "heading_open"]) == len(HOSTILE) + 2
