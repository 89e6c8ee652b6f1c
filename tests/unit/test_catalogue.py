import pytest

from macros.catalogue import load_project, sound_catalogue
from macros.problems import ProblemsFound

THRESHOLD = "docs/_donnees/seuils/dispense.yml"
FOLLOWER = "docs/_donnees/seuils/renvoi.yml"
CCP = "docs/_donnees/articles/ccp.yml"
CHECKLIST = "docs/_donnees/checklists/avant.md"
GUIDE = "docs/_donnees/guides/livre.yml"
LANDMARK = "docs/_donnees/guides/repere.yml"
PROCEDURE = "docs/_donnees/procedures/dialogue.yml"
PRACTICE = "docs/_donnees/pratiques/dire.md"
PITFALL = "docs/_donnees/ecueils/collection.md"
TERM = "docs/_donnees/glossaire/sourcage.md"
BARE_TERM = "docs/_donnees/glossaire/offre.md"
STEP = "docs/_donnees/autonomie/observer.md"
CHANGE = "docs/_donnees/veille/2026-04-01-dispense.yml"
THEME = "docs/_donnees/themes/ouvrir.yml"
HOME = "docs/index.md"


def test_each_kind_of_file_goes_on_its_shelf_under_the_file_name(catalogue):
    assert list(catalogue.checklists) == ["avant"]
    assert list(catalogue.guides) == ["livre", "repere"]
    assert list(catalogue.codes) == ["ccag-pi", "ccp"]
    assert list(catalogue.thresholds) == ["dispense", "renvoi"]
    assert list(catalogue.procedures) == ["commun", "dialogue"]
    assert list(catalogue.practices) == ["dire"]
    assert list(catalogue.pitfalls) == ["collection"]
    assert list(catalogue.terms) == ["offre", "sourcage"]
    assert list(catalogue.autonomy_steps) == ["observer"]
    assert list(catalogue.legal_changes) == ["2026-04-01-dispense"]
    assert list(catalogue.themes) == ["ouvrir"]


def test_pages_are_known_by_their_path_in_docs(catalogue):
    assert sorted(catalogue.pages) == [
        "checklists/avant.md", "choisir/commun.md", "choisir/dialogue.md", "choisir/retroplanning.md", "choisir/voie.md", "decider/chemin-d-autonomie.md", "ecrire/atelier.md", "ecrire/clausier.md", "ecrire/commande-hall.md", "ecrire/poser-le-probleme.md", "ecrire/regles-du-relecteur.md", "ecrire/vingt-erreurs.md", "ecueils/dix-sept-ecueils.md",
        "guides/index.md", "guides/repere.md", "index.md", "reperes/ce-qui-a-change.md", "reperes/concordance.md", "reperes/glossaire.md", "seuils/index.md"]


@pytest.mark.parametrize("path", [
    "docs/_donnees/notes.yml", "docs/_donnees/inconnu/x.yml", "docs/_donnees/guides/x.yaml", "docs/_donnees/guides/x.md",
    "docs/_donnees/checklists/x.yml", "docs/_donnees/guides/vieux/x.yml", "docs/_donnees/pratiques/x.yml", "docs/_donnees/veille/x.md",
])
def test_file_in_the_wrong_place_is_refused(load_with, path):
    _, (problem,) = load_with({path: "titre: x\n"})
    assert (problem.file, problem.line) == (path, 0)
    assert "endroit" in problem.what


@pytest.mark.parametrize("path", ["docs/x.yml", "docs/guides/x.yaml"])
def test_data_file_among_the_pages_is_refused(load_with, path):
    _, (problem,) = load_with({path: "titre: x\n"})
    assert problem.file == path
    assert "_donnees" in problem.remedy


@pytest.mark.parametrize("path", ["docs/_modeles/guide.yml", "docs/_modeles/page.md", "docs/_donnees/guides/.swp", "docs/.nojekyll", "docs/plan.svg"])
def test_blank_models_hidden_files_and_images_are_left_alone(load_with, path):
    _, problems = load_with({path: "rien de lisible : : :"})
    assert problems == []


def test_problems_of_several_files_come_all_at_once_and_sorted(load_with, edited):
    _, problems = load_with(edited(LANDMARK, 'guide("livre")', 'guide("livres")')
                            | edited(PROCEDURE, "famille: formalisee", "famille: inconnue")
                            | {"docs/_donnees/checklists/vide.md": "", "docs/_donnees/seuils/vide.yml": ""})
    assert [problem.file for problem in problems] == ["docs/_donnees/checklists/vide.md", LANDMARK, PROCEDURE, "docs/_donnees/seuils/vide.yml"]


@pytest.mark.parametrize("path, old, new", [
    (GUIDE, "genre: livre", "genre: roman"), (PROCEDURE, "famille: formalisee", "famille: inconnue"), (CCP, "marque: confirme}\n  - {numero: R2161", "}\n  - {numero: R2161"),
    (THRESHOLD, "unite: euros-ht", "unite: francs"), (CHECKLIST, "etape: decider", "etape: flâner"),
    (PRACTICE, "groupe: poser", "groupe: rêver"), (PITFALL, "rang: 1", "rang: un"), (BARE_TERM, "terme: Offre\n", ""), (TERM, "voir: [offre]", "voir: [Une offre]"),
    (STEP, "court: Observer\n", ""), (CHANGE, "marque: confirme", "marque: sûr"), (THEME, "rang: 1", "rang: un"), ("docs/choisir/dialogue.md", "lecture: 2 min\n", ""),
], ids=["guide", "procedure", "code", "threshold", "checklist", "practice", "pitfall", "term seen by another", "term", "autonomy", "change", "theme", "page"])
def test_file_that_is_wrong_is_told_once_and_not_by_those_who_cite_it(load_with, edited, path, old, new):
    _, (problem,) = load_with(edited(path, old, new))
    assert problem.file == path


def test_file_that_is_wrong_does_not_hide_the_others(load_with, edited):
    catalogue, _ = load_with(edited(GUIDE, "genre: livre", "genre: roman"))
    assert list(catalogue.guides) == ["repere"]
    assert list(catalogue.procedures) == ["commun", "dialogue"]


# The value of the day


@pytest.mark.parametrize("day, amount", [
    ("2019-12-31", None), ("2020-01-01", 40000), ("2020-01-02", 40000),
    ("2026-03-31", 40000), ("2026-04-01", 60000), ("2026-04-02", 60000),
    ("2026-06-30", 60000), ("2026-07-01", 60000), ("2026-07-02", 60000),
])
def test_value_is_the_one_in_force_on_the_day_of_the_law(load_with, day, amount):
    catalogue, _ = load_with(law_date=day)
    value = catalogue.threshold_value(catalogue.thresholds["dispense"])
    assert (value and value.amount) == amount


@pytest.mark.parametrize("day, amount", [
    ("2024-12-31", None), ("2025-01-01", 40000), ("2025-01-02", 40000), ("2026-03-31", 40000), ("2026-04-01", 60000), ("2026-04-02", 60000),
])
def test_derived_threshold_takes_the_followed_value_from_its_first_day(load_with, day, amount):
    catalogue, _ = load_with(law_date=day)
    value = catalogue.threshold_value(catalogue.thresholds["renvoi"])
    assert (value and value.amount) == amount


def test_derived_threshold_has_no_value_where_the_followed_one_has_none(load_with, edited):
    catalogue, _ = load_with(edited(FOLLOWER, "suit_depuis: 2025-01-01", "suit_depuis: 2019-01-01"), law_date="2019-12-31")
    assert catalogue.threshold_value(catalogue.thresholds["renvoi"]) is None


def test_series_of_a_threshold_is_itself_or_the_one_it_follows(catalogue):
    dispense, renvoi = catalogue.thresholds["dispense"], catalogue.thresholds["renvoi"]
    assert catalogue.series_of(dispense) is dispense
    assert catalogue.series_of(renvoi) is dispense


def test_threshold_that_follows_nothing_known_has_no_value(load_with, edited):
    catalogue, _ = load_with(edited(FOLLOWER, "suit: dispense", "suit: ailleurs"))
    assert catalogue.threshold_value(catalogue.thresholds["renvoi"]) is None


def test_threshold_without_value_for_date_is_refused_where_it_is_called(load_with):
    _, problems = load_with(law_date="2019-12-31")
    assert ("docs/index.md", 12, "seuil") in [(one.file, one.line, one.key) for one in problems]


def test_threshold_without_value_for_date_is_accepted_when_nobody_calls_it(load_with):
    _, problems = load_with(law_date="2024-12-31")
    assert problems == []


# Who cites what


def test_page_that_cites_a_guide_is_known_with_its_title_and_the_page_cited(catalogue):
    (citation,) = [one for one in catalogue.citations_of("livre") if one.page == "index.md"]
    assert (citation.anchor, citation.label, citation.cited_page) == ("", "Accueil", 4)


def test_checklist_item_that_cites_a_guide_in_its_source_is_known(catalogue):
    (citation,) = [one for one in catalogue.citations_of("livre") if one.page == "checklists/avant.md"]
    assert citation.anchor == "probleme"
    assert citation.label.startswith("Avant de commander")


def test_section_that_is_cited_brings_its_page(catalogue):
    (citation,) = [one for one in catalogue.citations_of("livre") if one.anchor == "probleme"]
    assert citation.cited_page == 7


def test_checklist_item_that_cites_a_guide_in_its_reason_is_known(catalogue):
    (citation,) = [one for one in catalogue.citations_of("repere") if one.page == "checklists/avant.md"]
    assert citation.anchor == "probleme"


def test_procedure_that_names_a_guide_cites_it(catalogue):
    (citation,) = [one for one in catalogue.citations_of("livre") if one.page == "choisir/dialogue.md"]
    assert (citation.anchor, citation.label, citation.cited_page) == ("", "Voie : Dialogue compétitif", 14)


def test_procedure_text_that_calls_a_guide_cites_it(load_with, edited):
    catalogue, _ = load_with(edited(PROCEDURE, "On dialogue avant l'offre.", '\'Voir {{ guide("repere") }}\''))
    assert [one.label for one in catalogue.citations_of("repere") if one.page == "choisir/dialogue.md"] == ["Voie : Dialogue compétitif"]


def test_prose_that_calls_a_guide_cites_it_at_its_sheet(catalogue):
    (citation,) = [one for one in catalogue.citations_of("livre") if one.page == "ecrire/poser-le-probleme.md"]
    assert (citation.anchor, citation.label, citation.cited_page) == ("dire", "Pratique : Dire le problème", 3)


@pytest.mark.parametrize("path, old, page, anchor", [
    (PRACTICE, "Relisez à deux.", "ecrire/poser-le-probleme.md", "dire"), (PRACTICE, "Un habitant sur trois", "ecrire/poser-le-probleme.md", "dire"),
    (PITFALL, "Trouver rassure.", "ecueils/dix-sept-ecueils.md", "collection"), (TERM, "Il est permis", "reperes/glossaire.md", "sourcage"),
    (STEP, "Vous suivez un projet.", "decider/chemin-d-autonomie.md", "observer"), (CHANGE, "Le nouveau,", "reperes/ce-qui-a-change.md", "2026-04-01-dispense"),
    (THEME, "Un chapitre.", "reperes/concordance.md", "ouvrir"),
])
@pytest.mark.parametrize("call", ['guide("repere", page=9)', 'chiffre("cinq", "repere", page=9)'])
def test_text_of_every_kind_cites_the_guides_it_calls(load_with, edited, path, old, page, anchor, call):
    braces = f"'{{{{ {call} }}}}'" if path == THEME else f"{{{{ {call} }}}}"
    catalogue, problems = load_with(edited(path, old, braces))
    assert problems == []
    assert (page, anchor, 9) in [(one.page, one.anchor, one.cited_page) for one in catalogue.citations_of("repere")]


def test_figure_taken_from_a_guide_cites_it(load_with, sound):
    catalogue, problems = load_with({HOME: sound[HOME] + '\n{{ chiffre("cinq pages", "repere", page=9) }}\n'})
    assert problems == []
    assert [one.cited_page for one in catalogue.citations_of("repere") if one.page == "index.md"] == [9]


def test_theme_cites_the_guides_it_leads_to(catalogue):
    (book,) = [one for one in catalogue.citations_of("livre") if one.page == "reperes/concordance.md"]
    (landmark,) = [one for one in catalogue.citations_of("repere") if one.page == "reperes/concordance.md"]
    assert (book.anchor, book.label, book.cited_page) == ("ouvrir", "Concordance : Ouvrir la commande", 7)
    assert landmark.cited_page is None


def test_landmark_card_and_guide_summary_do_not_count_as_citations(catalogue):
    assert "guides/repere.md" not in [one.page for one in catalogue.citations_of("repere")]
    assert "guides/index.md" not in [one.page for one in catalogue.citations_of("livre")]


# The texts of the data files


@pytest.mark.parametrize("path, old, new, line", [
    (LANDMARK, 'guide("livre")', 'guide("livres")', 8),
    (PROCEDURE, "Le besoin se précise en parlant.", "'{{ guide(\"livres\") }}'", 4),
    (THRESHOLD, "Sous ce seuil, pas de publicité.", "'{{ guide(\"livres\") }}'", 5),
    (CHECKLIST, 'guide("repere")', 'guide("livres")', 17),
    (CHECKLIST, 'guide("livre", section="ouverture")', 'guide("livres")', 19),
    (CHECKLIST, "À ouvrir à plusieurs.", '{{ guide("livres") }}', 11),
])
def test_unknown_guide_called_by_a_text_is_refused_on_its_line(load_with, edited, path, old, new, line):
    _, (problem,) = load_with(edited(path, old, new))
    assert (problem.file, problem.line, problem.key) == (path, line, "guide")
    assert "livres" in problem.what


@pytest.mark.parametrize("path, old, line", [
    (PRACTICE, "Une application", 12), (PRACTICE, "Toutes.", 26), (PITFALL, "Une boîte, une date.", 23), (TERM, "Il est permis", 9), (STEP, "Un pair.", 14),
    (CHANGE, "L'ancien montant.", 3), (CHANGE, "Recomptez.", 6), (CHANGE, "Le nouveau,", 4), (THEME, "Un chapitre.", 5),
])
def test_unknown_guide_called_by_a_text_of_the_new_kinds_is_refused_on_its_line(load_with, edited, path, old, line):
    braces = '{{ guide("livres") }}'
    _, (problem,) = load_with(edited(path, old, f"'{braces}'" if path.endswith(".yml") and not old.startswith("Le nouveau") else braces))
    assert (problem.file, problem.line, problem.key) == (path, line, "guide")


@pytest.mark.parametrize("path, old", [(PRACTICE, "Toutes."), (PITFALL, "Trouver rassure."), (TERM, "Il est permis"), (STEP, "Un pair."), (CHECKLIST, "on achète pour eux.")])
def test_term_called_by_a_text_of_the_data_is_refused(load_with, edited, path, old):
    """Its definition has an id: it is shown where a page calls it, and once."""
    _, (problem,) = load_with(edited(path, old, '{{ terme("offre") }}'))
    assert (problem.file, problem.key, problem.what) == (path, "terme", "macro réservée aux pages")


def test_term_defined_twice_on_a_page_is_refused_where_it_is_the_second_time(load_with, sound):
    _, (problem,) = load_with({HOME: sound[HOME] + '\nEncore {{ terme("sourcage") }}.\n'})
    assert (problem.file, problem.line, problem.key) == (HOME, 15, "terme")


def test_term_may_be_defined_on_two_pages(load_with, sound):
    page = "docs/seuils/index.md"
    assert load_with({page: sound[page] + '\n{{ terme("sourcage") }}\n'})[1] == []


@pytest.mark.parametrize("path, old", [(CHECKLIST, 'guide("repere")'), (LANDMARK, 'guide("livre")')])
def test_block_macro_in_a_short_text_is_refused(load_with, edited, path, old):
    _, problems = load_with(edited(path, old, "index_des_guides()"))
    assert [(one.file, one.key) for one in problems] == [(path, "index_des_guides")]


@pytest.mark.parametrize("path, old, line", [
    (CHECKLIST, "on achète pour eux.", 23),
    (CHECKLIST, "proposition de la rédaction.", 25),
    (CHECKLIST, "À ouvrir à plusieurs.", 11),
    (PROCEDURE, "On dialogue avant l'offre.", 3),
    (PROCEDURE, "Aucun chiffre.", 14),
    (PRACTICE, "Toutes.", 26), (PRACTICE, "Relisez à deux.", 30), (PITFALL, "On cherche encore.", 15), (PITFALL, "Une boîte, une date.", 23), (PITFALL, "Qui s'en sert lundi ?", 27),
    (TERM, "Il est permis", 9), (STEP, "Vous savez le raconter.", 18), (CHANGE, "L'ancien montant.", 3), (CHANGE, "Recomptez.", 6), (THEME, "Un chapitre.", 5),
    (PRACTICE, "Dire le problème", 2), (PITFALL, "La collection", 2), (TERM, "Se renseigner auprès", 4), (STEP, "Observer un voisin", 2), (CHANGE, "La dispense monte", 2), (THEME, "Ouvrir la commande", 1),
])
def test_amount_typed_in_a_text_is_refused_on_its_line(load_with, edited, path, old, line):
    _, (problem,) = load_with(edited(path, old, "Sous 40 000 € HT"))
    assert (problem.file, problem.line) == (path, line)
    assert "montant" in problem.what


@pytest.mark.parametrize("old", ["## Le problème", "Les questions à régler.", "Avant de commander"])
def test_amount_typed_in_a_title_or_summary_of_a_checklist_is_refused(load_with, edited, old):
    _, problems = load_with(edited(CHECKLIST, old, f"{old} de 40 000 €"))
    assert [one.file for one in problems] == [CHECKLIST]


@pytest.mark.parametrize("path, old", [(GUIDE, "Un livre."), (THRESHOLD, "Sous ce seuil, pas de publicité.")])
def test_guide_and_threshold_may_quote_the_amount_they_are_about(load_with, edited, path, old):
    _, problems = load_with(edited(path, old, "Sous 40 000 € HT"))
    assert problems == []


@pytest.mark.parametrize("path, old", [(PRACTICE, "Une application à"), (PRACTICE, "Un habitant sur trois"), (PITFALL, "Douze boîtes,")])
def test_amount_may_be_typed_in_what_we_invent(load_with, edited, path, old):
    _, problems = load_with(edited(path, old, "Sous 40 000 € HT et 20 %, en 35 jours,"))
    assert problems == []


# The sentences without a source


def unsourced(catalogue):
    return [(one.file, one.line, one.sentence) for one in catalogue.unsourced]


def test_sound_project_asserts_nothing_without_a_source(catalogue):
    assert catalogue.unsourced == []


@pytest.mark.parametrize("path, old, line", [
    (PRACTICE, "Toutes.", 26), (PRACTICE, "Relisez à deux.", 30), (PITFALL, "On cherche encore.", 15), (PITFALL, "Une boîte, une date.", 23), (STEP, "Un pair.", 14), (HOME, "# Accueil", 9),
])
def test_sentence_that_asserts_without_a_source_is_known_with_its_line_and_is_no_problem(load_with, edited, path, old, line):
    catalogue, problems = load_with(edited(path, old, f"{old}\n\nIl doit publier.") if path == HOME else edited(path, old, "Il doit publier."))
    assert problems == []
    assert unsourced(catalogue) == [(path, line + 2 if path == HOME else line, "Il doit publier.")]


@pytest.mark.parametrize("path, old", [(PRACTICE, "Une application à 30 000 €."), (PRACTICE, "Un habitant sur trois repart sans réponse."), (PITFALL, "Douze boîtes, aucune ouverte, en 3 jours.")])
def test_what_we_invent_needs_no_source(load_with, edited, path, old):
    assert load_with(edited(path, old, "Il doit publier."))[0].unsourced == []


def test_sentence_beside_its_source_needs_no_other(load_with, edited):
    assert load_with(edited(TERM, "Il est permis", "Il est obligatoire"))[0].unsourced == []


def test_sentences_are_told_file_by_file_from_top_to_bottom(load_with, edited):
    pitfall = edited(PITFALL, "Une boîte, une date.", "Il doit publier.")[PITFALL].replace("Qui s'en sert lundi ?", "Qui doit s'en servir ?")
    catalogue, _ = load_with({PITFALL: pitfall} | edited(PRACTICE, "Relisez à deux.", "Il doit lire.\n\nIl doit écrire.") | edited(HOME, "# Accueil", "# Accueil\n\nIl doit lire."))
    assert [(file, line) for file, line, _ in unsourced(catalogue)] == [(PITFALL, 23), (PITFALL, 27), (PRACTICE, 30), (PRACTICE, 32), (HOME, 11)]


JUSTIFIED = "sans_source:\n  - {phrase: Il doit, raison: un conseil}\nverifie_le:"


@pytest.mark.parametrize("path, old", [(PRACTICE, "Toutes."), (PITFALL, "Trouver rassure."), (STEP, "Un pair."), (TERM, 'Il est permis ({{ article("R2122-8") }}).')])
def test_sentence_may_be_justified_in_the_header_of_its_file(load_with, sound, path, old):
    text = sound[path].replace("verifie_le:", JUSTIFIED)
    catalogue, problems = load_with({path: text.replace(old, "Il doit publier.")})
    assert (catalogue.unsourced, problems) == ([], [])
    _, (problem,) = load_with({path: text})
    assert (problem.file, problem.key) == (path, "sans_source")


def test_justification_covers_the_sentences_of_every_part_of_its_file(load_with, sound):
    text = sound[PITFALL].replace("verifie_le:", JUSTIFIED)
    catalogue, problems = load_with({PITFALL: text.replace("Trouver rassure.", "Il doit lire.").replace("Une boîte, une date.", "Il doit écrire.\n\nOn doit lire.")})
    assert problems == []
    assert [sentence for _, _, sentence in unsourced(catalogue)] == ["On doit lire."]


def test_stale_justification_of_a_page_is_refused(load_with, edited):
    _, (problem,) = load_with(edited(HOME, "lecture: 2 min", "sans_source: [{phrase: Il doit, raison: un conseil}]\nlecture: 2 min"))
    assert (problem.file, problem.key) == (HOME, "sans_source")


# The pages that the macros link to


@pytest.mark.parametrize("path, macro", [
    ("docs/guides/index.md", "index_des_guides()"), ("docs/seuils/index.md", "seuils_en_vigueur()"),
    ("docs/checklists/avant.md", 'checklist("avant")'), ("docs/guides/repere.md", 'fiche_guide("repere")'),
    ("docs/ecrire/poser-le-probleme.md", 'fiches_pratiques("poser")'), ("docs/ecueils/dix-sept-ecueils.md", "fiches_ecueils()"),
    ("docs/reperes/glossaire.md", "glossaire()"), ("docs/reperes/ce-qui-a-change.md", "changements_du_droit()"),
    ("docs/reperes/concordance.md", "concordance()"), ("docs/decider/chemin-d-autonomie.md", "chemin_d_autonomie()"),
])
def test_missing_page_is_refused_with_the_call_to_paste(load_with, path, macro):
    _, (problem,) = load_with({path: None})
    assert (problem.file, problem.what) == (path, "page attendue, absente")
    assert f"{{{{ {macro} }}}}" in problem.remedy


def test_missing_page_of_a_way_to_buy_is_refused_with_the_call_to_paste(load_with, edited):
    _, problems = load_with({"docs/choisir/dialogue.md": None} | edited(THEME, "page: choisir/dialogue.md", "page: index.md"))
    assert [(problem.file, problem.what) for problem in problems] == [("docs/choisir/dialogue.md", "page attendue, absente")]
    assert '{{ etapes("dialogue") }}' in problems[0].remedy


def test_page_of_each_group_of_practices_is_expected_as_soon_as_it_has_one(load_with, edited):
    _, (problem,) = load_with(edited(PRACTICE, "groupe: poser", "groupe: durer"))
    assert problem.file == "docs/ecrire/preparer-la-suite.md"
    assert '{{ fiches_pratiques("durer") }}' in problem.remedy


def test_project_without_a_kind_needs_no_page_for_it(load_with, sound, edited):
    bare = {path: None for path in sound if "/_donnees/veille/" in path or "/_donnees/autonomie/" in path or "/_donnees/themes/" in path}
    pages = {f"docs/{path}": None for path in ("reperes/ce-qui-a-change.md", "decider/chemin-d-autonomie.md", "reperes/concordance.md")}
    assert load_with(bare | pages)[1] == []


# The doors of the catalogue


def test_project_is_read_once_for_a_build(write_project):
    root = write_project()
    assert load_project(root) is load_project(root)


def test_sound_catalogue_gives_the_models(write_project):
    assert list(sound_catalogue(write_project()).guides) == ["livre", "repere"]


def test_sound_catalogue_raises_every_problem_of_every_file(write_project, edited):
    root = write_project(edited(GUIDE, "genre: livre", "genre: roman") | edited(PROCEDURE, "famille: formalisee", "famille: inconnue"))
    with pytest.raises(ProblemsFound) as found:
        sound_catalogue(root)
    assert {GUIDE, PROCEDURE} <= {problem.file for problem in found.value.problems}


@pytest.mark.parametrize("path, old, new", [
    (CHECKLIST, "resume: Les questions à régler.", "resume: '{{ guide(\"inconnu\") }}'"),
    (CHECKLIST, "## Le problème {", '## Le problème {{ seuil("dispense") }} {'),
    (GUIDE, "titre: Le livre de l'achat", "titre: '{{ seuil(\"dispense\") }}'"),
    (PRACTICE, "titre: Dire le problème", "titre: '{{ seuil(\"dispense\") }}'"), (TERM, "definition: Se renseigner", "definition: '{{ guide(\"livre\") }}' #"),
    (TERM, "étude de marché", "'{{ guide(\"livre\") }}'"), (CHANGE, "texte: décret B", "texte: '{{ article(\"R2122-8\") }}'"), (THEME, "titre: Ouvrir la commande", "titre: '{{ guide(\"livre\") }}'"),
    (STEP, "court: Observer", "court: '{{ x() }}'"),
], ids=["summary", "section title", "guide title", "practice title", "definition", "everyday word", "text of a change", "theme title", "short name of a step"])
def test_call_in_a_text_that_is_shown_as_it_is_is_refused(load_with, edited, path, old, new):
    _, problems = load_with(edited(path, old, new))
    assert [problem.file for problem in problems] == [path]


def test_derived_threshold_has_the_unit_of_the_one_it_follows(load_with, edited):
    _, problems = load_with(edited(FOLLOWER, "unite: euros-ht", "unite: pourcent"))
    assert [problem.file for problem in problems] == [FOLLOWER]


def test_old_id_that_is_a_section_of_the_list_is_refused(load_with, edited):
    _, problems = load_with(edited(CHECKLIST, "vieux-nom: probleme", "le-probleme: probleme"))
    assert [problem.key for problem in problems] == ["anciens_ids"]


def test_amount_typed_in_the_description_of_a_page_is_refused(load_with, edited):
    page = "docs/index.md"
    _, problems = load_with(edited(page, "Une page pour essayer.", "Sous 40 000 € HT."))
    assert [problem.file for problem in problems] == [page]
