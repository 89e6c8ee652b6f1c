"""The rules of the Relecteur, as a page reads them; the browser takes patterns, reasons and rewordings from that same HTML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.models.rereading import Notice, RereadingRule, RuleFamily, Severity, rule_data
from macros.related import node_of
from macros.rendering.related import related_groups
from macros.rendering.templates import render_block

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

GROUPS = (
    ("regles-ferme", "Ce qui ferme la commande", Notice.PASSAGE, RuleFamily.CLOSED),
    ("regles-ecarte", "Ce qui écarte des candidats", Notice.PASSAGE, RuleFamily.EXCLUDES),
    ("regles-droit", "Ce que le droit regarde", Notice.PASSAGE, RuleFamily.LAW),
    ("regles-flou", "Ce qui reste flou", Notice.PASSAGE, RuleFamily.VAGUE),
    ("regles-manque", "Ce qui manque souvent", Notice.MISSING, None),
    ("regles-force", "Ce qui est bien fait", Notice.STRENGTH, None),
)
"""Anchor and title of each part of the list, and the rules that stand there."""

SEVERITIES = {Severity.HIGH: "à revoir", Severity.MEDIUM: "à regarder", Severity.LOW: "à peser"}


def rereading_rules(context: RenderContext) -> str:
    """Macro `regles_de_relecture()`: every rule, its reason, what to write instead and what it leads to."""
    rules = context.catalogue.rereading_rules.values()
    groups = [(anchor, title, sorted((one for one in rules if (one.kind, one.family) == (kind, family)), key=_order))
              for anchor, title, kind, family in GROUPS]
    return render_block(
        "rereading_rules.html", groups=[group for group in groups if group[2]], inline=context.inline, severities=SEVERITIES,
        links=lambda rule: _links(context, rule), data=lambda rule, key: _json(rule_data(rule)[key]),
    )


def _order(rule: RereadingRule) -> tuple[int, str]:
    return (rule.severity.rank if rule.severity else 0, rule.title)


def _json(patterns: list[str]) -> str:
    return json.dumps(patterns, ensure_ascii=False, separators=(",", ":"))


def _links(context: RenderContext, rule: RereadingRule) -> list[tuple[str, list[str]]]:
    """(what they are, links) for each sort of page the rule leads to."""
    return [(group.label, group.links) for group in related_groups(context, node_of(rule, context.catalogue))]
