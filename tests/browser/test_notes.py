"""The notes in a reader's hands: filled from the answers, corrected, kept, printed on one sheet, handed over as a file, complete without script."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.axe import violations
from tests.notes.test_help import CASES

TOOL, INNOVATION, JUSTIFICATION = "decider/outil/", "choisir/est-ce-innovant/", "choisir/note-de-justification/"
PUPILS = CASES["ecoliers"]


def fragment(answers: dict[str, str]) -> str:
    return "#reponses=" + ",".join(f"{question}:{answer}" for question, answer in answers.items())


def opened(page, path: str):
    page.goto(path)
    page.locator(".ci-memo[data-ready]").wait_for()
    return page


def field(page, section: str):
    return page.locator(f"[data-section={section}] textarea")


def exported(page, button: str) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    target = Path(waiting.value.path())
    return target.rename(target.with_name(waiting.value.suggested_filename))


def test_ten_answers_from_the_keyboard_give_a_note(page):
    opened(page, TOOL)
    expect(page.locator("[data-note-lead]")).to_contain_text("Répondez à une première question")
    for question, answer in PUPILS.items():
        box = page.locator(f"[data-question={question}] input[value={answer}]")
        box.focus()
        page.keyboard.press("Space")
    expect(page.locator("[data-note-lead]")).to_contain_text("se faire aider pour une partie")
    expect(page.locator("[data-verdict]")).to_contain_text("se faire aider pour une partie")
    expect(page.locator("[data-verdict] a").first).to_be_visible()
    expect(field(page, "decision")).to_have_value("Se faire aider pour une partie\u00a0: l’écoute, et la compréhension de ce qui aura été dit\u202f; "
                                                  "l’accompagnement d’une première fois.")


def test_it_depends_and_the_page_says_on_what(page):
    opened(page, TOOL + fragment(CASES["seminaire"]))
    verdict = page.locator("[data-verdict]")
    expect(verdict).to_contain_text("Cela dépend encore de ces questions")
    expect(verdict).to_contain_text("Que coûterait une erreur")
    expect(verdict.get_by_role("heading", name="Ce qui changerait la réponse")).to_be_visible()


def test_what_the_reader_writes_is_kept_and_the_proposed_text_comes_back(page):
    opened(page, TOOL + fragment(PUPILS))
    proposed = field(page, "decision").input_value()
    field(page, "decision").fill("Nous attendrons le printemps.")
    field(page, "projet").fill("La cantine")
    expect(page.locator("[data-note-said]")).to_contain_text("Gardé dans le dossier")

    opened(page, TOOL + fragment(CASES["urbanisme"]))
    page.reload()
    page.locator(".ci-memo[data-ready]").wait_for()
    expect(field(page, "decision")).to_have_value("Nous attendrons le printemps.")
    changed = page.locator("[data-section=decision] [data-changed]")
    expect(changed).to_contain_text("Vos réponses ont changé")
    changed.get_by_role("button").click()
    expect(field(page, "decision")).to_have_value(re.compile("^Confier la réalisation"))
    expect(field(page, "decision")).to_be_focused()
    expect(changed).to_be_hidden()
    expect(field(page, "projet")).to_have_value("La cantine")
    assert proposed.startswith("Se faire aider")


def test_forgetting_takes_back_every_text(page):
    opened(page, TOOL + fragment(PUPILS))
    field(page, "projet").fill("La cantine")
    page.get_by_role("button", name="Oublier mes textes").click()
    expect(field(page, "projet")).to_have_value("")
    expect(page.locator("[data-note-said]")).to_contain_text("retirés")


def test_too_long_to_be_kept_is_said(page):
    opened(page, JUSTIFICATION)
    for area in page.locator(".ci-memo .ci-field--long").all():
        area.fill("x" * 3000)
    expect(page.locator("[data-note-notice]")).to_contain_text("trop longue")


def test_a_refused_storage_is_said_and_the_note_stays(context, page):
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'SecurityError'); }")
    opened(page, TOOL + fragment(PUPILS))
    field(page, "projet").fill("La cantine")
    expect(page.locator("[data-note-notice]")).to_contain_text("refuse de garder")
    expect(field(page, "projet")).to_have_value("La cantine")


@pytest.mark.parametrize("name", CASES)
def test_each_founding_case_prints_on_one_sheet(page, name):
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = document.documentElement.dataset.print; }")
    opened(page, TOOL + fragment(CASES[name]))
    field(page, "projet").fill("La place du marché : personne n'ose traverser le jeudi.")
    page.get_by_role("button", name="Imprimer la note").click()
    expect(page.locator("html")).to_have_attribute("data-printed", "note")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert len(sheets) == 1
    text = sheets[0].extract_text()
    for expected in ("Note d’opportunité", "La place du marché", "Ce qui a pesé", "Prochaines étapes", "Signature", "23 août 2026"):
        assert expected in text.replace("\u00a0", " "), expected
    assert "Recommencer" not in text and "Les questions" not in text


def test_the_note_is_handed_over_as_files(page):
    opened(page, TOOL + fragment(PUPILS))
    field(page, "projet").fill("# La <b>cantine</b>")
    source = exported(page, "Texte (.md)").read_text(encoding="utf-8")
    assert source.startswith("# Note d’opportunité") and "\\# La \\<b\\>" in source and "## Ce qui a pesé" in source
    file = exported(page, "Traitement de texte (.docx)")
    assert file.name.startswith("mon-achat-note-d-opportunite-20")
    with zipfile.ZipFile(file) as archive:
        assert "La &lt;b&gt;cantine" in archive.read("word/document.xml").decode()


def test_the_justification_follows_what_the_dossier_keeps(page):
    opened(page, JUSTIFICATION)
    expect(page.locator("[data-note-lead]")).to_contain_text("Rien n’est encore gardé")
    opened(page, TOOL + fragment(PUPILS))
    page.get_by_role("button", name="Garder dans le dossier").click()
    expect(page.locator("[data-part=said]")).to_contain_text("Gardé")
    opened(page, JUSTIFICATION)
    expect(field(page, "aide")).to_have_value(re.compile("se faire aider pour une partie"))
    expect(page.locator("[data-note-origin=faut-il-se-faire-aider]")).to_contain_text("réponses gardées le")
    expect(page.locator("[data-note-origin=est-ce-innovant]")).to_contain_text("rien de gardé")


def test_the_qualification_tells_its_weak_points(page):
    opened(page, INNOVATION + "#reponses=valeur:72000,nouveaute:organisation,pour-qui:nous,mieux:attendu,preuves:vendeur")
    expect(page.locator("[data-verdict]")).to_contain_text("Ce n’est pas un verdict")
    assert field(page, "faiblesses").input_value().startswith("- À lever d’abord.")
    assert "lu en entier" in field(page, "inconnu").input_value()


@pytest.mark.parametrize("path", [TOOL, INNOVATION, JUSTIFICATION])
def test_without_script_the_form_is_there_to_print(without_script, path):
    without_script.goto(path)
    assert without_script.locator(".ci-memo .ci-field--long").count() >= 8
    assert without_script.locator(".ci-memo__actions").is_hidden()
    assert "la note ne se remplit pas seule" in without_script.locator(".ci-memo").inner_text()
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(without_script.pdf(format="A4"))).pages)
    assert without_script.locator(".ci-memo h3").last.inner_text().replace("\u00a0", " ") in text.replace("\u00a0", " ")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [TOOL + fragment(PUPILS), INNOVATION + "#reponses=nouveaute:organisation,pour-qui:nous", JUSTIFICATION])
def test_axe_finds_no_violation(page, path, scheme):
    page.set_viewport_size({"width": 320, "height": 900})
    page.emulate_media(color_scheme=scheme)
    opened(page, path)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
