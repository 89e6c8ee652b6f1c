import pytest

from tests.proofreading.pages import Paragraph
from tests.proofreading.readability import LONG, reading, readings, sentences_of, syllables, words_of


@pytest.mark.parametrize("word, count", [("mot", 1), ("besoin", 2), ("problème", 2), ("commander", 3), ("a", 1)])
def test_syllables_of_a_word_are_counted(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize("sentence, words", [
    ("Un mot, puis deux.", ["Un", "mot", "puis", "deux"]), ("L'été, 60 000 € HT", ["L", "été", "HT"]), ("Où va-t-on ?", ["Où", "va", "t", "on"]), ("« … »", []), ("a_b 3", ["a", "b"]),
])
def test_words_are_letters_alone(sentence, words):
    assert words_of(sentence) == words


@pytest.mark.parametrize("text, count", [("Un. Deux ! Trois ? Quatre…", 4), ("Voici : un ; deux.", 1), ("Un mot", 1), ("", 0), ("12. 3.", 0), ("Le n° 1.5 compte.", 1)])
def test_text_is_cut_into_sentences_by_their_final_sign(text, count):
    assert len(sentences_of(text)) == count


def test_reading_of_a_page_adds_its_texts():
    shown = reading("a", ["Un mot. Deux mots ici.", "Trois."])
    assert (shown.page, shown.words, shown.words_per_sentence) == ("a", 6, 2)


@pytest.mark.parametrize("texts", [[], [""], ["12."]])
def test_page_without_a_word_has_no_reading(texts):
    assert reading("a", texts) is None


def test_score_is_that_of_kandel_and_moles():
    """Four words in one sentence, one syllable each."""
    assert reading("a", ["Le mot est bon."]).score == pytest.approx(207 - 1.015 * 4 - 73.6 * 1)


@pytest.mark.parametrize("words, share", [(LONG, 0), (LONG + 1, 0.5)])
def test_sentence_is_long_beyond_the_mark(words, share):
    assert reading("a", [" ".join(["mot"] * words) + ". Court."]).long_share == share


def test_long_words_and_long_sentences_read_less_easily():
    easy = reading("a", ["Le mot est bon. Il est bref."]).score
    assert reading("a", ["Le mot est bon et il est bref."]).score < easy
    assert reading("a", ["La dématérialisation est généralisée. Elle est obligatoire."]).score < easy


def test_pages_come_hardest_first_and_on_their_prose_alone():
    hard, easy = "La dématérialisation généralisée est une obligation réglementaire.", "Le mot est bon."
    found = readings([Paragraph("facile", easy, True), Paragraph("dur", hard, True), Paragraph("facile", hard, False), Paragraph("titres", "Un titre", False)])
    assert [one.page for one in found] == ["dur", "facile"]
    assert found[1].words == 4
