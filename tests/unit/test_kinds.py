import dataclasses

import pytest

from macros.kinds import KINDS
from macros.models.catalogue import Catalogue
from macros.models.prose import Prose

each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.folder)


@pytest.fixture
def sound_file(write_project, sound):
    """A file of the sound project, of that kind."""
    def find(kind):
        root = write_project()
        return next(root / path for path in sound if path.startswith(f"docs/_donnees/{kind.folder}/"))

    return find


def test_kinds_are_found_by_their_folder():
    assert set(KINDS) == {"checklists", "guides", "articles", "seuils", "procedures", "pratiques", "ecueils", "erreurs", "clauses", "commandes", "glossaire", "autonomie", "veille", "themes", "calendriers", "parcours", "atelier", "relecture"}
    assert all(folder == kind.folder for folder, kind in KINDS.items())


@each_kind
def test_kind_has_its_own_shelf_in_the_catalogue(kind):
    assert kind.shelf in {field.name for field in dataclasses.fields(Catalogue)}
    assert [other for other in KINDS.values() if other.shelf == kind.shelf] == [kind]


@each_kind
def test_kind_has_its_own_name_for_its_schema_and_its_blank_file(kind):
    assert [other for other in KINDS.values() if other.name == kind.name] == [kind]


@each_kind
def test_kind_reads_its_files_with_the_form_it_says(kind, sound_file):
    file = sound_file(kind)
    assert file.suffix == kind.suffix
    model, document, problems = kind.read(file, file.name)
    assert problems == []
    assert model.id == file.stem and document.data


@each_kind
def test_keys_of_a_kind_are_those_of_its_header(kind, sound_file):
    _, document, _ = kind.read(sound_file(kind), "a")
    assert document.data.keys() <= {field.alias for field in kind.header.model_fields.values()}


@each_kind
def test_kind_written_as_prose_is_markdown_and_the_others_are_keys_alone(kind):
    assert (kind.suffix == ".md") is (issubclass(kind.header, Prose) or kind.folder == "checklists")


@each_kind
def test_file_of_another_kind_is_refused(kind, tmp_path):
    file = tmp_path / f"autre{kind.suffix}"
    file.write_text("---\ninconnu: x\n---\n" if kind.suffix == ".md" else "inconnu: x\n", encoding="utf-8")
    model, _, problems = kind.read(file, "autre")
    assert model is None and problems
