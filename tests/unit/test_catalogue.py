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


def test_each_kind_of_file_goes_on_its_shelf_under_the_file_name(catalogue):
    assert list(catalogue.checklists) == ["avant"]
    assert list(catalogue.guides) == ["livre", "repere"]
    assert list(catalogue.codes) == ["ccag-pi", "ccp"]
    assert list(catalogue.thresholds) == ["dispense", "renvoi"]
    assert list(catalogue.procedures) == ["dialogue"]


def test_pages_are_known_by_their_path_in_docs(catalogue):
    assert sorted(catalogue.pages) == [
        "checklists/avant.md", "choisir/procedures.md", "guides/index.md", "guides/repere.md", "index.md", "seuils/index.md"]


@pytest.mark.parametrize("path", [
    "docs/_donnees/notes.yml", "docs/_donnees/inconnu/x.yml", "docs/_donnees/guides/x.yaml", "docs/_donnees/guides/x.md",
    "docs/_donnees/checklists/x.yml", "docs/_donnees/guides/vieux/x.yml",
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
], ids=["guide", "procedure", "code", "threshold", "checklist"])
def test_file_that_is_wrong_is_told_once_and_not_by_those_who_cite_it(load_with, edited, path, old, new):
    _, (problem,) = load_with(edited(path, old, new))
    assert problem.file == path


def test_file_that_is_wrong_does_not_hide_the_others(load_with, edited):
    catalogue, _ = load_with(edited(GUIDE, "genre: livre", "genre: roman"))
    assert list(catalogue.guides) == ["repere"]
    assert list(catalogue.procedures) == ["dialogue"]


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
    (citation,) = catalogue.citations_of("repere")
    assert (citation.page, citation.anchor) == ("checklists/avant.md", "probleme")


def test_procedure_that_names_a_guide_cites_it(catalogue):
    (citation,) = [one for one in catalogue.citations_of("livre") if one.page == "choisir/procedures.md"]
    assert (citation.anchor, citation.cited_page) == ("dialogue", 14)


def test_procedure_text_that_calls_a_guide_cites_it(load_with, edited):
    catalogue, _ = load_with(edited(PROCEDURE, "On dialogue avant l'offre.", '\'Voir {{ guide("repere") }}\''))
    assert [one.anchor for one in catalogue.citations_of("repere") if one.page == "choisir/procedures.md"] == ["dialogue"]


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


# The pages that the macros link to


@pytest.mark.parametrize("path, macro", [
    ("docs/guides/index.md", "index_des_guides()"), ("docs/seuils/index.md", "seuils_en_vigueur()"),
    ("docs/choisir/procedures.md", "fiches_procedures()"), ("docs/checklists/avant.md", 'checklist("avant")'),
    ("docs/guides/repere.md", 'fiche_guide("repere")'),
])
def test_missing_page_is_refused_with_the_call_to_paste(load_with, path, macro):
    _, (problem,) = load_with({path: None})
    assert problem.file == path
    assert f"{{{{ {macro} }}}}" in problem.remedy


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
], ids=["summary", "section title", "guide title"])
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
