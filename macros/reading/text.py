"""Opens a contributor's file: UTF-8, reasonable size, no tab surprise."""

from __future__ import annotations

from pathlib import Path

from macros.problems import Problem

MAX_BYTES = 200_000
"""A content file ten times longer than our longest one is a mistake (an image, an export), not a text."""


def read_text(path: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """Text of `path`, or None with the reason. `shown` is the file's name in messages."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        return None, [Problem(shown, 0, "", f"le fichier pèse {size // 1000} ko",
                              f"Restez sous {MAX_BYTES // 1000} ko : découpez-le, ou retirez ce qui n'est pas du texte.")]
    try:
        return path.read_text(encoding="utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return None, [Problem(shown, line, "", "le fichier n'est pas en UTF-8",
                              "Enregistrez-le de nouveau en choisissant l'encodage UTF-8.")]
