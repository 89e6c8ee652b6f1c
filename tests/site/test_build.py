"""What a build answers to: its date, its address, and the absence of network."""

from __future__ import annotations

import os
import subprocess
import sys

from bs4 import BeautifulSoup

from tests.conftest import ROOT, run_mkdocs

_NO_NETWORK = """
import runpy, socket, sys
def refuse(*args, **kwargs):
    raise SystemExit("la construction a demandé le réseau : %r" % (args[-1],))
socket.socket.connect = refuse
socket.getaddrinfo = refuse
sys.argv = ["mkdocs", "build", "--strict", "--site-dir", sys.argv[1]]
runpy.run_module("mkdocs", run_name="__main__")
"""


def soup(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def test_another_day_shows_that_day(tmp_path):
    done = run_mkdocs(ROOT, tmp_path, DATE_DU_DROIT="2026-03-31")

    assert done.returncode == 0, done.stderr
    row = soup(tmp_path / "seuils/index.html").find(id="dispense-fournitures-services").get_text()
    assert "40\u202f000" in row and "60\u202f000" not in row
    assert "31\u00a0mars\u00a02026" in soup(tmp_path / "index.html").get_text() or "31 mars 2026" in soup(tmp_path / "index.html").get_text()


def test_a_day_without_value_stops_the_build(tmp_path):
    done = run_mkdocs(ROOT, tmp_path, DATE_DU_DROIT="2003-01-01")

    assert done.returncode != 0
    assert "n'a pas de valeur le 1er janvier 2003" in done.stderr and "Traceback" not in done.stderr


def test_address_and_edit_link_come_from_the_environment(tmp_path):
    done = run_mkdocs(ROOT, tmp_path, SITE_URL="https://exemple.test/sous-dossier/", EDIT_URI="https://forge.test/edit/main/docs/")

    assert done.returncode == 0, done.stderr
    page = soup(tmp_path / "checklists/avant-de-commander/index.html")
    assert page.find("link", rel="canonical")["href"] == "https://exemple.test/sous-dossier/checklists/avant-de-commander/"
    assert page.find("a", href="https://forge.test/edit/main/docs/checklists/avant-de-commander.md")


def test_a_build_asks_nothing_of_the_network(tmp_path):
    variables = {key: value for key, value in os.environ.items() if key not in ("DATE_DU_DROIT", "SITE_URL", "EDIT_URI")}
    done = subprocess.run([sys.executable, "-c", _NO_NETWORK, str(tmp_path / "site")], cwd=ROOT, capture_output=True, text=True,
                          env=variables | {"CI": "true", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}, timeout=300)

    assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / "site/index.html").exists()
