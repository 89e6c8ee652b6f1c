import pytest
from markdown import markdown

from macros.reading.examples import KINDS, without_examples


def kept(text):
    """The lines that are not an example, without the blank ones."""
    return [line.strip() for line in without_examples(text).split("\n") if line.strip()]


@pytest.mark.parametrize("kind", KINDS)
def test_block_that_holds_an_example_is_emptied(kind):
    assert kept(f"Un.\n\n!!! {kind}\n    Deux.\n\n    Trois.\n\nQuatre.") == ["Un.", "Quatre."]


@pytest.mark.parametrize("opening", ["!!! note", "!!! doute", "!!! avantage", "!!!", "??? exemple", "Un !!! exemple"])
def test_other_blocks_are_kept(opening):
    assert kept(f"{opening}\n    Deux.") == [opening, "Deux."]


@pytest.mark.parametrize("text", ["", "\n", "Un.\n", "!!! exemple\n    Deux.\n\nTrois.\n", "\n\n!!! avant\n\n    Deux.\n"])
def test_lines_keep_their_numbers(text):
    assert without_examples(text).count("\n") == text.count("\n")


@pytest.mark.parametrize("text, words", [
    ("!!! exemple\n    Deux.\nTrois.", ["Trois."]),
    ("!!! exemple\n    Deux.\n\n  Trois.", ["Trois."]),
    ("!!! exemple\n    Deux.\n\n    - Trois.\n\n        Quatre.", []),
    ("!!! exemple \"Un titre\"\n    Deux.", []),
    ("!!! exemple\n    Deux.\n\n!!! note\n    Trois.", ["!!! note", "Trois."]),
    ("!!! avant\n    Deux.\n\n!!! apres\n    Trois.\n\nQuatre.", ["Quatre."]),
    ("- Un.\n\n    !!! exemple\n        Deux.\n\n    Trois.", ["- Un.", "Trois."]),
    ("!!! exemple\n    Deux.\n\n    !!! note\n        Trois.\n\n    Quatre.\n\nCinq.", ["Cinq."]),
])
def test_example_ends_where_its_indent_ends(text, words):
    assert kept(text) == words


@pytest.mark.parametrize("text", [
    "!!! exemple\n    dedans\n\ndehors", "!!! exemple\n    dedans\n\n  dehors", "!!! exemple\n    dedans\ndehors", "!!! exemple\n    dedans\n  dehors", "!!! exemple\n    dedans\n\n    dedans",
])
def test_engine_puts_in_the_block_what_is_emptied_and_nothing_else(text):
    inside = markdown(text, extensions=["admonition"]).partition("</div>")[0]
    assert ("dehors" in inside) is ("dehors" in text and "dehors" not in without_examples(text))
    assert "dedans" in inside and "dedans" not in without_examples(text)
