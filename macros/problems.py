"""What is wrong in a contributor's file, said in French, all at once.

A problem names the file, the line, the key, what is wrong and how to mend it. Reading collects
problems and never raises on the first one; whoever called decides what to do with the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Iterable


@dataclass(frozen=True, order=True)
class Problem:
    """One defect of one file. `line` counts from 1; 0 means the file as a whole."""

    file: str
    line: int
    key: str
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return " · ".join(part for part in (place, self.key, self.what, self.remedy) if part)


class ProblemsFound(Exception):
    """Raised once, with every problem, when the data cannot be published."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """The list a contributor reads: one problem a line, then the count."""
    lines = [str(problem) for problem in problems]
    count = len(lines)
    noun = "problème à corriger" if count == 1 else "problèmes à corriger"
    return "\n".join([*lines, "", f"{count} {noun}. Rien n'a été publié."])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """« Vouliez-vous dire « x » ? » for a near miss among `known`, else an empty string."""
    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Vouliez-vous dire « {matches[0]} » ?" if matches else ""
