import pytest

from macros.reading.data_texts import calls_shown_as_they_are, is_rendered, texts_of
from macros.reading.yaml_strict import parse_yaml

SHELVES = {
    "guide": ("guides", "livre"), "threshold": ("thresholds", "dispense"), "procedure": ("procedures", "dialogue"), "practice": ("practices", "dire"),
    "pitfall": ("pitfalls", "collection"), "term": ("terms", "sourcage"), "autonomy": ("autonomy_steps", "observer"),
    "change": ("legal_changes", "2026-04-01-dispense"), "theme": ("themes", "ouvrir"),
}


@pytest.fixture
def model(catalogue):
    def find(kind):
        shelf, name = SHELVES[kind]
        return getattr(catalogue, shelf)[name]

    return find


@pytest.mark.parametrize("kind, path", [
    ("guide", ("resume",)), ("guide", ("reserve",)), ("threshold", ("resume",)), ("threshold", ("valeurs", 0, "note")),
    ("procedure", ("resume",)), ("procedure", ("quand", 0)), ("procedure", ("etapes", 0, "libelle")), ("procedure", ("etapes", 0, "pratique")),
    ("procedure", ("conditions", 0, "phrase")), ("procedure", ("montants",)), ("procedure", ("convient",)), ("procedure", ("echanges", "texte")), ("procedure", ("planchers", 0, "texte")),
    ("procedure", ("reserves", 1)), ("procedure", ("publicite",)),
    ("practice", ("avant",)), ("practice", ("apres",)), ("practice", ("pourquoi",)), ("practice", ("voie",)), ("practice", ("vigilance",)),
    ("pitfall", ("scene",)), ("pitfall", ("remede",)), ("pitfall", ("question",)), ("term", ("texte",)), ("autonomy", ("faire",)), ("autonomy", ("aide",)), ("autonomy", ("epreuve",)),
    ("change", ("avant",)), ("change", ("apres",)), ("change", ("pour_vous",)), ("change", ("note",)), ("theme", ("references", 0, "note")),
])
def test_macro_called_there_is_run(model, kind, path):
    assert is_rendered(model(kind), path)


@pytest.mark.parametrize("kind, path", [
    ("guide", ("titre",)), ("guide", ("sections", 0, "titre")), ("threshold", ("libelle",)), ("threshold", ("valeurs", 0, "texte")),
    ("procedure", ("libelle",)), ("procedure", ("court",)), ("procedure", ("planchers", 0, "acheteurs")), ("procedure", ("frises", 0, "acheteurs")), ("procedure", ("frises", 0, "segments", 0, "libelle")), ("procedure", ("frises", 0, "segments", 0, "temps")),
    ("practice", ("titre",)), ("practice", ("voies", 0)), ("practice", ("sans_source", 0, "phrase")), ("practice", ("sans_source", 0, "raison")),
    ("pitfall", ("titre",)), ("pitfall", ("element",)), ("term", ("terme",)), ("term", ("definition",)), ("term", ("mots_courants", 0)), ("autonomy", ("court",)),
    ("change", ("titre",)), ("change", ("texte",)), ("change", ("source",)), ("theme", ("titre",)), ("theme", ("page",)),
])
def test_text_there_is_shown_as_it_is(model, kind, path):
    assert not is_rendered(model(kind), path)


@pytest.mark.parametrize("kind", ["practice", "pitfall", "term", "autonomy"])
def test_every_part_of_a_prose_is_run(model, kind):
    shown = model(kind)
    assert all(is_rendered(shown, (key,)) for key in type(shown).HEADINGS.values())


@pytest.mark.parametrize("text, refused", [("Un mot", False), ("", False), ("{ un mot }", False), ('{{ seuil("x") }}', True)])
def test_call_in_a_text_shown_as_it_is_is_refused(text, refused):
    problems = calls_shown_as_they_are(text, "a.yml", 4)
    assert [(problem.file, problem.line) for problem in problems] == ([("a.yml", 4)] if refused else [])


def test_every_text_is_found_with_its_path_and_its_line_but_the_article_numbers():
    document, _ = parse_yaml("titre: a\nliste:\n  - {phrase: b, article: R1}\n  - c\narticles: [R2]\nsous:\n  texte: d\n", "a.yml")
    assert sorted(texts_of(document), key=lambda one: one[1]) == [
        (("titre",), "a", 1), (("liste", 0, "phrase"), "b", 3), (("liste", 1), "c", 4), (("sous", "texte"), "d", 7)]


def test_document_without_keys_has_no_text():
    document, _ = parse_yaml("", "a.yml")
    assert list(texts_of(document)) == []
