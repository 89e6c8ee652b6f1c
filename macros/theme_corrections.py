"""The theme's own faults that no template of ours can reach, corrected in one place.

The theme's base.html puts four elements outside any block. They drove its own menu, search and
messages; overrides/ has its own. Each correction removes one and says why. One that no longer finds
its target is reported, so that a theme upgrade is noticed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Correction:
    """`found` is removed from every page."""

    found: str
    reason: str


CORRECTIONS: tuple[Correction, ...] = (
    Correction(
        '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">',
        "case du menu, inutile ici, et dont l'attribut autocomplete est refusé par le W3C",
    ),
    Correction(
        '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">',
        "case de la recherche, même défaut",
    ),
    Correction('<label class="md-overlay" for="__drawer"></label>', "étiquette vide d'une case disparue"),
    Correction('<div class="md-dialog__inner md-typeset"></div>', "boîte de message du thème, toujours vide"),
)


def correct(html: str) -> tuple[str, list[Correction]]:
    """The corrected page, and the corrections that found nothing to correct."""
    inert = [correction for correction in CORRECTIONS if correction.found not in html]
    for correction in CORRECTIONS:
        html = html.replace(correction.found, "")
    return html, inert
