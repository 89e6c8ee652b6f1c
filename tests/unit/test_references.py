import inspect

import pytest

from macros.bindings import FUNCTIONS
from macros.reading.macro_calls import MacroCall, find_calls
from macros.reading.vocabulary import PARAMETERS
from macros.references import References, call_problems, repeated_terms

CCP = "docs/_donnees/articles/ccp.yml"
CHECKLIST = "docs/_donnees/checklists/avant.md"
GUIDE = "docs/_donnees/guides/livre.yml"
LANDMARK = "docs/_donnees/guides/repere.yml"
THRESHOLD = "docs/_donnees/seuils/dispense.yml"
FOLLOWER = "docs/_donnees/seuils/renvoi.yml"
PROCEDURE = "docs/_donnees/procedures/dialogue.yml"
PRACTICE = "docs/_donnees/pratiques/dire.md"
PITFALL = "docs/_donnees/ecueils/collection.md"
TERM = "docs/_donnees/glossaire/sourcage.md"
CHANGE = "docs/_donnees/veille/2026-04-01-dispense.yml"
THEME = "docs/_donnees/themes/ouvrir.yml"
STEP = "docs/_donnees/autonomie/observer.md"

WITH_ID = sorted(name for name, function in FUNCTIONS.items() if len(inspect.signature(function).parameters) > 1 and name != "exemple")
"""« exemple » takes words, and nothing that could be unknown."""


@pytest.fixture
def findings(catalogue):
    """What is found on a call, as a contributor types it."""
    def check(call: str) -> list[tuple[str, str]]:
        calls, problems = find_calls(f"{{{{ {call} }}}}", "page.md", 1, FUNCTIONS)
        assert len(calls) == 1 and problems == []
        return list(References(catalogue).of_call(calls[0]))

    return check


def test_every_macro_that_takes_an_id_is_checked(catalogue):
    assert sorted(References(catalogue).checks) == WITH_ID


@pytest.mark.parametrize("name", WITH_ID)
def test_check_of_a_macro_takes_the_values_of_the_macro(catalogue, name):
    """A call is bound to the macro's own parameters, then given to its check by name."""
    check = inspect.signature(References(catalogue).checks[name])
    check.bind(**{value: None for value in list(inspect.signature(FUNCTIONS[name]).parameters)[1:]})


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_message_on_a_macro_names_its_values_in_french(name):
    """The values given by position; the others are typed by their name, French already or the same word in both languages."""
    names = list(inspect.signature(FUNCTIONS[name]).parameters)[1:]
    assert {PARAMETERS.get(one, one) for one in names} <= {*PARAMETERS.values(), "page", "section", "code", "texte"}


@pytest.mark.parametrize("call", [
    'guide("livre")', 'guide("livre", page=1)', 'guide("livre", page=24)', 'guide("livre", section="annexes")', 'guide("repere", page=900)',
    'fiche_guide("repere")', 'article("R2122-8")', 'article("annexe-2")', 'article("35.2.1", code="ccag-pi")', 'article("35.2.1", "ccag-pi")',
    'seuil("dispense")', 'seuil("renvoi")', 'delai("dialogue", "candidatures")', 'procedure("dialogue")', 'checklist("avant")', "date_du_droit()",
    'etapes("dialogue")', 'appuis("dialogue")', 'terme("offre")', 'terme("offre", texte="réponse")', 'pratique("dire")', 'ecueil("collection")', 'element("avant", "usagers")',
    'fiches_pratiques("poser")', 'fiches_pratiques("durer")', 'chiffre("cinq pages", "livre", page=4)', 'chiffre("cinq pages", "livre", section="annexes")', 'exemple("zzz")',
])
def test_call_to_what_exists_is_accepted(findings, call):
    assert findings(call) == []


@pytest.mark.parametrize("call, near", [
    ('guide("livr")', "livre"), ('fiche_guide("reperes")', "repere"), ('guide("livre", section="anexes")', "annexes"),
    ('article("R2122-9")', "R2122-8"), ('article("35.2.1", code="ccag-p")', "ccag-pi"), ('seuil("dispence")', "dispense"),
    ('delai("dialogues", "candidatures")', "dialogue"), ('delai("dialogue", "candidature")', "candidatures"),
    ('procedure("dialog")', "dialogue"), ('checklist("avantt")', "avant"),
    ('etapes("dialog")', "dialogue"), ('appuis("dialog")', "dialogue"), ('terme("sourcages")', "sourcage"), ('pratique("dires")', "dire"), ('ecueil("collections")', "collection"),
    ('element("avants", "probleme")', "avant"), ('element("avant", "problemes")', "probleme"), ('fiches_pratiques("posers")', "poser"), ('chiffre("x", "livr")', "livre"),
    ('chiffre("x", "livre", section="anexes")', "annexes"),
])
def test_near_miss_is_refused_and_the_right_id_proposed(findings, call, near):
    ((_what, remedy),) = findings(call)
    assert f"« {near} »" in remedy


@pytest.mark.parametrize("call, word", [
    ('guide("zzz")', "guides/"), ('article("zzz")', "articles/ccp.yml"), ('article("1", code="zzz")', "articles/"), ('seuil("zzz")', "seuils/"),
    ('procedure("zzz")', "procedures/"), ('delai("zzz", "zzz")', "procedures/"), ('checklist("zzz")', "checklists/"),
    ('guide("livre", section="zzz")', "ouverture, annexes"), ('guide("repere", section="zzz")', "page"), ('delai("dialogue", "zzz")', "candidatures, dialogue"),
    ('terme("zzz")', "glossaire/"), ('pratique("zzz")', "pratiques/"), ('ecueil("zzz")', "ecueils/"), ('element("zzz", "zzz")', "checklists/"), ('element("avant", "zzz")', "checklists/avant.md"),
    ('fiches_pratiques("zzz")', "poser, ouvrir, choisir, travailler, durer"), ('etapes("zzz")', "procedures/"), ('chiffre("x", "zzz")', "guides/"),
])
def test_far_miss_is_refused_with_where_to_look(findings, call, word):
    ((_what, remedy),) = findings(call)
    assert word in remedy


@pytest.mark.parametrize("number", ["0", "-1", "25", '"4"', "4.5"])
def test_page_that_the_document_does_not_have_is_refused(findings, number):
    ((what, _remedy),) = findings(f'guide("livre", page={number})')
    assert number.strip('"') in what


def test_figure_of_a_guide_is_on_a_page_that_the_guide_has(findings):
    ((what, _remedy),) = findings('chiffre("cinq pages", "livre", page=25)')
    assert "page 25" in what


@pytest.mark.parametrize("call, word", [('pratique("zzz")', "inconnue"), ('procedure("zzz")', "inconnue"), ('checklist("zzz")', "inconnue"), ('terme("zzz")', "inconnu "), ('ecueil("zzz")', "inconnu ")])
def test_message_agrees_in_gender(findings, call, word):
    ((what, _remedy),) = findings(call)
    assert f"{word}" in what


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


# A term is defined once a page


def definitions(*names):
    return [MacroCall("terme", line, {"term_id": name}) for line, name in enumerate(names, start=1)]


@pytest.mark.parametrize("names, lines", [([], []), (["offre"], []), (["offre", "sourcage"], []), (["offre", "offre"], [2]), (["offre", "sourcage", "offre", "offre"], [3, 4])])
def test_term_defined_again_is_refused_where_it_is(names, lines):
    problems = repeated_terms(definitions(*names), "page.md")
    assert [(one.file, one.line, one.key) for one in problems] == [("page.md", line, "terme") for line in lines]


def test_other_macros_may_be_called_again():
    assert repeated_terms([MacroCall("seuil", 1, {"threshold_id": "a"}), MacroCall("seuil", 2, {"threshold_id": "a"})], "page.md") == []


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
    (PRACTICE, "voies: [dialogue]", "voies: [dialogue, monologue]", 5, "voies.2"),
    (PRACTICE, "element: avant#probleme", "element: avant#problemes", 6, "element"),
    (PRACTICE, "element: avant#probleme", "element: apres#probleme", 6, "element"),
    (PITFALL, "element: avant#usagers", "element: avant#le-probleme", 4, "element"),
    (PITFALL, "pratiques: [dire]", "pratiques: [dire, taire]", 5, "pratiques.2"),
    (TERM, "voir: [offre]", "voir: [offre, candidature]", 5, "voir.2"),
    (CHANGE, "articles: [R2122-8]", "articles: [R2122-8, R1]", 7, "articles.2"),
    (CHANGE, "articles: [R2122-8]", 'articles: ["zzz:35.2.1"]', 7, "articles.1"),
    (CHANGE, "seuils: [dispense]", "seuils: [dispense, ailleurs]", 12, "seuils.2"),
    (THEME, "page: choisir/dialogue.md", "page: choisir/monologue.md", 3, "page"),
    (THEME, "page: choisir/dialogue.md", "page: _donnees/glossaire/offre.md", 3, "page"),
    (THEME, "{id: livre, page: 7,", "{id: livre, page: 25,", 5, "references.1"),
    (THEME, "{id: repere}", "{id: zzz}", 6, "references.2"),
])
def test_broken_link_of_a_data_file_is_refused_at_its_key(load_with, edited, path, old, new, line, key):
    _, (problem,) = load_with(edited(path, old, new))
    assert (problem.file, problem.line, problem.key) == (path, line, key)


def test_article_of_another_code_is_found_by_its_prefix_or_by_the_code_key(load_with, edited):
    change = edited(PROCEDURE, "phrase: Sous le seuil, article: R2122-8", "phrase: Sous le seuil, article: 35.2.1, code: ccag-pi")
    assert load_with(change)[1] == []


def test_change_may_name_a_threshold_that_has_no_value_that_day(load_with, sound, edited):
    """A change announced for later: its threshold has no value yet."""
    later = sound[FOLLOWER].replace("suit_depuis: 2025-01-01", "suit_depuis: 2027-01-01")
    _, problems = load_with(edited(CHANGE, "seuils: [dispense]", "seuils: [dispense, renvoi]") | {FOLLOWER: later})
    assert problems == []


@pytest.mark.parametrize("path, other", [(PRACTICE, "docs/_donnees/pratiques/autre.md"), (PITFALL, "docs/_donnees/ecueils/autre.md"), (STEP, "docs/_donnees/autonomie/autre.md"), (THEME, "docs/_donnees/themes/autre.yml")])
def test_two_of_a_series_never_claim_the_same_place_and_the_later_one_is_told(load_with, sound, path, other):
    _, (problem,) = load_with({other: sound[path]})
    assert (problem.file, problem.key) == (max(path, other), "rang")
    assert "rang 1" in problem.what
    assert load_with({other: sound[path].replace("rang: 1", "rang: 2")})[1] == []


def test_places_of_different_series_have_nothing_to_do_with_each_other(load_with, sound):
    """The sound project has a rank 1 in each."""
    _, problems = load_with({"docs/_donnees/ecueils/dire.md": sound[PITFALL].replace("rang: 1", "rang: 2"), "docs/_donnees/themes/dire.yml": sound[THEME].replace("rang: 1", "rang: 2")})
    assert problems == []


# Timelines

TIMELINE = "frises: [{segments: [{temps: candidatures, jours: 15}]}]"
FLOOR = "planchers: [{jours: 15, texte: Sans compter le dialogue.}]"


@pytest.fixture
def timeline(load_with, sound):
    """What is found on the procedure with these `segments` and this floor, beside common rules that have a wait of 11 days."""
    def check(segments, floor=FLOOR, buyers="", steps=""):
        procedure = sound[PROCEDURE].replace(TIMELINE, f"frises: [{{{buyers}segments: [{segments}]}}]").replace(FLOOR, floor)
        rules = sound[PROCEDURE].replace("famille: formalisee", "famille: commun").replace(f"{TIMELINE}\n", "")
        _, problems = load_with({
            PROCEDURE: procedure.replace("  - {id: dialogue, libelle", f"{steps}  - {{id: dialogue, libelle"), "docs/choisir/regles.md": sound["docs/choisir/dialogue.md"],
            "docs/_donnees/procedures/regles.yml": rules.replace("{id: dialogue, libelle: Dialoguer, sans_delai: Aucun chiffre.}", "{id: attente, libelle: Attendre, delai: 11}"),
        })
        assert {(one.file, one.line, one.key) for one in problems} <= {(PROCEDURE, 20 + steps.count("\n"), "frises.1")}
        return problems

    return check


def floor_of(days, buyers=""):
    return f"planchers: [{{{buyers}jours: {days}, texte: a}}]"


@pytest.mark.parametrize("segments, days", [
    ("{temps: candidatures}", 30), ("{temps: candidatures, jours: 15}", 15), ("{temps: candidatures, jours: 30}", 30), ("{temps: candidatures}, {temps: dialogue}", 30),
    ("{temps: candidatures}, {temps: \"regles:attente\"}", 41), ("{temps: dialogue}", 0), ("{temps: candidatures}, {temps: candidatures, jours: 15}", 45),
])
def test_sum_of_a_timeline_is_the_floor(timeline, segments, days):
    assert timeline(segments, floor_of(days)) == []
    (problem,) = timeline(segments, floor_of(days + 1))
    assert problem.what == f"la frise compte {days} jours, le plancher {days + 1}"


def test_timeline_and_floor_are_those_of_the_same_buyers(timeline):
    floors = "planchers: [{jours: 15, texte: a}, {acheteurs: les communes, jours: 30, texte: b}]"
    assert timeline("{temps: candidatures}", floors, "acheteurs: les communes, ") == []
    assert "le plancher 15" in timeline("{temps: candidatures}", floors)[0].what
    assert "le plancher manque" in timeline("{temps: candidatures}", floors, "acheteurs: l'État, ")[0].what


def test_floor_without_a_figure_is_no_sum(timeline):
    assert "le plancher manque" in timeline("{temps: candidatures}", "planchers: [{texte: a}]")[0].what


@pytest.mark.parametrize("segment, what, remedy", [
    ("{temps: candidatures, jours: 20}", "20 jours n'est pas un délai de « candidatures »", "15, 30"), ("{temps: candidatures, jours: 0}", "0 jours", "15, 30"),
    ("{temps: dialogue, jours: 5}", "5 jours n'est pas un délai de « dialogue »", "aucun"), ("{temps: \"regles:attente\", jours: 16}", "16 jours", "11"),
])
def test_segment_takes_a_delay_that_its_step_has(timeline, segment, what, remedy):
    days = int(segment.partition("jours: ")[2].rstrip("}"))
    (problem,) = timeline(segment, floor_of(days))
    assert what in problem.what and remedy in problem.remedy


@pytest.mark.parametrize("step", ["monologue", "regles:monologue", "zzz:attente", "dialogue:monologue"])
def test_segment_that_names_no_step_is_refused(timeline, step):
    (problem,) = timeline(f'{{temps: "{step}"}}')
    assert problem.what == f"étape inconnue « {step} »"


def test_segment_may_name_its_own_procedure_in_full(timeline):
    assert timeline('{temps: "dialogue:candidatures", jours: 15}') == []


def test_step_that_counts_in_months_cannot_be_added_to_days(timeline):
    (problem,) = timeline("{temps: suite}", floor_of(2), steps="  - {id: suite, libelle: Suivre, delai: 2, unite: mois}\n")
    assert "ne compte pas en jours" in problem.what


def test_timeline_does_not_tell_again_what_is_wrong_in_the_file_it_names(load_with, sound, edited):
    broken = sound[PROCEDURE].replace("famille: formalisee", "famille: inconnue").replace(f"{TIMELINE}\n", "")
    _, (problem,) = load_with(edited(PROCEDURE, "{temps: candidatures, jours: 15}", '{temps: candidatures, jours: 15}, {temps: "regles:attente"}')
                              | {"docs/_donnees/procedures/regles.yml": broken})
    assert problem.file == "docs/_donnees/procedures/regles.yml"


def test_theme_does_not_tell_again_what_is_wrong_in_the_page_it_names(load_with, edited):
    _, (problem,) = load_with(edited("docs/choisir/dialogue.md", "lecture: 2 min", "lecture: longue"))
    assert problem.file == "docs/choisir/dialogue.md"


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


WIZARD = "docs/_donnees/parcours/voie.yml"


@pytest.mark.parametrize("old, new, wrong", [
    ("si: {non: {fait: petit}}", "si: {non: {fait: petite}}", "fait inconnu « petite »"),
    ("si: {non: {fait: petit}}", "si: {acheteur: [etats]}", "réponse inconnue « etats »"),
    ("si: {non: {fait: petit}}", "si: {acheteurs: [etat]}", "question inconnue « acheteurs »"),
    ("si: {non: {fait: petit}}", "si: {acheteur: {sous: dispense}}", "« acheteur » n'est pas un montant"),
    ("si: {non: {fait: petit}}", "si: {valeur: {sous: dispenses}}", "seuil inconnu « dispenses »"),
    ("quand: {acheteur: [etat, commune]}", "quand: {valeur: [inconnu]}", "question inconnue « valeur »"),
    ("quand: {acheteur: [etat, commune]}", "quand: {fait: petit}", "fait inconnu « petit »"),
    ("effet: {dialogue: possible}", "effet: {dialogues: possible}", "résultat inconnu « dialogues »"),
    ("effet: {dialogue: possible}", "effet: {dialogue: possibles}", "statut inconnu « possibles »"),
    ("groupe: voies", "groupe: voie", "groupe inconnu « voie »"),
    ("page: choisir/voie.md", "page: choisir/voies.md", "page inconnue « choisir/voies.md »"),
    ("articles: [R2122-8]\n    guides", "articles: [R9999]\n    guides", "article inconnu « R9999 »"),
    ("- id: ferme", "- id: ouvert", "« ouvert » écrit deux fois"),
    ("procedure: dialogue\n", "procedure: dialogues\n", "procédure inconnue « dialogues »"),
])
def test_wizard_names_what_exists(old, new, wrong, edited, load_with):
    _, problems = load_with(edited(WIZARD, old, new))
    assert any(wrong in str(problem) for problem in problems), [str(problem) for problem in problems]
    assert all(problem.line > 0 for problem in problems if problem.file == WIZARD)


def test_condition_badly_written_is_told_on_its_line(edited, load_with, sound):
    _, (problem, *_) = load_with(edited(WIZARD, "si: {non: {fait: petit}}", "si: {fait: [petit]}"))
    line = next(number for number, text in enumerate(sound[WIZARD].splitlines(), 1) if "si: {non: {fait: petit}}" in text)
    assert (problem.file, problem.line, problem.what) == (WIZARD, line, "condition mal écrite")
