"""No text keeps a reader waiting: fifty pages of anything are read in less than a second, a megabyte without a fault."""

from __future__ import annotations

import pytest

from macros.models.rereading import rule_data
from tests.relecture.hostile import FIFTY_PAGES, MEGABYTE, hostile_texts
from tests.relecture.measure import reread, run_engine


def test_fifty_pages_of_anything_are_read_within_a_second(rules):
    texts = hostile_texts(FIFTY_PAGES)
    slow = {name: found["milliseconds"] for name, found in zip(texts, reread(rules.values(), texts.values())) if found["milliseconds"] > 1000}
    assert slow == {}


@pytest.mark.parametrize("name", ["une lettre par ligne", "du HTML", "de droite à gauche", "des signes au-delà"])
def test_megabyte_is_read_to_its_end(rules, name):
    """A last sentence is found behind it."""
    text = hostile_texts(MEGABYTE)[name] + "\n\nLe titulaire animera quatre ateliers."
    (found,) = run_engine([rule_data(rules["nombre-d-ateliers"])], [text])
    assert len(found["remarks"]) == 1


def test_slow_pattern_is_what_validation_refuses(rules):
    """What the bound on gaps is for: the same text, with a repetition of repetitions, does not come back."""
    text = "a" * 26 + "!"
    bad = rule_data(rules["nombre-d-ateliers"]) | {"patterns": [r"\b(?:(?:a+)+$)"]}
    good = rule_data(rules["nombre-d-ateliers"]) | {"patterns": [r"\b(?:a{1,30})$"]}
    slow, quick = run_engine([bad], [text])[0]["milliseconds"], run_engine([good], [text])[0]["milliseconds"]
    assert slow > 20 * quick
