"""Everything the site knows, once read: the models by id, the pages, and who cites which guide."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from macros.models.article import Code
from macros.models.autonomy import AutonomyStep
from macros.models.checklist import Checklist, Item
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
from macros.models.threshold import Threshold, ThresholdValue
from macros.models.wizard import Wizard
from macros.models.workshop import Workshop

if TYPE_CHECKING:
    from macros.reading.page_file import Page
    from macros.reading.sourcing import Unsourced


Node = tuple[str, str]
"""A sheet, by its shelf and its id, or an item of a checklist: see macros/related.py."""


@dataclass(frozen=True)
class Citation:
    """A place of the site that cites a guide. `page` and `anchor` say where, `label` how to name it."""

    guide: str
    page: str
    anchor: str
    label: str
    cited_page: int | None = None


@dataclass
class Catalogue:
    """Models by id, in the order of the file names. Filled by macros.catalogue, then only read."""

    law_date: date
    checklists: dict[str, Checklist] = field(default_factory=dict)
    guides: dict[str, Guide] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    thresholds: dict[str, Threshold] = field(default_factory=dict)
    procedures: dict[str, Procedure] = field(default_factory=dict)
    practices: dict[str, Practice] = field(default_factory=dict)
    pitfalls: dict[str, Pitfall] = field(default_factory=dict)
    mistakes: dict[str, Mistake] = field(default_factory=dict)
    clauses: dict[str, Clause] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    autonomy_steps: dict[str, AutonomyStep] = field(default_factory=dict)
    legal_changes: dict[str, LegalChange] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    planners: dict[str, Planner] = field(default_factory=dict)
    wizards: dict[str, Wizard] = field(default_factory=dict)
    workshops: dict[str, Workshop] = field(default_factory=dict)
    rereading_rules: dict[str, RereadingRule] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    unsourced: list[Unsourced] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    mentions: dict[Node, frozenset[Node]] = field(default_factory=dict)
    related: dict[Node, tuple[Node, ...]] = field(default_factory=dict)
    """What the words of a sheet lead to, and what deals with the same thing as it, both ways."""
    broken: set[tuple[str, str]] = field(default_factory=set)
    """(folder, id), or ("", path) for a page, of the files that exist and cannot be used: their own problems are told, not those of who cites them."""

    def series_of(self, threshold: Threshold) -> Threshold:
        """The threshold that holds the values: itself, or the one it follows."""
        return self.thresholds.get(threshold.follows, threshold) if threshold.follows else threshold

    def threshold_value(self, threshold: Threshold) -> ThresholdValue | None:
        """Value in force on the day of the law; None when there was none that day."""
        if threshold.follows_from and self.law_date < threshold.follows_from:
            return None
        return self.series_of(threshold).value_on(self.law_date)

    def citations_of(self, guide_id: str) -> list[Citation]:
        return [citation for citation in self.citations if citation.guide == guide_id]

    def item(self, reference: str) -> Item | None:
        """The checklist item named « avant-de-commander#suite-portee », or None."""
        checklist_id, _, item_id = reference.partition("#")
        checklist = self.checklists.get(checklist_id)
        return next((item for item in checklist.items if item.id == item_id), None) if checklist else None
