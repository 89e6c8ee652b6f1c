"""Relative addresses between pages, as the built site has them (one folder a page)."""

from __future__ import annotations

from posixpath import relpath


def page_directory(path: str) -> str:
    """Folder that `path` (relative to docs/) is published in: « checklists/x.md » → « checklists/x »."""
    stem = path.removesuffix(".md")
    stem = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem
    return stem.strip("/")


def relative_url(source: str, target: str, anchor: str = "") -> str:
    """Address of page `target` seen from page `source`; `anchor` without its #."""
    fragment = f"#{anchor}" if anchor else ""
    if source == target:
        return fragment or "./"
    start, end = page_directory(source) or ".", page_directory(target) or "."
    return f"{relpath(end, start)}/{fragment}"
