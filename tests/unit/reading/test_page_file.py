import pytest

from macros.models.base import Audience
from macros.reading.page_file import read_page


def guide(context, guide_id, page=None):
    """Stands for an inline macro."""


def index_des_guides(context):
    """Stands for a block macro."""


MACROS = {"guide": guide, "index_des_guides": index_des_guides}
HEADER = """\
---
title: Court
description: Une phrase.
publics: [acheteur, elu]
lecture: 4 min
verifie_le: 2026-11-23
---
"""
BODY = '\n# Un titre\n\nLire {{ guide("livre") }}.\n'


@pytest.fixture
def read(tmp_path):
    def read_text(text):
        file = tmp_path / "page.md"
        file.write_text(text, encoding="utf-8")
        return read_page(file, "sous/page.md", "docs/sous/page.md", MACROS, {"index_des_guides"})

    return read_text


@pytest.fixture
def refused(read):
    def problems_of(text):
        page, problems = read(text)
        assert page is None
        assert {problem.file for problem in problems} == {"docs/sous/page.md"}
        return problems

    return problems_of


def test_page_is_read_with_its_path_title_header_and_calls(read):
    page, problems = read(HEADER + BODY)
    assert problems == []
    assert (page.path, page.title, page.header.title) == ("sous/page.md", "Un titre", "Court")
    assert page.header.audiences == (Audience.BUYER, Audience.ELECTED)
    assert [(call.name, call.line) for call in page.calls] == [("guide", 11)]


def test_title_is_read_without_its_anchor(read):
    assert read(HEADER + "\n# Un titre { #haut }\n")[0].title == "Un titre"


def test_keys_of_the_theme_are_accepted(read):
    assert read(HEADER.replace("lecture", "hide: [navigation, toc]\nsearch: {exclude: true}\nlecture") + BODY)[1] == []


@pytest.mark.parametrize("key", ["tag", "template", "status", "icon"])
def test_key_out_of_the_closed_list_is_refused(refused, key):
    (problem,) = refused(HEADER.replace("lecture", f"{key}: a\nlecture") + BODY)
    assert (problem.line, problem.key) == (5, key)


@pytest.mark.parametrize("key", ["title", "description", "publics", "lecture", "verifie_le"])
def test_every_page_says_for_whom_how_long_and_when_it_was_checked(refused, key):
    header = "".join(line for line in HEADER.splitlines(keepends=True) if not line.startswith(key))
    (problem,) = refused(header + BODY)
    assert problem.key == key


def test_header_key_that_would_hide_a_macro_is_refused(refused):
    (problem,) = refused(HEADER.replace("lecture", "guide: a\nlecture") + BODY)
    assert (problem.line, problem.key) == (5, "guide")
    assert "macro" in problem.what


def test_header_that_is_a_list_is_refused(refused):
    refused("---\n- title: a\n---\n" + BODY)


@pytest.mark.parametrize("text, line", [(BODY, 1), ("---\ntitle: a\n" + BODY, 1), (HEADER.replace("Une phrase.", "Une : phrase.") + BODY, 3)])
def test_header_that_is_missing_open_or_unreadable_is_refused(refused, text, line):
    assert line in [problem.line for problem in refused(text)]


@pytest.mark.parametrize("body", ["\nUn texte.\n", "\n## Un sous-titre\n", "\n#Collé\n", ""])
def test_page_without_title_is_refused(refused, body):
    (problem,) = refused(HEADER + body)
    assert problem.line == 8
    assert "titre" in problem.what


def test_comment_in_a_code_block_is_no_title(refused):
    refused(HEADER + "\n```\n# un commentaire\n```\n")


def test_typed_law_is_refused_on_its_line(refused):
    (problem,) = refused(HEADER + BODY + "\nSous 40 000 €.\n")
    assert problem.line == 13


def test_unknown_macro_is_refused_on_its_line(refused):
    (problem,) = refused(HEADER + BODY + '\n{{ guid("livre") }}\n')
    assert (problem.line, problem.key) == (13, "guid")


@pytest.mark.parametrize("body", [
    "{{ index_des_guides() }}\n", "{{ index_des_guides() }}", "Avant.\n\n{{ index_des_guides() }}  \n\nAprès.\n",
])
def test_block_macro_alone_between_blank_lines_is_accepted(read, body):
    assert read(HEADER + BODY + "\n" + body)[1] == []


@pytest.mark.parametrize("body, line", [
    ("Avant.\n{{ index_des_guides() }}\n", 14), ("{{ index_des_guides() }}\nAprès.\n", 13), ("- {{ index_des_guides() }}\n", 13),
    ("1. a\n\n    {{ index_des_guides() }}\n", 15),
    ("Voir {{ index_des_guides() }} ici.\n", 13), ("> {{ index_des_guides() }}\n", 13), (" {{ index_des_guides() }}\n", 13),
    ('{{ index_des_guides() }} et {{ guide("livre") }}\n', 13), ("{{ index_des_guides() }} {{ index_des_guides() }}\n", 13),
])
def test_block_macro_inside_something_else_is_refused_on_its_line(refused, body, line):
    problems = refused(HEADER + BODY + "\n" + body)
    assert {(problem.line, problem.key) for problem in problems} == {(line, "index_des_guides")}


def test_inline_macro_may_stand_anywhere(read):
    assert read(HEADER + BODY + '- {{ guide("livre") }}\n')[1] == []


def test_every_problem_of_header_and_body_is_told(refused):
    problems = refused(HEADER.replace("lecture: 4 min", "lecture: longue") + '\nSous 40 000 €.\n\n{{ guid("x") }}\n')
    assert sorted(problem.line for problem in problems) == [5, 8, 9, 11]


def test_unreadable_bytes_are_refused(tmp_path):
    file = tmp_path / "page.md"
    file.write_bytes("---\ntitle: été\n---\n".encode("latin-1"))
    page, (problem,) = read_page(file, "page.md", "docs/page.md", MACROS, ())
    assert page is None
    assert "UTF-8" in problem.what


# The sentences without a source


def unsourced(page):
    return [(one.file, one.line, one.sentence) for one in page.unsourced]


def test_sentence_that_asserts_without_a_source_is_kept_and_is_no_problem(read):
    page, problems = read(HEADER + BODY + "\nIl doit publier.\n")
    assert problems == []
    assert unsourced(page) == [("docs/sous/page.md", 13, "Il doit publier.")]


def test_sentence_may_be_justified_in_the_header(read):
    header = HEADER.replace("lecture", "sans_source:\n  - {phrase: Il doit, raison: un conseil}\nlecture")
    page, problems = read(header + BODY + "\nIl doit publier.\n\nVous devez lire.\n")
    assert problems == []
    assert [sentence for _, _, sentence in unsourced(page)] == ["Vous devez lire."]


def test_justification_that_covers_nothing_any_more_is_refused(refused):
    (problem,) = refused(HEADER.replace("lecture", "sans_source:\n  - {phrase: Il doit, raison: un conseil}\nlecture") + BODY)
    assert (problem.key, problem.line) == ("sans_source", 0)


def test_page_for_contributors_alone_states_its_own_rules(read):
    page, problems = read(HEADER.replace("[acheteur, elu]", "[contributeur]") + BODY + "\nIl doit publier.\n")
    assert problems == [] and page.unsourced == ()


def test_figures_of_an_example_are_accepted(read):
    page, problems = read(HEADER + BODY + "\n!!! exemple\n\n    Il doit coûter 40 000 €.\n")
    assert problems == [] and page.unsourced == ()
