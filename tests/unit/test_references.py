import inspect

import pytest

from macros.bindings import FUNCTIONS
from macros.reading.macro_calls import MacroCall, find_calls
from macros.references import References, call_problems

CCP = "docs/_donnees/articles/ccp.yml"
CHECKLIST = "docs/_donnees/checklists/avant.md"
GUIDE = "docs/_donnees/guides/livre.yml"
LANDMARK = "docs/_donnees/guides/repere.yml"
THRESHOLD = "docs/_donnees/seuils/dispense.yml"
FOLLOWER = "docs/_donnees/seuils/renvoi.yml"
PROCEDURE = "docs/_donnees/procedures/dialogue.yml"


@pytest.fixture
def findings(catalogue):
    """What is found on a call, as a contributor types it."""
    def check(call: str) -> list[tuple[str, str]]:
        calls, problems = find_calls(f"{{{{ {call} }}}}", "page.md", 1, FUNCTIONS)
        assert len(calls) == 1 and problems == []
        return list(References(catalogue).of_call(calls[0]))

    return check


def test_every_macro_that_takes_an_id_is_checked(catalogue):
    with_id = {name for name, function in FUNCTIONS.items() if len(inspect.signature(function).parameters) > 1}
    assert References(catalogue).checks.keys() == with_id


@pytest.mark.parametrize("call", [
    'guide("livre")', 'guide("livre", page=1)', 'guide("livre", page=24)', 'guide("livre", section="annexes")', 'guide("repere", page=900)',
    'fiche_guide("repere")', 'article("R2122-8")', 'article("annexe-2")', 'article("35.2.1", code="ccag-pi")', 'article("35.2.1", "ccag-pi")',
    'seuil("dispense")', 'seuil("renvoi")', 'delai("dialogue", "candidatures")', 'procedure("dialogue")', 'checklist("avant")', "date_du_droit()",
])
def test_call_to_what_exists_is_accepted(findings, call):
    assert findings(call) == []


@pytest.mark.parametrize("call, near", [
    ('guide("livr")', "livre"), ('fiche_guide("reperes")', "repere"), ('guide("livre", section="anexes")', "annexes"),
    ('article("R2122-9")', "R2122-8"), ('article("35.2.1", code="ccag-p")', "ccag-pi"), ('seuil("dispence")', "dispense"),
    ('delai("dialogues", "candidatures")', "dialogue"), ('delai("dialogue", "candidature")', "candidatures"),
    ('procedure("dialog")', "dialogue"), ('checklist("avantt")', "avant"),
])
def test_near_miss_is_refused_and_the_right_id_proposed(findings, call, near):
    ((_what, remedy),) = findings(call)
    assert f"« {near} »" in remedy


@pytest.mark.parametrize("call, word", [
    ('guide("zzz")', "guides/"), ('article("zzz")', "articles/ccp.yml"), ('article("1", code="zzz")', "articles/"), ('seuil("zzz")', "seuils/"),
    ('procedure("zzz")', "procedures/"), ('delai("zzz", "zzz")', "procedures/"), ('checklist("zzz")', "checklists/"),
    ('guide("livre", section="zzz")', "ouverture, annexes"), ('guide("repere", section="zzz")', "page"), ('delai("dialogue", "zzz")', "candidatures, dialogue"),
])
def test_far_miss_is_refused_with_where_to_look(findings, call, word):
    ((_what, remedy),) = findings(call)
    assert word in remedy


@pytest.mark.parametrize("number", ["0", "-1", "25", '"4"', "4.5"])
def test_page_that_the_document_does_not_have_is_refused(findings, number):
    ((what, _remedy),) = findings(f'guide("livre", page={number})')
    assert number.strip('"') in what


def test_wrong_page_and_wrong_section_are_told_together(findings):
    assert len(findings('guide("livre", page=25, section="zzz")')) == 2


def test_step_without_a_figure_has_no_delay_to_show(findings):
    ((what, _remedy),) = findings('delai("dialogue", "dialogue")')
    assert "chiffré" in what


@pytest.mark.parametrize("day, refused", [("2024-12-31", True), ("2025-01-01", False), ("2025-01-02", False)])
def test_threshold_is_refused_before_its_first_day(load_with, day, refused):
    catalogue, _ = load_with(law_date=day)
    assert bool(list(References(catalogue).threshold("renvoi"))) is refused


@pytest.mark.parametrize("call", [
    "guide(4)", 'guide("livre", section=4)', "article(35.2)", 'delai("dialogue", 4)', "checklist(4)",
    'guide(["livre"])', 'seuil(["dispense"])', 'guide({"id": "livre"})',
])
def test_value_that_is_not_a_text_is_refused(catalogue, call):
    calls, problems = find_calls(f"{{{{ {call} }}}}", "page.md", 1, FUNCTIONS)
    assert problems + call_problems(calls, "page.md", References(catalogue))


def test_problem_of_a_call_names_its_file_line_and_macro(catalogue):
    (problem,) = call_problems([MacroCall("seuil", 7, {"threshold_id": "zzz"})], "page.md", References(catalogue))
    assert (problem.file, problem.line, problem.key) == ("page.md", 7, "seuil")


# The links that data files make by their keys


@pytest.mark.parametrize("path, old, new, line, key", [
    (CHECKLIST, "duree: 20 min", "duree: 20 min\nsuivante: apres", 7, "suivante"),
    (CHECKLIST, "vieux-nom: probleme", "vieux-nom: disparu", 8, "anciens_ids"),
    (CHECKLIST, "vieux-nom: probleme", "usagers: probleme", 8, "anciens_ids"),
    (LANDMARK, "voisins: [livre]", "voisins: [roman]", 9, "voisins.1"),
    (GUIDE, "titre: Ouvrir, page: 7", "titre: Ouvrir, page: 25", 11, "sections.1"),
    (THRESHOLD, "montant: 40000, article: R2122-8", "montant: 40000, article: R1", 8, "valeurs.1"),
    (THRESHOLD, "montant: 40000, article: R2122-8", "montant: 40000, article: R2122-8, code: zzz", 8, "valeurs.1"),
    (FOLLOWER, "suit: dispense", "suit: ailleurs", 7, "suit"),
    (FOLLOWER, "suit: dispense", "suit: dispense\narticle: R1", 8, "article"),
    (PROCEDURE, "phrase: Sous le seuil, article: R2122-8", "phrase: Sous le seuil, article: R1", 6, "conditions.1"),
    (PROCEDURE, "seuil: dispense", "seuil: ailleurs", 6, "conditions.1.seuil"),
    (PROCEDURE, "    article: R2161-25", "    article: R1", 8, "etapes.1"),
    (PROCEDURE, "si: urgence, article: R2161-25", "si: urgence, article: R1", 12, "etapes.1.reductions.1"),
    (PROCEDURE, "articles: [R2161-25", "articles: [R1", 15, "articles.1"),
    (PROCEDURE, "ccag-pi:35.2.1", "ccag-pi:99", 15, "articles.2"),
    (PROCEDURE, "ccag-pi:35.2.1", "zzz:35.2.1", 15, "articles.2"),
    (PROCEDURE, "id: livre, page: 14", "id: livre, page: 25", 16, "guides.1"),
    (PROCEDURE, "id: livre, page: 14", "id: roman", 16, "guides.1"),
    (PROCEDURE, "{id: dialogue, libelle", "{id: candidatures, libelle", 14, "etapes.2.id"),
])
def test_broken_link_of_a_data_file_is_refused_at_its_key(load_with, edited, path, old, new, line, key):
    _, (problem,) = load_with(edited(path, old, new))
    assert (problem.file, problem.line, problem.key) == (path, line, key)


def test_article_of_another_code_is_found_by_its_prefix_or_by_the_code_key(load_with, edited):
    change = edited(PROCEDURE, "phrase: Sous le seuil, article: R2122-8", "phrase: Sous le seuil, article: 35.2.1, code: ccag-pi")
    assert load_with(change)[1] == []


# Thresholds


@pytest.mark.parametrize("until, refused", [("2026-03-30", False), ("2026-03-31", False), ("2026-04-01", True), ("2026-04-02", True)])
def test_period_must_end_before_the_next_one_begins(load_with, edited, until, refused):
    _, problems = load_with(edited(THRESHOLD, "2020-01-01,", f"2020-01-01, jusqu_au: {until},"))
    assert [one.key for one in problems] == (["valeurs.2"] if refused else [])


@pytest.mark.parametrize("start, refused", [("2019-12-31", True), ("2020-01-01", True), ("2020-01-02", False)])
def test_values_are_written_oldest_first(load_with, edited, start, refused):
    _, problems = load_with(edited(THRESHOLD, "2026-04-01", start))
    assert [one.key for one in problems] == (["valeurs.2"] if refused else [])


@pytest.mark.parametrize("until, refused", [("2026-06-30", True), ("2026-07-01", False), ("2026-07-02", False)])
def test_period_lasts_one_day_at_least(load_with, edited, until, refused):
    _, problems = load_with(edited(THRESHOLD, "2026-07-01,", f"2026-07-01, jusqu_au: {until},"))
    assert [one.key for one in problems] == (["valeurs.3"] if refused else [])


def test_contradictory_value_may_overlap_the_confirmed_one_but_not_go_without_a_note(load_with, edited):
    _, (problem,) = load_with(edited(THRESHOLD, ", note: Une revue dit autre chose.", ""))
    assert (problem.line, problem.key) == (10, "valeurs.3")
    assert "note" in problem.remedy


def test_threshold_without_any_value_is_refused(load_with, edited, sound):
    head = sound[THRESHOLD].partition("valeurs:")[0]
    _, problems = load_with({"docs/_donnees/seuils/vide.yml": head})
    assert [one.file for one in problems] == ["docs/_donnees/seuils/vide.yml"]
    assert "sans valeur" in problems[0].what


def test_derived_threshold_may_not_follow_a_derived_one(load_with, sound):
    _, (problem,) = load_with({"docs/_donnees/seuils/second.yml": sound[FOLLOWER].replace("suit: dispense", "suit: renvoi")})
    assert (problem.file, problem.key) == ("docs/_donnees/seuils/second.yml", "suit")


def test_derived_threshold_may_not_follow_itself(load_with, edited):
    _, (problem,) = load_with(edited(FOLLOWER, "suit: dispense", "suit: renvoi"))
    assert problem.key == "suit"


def test_derived_threshold_needs_its_first_day(load_with, edited):
    _, (problem,) = load_with(edited(FOLLOWER, "suit_depuis: 2025-01-01\n", ""))
    assert "suit_depuis" in problem.remedy


def test_derived_threshold_carries_no_value_of_its_own(load_with, sound):
    values = "valeurs:" + sound[THRESHOLD].partition("valeurs:")[2]
    _, (problem,) = load_with({FOLLOWER: sound[FOLLOWER] + values})
    assert (problem.file, problem.key) == (FOLLOWER, "suit")


@pytest.mark.parametrize("path, old, new", [
    (GUIDE, "id: annexes", "id: ouverture"), (CCP, "numero: R2161-25", "numero: R2122-8"),
], ids=["guide sections", "articles"])
def test_id_written_twice_in_a_file_is_refused(load_with, edited, path, old, new):
    _, problems = load_with(edited(path, old, new))
    assert path in [one.file for one in problems]
