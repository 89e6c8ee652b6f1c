import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.guides import guide_card, guide_index

BOOK = "docs/_donnees/guides/livre.yml"
LANDMARK = "docs/_donnees/guides/repere.yml"


def parse(html):
    return BeautifulSoup(html, "html.parser")


def words(tag):
    return " ".join(tag.text.split())


@pytest.fixture
def index(load_with):
    """The index of the sound project with `changes`."""
    def render(changes=None):
        catalogue, problems = load_with(changes)
        assert problems == []
        return parse(guide_index(context_for(catalogue, "guides/index.md")))

    return render


@pytest.fixture
def card(load_with):
    """The landmark's card, on its page, with `changes`."""
    def render(changes=None):
        catalogue, problems = load_with(changes)
        assert problems == []
        return parse(guide_card(context_for(catalogue, "guides/repere.md"), "repere"))

    return render


def test_every_guide_has_its_entry_where_citations_lead_landmarks_first(index):
    assert [tag["id"] for tag in index().select("li.ci-guide")] == ["repere", "livre"]


def test_guides_come_by_kind_then_publisher_then_year(index, sound):
    def other(kind, publisher, year):
        return sound[BOOK].replace("genre: livre", f"genre: {kind}").replace("Bureau des essais", publisher).replace("2019", year)

    html = index({
        "docs/_donnees/guides/a.yml": other("etude", "Aaa", "2000"), "docs/_donnees/guides/b.yml": other("livre", "abc", "2020"),
        "docs/_donnees/guides/c.yml": other("livre", "Zzz", "1999"), "docs/_donnees/guides/d.yml": other("guide", "Zzz", "2020"),
        "docs/_donnees/guides/e.yml": other("livre", "zzz", "1998"),
    })
    assert [tag["id"] for tag in html.select("li.ci-guide")] == ["repere", "d", "b", "livre", "e", "c", "a"]


def test_landmark_that_was_found_comes_before_the_one_that_was_not(index, sound):
    html = index({"docs/_donnees/guides/trouve.yml": sound[LANDMARK].replace("introuvable", "lu"), "docs/guides/trouve.md": sound["docs/guides/repere.md"]})
    assert [tag["id"] for tag in html.select("li.ci-guide")][:2] == ["trouve", "repere"]


def test_entry_links_to_the_original_or_to_the_landmark_page(index):
    html = index()
    assert html.select_one("#livre .ci-guide__title a")["href"] == "https://exemple.fr/livre"
    assert html.select_one("#repere .ci-guide__title a")["href"] == "repere/"


def test_no_link_is_invented_for_a_guide_without_address(index, edited):
    html = index(edited(BOOK, "adresse: https://exemple.fr/livre\n", ""))
    assert html.select_one("#livre .ci-guide__title").a is None


@pytest.mark.parametrize("status, label", [("lu", "lu en entier"), ("lu-en-partie", "lu en partie"), ("cite", "non lu"), ("introuvable", "introuvable")])
def test_entry_says_what_was_really_read(index, edited, status, label):
    shown = index(edited(BOOK, "statut: lu", f"statut: {status}")).select_one("#livre .ci-status")
    assert label in words(shown)


def test_entry_shows_the_reserve_and_the_copies(index, edited):
    entry = index(edited(BOOK, "resume: Un livre.", "resume: Un livre.\nreserve: Pages illisibles.\nautres_adresses: [https://copie.exemple.fr/x]")).select_one("#livre")
    assert "Pages illisibles." in words(entry)
    assert entry.select_one(".ci-guide__copies a")["href"] == "https://copie.exemple.fr/x"


def test_entry_says_who_cites_the_guide_with_the_pages_cited(index):
    places = {tag.a["href"]: words(tag) for tag in index().select("#livre .ci-citing li")}
    assert places.keys() == {
        "../", "../checklists/avant/#probleme", "../choisir/dialogue/", "../ecrire/atelier/", "../ecrire/poser-le-probleme/#dire", "../reperes/concordance/#ouvrir"}
    assert places["../"] == "Accueil p. 4"
    assert places["../checklists/avant/#probleme"].endswith("p. 7")
    assert places["../choisir/dialogue/"] == "Voie : Dialogue compétitif p. 14"
    assert places["../ecrire/poser-le-probleme/#dire"] == "Pratique : Dire le problème p. 3"
    assert places["../reperes/concordance/#ouvrir"] == "Concordance : Ouvrir la commande p. 7"


def test_place_that_cites_a_guide_twice_is_listed_once_with_both_pages(index, sound):
    html = index({"docs/index.md": sound["docs/index.md"] + '\n{{ guide("livre", page=2) }} {{ guide("livre", page=4) }}\n'})
    assert [words(tag) for tag in html.select("#livre .ci-citing li") if tag.a["href"] == "../"] == ["Accueil p. 2, 4"]


def test_guide_that_nobody_cites_has_no_list(index, sound):
    html = index({"docs/_donnees/guides/seul.yml": sound[BOOK]})
    assert html.select_one("#seul .ci-citing") is None


def test_card_says_what_is_known_and_what_is_not(card):
    facts = words(card().select_one(".ci-facts"))
    assert all(word in facts for word in ("Le repère", "Atelier", "introuvable", "23 novembre 2026", "aucune adresse"))


def test_card_of_a_guide_that_was_read_says_its_licence_or_that_none_is_given(card, edited):
    assert "non indiquée" in words(card(edited(LANDMARK, "statut: introuvable", "statut: lu")).select_one(".ci-facts"))
    assert "CC0" in words(card(edited(LANDMARK, "statut: introuvable", "statut: lu\nlicence: CC0 1.0")).select_one(".ci-facts"))


def test_card_links_to_the_neighbours(card):
    assert "../#livre" in [tag["href"] for tag in card().select("a")]


def test_card_lists_the_sections_of_the_guide(card, edited):
    html = card(edited(LANDMARK, "repere: oui", "repere: oui\nsections:\n  - {id: debut, titre: Le début, page: 3}"))
    assert words(html.select_one("#section-debut")) == "Le début p. 3"


def test_card_lists_who_cites_the_guide_but_not_itself(card, sound):
    html = card({"docs/guides/repere.md": sound["docs/guides/repere.md"] + '\nDans {{ guide("repere") }}.\n'})
    assert [tag.a["href"] for tag in html.select(".ci-citing li")] == ["../../checklists/avant/#probleme", "../../reperes/concordance/#ouvrir"]


def test_card_that_nobody_cites_says_so(card, edited):
    html = card(edited("docs/_donnees/checklists/avant.md", ' {{ guide("repere") }}', "") | edited("docs/_donnees/themes/ouvrir.yml", "  - {id: repere}\n", ""))
    assert html.select_one(".ci-citing") is None
    assert "Aucune page" in html.text


def test_markup_typed_in_a_guide_is_shown_and_not_run(index, edited):
    html = index(edited(BOOK, "titre: Le livre de l'achat", "titre: Le <script>alert(1)</script> livre"))
    assert html.script is None
    assert "<script>" in html.select_one("#livre cite").text
