"""Relative addresses between pages, as the built site has them (one folder a page)."""

from __future__ import annotations

from posixpath import relpath


def page_directory(path: str) -> str:
    """Folder that `path` (relative to docs/) is published in: « checklists/x.md » → « checklists/x »."""
    stem = path.removesuffix(".md")
    stem = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem
    return stem.strip("/")


def relative_url(folder: str, target: str, anchor: str = "") -> str:
    """Address of page `target` seen from `folder` of the site; `anchor` without its #."""
    path = relpath(page_directory(target) or ".", folder or ".")
    return f"{path}/#{anchor}" if anchor else f"{path}/"
