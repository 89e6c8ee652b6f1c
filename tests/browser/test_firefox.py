"""The second engine: what a reader of Firefox ticks, writes, saves, receives, brings together, has reread and weighs."""

from __future__ import annotations

import json
import os
import re
import time
import zipfile
from pathlib import Path

import pytest

from tests.browser.firefox import Firefox, Tab, find_firefox

LIST = "checklists/avant-de-commander/"
WORKSHOP = "ecrire/atelier/"
READER = "ecrire/relecteur/"
READY = "document.querySelector(':is(ci-checklist, ci-case-files, .ci-workshop, ci-relecteur, ci-poids)[data-ready]')"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    path = find_firefox()
    debian = Path("/etc/os-release").exists() and re.search("^ID=debian", Path("/etc/os-release").read_text(encoding="utf-8"), re.M)
    if not path and not (os.environ.get("CI") and debian):
        pytest.skip("Firefox n'est pas là : installez-le (Debian : apt install firefox-esr), ou donnez son chemin dans la variable FIREFOX")
    assert path, "Firefox manque : tests/setup/browser.sh l'installe sous Debian"
    browser = Firefox(path, tmp_path_factory.mktemp("firefox"))
    yield browser
    browser.close()


@pytest.fixture
def alone(firefox, address):
    """Opens a page on a machine of its own."""
    return lambda path=LIST: firefox.new_tab(alone=True).open(address + path, READY)


def box(rank: int) -> str:
    return f".ci-items[data-section] > :nth-child({rank}) .ci-item__box"


def ticked(tab: Tab) -> list[str]:
    return tab.run("[...document.querySelectorAll('.ci-item__box:checked')].map((box) => box.dataset.item)")


def write_note(tab: Tab, item: str, note: str) -> None:
    tab.click(f"#{item} .ci-item__answer summary")
    tab.click(f"#{item} [data-field=note]")
    tab.type(note)
    tab.wait(f"document.querySelector('#{item} .ci-item__note')?.textContent.includes({json.dumps(note)})")


def press(tab: Tab, desk: str, action: str) -> None:
    tab.click(f"[data-desk={desk}] [data-action={action}]")


def test_ticks_and_notes_are_there_after_a_reload(alone, address):
    tab = alone()
    tab.click("#probleme-en-une-phrase .ci-item__box")
    write_note(tab, "effet-attendu", "voir Paul")
    tab.click("#effet-attendu [data-field=not_applicable]")
    tab.type("pas ici")
    tab.open(address + LIST, READY)

    assert ticked(tab) == ["probleme-en-une-phrase"]
    assert "voir Paul" in tab.text("#effet-attendu .ci-item__kept") and "pas ici" in tab.text("#effet-attendu .ci-item__kept")
    assert tab.text("ci-checklist [data-count]").replace("\u00a0", " ") == "2 sur 13 éléments examinés"


def test_two_tabs_keep_each_other_s_answers(firefox, alone, address):
    first = firefox.new_tab().open(address + LIST, READY)
    second = firefox.new_tab().open(address + LIST, READY)
    first.click("#probleme-en-une-phrase .ci-item__box")
    second.wait("document.querySelector('#probleme-en-une-phrase .ci-item__box').checked")
    second.click("#effet-attendu .ci-item__box")
    first.wait("document.querySelector('#effet-attendu .ci-item__box').checked")
    assert len(ticked(first)) == len(ticked(second)) == 2


def wait_for_file(folder: Path, suffix: str) -> Path:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            found = [(path.stat().st_mtime, path) for path in folder.glob(f"*{suffix}") if path.stat().st_size and not list(folder.glob("*.part"))]
        except FileNotFoundError:  # renamed while it was looked at
            found = []
        if found:
            return max(found)[1]
        time.sleep(0.1)
    raise AssertionError(f"aucun fichier {suffix} dans {folder}")


def test_a_dossier_saved_by_one_is_brought_together_by_the_other(firefox, alone, address):
    mine = alone()
    mine.click("#probleme-en-une-phrase .ci-item__box")
    write_note(mine, "effet-attendu", "la mienne")
    mine.open(address + "dossiers/", READY)
    press(mine, "exchange", "save")
    path = wait_for_file(firefox.downloads, ".json")
    assert "la mienne" in path.read_text(encoding="utf-8")

    theirs = alone()
    theirs.click("#suite-portee .ci-item__box")
    write_note(theirs, "effet-attendu", "la leur")
    theirs.open(address + "dossiers/", READY)
    theirs.choose_file("[data-file]", path)
    theirs.wait("!document.querySelector('.ci-incoming').hidden")
    press(theirs, "incoming", "accept")
    theirs.wait("document.querySelector('.ci-conflict')")
    theirs.click(".ci-conflict input[value=both]")
    press(theirs, "incoming", "accept")
    theirs.wait("document.querySelector('[data-said]').textContent.includes('réunis')")
    theirs.open(address + LIST, READY)
    assert ticked(theirs) == ["probleme-en-une-phrase", "suite-portee"]
    assert "la leur" in theirs.text("#effet-attendu .ci-item__kept") and "la mienne" in theirs.text("#effet-attendu .ci-item__kept")


def test_a_link_made_here_is_shown_then_added_there(alone):
    mine = alone()
    write_note(mine, "effet-attendu", "par le lien")
    mine.open(mine.run("new URL('../../dossiers/', location.href).href"), READY)
    press(mine, "exchange", "link")
    mine.wait("document.querySelector('[data-link-address]').value")
    theirs = alone()
    theirs.open(mine.run("document.querySelector('[data-link-address]').value"), READY)
    theirs.wait("!document.querySelector('.ci-incoming').hidden")
    assert theirs.run("Object.keys(localStorage).length") == 0
    press(theirs, "incoming", "accept")
    theirs.wait("document.querySelector('[data-said]').textContent.includes('ajouté')")
    assert "par le lien" in theirs.run("JSON.stringify(localStorage)")


@pytest.mark.parametrize("kind", ["csv", "md", "docx"])
def test_a_list_is_exported(firefox, alone, kind):
    tab = alone()
    tab.click(".ci-export summary")
    tab.click(f"[data-export={kind}]")
    tab.wait("document.querySelector('[data-outcome]').textContent.includes('enregistré')")
    assert wait_for_file(firefox.downloads, f".{kind}").stat().st_size > 500


def test_corrupted_storage_is_set_aside_here_too(alone, address):
    tab = alone()
    tab.click("#probleme-en-une-phrase .ci-item__box")
    tab.run("localStorage.setItem(Object.keys(localStorage).find((key) => key.includes(':dossier:')), '{oops')")
    tab.open(address + LIST, READY)
    assert "mis de côté" in tab.text("[data-notice]")
    assert "{oops" in tab.run("Object.values(localStorage)")


def start_from_the_hall(tab: Tab) -> None:
    tab.click("[data-start=accueil]")
    tab.wait("document.querySelector('[name=ci-atelier-probleme]').value.startsWith('Un visiteur sur quatre')")


def exported_order(firefox: Firefox, tab: Tab, kind: str) -> Path:
    for older in firefox.downloads.glob(f"*commande-*.{kind}"):
        older.unlink()
    tab.click(f"[data-export={kind}]")
    tab.wait(f"document.querySelector('[data-workshop-said]').textContent.includes('.{kind}')")
    return wait_for_file(firefox.downloads, f"commande-*.{kind}")


def test_an_order_is_started_changed_kept_shown_and_exported(firefox, alone, address):
    tab = alone(WORKSHOP)
    start_from_the_hall(tab)
    tab.write("[name=ci-atelier-probleme]", "Un visiteur sur trois repart sans réponse.")
    tab.wait("document.querySelector('[data-workshop-paper]').textContent.includes('Un visiteur sur trois')")
    tab.wait("document.querySelector('[data-workshop-said]').textContent.includes('Gardé dans le dossier')")
    tab.open(address + WORKSHOP, READY)
    assert tab.run("document.querySelector('[name=ci-atelier-probleme]').value") == "Un visiteur sur trois repart sans réponse."
    paper = tab.text("[data-workshop-paper]")
    assert "Un visiteur sur trois repart sans réponse." in paper and "Façon de chercher (40)" in paper
    assert re.search(r"Environ 1,\d\spage", tab.text("[data-workshop-length]"))

    for kind, entry in (("docx", "word/document.xml"), ("odt", "content.xml")):
        with zipfile.ZipFile(exported_order(firefox, tab, kind)) as archive:
            assert archive.testzip() is None
            assert "Un visiteur sur trois repart sans réponse." in archive.read(entry).decode()


CLOSED = "Le marché a pour objet la conception et la fourniture d'une application mobile. Le titulaire animera six ateliers de design thinking."


def test_a_pasted_order_comes_back_with_remarks(alone):
    tab = alone(READER)
    tab.write("#ci-reader-text", CLOSED)
    tab.click("#ci-reader-text")
    for key in "axv":
        tab.press(key)
    assert tab.run("document.querySelector('#ci-reader-text').value") == CLOSED
    tab.click(".ci-reader__submit")
    tab.wait("document.querySelector('[data-list=remarks] > .ci-remark')")
    assert "la fourniture d'une application" in tab.run("[...document.querySelectorAll('[data-marked] mark')].map((mark) => mark.textContent).join(' ')")
    first = tab.text("[data-list=remarks] > .ci-remark")
    assert "À la place" in first
    assert tab.run("document.activeElement.matches('[data-title]')")
    assert tab.run("JSON.stringify({ ...localStorage }).includes('titulaire')") is False


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_the_file_of_the_workshop_is_opened_and_reread(firefox, alone, address, kind):
    tab = alone(WORKSHOP)
    start_from_the_hall(tab)
    path = exported_order(firefox, tab, kind)
    tab.open(address + READER, READY)
    tab.choose_file("[data-file]", path)
    tab.wait("document.querySelector('[data-opened]').textContent.includes('est ouvert')")
    tab.wait("!document.querySelector('[data-result]').hidden")
    assert tab.text("[data-marked]").count("Un visiteur sur quatre") == 1
    text = tab.run("document.querySelector('[data-text]').value")
    assert "Un visiteur sur quatre repart" in text and "- Façon de chercher (40)" in text and text.count("1. Le problème") == 1


def test_weights_are_typed_and_the_ranking_follows(alone, address):
    page = "ecrire/poids-des-criteres/"
    tab = alone(page)
    tab.wait("document.querySelector('[data-said]').textContent.startsWith('C en tête avec 79,5')")
    for key, weight in (("w-0", "20"), ("w-1", "10"), ("price", "60")):
        tab.write(f'[data-key="{key}"]', weight)
    tab.wait("document.querySelector('[data-said]').textContent.startsWith('A en tête avec 81 points, puis C (76,4)')")
    tab.click("[data-action=keep]")
    tab.wait("document.querySelector('[data-done]').textContent.includes('dossier')")
    tab.open(address + page, READY)
    assert tab.run("document.querySelector('[data-key=\"w-0\"]').value") == "20"
    assert tab.text("[data-said]").startswith("A en tête avec 81 points")
