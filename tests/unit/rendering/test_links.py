from posixpath import join, normpath

import pytest

from macros.rendering.links import page_directory, relative_url


@pytest.mark.parametrize("path, folder", [
    ("index.md", ""), ("a-propos.md", "a-propos"), ("guides/index.md", "guides"), ("checklists/avant.md", "checklists/avant"), ("a/b/index.md", "a/b"),
    ("reindex.md", "reindex"), ("guides/reindex.md", "guides/reindex"), ("index/index.md", "index"),
])
def test_page_is_published_in_a_folder_of_its_own(path, folder):
    assert page_directory(path) == folder


@pytest.mark.parametrize("folder, target, address", [
    ("", "index.md", "./"),
    ("", "a-propos.md", "a-propos/"),
    ("", "guides/index.md", "guides/"),
    ("", "checklists/avant.md", "checklists/avant/"),
    ("a-propos", "index.md", "../"),
    ("a-propos", "a-propos.md", "./"),
    ("a-propos", "guides/index.md", "../guides/"),
    ("guides", "index.md", "../"),
    ("guides", "guides/repere.md", "repere/"),
    ("guides", "seuils/index.md", "../seuils/"),
    ("guides/repere", "guides/index.md", "../"),
    ("guides/repere", "guides/autre.md", "../autre/"),
    ("checklists/avant", "index.md", "../../"),
    ("checklists/avant", "guides/index.md", "../../guides/"),
    ("checklists/avant", "choisir/dialogue.md", "../../choisir/dialogue/"),
    ("a/b/c", "a/d.md", "../../d/"),
])
def test_address_of_a_page_seen_from_a_folder(folder, target, address):
    assert relative_url(folder, target) == address
    assert relative_url(folder, target, "ancre") == f"{address}#ancre"


PAGES = ["index.md", "a-propos.md", "guides/index.md", "guides/repere.md", "a/b/c.md", "a/b/index.md"]


@pytest.mark.parametrize("source", PAGES)
@pytest.mark.parametrize("target", PAGES)
def test_address_leads_to_the_page_whatever_the_start(source, target):
    start = page_directory(source)
    reached = normpath(join("/site", start, relative_url(start, target)))
    assert reached == normpath(join("/site", page_directory(target)))
