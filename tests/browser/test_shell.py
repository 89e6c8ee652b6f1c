"""The frame of every page: menu, themes, keyboard, accessibility, small screens, no script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.pages import PAGES


@pytest.mark.parametrize("path", PAGES)
def test_nothing_overflows_sideways(page, path):
    """At 320 and at 1280, test_axe.py says so of the pages it opens."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["index.html", "choisir/", "checklists/avant-de-commander/", "dossiers/"])
def test_each_stop_of_the_keyboard_is_seen(page, path, width):
    """From the first Tab to the end of the page: each focused element is on the screen, and looks focused."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    page.wait_for_load_state("networkidle")
    blind, seen = [], 0
    for _ in range(150):
        page.keyboard.press("Tab")
        state = page.evaluate("""() => {
            const element = document.activeElement;
            if (!element || element === document.body) return null;
            const rect = element.getBoundingClientRect(), style = getComputedStyle(element);
            return { name: element.outerHTML.slice(0, 90), ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                     inside: rect.width > 0 && rect.height > 0 && rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth };
        }""")
        if state is None:
            break
        seen += 1
        if not (state["ring"] and state["inside"]):
            blind.append(state["name"])
    assert blind == [] and seen > 12


def test_menu_opens_and_closes_with_the_keyboard_on_a_small_screen(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("checklists/avant-de-commander/")
    button = page.get_by_role("button", name="Menu")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("link", name="Repères", exact=True)).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.closest('#ci-nav') !== null")

    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.querySelector('#ci-nav').inert")


def test_first_stop_leads_to_the_text(page):
    page.goto("seuils/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash")


def background(page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_theme_follows_the_system_and_the_reader(page):
    page.emulate_media(color_scheme="light")
    page.goto("index.html")
    light = background(page)
    page.emulate_media(color_scheme="dark")
    dark = background(page)
    assert light != dark

    button = page.locator("[data-ci-theme]")
    button.click()
    assert background(page) == light
    page.goto("seuils/")
    assert background(page) == light
    button.click()
    assert background(page) == dark
    button.click()
    page.emulate_media(color_scheme="light")
    assert background(page) == light


def test_theme_button_survives_forbidden_storage(page):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('non', 'SecurityError'); } });")
    page.emulate_media(color_scheme="light")
    page.goto("index.html")
    light = background(page)
    page.locator("[data-ci-theme]").click(click_count=1)
    page.locator("[data-ci-theme]").click()
    assert background(page) != light


def test_four_doors_and_the_lists_are_offered_at_home(page):
    page.goto("index.html")
    for name in ("Faut-il se faire aider", "Quelle procédure", "Écrire la commande", "Éviter les écueils"):
        door = page.locator(".ci-doors").get_by_role("link", name=name)
        expect(door).to_be_visible()
        expect(door).to_be_in_viewport()
    assert page.locator("main a[href*='checklists/']").count() >= 9


def test_from_home_to_a_printable_list_in_two_clicks(page):
    page.goto("index.html")
    page.locator("main").get_by_role("link", name="Avant de commander").click()
    expect(page.get_by_role("button", name="Imprimer vierge")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_each_page_reads_without_script(without_script, page, path):
    without_script.goto(path)
    page.goto(path)
    for opened in (without_script, page):  # the tools that only a script can move
        opened.locator("main .md-content__inner").evaluate("(article) => article.querySelectorAll('.ci-checklist, .ci-item__answer, .ci-desk, .ci-memo__actions, .ci-memo__lead').forEach((tools) => tools.remove())")
    # What a tool computes from a reader's own answers is no text of the page; what it is computed from is, in the tables beside it.
    page.evaluate("document.querySelectorAll('ci-retroplanning, ci-seuils, ci-poids, ci-relecteur, .ci-workshop__sheet, .ci-workshop__start, .ci-workshop__nav, .ci-workshop__actions, .ci-workshop .ci-scripted').forEach((tool) => tool.remove())")
    texts = [opened.locator("main .md-content__inner").inner_text().split() for opened in (without_script, page)]
    missing = set(texts[1]) - set(texts[0])
    assert len(missing) <= 6, missing


def test_without_script_the_menu_and_the_doors_remain(without_script):
    without_script.set_viewport_size({"width": 390, "height": 844})
    without_script.goto("index.html")
    expect(without_script.get_by_role("link", name="Menu")).to_be_visible()
    expect(without_script.locator("#ci-nav a").first).to_be_attached()
    expect(without_script.get_by_role("button")).to_have_count(0)


def test_text_at_200_percent_still_fits(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    for path in ("index.html", "checklists/avant-de-commander/", "dossiers/", "seuils/"):
        page.goto(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
