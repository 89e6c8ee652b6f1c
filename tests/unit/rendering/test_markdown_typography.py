import markdown
import pytest

N, F = "\u00a0", "\u202f"


def render(text, *extensions):
    return markdown.markdown(text, extensions=["macros.rendering.markdown_typography", *extensions])


@pytest.mark.parametrize("text, html", [
    ("L'été : quoi ?", f"<p>L’été{N}: quoi{F}?</p>"), ("- l'été", "<ul>\n<li>l’été</li>\n</ul>"), ("> « a »", f"<blockquote>\n<p>«{N}a{N}»</p>\n</blockquote>"),
    ("*l'été* et l'hiver", "<p><em>l’été</em> et l’hiver</p>"), ("[l'été ?](https://exemple.fr)", f'<p><a href="https://exemple.fr">l’été{F}?</a></p>'),
])
def test_text_of_a_page_is_set(text, html):
    assert render(text) == html


@pytest.mark.parametrize("text, set_part", [
    ("**Attention** : ceci", f"</strong>{N}: ceci"), ("[un](a.md) ; [deux](b.md) ?", f"</a>{F}; <a"), ("l'**usager**", "l’<strong>"), ("*quoi* ?", f"</em>{F}?"),
])
def test_sign_is_set_across_emphasis_and_links(text, set_part):
    assert set_part in render(text)


def test_table_cells_are_set():
    assert f"<td>quoi{F}?</td>" in render("| a |\n|---|\n| quoi ? |", "tables")


@pytest.mark.parametrize("text, kept", [
    ("`l'été ?`", "<code>l'été ?</code>"), ("    l'été ?", "l'été ?"), ('[a](b "l\'été ?")', "l'été ?"), ('<span title="l\'été ?">a</span>', "title=\"l'été ?\""),
])
def test_code_and_attributes_are_left_alone(text, kept):
    assert kept in render(text)


def test_text_after_code_is_set():
    assert render("`a` quoi ?").endswith(f"quoi{F}?</p>")


def test_text_around_inline_html_is_set():
    assert f"</b>{F}; suite" in render("l'été <b>a</b> ; suite")


def test_heading_is_set_in_the_text_and_in_the_table_of_contents():
    page = markdown.Markdown(extensions=["macros.rendering.markdown_typography", "toc", "attr_list"])
    html = page.convert("## L'été : quoi ? { #ete }")
    assert f'<h2 id="ete">L’été{N}: quoi{F}?</h2>' in html
    assert "L’été" in page.toc_tokens[0]["name"]


def test_anchor_made_from_a_title_does_not_depend_on_typography():
    plain = markdown.markdown("## L'été : quoi ?", extensions=["toc"])
    assert plain.partition('id="')[2].partition('"')[0] in render("## L'été : quoi ?", "toc")


def test_attribute_list_is_left_alone():
    assert 'title="p. 4"' in render('## Titre { #ancre title="p. 4" }', "attr_list")
