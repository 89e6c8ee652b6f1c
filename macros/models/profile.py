"""Who buys: the few profiles that change an amount, a delay or a route."""

from __future__ import annotations

from enum import Enum


class Profile(str, Enum):
    """The ids are kept in readers' browsers and in shared links: they never change."""

    STATE = "etat"
    LOCAL = "collectivite"
    HOSPITAL = "hopital"
    OTHER = "autre"
    NETWORKS = "reseaux"

    @property
    def label(self) -> str:
        return {
            "etat": "État ou établissement public administratif de l'État", "collectivite": "Collectivité ou établissement public local",
            "hopital": "Hôpital public", "autre": "Autre pouvoir adjudicateur",
            "reseaux": "Opérateur de réseaux (entité adjudicatrice)",
        }[self.value]
