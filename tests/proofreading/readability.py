"""How easily a page reads: length of the sentences, and the score of Flesch as Kandel and Moles fitted it to French (1958)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Iterable

from pyphen import Pyphen

from tests.proofreading.pages import Paragraph

LONG = 30
"""Words in a sentence from which a reader must hold his breath; our own mark."""


@dataclass(frozen=True)
class Reading:
    """`score`: from 0 (hard) to 100 (easy). `long_share`: share of sentences of more than LONG words."""

    page: str
    words: int
    words_per_sentence: float
    long_share: float
    score: float


@lru_cache(maxsize=None)
def syllables(word: str) -> int:
    """Parts of `word` that may be cut, which is near enough to its syllables on a whole page."""
    return len(_hyphenator().inserted(word).split("-"))


@lru_cache(maxsize=1)
def _hyphenator() -> Pyphen:
    return Pyphen(lang="fr", left=1, right=1)


def words_of(sentence: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", sentence)


def sentences_of(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?…])\s+", text) if words_of(sentence)]


def reading(page: str, texts: Iterable[str]) -> Reading | None:
    """What `texts` (whole sentences) give together; None when there is none."""
    sentences = [sentence for text in texts for sentence in sentences_of(text)]
    words = [word for sentence in sentences for word in words_of(sentence)]
    if not words:
        return None
    per_sentence = len(words) / len(sentences)
    per_word = sum(map(syllables, words)) / len(words)
    long = sum(len(words_of(sentence)) > LONG for sentence in sentences)
    return Reading(page, len(words), per_sentence, long / len(sentences), 207 - 1.015 * per_sentence - 73.6 * per_word)


def readings(paragraphs: Iterable[Paragraph]) -> list[Reading]:
    """One a page, hardest first."""
    by_page: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        if paragraph.is_prose:
            by_page.setdefault(paragraph.page, []).append(paragraph.text)
    found = (reading(page, texts) for page, texts in by_page.items())
    return sorted(filter(None, found), key=lambda one: one.score)
