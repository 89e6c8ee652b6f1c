"""Turns the short texts of the data files (Markdown with macro calls) into inline HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import Callable, Mapping

from jinja2 import Template
from markdown_it import MarkdownIt
from markupsafe import Markup

from macros.reading.macro_calls import ENVIRONMENT

_MARKDOWN = MarkdownIt("commonmark", {"html": True})


def render_inline(source: str, macros: Mapping[str, Callable[..., str]]) -> Markup:
    """HTML of `source`, which has been checked at load: its calls are known and its values exist."""
    line = re.sub(r"\s*\n\s*", " ", source.strip())
    return Markup(_MARKDOWN.renderInline(_compile(line).render(macros) if "{" in line else line))


def render_blocks(source: str, macros: Mapping[str, Callable[..., str]]) -> Markup:
    """The same for a text of several paragraphs, lists or quotations."""
    return Markup(_MARKDOWN.render(_compile(source).render(macros) if "{" in source else source))


@lru_cache(maxsize=None)
def _compile(line: str) -> Template:
    return ENVIRONMENT.from_string(line)


def plain_text(html: str) -> str:
    """The words of `html`, without its tags."""
    collector = _Collector()
    collector.feed(html)
    collector.close()
    return "".join(collector.words)


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)
