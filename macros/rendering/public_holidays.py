"""Public holidays, from the library `holidays`: those of all France, then what each territory adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from holidays import country_holidays

ZONES = {
    "metropole": ("Métropole, hors Alsace et Moselle", None),
    "alsace-moselle": ("Alsace et Moselle", "57"),
    "guadeloupe": ("Guadeloupe", "971"),
    "martinique": ("Martinique", "972"),
    "guyane": ("Guyane", "973"),
    "la-reunion": ("La Réunion", "974"),
    "mayotte": ("Mayotte", "976"),
    "saint-barthelemy": ("Saint-Barthélemy", "BL"),
    "saint-martin": ("Saint-Martin", "MF"),
    "saint-pierre-et-miquelon": ("Saint-Pierre-et-Miquelon", "PM"),
    "polynesie-francaise": ("Polynésie française", "PF"),
    "nouvelle-caledonie": ("Nouvelle-Calédonie", "NC"),
    "wallis-et-futuna": ("Wallis-et-Futuna", "WF"),
}
"""Our id → the name shown, and the library's own."""
NAMES = {"Saint Pierre Chanel": "Fête de saint Pierre Chanel"}
"""Names that the library does not write as French does."""


@dataclass(frozen=True)
class Zone:
    """`added`: its holidays that are not those of all France."""

    id: str
    label: str
    added: dict[date, str]


@dataclass(frozen=True)
class PublicHolidays:
    """Those of the years `first` to `last`, both included."""

    first: int
    last: int
    common: dict[date, str]
    zones: tuple[Zone, ...]


def _days(subdivision: str | None, years: range) -> dict[date, str]:
    found = country_holidays("FR", subdiv=subdivision, years=years, language="fr")
    return {day: NAMES.get(name, name) for day, name in sorted(found.items())}


def public_holidays(first: int, last: int) -> PublicHolidays:
    years = range(first, last + 1)
    common = _days(None, years)
    return PublicHolidays(first, last, common, tuple(
        Zone(zone, label, {day: name for day, name in _days(subdivision, years).items() if day not in common})
        for zone, (label, subdivision) in ZONES.items()
    ))
