"""Links to the guides and to the articles of law, where a claim stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.guide import Guide
from macros.rendering.templates import render_phrase

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

GUIDES_PAGE = "guides/index.md"


def guide_target(guide: Guide) -> tuple[str, str]:
    """Page and anchor that describe `guide`: its own page for a landmark, else its line of the index."""
    return (f"guides/{guide.id}.md", "") if guide.landmark else (GUIDES_PAGE, guide.id)


def guide(context: RenderContext, guide_id: str, page: int | None = None, section: str | None = None) -> str:
    """Macro `guide("id", page=4)` or `guide("id", section="ouverts-fermes")`: a discreet link to the source.

    `page` counts in the document's own pages; a section brings its page. Checked at load.
    """
    cited = context.catalogue.guides[guide_id]
    part = cited.section(section) if section else None
    return render_phrase(
        "guide.html",
        guide=cited,
        href=context.href(*guide_target(cited)),
        page=page or (part.page if part else None),
        section=part,
    )


def article(context: RenderContext, number: str, code: str = "ccp") -> str:
    """Macro `article("R2122-8")` or `article("35.2.1", code="ccag-pi")`: link to the official text."""
    source = context.catalogue.codes[code]
    return render_phrase("article.html", code=source, article=source.article(number))


def cite_reference(context: RenderContext, reference: str, code: str = "ccp") -> str:
    """The link of an `article:` key of a data file, which may name its code itself."""
    named, number = split_article(reference)
    return article(context, number, named if code == "ccp" else code)


def split_article(reference: str) -> tuple[str, str]:
    """(code, number) of « R2122-8 » or of « ccag-pi:35.2.1 » in a data file."""
    code, separator, number = reference.rpartition(":")
    return (code if separator else "ccp"), number
