"""What a contributor can get wrong: each mistake is told with its file, its line and its remedy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.catalogue import load
from macros.check import main as check
from macros.problems import Problem, ProblemsFound, report
from macros.settings import load_settings
from tests.conftest import ROOT, run_mkdocs

LIST = "docs/_donnees/checklists/une-liste.md"
GUIDE = "docs/_donnees/guides/petit-guide.yml"
THRESHOLD = "docs/_donnees/seuils/petits-achats.yml"
HOME = "docs/index.md"
PRACTICE = "docs/_donnees/pratiques/dire-le-probleme.md"
PITFALL = "docs/_donnees/ecueils/collectionner.md"
TERM = "docs/_donnees/glossaire/sourcage.md"
STEP = "docs/_donnees/autonomie/observer.md"
CHANGE = "docs/_donnees/veille/2026-04-01-petits-achats.yml"
THEME = "docs/_donnees/themes/commander.yml"
PROCEDURE = "docs/_donnees/procedures/appel-d-offres.yml"

# name: (file, what is replaced, by what, line of the problem, words of what is wrong, words of the remedy)
MISTAKES = {
    "item without id": (LIST, " { #une-phrase }", "", 12, "identifiant manquant", "{ #nous-pouvons-dire-le-probleme-en }"),
    "section without id": (LIST, " { #le-probleme }", "", 10, "identifiant manquant", "{ #le-probleme }"),
    "duplicate id": (LIST, "#la-suite", "#une-phrase", 18, "déjà pris à la ligne 12", "garde les coches"),
    "id with accents": (LIST, "#la-suite", "#la-suite-portée", 18, "n'est pas un identifiant", "la-suite-portee"),
    "anchor without spaces in a list": (LIST, "{ #la-suite }", "{#la-suite}", 18, "accolades collées", "{ #la-suite }"),
    "empty checklist": (LIST, re.compile(r"## Le problème.*", re.S), "", 0, "checklist vide", "- [ ]"),
    "section without item": (LIST, "## Le problème { #le-probleme }", "## Le problème { #le-probleme }\n\n## Autre { #autre }", 10, "rubrique sans élément", "retirez la rubrique"),
    "item without text": (LIST, "Nous savons qui portera la suite. ", "", 18, "élément sans texte", "Écrivez"),
    "item without box": (LIST, "- [ ] Nous savons", "- Nous savons", 18, "élément sans case", "- [ ]"),
    "item without reason": (LIST, "Pourquoi : on ne", "On ne", 14, "n'a pas sa place", "Pourquoi"),
    "unknown guide in a list": (LIST, 'guide("petit-guide"', 'guide("petit-gide"', 16, "guide inconnu « petit-gide »", "« petit-guide »"),
    "unknown guide in a page": (HOME, 'guide("petit-guide"', 'guide("petitguide"', 11, "guide inconnu", "« petit-guide »"),
    "page beyond the last one": (HOME, "page=4", "page=40", 11, "au-delà de la dernière page", "24 pages"),
    "unknown section of a guide": (LIST, 'section="debut"', 'section="fin"', 16, "section inconnue", "debut"),
    "unknown article": (HOME, "R2122-8", "R2122-88", 11, "article inconnu", "« R2122-8 »"),
    "unknown threshold": (HOME, 'seuil("petits-achats")', 'seuil("petit-achat")', 11, "seuil inconnu", "« petits-achats »"),
    "unknown macro": (HOME, "{{ seuil(", "{{ seuill(", 11, "macro inconnue", "« seuil »"),
    "undefined name": (HOME, '{{ article("R2122-8") }}', "{{ article }}", 11, "nom inconnu", "article"),
    "macro without quotes": (HOME, 'seuil("petits-achats")', "seuil(petits)", 11, "sans guillemets", "seuil("),
    "braces left open": (HOME, 'article("R2122-8") }}', 'article("R2122-8") )', 11, "mal formées", "}}"),
    "unknown key": (GUIDE, "editeur:", "editeurs:", 3, "clé inconnue", "« editeur »"),
    "missing key": (GUIDE, "genre: guide\n", "", 1, "clé manquante", "genre"),
    "wrong date": (GUIDE, "2026-11-23", "2026-13-01", 8, "n'est pas une date", "2026-11-23"),
    "word outside the list": (GUIDE, "statut: lu", "statut: lut", 7, "n'est pas prévu", "« lu »"),
    "oui where a number is expected": (GUIDE, "pages: 24", "pages: oui", 6, "« oui » n'est pas un nombre", "chiffres"),
    "no where oui or non is expected": (GUIDE, "pages: 24", "pages: 24\nrepere: no", 7, "« no » n'est ni oui ni non", "oui ou non"),
    "12:30 as a duration": (LIST, "duree: 5 min", "duree: 12:30", 6, "« 12:30 » n'a pas la forme", "20 min"),
    "duplicate key": (GUIDE, "pages: 24", "pages: 24\npages: 25", 7, "écrite deux fois", "une seule"),
    "tab": (GUIDE, "  - {id: debut", "\t- {id: debut", 10, "tabulation", "espaces"),
    "colon in an unquoted text": (GUIDE, "resume: Un guide", "resume: À lire : un guide", 11, "deux-points", "guillemets"),
    "header never closed": (HOME, "verifie_le: 2026-11-23\n---", "verifie_le: 2026-11-23", 1, "pas fermé", "---"),
    "no header": (HOME, re.compile(r"^---.*?---\n", re.S), "", 1, "en-tête manque", "---"),
    "anchor without spaces": (HOME, "# Accueil\n", "# Accueil\n\n## Ancre {#ancre}\n", 11, "accolades collées", "{ #ancre }"),
    "block macro in a numbered list": (HOME, "# Accueil\n", '# Accueil\n\n1. Cochez :\n   {{ checklist("une-liste") }}\n', 12, "bloc entier", "seul sur sa ligne"),
    "block macro in a sentence": (HOME, "# Accueil\n", '# Accueil\n\nVoici {{ checklist("une-liste") }}\n', 11, "bloc entier", "seul sur sa ligne"),
    "header key named like a macro": (HOME, "lecture: 2 min", "lecture: 2 min\nguide: oui", 6, "nom d'une macro", "Renommez"),
    "unknown header key": (HOME, "lecture: 2 min", "lectrue: 2 min", 5, "clé inconnue", "« lecture »"),
    "typed amount": (HOME, "# Accueil\n", "# Accueil\n\nSous 60 000 € HT, achetez.\n", 11, "montant écrit à la main", "seuil("),
    "typed article": (HOME, "# Accueil\n", "# Accueil\n\nVoir l'article R. 2122-8.\n", 11, "article écrit à la main", "article("),
    "typed delay": (HOME, "# Accueil\n", "# Accueil\n\nIl faut 35 jours.\n", 11, "délai écrit à la main", "delai("),
    "overlapping periods": (THRESHOLD, "2020-01-01, montant", "2020-01-01, jusqu_au: 2026-06-30, montant", 9, "chevauche", "recouvrement"),
    "values out of order": (THRESHOLD, "a_partir_du: 2020-01-01", "a_partir_du: 2027-01-01", 9, "chevauche", "ancienne"),
    "period that ends before it starts": (THRESHOLD, "2026-04-01, montant", "2026-04-01, jusqu_au: 2026-01-01, montant", 9, "finit avant", "Échangez"),
    "contradictory value without explanation": (THRESHOLD, "60000, article: R2122-8, source: Code de la commande publique, marque: confirme", "60000, source: x, marque: contradictoire", 9, "sans explication", "note"),
    "practice without its clause after": (PRACTICE, re.compile(r"## Après\n.*?(?=## Pourquoi)", re.S), "", 0, "partie manquante", "« ## Après »"),
    "unknown heading": (PRACTICE, "## Vigilance", "## Vigilence", 26, "partie inattendue", "« Vigilance »"),
    "heading written twice": (PITFALL, "## Remède", "## Symptôme", 21, "partie écrite deux fois", "une seule"),
    "heading without text": (PITFALL, "Une boîte, une date.", "", 21, "partie vide", "retirez son titre"),
    "text before the first heading": (STEP, "## Ce que vous faites", "Bonjour.\n\n## Ce que vous faites", 8, "texte avant la première partie", "Qui vous aide"),
    "text typed in the header": (PITFALL, "rang: 1", "rang: 1\nremede: Une boîte.", 4, "rangé dans l'en-tête", "« ## Remède »"),
    "heading in a term": (TERM, "Il est permis", "## Plus\n\nIl est permis", 8, "partie inattendue", "sans titre"),
    "dangling element": (PRACTICE, "une-liste#une-phrase", "une-liste#une-phrase-de-plus", 6, "n'a pas d'élément", "« une-phrase »"),
    "element of an unknown list": (PITFALL, "une-liste#la-suite", "autre-liste#la-suite", 4, "checklist inconnue", "« une-liste »"),
    "element without its list": (PITFALL, "une-liste#la-suite", "la-suite", 4, "n'a pas la forme attendue", "modèle"),
    "unknown practice": (PITFALL, "[dire-le-probleme]", "[dire-le-problem]", 5, "pratique inconnue", "« dire-le-probleme »"),
    "unknown route": (PRACTICE, "[appel-d-offres]", "[appel-d-offre]", 5, "procédure inconnue", "« appel-d-offres »"),
    "group outside the list": (PRACTICE, "groupe: poser", "groupe: posé", 4, "n'est pas prévu", "« poser »"),
    "term called twice": (HOME, '{{ terme("sourcage") }}.', '{{ terme("sourcage") }}.\n\nEt au {{ terme("sourcage") }}.', 15, "déjà défini plus haut", "le mot seul"),
    "term called in the data": (PITFALL, "Une boîte, une date.", '{{ terme("sourcage") }}', 23, "réservée aux pages", "le mot seul"),
    "unknown term": (HOME, 'terme("sourcage")', 'terme("sourçage")', 13, "terme inconnu", "« sourcage »"),
    "definition too long": (TERM, "definition: Se renseigner", f"definition: {'Se renseigner ' * 19}", 4, "texte trop long", "260 signes"),
    "change without note though contradictory": (CHANGE, "marque: confirme", "marque: contradictoire", 1, "incertain sans explication", "« note »"),
    "change without its day": (CHANGE, "a_partir_du: 2026-04-01\n", "", 1, "clé manquante", "a_partir_du"),
    "threshold of a change unknown": (CHANGE, "seuils: [petits-achats]", "seuils: [petit-achat]", 10, "seuil inconnu", "« petits-achats »"),
    "timeline whose sum is wrong": (PROCEDURE, "jours: 35, texte", "jours: 36, texte", 10, "la frise compte 35 jours, le plancher 36", "même durée"),
    "timeline without a floor": (PROCEDURE, "planchers: [{jours: 35, texte: Sans compter l'analyse.}]\n", "", 9, "le plancher manque", "même durée"),
    "timeline with a delay that is not one of the step": (PROCEDURE, "{temps: ouvert-offres}", "{temps: ouvert-offres, jours: 30}", 10, "30 jours n'est pas un délai", "35"),
    "timeline with an unknown step": (PROCEDURE, "{temps: ouvert-offres}", "{temps: offres}", 10, "étape inconnue « offres »", "identifiant d'une étape"),
    "unknown page of a theme": (THEME, "page: index.md", "page: indexe.md", 3, "page inconnue", "« index.md »"),
    "page of a guide beyond the last one in a theme": (THEME, "page: 4", "page: 40", 5, "au-delà de la dernière page", "24 pages"),
    "amount typed in a remedy": (PITFALL, "Une boîte, une date.", "Une boîte à 40 000 €.", 23, "montant écrit à la main", "exemple("),
    "percentage typed in a page": (HOME, "# Accueil\n", "# Accueil\n\nUne avance de 20 %.\n", 11, "pourcentage écrit à la main", "seuil("),
    "amount typed in a definition": (TERM, "Se renseigner", "Sous 40 000 €, se renseigner", 4, "montant écrit à la main", "seuil("),
    "stale justification of a page": (HOME, "lecture: 2 min", "sans_source: [{phrase: Il faut, raison: un conseil}]\nlecture: 2 min", 0, "ne commence aucune phrase sans source", "retirez cette ligne"),
    "stale justification of a practice": (PRACTICE, "rang: 1", "rang: 1\nsans_source: [{phrase: Il faut, raison: un conseil}]", 0, "ne commence aucune phrase sans source", "début exact"),
    "delay of an unknown step": (HOME, "# Accueil\n", '# Accueil\n\n{{ delai("appel-d-offres", "offres") }}\n', 11, "étape inconnue", "ouvert-offres"),
}


def problems_of(project: Path) -> list[Problem]:
    return load(load_settings(project))[1]


def break_file(project: Path, file: str, found: str | re.Pattern[str], replacement: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    broken = found.sub(replacement, text) if isinstance(found, re.Pattern) else text.replace(found, replacement)
    assert broken != text, f"rien à casser dans {file} : {found}"
    path.write_text(broken, encoding="utf-8")


def test_the_small_project_has_no_problem(project):
    assert problems_of(project) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda name: name.replace(" ", "-"))
def test_mistake_is_told_with_its_file_line_and_remedy(project, mistake):
    file, found, replacement, line, what, remedy = MISTAKES[mistake]
    break_file(project, file, found, replacement)

    matching = [problem for problem in problems_of(project) if problem.file == file and what in problem.what]

    assert matching, [str(problem) for problem in problems_of(project)]
    assert matching[0].line == line
    assert remedy in matching[0].remedy


@pytest.mark.parametrize("file, invented", [(PITFALL, "Douze boîtes"), (PRACTICE, "Une application"), (PRACTICE, "Un habitant sur trois")])
def test_amount_is_accepted_where_the_text_is_invented(project, file, invented):
    break_file(project, file, invented, "Sous 40 000 € et 20 %, en 35 jours, douze boîtes")

    assert problems_of(project) == []


def test_two_practices_never_have_the_same_rank(project):
    shutil.copy(project / PRACTICE, project / "docs/_donnees/pratiques/une-autre.md")

    problem, = problems_of(project)

    assert problem.file.endswith("une-autre.md") and problem.line == 3 and "« dire-le-probleme »" in problem.what


@pytest.mark.parametrize("page, call", [
    ("choisir/appel-d-offres.md", 'etapes("appel-d-offres")'), ("ecrire/poser-le-probleme.md", 'fiches_pratiques("poser")'), ("ecueils/dix-sept-ecueils.md", "fiches_ecueils()"),
    ("reperes/glossaire.md", "glossaire()"), ("reperes/ce-qui-a-change.md", "changements_du_droit()"), ("reperes/concordance.md", "concordance()"),
    ("decider/chemin-d-autonomie.md", "chemin_d_autonomie()"),
])
def test_page_that_the_data_need_is_told_with_the_call_to_paste(project, page, call):
    (project / "docs" / page).unlink()

    problem, = problems_of(project)

    assert problem.file == f"docs/{page}" and f"{{{{ {call} }}}}" in problem.remedy


def test_sentence_without_a_source_is_told_by_check_with_its_file_and_line(project, capsys):
    break_file(project, PITFALL, "Une boîte, une date.", "Vous devez en garder une.")

    assert check(project) == 1
    said = capsys.readouterr().out

    assert PITFALL in said.splitlines() and "  ligne 23 · Vous devez en garder une." in said.splitlines()
    assert "1 phrase." in said


def test_day_without_value_is_told_where_the_threshold_is_used(project, monkeypatch):
    monkeypatch.setenv("DATE_DU_DROIT", "2019-12-31")

    problems = problems_of(project)

    assert {(problem.file, problem.line) for problem in problems} == {(HOME, 11), (LIST, 20), (CHANGE, 4)}
    assert all("n'a pas de valeur le 31 décembre 2019" in problem.what for problem in problems)


def test_another_day_shows_the_value_of_that_day(project, monkeypatch):
    monkeypatch.setenv("DATE_DU_DROIT", "2026-03-31")
    catalogue, problems = load(load_settings(project))

    assert problems == []
    assert catalogue.threshold_value(catalogue.thresholds["petits-achats"]).amount == 40000


def test_date_of_the_law_that_is_no_date_is_told(project, monkeypatch):
    monkeypatch.setenv("DATE_DU_DROIT", "31/03/2026")

    with pytest.raises(ProblemsFound) as found:
        load_settings(project)

    assert "DATE_DU_DROIT" in str(found.value) and "2026-08-23" in str(found.value)


def test_file_in_the_wrong_folder_is_told(project):
    shutil.copy(project / GUIDE, project / "docs/_donnees/seuils.yml")
    shutil.copy(project / GUIDE, project / "docs/perdu.yml")
    shutil.copy(project / LIST, project / "docs/_donnees/guides/liste.md")

    assert {problem.file for problem in problems_of(project)} == {"docs/_donnees/seuils.yml", "docs/perdu.yml", "docs/_donnees/guides/liste.md"}


def test_file_name_that_is_no_id_is_told(project):
    (project / GUIDE).rename(project / "docs/_donnees/guides/Guide été.yml")

    assert any("guide-ete.yml" in problem.remedy for problem in problems_of(project))


def test_file_that_is_not_utf8_is_told_with_its_line(project):
    path = project / GUIDE
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))

    problem = next(problem for problem in problems_of(project) if problem.file == GUIDE)

    assert problem.line == 3 and "UTF-8" in problem.what


def test_two_megabytes_are_refused_without_being_parsed(project):
    with (project / LIST).open("a", encoding="utf-8") as file:
        file.write("x" * 2_000_000)

    problem = next(problem for problem in problems_of(project) if problem.file == LIST)

    assert "2000 ko" in problem.what


def break_everything(project: Path) -> None:
    break_file(project, HOME, "page=4", "page=40")
    break_file(project, LIST, "{ #la-suite }", "")
    break_file(project, THRESHOLD, "unite: euros-ht", "unite: euros")


def test_all_problems_come_at_once_from_check(project, capsys):
    break_everything(project)

    assert check(project) == 1
    said = capsys.readouterr().out

    assert "docs/index.md:11 · guide" in said and f"{LIST}:18" in said and f"{THRESHOLD}:3 · unite" in said
    assert "Traceback" not in said


def test_the_build_tells_the_same_problems_without_traceback_and_publishes_nothing(project, tmp_path):
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    break_everything(project)
    expected = report(problems_of(project)).splitlines()

    done = run_mkdocs(project, tmp_path / "site")

    assert done.returncode != 0
    assert all(line in done.stderr for line in expected if line)
    assert "Traceback" not in done.stderr + done.stdout
    assert not (tmp_path / "site" / "index.html").exists()


def test_the_small_project_builds(project, tmp_path):
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))

    done = run_mkdocs(project, tmp_path / "site")

    assert done.returncode == 0, done.stderr
    assert "60\u202f000" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_a_broken_file_is_told_once_not_by_all_who_cite_it(project):
    break_file(project, GUIDE, "statut: lu", "statut: lut")
    break_file(project, THRESHOLD, "unite: euros-ht", "unite: euros")

    assert {problem.file for problem in problems_of(project)} == {GUIDE, THRESHOLD}
