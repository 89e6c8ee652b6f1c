"""The French of every page: Grammalecte has nothing to say that the project has not answered, and each page can be read."""

from __future__ import annotations

import os

import pytest

from tests.proofreading.grammar import COMMAND, accepted_remarks, accepted_words, is_available, left_over, read_lines, remarks
from tests.proofreading.pages import Paragraph, site_paragraphs
from tests.proofreading.readability import readings

HARDEST = 70
"""Least score of a page, below which one reads a page twice: our own mark, to be raised and never lowered."""

needs_grammalecte = pytest.mark.skipif(
    not is_available() and not os.environ.get("CI"), reason=f"{COMMAND} manque (Debian, Ubuntu : apt install grammalecte-cli)")


@pytest.fixture(scope="module")
def paragraphs(site) -> list[Paragraph]:
    return site_paragraphs(site)


@pytest.fixture(scope="module")
def found(paragraphs):
    return remarks(paragraphs)


@needs_grammalecte
def test_nothing_is_left_to_correct(found):
    assert [str(remark) for remark in left_over(found)] == []


@needs_grammalecte
def test_no_word_is_accepted_that_nobody_uses(found):
    used = {remark.underlined.lower() for remark in found if not remark.rule}
    assert accepted_words() - used == set()


@needs_grammalecte
def test_no_remark_is_accepted_that_is_never_made(found):
    made = [remark for remark in found if remark.rule]
    idle = [pair for pair in accepted_remarks() if not any(remark.underlined.strip() == pair[1] or pair[1] == "*" for remark in made)]
    assert idle == []


def test_words_are_sorted_so_that_two_people_can_add_theirs():
    words = read_lines("mots.txt")
    assert words == sorted(set(words), key=lambda word: (word.lower(), word))


@needs_grammalecte
def test_a_planted_mistake_is_seen():
    assert [remark.underlined for remark in remarks([Paragraph("essai", "Les candidat sont reçus.", True)])] == ["candidat"]


def test_no_page_is_hard_to_read(paragraphs):
    hard = {one.page: round(one.score) for one in readings(paragraphs) if one.words > 150 and one.score < HARDEST}
    assert hard == {}
