"""rereading.mjs: where a rule speaks, where it keeps silent, whatever the text looks like."""

from __future__ import annotations

import pytest

from macros.models.pattern import compile_pattern, flat
from tests.relecture.conftest import rule
from tests.relecture.measure import run_engine


def said(text: str, **changed) -> list[str]:
    """The passages of `text` that a rule on « atelier » names."""
    (found,) = run_engine([rule(**changed)], [text])
    return [text[one["start"]:one["end"]] for one in found["remarks"]]


@pytest.mark.parametrize("text, passages", [
    ("Quatre ateliers.", ["ateliers"]),
    ("L’ATELIER du lundi.", ["ATELIER"]),
    ("Un **atelier** et un `rendu`.", ["atelier"]),
    ("Un ate\u00adlier.", ["ate\u00adlier"]),
    ("Les ateliersmunicipaux, un préatelier.", []),
    ("", []),
    ("   \n\n ", []),
    ("🎨 Un atelier 🎨.", ["atelier"]),
    ("\u202eUn atelier\u202c.", ["atelier"]),
    ("<p>Un atelier</p>", ["atelier"]),
])
def test_passage_is_named_where_it_stands_in_the_text_as_given(text, passages):
    """Signs beyond U+FFFF count twice in JavaScript: the test looks through the same units."""
    units = text.encode("utf-16-le")
    (found,) = run_engine([rule()], [text])
    assert [units[2 * one["start"]:2 * one["end"]].decode("utf-16-le") for one in found["remarks"]] == passages


@pytest.mark.parametrize("pattern, text, passages", [
    ("mémoire technique", "LE MEMOIRE TECHNIQUE", ["MEMOIRE TECHNIQUE"]),
    ("mémoire technique", "le me\u0301moire\u00a0 technique", ["me\u0301moire\u00a0 technique"]),
    ("chiffre d'affaires", "Chiffre d’affaires", ["Chiffre d’affaires"]),
    ("œuvre", "la main d'OEUVRE, l’œuvre", ["OEUVRE"]),
    ("mise en œuvre", "mise en œuvre", ["mise en œuvre"]),
    ("rendez-vous", "un rendez\u2011vous", ["rendez\u2011vous"]),
    ("# ateliers", "80 000 ateliers", ["80 000 ateliers"]),
    ("# ateliers", "vingt-deux ateliers", ["vingt-deux ateliers"]),
    ("# … ateliers", "quatre très grands ateliers", ["quatre très grands ateliers"]),
    ("prix : 60 ?%", "Prix\u00a0: 60\u202f%", ["Prix\u00a0: 60\u202f%"]),
    ("60 ?% … prix", "60 % pour le prix", ["60 % pour le prix"]),
    ("^budget", "Le budget\n\n## 2. Budget\n\nRien", ["Budget"]),
    ("rien$", "rien de neuf. Rien", ["Rien"]),
])
def test_pattern_reads_through_accents_spaces_dashes_and_marks(pattern, text, passages):
    assert said(text, patterns=[compile_pattern(pattern)]) == passages


def test_python_and_the_browser_flatten_alike():
    """What the site warns of at build is what the page will do."""
    for text in ("L’Œuvre « ÉTÉ » – 60\u202f% …", "a\u0301 b\u00adc **d** | e", "Prix\u00a0: 4\u2009000 €"):
        (found,) = run_engine([rule(patterns=[f"^{flat(text).translate({ord(sign): chr(92) + sign for sign in '.|*+?()[]{}^$'})}$"])], [text])
        assert found["remarks"], (text, flat(text))


@pytest.mark.parametrize("text, count", [
    ("Un atelier, puis un atelier, puis un atelier.", 1),
    ("Un atelier. Un autre atelier ! Un atelier ?", 3),
    ("- un atelier\n- un atelier\n- deux ateliers", 3),
    ("1. Atelier\n2. Atelier", 2),
    ("Voir l'art. 4 du cahier : un atelier, cf. M. Durand, un atelier.", 1),
    ("Une ligne assez longue pour n'être que coupée par la page, un atelier\npuis un autre atelier.", 1),
    ("Atelier\n\natelier", 2),
    ("Un atelier coûte 2.500 euros, un atelier.", 1),
    ("ATELIER 1\r\nATELIER 2\r\n", 2),
])
def test_rule_speaks_once_a_sentence(text, count):
    assert len(said(text)) == count


def test_sentence_that_comes_again_is_named_at_each_of_its_places():
    text = "Un atelier.\n\nRien.\n\nUN ATELIER.\n\n- Un atelier."
    (found,) = run_engine([rule()], [text])
    assert [(text[one["start"]:one["end"]], one["start"]) for one in found["remarks"]] == [("atelier", 3), ("ATELIER", 23), ("atelier", 38)]


def test_words_of_two_sentences_never_join():
    pattern = [compile_pattern("remettra … rapport")]
    assert said("Il remettra un long rapport.", patterns=pattern)
    assert said("Il remettra une note. Le rapport viendra.", patterns=pattern) == []
    assert said("Il remettra :\n- une note\n- un rapport", patterns=pattern) == []


def test_what_excuses_a_passage_does_so_in_its_own_sentence_only():
    excuse = {"unless": [compile_pattern("au plus")]}
    assert said("Deux ateliers au plus.", **excuse) == []
    assert said("Deux ateliers. Dix pages au plus.", **excuse) == ["ateliers"]


def test_rule_bound_to_a_text_needs_its_words_anywhere_in_it():
    bound = {"context": [compile_pattern("appel d'offres")]}
    assert said("Un atelier.", **bound) == []
    assert said("Un atelier.\n\nProcédure : appel d’offres ouvert.", **bound) == ["atelier"]


def test_gap_is_told_when_nothing_shows_the_thing_there():
    gap = rule(id="manque-x", kind="manque", unless=[compile_pattern("aucun")])
    assert run_engine([gap], ["Rien."])[0]["missing"] == ["manque-x"]
    assert run_engine([gap], ["Un atelier."])[0]["missing"] == []
    assert run_engine([gap], ["Aucun atelier."])[0]["missing"] == ["manque-x"]


def test_strength_that_is_found_speaks_for_the_gap_it_covers():
    strength = rule(id="force-x", kind="force")
    gap = rule(id="manque-x", kind="manque", patterns=[compile_pattern("introuvable")], coveredBy=["force-x"])
    (found,) = run_engine([gap, strength], ["Un atelier."])
    assert found["missing"] == [] and [one["rule"] for one in found["strengths"]] == ["force-x"] and found["remarks"] == []
    assert run_engine([gap, strength], ["Rien."])[0]["missing"] == ["manque-x"]


def test_remarks_come_in_the_order_of_the_text():
    other = rule(id="autre", patterns=[compile_pattern("réunion")])
    (found,) = run_engine([rule(), other], ["Une réunion. Un atelier. Une réunion avec atelier."])
    assert [(one["rule"]) for one in found["remarks"]] == ["autre", "essai", "autre", "essai"]
    assert [one["start"] for one in found["remarks"]] == sorted(one["start"] for one in found["remarks"])
