from itertools import product

import pytest

from macros.rendering.typography import NARROW, NBSP, polish, polish_html

N, F = NBSP, NARROW

TEXTS = [
    # high punctuation
    ("Quoi ?", f"Quoi{F}?"), ("Non ! Si ; oui", f"Non{F}! Si{F}; oui"), ("Note : ceci", f"Note{N}: ceci"), ("Fin :", f"Fin{N}:"), ("(vraiment ?)", f"(vraiment{F}?)"),
    ("« Vrai ! »", f"«{N}Vrai{F}!{N}»"), ("Quoi ?!", f"Quoi{F}?!"), ("Non !!", f"Non{F}!!"), ("Quoi ?…", f"Quoi{F}?…"),
    # guillemets
    ("« mot »", f"«{N}mot{N}»"), ("«mot»", f"«{N}mot{N}»"), ("dit « un » et « deux »", f"dit «{N}un{N}» et «{N}deux{N}»"),
    # apostrophes
    ("l'usager d'aujourd'hui", "l’usager d’aujourd’hui"), ("qu'« elle »", f"qu’«{N}elle{N}»"), ("l'État", "l’État"),
    # numbers
    ("60 000 €", f"60{F}000{N}€"), ("5 548 000 € HT", f"5{F}548{F}000{N}€ HT"), ("15 %", f"15{N}%"), ("35 jours", f"35{N}jours"), ("1 jour", f"1{N}jour"),
    ("2 mois", f"2{N}mois"), ("5 ans", f"5{N}ans"), ("20 min", f"20{N}min"), ("1 h", f"1{N}h"), ("3 euros", f"3{N}euros"),
    # references
    ("p. 4", f"p.{N}4"), ("n° 2025-1386", f"n°{N}2025-1386"), ("art. R. 2122-8", f"art.{N}R.{N}2122-8"), ("art. L. 2131-2", f"art.{N}L.{N}2131-2"),
    # ellipsis
    ("et puis...", "et puis…"),
]

UNTOUCHED = [
    "", "Un texte simple.", "https://exemple.fr:8080/a?b=c;d", "12:30", "a:b", "Le 23 août 2026", "un cap. 4", "10 heures",
    "le 3 joursuivant", "code: valeur", "'", "'mot",
    "la SRL. 4", "2 personnes", "pages 4 12", "le 3 1234", "un … deux",
]


@pytest.mark.parametrize("typed, set_text", TEXTS)
def test_french_spaces_and_apostrophes_are_set(typed, set_text):
    assert polish(typed) == set_text


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_needs_nothing_is_left_alone(text):
    assert polish(text) == text


@pytest.mark.parametrize("text", [typed for typed, _ in TEXTS] + UNTOUCHED + [
    "«  mot  »", f"«{F}mot{F}»", f"mot{N} :", "« « a » »", "« ! »",
    "Quoi ? ! :", "....", ".. ...", "1 000 000 000 €", "l''a", "« 15 % » : « l'art. 3 » ; fin !", " : ", " ; x", "»«", "p. n° 4",
])
def test_doing_it_twice_changes_nothing(text):
    once = polish(text)
    assert polish(once) == once


def test_doing_it_twice_changes_nothing_whatever_the_pieces():
    pieces = ["a", "1", "000", " ", ":", " :", " ?", " ;", "«", "»", "'", ".", "...", N, F, "p.", "R.", "€"]
    texts = ["".join(some) for count in (1, 2, 3) for some in product(pieces, repeat=count)]
    assert [text for text in texts if polish(polish(text)) != polish(text)] == []


@pytest.mark.parametrize("text", [typed for typed, _ in TEXTS])
def test_only_spaces_apostrophes_and_dots_change(text):
    def letters(value):
        return "".join(value.replace("’", "'").replace("...", "…").split())

    assert letters(polish(text)) == letters(text)


@pytest.mark.parametrize("html", [
    '<a title="Note : l\'été ?" href="a ; b">', '<img alt="« a »">', "<br/>", "<!-- l'été ? -->", "<!doctype html>",
    "<code>l'été ?</code>", "<pre>a : b <b>c : d</b> e : f</pre>", "<script>a ? b : c</script>", "<style>a : b</style>", "<kbd>a ?</kbd>", "<textarea>a ?</textarea>",
])
def test_tags_attributes_comments_and_code_are_left_alone(html):
    assert polish_html(html) == html


@pytest.mark.parametrize("html, set_html", [
    ("<p>l'été ?</p>", f"<p>l’été{F}?</p>"), ("<code>a ?</code><p>b ?</p>", f"<code>a ?</code><p>b{F}?</p>"), ("été", "été"), ("<li>60 000 €", f"<li>60{F}000{N}€"),
    ("<p>R&amp;D &lt; 3&nbsp;€</p>", "<p>R&amp;D &lt; 3&nbsp;€</p>"),
])
def test_texts_of_html_are_set(html, set_html):
    assert polish_html(html) == set_html


@pytest.mark.parametrize("html, set_html", [
    ("<strong>Attention</strong> : ceci", f"<strong>Attention</strong>{N}: ceci"),
    ("<a href='x'>un</a> ; <a href='y'>deux</a> ?", f"<a href='x'>un</a>{F}; <a href='y'>deux</a>{F}?"),
    ("l'<strong>usager</strong>", "l’<strong>usager</strong>"), ("« <em>mot</em> »", f"«{N}<em>mot</em>{N}»"),
])
def test_sign_is_set_next_to_a_tag(html, set_html):
    assert polish_html(html) == set_html


def test_apostrophe_that_a_template_has_escaped_is_curled_too():
    assert polish_html("l&#39;été") == "l’été"


@pytest.mark.parametrize("html", ["<p>« l'été : a ; b ? »</p>", "<b>a</b> : b", "R&amp;D : l&#39;été", "<p>a</p>\n\n<p>b ?</p>\n"])
def test_doing_html_twice_changes_nothing(html):
    once = polish_html(html)
    assert polish_html(once) == once
