"""A tiny sound project, written in a temporary folder, and ways to change one of its files."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import macros.models
from macros.bindings import context_for
from macros.catalogue import load
from macros.models.base import Model
from macros.settings import LAW_DATE_KEY, load_settings

HEADER = """\
---
title: Essai
description: Une page pour essayer.
publics: [acheteur]
lecture: 2 min
verifie_le: 2026-11-23
---
"""

SOUND = {
    "mkdocs.yml": f"""\
site_name: Essai
extra:
  {LAW_DATE_KEY}: !ENV [DATE_DU_DROIT, "2026-08-23"]
""",
    "docs/index.md": HEADER + """
# Accueil

Lire {{ guide("livre", page=4) }}, {{ article("R2122-8") }} et {{ procedure("dialogue") }}.
Compter {{ seuil("dispense") }} et {{ delai("dialogue", "candidatures") }}.
""",
    "docs/checklists/avant.md": HEADER + '\n# Avant\n\n{{ checklist("avant") }}\n',
    "docs/guides/index.md": HEADER + "\n# Guides\n\n{{ index_des_guides() }}\n",
    "docs/guides/repere.md": HEADER + '\n# Repère\n\n{{ fiche_guide("repere") }}\n',
    "docs/seuils/index.md": HEADER + "\n# Seuils\n\n{{ seuils_en_vigueur() }}\n",
    "docs/choisir/procedures.md": HEADER + "\n# Procédures\n\n{{ fiches_procedures() }}\n",
    "docs/_donnees/checklists/avant.md": """\
---
titre: Avant de commander
resume: Les questions à régler.
etape: decider
publics: [prescripteur, acheteur]
duree: 20 min
verifie_le: 2026-11-23
anciens_ids: {vieux-nom: probleme}
---

À ouvrir à plusieurs.

## Le problème { #le-probleme }

- [ ] Nous disons le problème en une phrase. { #probleme }

    Pourquoi : un outil choisi trop tôt déforme le besoin. {{ guide("repere") }}

    Source : {{ guide("livre", section="ouverture") }}

- [ ] Nous connaissons les usagers. { #usagers }

    Pourquoi : on achète pour eux.

    Source : proposition de la rédaction.
""",
    "docs/_donnees/guides/livre.yml": """\
titre: Le livre de l'achat
court: Livre
editeur: Bureau des essais
annee: 2019
genre: livre
adresse: https://exemple.fr/livre
pages: 24
statut: lu
consulte_le: 2026-11-23
sections:
  - {id: ouverture, titre: Ouvrir, page: 7}
  - {id: annexes, titre: Annexes}
resume: Un livre.
""",
    "docs/_donnees/guides/repere.yml": """\
titre: Le repère
court: Repère
editeur: Atelier
genre: guide
statut: introuvable
consulte_le: 2026-11-23
repere: oui
resume: Un repère, près du {{ guide("livre") }}.
voisins: [livre]
""",
    "docs/_donnees/articles/ccp.yml": """\
titre: Code de la commande publique
court: CCP
adresse: https://exemple.fr/ccp
etat_au: 2026-08-23
source: Base officielle
articles:
  - {numero: R2122-8, depuis: 2026-04-01, objet: Petits achats, marque: confirme}
  - {numero: R2161-25, objet: Délai de candidature, marque: confirme}
  - {numero: annexe-2, objet: Seuils européens, marque: confirme}
""",
    "docs/_donnees/articles/ccag-pi.yml": """\
titre: Cahier des clauses générales, prestations intellectuelles
court: CCAG-PI
adresse: https://exemple.fr/ccag-pi
etat_au: 2026-08-23
source: Journal officiel
articles:
  - {numero: 35.2.1, objet: Cession des résultats, marque: confirme}
""",
    "docs/_donnees/seuils/dispense.yml": """\
libelle: Dispense de publicité
groupe: dispense
unite: euros-ht
comparaison: inferieur
resume: Sous ce seuil, pas de publicité.
verifie_le: 2026-11-23
valeurs:
  - {a_partir_du: 2020-01-01, montant: 40000, article: R2122-8, source: Décret A, marque: confirme}
  - {a_partir_du: 2026-04-01, montant: 60000, article: R2122-8, source: Décret B, marque: confirme}
  - {a_partir_du: 2026-07-01, montant: 70000, source: Revue C, marque: contradictoire, note: Une revue dit autre chose.}
""",
    "docs/_donnees/seuils/renvoi.yml": """\
libelle: Contrôle
groupe: controle
unite: euros-ht
comparaison: a-partir-de
resume: Suit la dispense.
verifie_le: 2026-11-23
suit: dispense
suit_depuis: 2025-01-01
""",
    "docs/_donnees/procedures/dialogue.yml": """\
libelle: Dialogue compétitif
famille: formalisee
resume: On dialogue avant l'offre.
quand: [Le besoin se précise en parlant.]
conditions:
  - {phrase: Sous le seuil, article: R2122-8, seuil: dispense}
etapes:
  - id: candidatures
    libelle: Recevoir les candidatures
    delai: 30
    depart: l'envoi de l'avis
    reductions: [{jours: 15, si: urgence, article: R2161-25}]
    article: R2161-25
  - {id: dialogue, libelle: Dialoguer, sans_delai: Aucun chiffre.}
articles: [R2161-25, "ccag-pi:35.2.1"]
guides: [{id: livre, page: 14}]
verifie_le: 2026-11-23
""",
}


def pytest_generate_tests(metafunc):
    """A test that asks for `model_class` runs on every model of the project."""
    if "model_class" in metafunc.fixturenames:
        for module in pkgutil.iter_modules(macros.models.__path__):
            import_module(f"macros.models.{module.name}")
        classes = sorted(_subclasses(Model), key=lambda one: one.__name__)
        metafunc.parametrize("model_class", classes, ids=[one.__name__ for one in classes])


def _subclasses(model: type) -> set[type]:
    direct = set(model.__subclasses__())
    return direct.union(*map(_subclasses, direct))


@pytest.fixture(autouse=True)
def _law_date_comes_from_the_project(monkeypatch):
    monkeypatch.delenv("DATE_DU_DROIT", raising=False)


@pytest.fixture
def sound() -> dict[str, str]:
    """Path → text of a whole project in which nothing is wrong."""
    return dict(SOUND)


@pytest.fixture
def edited():
    """The change, for `write_project`, that replaces `old` by `new` in one sound file."""
    def edit(path: str, old: str, new: str) -> dict[str, str]:
        assert SOUND[path].count(old) == 1, f"{old!r} must appear once in {path}"
        return {path: SOUND[path].replace(old, new)}

    return edit


@pytest.fixture
def write_project(tmp_path):
    """Write the sound project with `changes` (path → text, None to leave the file out). Gives its root."""
    def write(changes: dict[str, str | None] | None = None) -> Path:
        for path, text in {**SOUND, **(changes or {})}.items():
            if text is not None:
                file = tmp_path / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture(scope="session")
def _already_loaded() -> dict:
    """A catalogue is only read, so tests that want the same one share it: most of their time is YAML."""
    return {}


@pytest.fixture
def load_with(write_project, monkeypatch, _already_loaded):
    """Catalogue and problems of the sound project with `changes`, at `law_date`."""
    def load_changed(changes: dict[str, str | None] | None = None, law_date: str = "2026-08-23"):
        key = (law_date, *sorted((changes or {}).items()))
        if key not in _already_loaded:
            monkeypatch.setenv("DATE_DU_DROIT", law_date)
            _already_loaded[key] = load(load_settings(write_project(changes)))
        return _already_loaded[key]

    return load_changed


@pytest.fixture
def catalogue(load_with):
    """The sound project's catalogue."""
    loaded, problems = load_with()
    assert problems == []
    return loaded


@pytest.fixture
def home_context(catalogue):
    """What the macros of the sound home page receive."""
    return context_for(catalogue, "index.md")
