from datetime import date

import jinja2
import pytest

from macros.rendering import templates
from macros.rendering.templates import COMPONENTS, render_block, render_phrase


@pytest.fixture
def component(tmp_path, monkeypatch):
    """Write the template `x.html`, alone in its folder."""
    monkeypatch.setattr(templates, "COMPONENTS", tmp_path)
    templates._environment.cache_clear()
    yield lambda text: (tmp_path / "x.html").write_text(text, encoding="utf-8")
    templates._environment.cache_clear()


def test_components_are_those_of_the_project():
    assert (COMPONENTS / "guide.html").is_file()


@pytest.mark.parametrize("render", [render_block, render_phrase])
def test_markup_typed_in_the_data_is_escaped(component, render):
    component('<p title="{{ text }}">{{ text }}</p>')
    html = render("x.html", text='<b a="1">&')
    assert "<b" not in html and html.count("&lt;b") == 2


@pytest.mark.parametrize("render", [render_block, render_phrase])
def test_value_that_the_template_was_not_given_is_an_error(component, render):
    component("{{ absent }}")
    with pytest.raises(jinja2.UndefinedError):
        render("x.html")


@pytest.mark.parametrize("render", [render_block, render_phrase])
def test_french_typography_is_set(component, render):
    component("<p>{{ text }}</p>")
    assert render("x.html", text="l'été : 60 000 €").strip() == "<p>l’été\u00a0: 60\u202f000\u00a0€</p>"


def test_dates_and_numbers_have_their_filters(component):
    component("{{ day | date }}, {{ amount | nombre }}")
    assert render_phrase("x.html", day=date(2026, 4, 1), amount=60000) == "1er\u00a0avril\u00a02026, 60\u202f000"


def test_block_stands_between_line_ends_without_blank_edges(component):
    component("\n\n<p>a</p>\n\n<p>b</p>\n\n")
    assert render_block("x.html") == "\n<p>a</p>\n\n<p>b</p>\n"


def test_statements_of_a_block_leave_no_line_and_no_indent(component):
    component("<ul>\n  {% for one in [1, 2] %}\n<li>{{ one }}</li>\n  {% endfor %}\n</ul>")
    assert render_block("x.html") == "\n<ul>\n<li>1</li>\n<li>2</li>\n</ul>\n"


def test_phrase_is_one_line(component):
    component("\n<a\n href='x'>un\n  deux</a>\n\n")
    assert render_phrase("x.html") == "<a href='x'>un deux</a>"


@pytest.mark.parametrize("sign", "*_|`[]")
def test_sign_that_markdown_would_read_is_neutralised_in_a_phrase(component, sign):
    """A phrase lands in paragraphs and table cells: a « | » of a title would cut the cell."""
    component("<a>{{ text }}</a>")
    assert render_phrase("x.html", text=f"a {sign}b{sign} c") == f"<a>a &#{ord(sign)};b&#{ord(sign)}; c</a>"
