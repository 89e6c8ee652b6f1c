"""The pages on which what holds for every page is tried."""

# One page of each kind of template and component.
PAGES = [
    "index.html", "decider/chemin-d-autonomie/", "decider/outil/", "choisir/est-ce-innovant/", "choisir/note-de-justification/",
    "choisir/", "choisir/comparer/", "choisir/quelle-procedure/", "choisir/dialogue-competitif/", "choisir/retroplanning/",
    "ecrire/poser-le-probleme/", "ecrire/commande-accueil/", "ecrire/atelier/", "ecrire/poids-des-criteres/", "ecrire/relecteur/", "ecrire/regles-du-relecteur/", "ecrire/clausier/", "ecrire/vingt-erreurs/", "ecueils/dix-sept-ecueils/", "reperes/glossaire/",
    "reperes/ce-qui-a-change/", "reperes/concordance/", "seuils/", "checklists/", "checklists/avant-de-commander/", "dossiers/",
    "guides/", "guides/amf-pluridisciplinarite/", "contribuer/macros/", "404.html",
]
