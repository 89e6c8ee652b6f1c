"""The articles of law that the site cites, grouped by code, with the date of the version read."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import StringConstraints

from macros.models.base import Address, Confidence, Day, Model, Slug, Text

ArticleNumber = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([.-][0-9A-Za-z]+)*$")]


class Article(Model):
    """`since`: first day of the version read, when the source gives it."""

    number: ArticleNumber
    subject: Text
    since: Day | None = None
    confidence: Confidence
    note: Text | None = None

    @property
    def label(self) -> str:
        """« R. 2122-8 », « annexe 2 », « 35.2.1 » : the number as a French lawyer writes it."""
        if self.number.startswith("annexe-"):
            return self.number.replace("-", " ")
        return re.sub(r"^([LRD])(\d)", r"\1. \2", self.number)


class Code(Model):
    """One code or set of general clauses, as of one day."""

    id: Slug
    title: Text
    short: Text
    address: Address
    as_of: Day
    source: Text
    articles: tuple[Article, ...]

    def article(self, number: str) -> Article | None:
        return next((article for article in self.articles if article.number == number), None)
