"""Cuts a Markdown file into its header (between two lines of ---) and its body."""

from __future__ import annotations

from dataclasses import dataclass

from macros.problems import Problem


@dataclass(frozen=True)
class MarkdownParts:
    """`body_line` is the line of the file where the body begins (1 when there is no header)."""

    header: str
    body: str
    body_line: int


def split_front_matter(text: str, shown: str) -> tuple[MarkdownParts, list[Problem]]:
    """Header and body of `text`. A header that never closes, or is missing, is a problem."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].strip() != "---":
        return MarkdownParts("", text, 1), [
            Problem(shown, 1, "", "l'en-tête manque",
                    "Commencez le fichier par une ligne « --- », les clés, puis une seconde ligne « --- ».")
        ]
    for rank, line in enumerate(lines[1:], start=1):
        if line.strip() == "---":
            return MarkdownParts("".join(lines[1:rank]), "".join(lines[rank + 1:]), rank + 2), []
    return MarkdownParts("", "", 1), [
        Problem(shown, 1, "", "l'en-tête n'est pas fermé", "Ajoutez une ligne « --- » après la dernière clé.")
    ]
