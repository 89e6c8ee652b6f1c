"""Where the site shows each thing it knows: the page, the anchor, and the name to give to the link."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from macros.models.autonomy import AutonomyStep
from macros.models.clause import Clause
from macros.models.guide import Guide
from macros.models.legal_change import LegalChange
from macros.models.mistake import Mistake
from macros.models.order import Order
from macros.models.pitfall import Pitfall
from macros.models.planner import Planner
from macros.models.practice import Practice
from macros.models.procedure import Procedure
from macros.models.rereading import RereadingRule
from macros.models.term import Term
from macros.models.theme import Theme
from macros.models.wizard import Wizard
from macros.models.workshop import Workshop

GUIDES_PAGE = "guides/index.md"
THRESHOLDS_PAGE = "seuils/index.md"
PITFALLS_PAGE = "ecueils/dix-sept-ecueils.md"
MISTAKES_PAGE = "ecrire/vingt-erreurs.md"
CLAUSES_PAGE = "ecrire/clausier.md"
REREADING_PAGE = "ecrire/regles-du-relecteur.md"
GLOSSARY_PAGE = "reperes/glossaire.md"
CHANGES_PAGE = "reperes/ce-qui-a-change.md"
CONCORDANCE_PAGE = "reperes/concordance.md"
PLANNER_PAGE = "choisir/retroplanning.md"
AUTONOMY_PAGE = "decider/chemin-d-autonomie.md"


@dataclass(frozen=True)
class Place:
    """`page` is relative to docs/. `call`: the macro that the page is there for."""

    page: str
    anchor: str
    label: str
    call: str


def checklist_page(checklist_id: str) -> str:
    """The page where a list lives; its items' permalinks point there."""
    return f"checklists/{checklist_id}.md"


def procedure_page(procedure_id: str) -> str:
    """The page of a way to buy, with its steps."""
    return f"choisir/{procedure_id}.md"


def guide_place(guide: Guide) -> Place:
    """Its own page for a landmark, else its line of the index."""
    if guide.landmark:
        return Place(f"guides/{guide.id}.md", "", guide.short, f'fiche_guide("{guide.id}")')
    return Place(GUIDES_PAGE, guide.id, guide.short, "index_des_guides()")


def place_of(model: BaseModel) -> Place | None:
    """Where the texts of `model` are read, as a place that cites guides. None for what is itself cited, or shown in many places."""
    match model:
        case Procedure():
            return Place(procedure_page(model.id), "", f"Voie : {model.label}", f'etapes("{model.id}")')
        case Practice():
            return Place(model.group.page, model.id, f"Pratique : {model.title}", f'fiches_pratiques("{model.group.value}")')
        case Pitfall():
            return Place(PITFALLS_PAGE, model.id, f"Écueil : {model.title}", "fiches_ecueils()")
        case Mistake():
            return Place(MISTAKES_PAGE, model.id, f"Erreur : {model.title}", f'fiches_erreurs("{model.group.value}")')
        case Clause():
            return Place(CLAUSES_PAGE, model.id, f"Clause : {model.title}", f'fiches_clauses("{model.stage}")')
        case Order():
            return Place(model.page, "", f"Commande : {model.title}", f'commande("{model.id}", "{model.parts[0].id}")')
        case RereadingRule():
            return Place(REREADING_PAGE, model.id, f"Relecteur : {model.title}", "regles_de_relecture()")
        case Term():
            return Place(GLOSSARY_PAGE, model.id, f"Glossaire : {model.term}", "glossaire()")
        case LegalChange():
            return Place(CHANGES_PAGE, model.id, f"Ce qui a changé : {model.title}", "changements_du_droit()")
        case Theme():
            return Place(CONCORDANCE_PAGE, model.id, f"Concordance : {model.title}", "concordance()")
        case Planner():
            return Place(PLANNER_PAGE, "", model.title, f'retroplanning("{model.id}")')
        case AutonomyStep():
            return Place(AUTONOMY_PAGE, model.id, f"Chemin d'autonomie : {model.title}", "chemin_d_autonomie()")
        case Wizard():
            return Place(model.page, "", f"Parcours : {model.title}", f'parcours("{model.id}")')
        case Workshop():
            return Place(model.page, "", model.title, f'atelier("{model.id}")')
    return None
