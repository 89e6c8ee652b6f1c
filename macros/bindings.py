"""The macros: the French name a contributor types, and the function behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from macros.models.catalogue import Catalogue
from macros.rendering import booklet, checklists, citations, dates, guides, procedures, thresholds
from macros.rendering.context import RenderContext
from macros.rendering.links import page_directory


@dataclass(frozen=True)
class Binding:
    """`function` takes a RenderContext first. A block macro stands alone on its line."""

    function: Callable[..., str]
    is_block: bool = False


BINDINGS: dict[str, Binding] = {
    "checklist": Binding(checklists.checklist, is_block=True),
    "guide": Binding(citations.guide),
    "article": Binding(citations.article),
    "seuil": Binding(thresholds.threshold),
    "delai": Binding(procedures.delay),
    "procedure": Binding(procedures.procedure),
    "date_du_droit": Binding(dates.law_date),
    "index_des_checklists": Binding(checklists.checklist_index, is_block=True),
    "mes_dossiers": Binding(checklists.case_files, is_block=True),
    "livret": Binding(booklet.booklet, is_block=True),
    "index_des_guides": Binding(guides.guide_index, is_block=True),
    "fiche_guide": Binding(guides.guide_card, is_block=True),
    "seuils_en_vigueur": Binding(thresholds.thresholds_in_force, is_block=True),
    "historique_des_seuils": Binding(thresholds.thresholds_history, is_block=True),
    "fiches_procedures": Binding(procedures.procedure_sheets, is_block=True),
}

FUNCTIONS = {name: binding.function for name, binding in BINDINGS.items()}
BLOCKS = frozenset(name for name, binding in BINDINGS.items() if binding.is_block)
INLINE = {name: binding.function for name, binding in BINDINGS.items() if not binding.is_block}


def context_for(catalogue: Catalogue, page: str, folder: str | None = None) -> RenderContext:
    """What the macros of `page` (relative to docs/) need; `folder` is the one it is published in unless said otherwise."""
    return RenderContext(catalogue, page, page_directory(page) if folder is None else folder, INLINE)
