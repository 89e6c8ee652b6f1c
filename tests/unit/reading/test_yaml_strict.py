import pytest

from macros.reading.yaml_strict import YamlDocument, parse_yaml


def parse(text: str):
    document, problems = parse_yaml(text, "a.yml")
    assert problems == []
    return document


def refused(text: str):
    _, (problem,) = parse_yaml(text, "a.yml")
    assert problem.file == "a.yml"
    return problem


@pytest.mark.parametrize("scalar", [
    "oui", "non", "yes", "no", "on", "off", "true", "12:30", "2026-01-01", "1_000", "0x1F", "0o17", "1e3", "1.50", ".inf", "35.2.1",
])
def test_plain_scalar_stays_the_text_that_was_typed(scalar):
    assert parse(f"cle: {scalar}").data == {"cle": scalar}


@pytest.mark.parametrize("written, read", [
    ("'d''abord : oui'", "d'abord : oui"), ('"à # b"', "à # b"), (">-\n  une\n  ligne", "une ligne"), ("|\n  une\n  deux\n", "une\ndeux\n"),
    ('""', ""), ("'null'", "null"),
])
def test_quoted_and_block_texts_are_read_as_yaml_says(written, read):
    assert parse(f"cle: {written}").data == {"cle": read}


def test_lists_and_mappings_are_nested():
    assert parse("a:\n  - {b: 1, c: [2, 3]}\n  - d\n").data == {"a": [{"b": "1", "c": ["2", "3"]}, "d"]}


def test_every_value_knows_its_line():
    document = parse("a: 1\nb:\n  - x\n  - c: 2\n    d: 3\n")
    assert [document.line_of(path) for path in [("a",), ("b",), ("b", 0), ("b", 1, "c"), ("b", 1, "d")]] == [1, 2, 3, 4, 5]


def test_line_of_a_block_text_is_that_of_its_key():
    assert parse("a: 1\nb: >-\n\n  texte\n").line_of(("b",)) == 2


def test_line_of_an_unknown_path_is_that_of_its_nearest_parent():
    document = parse("a: 1\nb:\n  c: 2\n")
    assert document.line_of(("b", "absent", "encore")) == 2
    assert document.line_of(("absent",)) == 1


def test_line_in_an_empty_document_is_the_first():
    assert YamlDocument().line_of(("a",)) == 1


def test_lines_count_from_the_first_line_given():
    document, _ = parse_yaml("a: 1\nb: 2\n", "a.md", first_line=2)
    assert document.line_of(("b",)) == 3
    _, (problem,) = parse_yaml("a: 1\na: 2\n", "a.md", first_line=2)
    assert problem.line == 3


@pytest.mark.parametrize("text", ["", "\n\n", "# rien\n"])
def test_empty_document_has_no_data(text):
    assert parse(text).data is None


@pytest.mark.parametrize("text, line, key", [
    ("a: 1\nb: 2\na: 3\n", 3, "a"), ("a:\n  - {b: 1, b: 2}\n", 2, "b"), ("a:\n  b: 1\n  c: 2\n  b: 3\n", 4, "b"),
])
def test_duplicate_key_is_refused_on_its_line(text, line, key):
    problem = refused(text)
    assert (problem.line, problem.key) == (line, key)
    assert "deux fois" in problem.what


def test_key_met_in_two_different_mappings_is_no_duplicate():
    assert parse("a: {c: 1}\nb: {c: 2}\n").data == {"a": {"c": "1"}, "b": {"c": "2"}}


@pytest.mark.parametrize("text, line, key", [("a: 1\nb:\n", 2, "b"), ("a: ~\n", 1, "a"), ("a: null\n", 1, "a"), ("a:\n  b:\n", 2, "a.b")])
def test_empty_value_is_refused_on_its_line(text, line, key):
    problem = refused(text)
    assert (problem.line, problem.key) == (line, key)
    assert "vide" in problem.what


def test_several_defects_are_told_together():
    _, problems = parse_yaml("a: 1\na: 2\nb:\nc:\n", "a.yml")
    assert [problem.line for problem in problems] == [2, 3, 4]


@pytest.mark.parametrize("text", ["? [a, b]\n: 1\n", "{a: 1}: 2\n"])
def test_key_that_is_not_a_word_is_refused(text):
    assert "clé" in refused(text).what


@pytest.mark.parametrize("text", ["a: &nom 1\nb: *nom\n", "a: *nom\n", "a: &x {c: 1}\nb: {<<: *x}\n"])
def test_yaml_alias_is_refused(text):
    assert "renvoi" in refused(text).what


@pytest.mark.parametrize("text", ["a: &Lab innovation\n", "a: !Attention danger\n"])
def test_sign_that_yaml_would_swallow_with_its_word_is_refused(text):
    """YAML reads « &Lab » as an anchor and « !Attention » as a tag: the word would vanish from the page."""
    assert refused(text).line == 1


@pytest.mark.parametrize("text, line, word", [
    ("a: 1\nb: mot : suite\n", 2, "deux-points"),
    ("a: 1\nb: 2\n\tc: 3\n", 3, "tabulation"),
    ("a:\n\tb: 1\n", 2, "tabulation"),
    ("a: 1\nb: @moi\n", 2, "illisible"),
    ("a: 1\nb: `code`\n", 2, "illisible"),
    ("a: 1\n b: 2\n", 2, "deux-points"),
    ("a:\n  - 1\n b: 2\n", 3, "illisible"),
    ("a: 1\n---\nb: 2\n", 2, "illisible"),
])
def test_unreadable_line_is_refused_with_a_reason(text, line, word):
    problem = refused(text)
    assert problem.line == line
    assert word in problem.what


@pytest.mark.parametrize("text, word", [("a: \"sans fin\n", "guillemet"), ("a: 'sans fin\n", "guillemet"), ("a: [1, 2\nb: 3\n", "crochet"), ("a: {b: 1\n", "crochet")])
def test_what_never_closes_is_refused_for_that_reason(text, word):
    assert word in refused(text).what


def test_unreadable_document_gives_no_data():
    document, _ = parse_yaml("a: b: c\n", "a.yml")
    assert document.data is None


def test_character_that_no_text_holds_is_refused():
    assert refused("a: b\x00c\n").line == 1
