import pytest

from tests.proofreading import grammar
from tests.proofreading.grammar import Remark, accepted_remarks, accepted_words, is_available, left_over, read_lines, remarks
from tests.proofreading.pages import Paragraph

needs_grammalecte = pytest.mark.skipif(not is_available(), reason="grammalecte-cli manque")


@pytest.fixture
def accepted(tmp_path, monkeypatch):
    """What the project accepts: words, then remarks."""
    def write(words="", found=""):
        (tmp_path / "mots.txt").write_text(words, encoding="utf-8")
        (tmp_path / "remarques.txt").write_text(found, encoding="utf-8")
        monkeypatch.setattr(grammar, "HERE", tmp_path)

    return write


def unknown(word):
    return Remark("a/index.html", "", word, "mot inconnu", "avant ", " après")


def remark(rule, underlined="les mot"):
    return Remark("a/index.html", rule, underlined, "accord", "avant ", "après")


def test_lines_are_read_without_comments_nor_blanks(accepted):
    accepted("# Nos mots\n\nsourcing # un anglicisme\n  AMI  \n#fin\nC#\n")
    assert read_lines("mots.txt") == ["sourcing", "AMI", "C#"]


def test_accepted_words_have_no_capitals(accepted):
    accepted("Sourcing\nAMI\n")
    assert accepted_words() == {"sourcing", "ami"}


def test_accepted_remark_is_a_rule_and_the_words_underlined(accepted):
    accepted(found="g2__accord__b1_a1_1 | les mot\n* | 27e | Région # un nom\n")
    assert accepted_remarks() == [("g2__accord__b1_a1_1", "les mot"), ("*", "27e | Région")]


@pytest.mark.parametrize("words, word, left", [("sourcing", "sourcing", False), ("sourcing", "Sourcing", False), ("Sourcing", "SOURCING", False), ("sourcing", "sourcings", True), ("", "sourcing", True)])
def test_unknown_word_is_left_unless_it_is_accepted(accepted, words, word, left):
    accepted(words)
    assert left_over([unknown(word)]) == ([unknown(word)] if left else [])


@pytest.mark.parametrize("line, left", [
    ("g2__accord__b1 | les mot", False), ("* | les mot", False), ("g2__accord__b1 | *", False), ("g2__* | les mot", False), ("g2 | les mot", True), ("g2__accord__b1 | les mots", True), ("", True),
])
def test_remark_is_left_unless_its_rule_is_accepted_on_these_words(accepted, line, left):
    accepted(found=line)
    assert bool(left_over([remark("g2__accord__b1")])) is left


def test_accepted_word_excuses_no_fault_of_grammar_and_the_other_way_round(accepted):
    accepted("les mot", "* | sourcing")
    assert left_over([remark("g2"), unknown("sourcing")]) == [remark("g2"), unknown("sourcing")]


def test_remark_is_shown_with_its_page_and_the_words_around():
    assert str(unknown("mott")) == "a/index.html · …avant [mott] après… · mot inconnu"
    assert str(remark("g2")).endswith("accord (g2)")


@needs_grammalecte
def test_fault_and_unknown_word_are_found_on_the_page_that_makes_them():
    found = remarks([Paragraph("a/index.html", "Tout va bien.", True), Paragraph("b/index.html", "Les mot sont écrits.", True), Paragraph("c/index.html", "Un zzyzxqu de plus.", True)])
    assert {(one.page, bool(one.rule)) for one in found} == {("b/index.html", True), ("c/index.html", False)}
    (word,) = [one for one in found if not one.rule]
    assert (word.underlined, word.before, word.after) == ("zzyzxqu", "Un ", " de plus.")


@needs_grammalecte
def test_good_french_gets_no_remark():
    assert remarks([Paragraph("a/index.html", "Écrivez le problème, puis lisez à deux.", True)]) == []


def test_what_the_project_accepts_can_be_read():
    assert accepted_words()
    assert all(len(pair) == 2 and all(pair) for pair in accepted_remarks())
