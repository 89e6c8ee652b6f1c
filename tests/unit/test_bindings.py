import inspect
import re

import pytest

from macros.bindings import BINDINGS, BLOCKS, FUNCTIONS, INLINE, PAGES_ONLY, context_for

ARGUMENTS = {
    "checklist": ["avant"], "guide": ["livre"], "article": ["R2122-8"], "seuil": ["dispense"],
    "delai": ["dialogue", "candidatures"], "procedure": ["dialogue"], "fiche_guide": ["repere"],
    "etapes": ["dialogue"], "appuis": ["dialogue"], "fiches_pratiques": ["poser"], "terme": ["sourcage"], "exemple": ["18 000 €"],
    "erreur": ["besoin-flou"], "clause": ["fait-compte"], "renvoi": ["choisir/dialogue.md", "le dialogue"], "fiches_erreurs": ["trop-vite"],
    "fiches_clauses": ["probleme"], "commande": ["hall", "choisir"],
    "chiffre": ["cinq pages", "livre", 4], "pratique": ["dire"], "ecueil": ["collection"], "element": ["avant", "probleme"], "retroplanning": ["essai"], "parcours": ["voie"], "note": ["opportunite"], "atelier": ["commande"],
}
each_macro = pytest.mark.parametrize("name", BINDINGS)


def test_every_macro_is_either_a_block_or_inline():
    assert BLOCKS | {"terme"} == PAGES_ONLY
    assert PAGES_ONLY | INLINE.keys() == FUNCTIONS.keys() == BINDINGS.keys()
    assert not PAGES_ONLY & INLINE.keys()


@each_macro
def test_macro_name_can_be_typed_on_any_keyboard(name):
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", name)


@each_macro
def test_macro_receives_the_context_first(name):
    assert next(iter(inspect.signature(FUNCTIONS[name]).parameters)) == "context"


@each_macro
def test_docstring_shows_how_a_contributor_calls_the_macro(name):
    assert f"`{name}(" in FUNCTIONS[name].__doc__


@each_macro
def test_macro_renders_the_sound_project(name, home_context):
    html = FUNCTIONS[name](home_context, *ARGUMENTS.get(name, []))
    assert html.strip()


@pytest.mark.parametrize("name", sorted(FUNCTIONS.keys() - BLOCKS))
def test_inline_macro_fits_in_a_sentence(name, home_context):
    html = FUNCTIONS[name](home_context, *ARGUMENTS.get(name, []))
    assert "\n" not in html and html == html.strip()


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_block_macro_stands_between_line_ends_and_is_not_indented(name, home_context):
    """Four spaces would make a code block of the page."""
    html = FUNCTIONS[name](home_context, *ARGUMENTS.get(name, []))
    assert html.startswith("\n") and html.endswith("\n")
    assert not re.search(r"^(?: {4}|\t)", html, re.M)


def test_context_knows_its_page_and_only_the_inline_macros(catalogue):
    context = context_for(catalogue, "seuils/index.md")
    assert (context.catalogue, context.page) == (catalogue, "seuils/index.md")
    assert context.inline_macros.keys() == INLINE.keys()


@pytest.mark.parametrize("folder, start", [(None, "checklists/avant"), ("checklists", "checklists"), ("", "")])
def test_page_is_published_in_its_own_folder_unless_said_otherwise(catalogue, folder, start):
    assert context_for(catalogue, "checklists/avant.md", folder).folder == start
