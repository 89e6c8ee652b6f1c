"""The texts of a data file: where they are, and whether the templates pass them through the macros."""

from __future__ import annotations

from typing import Iterator

from pydantic import BaseModel

from macros.models.legal_change import LegalChange
from macros.models.order import Order
from macros.models.planner import Planner
from macros.models.prose import Prose
from macros.models.rereading import RereadingRule
from macros.models.threshold import Threshold
from macros.models.wizard import Wizard
from macros.models.workshop import Workshop
from macros.problems import Problem
from macros.reading.yaml_strict import Path, YamlDocument

_NOT_TEXTS = {"article", "articles", "numero"}

_RENDERED_OF_A_CHANGE = {"avant", "apres", "pour_vous", "note"}
_RENDERED_OF_A_WIZARD = {"aide", "raison", "si_vide"}
_RENDERED = {"resume", "reserve", "reserves", "note", "quand", "phrase", "libelle", "sans_delai", "depart", "si", "pratique", "publicite",
             "atouts", "limites", "texte", "montants", "convient"}
"""Keys whose text the templates pass through the macros; the others are shown as they are."""


def is_rendered(model: BaseModel, path: Path) -> bool:
    """Whether a macro called in the text at `path` of `model`'s file would be run."""
    if isinstance(model, Prose):
        return path[0] in model.HEADINGS.values()
    if isinstance(model, Order):
        return False
    key = [part for part in path if isinstance(part, str)][-1]
    if isinstance(model, LegalChange):
        return key in _RENDERED_OF_A_CHANGE
    if isinstance(model, Planner):
        return key in ("resume", "texte")
    if isinstance(model, RereadingRule):
        return path[0] in ("raison", "reformulation")
    if isinstance(model, Workshop):
        return key in ("pourquoi", "aide") or (key == "texte" and path[0] == "controles")
    if isinstance(model, Wizard):
        return key in _RENDERED_OF_A_WIZARD or (key == "texte" and path[0] in ("faits", "resultats") and "suite" not in path)
    shown_as_it_is = (isinstance(model, Threshold) and key in ("texte", "libelle")) or path == ("libelle",) or path[0] == "frises"
    return key in _RENDERED and not shown_as_it_is


def calls_shown_as_they_are(text: str, shown: str, line: int) -> list[Problem]:
    """The problem of a text that is never run and calls a macro all the same."""
    if "{{" not in text:
        return []
    return [Problem(shown, line, "", "appel de macro dans un texte affiché tel quel", "Écrivez-le sans accolades, ou placez l'appel dans un autre champ.")]


def texts_of(document: YamlDocument) -> Iterator[tuple[Path, str, int]]:
    """Path, words and line of every text of a YAML document. Keys that hold article numbers are not texts."""
    stack = [((), document.data)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            stack += [((*path, key), child) for key, child in value.items() if key not in _NOT_TEXTS]
        elif isinstance(value, list):
            stack += [((*path, rank), child) for rank, child in enumerate(value)]
        elif isinstance(value, str):
            yield path, value, document.line_of(path)
