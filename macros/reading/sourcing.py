"""Finds the sentences that assert something of law, or a figure, and have no source in their paragraph.

A heuristic: it reads words, not meanings. Its list is for people, who add the source, write the sentence
otherwise (advice in the imperative), or say in the header of the file why it needs none (`sans_source`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterable, Sequence

from macros.models.prose import Justification
from macros.problems import Problem
from macros.reading.examples import without_examples

SOURCES = ("guide", "article", "seuil", "delai", "chiffre", "procedure", "exemple")
"""The macros that carry a source, or that mark an example."""

_NUMBER = r"(?:\d[\d \u00a0\u202f.,]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille)"
_TRIGGERS = re.compile(
    r"\b(?:doit|doivent|devez|devra|devront|devrez|obligatoires?|obligatoirement|obligations?|interdit(?:e|s|es)?|interdisent|interdictions?"
    r"|impose(?:nt)?|exige(?:nt|z)?|exigibles?|(?:est|sont|êtes) tenu(?:e|s|es)?|(?:a|ont|avez) le droit|peu(?:t|vent) exiger|pouvez exiger"
    r"|(?:est|sont|êtes) (?:dispensé|autorisé)(?:e|s|es)?)\b"
    rf"|\b{_NUMBER} ?(?:%|€|k€|pour cent\b|euros?\b|millions?\b|jours?\b|semaines?\b|mois\b|ans?\b|années?\b)",
    re.I)
_SOURCED = re.compile(rf"\{{\{{\s*(?:{'|'.join(SOURCES)})\(")
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`|\{% raw %\}.*?\{% endraw %\}|<!--.*?-->", re.S | re.M)
_STARTS_A_BLOCK = re.compile(r"^\s*(?:[-*+]|\d+\.|\|)\s|^\s*\||^\s*:\s|^\s*!!!|^\s*\?\?\?")
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?:\s*[»\"*)])*\s+(?=(?:[«\"*(]\s*)*[A-ZÀÂÄÉÈÊËÎÏÔÖÙÛÜÇ])")


@dataclass(frozen=True, order=True)
class Unsourced:
    """A sentence of `file` that asserts without a source."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} · {self.sentence}"


def unsourced_sentences(text: str, shown: str, first_line: int) -> list[Unsourced]:
    """Those of a Markdown `text` whose first line is `first_line` of the file `shown`."""
    blanked = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), without_examples(text))
    return [
        Unsourced(shown, first_line + start, sentence)
        for start, block in _blocks(blanked) if not _SOURCED.search(block)
        for sentence in _sentences(block) if _TRIGGERS.search(sentence)
    ]


def justified(found: Sequence[Unsourced], justifications: Iterable[Justification], shown: str) -> tuple[list[Unsourced], list[Problem]]:
    """What no justification covers, and the justifications that cover nothing any more."""
    left, problems = list(found), []
    for one in justifications:
        start = _plain(one.phrase)
        covered = [sentence for sentence in left if start and _plain(sentence.sentence).startswith(start)]
        left = [sentence for sentence in left if sentence not in covered]
        if not covered:
            problems.append(Problem(shown, 0, "sans_source", f"« {one.phrase} » ne commence aucune phrase sans source", "Recopiez le début exact de la phrase, ou retirez cette ligne."))
    return left, problems


def _blocks(text: str) -> Iterable[tuple[int, str]]:
    """(line from 0, words) of each paragraph, list item, table row or title of an admonition; headings say nothing by themselves."""
    start, words = 0, []
    for rank, line in enumerate([*text.split("\n"), ""]):
        ends = not line.strip() or _STARTS_A_BLOCK.match(line) or line.lstrip().startswith("#")
        if ends and words:
            yield start, " ".join(words)
            words = []
        if line.strip() and not line.lstrip().startswith("#"):
            start = start if words else rank
            words.append(line.strip())


def _sentences(block: str) -> list[str]:
    return [sentence.strip() for sentence in _SENTENCE_END.split(re.sub(r"^(?:[-*+]|\d+\.)\s+", "", block)) if sentence.strip()]


def _plain(sentence: str) -> str:
    return re.sub(r"[*_«»\"\s]+", " ", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", sentence)).strip().lower()
