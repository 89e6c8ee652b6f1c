"""The same contents, built by Zensical, say the same: items, sources, amounts.

Zensical ignores hooks and draws its own pages; only what bears meaning is compared.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def other_site(tmp_path_factory) -> Path:
    project = tmp_path_factory.mktemp("zensical")
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    done = subprocess.run([sys.executable, "-m", "zensical", "build", "--clean"], cwd=project, capture_output=True, text=True, timeout=300,
                          env=os.environ | {"PYTHONPATH": str(project), "CI": "true", "PYTHONUTF8": "1", "NO_COLOR": "1"})
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return project / "site"


@lru_cache(maxsize=None)
def article(site: Path, path: str) -> Tag:
    return BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser").find("article")


def said(site: Path, path: str, selector: str) -> list[str]:
    return [" ".join(element.get_text().split()) for element in article(site, path).select(selector)]


def targets(site: Path, path: str) -> list[str]:
    """Where the citations lead, whatever way each engine writes the address."""
    return [urljoin(f"https://ici.test/{path}", element["href"]) for element in article(site, path).select("a.ci-ref, a.ci-delay, a.ci-threshold")]


def content_pages() -> list[str]:
    paths = [path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md") if not path.relative_to(ROOT / "docs").parts[0].startswith("_")]
    return sorted(f"{path.parent / path.stem / 'index.html' if path.stem != 'index' else path.parent / 'index.html'}" for path in paths)


@pytest.mark.parametrize("path", content_pages())
def test_both_engines_say_the_same(site, other_site, path):
    assert said(site, path, ".ci-item label") == said(other_site, path, ".ci-item label")
    assert said(site, path, ".ci-item") == said(other_site, path, ".ci-item")
    assert targets(site, path) == targets(other_site, path)
    assert said(site, path, "a.ci-ref") == said(other_site, path, "a.ci-ref")
    assert said(site, path, ".ci-threshold, .ci-threshold__warning, .ci-amount, .ci-delay") == said(other_site, path, ".ci-threshold, .ci-threshold__warning, .ci-amount, .ci-delay")


def test_the_comparison_has_something_to_compare(site):
    assert len(said(site, "checklists/avant-de-commander/index.html", ".ci-item")) == 13
    assert len(said(site, "seuils/index.html", ".ci-amount")) > 40
