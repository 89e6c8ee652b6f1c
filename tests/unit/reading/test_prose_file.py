import pytest

from macros.models.pitfall import Pitfall
from macros.models.term import Term
from macros.reading.prose_file import read_prose_model

HEADER = """\
---
titre: La collection
rang: 1
element: avant#usagers
verifie_le: 2026-11-23
---
"""
PARTS = """
## Scène

Douze boîtes.

Aucune ouverte.

## Symptôme

On cherche encore.

## Mécanisme

Trouver rassure.

## Remède

Une boîte, une date.

## Question

Qui s'en sert lundi ?
"""
TERM = "---\nterme: Offre\nmots_courants: [réponse]\ndefinition: Ce qu'on propose.\nverifie_le: 2026-11-23\n---\n"


@pytest.fixture
def read(tmp_path):
    def read_text(text, model=Pitfall, name="collection.md"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return read_prose_model(model, file, f"docs/{name}")

    return read_text


@pytest.fixture
def refused(read):
    def problems_of(text, model=Pitfall, name="collection.md"):
        shown, _, problems = read(text, model, name)
        assert shown is None
        assert {problem.file for problem in problems} == {f"docs/{name}"}
        return problems

    return problems_of


def test_each_heading_fills_its_field_and_the_file_name_is_the_id(read):
    pitfall, document, problems = read(HEADER + PARTS)
    assert problems == []
    assert (pitfall.id, pitfall.title, pitfall.symptom, pitfall.question) == ("collection", "La collection", "On cherche encore.", "Qui s'en sert lundi ?")
    assert pitfall.scene == "Douze boîtes.\n\nAucune ouverte."
    assert document.data["remede"] == "Une boîte, une date."


@pytest.mark.parametrize("key, line", [("titre", 2), ("rang", 3), ("scene", 10), ("symptome", 16), ("question", 28)])
def test_document_knows_the_line_of_each_key_and_of_the_text_of_each_part(read, key, line):
    _, document, _ = read(HEADER + PARTS)
    assert document.line_of((key,)) == line


def test_parts_may_come_in_any_order(read):
    scene, rest = PARTS.partition("## Symptôme")[0], "## Symptôme" + PARTS.partition("## Symptôme")[2]
    pitfall, _, problems = read(f"{HEADER}\n{rest}{scene}")
    assert problems == [] and pitfall.scene.startswith("Douze")


@pytest.mark.parametrize("old, new", [("## Scène", "## Scène ##"), ("## Scène", "# Scène"), ("## Scène", "Scène\n-----"), ("Aucune ouverte.", "```\n## Remède\n```"), ("Aucune ouverte.", "> ## Remède")])
def test_heading_is_what_markdown_takes_for_one(read, old, new):
    assert read(HEADER + PARTS.replace(old, new))[2] == []


def test_text_before_any_heading_is_that_of_a_term(read):
    term, document, problems = read(TERM + "\nPlus long.\n\nEncore.\n", Term, "offre.md")
    assert problems == []
    assert (term.text, document.line_of(("texte",))) == ("Plus long.\n\nEncore.", 8)


@pytest.mark.parametrize("body", ["", "\n\n  \n"])
def test_term_may_have_no_text(read, body):
    term, _, problems = read(TERM + body, Term, "offre.md")
    assert problems == [] and term.text is None


@pytest.mark.parametrize("old, new, line, key, what, remedy", [
    ("## Remède", "## Remedes", 22, "Remedes", "partie inattendue", "« Remède »"),
    ("## Remède", "## Voyage", 22, "Voyage", "partie inattendue", "Scène, Symptôme, Mécanisme, Remède, Question"),
    ("## Remède", "## Mécanisme", 22, "Mécanisme", "partie écrite deux fois", "une seule"),
    ("Une boîte, une date.", "", 22, "Remède", "partie vide", "retirez son titre"),
    ("Aucune ouverte.", "### Plus bas\n\nAucune ouverte.", 12, "Plus bas", "partie inattendue", "Les parties sont"),
    ("\n## Scène", "\nUn mot.\n\n## Scène", 8, "", "texte avant la première partie", "Les parties sont"),
])
def test_part_that_is_wrong_is_refused_on_its_line(refused, old, new, line, key, what, remedy):
    (problem, *others) = sorted(refused(HEADER + PARTS.replace(old, new)), key=lambda one: one.line == 0)
    assert (problem.line, problem.key, problem.what) == (line, key, what)
    assert remedy in problem.remedy
    assert {(other.key, other.what) for other in others} <= {("Remède", "partie manquante")}


@pytest.mark.parametrize("heading", ["Scène", "Symptôme", "Mécanisme", "Remède", "Question"])
def test_part_that_is_missing_is_told_with_the_heading_to_paste(refused, heading):
    (problem,) = [one for one in refused(HEADER + PARTS.replace(f"## {heading}\n", "\n")) if one.line == 0]
    assert (problem.key, problem.what) == (heading, "partie manquante")
    assert f"« ## {heading} »" in problem.remedy


def test_part_that_is_empty_is_not_told_missing_too(refused):
    assert [problem.what for problem in refused(HEADER + PARTS.replace("Une boîte, une date.", ""))] == ["partie vide"]


def test_heading_in_a_file_that_has_no_parts_is_refused(refused):
    (problem,) = refused(TERM + "\n## Plus\n\nLong.\n", Term, "offre.md")
    assert (problem.line, problem.key, problem.what) == (8, "Plus", "partie inattendue")
    assert "sans titre" in problem.remedy


@pytest.mark.parametrize("key, heading", [("remede", "« ## Remède »"), ("question", "« ## Question »")])
def test_part_typed_in_the_header_is_refused_with_where_to_write_it(refused, key, heading):
    problem = refused(HEADER.replace("rang: 1", f"{key}: Un mot.\nrang: 1") + PARTS)[0]
    assert (problem.line, problem.key, problem.what) == (3, key, "texte rangé dans l'en-tête")
    assert heading in problem.remedy


def test_text_of_a_term_typed_in_the_header_is_refused(refused):
    (problem,) = refused(TERM.replace("terme: Offre", "terme: Offre\ntexte: Long."), Term, "offre.md")
    assert (problem.line, problem.key) == (3, "texte")


@pytest.mark.parametrize("old, new, line, key", [
    ("rang: 1", "rang: zéro", 3, "rang"), ("rang: 1", "rangs: 1", 3, "rangs"), ("element: avant#usagers", "element: avant", 4, "element"),
    ("titre: La collection", "titre: La collection\nid: autre", 3, "id"),
])
def test_header_is_held_to_the_model(refused, old, new, line, key):
    problems = refused(HEADER.replace(old, new) + PARTS)
    assert (line, key) in [(problem.line, problem.key) for problem in problems]


@pytest.mark.parametrize("text, line", [
    (PARTS, 1), (HEADER.removesuffix("---\n") + PARTS, 1), (HEADER.replace("titre: La", "titre: La : ") + PARTS, 2), ("---\n---\n" + PARTS, 1), ("---\n- a\n---\n" + PARTS, 2), ("", 1),
])
def test_header_that_is_missing_open_empty_or_unreadable_is_refused(refused, text, line):
    assert line in [problem.line for problem in refused(text)]


def test_file_name_that_is_no_id_is_refused(refused):
    assert any("la-collection.md" in problem.remedy for problem in refused(HEADER + PARTS, name="La collection.md"))


def test_unreadable_bytes_are_refused(tmp_path):
    file = tmp_path / "collection.md"
    file.write_bytes((HEADER + PARTS).encode("latin-1"))
    pitfall, _, (problem,) = read_prose_model(Pitfall, file, "docs/collection.md")
    assert pitfall is None and "UTF-8" in problem.what
