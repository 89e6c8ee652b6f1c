"""A guide, article, public contract… that the site cites, with what was really read of it."""

from __future__ import annotations

from enum import Enum

from pydantic import Field

from macros.models.base import Address, Day, Model, Slug, Text, YesNo


class ReadingStatus(str, Enum):
    READ = "lu"
    PARTLY_READ = "lu-en-partie"
    CITED = "cite"
    NOT_FOUND = "introuvable"

    @property
    def label(self) -> str:
        return {"lu": "lu en entier", "lu-en-partie": "lu en partie",
                "cite": "cité, non lu", "introuvable": "introuvable"}[self.value]


class GuideKind(str, Enum):
    GUIDE = "guide"
    POST = "billet"
    WEB_PAGE = "page-web"
    BOOK = "livre"
    CONTRACT = "piece-de-marche"
    CIRCULAR = "circulaire"
    SHEET = "fiche"
    STUDY = "etude"

    @property
    def label(self) -> str:
        return {"page-web": "page web", "piece-de-marche": "pièce de marché", "etude": "étude"}.get(self.value, self.value)

    @property
    def plural(self) -> str:
        return {
            "guide": "Guides", "billet": "Billets et articles", "page-web": "Pages web", "livre": "Livres",
            "piece-de-marche": "Pièces de marchés réels", "circulaire": "Circulaires", "fiche": "Fiches", "etude": "Études et mémoires",
        }[self.value]


class GuideSection(Model):
    id: Slug
    title: Text
    page: int | None = Field(default=None, ge=1)


class Guide(Model):
    """`short` is the label used in citations; `address` is the original one, absent when unknown."""

    id: Slug
    title: Text
    short: Text
    publisher: Text
    authors: tuple[Text, ...] = ()
    year: int | None = Field(default=None, ge=1900, le=2100)
    edition: Text | None = None
    kind: GuideKind
    jurisdiction: Text | None = None
    address: Address | None = None
    other_addresses: tuple[Address, ...] = ()
    pages: int | None = Field(default=None, ge=1)
    licence: Text | None = None
    status: ReadingStatus
    consulted_on: Day
    landmark: YesNo = False
    sections: tuple[GuideSection, ...] = ()
    summary: Text
    reserve: Text | None = None
    neighbours: tuple[Slug, ...] = ()

    def section(self, section_id: str) -> GuideSection | None:
        return next((section for section in self.sections if section.id == section_id), None)
