"""Two people, two machines (two contexts that share nothing): a dossier goes by file and by link, and comes back whole."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.models.case_file import CaseFile
from tests.browser.test_case_files import desk, item, kept, press, unfold
from tests.browser.test_checklists import OTHER, box, opened


@pytest.fixture
def colleague(browser, browser_context_args, watch):
    """A page on another machine."""
    context = browser.new_context(**browser_context_args)
    context.on("page", watch.follow)
    yield context.new_page()
    context.close()


def saved(page: Page, path: Path) -> Path:
    desk(page)
    with page.expect_download() as download:
        press(page, "Enregistrer dans un fichier", "exchange")
    download.value.save_as(path)
    return path


def link_of(page: Page) -> str:
    desk(page)
    press(page, "Faire un lien", "exchange")
    expect(page.locator("[data-link-address]")).to_have_value(re.compile("#dossier="))
    return page.locator("[data-link-address]").input_value()


def open_file(page: Page, path: Path) -> None:
    desk(page)
    page.locator("[data-file]").set_input_files(path)


def answer_mine(page: Page) -> None:
    opened(page)
    box(page, 0).check()
    box(page, 1).check()
    unfold(page, 2).get_by_label("Note").fill("note de l’une")
    expect(item(page, 2).locator(".ci-item__note")).to_be_attached()


def answer_theirs(page: Page) -> None:
    opened(page)
    box(page, 0).check()
    unfold(page, 1).get_by_label("Sans objet pour cet achat").check()
    page.keyboard.type("pas pour nous")
    unfold(page, 2).get_by_label("Note").fill("note de l’autre")
    expect(item(page, 2).locator(".ci-item__note")).to_be_attached()
    opened(page, OTHER)
    box(page, 0).check()


def test_the_file_is_readable_and_follows_its_published_schema(page, tmp_path, site):
    answer_theirs(page)
    text = saved(page, tmp_path / "d.json").read_text(encoding="utf-8")
    case_file = CaseFile.model_validate_json(text)
    assert text.startswith('{\n  "$schema"') and "note de l’autre" in text
    assert case_file.lists["avant-de-commander"].items["effet-attendu"].justification == "pas pour nous"
    schema = json.loads((site / "schemas/dossier.json").read_text(encoding="utf-8"))
    assert set(json.loads(text)) <= set(schema["properties"])


def test_a_dossier_sent_by_file_is_added_whole(page, colleague, tmp_path):
    answer_mine(page)
    path = saved(page, tmp_path / "d.json")
    open_file(colleague, path)
    expect(colleague.locator("[data-incoming-facts]")).to_contain_text("3 réponses dans 1 liste")
    assert colleague.evaluate("Object.keys(localStorage).length") == 0
    press(colleague, "Continuer", "incoming")
    expect(colleague.locator("[data-said]")).to_contain_text("est ajouté")
    opened(colleague)
    expect(box(colleague, 1)).to_be_checked()
    expect(item(colleague, 2).locator(".ci-item__note")).to_contain_text("note de l’une")


@pytest.mark.parametrize("way", ["file", "link"])
def test_two_people_bring_their_answers_together_without_losing_one(page, colleague, tmp_path, way):
    answer_mine(page)
    answer_theirs(colleague)
    if way == "file":
        open_file(colleague, saved(page, tmp_path / "d.json"))
    else:
        address = link_of(page)
        colleague.goto(address)
        colleague.locator("[data-desk=incoming]").wait_for()
    before = kept(colleague)
    expect(colleague.get_by_label("Le réunir avec un de vos dossiers")).to_be_checked()
    press(colleague, "Continuer", "incoming")

    conflicts = colleague.locator(".ci-conflict")
    expect(conflicts).to_have_count(2)
    expect(conflicts.nth(0)).to_contain_text("pas pour nous")
    press(colleague, "Réunir les deux", "incoming")
    expect(colleague.locator("[data-incoming-error]")).to_contain_text("Il reste 2 réponses à choisir")
    assert kept(colleague) == before
    conflicts.nth(0).get_by_label("La sienne").check()
    conflicts.nth(1).get_by_label("La vôtre, avec les deux textes").check()
    press(colleague, "Réunir les deux", "incoming")
    expect(colleague.locator("[data-said]")).to_contain_text("1 identique et 2 choisies")
    assert "#" not in colleague.url

    opened(colleague)
    expect(box(colleague, 0)).to_be_checked()
    expect(box(colleague, 1)).to_be_checked()
    expect(item(colleague, 2).locator(".ci-item__note")).to_contain_text("note de l’autre\n—\nnote de l’une", use_inner_text=True)
    opened(colleague, OTHER)
    expect(box(colleague, 0)).to_be_checked()


def test_bringing_together_can_be_undone(page, colleague, tmp_path):
    answer_mine(page)
    answer_theirs(colleague)
    open_file(colleague, saved(page, tmp_path / "d.json"))
    before = kept(colleague)["lists"]
    press(colleague, "Continuer", "incoming")
    press(colleague, "Prendre partout la sienne", "incoming")
    press(colleague, "Réunir les deux", "incoming")
    assert kept(colleague)["lists"] != before
    colleague.get_by_role("button", name="Annuler la réunion").click()
    expect(colleague.locator("[data-said]")).to_contain_text("annulé")
    assert kept(colleague)["lists"] == before


def test_a_change_in_another_tab_while_choosing_is_not_overwritten(page, colleague, tmp_path):
    answer_mine(page)
    answer_theirs(colleague)
    open_file(colleague, saved(page, tmp_path / "d.json"))
    press(colleague, "Continuer", "incoming")
    press(colleague, "Garder partout la vôtre", "incoming")
    tab = opened(colleague.context.new_page())
    unfold(tab, 2).get_by_label("Note").fill("j’ai changé d’avis")
    expect(item(tab, 2).locator(".ci-item__note")).to_contain_text("changé")
    press(colleague, "Réunir les deux", "incoming")
    expect(colleague.locator("[data-incoming-error]")).to_contain_text("a changé dans un autre onglet")
    expect(colleague.locator(".ci-conflict").nth(1)).to_contain_text("j’ai changé d’avis")
    assert kept(colleague)["lists"]["avant-de-commander"]["items"]["essais-passes"]["note"] == "j’ai changé d’avis"


def test_a_link_is_only_shown_until_it_is_accepted(page, colleague):
    answer_mine(page)
    address = link_of(page)
    assert "note" not in address
    colleague.goto(address)
    colleague.locator("[data-desk=incoming]").wait_for()
    colleague.get_by_text("Lire ce qu’il contient").click()
    expect(colleague.locator("[data-incoming-answers]")).to_contain_text("note de l’une")
    press(colleague, "Ne rien ajouter", "incoming")
    expect(colleague.locator("[data-said]")).to_contain_text("Rien n’a été ajouté")
    assert "#" not in colleague.url
    assert colleague.evaluate("Object.keys(localStorage).length") == 0


HOSTILE = {
    "cinq-millions.json": "x" * 5_000_000,
    "dix-millions.json": " " * 10_000_000,
    "script.json": "<script>document.title = 'pris'</script>",
    "vide.json": "",
    "autre.json": '{"bonjour": true}',
    "plus-recent.json": '{"format": 7, "lists": {}}',
    "faux.json": '{"format": 2, "lists": {"avant-de-commander": {"items": {"a": {"state": ["done"]}}}}}',
    "image.json": "\x89PNG\r\n\x1a\n\x00\x00",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_a_sentence_and_changes_nothing(page, tmp_path, name):
    opened(page)
    box(page, 0).check()
    before = page.evaluate("JSON.stringify(localStorage)")
    path = tmp_path / name
    path.write_text(HOSTILE[name], encoding="utf-8")
    open_file(page, path)
    expect(page.locator("[data-exchange-error]")).to_contain_text("Ce fichier")
    expect(page.locator("[data-exchange-error]")).to_contain_text("ien n’a été modifié ici")
    expect(page.locator("[data-desk=incoming]")).to_be_hidden()
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_markup_in_a_file_is_only_text(page, tmp_path):
    attack = "<img src=x onerror=\"document.title='pris'\"><script>document.title='pris'</script>"
    entry = {"state": "not_applicable", "at": "2026-11-20T08:00:00.000Z", "text": attack, "justification": attack, "note": attack, "who": attack[:80], "when": attack[:40]}
    state = {"format": 2, "id": "abcdefgh", "name": attack[:80], "created": entry["at"], "changed": entry["at"], "archived": None, "tools": {},
             "lists": {"avant-de-commander": {"revision": "1", "items": {"effet-attendu": entry, "disparu": entry}}, "constructor": {"revision": "1", "items": {"a": entry}}}}
    path = tmp_path / "d.json"
    path.write_text(json.dumps(state).replace('"tools"', '"__proto__": {"polluted": 1}, "tools"'), encoding="utf-8")
    open_file(page, path)
    expect(page.locator("[data-incoming-remark]")).to_contain_text("constructor")
    page.get_by_text("Lire ce qu’il contient").click()
    press(page, "Continuer", "incoming")
    expect(page.locator("[data-said]")).to_contain_text("est ajouté")
    opened(page)
    expect(item(page, 1).locator(".ci-item__note")).to_contain_text("<img src=x")
    desk(page)
    assert "pris" not in page.title()
    assert page.evaluate("document.querySelectorAll('main img[src=x], main script').length + (({}).polluted ?? 0)") == 0


@pytest.mark.parametrize("fragment", ["#dossier=", "#dossier=%%%", "#dossier=AAAA", "#dossier=" + "A" * 150_000, "#dossier=<script>alert(1)</script>"])
def test_a_hostile_link_gets_a_sentence_and_changes_nothing(page, fragment):
    desk(page, f"dossiers/{fragment}")
    expect(page.locator("[data-exchange-error]")).to_contain_text("Ce lien est abîmé ou incomplet")
    expect(page.locator("[data-desk=incoming]")).to_be_hidden()
    assert "#" not in page.url
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_a_link_that_explodes_is_refused(page):
    desk(page)
    fragment = page.evaluate("""async () => {
        const { packFragment } = await import('/assets/javascripts/share-link.mjs');
        return packFragment('0'.repeat(30_000_000));
    }""")
    page.goto("index.html")
    desk(page, f"dossiers/{fragment}")
    expect(page.locator("[data-exchange-error]")).to_contain_text("Ce lien est abîmé ou incomplet")


def test_a_dossier_too_long_for_a_link_is_sent_to_the_file(page):
    opened(page)
    for rank in range(9):
        box(page, rank).check()
    page.evaluate("""() => {
        const key = Object.keys(localStorage).find((one) => one.includes(':dossier:'));
        const state = JSON.parse(localStorage.getItem(key));
        const noise = () => Array.from(crypto.getRandomValues(new Uint32Array(1500)), (number) => number.toString(36)).join('').slice(0, 9000);
        for (const entry of Object.values(state.lists['avant-de-commander'].items)) entry.note = noise();
        localStorage.setItem(key, JSON.stringify(state));
    }""")
    desk(page)
    press(page, "Faire un lien", "exchange")
    expect(page.locator("[data-exchange-error]")).to_contain_text("trop long pour tenir dans un lien")
    expect(page.locator("[data-link]")).to_be_hidden()
