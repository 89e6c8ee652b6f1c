"""The built pages, parsed once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup


@dataclass(frozen=True)
class BuiltPage:
    """`path` relative to the site's folder."""

    path: str
    html: str
    soup: BeautifulSoup


def read_pages(site: Path) -> list[BuiltPage]:
    pages = []
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        pages.append(BuiltPage(path.relative_to(site).as_posix(), html, BeautifulSoup(html, "html.parser")))
    return pages


@pytest.fixture(scope="session")
def pages(site: Path) -> list[BuiltPage]:
    found = read_pages(site)
    assert len(found) > 20
    return found
