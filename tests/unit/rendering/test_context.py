import pytest

from macros.places import Place
from macros.rendering.context import RenderContext


def here(context):
    return context.page


@pytest.mark.parametrize("path, folder, address", [
    ("index.md", "", "guides/#livre"), ("checklists/avant.md", "checklists/avant", "../../guides/#livre"), ("checklists/avant.md", "checklists", "../guides/#livre"),
])
def test_links_start_from_the_folder_of_the_page(path, folder, address):
    assert RenderContext(None, path, folder, {}).href("guides/index.md", "livre") == address


@pytest.mark.parametrize("folder", ["guides", "ailleurs"])
def test_link_inside_the_page_is_its_anchor_alone(folder):
    assert RenderContext(None, "guides/index.md", folder, {}).href("guides/index.md", "livre") == "#livre"


def test_link_of_a_page_to_itself_is_never_empty():
    assert RenderContext(None, "guides/index.md", "guides", {}).href("guides/index.md") == "./"


def test_macros_of_a_text_receive_the_page_that_shows_it():
    assert [RenderContext(None, path, "", {"ici": here}).inline("*{{ ici() }}*") for path in ("a.md", "b.md")] == ["<em>a.md</em>", "<em>b.md</em>"]


def test_context_cannot_be_turned_to_another_page():
    with pytest.raises(AttributeError):
        RenderContext(None, "a.md", "a", {}).page = "b.md"


def test_macros_of_a_text_of_several_paragraphs_receive_the_page_that_shows_it():
    assert RenderContext(None, "a.md", "", {"ici": here}).blocks("Un.\n\n{{ ici() }}") == "<p>Un.</p>\n<p>a.md</p>\n"


@pytest.mark.parametrize("place, address", [(Place("guides/index.md", "livre", "", ""), "../guides/#livre"), (Place("guides/index.md", "", "", ""), "../guides/"), (Place("a.md", "b", "", ""), "#b")])
def test_address_of_a_place_is_that_of_its_page_and_its_anchor(place, address):
    assert RenderContext(None, "a.md", "a", {}).href_of(place) == address
