"""The notes that a reader writes from her answers: their headings as a form, complete without script, and the words that the script fills in.

Nothing is evaluated here: rules.mjs judges the answers, note-texts.mjs words them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.models.condition import UNKNOWN
from macros.models.wizard import Rule, Wizard
from macros.rendering.citations import cite_reference, guide
from macros.rendering.dates import french_date
from macros.rendering.templates import render_block
from macros.rendering.texts import plain_text
from macros.rendering.typography import polish_html
from macros.rendering.wizards import CASE_FILES_PAGE, DO_NOT_KNOW, SUM_LINES, wizard_data

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext


@dataclass(frozen=True)
class Note:
    """`wizards`: those whose answers it words; one that does not exist yet is left out."""

    template: str
    wizards: tuple[str, ...]


CLUES = "bercy-achat-innovant-2024"
"""The guide that holds the list of clues which we could not read in full."""

NOTES = {
    "opportunite": Note("note_opportunite.html", ("faut-il-se-faire-aider",)),
    "qualification": Note("note_qualification.html", ("est-ce-innovant",)),
    "justification": Note("note_justification.html", ("faut-il-se-faire-aider", "quelle-procedure", "est-ce-innovant")),
}


def note(context: RenderContext, note_id: str) -> str:
    """Macro `note("opportunite")`: a note to fill in, which the script prepares from the answers and exports."""
    return render_block(
        NOTES[note_id].template, note_id=note_id, data=json.dumps(note_data(note_id, context), ensure_ascii=False, separators=(",", ":")),
        law_date=french_date(context.catalogue.law_date), case_files_href=context.href(CASE_FILES_PAGE),
        page_of={one.id: context.href(one.page) for one in _wizards(note_id, context)},
    )


def note_data(note_id: str, context: RenderContext) -> dict[str, Any]:
    """What note-texts.mjs reads: the rules of the wizards, and their words."""
    return {"wizards": {one.id: wizard_data(one, context) | {"words": wizard_words(one, context)} for one in _wizards(note_id, context)},
            "sources": {name: _plain(html) for name, html in _cited(context).items()}}


def _wizards(note_id: str, context: RenderContext) -> list[Wizard]:
    known = context.catalogue.wizards
    return [known[name] for name in NOTES[note_id].wizards if name in known]


def wizard_words(shown: Wizard, context: RenderContext) -> dict[str, Any]:
    """Every text of a wizard without its tags, for files that hold none."""
    return {
        "questions": {one.id: {"text": _plain(one.text), "answers": {answer.id: _plain(answer.text) for answer in one.answers} | {UNKNOWN: DO_NOT_KNOW}}
                      for one in shown.questions},
        "outcomes": {one.id: {"title": _plain(one.title), "text": _rendered(one.text, context), "links": [_plain(link.text) for link in one.links],
                              "procedure": one.procedure}
                     for one in shown.outcomes},
        "sum": {key: _plain(label) for key, label in SUM_LINES.items()},
        "statuses": {one.id: _plain(one.text) for one in shown.statuses},
        "rules": {one.id: {"reason": _rendered(one.reason, context), "sources": _sources(one, context), "articles": _articles(one, context)} for one in shown.rules},
    }


def _articles(rule: Rule, context: RenderContext) -> list[str]:
    return [_plain(cite_reference(context, reference)) for reference in rule.articles]


def _sources(rule: Rule, context: RenderContext) -> list[str]:
    guides = [_plain(guide(context, one.id, one.page)) for one in rule.guides]
    return _articles(rule, context) + guides + (["notre lecture"] if rule.our_reading else [])


def _cited(context: RenderContext) -> dict[str, str]:
    """What the sentences of note-texts.mjs lean on: the choice to buy or not, the officials' list of clues."""
    known = context.catalogue
    cited = {"choice": cite_reference(context, "L1")} if "ccp" in known.codes and known.codes["ccp"].article("L1") else {}
    return cited | ({"clues": guide(context, CLUES)} if CLUES in known.guides else {})


def _rendered(text: str | None, context: RenderContext) -> str:
    return _plain(context.inline(text)) if text else ""


def _plain(html: str) -> str:
    return plain_text(polish_html(html)).strip()
