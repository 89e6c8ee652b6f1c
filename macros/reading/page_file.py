"""Reads a page of docs/: its header, the macro calls it makes, and what it must not contain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Collection, Mapping

from markdown_it import MarkdownIt

from macros.models.page import PageHeader
from macros.problems import Problem
from macros.reading.front_matter import split_front_matter
from macros.reading.macro_calls import MacroCall, find_calls
from macros.reading.sourcing import Unsourced, justified, unsourced_sentences
from macros.reading.text import read_text
from macros.reading.typed_law import typed_law_problems
from macros.reading.validation import validate
from macros.reading.yaml_strict import parse_yaml


@dataclass(frozen=True)
class Page:
    """`path` is relative to docs/, with slashes: it is the page's identity."""

    path: str
    title: str
    header: PageHeader
    calls: tuple[MacroCall, ...]
    unsourced: tuple[Unsourced, ...] = ()


def read_page(
    path: Path, relative: str, shown: str, macros: Mapping[str, Callable], blocks: Collection[str]
) -> tuple[Page | None, list[Problem]]:
    """The page, or every reason why not. `blocks`: the macros that must stand alone on their line."""
    text, problems = read_text(path, shown)
    if text is None:
        return None, problems
    parts, found = split_front_matter(text, shown)
    if found:
        return None, [*problems, *found]
    document, found = parse_yaml(parts.header, shown, first_line=2)
    problems += found
    header = None
    if not found:
        problems += [
            Problem(shown, document.line_of((key,)), key, "clé d'en-tête qui porte le nom d'une macro", "Renommez la clé : elle cacherait la macro dans cette page.")
            for key in (document.data if isinstance(document.data, dict) else ()) if key in macros
        ]
        if not problems:
            header, found = validate(PageHeader, document, shown)
            problems += found
    if header:
        for key, text in (("title", header.title), ("description", header.description)):
            problems += typed_law_problems(text, shown, document.line_of((key,)))
    calls, found = find_calls(parts.body, shown, parts.body_line, macros)
    problems += found
    problems += _misplaced_blocks(parts.body, parts.body_line, shown, calls, blocks)
    problems += typed_law_problems(parts.body, shown, parts.body_line)
    unsourced: list[Unsourced] = []
    if header and header.asks_for_sources:
        unsourced, found = justified(unsourced_sentences(parts.body, shown, parts.body_line), header.unsourced, shown)
        problems += found
    title = _title(parts.body)
    if not title:
        problems.append(Problem(shown, parts.body_line, "", "la page n'a pas de titre", "Commencez le texte par une ligne « # Titre »."))
    if header is None or problems:
        return None, problems
    return Page(relative, title, header, tuple(calls), tuple(unsourced)), []


def _title(body: str) -> str:
    """Text of the first heading of level 1, without its `{ #id }`."""
    tokens = MarkdownIt("commonmark").parse(body)
    texts = (after.content for token, after in zip(tokens, tokens[1:]) if token.type == "heading_open" and token.tag == "h1")
    return re.sub(r"\s*\{[^{}]*\}$", "", next(texts, "")).strip()


def _misplaced_blocks(body: str, first_line: int, shown: str, calls: list[MacroCall], blocks: Collection[str]) -> list[Problem]:
    """A block macro inside a list or a paragraph breaks the page without any warning from the engine."""
    lines = ["", *body.splitlines(), ""]
    problems = []
    for call in calls:
        if call.name not in blocks:
            continue
        rank = call.line - first_line + 1
        alone = re.fullmatch(r"\{\{[^{}]*\}\}\s*", lines[rank]) and not lines[rank - 1].strip() and not lines[rank + 1].strip()
        if not alone:
            problems.append(Problem(shown, call.line, call.name, "cette macro produit un bloc entier",
                                    "Placez l'appel seul sur sa ligne, sans retrait ni puce, entre deux lignes vides."))
    return problems
