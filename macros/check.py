"""`make check`: every problem of the contents, then every claim without a source, in a few seconds, without building the site."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from macros.catalogue import load_project
from macros.models.catalogue import Catalogue
from macros.problems import ProblemsFound, report


def main(root: Path) -> int:
    """Print the problems of the project in `root`, then its unsourced claims; 0 when there is neither."""
    try:
        catalogue, problems = load_project(root)
    except ProblemsFound as found:
        problems = found.problems
        catalogue = None
    if problems:
        print(report(problems))
    elif catalogue:
        print(_counts(catalogue))
    if catalogue:
        print(_sources(catalogue))
    return 1 if problems or catalogue.unsourced else 0


def _counts(catalogue: Catalogue) -> str:
    items = sum(checklist.total for checklist in catalogue.checklists.values())
    return (f"Rien à corriger : {len(catalogue.pages)} pages, {len(catalogue.checklists)} checklists ({items} éléments), "
            f"{len(catalogue.guides)} sources, {len(catalogue.thresholds)} seuils, {len(catalogue.procedures)} voies, "
            f"{len(catalogue.mistakes)} erreurs, {len(catalogue.clauses)} clauses, {len(catalogue.rereading_rules)} règles de relecture, "
            f"{len(catalogue.practices)} pratiques, {len(catalogue.pitfalls)} écueils, {len(catalogue.terms)} termes, "
            f"{len(catalogue.legal_changes)} changements du droit.")


_JUSTIFYING = ("practices", "pitfalls", "mistakes", "clauses", "terms", "autonomy_steps", "rereading_rules")
"""The shelves whose files may say why a sentence needs no source."""


def _sources(catalogue: Catalogue) -> str:
    """The sentences that assert without a source, file by file, and those that a header justifies."""
    justified = sum(len(one.unsourced) for one in (page.header for page in catalogue.pages.values()))
    justified += sum(len(one.unsourced) for shelf in _JUSTIFYING for one in getattr(catalogue, shelf).values())
    if not catalogue.unsourced:
        return f"Phrases qui affirment sans source : aucune ({justified} justifiées dans leur fichier)."
    lines = ["Phrases qui affirment sans source (ajoutez-la, écrivez la phrase autrement, ou justifiez-la dans « sans_source ») :"]
    for file, sentences in groupby(catalogue.unsourced, key=lambda one: one.file):
        lines += ["", file, *(f"  ligne {one.line} · {one.sentence}" for one in sentences)]
    count = len(catalogue.unsourced)
    return "\n".join([*lines, "", f"{count} phrase{'s' if count > 1 else ''}."])


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[1]))
