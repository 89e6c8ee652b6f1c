"""The kinds of data file: their folder in docs/_donnees, their form, their model and their shelf in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Callable

from pydantic import BaseModel

from macros.models.article import Code
from macros.models.autonomy import AutonomyStep
from macros.models.checklist import ChecklistHeader
from macros.models.clause import Clause
from macros.models.guide import Guide
from macros.models.legal_change import LegalChange
from macros.models.mistake import Mistake
from macros.models.order import Order
from macros.models.pitfall import Pitfall
from macros.models.planner import Planner
from macros.models.practice import Practice
from macros.models.procedure import Procedure
from macros.models.prose import Prose
from macros.models.rereading import RereadingRule
from macros.models.term import Term
from macros.models.theme import Theme
from macros.models.threshold import Threshold
from macros.models.wizard import Wizard
from macros.models.workshop import Workshop
from macros.problems import Problem
from macros.reading.checklist_file import read_checklist
from macros.reading.prose_file import read_prose_model
from macros.reading.yaml_file import read_yaml_model
from macros.reading.yaml_strict import YamlDocument

Reader = Callable[[Path, str], tuple[Any, YamlDocument, list[Problem]]]


@dataclass(frozen=True)
class Kind:
    """`name`: of its schema and of its blank file. `header`: the model of what is typed as keys. `shelf`: field of the catalogue."""

    folder: str
    name: str
    header: type[BaseModel]
    shelf: str
    read: Reader
    suffix: str


def _yaml(folder: str, name: str, model: type[BaseModel], shelf: str) -> Kind:
    return Kind(folder, name, model, shelf, partial(read_yaml_model, model), ".yml")


def _prose(folder: str, name: str, model: type[Prose], shelf: str) -> Kind:
    return Kind(folder, name, model, shelf, partial(read_prose_model, model), ".md")


KINDS: dict[str, Kind] = {kind.folder: kind for kind in (
    Kind("checklists", "checklist", ChecklistHeader, "checklists", read_checklist, ".md"),
    _yaml("guides", "guide", Guide, "guides"),
    _yaml("articles", "articles", Code, "codes"),
    _yaml("seuils", "seuil", Threshold, "thresholds"),
    _yaml("procedures", "procedure", Procedure, "procedures"),
    _prose("pratiques", "pratique", Practice, "practices"),
    _prose("ecueils", "ecueil", Pitfall, "pitfalls"),
    _prose("erreurs", "erreur", Mistake, "mistakes"),
    _prose("clauses", "clause", Clause, "clauses"),
    _yaml("commandes", "commande", Order, "orders"),
    _prose("glossaire", "terme", Term, "terms"),
    _prose("autonomie", "etape-d-autonomie", AutonomyStep, "autonomy_steps"),
    _yaml("veille", "changement", LegalChange, "legal_changes"),
    _yaml("themes", "theme", Theme, "themes"),
    _yaml("calendriers", "calendrier", Planner, "planners"),
    _yaml("parcours", "parcours", Wizard, "wizards"),
    _yaml("atelier", "atelier", Workshop, "workshops"),
    _yaml("relecture", "regle-de-relecture", RereadingRule, "rereading_rules"),
)}
"""By folder."""
