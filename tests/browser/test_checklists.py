"""What a reader does with a list: tick, come back, print, share a line, in good and bad conditions."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from macros.catalogue import sound_catalogue
from tests.conftest import ROOT

LIST = "checklists/avant-de-commander/"
OTHER = "checklists/capitaliser/"
CORRUPTED = ["{oops", "null", "12345", '"x"', "[]", "{}", '{"format":1,"lists":[]}', '{"format":"99"}', '{"__proto__":{"done":1}}']
FORBIDDEN_GETTER = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('non', 'SecurityError'); } });"
FORBIDDEN_WRITE = "Storage.prototype.setItem = function () { throw new DOMException('non', 'SecurityError'); };"
FULL = "Storage.prototype.setItem = function () { throw new DOMException('plein', 'QuotaExceededError'); };"


def box(page: Page, rank: int):
    return page.locator(".ci-item__box").nth(rank)


def count(page: Page):
    return page.locator("ci-checklist [data-count]")


def opened(page: Page, path: str = LIST) -> Page:
    page.goto(path)
    page.locator("ci-checklist[data-ready]").wait_for()
    return page


def stored_key(page: Page) -> str:
    return page.evaluate("Object.keys(localStorage).find((key) => key.endsWith(':v2:dossier:00000001'))")


def test_ticks_are_there_after_a_reload_and_on_the_way_back(page):
    opened(page)
    box(page, 0).check()
    page.locator(".ci-item__text").nth(4).click()
    expect(count(page)).to_have_text(re.compile("2\u00a0sur\u00a013 éléments examinés"))

    page.reload()
    page.goto("index.html")
    opened(page)

    expect(box(page, 0)).to_be_checked()
    expect(box(page, 4)).to_be_checked()
    expect(box(page, 1)).not_to_be_checked()


def test_progress_is_counted_for_each_section(page):
    opened(page)
    box(page, 0).check()
    box(page, 3).check()

    expect(page.locator("p[data-progress-of=le-probleme]")).to_have_text("1\u00a0sur\u00a03")
    expect(page.locator("p[data-progress-of=terrain-et-publics]")).to_have_text("1\u00a0sur\u00a02")
    expect(page.locator("p[data-progress-of=nos-forces]")).to_have_text("0\u00a0sur\u00a03")


def test_two_lists_do_not_mix_and_the_index_knows_both(page):
    opened(page)
    box(page, 0).check()
    opened(page, OTHER)
    expect(page.locator(".ci-item__box:checked")).to_have_count(0)
    box(page, 1).check()
    box(page, 2).check()

    page.goto("checklists/")

    expect(page.locator("ci-progress[list=avant-de-commander]")).to_have_text("1\u00a0sur\u00a013")
    expect(page.locator("ci-progress[list=capitaliser]")).to_have_text("2\u00a0sur\u00a012")
    expect(page.locator("ci-progress[list=choisir-un-outil]")).to_be_empty()


def test_two_tabs_keep_each_other_s_ticks(page, context):
    first, second = opened(page), opened(context.new_page())
    box(first, 0).check()
    expect(box(second, 0)).to_be_checked()
    box(second, 1).check()
    expect(box(first, 1)).to_be_checked()

    box(first, 0).uncheck()
    expect(box(second, 0)).not_to_be_checked()
    expect(box(second, 1)).to_be_checked()


def test_clearing_can_be_undone(page):
    opened(page)
    for rank in (0, 5, 12):
        box(page, rank).check()
    page.get_by_role("button", name="Tout remettre à faire").click()
    expect(page.locator(".ci-item__box:checked")).to_have_count(0)
    expect(page.get_by_role("button", name="Annuler")).to_be_focused()

    page.get_by_role("button", name="Annuler").click()

    expect(page.locator(".ci-item__box:checked")).to_have_count(3)
    page.reload()
    expect(page.locator(".ci-item__box:checked")).to_have_count(3)


def test_clearing_without_undo_lasts(page):
    opened(page)
    box(page, 0).check()
    page.get_by_role("button", name="Tout remettre à faire").click()
    page.reload()
    expect(page.locator("ci-checklist[data-ready]")).to_be_attached()
    expect(page.locator(".ci-item__box:checked")).to_have_count(0)
    expect(page.get_by_role("button", name="Annuler")).to_be_hidden()


def test_permalink_opens_shows_and_focuses_its_item(page):
    opened(page, f"{LIST}#suite-portee")
    item = page.locator("#suite-portee")

    expect(item).to_be_in_viewport()
    expect(item).to_be_focused()
    styles = item.evaluate("(element) => [getComputedStyle(element).outlineStyle, getComputedStyle(element).boxShadow, getComputedStyle(element).borderInlineStartStyle]")
    plain = page.locator("#decision-ecrite").evaluate("(element) => [getComputedStyle(element).outlineStyle, getComputedStyle(element).boxShadow, getComputedStyle(element).borderInlineStartStyle]")
    assert styles != plain

    page.locator("#terrain-d-accord .ci-item__link").click()
    expect(page.locator("#terrain-d-accord")).to_be_focused()
    assert page.url.endswith("#terrain-d-accord")


def test_each_item_of_the_nine_lists_has_a_permalink_that_opens_it(page):
    for checklist in sound_catalogue(ROOT).checklists.values():
        opened(page, f"checklists/{checklist.id}/")
        assert page.locator(".ci-item").count() == checklist.total
        last = checklist.items[-1].id
        opened(page, f"checklists/{checklist.id}/#{last}")
        expect(page.locator(f"#{last}")).to_be_in_viewport()


@pytest.mark.parametrize("script", [FORBIDDEN_GETTER, FORBIDDEN_WRITE, FULL], ids=["refused", "read-only", "full"])
def test_storage_that_refuses_costs_nothing_but_memory(page, script):
    page.add_init_script(script)
    opened(page)
    box(page, 0).check()

    expect(box(page, 0)).to_be_checked()
    expect(count(page)).to_contain_text("1\u00a0sur\u00a013")
    expect(page.locator("[data-notice]")).to_contain_text("quand vous quitterez cette page")
    expect(page.locator(".ci-item__why").first).to_be_visible()


@pytest.mark.parametrize("value", CORRUPTED)
def test_corrupted_storage_is_set_aside_and_the_list_works(page, value):
    opened(page)
    box(page, 0).check()
    key = stored_key(page)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])
    page.reload()
    page.locator("ci-checklist[data-ready]").wait_for()
    expect(page.locator("[data-notice]")).to_contain_text("« Mes dossiers » permet de l’enregistrer".replace("« ", "«\u00a0").replace(" »", "\u00a0»"))
    box(page, 2).check()
    page.reload()

    expect(box(page, 2)).to_be_checked()
    kept = page.evaluate("(key) => JSON.parse(localStorage.getItem(key))", key)
    assert list(kept["lists"]) == ["avant-de-commander"]
    assert page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes(':v2:illisible:')).map(([, value]) => value)") == [value]
    expect(page.locator("[data-notice]")).to_be_empty()


def test_a_sound_part_of_a_damaged_state_is_kept(page):
    opened(page)
    box(page, 0).check()
    key = stored_key(page)
    state = json.loads(page.evaluate("(key) => localStorage.getItem(key)", key))
    state["lists"]["liste-inconnue"] = {"revision": "x", "items": 3}
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(state)])
    page.reload()

    expect(box(page, 0)).to_be_checked()


def test_keys_hold_the_path_of_the_site(page, address):
    opened(page)
    box(page, 0).check()
    assert stored_key(page) == "commander-innovation:/:v2:dossier:00000001"


def test_nothing_moves_when_an_item_is_ticked(page):
    opened(page)
    places = "[...document.querySelectorAll('.ci-item')].map((item) => item.getBoundingClientRect().top + scrollY)"
    before = page.evaluate(places)
    box(page, 0).check()
    box(page, 3).check()
    assert page.evaluate(places) == before


def test_the_list_works_with_the_keyboard_alone(page):
    opened(page)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.ci-item__box')"):
            break
    page.keyboard.press("Space")
    expect(box(page, 0)).to_be_checked()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"

    page.get_by_role("button", name="Tout remettre à faire").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(box(page, 0)).to_be_checked()


def test_states_are_said_to_a_screen_reader(page):
    opened(page)
    assert box(page, 0).get_attribute("aria-describedby")
    name = page.get_by_role("checkbox", name="Nous pouvons dire le problème en une phrase")
    name.check()
    status = page.locator("ci-checklist [role=status]").first
    expect(status).to_contain_text("1\u00a0sur\u00a013")


def test_targets_are_large_enough_on_a_phone(browser, browser_context_args):
    context = browser.new_context(**browser_context_args | {"viewport": {"width": 390, "height": 844}, "has_touch": True})
    page = opened(context.new_page())
    page.locator(".ci-item__answer summary").first.click()
    page.locator(".ci-export summary").click()
    small = page.evaluate("""() => [...document.querySelectorAll('.ci-checklist :is(button, summary, label, .ci-banner__all), .ci-items :is(button, summary, textarea, input, .ci-answer__box, .ci-item__link)')]
        .filter((element) => !element.closest('label:not(.ci-item__text)') || element.matches('label'))
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((element) => [element.className || element.textContent, element.getBoundingClientRect()])
        .filter(([, rect]) => rect.width < 44 || rect.height < 43.9).map(([name, rect]) => `${name} ${rect.width}x${rect.height}`)""")
    context.close()
    assert small == []


def test_explanations_can_be_folded_away(page):
    opened(page)
    page.get_by_role("button", name="Masquer les explications").click()
    expect(page.locator(".ci-item__why").first).to_be_hidden()
    page.get_by_role("button", name="Afficher les explications").click()
    expect(page.locator(".ci-item__why").first).to_be_visible()


def test_without_script_the_list_is_whole(without_script):
    without_script.goto(LIST)
    items = sound_catalogue(ROOT).checklists["avant-de-commander"].items

    for item in items:
        element = without_script.locator(f"#{item.id}")
        expect(element.locator("input[type=checkbox]")).to_be_visible()
        expect(element.locator("label")).to_be_visible()
        expect(element.locator(".ci-item__why")).to_be_visible()
        expect(element.locator(".ci-item__sources")).to_be_visible()
    without_script.locator(".ci-item__text").first.click()
    expect(box(without_script, 0)).to_be_checked()
    expect(without_script.locator("ci-checklist :is(button, summary, input):visible")).to_have_count(0)
    expect(without_script.locator(".ci-item__answer:visible")).to_have_count(0)
