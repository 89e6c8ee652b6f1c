"""A wizard in a page: its questions, its results and its rules, all readable without script; and its rules as data, for rules.mjs.

Nothing is evaluated here.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from macros.models.condition import NONE, UNKNOWN, Amount, Answered, Condition, Every, Fact, Not, Some, condition_data
from macros.models.wizard import AnswerType, Question, Wizard
from macros.places import procedure_page
from macros.rendering.citations import cite_reference, guide
from macros.rendering.dates import french_date
from macros.rendering.procedures import delay_text
from macros.rendering.templates import render_block
from macros.rendering.thresholds import amount_text, threshold

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

_TYPES = {AnswerType.ONE: "one", AnswerType.SEVERAL: "several", AnswerType.AMOUNT: "amount"}
DO_NOT_KNOW = "Je ne sais pas"
CASE_FILES_PAGE = "dossiers.md"
SUM_LINES = {
    "base": "Ce que vous commandez sûrement", "options": "Options et tranches optionnelles", "renewals": "Reconductions : le montant de toutes",
    "lots": "Autres lots de la même opération", "similar": "Besoins semblables de la période (douze mois ou exercice)",
    "prizes": "Primes versées aux candidats",
}
"""What an estimated value adds up: articles R2121-1 to R2121-6 of the code, as the page « valeur-du-besoin » reads them."""


def wizard(context: RenderContext, wizard_id: str) -> str:
    """Macro `parcours("quelle-procedure")`: the questions, the reasoned answer, and the table of the rules."""
    shown = context.catalogue.wizards[wizard_id]
    return render_block(
        "wizard.html", wizard=shown, data=json.dumps(wizard_data(shown, context), ensure_ascii=False, separators=(",", ":")),
        law_date=french_date(context.catalogue.law_date), unknown=UNKNOWN, do_not_know=DO_NOT_KNOW, none=NONE, inline=context.inline, sum_lines=SUM_LINES,
        words=lambda condition: condition_words(condition, shown, context), asked_when=lambda question: asked_when(question, shown, context),
        effects=lambda rule: _effects(rule.effects, shown), cite=partial(cite_reference, context),
        source=lambda reference: guide(context, reference.id, reference.page), procedures=context.catalogue.procedures,
        procedure_href=lambda name: context.href(procedure_page(name)), delay=delay_text, page_href=context.href,
        case_files_href=context.href(CASE_FILES_PAGE), amount=lambda name: threshold(context, name),
        outcome_titles={one.id: one.title for one in shown.outcomes}, status_texts={one.id: one.text for one in shown.statuses},
    )


def wizard_data(shown: Wizard, context: RenderContext) -> dict[str, Any]:
    """What rules.mjs reads: the logic, and the amounts on the day of the law (None for a threshold that has none)."""
    return {
        "id": shown.id,
        "title": shown.title,
        "lawDate": context.catalogue.law_date.isoformat(),
        "checkedOn": shown.checked_on.isoformat(),
        "questions": [_question_data(one) for one in shown.questions],
        "facts": [{"id": one.id, "condition": condition_data(one.condition)} for one in shown.facts],
        "statuses": [{"id": one.id, "text": one.text, "strength": one.strength} for one in shown.statuses],
        "groups": [{"id": one.id, "always": one.always} for one in shown.groups],
        "outcomes": [{"id": one.id, "group": one.group} for one in shown.outcomes],
        "rules": [{"id": one.id, "condition": condition_data(one.condition), "effects": one.effects} for one in shown.rules],
        "thresholds": {name: _amount(name, context) for name in shown.thresholds},
        "thresholdTexts": {name: _amount_words(name, context) for name in shown.thresholds},
    }


def _question_data(question: Question) -> dict[str, Any]:
    data = {"id": question.id, "type": _TYPES[question.answer_type], "unknown": question.unknown, "answers": [one.id for one in question.answers]}
    return data | {"when": condition_data(question.when)} if question.when else data


def _amount(threshold_id: str, context: RenderContext) -> float | None:
    value = context.catalogue.threshold_value(context.catalogue.thresholds[threshold_id])
    return value.amount if value else None


def _amount_words(threshold_id: str, context: RenderContext) -> str:
    value = context.catalogue.threshold_value(context.catalogue.thresholds[threshold_id])
    return amount_text(value.amount, context.catalogue.thresholds[threshold_id].unit) if value else ""


def _effects(effects: dict[str, str], shown: Wizard) -> list[tuple[str, list[str]]]:
    """(status, titles of the outcomes it is given to), in the order of display of the statuses."""
    titles = {one.id: one.title for one in shown.outcomes}
    return [(status.text, [titles[name] for name, given in effects.items() if given == status.id])
            for status in shown.statuses if status.id in effects.values()]


def asked_when(question: Question, shown: Wizard, context: RenderContext) -> Markup:
    return condition_words(question.when, shown, context)


def condition_words(condition: Condition, shown: Wizard, context: RenderContext, nested: bool = False) -> Markup:
    """The condition as a sentence, for the table: « acheteur : État ou hôpital et sous le seuil européen »."""
    match condition:
        case Answered(name, among):
            question = shown.question(name)
            names = {one.id: one.name for one in question.answers} | {UNKNOWN: DO_NOT_KNOW.lower()}
            return Markup("{} : <em>{}</em>").format(question.name, Markup(" ou ").join(names[answer] for answer in among))
        case Amount(name, below, least):
            how = "moins de" if below else "à partir de"
            return Markup("{} : <em>{} {}</em>").format(shown.question(name).name, how, Markup(threshold(context, below or least)))
        case Fact(name):
            return Markup("<em>{}</em>").format(shown.fact(name).short)
        case Not(part):
            return Markup("sauf ({})").format(condition_words(part, shown, context))
        case Every(parts):
            return _joined(parts, " <strong>et</strong> ", shown, context, nested)
        case Some(parts, least) if least > 1:
            return Markup("au moins {} parmi : {}").format(least, _joined(parts, " ; ", shown, context, nested))
        case Some(parts):
            return _joined(parts, " <strong>ou</strong> ", shown, context, nested)
    raise TypeError(condition)


def _joined(parts: tuple[Condition, ...], link: str, shown: Wizard, context: RenderContext, nested: bool) -> Markup:
    text = Markup(link).join(condition_words(part, shown, context, nested=True) for part in parts)
    return Markup("({})").format(text) if nested and len(parts) > 1 else escape(text)
