"""What a build answers to: its date, its address, and the absence of network."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from tests.conftest import ADDRESS, ROOT, run_mkdocs


def soup(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def test_another_day_shows_that_day(published):
    row = soup(published / "seuils/index.html").find(id="dispense-fournitures-services").get_text()
    assert "40\u202f000" in row and "60\u202f000" not in row
    assert "31\u00a0mars\u00a02026" in soup(published / "index.html").get_text() or "31 mars 2026" in soup(published / "index.html").get_text()


def test_a_day_without_value_stops_the_build(tmp_path):
    done = run_mkdocs(ROOT, tmp_path, DATE_DU_DROIT="2003-01-01")

    assert done.returncode != 0
    assert "n'a pas de valeur le 1er janvier 2003" in done.stderr and "Traceback" not in done.stderr


def test_address_and_edit_link_come_from_the_environment(published, site):
    page = soup(published / "checklists/avant-de-commander/index.html")
    assert page.find("link", rel="canonical")["href"] == f"{ADDRESS}checklists/avant-de-commander/"
    assert page.find("a", href="https://forge.test/edit/main/docs/checklists/avant-de-commander.md")

    plain = soup(site / "checklists/avant-de-commander/index.html")
    assert not plain.find("link", rel="canonical") and not plain.find("a", href=lambda link: link and "forge.test" in link)


def test_a_build_asks_nothing_of_the_network(site, published):
    """Both are built where every connection is refused."""
    assert (site / "index.html").exists() and (published / "index.html").exists()


@pytest.mark.parametrize("asked", ["urlopen('http://127.0.0.1:9/')", "urlopen('https://exemple.fr/')"])
def test_a_build_that_asks_the_network_is_stopped(tmp_path, asked):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Essai\n", encoding="utf-8")
    (tmp_path / "asks.py").write_text(f"from urllib.request import urlopen\n\ndef on_config(config):\n    {asked}\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Essai\nhooks: [asks.py]\n", encoding="utf-8")
    done = run_mkdocs(tmp_path, tmp_path / "site")

    assert done.returncode != 0 and "la construction a demandé le réseau" in done.stderr
