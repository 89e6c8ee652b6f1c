"""French words, as readers type them, find the page where one would look first."""

from __future__ import annotations

from typing import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

# What is typed, and a page that must be among the first five. Accents, elisions, plurals, capitals, everyday words.
QUERIES = [
    ("avant de commander", "checklists/avant-de-commander/"),
    ("cahier des charges", "checklists/rediger-le-cahier-des-charges/"),
    ("cahiers des charges", "checklists/rediger-le-cahier-des-charges/"),
    ("procedure adaptee", "choisir/procedure-adaptee/"),
    ("procédures adaptées", "choisir/procedure-adaptee/"),
    ("MAPA", "choisir/procedure-adaptee/"),
    ("marché innovant", "choisir/achat-innovant/"),
    ("achat innovant", "choisir/achat-innovant/"),
    ("achats innovants", "choisir/achat-innovant/"),
    ("seuil", "seuils/"),
    ("seuils europeens", "seuils/"),
    ("dialogue competitif", "choisir/dialogue-competitif/"),
    ("Dialogue Compétitif", "choisir/dialogue-competitif/"),
    ("accord-cadre", "choisir/accord-cadre/"),
    ("accords cadres", "choisir/accord-cadre/"),
    ("l'accord-cadre", "choisir/accord-cadre/"),
    ("concours", "choisir/concours/"),
    ("sourcing", "choisir/sourcage/"),
    ("sourcer", "choisir/sourcage/"),
    ("creation gratuite", "choisir/primes/"),
    ("esquisse", "choisir/primes/"),
    ("prototype", "ecrire/laisser-de-la-place/"),
    ("critères", "choisir/criteres/"),
    ("critere environnemental", "choisir/criteres/"),
    ("prix", "choisir/criteres/"),
    ("bilan", "checklists/capitaliser/"),
    ("boîte à outils", "ecueils/choisir-un-outil/"),
    ("boites a outils", "ecueils/choisir-un-outil/"),
    ("post-it", "ecueils/dix-sept-ecueils/"),
    ("écoliers", "decider/quatre-situations/"),
    ("seminaire", "ecrire/commande-seminaire/"),
    ("l'urbanisme", "decider/quatre-situations/"),
    ("élus", "checklists/avant-de-commander/"),
    ("maitrise d'oeuvre", "choisir/concours/"),
    ("propriete intellectuelle", "choisir/propriete-intellectuelle/"),
    ("droits d'auteur", "choisir/propriete-intellectuelle/"),
    ("27e Région", "guides/27e-region-acheteurs-design/"),
    ("AMF", "guides/amf-pluridisciplinarite/"),
    ("pluridisciplinarité", "guides/amf-pluridisciplinarite/"),
    ("licence", "mentions-legales/"),
    ("accessibilité", "mentions-legales/"),
    ("variantes", "choisir/variantes/"),
    ("allotir", "choisir/allotissement/"),
    ("saucissonner", "reperes/glossaire/"),
    ("subvention", "choisir/appel-a-projets-et-subvention/"),
    ("groupement", "choisir/reunir-plusieurs-competences/"),
    ("tranches", "choisir/tranches-et-reexamen/"),
    ("stagiaire", "decider/formes-d-aide/"),
    ("ne pas acheter", "decider/quand-ne-pas-acheter/"),
    ("DINUM", "ecrire/lire-dinum/"),
    ("18F", "ecrire/lire-18f/"),
    ("délais", "choisir/delais/"),
    ("publicité", "choisir/publicite/"),
    ("partenariat d'innovation", "choisir/partenariat-d-innovation/"),
    ("centrale d'achat", "choisir/groupement-de-commandes-et-centrale-d-achat/"),
    ("jeune entreprise innovante", "choisir/qu-est-ce-qu-une-innovation/"),
]


@pytest.fixture(scope="module")
def search_panel(browser: Browser, browser_context_args) -> Iterator[Page]:
    """A page whose search stays open: loading it for each query would take most of the time."""
    context = browser.new_context(**browser_context_args)
    opened = context.new_page()
    opened.goto("index.html")
    opened.get_by_role("button", name="Chercher").click()
    yield opened
    context.close()


def first_pages(panel: Page, query: str, address: str) -> list[str]:
    """Paths of the pages found, in order, without repetition."""
    results = panel.locator(".ci-search__results > li")
    panel.get_by_role("textbox").fill("")
    expect(results).to_have_count(0)
    panel.get_by_role("textbox").fill(query)
    expect(results.first).to_be_visible()
    hrefs = panel.locator(".ci-search__results a").evaluate_all("(links) => links.map((link) => link.href)")
    paths = [href.removeprefix(address).split("#")[0].split("?")[0] for href in hrefs]
    return list(dict.fromkeys(paths))


@pytest.mark.parametrize("query, expected", QUERIES, ids=[query for query, _ in QUERIES])
def test_query_finds_its_page(search_panel, address, query, expected):
    assert expected in first_pages(search_panel, query, address)[:5]


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
