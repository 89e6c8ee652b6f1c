"""The order as files: opened by LibreOffice, with its headings, its contents, no empty section and no leaked markup."""

from __future__ import annotations

import re
import subprocess
import unicodedata
import zipfile

import pytest
from markdown_it import MarkdownIt

from tests.exports import open_document as odt
from tests.exports import word
from tests.exports.views import HOSTILE, kept
from tests.tools.node import run_node

NAMES = pytest.mark.parametrize("name", ["seminaire", "accueil", "accord-cadre"])
KINDS = pytest.mark.parametrize("kind", ["docx", "odt"])


@pytest.fixture
def written(ask, tmp_path):
    def write(order: dict, **more):
        assert ask("files", order=order, target=str(tmp_path), **more)
        return tmp_path

    return write


def one_clause(data: dict) -> dict[str, str]:
    return {next(iter(data["clauses"])): "Nous pouvons arrêter.\n- après la partie A\n- après la partie B"}


@pytest.fixture(scope="module")
def opened(ask, orders, data, convert, tmp_path_factory):
    """What LibreOffice makes of each order in both kinds: `opened("pdf", "accueil", "odt")`. Three starts for all, since starting is most of the work.

    An order is there as it is, then « -complete » with what the reader may add; « vide » is a blank one.
    """
    folder = tmp_path_factory.mktemp("commandes")
    more = {"clauses": one_clause(data)}
    asked = {"vide": ({}, [])}
    for name, order in orders.items():
        asked |= {name: (order, []), f"{name}-complete": (order | more, ["Une remarque."])}
    sources = []
    for name, (order, remarks) in asked.items():
        assert ask("files", order=order, remarks=remarks, target=str(folder))
        sources += [(folder / f"commande.{kind}").rename(folder / f"{name}-{kind}.{kind}") for kind in ("docx", "odt")]
    made = {form.partition(":")[0]: convert(sources, form).parent for form in ("odt", "txt:Text (encoded):UTF8", "pdf")}
    return lambda form, name, kind: made[form] / f"{name}-{kind}.{form}"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


@KINDS
@NAMES
def test_libreoffice_reads_headings_with_something_under_each(opened, ask, orders, data, name, kind):
    order = orders[name] | {"clauses": one_clause(data)}
    headings = [one for one in odt.outline(opened("odt", f"{name}-complete", kind)) if one[1] != "Accueil <b>"]
    blocks = ask("document", order=order)["blocks"]
    assert [(level, text) for level, text, _ in headings] == [(one["level"], one["text"]) for one in blocks if one["kind"] == "heading"]
    assert all(count for level, text, count in headings if text != "Clauses")

    text = opened("txt", f"{name}-complete", kind).read_text(encoding="utf-8-sig")
    assert not re.search(r"\*\*|\{\{|\}\}|&[a-z]+;|</?[a-z]+>|undefined|null|NaN", text.replace("Accueil <b>", ""))
    for block in blocks:
        assert squeezed(block["text"]) in squeezed(text)
    contents = squeezed(text[text.index("Sommaire"):text.index("Reste à regarder")])
    assert [one["text"] for one in blocks if one["kind"] == "heading" and squeezed(one["text"]) not in contents] == []


@KINDS
@NAMES
def test_the_length_told_is_that_of_the_file(opened, ask, orders, name, kind):
    """After the cover: whole pages, and how far down the last one goes."""
    pdf = opened("pdf", name, kind)
    pages = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout.split("<page ")[2:]
    top, bottom = 62, 785  # the text of a page, in points
    last = max(float(low) for low in re.findall(r'yMax="([\d.]+)"', pages[-1]) if float(low) < bottom - 20)
    real = len(pages) - 1 + (last - top) / (bottom - top)
    assert abs(ask("document", order=orders[name])["pages"] - real) < 0.2
    assert len(pages) <= 2


@KINDS
def test_a_blank_order_is_a_cover_alone(opened, kind):
    text = opened("txt", "vide", kind).read_text(encoding="utf-8-sig")
    assert "Page de garde" in text and "Sommaire" not in text and "Reste à regarder" not in text


@pytest.mark.parametrize("name, reading", [("commande.docx", word), ("commande.odt", odt)])
def test_what_was_typed_is_kept(written, data, name, reading):
    fields = [one["id"] for one in data["fields"] if one["type"] == "text"]
    for start in range(0, len(HOSTILE), len(fields)):
        typed = dict(zip(fields, HOSTILE[start:start + len(fields)]))
        text = squeezed("\n".join(reading.words(one) for one in reading.paragraphs(written({"fields": typed}) / name)))
        for one in typed.values():
            for line in kept(one[:3_000]).split("\n"):
                assert squeezed(re.sub(r"^\s*[-•*]\s+", "", line)) in text


def test_libreoffice_opens_the_hostile_odt_whole(written, convert, data):
    """In clauses and remarks too; nothing is taken for a mark."""
    fields = [one["id"] for one in data["fields"] if one["type"] == "text"]
    texts = [re.sub(r"^\s*[-•*]\s+", "", kept(one[:700])) for one in HOSTILE if "\n" not in kept(one)]
    order = {"fields": dict(zip(fields, texts)), "clauses": dict(zip(data["clauses"], texts[len(fields):]))}
    text = squeezed(convert(written(order, remarks=HOSTILE) / "commande.odt", "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig"))
    shown = texts[:len(fields) + len(data["clauses"])]
    assert len(shown) > 25
    assert [one[:50] for one in shown if text.count(squeezed(one)) < 2] == []


def test_odt_keeps_spaces_and_tabs_and_starts_arabic_on_the_right(written):
    path = written({"fields": {"probleme": "un  deux\ttrois\nمرحبا بالعالم\n- הערה", "ferme": "Rien."}}) / "commande.odt"
    found = {odt.words(one): one.get(f"{odt.TEXT}style-name") for one in odt.paragraphs(path)}
    assert found["un  deux\ttrois"] == "Text_20_body"
    bent = {one.get(f"{odt.STYLE}name"): one for one in odt.part(path).iter(f"{odt.STYLE}style")}
    for words, parent in (("مرحبا بالعالم", "Text_20_body"), ("הערה", "List_20_Bullet")):
        style = bent[found[words]]
        assert style.get(f"{odt.STYLE}parent-style-name") == parent
        assert style.find(f"{odt.STYLE}paragraph-properties").get(f"{odt.STYLE}writing-mode") == "rl-tb"


def test_odt_is_known_by_its_first_bytes_and_says_what_it_is(written, orders):
    path = written(orders["accueil"]) / "commande.odt"
    assert path.read_bytes()[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        named = {one.get("{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path") for one in odt.part(path, "META-INF/manifest.xml")}
        assert named == {"/", *archive.namelist()} - {"mimetype", "META-INF/manifest.xml"}
    said = {one.tag.rpartition("}")[2]: one.text for one in odt.part(path, "meta.xml")[0]}
    assert said == {"generator": "Commander l’innovation", "title": "Accueil <b>", "language": "fr-FR"}
    styles = odt.part(path, "styles.xml")
    names = {one.get(f"{odt.STYLE}display-name") or one.get(f"{odt.STYLE}name") for one in styles.iter(f"{odt.STYLE}style")}
    assert names >= {"Title", "Heading 1", "Heading 2", "Text body", "List Bullet", "Contents 1", "Contents 2"}
    default = styles.find(f".//{odt.STYLE}default-style/{odt.STYLE}text-properties")
    assert (default.get(f"{odt.FO}language"), default.get(f"{odt.FO}country")) == ("fr", "FR")
    everything = [*styles.iter(), *odt.part(path).iter()]
    used = {one.get(name) for one in everything for name in (f"{odt.TEXT}style-name", f"{odt.STYLE}parent-style-name", f"{odt.STYLE}next-style-name")}
    assert used - {None} <= {one.get(f"{odt.STYLE}name") for one in everything if one.tag in (f"{odt.STYLE}style", f"{odt.TEXT}list-style")}


def test_the_contents_of_the_odt_bear_the_pages_as_soon_as_it_opens(written, convert, orders, data):
    clause = next(iter(data["clauses"]))
    pdf = convert(written(orders["accueil"] | {"clauses": {clause: "Nous pouvons arrêter."}}) / "commande.odt", "pdf")
    pages = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    entries = re.findall(r"^\s*(.+?)\.{3,}\s*(\d+)$", pages[0], re.M)
    assert len(entries) == 10
    for title, page in entries:
        assert title in pages[int(page) - 1], title


def test_the_reader_of_the_site_opens_what_the_workshop_wrote(written, orders):
    path = written(orders["accueil"], remarks=["Une remarque."]) / "commande.odt"
    text = run_node("reading.mjs", {"task": "open", "files": [{"name": path.name, "path": str(path)}]})[0]["text"]
    assert "\n1. Le problème\n" in text and "\n- Façon de chercher (40)" in text and text.count("Le problème") == 1


def test_markdown_stays_text(written, data):
    fields = [one["id"] for one in data["fields"] if one["type"] == "text"]
    criteria = [{"name": text[:100], "weight": "1", "text": text[:200]} for text in HOSTILE[:10]]
    source = (written({"fields": dict(zip(fields, HOSTILE[-len(fields):])), "criteria": criteria}) / "commande.md").read_text(encoding="utf-8")
    tokens = MarkdownIt("commonmark").parse(source)
    inline = [child for token in tokens for child in token.children or []]
    assert [one.type for one in inline if one.type in ("html_inline", "image", "code_inline")] == []
    assert [one.content for one in tokens if one.type in ("html_block", "code_block", "fence")] == []
    assert [child.attrs["href"] for child in inline if child.type == "link_open"] == ["https://exemple.test/"]
    headings = [tokens[rank + 1].content for rank, one in enumerate(tokens) if one.type == "heading_open"]
    assert len(headings) == len({one["part"] for one in data["fields"]}) + 1
