"""The files a reader may open in the Relecteur: made by LibreOffice, by hand, or by someone who means harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path

import pytest

from tests.exports.conftest import convert  # noqa: F401
from tests.tools.node import run_node

SOURCE = """<html><body><h1>Commande d'été</h1><p>Un <b>premier</b> paragraphe &amp; « l'été ».</p>
<ul><li>point un</li><li>point deux</li></ul><table><tr><td>case a</td><td>case b</td></tr></table><p>Fin.<br>suite</p></body></html>"""
EXPECTED = "Commande d'été\nUn premier paragraphe & « l'été ».\n- point un\n- point deux\ncase a\ncase b\nFin.\nsuite"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def opened(path: Path, name: str | None = None) -> dict:
    return run_node("reading.mjs", {"task": "open", "files": [{"name": name or path.name, "path": str(path)}]})[0]


def opened_bytes(folder: Path, content: bytes, name: str) -> dict:
    path = folder / "fichier"
    path.write_bytes(content)
    return opened(path, name)


def archive(entries: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as target:
        for name, content in entries.items():
            target.writestr(name, content)
    return made.getvalue()


def word(body: str) -> bytes:
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'})


def odt(body: str) -> bytes:
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"})


@pytest.fixture(scope="module")
def made(convert, tmp_path_factory):  # noqa: F811
    source = tmp_path_factory.mktemp("source") / "essai.html"
    source.write_text(SOURCE, encoding="utf-8")
    first = convert(source, "odt:writer8", "--infilter=HTML (StarWriter)")
    return {"odt": first} | {kind: convert(first, kind) for kind in ("docx", "doc", "rtf", "pdf")}


@pytest.mark.parametrize("kind", ["odt", "docx"])
def test_what_libreoffice_wrote_is_read(made, kind):
    found = opened(made[kind])
    assert found["text"] == EXPECTED and "en-têtes" in found["remark"]


@pytest.mark.parametrize("kind, said", [("doc", "ancien document Word"), ("rtf", "format RTF"), ("pdf", "est un PDF")])
def test_what_is_not_read_says_what_to_do(made, kind, said):
    found = opened(made[kind])
    assert said in found["refusal"] and f"essai.{kind}" in found["refusal"] and "text" not in found


@pytest.mark.parametrize("kind, name", [("docx", "commande.txt"), ("odt", "commande.docx"), ("docx", "commande.pdf")])
def test_the_content_decides_and_not_the_name(made, kind, name):
    assert opened(made[kind], name)["text"] == EXPECTED


def test_word_keeps_what_was_inserted_and_drops_what_was_deleted(tmp_path):
    found = opened_bytes(tmp_path, word("""
        <w:p><w:pPr><w:pStyle w:val="TM1"/></w:pPr><w:r><w:t>1. Sommaire 3</w:t></w:r></w:p>
        <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">Le titulaire </w:t></w:r><w:ins><w:r><w:t>remet</w:t></w:r></w:ins>
        <w:del><w:r><w:delText>remettra</w:delText><w:t>remettra</w:t></w:r></w:del><w:moveFrom><w:r><w:t>ailleurs</w:t></w:r></w:moveFrom><w:r><w:tab/><w:t>trois</w:t><w:br/><w:t>maquettes &lt;b&gt;</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:instrText>PAGEREF x</w:instrText><w:t>un point</w:t></w:r></w:p>
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>encadré</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>encadré</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>"""), "a.docx")
    assert found["text"] == "Le titulaire remet\ttrois\nmaquettes <b>\n- un point\nencadré"


def test_open_document_drops_notes_comments_and_deletions(tmp_path):
    found = opened_bytes(tmp_path, odt("""<text:tracked-changes><text:deletion><text:p>effacé</text:p></text:deletion></text:tracked-changes>
        <text:h>Titre</text:h><text:p>Un<text:s text:c="3"/>deux<office:annotation><text:p>à voir</text:p></office:annotation><text:tab/>trois
        quatre<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p>"""), "a.odt")
    assert found["text"] == "Titre\nUn   deux\ttrois quatre"


@pytest.mark.parametrize("content, expected", [
    ("Été à Nîmes".encode(), "Été à Nîmes"), ("\ufeffÉté".encode(), "Été"), ("Été — 5 €".encode("cp1252"), "Été — 5 €"),
    ("Été".encode("utf-16"), "Été"), ("Été".encode("utf-16-be"), None), (b"un\r\ndeux\rtrois", "un\ndeux\ntrois"),
])
def test_text_files_of_every_age_are_read(tmp_path, content, expected):
    assert opened_bytes(tmp_path, content, "a.txt").get("text") == expected


CUT = (whole := word("".join(f"<w:p><w:r><w:t>{number * 7919}</w:t></w:r></w:p>" for number in range(2000))))[:len(whole) // 2]


@pytest.mark.parametrize("content, said", [
    (b"", "ne contient pas de texte"), (b"  \n ", "ne contient pas de texte"), (bytes(range(256)) * 10, "pas un texte que nous sachions lire"),
    (archive({"photo.jpg": b"x"}), "pas un texte que nous sachions lire"), (b"PK\x03\x04" + b"\x00" * 5, "pas un texte que nous sachions lire"),
    (word("<w:p/>"), "ne contient pas de texte"), (CUT, "abîmé"),
    (b"a" * 1_000_001, "plus d’un million de signes"), (b"a" * 20_000_001, "plus de 20 Mo"),
    (word('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><w:p><w:r><w:t>&a;</w:t></w:r></w:p>'), "abîmé"),
])
def test_bad_files_get_a_sentence(tmp_path, content, said):
    found = opened_bytes(tmp_path, content, "a.docx")
    assert said in found["refusal"] and found["refusal"].endswith(".")


def test_an_odt_with_a_password_gets_a_sentence(tmp_path):
    sealed = archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": zlib.compress(b"secret" * 200)}, zipfile.ZIP_STORED)
    assert "mot de passe" in opened_bytes(tmp_path, sealed, "a.odt")["refusal"]


@lru_cache(maxsize=1)
def charge() -> bytes:
    """A quarter of a gigabyte of « a » in a quarter of a megabyte."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target, target.open("word/document.xml", "w") as entry:
        for _ in range(256):
            entry.write(b"a" * 1_048_576)
    return made.getvalue()


def bomb(announced: int | None = None) -> bytes:
    """`announced`: the size it lies about."""
    content = bytearray(charge())
    if announced is not None:
        content[22:26] = struct.pack("<I", announced)
    return bytes(content)


@pytest.mark.parametrize("announced", [None, 100, 0])
def test_a_bomb_is_put_out_before_it_fills_the_memory(tmp_path, announced):
    found = opened_bytes(tmp_path, bomb(announced), "a.docx")
    assert "refusal" in found


def test_a_name_cannot_turn_the_sentence_round(tmp_path):
    found = opened_bytes(tmp_path, b"%PDF-1.7", "\u202efdp.\u0000$&" + "x" * 300)
    assert "\u202e" not in found["refusal"] and "«\u00a0" not in found["refusal"] and "« fdp.$&" in found["refusal"] and len(found["refusal"]) < 250


def plain(*texts: str) -> list[dict]:
    return run_node("reading.mjs", {"task": "plain", "texts": list(texts)})


def test_pasted_markup_of_word_is_taken_off_and_said():
    (found,) = plain("<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><style>p {mso-x: y}</style><p class=MsoNormal><span style='x'>Le titulaire "
                     "<b>remettra</b>&nbsp;:<o:p></o:p></span></p><p class=MsoListParagraph><![if !supportLists]>-<![endif]> trois &laquo; rapports &raquo;</p>")
    assert found["text"] == "Le titulaire remettra\u00a0:\n- trois « rapports »" and found["stripped"]


@pytest.mark.parametrize("text", ["Le prix est < 5 et > 3, soit <12 mois.", "if (a<b) && (c>d)", "Un <b>mot</b> gras", "مرحبا بالعالم", "e\u0301te\u0301"])
def test_what_is_not_a_page_of_markup_stays(text):
    (found,) = plain(text)
    assert found["text"] == text and not found["stripped"]


def test_signs_that_turn_or_hide_text_are_taken_off():
    (found,) = plain("a\u202eb\u200bc\u00add\u0000e\r\nf\u2028g   \n\n\n\nh")
    assert found["text"] == "abcde\nf\ng\n\nh"


@pytest.mark.parametrize("pattern", [" ", "<", "<!--", "<script>", "<b>a</b>", "<a ", "&amp;<b>", "\n \n", "<![", "</", "<a b='"])
def test_a_megabyte_of_traps_is_read_to_its_end(pattern):
    """One that runs away meets the time limit of the process; how long it takes is no business of a test."""
    size = 1_000_000
    (found,) = plain((pattern * (size // len(pattern) + 1))[:size] + "</style></script>--><b>fin</b>")
    assert found["text"].endswith("fin")
