import pytest
from markupsafe import Markup

from macros.rendering.texts import plain_text, render_blocks, render_inline


def show(text, **macros):
    return render_inline(text, macros)


@pytest.mark.parametrize("source, html", [
    ("Un *mot* et **deux**.", "Un <em>mot</em> et <strong>deux</strong>."), ("Voir [ici](https://exemple.fr).", 'Voir <a href="https://exemple.fr">ici</a>.'),
    ("Moins de 3 < 4 & R", "Moins de 3 &lt; 4 &amp; R"), ("`code`", "<code>code</code>"), ("Un <abbr>mot</abbr>", "Un <abbr>mot</abbr>"),
])
def test_markdown_of_a_short_text_becomes_inline_html(source, html):
    assert show(source) == html


@pytest.mark.parametrize("source", ["Une ligne\n  puis une autre", "Une ligne\n\npuis une autre", "  Une ligne\npuis une autre\n"])
def test_text_over_several_lines_becomes_one(source):
    assert show(source) == "Une ligne puis une autre"


def test_text_is_never_a_block():
    assert show("# Titre") == "# Titre"
    assert show("- élément") == "- élément"


def test_macro_of_a_text_is_run_with_its_values():
    assert show('Voir {{ guide("livre", page=4) }}.', guide=lambda name, page: f"<b>{name} {page}</b>") == "Voir <b>livre 4</b>."


def test_same_text_is_rendered_afresh_for_each_page():
    assert [show("{{ ici() }}", ici=lambda: page) for page in ("a", "b")] == ["a", "b"]


def test_rendered_text_is_safe_in_a_template():
    assert isinstance(show("a"), Markup)


@pytest.mark.parametrize("source", ['{% raw %}{{ guide("x") }}{% endraw %}'])
def test_raw_braces_are_shown(source):
    assert "{{ guide(" in show(source)


@pytest.mark.parametrize("html, text", [
    ("Un <em>mot</em> et <a href='x'>deux</a>.", "Un mot et deux."), ("R&amp;D &lt; 3 &eacute;t&#233;", "R&D < 3 été"), ("", ""), ("<b></b>", ""), ("R&D", "R&D"),
    ("fin en <em>gras</em>", "fin en gras"),
])
def test_plain_text_keeps_the_words_only(html, text):
    assert plain_text(html) == text


# Several paragraphs


def blocks(text, **macros):
    return render_blocks(text, macros)


@pytest.mark.parametrize("source, html", [
    ("Un.", "<p>Un.</p>\n"), ("Un.\n\nDeux.", "<p>Un.</p>\n<p>Deux.</p>\n"), ("- Un.\n- Deux.", "<ul>\n<li>Un.</li>\n<li>Deux.</li>\n</ul>\n"),
    ("> Un *mot*.", "<blockquote>\n<p>Un <em>mot</em>.</p>\n</blockquote>\n"), ("", ""), ("Un <abbr>mot</abbr>", "<p>Un <abbr>mot</abbr></p>\n"),
])
def test_markdown_of_a_text_becomes_its_blocks(source, html):
    assert blocks(source) == html


def test_macro_of_a_paragraph_or_an_item_is_run():
    assert blocks('{{ ici() }}\n\n- {{ ici() }}', ici=lambda: "<a href='x'>là</a>") == "<p><a href='x'>là</a></p>\n<ul>\n<li><a href='x'>là</a></li>\n</ul>\n"


def test_same_blocks_are_rendered_afresh_for_each_page():
    assert [blocks("{{ ici() }}", ici=lambda: page) for page in ("a", "b")] == ["<p>a</p>\n", "<p>b</p>\n"]


def test_rendered_blocks_are_safe_in_a_template():
    assert isinstance(blocks("a"), Markup)


@pytest.mark.parametrize("source", ["- Un.\n\n  Deux.\n\n    - Trois.", "1. Un.\n\n   - Deux.\n     - Trois.", "> Un.\n>\n> > Deux."])
def test_blocks_of_html_are_neither_indented_nor_cut_by_a_blank_line(source):
    """They are written inside a block of the page, which a blank line would end."""
    lines = blocks(source).rstrip("\n").split("\n")
    assert all(line and not line.startswith(" ") for line in lines)
