"""A note as a file: real headings and lists, and whatever was typed stays text."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from tests.exports.views import HOSTILE, kept
from tests.exports.word import W, paragraphs, style, words


def view(*texts: str) -> dict:
    return {"title": "Note de justification", "dossier": {"name": "Accueil <b>"}, "lawDate": "23 août 2026", "printed": "2026-11-23T10:00:00.000Z",
            "address": "https://exemple.test/", "sections": [{"title": f"Titre {rank}", "text": text} for rank, text in enumerate(texts)]}


@pytest.fixture
def written(ask, tmp_path):
    def write(shown: dict):
        assert ask("files", view=shown, target=str(tmp_path))
        return tmp_path

    return write


def test_docx_has_headings_and_lists(written):
    found = paragraphs(written(view("Une phrase.\n- un\n- deux", "")) / "note.docx")
    assert [words(one) for one in found if style(one) == "Heading2"] == ["Titre 0", "Titre 1", "Visa"]
    listed = [words(one) for one in found if one.find(f"{W}pPr/{W}numPr") is not None]
    assert listed == ["un", "deux"]


def test_docx_keeps_what_was_typed(written):
    found = paragraphs(written(view(*HOSTILE)) / "note.docx")
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
