"""The macros: the French name a contributor types, and the function behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from macros.models.catalogue import Catalogue
from macros.rendering import booklet, checklists, citations, dates, glossary, guides, landmarks, notes, orders, planner, procedures, reader, rereading, thresholds, weights, wizards, workshop, writing
from macros.rendering.context import RenderContext
from macros.rendering.links import page_directory


@dataclass(frozen=True)
class Binding:
    """`function` takes a RenderContext first. A block macro stands alone on its line. `pages_only`: not for the data's own texts."""

    function: Callable[..., str]
    is_block: bool = False
    pages_only: bool = False


BINDINGS: dict[str, Binding] = {
    "checklist": Binding(checklists.checklist, is_block=True),
    "guide": Binding(citations.guide),
    "article": Binding(citations.article),
    "seuil": Binding(thresholds.threshold),
    "delai": Binding(procedures.delay),
    "procedure": Binding(procedures.procedure),
    "terme": Binding(glossary.term, pages_only=True),
    "exemple": Binding(citations.example),
    "chiffre": Binding(citations.figure),
    "pratique": Binding(writing.practice),
    "ecueil": Binding(writing.pitfall),
    "erreur": Binding(writing.mistake),
    "clause": Binding(writing.clause),
    "element": Binding(checklists.checklist_item),
    "renvoi": Binding(writing.page_link),
    "date_du_droit": Binding(dates.law_date),
    "index_des_checklists": Binding(checklists.checklist_index, is_block=True),
    "mes_dossiers": Binding(checklists.case_files, is_block=True),
    "livret": Binding(booklet.booklet, is_block=True),
    "index_des_guides": Binding(guides.guide_index, is_block=True),
    "fiche_guide": Binding(guides.guide_card, is_block=True),
    "seuils_en_vigueur": Binding(thresholds.thresholds_in_force, is_block=True),
    "seuils_a_la_date": Binding(thresholds.thresholds_on_a_day, is_block=True),
    "historique_des_seuils": Binding(thresholds.thresholds_history, is_block=True),
    "etapes": Binding(procedures.procedure_steps, is_block=True),
    "appuis": Binding(procedures.procedure_grounds, is_block=True),
    "comparaison_des_voies": Binding(procedures.route_comparison, is_block=True),
    "carte_des_voies": Binding(procedures.route_map, is_block=True),
    "fiches_pratiques": Binding(writing.practice_sheets, is_block=True),
    "fiches_ecueils": Binding(writing.pitfall_sheets, is_block=True),
    "fiches_erreurs": Binding(writing.mistake_sheets, is_block=True),
    "fiches_clauses": Binding(writing.clause_sheets, is_block=True),
    "commande": Binding(orders.order_part, is_block=True),
    "glossaire": Binding(glossary.glossary, is_block=True),
    "changements_du_droit": Binding(landmarks.legal_changes, is_block=True),
    "concordance": Binding(landmarks.concordance, is_block=True),
    "retroplanning": Binding(planner.planner, is_block=True),
    "parcours": Binding(wizards.wizard, is_block=True),
    "note": Binding(notes.note, is_block=True),
    "regles_de_relecture": Binding(rereading.rereading_rules, is_block=True),
    "atelier": Binding(workshop.workshop, is_block=True),
    "relecteur": Binding(reader.reader, is_block=True),
    "poids_des_criteres": Binding(weights.criteria_weights, is_block=True),
    "chemin_d_autonomie": Binding(landmarks.autonomy_path, is_block=True),
}

FUNCTIONS = {name: binding.function for name, binding in BINDINGS.items()}
BLOCKS = frozenset(name for name, binding in BINDINGS.items() if binding.is_block)
PAGES_ONLY = frozenset(name for name, binding in BINDINGS.items() if binding.is_block or binding.pages_only)
INLINE = {name: binding.function for name, binding in BINDINGS.items() if name not in PAGES_ONLY}
"""Those that the data's own texts may call."""


def context_for(catalogue: Catalogue, page: str, folder: str | None = None) -> RenderContext:
    """What the macros of `page` (relative to docs/) need; `folder` is the one it is published in unless said otherwise."""
    return RenderContext(catalogue, page, page_directory(page) if folder is None else folder, INLINE)
