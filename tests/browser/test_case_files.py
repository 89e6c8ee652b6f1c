"""Several purchases, several states, a list that changes, two tabs: what a reader keeps, and what they are told."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_checklists import FULL, FORBIDDEN_GETTER, LIST, OTHER, box, count, opened
from tests.browser.axe import violations
from tests.conftest import ROOT

KEY = "commander-innovation:/:v2:dossier:00000001"
FIRST_FORMAT = "commander-innovation:/:v1:dossier:defaut"
SEED = int(os.environ.get("SEED", "20261123"))
STATES = ROOT / "tests/fixtures/states"
DESK = "dossiers/"


def item(page: Page, rank: int):
    return page.locator(".ci-item").nth(rank)


def unfold(page: Page, rank: int):
    """The fields under an item, in sight."""
    details = item(page, rank).locator(".ci-item__answer")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    return details


def desk(page: Page, path: str = DESK) -> Page:
    page.goto(path)
    page.locator("ci-case-files[data-ready]").wait_for(state="attached")
    return page


def press(page: Page, name: str, part: str = "current") -> None:
    page.locator(f"[data-desk={part}]").get_by_role("button", name=name, exact=True).click()


def name_it(page: Page, name: str) -> None:
    page.get_by_role("dialog").get_by_role("textbox").fill(name)
    page.keyboard.press("Enter")


def kept(page: Page, key: str = KEY) -> dict:
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", key))


def put(page: Page, value: object, key: str = KEY) -> None:
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value if isinstance(value, str) else json.dumps(value)])


# States


def test_an_item_without_object_keeps_its_justification_a_note_and_who_does_what(page):
    opened(page)
    fields = unfold(page, 1)
    fields.get_by_label("Sans objet pour cet achat").check()
    expect(fields.get_by_label("Pourquoi sans objet")).to_be_focused()
    page.keyboard.type("Étude déjà faite <b>en 2025</b>")
    fields.get_by_label("Note").fill("=SOMME(1)\n🎉 שלום")
    fields.get_by_label("Qui").fill("Léa")
    fields.get_by_label("Quand").fill("15/01/2027")
    page.reload()

    expect(item(page, 1)).to_have_attribute("data-state", "not_applicable")
    expect(item(page, 1).locator(".ci-item__kept")).to_contain_text("Sans objet\u00a0: Étude déjà faite <b>en 2025</b>")
    expect(item(page, 1).locator(".ci-item__kept")).to_contain_text("15\u00a0janvier\u00a02027")
    expect(box(page, 1)).not_to_be_checked()
    expect(count(page)).to_contain_text("1\u00a0sur\u00a013 éléments examinés")
    expect(unfold(page, 1).get_by_label("Note")).to_have_value("=SOMME(1)\n🎉 שלום")
    expect(unfold(page, 1).get_by_label("Quand")).to_have_value("15/01/2027")
    assert page.locator(".ci-item__kept b").count() == 0


def test_no_percentage_is_ever_shown(page):
    opened(page)
    box(page, 0).check()
    assert "%" not in page.locator("ci-checklist").inner_text()
    desk(page)
    assert "%" not in page.locator("main").inner_text()


def test_a_box_without_object_says_so_to_a_screen_reader(page):
    opened(page)
    fields = unfold(page, 0)
    fields.get_by_label("Sans objet pour cet achat").check()
    page.keyboard.type("déjà fait")
    expect(page.locator("ci-checklist [data-aloud]")).to_contain_text("Sans objet\u00a0: Nous pouvons dire le problème")
    expect(page.get_by_role("checkbox", name="Nous pouvons dire le problème")).to_have_accessible_description(re.compile("^Sans objet\u00a0?: ?déjà fait.*Pourquoi"))
    box(page, 0).check()
    expect(fields.get_by_label("Sans objet pour cet achat")).not_to_be_checked()
    expect(item(page, 0).locator(".ci-item__kept")).to_have_count(0)


def test_changing_one_s_mind_finds_the_justification_again(page):
    opened(page)
    fields = unfold(page, 0)
    fields.get_by_label("Sans objet pour cet achat").check()
    page.keyboard.type("déjà fait")
    fields.get_by_label("Sans objet pour cet achat").uncheck()
    fields.get_by_label("Sans objet pour cet achat").check()
    expect(fields.get_by_label("Pourquoi sans objet")).to_have_value("déjà fait")
    expect(item(page, 0).locator(".ci-item__state")).to_contain_text("déjà fait")


def test_what_is_typed_just_before_leaving_is_kept(page):
    opened(page)
    unfold(page, 0).get_by_label("Note").press_sequentially("vite", delay=0)
    page.goto(OTHER)
    opened(page)
    expect(item(page, 0).locator(".ci-item__note")).to_contain_text("vite")


def test_filters_show_what_is_asked_and_keep_what_is_then_answered(page):
    opened(page)
    box(page, 0).check()
    unfold(page, 1).get_by_label("Note").fill("x")
    page.locator(".ci-filter").get_by_label("fait", exact=True).check()
    expect(page.locator(".ci-item:visible")).to_have_count(1)
    expect(page.locator("[data-outcome]")).to_have_text("1\u00a0sur\u00a013 éléments montrés.")
    box(page, 0).uncheck()
    expect(box(page, 0)).to_be_visible()
    page.locator(".ci-filter").get_by_label("avec une note").check()
    expect(page.locator(".ci-item:visible")).to_have_count(1)
    page.locator(".ci-filter").get_by_label("tout").check()
    expect(page.locator(".ci-item:visible")).to_have_count(13)


def test_putting_all_back_to_do_spares_the_notes(page):
    opened(page)
    box(page, 0).check()
    unfold(page, 0).get_by_label("Note").fill("à garder")
    page.get_by_role("button", name="Tout remettre à faire").click()
    expect(box(page, 0)).not_to_be_checked()
    page.reload()
    expect(item(page, 0).locator(".ci-item__note")).to_contain_text("à garder")


# Several dossiers


def test_a_first_visit_needs_no_setting_up(page):
    opened(page)
    expect(page.locator("[data-case-file-name]")).to_have_text("Mon achat")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':dossier:')).length") == 0


def test_two_dossiers_do_not_mix_and_the_open_one_is_named_on_each_list(page):
    opened(page)
    box(page, 0).check()
    desk(page)
    press(page, "Nouveau dossier")
    name_it(page, "Séminaire 2027")
    expect(page.locator("[data-said]")).to_contain_text("Séminaire 2027")
    opened(page)
    expect(page.locator("[data-case-file-name]")).to_have_text("Séminaire 2027")
    expect(box(page, 0)).not_to_be_checked()
    box(page, 3).check()

    page.locator("[data-switch] summary").click()
    page.get_by_role("button", name="Mon achat").click()
    expect(box(page, 0)).to_be_checked()
    expect(box(page, 3)).not_to_be_checked()
    expect(page.locator("[data-outcome]")).to_contain_text("Dossier ouvert\u00a0: Mon achat")
    opened(page, OTHER)
    expect(page.locator("[data-case-file-name]")).to_have_text("Mon achat")


def test_renaming_duplicating_archiving_and_removing_with_undo(page):
    opened(page)
    box(page, 0).check()
    desk(page)
    press(page, "Renommer")
    name_it(page, "Accueil de la médiathèque")
    expect(page.locator("[data-desk=current] [data-case-file-name]")).to_have_text("Accueil de la médiathèque")
    press(page, "Dupliquer")
    name_it(page, "Copie")
    expect(page.locator("[data-desk=current] [data-case-file-name]")).to_have_text("Copie")
    expect(page.locator("[data-desk=current] [data-count]")).to_contain_text("1 sur 109")
    press(page, "Archiver")
    expect(page.locator("[data-shelf-archived]")).to_contain_text("Copie")
    press(page, "Supprimer")
    expect(page.locator("[data-desk=current] [data-case-file-name]")).to_have_text("Accueil de la médiathèque")
    expect(page.get_by_role("button", name="Annuler la suppression")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-desk=current] [data-case-file-name]")).to_have_text("Copie")
    press(page, "Supprimer")
    page.reload()
    page.get_by_role("button", name="Remettre\u00a0: Copie").click()
    expect(page.locator("[data-shelf-archived]")).to_contain_text("Copie")


def test_a_dossier_needs_a_name(page):
    desk(page)
    press(page, "Nouveau dossier")
    name_it(page, "   ")
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("Donnez un nom")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':dossier:')).length") == 0


def test_the_desk_gathers_progress_and_what_is_left_by_stage_and_audience(page):
    opened(page)
    box(page, 0).check()
    unfold(page, 1).get_by_label("Note").fill("voir Paul")
    desk(page)
    expect(page.locator("[data-desk=current] [data-count]")).to_have_text("1 sur 109\u00a0éléments examinés".replace("\u00a0", " "))
    expect(page.locator("[data-left-stage=Décider]")).to_have_text("33")
    expect(page.locator("[data-left-stage=Capitaliser]")).to_have_text("12")
    expect(page.locator("[data-left-audience=juriste]")).to_have_text("35")

    page.get_by_role("combobox", name="État").select_option("noted")
    expect(page.locator(".ci-folder__item:visible")).to_have_count(1)
    expect(page.locator(".ci-folder__item:visible")).to_contain_text("voir Paul")
    page.get_by_role("combobox", name="État").select_option("todo")
    page.get_by_role("combobox", name="Étape").select_option("Décider")
    page.get_by_role("combobox", name="Public").select_option("élu")
    shown = page.locator(".ci-folder__item:visible")
    assert shown.count() == 22
    expect(page.locator("[data-shown]")).to_have_text("22 éléments montrés sur 109.")
    page.get_by_role("combobox", name="Étape").select_option("Capitaliser")
    page.get_by_role("combobox", name="État").select_option("done")
    expect(page.locator("[data-shown]")).to_contain_text("Aucun élément")


def test_erasing_everything_spares_other_sites_of_the_host(page):
    opened(page)
    box(page, 0).check()
    others = {"commander-innovation:/ailleurs/:v2:dossier:00000001": "à eux", "autre-site": "x", "ci:/:theme": "light"}
    for key, value in others.items():
        put(page, value, key)
    desk(page)
    press(page, "Tout effacer de ce navigateur", "shelf")
    expect(page.get_by_role("dialog")).to_contain_text("1 dossier sera effacé")
    page.get_by_role("dialog").get_by_role("button", name="Tout effacer").click()
    expect(page.locator("[data-said]")).to_contain_text("Tout est effacé")
    assert page.evaluate("Object.fromEntries(Object.entries(localStorage))") == others
    opened(page)
    expect(box(page, 0)).not_to_be_checked()


# A list that changes


def test_a_state_of_the_first_format_is_all_there(page):
    opened(page)
    put(page, (STATES / "format-1.json").read_text(encoding="utf-8"), FIRST_FORMAT)
    page.reload()
    expect(box(page, 0)).to_be_checked()
    expect(page.locator("#suite-portee .ci-item__box")).to_be_checked()
    opened(page, OTHER)
    expect(page.locator("#bilan-a-chaud .ci-item__box")).to_be_checked()
    assert page.evaluate("(key) => localStorage.getItem(key)", FIRST_FORMAT) is None


def changed_list(page: Page) -> None:
    """The dossier of a reader who knew another version: two items did not exist, one read otherwise, one has gone since."""
    opened(page)
    for rank in (0, 1, 2):
        box(page, rank).check()
    unfold(page, 1).get_by_label("Note").fill("ma note")
    expect(item(page, 1).locator(".ci-item__note")).to_be_attached()
    state = kept(page)
    folder = state["lists"]["avant-de-commander"]
    folder["revision"] = "0ldrev1s10"
    folder["seen"] = "2026-10-12T08:00:00.000Z"
    del folder["known"]["essais-passes"], folder["known"]["stop-possible"], folder["items"]["essais-passes"]
    folder["known"]["effet-attendu"] = "zzz"
    folder["items"]["effet-attendu"]["text"] = "Nous savons à quoi ressemblera le succès."
    folder["known"]["element-retire"] = "yyy"
    folder["items"]["element-retire"] = {"state": "done", "at": "2026-10-12T08:00:00.000Z", "text": "Un élément d’autrefois.", "note": "à ne pas perdre"}
    put(page, state)
    page.reload()
    page.locator("ci-checklist[data-ready]").wait_for()


def test_a_changed_list_tells_the_truth_and_keeps_the_answers(page):
    changed_list(page)
    words = page.locator("[data-update-words]")
    expect(words).to_have_text("2 éléments ajoutés, 1 reformulé et 1 retiré depuis le 12\u00a0octobre\u00a02026\u202f; vos réponses sont gardées.")
    page.get_by_text("Voir ce qui a changé").click()
    details = page.locator("[data-update-items]")
    expect(details).to_contain_text("Nous savons à quoi ressemblera le succès.")
    expect(details).to_contain_text("Un élément d’autrefois.")
    expect(details).to_contain_text("à ne pas perdre")
    expect(box(page, 0)).to_be_checked()
    expect(box(page, 1)).to_be_checked()
    expect(item(page, 1).locator(".ci-item__old")).to_contain_text("Nous savons à quoi ressemblera le succès.")

    page.get_by_role("button", name="J’ai vu").click()
    expect(words).to_be_hidden()
    page.reload()
    page.locator("ci-checklist[data-ready]").wait_for()
    expect(words).to_be_hidden()
    expect(item(page, 1).locator(".ci-item__old")).to_be_visible()
    item(page, 1).get_by_role("button", name="Ma réponse vaut toujours").click()
    expect(item(page, 1).locator(".ci-item__old")).to_have_count(0)
    expect(box(page, 1)).to_be_checked()
    page.reload()
    expect(item(page, 1).locator(".ci-item__note")).to_contain_text("ma note")
    desk(page)
    page.locator("#ci-folder--avant-de-commander summary").click()
    expect(page.locator("#ci-folder--avant-de-commander [data-withdrawn]")).to_contain_text("Un élément d’autrefois.")


def test_answering_again_does_not_hide_what_changed(page):
    changed_list(page)
    box(page, 5).check()
    expect(page.locator("[data-update-words]")).to_be_visible()
    page.reload()
    expect(page.locator("[data-update-words]")).to_be_visible()


def test_a_renamed_item_keeps_its_answer(page, site, tmp_path):
    """The page as it would be with « anciens_ids: {ancien-nom: effet-attendu} »."""
    source = (site / LIST / "index.html").read_text(encoding="utf-8")
    renamed = source.replace('data-aliases=""', 'data-aliases="ancien-nom:effet-attendu"', 1)
    assert renamed != source
    opened(page)
    box(page, 1).check()
    state = kept(page)
    items = state["lists"]["avant-de-commander"]["items"]
    items["ancien-nom"] = items.pop("effet-attendu")
    put(page, state)
    page.route("**/checklists/avant-de-commander/", lambda route: route.fulfill(body=renamed, content_type="text/html"))
    opened(page)
    expect(box(page, 1)).to_be_checked()
    assert list(kept(page)["lists"]["avant-de-commander"]["items"]) == ["effet-attendu"]


# Safety


def test_two_tabs_write_in_the_same_item_without_losing_a_word(page, context):
    first, second = opened(page), opened(context.new_page())
    unfold(first, 0).get_by_label("Note").fill("note du premier")
    expect(item(second, 0).locator(".ci-item__note")).to_contain_text("note du premier")
    unfold(second, 0).get_by_label("Qui").fill("le second")
    expect(item(first, 0).locator(".ci-item__who")).to_contain_text("le second")
    expect(item(first, 0).locator(".ci-item__note")).to_contain_text("note du premier")
    unfold(first, 0).get_by_label("Sans objet pour cet achat").check()
    expect(item(second, 0)).to_have_attribute("data-state", "not_applicable")


def test_a_field_being_typed_in_is_not_rewritten_by_another_tab(page, context):
    first, second = opened(page), opened(context.new_page())
    note = unfold(first, 0).get_by_label("Note")
    note.press_sequentially("je suis en train")
    box(second, 5).check()
    expect(box(first, 5)).to_be_checked()
    note.press_sequentially(" d’écrire")
    expect(note).to_have_value("je suis en train d’écrire")
    # What was typed is not kept yet when the other tab is heard.
    assert note.evaluate("""(field, key) => {
        field.value += ' encore';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        dispatchEvent(new StorageEvent('storage', { key }));
        return field.value;
    }""", KEY) == "je suis en train d’écrire encore"


def test_another_tab_opening_another_dossier_does_not_move_this_one(page, context):
    first = opened(page)
    box(first, 0).check()
    second = desk(context.new_page())
    press(second, "Nouveau dossier")
    name_it(second, "Autre")
    expect(second.locator("[data-desk=current] [data-case-file-name]")).to_have_text("Autre")
    box(first, 1).check()
    first.reload()
    first.locator("ci-checklist[data-ready]").wait_for()
    expect(first.locator("[data-case-file-name]")).to_have_text("Mon achat")
    expect(box(first, 1)).to_be_checked()
    assert len(kept(first)["lists"]["avant-de-commander"]["items"]) == 2


def test_a_dossier_erased_in_another_tab_can_be_put_back(page, context):
    first = opened(page)
    box(first, 0).check()
    other = context.new_page()
    other.goto("mentions-legales/")
    other.evaluate("localStorage.clear()")
    expect(first.locator("[data-notice]")).to_contain_text("effacé dans un autre onglet")
    box(first, 1).check()
    assert first.evaluate("(key) => localStorage.getItem(key)", KEY) is None
    first.get_by_role("button", name="Remettre ce dossier").click()
    expect(first.locator("[data-notice]")).to_be_empty()
    first.reload()
    expect(box(first, 0)).to_be_checked()
    expect(box(first, 1)).to_be_checked()


def test_a_dossier_of_a_newer_version_stays_intact_and_another_can_be_opened(page):
    newer = '{"format":3,"lists":{"x":1},"secret":"à garder"}'
    opened(page)
    put(page, newer)
    page.reload()
    expect(page.locator("[data-notice]")).to_contain_text("version plus récente")
    box(page, 0).check()
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == newer
    desk(page)
    press(page, "Nouveau dossier")
    name_it(page, "À côté")
    opened(page)
    box(page, 2).check()
    page.reload()
    expect(box(page, 2)).to_be_checked()
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == newer


@pytest.mark.parametrize("script", [FORBIDDEN_GETTER, FULL], ids=["refused", "full"])
def test_the_desk_says_when_nothing_can_be_kept(page, script):
    page.add_init_script(script)
    desk(page)
    expect(page.locator("[data-notice]")).to_contain_text("quand vous quitterez cette page")
    press(page, "Nouveau dossier")
    name_it(page, "Essai")
    expect(page.locator("[data-said]")).to_contain_text("quand vous quitterez cette page")


def test_fifty_hostile_states_lose_nothing(page, request):
    node = Path(sys.executable).parent / "node"
    done = subprocess.run([node, ROOT / "tests/scripts/hostile.mjs", str(SEED)], capture_output=True, text=True, check=True)
    states = json.loads(done.stdout)
    print(f"graine des états hostiles : {SEED}")
    assert len(states) == 50
    opened(page)
    for rank, state in enumerate(states):
        told = f"graine {SEED}, état {rank} : {state[:200]}"
        page.evaluate("localStorage.clear()")
        put(page, state)
        page.reload()
        page.locator("ci-checklist[data-ready]").wait_for()
        box(page, 6).check()
        box(page, 6).uncheck()
        box(page, 6).check()
        found = page.evaluate("Object.values(localStorage)")
        notice = page.locator("[data-notice]").inner_text()
        if state in found:
            assert notice, told
        else:
            assert page.evaluate("(text) => { try { return JSON.parse(text.replace(/^\ufeff/, '')).format === 2 } catch { return false } }", state), told
            assert not notice, told
        expect(page.locator(".ci-item")).to_have_count(13)
        assert page.evaluate("({}).polluted === undefined && document.querySelectorAll('.ci-item__kept img').length === 0"), told


def test_an_unreadable_content_can_be_saved_then_erased(page):
    opened(page)
    put(page, "{oops, mes notes")
    desk(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Enregistrer dans un fichier\u00a0: Contenu 1").click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == "{oops, mes notes"
    page.get_by_role("button", name="Effacer pour de bon\u00a0: Contenu 1").click()
    expect(page.locator("[data-shelf-unreadable]")).to_be_hidden()
    assert not page.evaluate("Object.keys(localStorage).some((key) => key.includes(':illisible:'))")


# Reach


def test_an_answer_can_be_given_with_the_keyboard_alone(page):
    opened(page)
    item(page, 0).locator(".ci-item__answer summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.type("déjà fait")
    page.keyboard.press("Tab")
    page.keyboard.type("une note")
    page.keyboard.press("Tab")
    page.keyboard.type("Léa")
    page.keyboard.press("Tab")
    page.keyboard.type("bientôt")
    page.keyboard.press("Tab")
    page.reload()
    expect(item(page, 0).locator(".ci-item__kept")).to_contain_text(re.compile("déjà fait.*une note.*Léa.*bientôt", re.S))


@pytest.mark.parametrize("width", [320, 1280])
def test_long_and_foreign_texts_do_not_break_the_page(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page)
    fields = unfold(page, 0)
    fields.get_by_label("Note").fill("M" * 3000 + "\n" + "👩‍👩‍👧‍👦" * 200 + "\n\u202eגכם")
    fields.get_by_label("Qui").fill("N" * 80)
    expect(item(page, 0).locator(".ci-item__who")).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    desk(page)
    press(page, "Renommer")
    name_it(page, "O" * 80)
    page.get_by_role("combobox", name="État").select_option("noted")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_forced_colours_still_tell_the_three_states(page):
    page.emulate_media(forced_colors="active")
    opened(page)
    fields = unfold(page, 1)

    def shot() -> bytes:
        page.get_by_role("heading", level=1).click()  # neither focus nor pointer on the box
        return box(page, 1).screenshot()

    shots = [shot()]
    fields.get_by_label("Sans objet pour cet achat").check()
    shots.append(shot())
    box(page, 1).check()
    shots.append(shot())
    box(page, 1).uncheck()
    assert len(set(shots)) == 3
    assert shot() == shots[0]


def test_the_desk_reads_without_script(without_script):
    without_script.goto(DESK)
    assert without_script.locator(".ci-folder__item").count() == 109
    expect(without_script.locator("main")).to_contain_text("Sans JavaScript")
    without_script.locator(".ci-folder summary").first.click()
    expect(without_script.locator(".ci-folder .ci-item__why").first).to_be_visible()
    expect(without_script.locator(".ci-desk:visible")).to_have_count(0)
    expect(without_script.locator("main :is(button, input, select):visible")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation_in_what_opens(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    changed_list(page)
    unfold(page, 0).get_by_label("Sans objet pour cet achat").check()
    page.locator("[data-switch] summary").click()
    page.get_by_text("Voir ce qui a changé").click()
    page.locator(".ci-export summary").click()
    assert violations(page) == []

    desk(page)
    page.locator(".ci-folder summary").first.click()
    press(page, "Faire un lien", "exchange")
    expect(page.locator("[data-link]")).to_be_visible()
    link = page.locator("[data-link-address]").input_value()
    press(page, "Nouveau dossier")
    assert violations(page) == []
    page.keyboard.press("Escape")
    opened(page)
    box(page, 0).uncheck()
    unfold(page, 1).get_by_label("Note").fill("autre note")
    page.goto("index.html")
    desk(page, link)
    page.locator("[data-desk=incoming]").wait_for()
    page.get_by_label("Le réunir avec un de vos dossiers").check()
    press(page, "Continuer", "incoming")
    expect(page.locator(".ci-conflict").first).to_be_visible()
    assert violations(page) == []
