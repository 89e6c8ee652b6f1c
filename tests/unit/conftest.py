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
Dire {{ terme("sourcage", texte="sourcer") }}, {{ pratique("dire") }}, {{ ecueil("collection") }} et {{ element("avant", "probleme") }}.
""",
    "docs/checklists/avant.md": HEADER + '\n# Avant\n\n{{ checklist("avant") }}\n',
    "docs/guides/index.md": HEADER + "\n# Guides\n\n{{ index_des_guides() }}\n",
    "docs/guides/repere.md": HEADER + '\n# Repère\n\n{{ fiche_guide("repere") }}\n',
    "docs/seuils/index.md": HEADER + "\n# Seuils\n\n{{ seuils_en_vigueur() }}\n",
    "docs/choisir/dialogue.md": HEADER + '\n# Dialogue\n\n{{ etapes("dialogue") }}\n',
    "docs/choisir/voie.md": HEADER + '\n# Voie\n\n{{ parcours("voie") }}\n',
    "docs/ecrire/atelier.md": HEADER + '\n# Atelier\n\n{{ atelier("commande") }}\n',
    "docs/ecrire/poser-le-probleme.md": HEADER + '\n# Poser\n\n{{ fiches_pratiques("poser") }}\n',
    "docs/ecrire/vingt-erreurs.md": HEADER + '\n# Erreurs\n\n{{ fiches_erreurs("trop-vite") }}\n',
    "docs/ecrire/clausier.md": HEADER + '\n# Clauses\n\n{{ fiches_clauses("probleme") }}\n',
    "docs/ecrire/commande-hall.md": HEADER + '\n# Hall\n\n{{ commande("hall", "probleme") }}\n',
    "docs/ecrire/regles-du-relecteur.md": HEADER + "\n# Relecteur\n\n{{ regles_de_relecture() }}\n",
    "docs/ecueils/dix-sept-ecueils.md": HEADER + "\n# Écueils\n\n{{ fiches_ecueils() }}\n",
    "docs/choisir/commun.md": HEADER + '\n# Commun\n\n{{ etapes("commun") }}\n',
    "docs/choisir/retroplanning.md": HEADER + '\n# Rétroplanning\n\n{{ retroplanning("essai") }}\n',
    "docs/reperes/glossaire.md": HEADER + "\n# Glossaire\n\n{{ glossaire() }}\n",
    "docs/reperes/ce-qui-a-change.md": HEADER + "\n# Changements\n\n{{ changements_du_droit() }}\n",
    "docs/reperes/concordance.md": HEADER + "\n# Concordance\n\n{{ concordance() }}\n",
    "docs/decider/chemin-d-autonomie.md": HEADER + "\n# Chemin\n\n{{ chemin_d_autonomie() }}\n",
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
    reductions: [{jours: 15, si: urgence, article: R2161-25, motif: urgence}]
    article: R2161-25
  - {id: dialogue, libelle: Dialoguer, sans_delai: Aucun chiffre.}
articles: [R2161-25, "ccag-pi:35.2.1"]
guides: [{id: livre, page: 14}]
planchers: [{jours: 15, texte: Sans compter le dialogue.}]
place_pour_la_creativite: {niveau: 5, texte: Tout se discute.}
effort: {niveau: 4, texte: Une équipe présente.}
frises: [{segments: [{temps: candidatures, jours: 15}]}]
verifie_le: 2026-11-23
""",
    "docs/_donnees/pratiques/dire.md": """\
---
titre: Dire le problème
rang: 1
groupe: poser
voies: [dialogue]
element: avant#probleme
verifie_le: 2026-11-23
---

## Avant

Une application à 30 000 €.

## Après

Un habitant sur trois repart sans réponse.

> Une citation, sur deux paragraphes.

## Pourquoi

On choisit mieux quand on sait pourquoi ({{ guide("livre", page=3) }}).

## Par quelle voie

Toutes.

## Vigilance

Relisez à deux.
""",
    "docs/_donnees/ecueils/collection.md": """\
---
titre: La collection
rang: 1
element: avant#usagers
pratiques: [dire]
verifie_le: 2026-11-23
---

## Scène

Douze boîtes, aucune ouverte, en 3 jours.

## Symptôme

On cherche encore.

## Mécanisme

Trouver rassure.

## Remède

Une boîte, une date.

## Question

Qui s'en sert lundi ?
""",
    "docs/_donnees/erreurs/besoin-flou.md": """\
---
titre: Écrire un besoin flou
rang: 1
groupe: trop-vite
element: avant#usagers
ecueils: [collection]
verifie_le: 2026-11-23
---

**L'acheteur** laisse ouvert. **Le candidat** devine ({{ article("R2122-8") }}). **Réparez** avec {{ pratique("dire") }}, voir {{ renvoi("index.md#debut", "le début") }}.
""",
    "docs/_donnees/clauses/fait-compte.md": """\
---
titre: Compter avant d'écrire
rang: 1
etape: probleme
voies: [dialogue]
pratiques: [dire]
erreurs: [besoin-flou]
element: avant#probleme
verifie_le: 2026-11-23
---

## Texte

[Un habitant sur trois] repart sans réponse, et 30 000 € n'y ont rien fait.

## Pourquoi

Un fait se discute moins qu'un adjectif ({{ article("R2122-8") }}).

## Vigilance

Comptez une semaine ordinaire.

## Autrement

Racontez une matinée.
""",
    "docs/_donnees/commandes/hall.yml": """\
titre: Repenser un hall
rang: 1
resume: Un hall, un essai.
page: ecrire/commande-hall.md
verifie_le: 2026-11-23
reglages: {montant: "58000", rencontre: entretien}
parties:
  - id: probleme
    titre: 1. Le problème
    passages:
      - {champ: probleme, texte: Un visiteur sur quatre repart.}
      - {champ: probleme, meme_alinea: oui, texte: Il revient.}
      - {champ: probleme, amorce: Échecs., texte: Une borne à 9 000 €.}
      - {champ: rencontre, texte: Nous vous recevons.}
  - id: choisir
    titre: 2. Choisir
    criteres:
      - {nom: Chercher, poids: 80, texte: ce que vous avez vu.}
      - {nom: Prix, poids: 20}
    passages:
      - {champ: probleme, texte: Quatre personnes lisent.}
""",
    "docs/_donnees/relecture/besoin-vague.yml": """\
titre: Le besoin reste vague
genre: passage
famille: flou
gravite: moyenne
motifs: ["selon (les )?besoins"]
raison: Personne ne sait ce qui est demandé ({{ article("R2122-8") }}).
reformulation: Dites qui, quand, et combien de fois.
pratiques: [dire]
erreurs: [besoin-flou]
ecueils: [collection]
clauses: [fait-compte]
element: avant#probleme
exemples: ["Les ateliers ont lieu selon les besoins.", "Le nombre varie selon besoins.", "Selon les besoins, une visite a lieu."]
contre_exemples: ["Les ateliers ont lieu le lundi.", "Les besoins sont dits.", "Le nombre varie selon la saison."]
verifie_le: 2026-11-23
""",
    "docs/_donnees/glossaire/sourcage.md": """\
---
terme: Sourçage
mots_courants: [étude de marché, parler aux entreprises]
definition: Se renseigner auprès des entreprises avant d'écrire.
voir: [offre]
verifie_le: 2026-11-23
---

Il est permis ({{ article("R2122-8") }}).
""",
    "docs/_donnees/glossaire/offre.md": """\
---
terme: Offre
mots_courants: [réponse]
definition: Ce qu'un candidat propose.
verifie_le: 2026-11-23
---
""",
    "docs/_donnees/autonomie/observer.md": """\
---
titre: Observer un voisin
rang: 1
court: Observer
verifie_le: 2026-11-23
---

## Ce que vous faites

Vous suivez un projet.

## Qui vous aide

Un pair.

## Épreuve

Vous savez le raconter.
""",
    "docs/_donnees/veille/2026-04-01-dispense.yml": """\
a_partir_du: 2026-04-01
titre: La dispense monte
avant: L'ancien montant.
apres: >-
  Le nouveau, {{ seuil("dispense") }}.
pour_vous: Recomptez.
articles: [R2122-8]
texte: décret B
source: Journal officiel
adresse: https://exemple.fr/jo
marque: confirme
seuils: [dispense]
verifie_le: 2026-11-23
""",
    "docs/_donnees/procedures/commun.yml": """\
libelle: Règles communes
famille: commun
resume: Ce qui vaut partout.
etapes:
  - {id: attente, libelle: Attendre, delai: 11, depart: l'envoi des rejets, article: R2161-25}
verifie_le: 2026-11-23
""",
    "docs/_donnees/calendriers/essai.yml": """\
titre: Rétroplanning
resume: Du besoin à la signature.
verifie_le: 2026-11-23
phases:
  - {id: ecrire, libelle: Écrire, jours: 20, texte: Notre proposition.}
reperes:
  - {id: rappel, libelle: Rappeler, temps: "commun:attente", avant: signature}
deroules:
  - id: signer
    libelle: Signer
    procedure: commun
    enchainement:
      - {phase: ecrire, jalon: rejets}
      - {temps: "commun:attente", jalon: signature}
    reperes: [rappel]
""",
    "docs/_donnees/atelier/commande.yml": """\
titre: Atelier
resume: Deux questions, une commande.
page: ecrire/atelier.md
verifie_le: 2026-11-23
parties:
  - {id: probleme, titre: 1. Le problème}
  - {id: reponse, titre: 2. Votre réponse}
titre_des_clauses: Clauses
etapes:
  - id: probleme
    question: Qu'arrive-t-il ?
    pourquoi: C'est par là que l'on commence ({{ guide("livre", page=4) }}).
    pratiques: [dire]
    champs:
      - {id: probleme, libelle: Le problème, partie: probleme, aide: "Voir {{ article(\\"R2122-8\\") }}.", amorce: "Voici :"}
      - {id: montant, libelle: L'enveloppe, type: montant, partie: reponse, phrase: "Enveloppe : {}."}
  - id: selection
    question: Comment choisirez-vous ?
    pourquoi: L'équipe met ses heures en face de ses chances ({{ guide("livre", page=4) }}).
    pratiques: [dire]
    champs:
      - {id: criteres, libelle: Les critères, type: criteres, partie: reponse}
      - id: rencontre
        libelle: Une rencontre
        type: choix
        partie: reponse
        reponses:
          - {id: aucune, texte: Non, phrase: Personne n'est reçu.}
          - {id: entretien, texte: Oui}
      - {id: voie, libelle: La voie, type: procedure, partie: reponse, amorce: "Procédure :"}
controles:
  - {id: sans-probleme, etape: probleme, genre: manque, si: {probleme: [vide]}, texte: "Le problème manque ({{ pratique(\\"dire\\") }})."}
  - {id: trop-cher, etape: selection, genre: contradiction, si: {voie: [dialogue], montant: {des: dispense}}, texte: Trop cher.}
""",
    "docs/_donnees/parcours/voie.yml": """\
titre: Quelle voie ?
resume: Une question, une voie.
page: choisir/voie.md
verifie_le: 2026-11-23
questions:
  - id: acheteur
    texte: Qui achète ?
    court: acheteur
    aide: Voir {{ article("R2122-8") }}.
    inconnu: oui
    reponses:
      - {id: etat, texte: L'État, court: État}
      - {id: commune, texte: Une commune}
  - id: valeur
    texte: Que vaut le besoin ?
    type: montant
    inconnu: oui
    quand: {acheteur: [etat, commune]}
faits:
  - {id: petit, court: sous la dispense, texte: "La valeur reste sous {{ seuil(\\"dispense\\") }}", si: {valeur: {sous: dispense}}}
statuts:
  - {id: possible, texte: Possible, force: 1}
  - {id: ecartee, texte: Écartée, force: 9}
groupes:
  - {id: voies, titre: Les voies, toujours: oui, si_vide: Rien encore.}
resultats:
  - id: dialogue
    titre: Dialogue
    groupe: voies
    texte: Après {{ procedure("dialogue") }}.
    procedure: dialogue
    suite: [{page: index.md, texte: Lire}]
regles:
  - id: ouvert
    si: {non: {fait: petit}}
    effet: {dialogue: possible}
    raison: Au-dessus, tout s'ouvre.
    articles: [R2122-8]
    guides: [{id: livre, page: 4}]
  - id: ferme
    si: {tous: [{fait: petit}], acheteur: [etat]}
    effet: {dialogue: ecartee}
    raison: Sous {{ seuil("dispense") }}, cela ne vaut pas la peine.
    notre_lecture: oui
""",
    "docs/_donnees/themes/ouvrir.yml": """\
titre: Ouvrir la commande
rang: 1
page: choisir/dialogue.md
references:
  - {id: livre, page: 7, note: Un chapitre.}
  - {id: repere}
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
