"""`make check`: every problem of the contents, in a few seconds, without building the site."""

from __future__ import annotations

import sys
from pathlib import Path

from macros.catalogue import load_project
from macros.problems import ProblemsFound, report


def main(root: Path) -> int:
    """Print the problems of the project in `root`; 0 when there is none."""
    try:
        catalogue, problems = load_project(root)
    except ProblemsFound as found:
        problems = found.problems
    if problems:
        print(report(problems))
        return 1
    items = sum(checklist.total for checklist in catalogue.checklists.values())
    print(f"Rien à corriger : {len(catalogue.pages)} pages, {len(catalogue.checklists)} checklists ({items} éléments), "
          f"{len(catalogue.guides)} sources, {len(catalogue.thresholds)} seuils, {len(catalogue.procedures)} fiches de procédure.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[1]))
