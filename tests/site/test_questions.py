"""Questions that readers ask, and the page where each would look first: the answer is in its opening, or under the heading named."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag

OPENING = 130
"""Words a hurried reader gives to a page."""

# Who asks, the question, the page, its heading (none: the opening), what the answer says. Written before the pages were looked at again.
QUESTIONS = [
    ("chargée de mission", "Puis-je faire ce travail sans prestataire ?", "decider/faut-il-se-faire-aider/", "avez-vous-le-choix", ["propres moyens", "L. 1 CCP"]),
    ("chargé de mission", "Je dois écouter des écoliers : faut-il de l'aide ?", "decider/quatre-situations/", "ecoliers", ["déchiffrer", "autorisation des parents"]),
    ("élue", "Et si l'on n'achetait rien ?", "decider/quand-ne-pas-acheter/", "", ["personne ne portera la suite", "tout est déjà décidé"]),
    ("directeur", "Un stagiaire peut-il suffire ?", "decider/formes-d-aide/", "apprenti", ["tuteur"]),
    ("acheteuse", "Jusqu'à quel montant puis-je acheter sans publicité ?", "choisir/petits-achats/", "", ["60 000 € HT"]),
    ("acheteur", "On me demande de l'innovant : quel montant sans concurrence ?", "choisir/achat-innovant/", "", ["100 000 € HT", "140 000 € HT"]),
    ("acheteuse", "Ai-je le droit de négocier ?", "choisir/procedure-adaptee/", "", ["négoci"]),
    ("juriste", "Une négociation est-elle permise en appel d'offres ?", "choisir/appel-d-offres/", "", ["négoci"]),
    ("juriste", "Quel délai pour candidater à un dialogue compétitif ?", "choisir/dialogue-competitif/", "etapes", ["30 jours", "R. 2161-25"]),
    ("acheteur", "Combien de jours au minimum pour un appel d'offres ouvert ?", "choisir/appel-d-offres/", "etapes", ["41 jours"]),
    ("juriste", "Que dit la loi des variantes depuis mai 2026 ?", "choisir/variantes/", "", ["28 mai 2026", "L. 2151-2"]),
    ("acheteuse", "Puis-je encore juger sur le prix seul ?", "choisir/criteres/", "", ["environnement"]),
    ("juriste", "Depuis quand le critère environnemental est-il obligatoire ?", "choisir/criteres/", "", ["21 août 2026", "R. 2152-7"]),
    ("prescriptrice", "Puis-je rencontrer des entreprises avant d'écrire ?", "choisir/sourcage/", "", ["R. 2111-1"]),
    ("acheteur", "Dois-je payer les maquettes que je demande ?", "choisir/primes/", "", ["R. 2151-15"]),
    ("juriste", "Qui possède les résultats ?", "choisir/propriete-intellectuelle/", "par-defaut", ["35."]),
    ("acheteuse", "Comment calculer la valeur du besoin ?", "choisir/valeur-du-besoin/", "", ["R. 2121-1"]),
    ("acheteuse", "Puis-je découper pour rester sous un seuil ?", "choisir/valeur-du-besoin/", None, ["R. 2121-4"]),
    ("prescripteur", "Comment réunir un designer et un sociologue ?", "choisir/reunir-plusieurs-competences/", "", ["groupement"]),
    ("chargée de mission", "Un appel à projets est-il un marché ?", "choisir/appel-a-projets-et-subvention/", "", ["besoin"]),
    ("juriste", "Qu'est-ce qu'une innovation pour la loi ?", "choisir/qu-est-ce-qu-une-innovation/", "", ["L. 2172-3"]),
    ("acheteur", "Combien de temps attendre avant de signer ?", "choisir/regles-communes/", None, ["11 jours"]),
    ("prescripteur", "Par quoi commence une commande ?", "ecrire/deux-pages/", "squelette", ["Le problème"]),
    ("acheteuse", "Combien de pages demander ?", "ecrire/choisir-une-equipe/", "demander-peu-de-pages", ["pages"]),
    ("candidate", "Pourquoi ne pas demander d'idées gratuites ?", "ecrire/choisir-une-equipe/", "payer-la-creation", ["prime"]),
    ("chargé de mission", "Un outil trouvé en ligne va-t-il résoudre mon problème ?", "ecueils/trop-d-outils/", "", ["outil"]),
    ("débutante", "Que veut dire « saucissonner » ?", "reperes/glossaire/", "mots-courants", ["saucissonner", "fractionnement"]),
    ("juriste", "Qu'est-ce qui a changé en avril 2026 ?", "reperes/ce-qui-a-change/", "annee-2026", ["1er avril 2026", "60 000 € HT"]),
]


def opening(article: Tag) -> str:
    """The words after the title and the line about the page."""
    text = " ".join(part.get_text(" ") for part in article.select_one("h1").find_all_next(["p", "li"]) if not part.find_parent(class_=["ci-meta", "ci-toc"]))
    return " ".join(text.split()[:OPENING])


def under(article: Tag, anchor: str) -> str:
    """The words from the heading `anchor` to the next one of its rank."""
    heading = article.find(id=anchor)
    words = []
    for element in heading.next_siblings:
        if isinstance(element, Tag) and re.fullmatch("h[1-6]", element.name) and element.name <= heading.name:
            break
        words.append(element.get_text(" ") if isinstance(element, Tag) else str(element))
    return " ".join(words)


@pytest.mark.parametrize("reader, question, path, anchor, words", QUESTIONS, ids=[one[1] for one in QUESTIONS])
def test_question_is_answered_where_one_looks_first(pages, reader, question, path, anchor, words):
    soup = next(page.soup for page in pages if page.path == f"{path}index.html")
    article = BeautifulSoup(str(soup.select_one("article")), "html.parser")
    for meta in article.select(".ci-meta, .ci-toc"):
        meta.decompose()
    answer = article.get_text(" ") if anchor is None else under(article, anchor) if anchor else opening(article)
    answer = re.sub(r"\s+", " ", answer)
    assert [word for word in words if word not in answer] == []
