"""The real practices, mistakes, pitfalls, clauses, rules and items: each leads somewhere, and is shown where its place says."""

from __future__ import annotations

import re

import pytest

from macros.catalogue import Catalogue, load_project
from tests.conftest import ROOT

MISTAKES = {
    "creation-gratuite", "trop-de-candidats", "reponses-couteuses", "trop-de-pieces", "besoin-flou", "budget-cache", "catalogue-de-livrables", "cahier-ferme",
    "reponse-toute-faite", "copier-coller", "calendrier-irrealiste", "prix-dominant", "references-qui-ferment", "concours-d-image", "empiler-les-metiers",
    "conseil-et-realisation", "agents-au-controle", "etude-sans-suite", "sur-promettre", "droits-tous-azimuts",
}
"""The anchors of the page, which links already shared lead to."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    found, problems = load_project(ROOT)
    assert problems == (), "\n".join(map(str, problems))
    return found


def related_to(catalogue: Catalogue, shelf: str, name: str) -> set[str]:
    """The sorts of what a sheet is related to."""
    return {sort for sort, _ in catalogue.related.get((shelf, name), ())}


@pytest.mark.parametrize("shelf, remedies", [
    ("practices", {"clauses", "rereading_rules"}), ("mistakes", {"clauses", "rereading_rules"}), ("pitfalls", {"practices", "rereading_rules"}),
    ("clauses", {"practices", "mistakes"}), ("rereading_rules", {"practices", "mistakes", "pitfalls", "clauses", "items"}),
])
def test_each_sheet_leads_to_what_mends_it(catalogue, shelf, remedies):
    alone = [name for name in getattr(catalogue, shelf) if not related_to(catalogue, shelf, name) & remedies]
    assert alone == []


@pytest.mark.parametrize("shelf", ["practices", "mistakes", "pitfalls", "clauses"])
def test_each_sheet_has_something_to_tick(catalogue, shelf):
    assert [name for name in getattr(catalogue, shelf) if "items" not in related_to(catalogue, shelf, name)] == []


def test_the_twenty_mistakes_keep_their_anchors(catalogue):
    assert set(catalogue.mistakes) == MISTAKES
    assert {one.rank for one in catalogue.mistakes.values()} == set(range(1, 21))


def test_page_of_the_mistakes_shows_every_group(catalogue):
    shown = [call.arguments["group"] for call in catalogue.pages["ecrire/vingt-erreurs.md"].calls if call.name == "fiches_erreurs"]
    assert sorted(shown) == sorted({one.group.value for one in catalogue.mistakes.values()})


def test_page_of_the_clauses_shows_every_step_that_has_some_in_the_order_of_the_ranks(catalogue):
    shown = [call.arguments["stage"] for call in catalogue.pages["ecrire/clausier.md"].calls if call.name == "fiches_clauses"]
    by_rank = dict.fromkeys(one.stage for one in sorted(catalogue.clauses.values(), key=lambda one: one.rank))
    assert shown == list(by_rank)


def test_blanks_of_a_clause_are_closed(catalogue):
    """A blank stands between square brackets, and holds a hint."""
    wrong = [one.id for one in catalogue.clauses.values() if re.search(r"[\[\]]", re.sub(r"\[[^\[\]\n]+\]", "", one.text))]
    assert wrong == []


def test_each_clause_rests_on_an_article_or_a_guide(catalogue):
    silent = [one.id for one in catalogue.clauses.values()
              if not re.search(r"\b(?:article|guide|seuil)\(", f"{one.why} {one.watch_points} {one.otherwise}")]
    assert silent == []


def test_each_order_is_shown_whole_and_in_order_on_its_page(catalogue):
    for order in catalogue.orders.values():
        shown = [call.arguments["part_id"] for call in catalogue.pages[order.page].calls if call.name == "commande" and call.arguments["order_id"] == order.id]
        assert shown == [part.id for part in order.parts], order.id


def test_workshop_starts_from_orders_that_say_the_essential(catalogue):
    assert set(catalogue.orders) == {"accueil", "seminaire", "accord-cadre"}
    for order in catalogue.orders.values():
        assert {"probleme", "effet", "echecs", "ferme", "ouvert", "decision", "budget", "environnement", "droits"} <= order.fields().keys(), order.id
        assert not [text for text in order.fields().values() if re.search(r"\*\*|\{\{|^[-|]", text, re.M)], order.id
