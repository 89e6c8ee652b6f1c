"""Links to the guides and to the articles of law, where a claim stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.models.guide import Guide
from macros.places import guide_place
from macros.rendering.templates import render_phrase

if TYPE_CHECKING:
    from macros.rendering.context import RenderContext

def guide_href(context: RenderContext, shown: Guide) -> str:
    """Address of what the site says of a guide."""
    place = guide_place(shown)
    return context.href(place.page, place.anchor)


def guide(context: RenderContext, guide_id: str, page: int | None = None, section: str | None = None) -> str:
    """Macro `guide("id", page=4)` or `guide("id", section="ouverts-fermes")`: a discreet link to the source.

    `page` counts in the document's own pages; a section brings its page. Checked at load.
    """
    cited = context.catalogue.guides[guide_id]
    part = cited.section(section) if section else None
    return render_phrase(
        "guide.html",
        guide=cited,
        href=guide_href(context, cited),
        page=page or (part.page if part else None),
        section=part,
    )


def example(context: RenderContext, figure: str) -> str:
    """Macro `exemple("18 000 € HT")`: a figure of our own invention, which says so."""
    return render_phrase("example.html", figure=figure)


def figure(context: RenderContext, figure: str, guide_id: str, page: int | None = None, section: str | None = None) -> str:
    """Macro `chiffre("de 5 000 à 15 000 €", "guide-id", page=4)`: a figure that a guide gives, followed by that guide."""
    return render_phrase("figure.html", figure=figure, source=guide(context, guide_id, page, section))


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
