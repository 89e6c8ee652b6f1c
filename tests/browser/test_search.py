"""French words, as readers type them, find the page where one would look first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

# What is typed, and a page that must be among the first five. Accents, elisions, plurals, capitals, everyday words.
QUERIES = [
    ("avant de commander", "checklists/avant-de-commander/"),
    ("cahier des charges", "checklists/rediger-le-cahier-des-charges/"),
    ("cahiers des charges", "checklists/rediger-le-cahier-des-charges/"),
    ("procedure adaptee", "choisir/procedures/"),
    ("procédures adaptées", "choisir/procedures/"),
    ("marché innovant", "guides/bercy-achat-innovant-2024/"),
    ("achat innovant", "seuils/"),
    ("achats innovants", "seuils/"),
    ("seuil", "seuils/"),
    ("seuils europeens", "seuils/"),
    ("dialogue competitif", "choisir/procedures/"),
    ("Dialogue Compétitif", "choisir/procedures/"),
    ("accord-cadre", "choisir/procedures/"),
    ("accords cadres", "choisir/procedures/"),
    ("concours", "choisir/procedures/"),
    ("l'accord-cadre", "choisir/procedures/"),
    ("sourcing", "checklists/sourcer-proprement/"),
    ("sourcer", "checklists/sourcer-proprement/"),
    ("creation gratuite", "checklists/rediger-le-cahier-des-charges/"),
    ("prototype", "checklists/rediger-le-cahier-des-charges/"),
    ("critères", "checklists/criteres-et-analyse-des-offres/"),
    ("critere environnemental", "checklists/criteres-et-analyse-des-offres/"),
    ("prix", "checklists/criteres-et-analyse-des-offres/"),
    ("bilan", "checklists/capitaliser/"),
    ("boîte à outils", "ecueils/"),
    ("boites a outils", "ecueils/"),
    ("post-it", "ecueils/"),
    ("écoliers", "decider/"),
    ("seminaire", "decider/"),
    ("l'urbanisme", "decider/"),
    ("élus", "checklists/avant-de-commander/"),
    ("œuvre", "choisir/procedures/"),
    ("maitrise d'oeuvre", "seuils/"),
    ("propriete intellectuelle", "choisir/procedures/"),
    ("27e Région", "guides/27e-region-acheteurs-design/"),
    ("AMF", "guides/amf-pluridisciplinarite/"),
    ("pluridisciplinarité", "guides/amf-pluridisciplinarite/"),
    ("licence", "mentions-legales/"),
    ("accessibilité", "mentions-legales/"),
]


def first_pages(page: Page, query: str, address: str) -> list[str]:
    """Paths of the pages found, in order, without repetition."""
    page.goto("index.html")
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("textbox").fill(query)
    expect(page.locator(".ci-search__results > li").first).to_be_visible()
    hrefs = page.locator(".ci-search__results a").evaluate_all("(links) => links.map((link) => link.href)")
    paths = [href.removeprefix(address).split("#")[0].split("?")[0] for href in hrefs]
    return list(dict.fromkeys(paths))


@pytest.mark.parametrize("query, expected", QUERIES, ids=[query for query, _ in QUERIES])
def test_query_finds_its_page(page, address, query, expected):
    assert expected in first_pages(page, query, address)[:5]


def test_nothing_of_the_search_is_loaded_before_it_opens(page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("checklists/avant-de-commander/")
    page.wait_for_timeout(500)
    assert not [url for url in asked if "search" in url and not url.endswith("/search.mjs")]

    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("textbox").fill("seuil")
    expect(page.locator(".ci-search__results > li").first).to_be_visible()
    assert [url for url in asked if url.endswith("search_index.json")]


def test_search_works_with_the_keyboard_on_a_small_screen(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("seuils/")
    page.get_by_role("button", name="Chercher").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("dialogue competitif")
    expect(page.locator(".ci-search__results a").first).to_be_visible()
    expect(page.locator("#ci-search [role=status]")).to_contain_text("trouvée")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.ci-search__results') !== null")
    page.keyboard.press("Escape")
    expect(page.locator("#ci-search")).to_be_hidden()
    expect(page.get_by_role("button", name="Chercher")).to_be_focused()


def test_search_says_when_it_finds_nothing(page):
    page.goto("index.html")
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("textbox").fill("xylophone")
    expect(page.locator("#ci-search [role=status]")).to_contain_text("Aucune page")


def test_shared_search_opens_with_its_words(page):
    page.goto("index.html?q=concours")
    expect(page.locator("#ci-search")).to_be_visible()
    expect(page.locator(".ci-search__results > li").first).to_be_visible()
