"""The .md: rendered by a CommonMark reader, nothing the reader typed acts, nothing is lost."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from tests.exports.views import FIELDS, HOSTILE, hostile_view, items_of, kept, real_view

READER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


@pytest.fixture(scope="module")
def source(write) -> str:
    return (write(hostile_view()) / "dossier.md").read_text(encoding="utf-8")


def flat(tokens):
    for token in tokens:
        yield token
        yield from flat(token.children or [])


def squeezed(text: str) -> str:
    """Spaces apart, which Markdown does not keep."""
    return re.sub(r"\s+", " ", text).strip()


def shown(source: str) -> str:
    return squeezed(" ".join(token.content if token.type == "text" else " " for token in flat(READER.parse(source)) if token.type in ("text", "softbreak", "hardbreak", "inline")
                             and token.type != "inline").replace("  ", " "))


def test_nothing_typed_acts_once_rendered(source):
    tokens = list(flat(READER.parse(source)))
    kinds = {token.type for token in tokens}

    assert not kinds & {"html_block", "html_inline", "code_block", "code_inline", "fence", "image", "em_open", "s_open", "table_open", "hr"}
    links = {token.attrs["href"] for token in tokens if token.type == "link_open"}
    assert all(link.startswith("https://exemple.test/checklists/") for link in links)


def test_headings_and_boxes_are_those_of_the_lists_only(source):
    view = hostile_view()
    tokens = READER.parse(source)
    headings = [tokens[rank + 1].content for rank, token in enumerate(tokens) if token.type == "heading_open"]

    assert len(headings) == 1 + len(view["lists"]) + sum(len(one["sections"]) for one in view["lists"])
    boxes = re.findall(r"^- \[([ x])\] \*\*", source, re.M)
    assert len(boxes) == len(items_of(view))
    assert boxes.count("x") == sum(item["state"] == "done" for item in items_of(view))


def test_each_hostile_text_is_shown_whole(source):
    quotes = []
    tokens = READER.parse(source)
    depth = []
    for token in tokens:
        if token.type == "blockquote_open":
            depth.append([])
        elif token.type == "blockquote_close":
            quotes.append(squeezed("\n".join(depth.pop())))
        elif depth and token.type == "inline":
            depth[-1].append("".join(" " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children))
    for text in HOSTILE:
        for word in ("Note", "Justification"):
            assert squeezed(f"{word}\u00a0: {kept(text)}") in quotes, text[:60]


def test_the_head_says_where_it_comes_from(write):
    source = (write(real_view()) / "dossier.md").read_text(encoding="utf-8")
    one = real_view()["lists"][0]

    for expected in ("# Toutes les listes", "- Dossier\u00a0: Accueil de la médiathèque", "- État du droit au\u00a0: 23 août 2026",
                     f"- Version de la liste\u00a0: {one['revision']}", f"- Adresse\u00a0: <{one['address']}>", f"## 1. {one['title']}"):
        assert expected in source


def test_a_blank_copy_holds_no_answer(write):
    source = (write(hostile_view() | {"blank": True, "dossier": None}) / "dossier.md").read_text(encoding="utf-8")
    assert "[x]" not in source and "    > " not in source and "Sans objet" not in source
