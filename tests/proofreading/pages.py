"""The prose of a built page, paragraph by paragraph, as a reader sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from bs4 import BeautifulSoup, Tag

_NOT_PROSE = (
    "script, style, pre, svg, select, [hidden], [aria-hidden=true], .ci-meta, .ci-toc, .ci-edit, .ci-on-paper, .ci-visually-hidden, .ci-dots, .ci-words, "
    "cite, .ci-facts, .ci-guide__facts, .ci-guide__copies, .ci-citing, .ci-related, [data-rule-links], [lang]:not([lang=fr])"
)
"""Among them, the links at the foot of a sheet: titles, which are read where they stand, one after the other."""

_BREAKS = ("br", "div", "ul", "ol", "dl", "details", "small")
_PARAGRAPHS = "p, li, dd, dt, td, th, h1, h2, h3, h4, caption, figcaption, summary, blockquote, td small, th small"


@dataclass(frozen=True)
class Paragraph:
    """`page`: path of the file in the site. `is_prose`: a whole sentence or more, which readability is measured on."""

    page: str
    text: str
    is_prose: bool


def paragraphs(site: Path, file: Path) -> Iterator[Paragraph]:
    """Those of the article of `file`, links and citations included, code and drawings apart."""
    article = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").select_one("article")
    if article is None:
        return
    for part in article.select(_NOT_PROSE):
        part.decompose()
    for reference in article.select(".ci-ref--law"):
        reference.string = "texte"  # « art. R. 2122-8 CCP » would be taken for three sentences
    for code in article.select("code, kbd"):
        code.string = "ceci"
    for status in article.select(".ci-status"):
        if isinstance(status.previous_sibling, str):
            status.previous_sibling.replace_with(status.previous_sibling.rstrip())
        status.decompose()
    page = file.relative_to(site).as_posix()
    for element in article.select(_PARAGRAPHS):
        text = re.sub(r"[ \t\n]+", " ", _own_text(element)).strip()
        if text:
            yield Paragraph(page, text, element.name in ("p", "li", "dd") and text[-1] in ".!?…")


def _own_text(element: Tag) -> str:
    """Its words without those of the paragraphs it holds, and without the card of a term, which is a text of its own."""
    inner = set(map(id, element.select(f"{_PARAGRAPHS}, .ci-term__card")))
    parts: list[str] = []

    def collect(node) -> None:
        for child in node.children:
            if isinstance(child, Tag):
                if child.name in _BREAKS:
                    parts.append(" ")
                if id(child) not in inner:
                    collect(child)
                elif child.name != "span":
                    parts.append(" ")
            else:
                parts.append(str(child))

    collect(element)
    return "".join(parts)


def site_paragraphs(site: Path) -> list[Paragraph]:
    """Those of every page, in the order of the addresses."""
    return [paragraph for file in sorted(site.rglob("*.html")) for paragraph in paragraphs(site, file)]
