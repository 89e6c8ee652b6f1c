import pytest

from macros.reading.front_matter import split_front_matter


def test_header_and_body_are_cut_and_the_body_knows_its_line():
    parts, problems = split_front_matter("---\ntitre: a\nresume: b\n---\n\nTexte\n", "a.md")
    assert problems == []
    assert (parts.header, parts.body, parts.body_line) == ("titre: a\nresume: b\n", "\nTexte\n", 5)


@pytest.mark.parametrize("text, body, line", [("---\n---\nTexte\n", "Texte\n", 3), ("---\na: 1\n---", "", 4), ("---  \na: 1\n--- \nTexte", "Texte", 4)])
def test_short_headers_and_bodies_are_cut_too(text, body, line):
    parts, problems = split_front_matter(text, "a.md")
    assert problems == []
    assert (parts.body, parts.body_line) == (body, line)


def test_rule_between_paragraphs_belongs_to_the_body():
    parts, _ = split_front_matter("---\na: 1\n---\nTexte\n\n---\n\nSuite\n", "a.md")
    assert parts.body == "Texte\n\n---\n\nSuite\n"


@pytest.mark.parametrize("text", ["", "# Titre\n", "\n---\na: 1\n---\n", "titre: a\n---\n"])
def test_file_without_header_is_refused(text):
    parts, (problem,) = split_front_matter(text, "a.md")
    assert (problem.file, problem.line) == ("a.md", 1)
    assert "manque" in problem.what
    assert parts.body == text


def test_header_that_never_closes_is_refused():
    parts, (problem,) = split_front_matter("---\ntitre: a\n\n# Titre\n", "a.md")
    assert (problem.file, problem.line) == ("a.md", 1)
    assert "fermé" in problem.what
    assert parts.header == parts.body == ""
