import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.orders import markdown_of, order_part

ORDER = "docs/_donnees/commandes/hall.yml"


@pytest.fixture
def part(load_with):
    def render(part_id, changes=None):
        catalogue, problems = load_with(changes)
        assert problems == []
        return BeautifulSoup(order_part(context_for(catalogue, "ecrire/commande-hall.md"), "hall", part_id), "html.parser")

    return render


def words(tag):
    return " ".join(tag.text.split())


def test_part_is_shown_as_a_block_of_an_order(part):
    html = part("probleme")
    assert words(html.select_one(".admonition.commande > .admonition-title")) == "1. Le problème"
    assert [words(tag) for tag in html.select(".admonition > p")][1:] == [
        "Un visiteur sur quatre repart. Il revient.", "Échecs. Une borne à 9 000 €.", "Nous vous recevons."]
    assert words(html.strong) == "Échecs."


def test_criteria_come_first_with_their_weights(part):
    html = part("choisir")
    assert [words(tag) for tag in html.select("li")] == ["Chercher, 80 points : ce que vous avez vu.", "Prix, 20 points"]
    assert words(html.select("p")[-1]) == "Quatre personnes lisent."


def test_criteria_that_serve_twice_make_a_table_with_its_totals(part, edited):
    changes = edited(ORDER, "{nom: Chercher, poids: 80, texte: ce que vous avez vu.}", "{nom: Chercher, poids: 80, par_mission: 90}")
    changes[ORDER] = changes[ORDER].replace("{nom: Prix, poids: 20}", "{nom: Prix, poids: 20, par_mission: 10}")
    html = part("choisir", changes)
    assert [[words(cell) for cell in row.find_all(["th", "td"])] for row in html.select("tr")] == [
        ["Critère", "Titulaires", "Chaque mission"], ["Chercher", "80", "90"], ["Prix", "20", "10"], ["Total", "100", "100"]]


def test_part_is_written_from_its_passages(catalogue):
    assert markdown_of(catalogue.orders["hall"].part("probleme")) == \
        "Un visiteur sur quatre repart. Il revient.\n\n**Échecs.** Une borne à 9 000 €.\n\nNous vous recevons."
