import pytest

ORDER = "docs/_donnees/commandes/hall.yml"
CLAUSE = "docs/_donnees/clauses/fait-compte.md"
MISTAKE = "docs/_donnees/erreurs/besoin-flou.md"
HOME = "docs/index.md"


@pytest.mark.parametrize("path, old, new, line, what", [
    (ORDER, "page: ecrire/commande-hall.md", "page: ecrire/commande-halle.md", 4, "page inconnue"),
    (ORDER, "champ: rencontre", "champ: rencontres", 14, "champ inconnu"),
    (ORDER, "rencontre: entretien", "rencontres: entretien", 6, "champ inconnu"),
    (ORDER, "id: choisir", "id: probleme", 15, "écrit deux fois"),
    (ORDER, "poids: 20", "poids: 30", 15, "les poids ne font pas 100"),
    (ORDER, "Il revient.", '"{{ article(\\"R2122-8\\") }}"', 12, "affiché tel quel"),
    (CLAUSE, "etape: probleme", "etape: problème-flou", 4, "n'est pas un identifiant"),
    (CLAUSE, "etape: probleme", "etape: problemes", 4, "étape inconnue"),
    (CLAUSE, "erreurs: [besoin-flou]", "erreurs: [besoin-fou]", 7, "erreur inconnue"),
    (CLAUSE, "pratiques: [dire]", "pratiques: [redire]", 6, "pratique inconnue"),
    (CLAUSE, "voies: [dialogue]", "voies: [dialogues]", 5, "procédure inconnue"),
    (CLAUSE, "element: avant#probleme", "element: avant#problem", 8, "n'a pas d'élément"),
    (MISTAKE, "ecueils: [collection]", "ecueils: [collections]", 6, "écueil inconnu"),
    (MISTAKE, 'renvoi("index.md#debut"', 'renvoi("accueil.md#debut"', 10, "page inconnue"),
])
def test_link_to_nothing_is_told_with_its_line(load_with, edited, path, old, new, line, what):
    _, problems = load_with(edited(path, old, new))
    assert [(one.file, one.line) for one in problems if what in one.what] == [(path, line)], problems


@pytest.mark.parametrize("call, what", [
    ('{{ erreur("besoin-fou") }}', "erreur inconnue"), ('{{ clause("fait-conte") }}', "clause inconnue"),
])
def test_call_to_nothing_is_told_with_a_guess(load_with, edited, call, what):
    _, (problem,) = load_with(edited(HOME, "# Accueil\n", f"# Accueil\n\n{call}\n"))
    assert what in problem.what and "Vouliez-vous dire" in problem.remedy


@pytest.mark.parametrize("call, what", [
    ('fiches_erreurs("vite")', "groupe d'erreurs inconnu"), ('fiches_clauses("problem")', "aucune clause pour l'étape"),
    ('commande("halle", "choisir")', "commande inconnue"), ('commande("hall", "choisi")', "n'a pas de partie"),
])
def test_block_of_nothing_is_told(load_with, edited, call, what):
    _, (problem,) = load_with(edited(HOME, "# Accueil\n", f"# Accueil\n\n{{{{ {call} }}}}\n"))
    assert what in problem.what
