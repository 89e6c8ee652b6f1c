"""The accessibility rules that a machine can check, on one page of each kind, and nothing wider than the screen; in a file of its own, so that
two processes share the work."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.pages import PAGES


@pytest.mark.parametrize("width, scheme", [(1280, "light"), (320, "dark")])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_violation_and_nothing_overflows(page, path, scheme, width):
    """Each width and each palette once: crossing them finds nothing more, for twice the time."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert violations(page) == []


def test_axe_sees_a_fault(page):
    page.goto("index.html")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert violations(page)


def test_axe_finds_no_violation_in_the_open_search(page):
    page.goto("index.html")
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("textbox").fill("seuil")
    expect(page.locator(".ci-search__results > li").first).to_be_visible()
    assert violations(page) == []
