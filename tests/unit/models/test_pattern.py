import re

import pytest
from pydantic_core import PydanticCustomError

from macros.models.pattern import MOST_WAYS, compile_pattern, expand, flat


def finds(pattern: str, text: str) -> bool:
    return bool(re.search(compile_pattern(pattern), flat(text), re.A | re.M))


@pytest.mark.parametrize("typed, flattened", [
    ("L’ÉTÉ  «\u00a0œuvre\u00a0»", "l'ete \" oeuvre \""), ("Prix\u202f: 60\u00a0%", "prix : 60 %"), ("a\u0301", "a"), ("rendez\u2011vous – fin", "rendez-vous - fin"),
    ("ate\u00adlier", "atelier"), ("**gras** | _mot_", "gras mot"), ("", ""),
])
def test_text_is_put_flat(typed, flattened):
    assert flat(typed) == flattened


@pytest.mark.parametrize("pattern, text", [
    ("ateliers?", "Un ATELIER."), ("mémoire technique", "MEMOIRE\u00a0TECHNIQUE"), ("co-?constru\\w*", "co\u2011construction"), ("# ateliers", "3 ateliers"),
    ("# ateliers", "vingt-cinq ateliers"), ("# … ateliers", "deux très longs ateliers"), ("60 ?% … prix", "60 % pour le prix"), ("(un|deux) (grands )?ateliers", "deux ateliers"),
    ("prix[^\\d]{0,20}\\d+", "prix : environ 40"), (".{0,5}atelier", "un atelier"), ("^prix", "Prix : 60"), ("fin$", "la fin"), ("a\\.b", "a.b"), ("n°\\#", "n°#"), ("art\\.? 4", "art. 4"),
])
def test_pattern_finds(pattern, text):
    assert finds(pattern, text)


@pytest.mark.parametrize("pattern, text", [
    ("atelier", "ateliers"), ("atelier", "préatelier"), ("# ateliers", "un atelier"), ("# … ateliers", "deux " + "mot " * 20 + "ateliers"), ("^prix", "le prix"), ("fin$", "fin du jeu"),
    ("prix[^\\d]{0,3}40", "prix : environ 40"),
])
def test_pattern_does_not_find(pattern, text):
    assert not finds(pattern, text)


@pytest.mark.parametrize("pattern, said", [
    ("(a+)+", "parenthèse répétée"), ("(ab)*", "parenthèse répétée"), ("(a|b){2}", "parenthèse répétée"), ("a.*b", "sans borne"), ("a.+b", "sans borne"), ("a[^b]*c", "sans borne"),
    ("a.{0,400}b", "borne"), ("a{5,2}", "borne"), ("a{,}", "borne"), ("(?=a)b", "parenthèse spéciale"), ("(?<n>a)", "parenthèse spéciale"), ("(?:a)\\1", "n'est pas admis"),
    ("a\\sb", "n'est pas admis"), ("\\Wa", "n'est pas admis"), ("[]a", "n'est pas admis"), ("[a\\s]", "n'est pas admis"), ("(a", "sans être fermée"), ("a)", "sans être ouverte"), ("*a", "ne suit rien"), ("a**", "ne suit rien"),
    ("( ?)+", "parenthèse répétée"), ("a^b", "mal placé"), ("a$b", "mal placé"), ("a?", "se contente de rien"), ("(a)?(b)?", "se contente de rien"), ("[z-a]", "ne se lit pas"), ("mot…mot", "trois points collés"),
    ("a … b … c … d", "trop d'écarts"), ("", "vide"),
])
def test_pattern_out_of_the_language_says_why_and_what_to_write(pattern, said):
    with pytest.raises(PydanticCustomError) as error:
        compile_pattern(pattern)
    assert said in error.value.context["what"]
    assert error.value.context["remedy"]


def test_gaps_of_one_pattern_stretch_in_few_enough_ways():
    compile_pattern("a … b … c")
    compile_pattern("a.{0,80}b.{0,80}c")
    assert 81 ** 2 <= MOST_WAYS < 60 ** 3


def test_list_is_called_by_its_name():
    assert expand("<lieu> fermé", {"lieu": "salle|hall"}) == "(salle|hall) fermé"
    with pytest.raises(PydanticCustomError):
        expand("<lieu> fermé", {})
