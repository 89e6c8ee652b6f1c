"""What the Relecteur shows and hands over: remarks in order, dismissed and brought back; a .docx with real comments; a harmless .md."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from tests.exports.conftest import convert  # noqa: F401
from tests.exports.views import HOSTILE, kept
from tests.tools.node import run_node

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RULES = [{"id": "forte-a", "severity": "forte"}, {"id": "moyenne-b", "severity": "moyenne"}, {"id": "legere-c", "severity": "legere"},
         {"id": "manque-d", "severity": "moyenne"}, {"id": "manque-e", "severity": "forte"}, {"id": "force-f", "severity": ""}]
TEXT = "Le titulaire animera six ateliers.\nIl remettra un rapport de cent pages. Il animera six ateliers encore.\nLe budget est dit."


def place(rule: str, words: str, after: int = 0) -> dict:
    start = TEXT.index(words, after)
    return {"rule": rule, "start": start, "end": start + len(words)}


FOUND = {
    "remarks": [place("moyenne-b", "six ateliers"), place("forte-a", "cent pages"), place("moyenne-b", "six ateliers", 40), place("legere-c", "Le titulaire"),
                {"rule": "inconnue", "start": 0, "end": 2}],
    "missing": ["manque-d", "manque-e", "inconnu"], "strengths": [place("force-f", "Le budget")],
}


def shown(text: str = TEXT, found: dict = FOUND, dismissed: tuple[str, ...] = ()) -> dict:
    return run_node("reading.mjs", {"task": "findings", "text": text, "found": found, "rules": RULES, "dismissed": list(dismissed)})


def test_one_remark_a_rule_the_gravest_first_with_all_its_passages():
    found = shown()
    assert [(one["rule"]["id"], one["number"], len(one["passages"])) for one in found["remarks"]] == [("forte-a", 1, 1), ("moyenne-b", 2, 2), ("legere-c", 3, 1)]
    assert [one["id"] for one in found["missing"]] == ["manque-e", "manque-d"]
    assert [one["rule"]["id"] for one in found["strengths"]] == ["force-f"]
    assert found["summary"] == "3 remarques sur 4 passages, dont 1 à revoir ; 2 points que nous n’avons pas trouvés ; 1 force."


def test_marks_follow_the_text_and_passages_know_theirs():
    found = shown()
    assert [(mark["rule"]["id"], mark["number"]) for mark in found["marks"]] == [("legere-c", 3), ("moyenne-b", 2), ("forte-a", 1), ("moyenne-b", 2), ("force-f", None)]
    assert [passage["id"] for passage in found["remarks"][1]["passages"]] == ["passage-2", "passage-4"]


def test_a_passage_is_shown_in_its_sentence():
    first, second = shown()["remarks"][1]["passages"]
    assert (first["before"], first["quote"], first["after"]) == ("Le titulaire animera ", "six ateliers", ".")
    assert (second["before"], second["quote"], second["after"]) == ("Il animera ", "six ateliers", " encore.")


def test_dismissed_passages_leave_and_can_come_back():
    key = shown()["remarks"][1]["passages"][0]["key"]
    found = shown(dismissed=(key, "manque-e"))
    assert [one["rule"]["id"] for one in found["remarks"]] == ["forte-a", "legere-c"] and [one["id"] for one in found["missing"]] == ["manque-d"]
    assert [(one["rule"]["id"], one["keys"], one["count"]) for one in found["setAside"]] == [("moyenne-b", [key], 2), ("manque-e", ["manque-e"], 1)]


def test_a_dismissed_passage_stays_so_when_the_text_around_it_changes():
    key = shown()["remarks"][0]["passages"][0]["key"]
    text = "Un mot de plus. " + TEXT.replace("cent pages", "CENT  pages")
    start = text.index("CENT")
    assert shown(text, {"remarks": [{"rule": "forte-a", "start": start, "end": start + 11}], "missing": [], "strengths": []}, (key,))["remarks"] == []


def test_nothing_found_is_said_without_praise():
    found = shown(found={"remarks": [], "missing": [], "strengths": []})
    assert found["summary"] == "Aucune remarque sur ce qui est écrit ; rien d’essentiel ne manque."


def test_ten_thousand_passages_are_counted_and_not_all_marked():
    text = "six ateliers. " * 10_000
    found = shown(text, {"remarks": [{"rule": "moyenne-b", "start": 14 * rank, "end": 14 * rank + 12} for rank in range(10_000)], "missing": [], "strengths": []})
    assert len(found["marks"]) == 600 and found["more"] == 9_400 and len(found["remarks"][0]["passages"]) == 10_000


def test_a_passage_never_holds_half_an_emoji():
    text = "Un 😀 dit 😀 oui"
    found = shown(text, {"remarks": [{"rule": "forte-a", "start": 4, "end": 11}], "missing": [], "strengths": []})
    assert found["remarks"][0]["passages"][0]["quote"] == "😀 dit 😀"


def pieces(text: str, *marks: tuple[str, int, int]) -> list:
    given = [{"id": name, "start": start, "end": end} for name, start, end in marks]
    return run_node("reading.mjs", {"task": "pieces", "text": text, "marks": given})


@pytest.mark.parametrize("text, marks", [
    ("abc def\nghi", []), ("abc def\nghi", [("a", 4, 7)]), ("abc def\nghi", [("a", 0, 7), ("b", 4, 11)]), ("abcdef", [("a", 0, 6), ("b", 2, 4)]),
    ("\n\nab\n", [("a", 2, 4)]), ("", []), ("ab", [("a", 0, 1), ("b", 1, 2)]), ("ab\ncd", [("a", 0, 3)]),
])
def test_pieces_hold_the_whole_text_and_each_mark_ends_once(text, marks):
    found = pieces(text, *marks)
    assert "\n".join("".join(piece["text"] for piece in paragraph) for paragraph in found) == text
    flat = [piece for paragraph in found for piece in paragraph]
    assert sorted(name for piece in flat for name in piece["ends"]) == sorted(name for name, _, _ in marks)
    for name, start, end in marks:
        assert "".join(piece["text"] for piece in flat if name in piece["marks"]) == text[start:end].replace("\n", "")


@pytest.mark.parametrize("raw, dismissed, text", [
    (None, [], ""), ("x", [], ""), ({"dismissed": "a", "text": 3}, [], ""), ({"dismissed": ["jargon:1a2b", "<b>", 4, "a" * 200, "manque-budget"]}, ["jargon:1a2b", "manque-budget"], ""),
    ({"dismissed": [], "text": "Un texte"}, [], "Un texte"), ({"dismissed": [f"regle:{rank}" for rank in range(900)]}, [f"regle:{rank}" for rank in range(300)], ""),
    ({"text": "x" * 90_000}, [], "x" * 16_000),
])
def test_what_a_dossier_brings_is_cleaned(raw, dismissed, text):
    assert run_node("reading.mjs", {"task": "state", "raw": raw}) == {"dismissed": dismissed, "text": text}


SOURCES = [{"text": "Laisser la méthode ouverte", "href": "https://exemple.test/ecrire/laisser-de-la-place/#laisser"}]


def reading(text: str = TEXT, **changes) -> dict:
    return {
        "title": "Relecture : hall d'accueil", "dossier": {"name": "Accueil <b>"}, "lawDate": "23 août 2026", "printed": "2026-11-23T10:00:00.000Z",
        "address": "https://exemple.test/ecrire/relecteur/", "text": text, "summary": "2 remarques.",
        "remarks": [
            {"number": 1, "title": "Les ateliers sont comptés", "word": "à regarder", "reason": "Un atelier se livre.", "rewording": "Dites l'effet.", "sources": SOURCES,
             "passages": [{"start": one["start"], "end": one["end"]} for one in FOUND["remarks"] if one["rule"] == "moyenne-b"]},
            {"number": 2, "title": "Un long rapport", "word": "à revoir", "reason": "Personne ne le lit.", "rewording": "Demandez six pages.", "sources": [],
             "passages": [{"start": one["start"], "end": one["end"]} for one in FOUND["remarks"] if one["rule"] == "forte-a"]},
        ],
        "missing": [{"title": "Qui décide n'est pas dit", "word": "à revoir", "reason": "On attendra.", "rewording": "Nommez une personne.", "sources": SOURCES}],
        "strengths": [{"number": None, "title": "L'argent est annoncé", "word": "", "reason": "Chacun sait.", "rewording": "", "sources": [],
                       "passages": [{"start": one["start"], "end": one["end"]} for one in FOUND["strengths"]]}],
    } | changes


@pytest.fixture
def written(tmp_path):
    def write(given: dict):
        assert run_node("reading.mjs", {"task": "files", "reading": given, "target": str(tmp_path)})
        return tmp_path

    return write


def part(path, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return ElementTree.fromstring(archive.read(name))


def words(element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def commented(root) -> dict[str, str]:
    """The words that each comment stands on, in the order of the document."""
    open_now, found = [], {}
    for element in root.iter():
        if element.tag == f"{W}commentRangeStart":
            open_now.append(element.get(f"{W}id"))
            found[open_now[-1]] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_now.remove(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for name in open_now:
                found[name] += element.text or ""
    assert open_now == []
    return found


def test_each_passage_has_its_comment_in_the_margin(written):
    path = written(reading()) / "relecture.docx"
    comments = {one.get(f"{W}id"): one for one in part(path, "word/comments.xml").iter(f"{W}comment")}
    places = commented(part(path, "word/document.xml"))
    assert [(places[name], words(comments[name]).replace("\u00a0", " ")[:30]) for name in places] == [
        ("six ateliers", "1. Les ateliers sont comptés ("), ("cent pages", "2. Un long rapport (à revoir)P"), ("six ateliers", "Même remarque que la 1. Les at"), ("Le budget", "Bien vu : L'argent est annoncé")]
    first = words(comments[next(iter(places))]).replace("\u00a0", " ")
    assert "Un atelier se livre." in first and "À la place : Dites l'effet." in first and "(https://exemple.test/ecrire/laisser-de-la-place/#laisser)" in first
    assert {one.get(f"{W}author") for one in comments.values()} == {"Relecteur"}


def test_the_document_has_the_text_then_what_is_missing_then_what_is_good(written):
    root = part(written(reading()) / "relecture.docx", "word/document.xml")
    styled = [(one.find(f"{W}pPr/{W}pStyle"), words(one)) for one in root.iter(f"{W}p")]
    assert [(style.get(f"{W}val"), text) for style, text in styled if style is not None and style.get(f"{W}val") != "Hyperlink"] == [
        ("Title", "Relecture : hall d'accueil"), ("Heading2", "Le texte annoté"), ("Heading2", "Ce que nous n’avons pas trouvé"),
        ("Heading3", "Qui décide n'est pas dit (à revoir)"), ("Heading2", "Ce qui est déjà bien"), ("Heading3", "L'argent est annoncé")]
    texts = [text for _, text in styled]
    for line in TEXT.split("\n"):
        assert line in texts
    assert any("avis juridique" in text for text in texts)


def test_libreoffice_opens_it_with_its_comments(written, convert):  # noqa: F811
    back = convert(written(reading()) / "relecture.docx", "odt")
    with zipfile.ZipFile(back) as archive:
        source = archive.read("content.xml").decode("utf-8")
    text = unescape(re.sub(r"<[^>]+>", "", source))
    assert len(re.findall(r"<office:annotation ", source)) == 4
    assert "Un atelier se livre." in text and "Le titulaire animera " in text and "Qui décide n'est pas dit" in text


def test_libreoffice_prints_no_leaked_markup(written, convert):  # noqa: F811
    text = convert(written(reading()) / "relecture.docx", "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    for line in TEXT.split("\n"):
        assert line in text
    assert not re.search(r"<[a-z/]|&[a-z]+;|undefined|\[object|null", text.replace("Accueil <b>", ""))


def hostile() -> dict:
    text = "\n".join(kept(one) for one in HOSTILE)
    bad = {"title": "<b>&amp;</b> # titre", "word": "à revoir", "reason": HOSTILE[11], "rewording": "[x](javascript:alert(1))", "sources": []}
    return reading(text, remarks=[bad | {"number": 1, "passages": [{"start": rank, "end": rank + 9} for rank in range(0, 400, 7)]}], missing=[bad], strengths=[])


def test_hostile_text_stays_text_in_the_document(written):
    root = part(written(hostile()) / "relecture.docx", "word/document.xml")
    whole = re.sub(r"\s+", "", "\n".join(words(one) for one in root.iter(f"{W}p")))
    for typed in HOSTILE:
        for line in kept(typed).split("\n"):
            assert re.sub(r"\s+", "", re.sub(r"^\s*[-•*–]\s+", "", line))[:40] in whole, line[:60]
    commented(root)


def test_markdown_is_harmless_and_marks_each_passage(written):
    source = (written(reading()) / "relecture.md").read_text(encoding="utf-8")
    assert "Le titulaire animera ⟦six ateliers⟧ **(1)**." in source and "⟦cent pages⟧ **(2)**" in source
    assert "### 1. Les ateliers sont comptés (à regarder)" in source and "**À la place\u00a0:** Dites l'effet." in source
    tokens = MarkdownIt("commonmark").parse((written(hostile()) / "relecture.md").read_text(encoding="utf-8"))
    inline = [child for token in tokens for child in token.children or []]
    assert [one.type for one in inline if one.type in ("html_inline", "image", "code_inline", "em_open")] == []
    assert [one.content for one in tokens if one.type in ("html_block", "code_block", "fence")] == []
    assert {child.attrs["href"] for child in inline if child.type == "link_open"} == {"https://exemple.test/ecrire/relecteur/"}
