"""What every model shares: frozen, strict, and filled from French keys."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import Enum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, HttpUrl, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.reading.vocabulary import to_french

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Model(BaseModel):
    """Base of all models: unknown keys are refused, instances never change."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=to_french,
        populate_by_name=True,
        str_strip_whitespace=True,
    )


def slugify(text: str) -> str:
    """An id built from `text`: lower case, no accent, hyphens. Used to propose, never to decide."""
    spelled = text.replace("œ", "oe").replace("Œ", "OE").replace("’", " ")
    ascii_text = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text.lower())[:6])


def _check_slug(value: str) -> str:
    if SLUG.fullmatch(value):
        return value
    raise PydanticCustomError("slug", "identifiant", {"proposal": slugify(value) or "un-mot-court"})


def _french_bool(value: object) -> object:
    if value in ("oui", "non"):
        return value == "oui"
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("french_bool", "oui ou non")


def _check_address(value: str) -> str:
    if not re.fullmatch(r"https?://\S+", value):
        raise ValueError(value)
    HttpUrl(value)
    return value


def _iso_day(value: object) -> object:
    """pydantic would also take a number of seconds, or an hour: a day is only a day."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("date_form", "AAAA-MM-JJ")
    return value


Slug = Annotated[str, AfterValidator(_check_slug)]
YesNo = Annotated[bool, BeforeValidator(_french_bool), WithJsonSchema({"enum": ["oui", "non"]})]
Day = Annotated[date, BeforeValidator(_iso_day)]
Text = Annotated[str, StringConstraints(min_length=1)]
Address = Annotated[str, AfterValidator(_check_address)]
Duration = Annotated[str, StringConstraints(pattern=r"^\d{1,3} (min|h)$")]


class Audience(str, Enum):
    """Who a text is for."""

    OFFICER = "prescripteur"
    BUYER = "acheteur"
    LAWYER = "juriste"
    ELECTED = "elu"
    CONTRIBUTOR = "contributeur"

    @property
    def label(self) -> str:
        return {"elu": "élu"}.get(self.value, self.value)


class Confidence(str, Enum):
    """How sure a legal fact is. Meaning: page « À propos »."""

    CONFIRMED = "confirme"
    COMPUTED = "calcule"
    CONTRADICTORY = "contradictoire"
    UNVERIFIED = "a-verifier"

    @property
    def label(self) -> str:
        return {
            "confirme": "confirmé",
            "calcule": "calculé",
            "contradictoire": "sources contradictoires",
            "a-verifier": "à vérifier",
        }[self.value]

    @property
    def is_firm(self) -> bool:
        """Whether one may act on it without reading the official text again."""
        return self in (Confidence.CONFIRMED, Confidence.COMPUTED)
