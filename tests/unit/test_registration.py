from types import SimpleNamespace

import pytest

import macros
from macros.bindings import BINDINGS
from macros.problems import ProblemsFound
from macros.registration import define_env


class Engine:
    """What the two macro engines have in common."""

    def __init__(self, root, page=None, extra=None):
        self.project_dir = str(root)
        self.conf = {"extra": extra or {}}
        self.page = page
        self.bound = {}

    def macro(self, function, name):
        self.bound[name] = function


def test_engine_finds_the_hook_in_the_package():
    assert macros.define_env is define_env


def test_every_macro_is_bound_under_its_french_name(write_project):
    engine = Engine(write_project())
    define_env(engine)
    assert engine.bound.keys() == BINDINGS.keys()


def mkdocs_page(path):
    return SimpleNamespace(file=SimpleNamespace(src_uri=path))


def zensical_page(path):
    return SimpleNamespace(path=path)


@pytest.mark.parametrize("built, address", [
    (mkdocs_page("index.md"), "guides/#livre"), (mkdocs_page("checklists/avant.md"), "../../guides/#livre"),
    (zensical_page("index.md"), "guides/#livre"), (zensical_page("checklists/avant.md"), "../guides/#livre"),
], ids=["mkdocs home", "mkdocs", "zensical home", "zensical"])
def test_links_start_from_where_the_engine_reads_them(write_project, built, address):
    """MkDocs leaves the links of raw HTML as they are; Zensical moves them from the source's folder to the page's."""
    engine = Engine(write_project(), built)
    define_env(engine)
    assert f'href="{address}"' in engine.bound["guide"]("livre")


def test_page_is_asked_for_at_each_call(write_project):
    engine = Engine(write_project(), mkdocs_page("index.md"))
    define_env(engine)
    engine.page = mkdocs_page("checklists/avant.md")
    assert 'href="../../guides/#livre"' in engine.bound["guide"]("livre")


def test_problems_stop_the_build(write_project, edited):
    root = write_project(edited("docs/index.md", 'procedure("dialogue")', 'procedure("dialogues")'))
    with pytest.raises(ProblemsFound):
        define_env(Engine(root))


@pytest.mark.parametrize("name, values", [
    ("guide", ["inconnu"]), ("guide", ["livre", 4, "inconnue"]), ("article", ["R1"]), ("article", ["R1", "inconnu"]), ("seuil", ["inconnu"]), ("procedure", ["inconnue"]),
    ("delai", ["dialogue", "inconnue"]), ("delai", ["dialogue", "dialogue"]), ("checklist", ["inconnue"]), ("fiche_guide", ["inconnu"]), ("guide", []),
    ("etapes", ["inconnue"]), ("appuis", ["inconnue"]), ("terme", ["inconnu"]), ("pratique", ["inconnue"]), ("ecueil", ["inconnu"]), ("element", ["avant", "inconnu"]), ("element", ["inconnue", "x"]),
    ("fiches_pratiques", ["inconnu"]), ("chiffre", ["x", "inconnu"]), ("exemple", []),
])
def test_preview_marks_the_place_of_a_wrong_call_or_does_without_what_is_wrong(write_project, name, values):
    engine = Engine(write_project(), mkdocs_page("index.md"), {"problems_shown_in_pages": ["…"]})
    define_env(engine)
    shown = engine.bound[name](*values)
    assert shown and "None" not in shown


def test_preview_names_the_macro_at_the_place_of_a_wrong_call(write_project):
    engine = Engine(write_project(), mkdocs_page("index.md"), {"problems_shown_in_pages": ["…"]})
    define_env(engine)
    assert "seuil" in engine.bound["seuil"]("inconnu")


def test_preview_that_shows_the_problems_goes_on_with_what_is_sound(write_project, edited):
    root = write_project(edited("docs/_donnees/guides/livre.yml", "genre: livre", "genre: roman"))
    engine = Engine(root, SimpleNamespace(path="index.md"), {"problems_shown_in_pages": ["…"]})
    define_env(engine)
    assert "Repère" in engine.bound["guide"]("repere")
