from pathlib import Path

import pytest
import yaml

from macros.reading.macro_calls import COMMENT_END, COMMENT_START, find_calls


def guide(context, guide_id, page=None, section=None):
    """Stands for an inline macro."""


def seuil(context, threshold_id):
    """Stands for another."""


def index_des_guides(context):
    """Stands for a macro without any value."""


MACROS = {"guide": guide, "seuil": seuil, "index_des_guides": index_des_guides}


def accepted(text, first_line=1):
    calls, problems = find_calls(text, "a.md", first_line, MACROS)
    assert problems == []
    return calls


def refused(text, first_line=1):
    _, problems = find_calls(text, "a.md", first_line, MACROS)
    assert problems, "nothing was refused"
    assert {problem.file for problem in problems} == {"a.md"}
    return problems


@pytest.mark.parametrize("call, arguments", [
    ('guide("livre")', {"guide_id": "livre"}), ("guide('livre')", {"guide_id": "livre"}),
    ('guide("livre", page=4)', {"guide_id": "livre", "page": 4}), ('guide("livre", 4)', {"guide_id": "livre", "page": 4}),
    ('guide("livre", section="a")', {"guide_id": "livre", "section": "a"}), ("index_des_guides()", {}),
])
def test_call_is_found_with_its_values_by_parameter(call, arguments):
    (found,) = accepted(f"Voir {{{{ {call} }}}}.")
    assert (found.name, found.arguments) == (call.partition("(")[0], arguments)


def test_each_call_is_found_with_its_line_of_the_file():
    calls = accepted('a\n{{ seuil("x") }} {{ guide("a") }}\n\n{{ guide("b") }}\n', first_line=10)
    assert sorted((call.line, call.name) for call in calls) == [(11, "guide"), (11, "seuil"), (13, "guide")]


@pytest.mark.parametrize("text", ["", "Un texte.", "{ #ancre }", '{% raw %}{{ inconnue("x") }}{% endraw %}', '{## {{ inconnue("x") }} ##}', "{# dièse"])
def test_text_without_call_gives_none(text):
    assert accepted(text) == []


def test_call_in_a_code_span_is_found_because_the_engine_runs_it():
    assert len(accepted('`{{ guide("a") }}`')) == 1


def test_unknown_macro_is_refused_on_its_line_and_the_near_one_proposed():
    (problem,) = refused('a\n\n{{ guid("x") }}', first_line=5)
    assert (problem.line, problem.key) == (7, "guid")
    assert "« guide »" in problem.remedy


def test_macro_that_resembles_nothing_is_refused_with_the_list():
    (problem,) = refused('{{ zzz("x") }}')
    assert all(name in problem.remedy for name in MACROS)


@pytest.mark.parametrize("call", ["guide()", 'guide("a", "b", "c", "d")', 'guide("a", pages=4)', 'guide("a", guide_id="b")', 'index_des_guides("a")'])
def test_missing_extra_or_misnamed_value_is_refused_with_the_usage(call):
    (problem,) = refused(f"{{{{ {call} }}}}")
    assert problem.key == call.partition("(")[0]
    assert "context" not in problem.remedy


def test_value_without_quotes_is_refused():
    assert "guide" in {problem.key for problem in refused("{{ guide(livre) }}")}


@pytest.mark.parametrize("text, line", [
    ('{{ guide("a" }}', 1), ('a\n{{ guide("a")', 2), ("{{ }}", 1), ("{% nimporte %}", 1), ('{{ guide("a) }}', 1), ("{% raw %}x", 1), ("a {{ b c }}", 1),
])
def test_braces_that_do_not_close_or_mean_nothing_are_refused_on_their_line(text, line):
    (problem,) = refused(text)
    assert problem.line == line
    assert "accolades" in problem.what


@pytest.mark.parametrize("text, key", [("{{ guide }}", "guide"), ("{{ titre }}", "titre"), ("{{ page.title }}", "page"), ('{{ guid.x("a") }}', "guid")])
def test_name_that_is_not_called_is_refused(text, key):
    (problem,) = refused(text)
    assert problem.key == key


def test_name_written_without_parentheses_is_shown_with_them():
    (problem,) = refused("{{ zzz }}")
    assert "zzz(" in problem.remedy


@pytest.mark.parametrize("statement", [
    '{% if guide("a") %}x{% endif %}', "{% for i in [1] %}x{% endfor %}", '{% set a = "b" %}', '{% include "a.html" %}', '{% import "a.html" as a %}',
    '{% from "a.html" import a %}', "{% macro a() %}x{% endmacro %}", "{% with a = 1 %}x{% endwith %}", "{% set a %}x{% endset %}",
    "{% filter upper %}x{% endfilter %}", "{% block a %}x{% endblock %}", '{% call guide("a") %}x{% endcall %}', '{% extends "a.html" %}',
])
def test_statement_is_refused(statement):
    problems = refused(f"a\n{statement}")
    assert {problem.line for problem in problems} == {2}


@pytest.mark.parametrize("expression", [
    '"texte"', "1 + 1", 'guide("a") | upper', 'guide("a") | inexistant', 'guide("a").upper()', 'guide("a") ~ "b"', 'guide("a") if true else "b"',
    'guide("a", **{"page": 4})', 'guide(*["a"])', 'guide(guide("a"))', '[guide("a")]',
])
def test_anything_but_a_call_with_plain_values_is_refused(expression):
    """The references of such an expression cannot all be checked, and an unknown filter would only fail at the build."""
    refused(f"{{{{ {expression} }}}}")


@pytest.mark.parametrize("text, line, key", [("## Titre {#ancre}", 1, "ancre"), ("a\n\n## Titre {#mon-ancre }", 3, "mon-ancre")])
def test_anchor_typed_without_space_is_refused_on_its_line(text, line, key):
    (problem,) = refused(text)
    assert (problem.line, problem.key) == (line, key)
    assert f"{{ #{key} }}" in problem.remedy


def test_several_problems_of_a_text_are_told_together():
    problems = refused('{{ zzz("x") }}\n{{ guide() }}\n## T {#t}\n{% set a = 1 %}')
    assert sorted(problem.line for problem in problems) == [1, 2, 3, 4]


def test_site_and_reader_take_the_same_signs_for_a_comment():
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_constructor("!ENV", lambda loader, node: None)
    config = yaml.load((Path(__file__).parents[3] / "mkdocs.yml").read_text(encoding="utf-8"), Loader=loader)
    engine = next(plugin["macros"] for plugin in config["plugins"] if isinstance(plugin, dict) and "macros" in plugin)
    assert (engine["j2_comment_start_string"], engine["j2_comment_end_string"]) == (COMMENT_START, COMMENT_END)
