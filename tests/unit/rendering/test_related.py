from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.checklists import case_files, checklist
from macros.rendering.related import related_block, related_groups, related_to_item


def groups(catalogue, node):
    return {group.sort: group.label for group in related_groups(context_for(catalogue, "index.md"), node)}


def test_each_sort_has_its_line_and_its_label(catalogue):
    assert groups(catalogue, ("practices", "dire")) == {
        "items": "À cocher", "mistakes": "L'erreur", "pitfalls": "L'écueil", "clauses": "La clause à recopier", "rereading_rules": "Ce que relève le relecteur"}


def test_label_counts_what_follows(load_with, sound):
    path = "docs/_donnees/clauses/fait-compte.md"
    catalogue, problems = load_with({path.replace("fait-compte", "autre"): sound[path].replace("rang: 1", "rang: 2")})
    assert problems == []
    assert groups(catalogue, ("practices", "dire"))["clauses"] == "Les clauses à recopier"


def test_what_is_well_done_stands_apart(load_with, sound):
    path = "docs/_donnees/relecture/besoin-vague.yml"
    strength = sound[path].replace("genre: passage", "genre: force").replace("famille: flou\ngravite: moyenne\n", "").replace("reformulation: Dites qui, quand, et combien de fois.\n", "")
    catalogue, problems = load_with({path.replace("besoin-vague", "besoin-dit"): strength})
    assert problems == []
    found = groups(catalogue, ("practices", "dire"))
    assert (found["rereading_rules"], found["strengths"]) == ("Ce que relève le relecteur", "Ce que salue le relecteur")


def test_link_that_the_words_already_make_is_not_made_twice(catalogue):
    """The mistake's text leads to the practice; the practice's does not lead to the mistake."""
    assert "practices" not in groups(catalogue, ("mistakes", "besoin-flou"))
    assert "mistakes" in groups(catalogue, ("practices", "dire"))


def test_sheet_that_nothing_is_related_to_shows_no_line(catalogue):
    assert related_block(context_for(catalogue, "index.md"), catalogue.terms["offre"]) == ""


def test_item_shows_its_links_on_its_own_page_alone(catalogue):
    own = BeautifulSoup(checklist(context_for(catalogue, "checklists/avant.md"), "avant"), "html.parser")
    assert [link["href"] for link in own.select("#probleme .ci-item__related a")] == [
        "../../ecrire/poser-le-probleme/#dire", "../../ecrire/clausier/#fait-compte", "../../ecrire/regles-du-relecteur/#besoin-vague"]
    assert "ci-item__related" not in case_files(context_for(catalogue, "dossiers.md"))
    assert "ci-item__related" not in checklist(context_for(catalogue, "index.md"), "avant")


def test_item_without_link_says_nothing(catalogue):
    assert related_to_item(context_for(catalogue, "index.md"), "avant#inconnu") == ""
