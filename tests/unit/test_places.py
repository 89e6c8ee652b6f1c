import pytest

from macros.bindings import BLOCKS, FUNCTIONS, context_for
from macros.kinds import KINDS
from macros.models.practice import PracticeGroup
from macros.places import GUIDES_PAGE, checklist_page, guide_place, place_of, procedure_page
from macros.reading.macro_calls import find_calls

SHOWN = ["workshops", "mistakes", "clauses", "orders", "rereading_rules", "planners", "wizards", "procedures", "practices", "pitfalls", "terms", "legal_changes", "themes", "autonomy_steps"]


def test_list_lives_on_a_page_of_its_name():
    assert checklist_page("avant") == "checklists/avant.md"


def test_way_to_buy_has_a_page_of_its_name():
    assert procedure_page("dialogue") == "choisir/dialogue.md"


@pytest.mark.parametrize("name, page, anchor", [("livre", GUIDES_PAGE, "livre"), ("repere", "guides/repere.md", "")])
def test_landmark_is_described_on_its_page_and_the_others_in_the_index(catalogue, name, page, anchor):
    place = guide_place(catalogue.guides[name])
    assert (place.page, place.anchor, place.label) == (page, anchor, catalogue.guides[name].short)


@pytest.mark.parametrize("shelf, name, page, anchor, label", [
    ("procedures", "dialogue", "choisir/dialogue.md", "", "Voie : Dialogue compétitif"),
    ("practices", "dire", "ecrire/poser-le-probleme.md", "dire", "Pratique : Dire le problème"),
    ("pitfalls", "collection", "ecueils/dix-sept-ecueils.md", "collection", "Écueil : La collection"),
    ("terms", "sourcage", "reperes/glossaire.md", "sourcage", "Glossaire : Sourçage"),
    ("legal_changes", "2026-04-01-dispense", "reperes/ce-qui-a-change.md", "2026-04-01-dispense", "Ce qui a changé : La dispense monte"),
    ("themes", "ouvrir", "reperes/concordance.md", "ouvrir", "Concordance : Ouvrir la commande"),
    ("wizards", "voie", "choisir/voie.md", "", "Parcours : Quelle voie ?"),
    ("mistakes", "besoin-flou", "ecrire/vingt-erreurs.md", "besoin-flou", "Erreur : Écrire un besoin flou"),
    ("clauses", "fait-compte", "ecrire/clausier.md", "fait-compte", "Clause : Compter avant d'écrire"),
    ("orders", "hall", "ecrire/commande-hall.md", "", "Commande : Repenser un hall"),
    ("rereading_rules", "besoin-vague", "ecrire/regles-du-relecteur.md", "besoin-vague", "Relecteur : Le besoin reste vague"),
    ("workshops", "commande", "ecrire/atelier.md", "", "Atelier"),
    ("planners", "essai", "choisir/retroplanning.md", "", "Rétroplanning"),
    ("autonomy_steps", "observer", "decider/chemin-d-autonomie.md", "observer", "Chemin d'autonomie : Observer un voisin"),
])
def test_text_is_read_somewhere_and_the_link_to_it_has_a_name(catalogue, shelf, name, page, anchor, label):
    place = place_of(getattr(catalogue, shelf)[name])
    assert (place.page, place.anchor, place.label) == (page, anchor, label)


@pytest.mark.parametrize("group, page", [
    ("poser", "ecrire/poser-le-probleme.md"), ("ouvrir", "ecrire/laisser-de-la-place.md"), ("choisir", "ecrire/choisir-une-equipe.md"),
    ("travailler", "ecrire/travailler-ensemble.md"), ("durer", "ecrire/preparer-la-suite.md"),
])
def test_practice_is_read_on_the_page_of_its_group(catalogue, group, page):
    practice = catalogue.practices["dire"].model_copy(update={"group": PracticeGroup(group)})
    place = place_of(practice)
    assert (place.page, place.call) == (page, f'fiches_pratiques("{group}")')


@pytest.mark.parametrize("shelf, name", [("guides", "livre"), ("codes", "ccp"), ("thresholds", "dispense"), ("checklists", "avant")])
def test_what_is_itself_cited_or_shown_in_many_places_has_none(catalogue, shelf, name):
    assert place_of(getattr(catalogue, shelf)[name]) is None


def test_every_kind_is_shown_or_cited():
    assert {kind.shelf for kind in KINDS.values()} == {*SHOWN, "checklists", "guides", "codes", "thresholds"}


@pytest.mark.parametrize("shelf", [*SHOWN, "guides"])
def test_page_is_there_for_a_block_macro_that_can_be_pasted_as_it_is(catalogue, shelf):
    for model in getattr(catalogue, shelf).values():
        place = guide_place(model) if shelf == "guides" else place_of(model)
        (call,), problems = find_calls(f"{{{{ {place.call} }}}}", "a.md", 1, FUNCTIONS)
        assert problems == [] and call.name in BLOCKS


@pytest.mark.parametrize("shelf", [*SHOWN, "guides"])
def test_page_of_the_sound_project_holds_the_anchor_that_its_place_names(catalogue, shelf):
    """A link that leads to the page leads to the sheet."""
    for model in getattr(catalogue, shelf).values():
        place = guide_place(model) if shelf == "guides" else place_of(model)
        (call,) = catalogue.pages[place.page].calls
        html = FUNCTIONS[call.name](context_for(catalogue, place.page), **call.arguments)
        assert not place.anchor or f'id="{place.anchor}"' in html or f"{{ #{place.anchor} }}" in html
