import pytest

from macros.models.checklist import ChecklistHeader
from macros.models.guide import Guide
from macros.models.legal_change import LegalChange
from macros.models.page import PageHeader
from macros.models.procedure import Procedure
from macros.models.threshold import Threshold
from macros.reading.validation import validate
from macros.reading.yaml_strict import YamlDocument, parse_yaml

GUIDE = """\
titre: Titre
court: Court
editeur: Bureau
genre: guide
statut: lu
consulte_le: 2026-11-23
resume: Texte
"""
CHECKLIST = "titre: a\nresume: b\netape: decider\npublics: [elu]\nduree: 20 min\nverifie_le: 2026-11-23\n"
PAGE = "title: a\ndescription: b\npublics: [elu]\nlecture: 4 min\nverifie_le: 2026-11-23\n"
THRESHOLD = """\
libelle: a
groupe: lots
unite: pourcent
comparaison: au-plus
resume: b
verifie_le: 2026-11-23
valeurs:
  - {a_partir_du: 2020-01-01, montant: 20, source: c, marque: confirme}
  - a_partir_du: 2021-01-01
    montant: 25
    source: c
    marque: confirme
"""
PROCEDURE = """\
libelle: a
famille: adaptee
resume: b
verifie_le: 2026-11-23
etapes:
  - {id: une, libelle: c, delai: 3}
  - id: deux
    libelle: d
    delai: 4
    reductions:
      - {jours: 1, si: e, article: R1, motif: urgence}
"""
SOUND = {Guide: GUIDE, ChecklistHeader: CHECKLIST, PageHeader: PAGE, Threshold: THRESHOLD, Procedure: PROCEDURE}


def check(model, text):
    document, problems = parse_yaml(text, "a.yml")
    assert problems == []
    return validate(model, document, "a.yml", **({"id": "essai"} if "id" in model.model_fields else {}))


def refused(model, old, new):
    """The only problem of the sound text of `model` in which `old` became `new`."""
    assert SOUND[model].count(old) == 1
    instance, (problem,) = check(model, SOUND[model].replace(old, new))
    assert instance is None
    assert problem.file == "a.yml"
    return problem


@pytest.mark.parametrize("model", SOUND, ids=lambda model: model.__name__)
def test_sound_document_gives_a_model(model):
    instance, problems = check(model, SOUND[model])
    assert isinstance(instance, model) and problems == []


def test_id_comes_from_the_caller():
    assert check(Guide, GUIDE)[0].id == "essai"


def test_id_written_in_the_file_is_refused_on_its_line():
    instance, (problem,) = check(Guide, GUIDE + "id: autre\n")
    assert instance is None
    assert (problem.line, problem.key) == (8, "id")


@pytest.mark.parametrize("data", [None, "un texte", ["une", "liste"]])
def test_document_that_is_not_a_mapping_is_refused(data):
    instance, (problem,) = validate(Guide, YamlDocument(data), "a.yml", id="essai")
    assert instance is None
    assert "_modeles" in problem.remedy


@pytest.mark.parametrize("model, old, line, key", [
    (Guide, "court: Court\n", 1, "court"),
    (Threshold, "    montant: 25\n", 9, "valeurs.2.montant"),
    (Procedure, "jours: 1, ", 11, "etapes.2.reductions.1.jours"),
])
def test_missing_key_is_named_with_its_rank_from_one_and_the_line_of_its_parent(model, old, line, key):
    problem = refused(model, old, "")
    assert (problem.line, problem.key) == (line, key)
    assert "manquante" in problem.what
    assert f"« {key.rpartition('.')[2]} : " in problem.remedy


@pytest.mark.parametrize("model, old, new, line, key, near", [
    (Guide, "editeur: Bureau", "editeur: Bureau\nedtion: 2", 4, "edtion", "edition"),
    (Threshold, "    montant: 25", "    montant: 25\n    jusquau: 2021-12-31", 11, "valeurs.2.jusquau", "jusqu_au"),
    (Procedure, "si: e,", "si: e, articel: R1,", 11, "etapes.2.reductions.1.articel", "article"),
    (PageHeader, "lecture: 4 min", "lecture: 4 min\nhid: [toc]", 5, "hid", "hide"),
])
def test_unknown_key_is_refused_and_the_near_one_proposed(model, old, new, line, key, near):
    problem = refused(model, old, new)
    assert (problem.line, problem.key) == (line, key)
    assert f"« {near} »" in problem.remedy


def test_unknown_key_that_resembles_nothing_is_refused_with_the_list_of_keys():
    problem = refused(Guide, "editeur: Bureau", "editeur: Bureau\nzzzz: 1")
    assert "autres_adresses" in problem.remedy and "voisins" in problem.remedy
    assert " id" not in problem.remedy


def test_unknown_key_of_a_nested_mapping_is_refused_with_the_keys_of_that_mapping():
    problem = refused(Procedure, "si: e,", "si: e, zzzz: 1,")
    assert "jours" in problem.remedy and "famille" not in problem.remedy


@pytest.mark.parametrize("model, french, english", [(Guide, "titre: ", "title: "), (Threshold, "libelle: ", "label: "), (Procedure, "si: e", "condition: e")])
def test_english_name_of_a_field_is_no_key(model, french, english):
    instance, problems = check(model, SOUND[model].replace(french, english))
    assert instance is None and problems


@pytest.mark.parametrize("model, old, new, key, word", [
    (Guide, "genre: guide", "genre: guid", "genre", "« guide »"),
    (Guide, "genre: guide", "genre: zzz", "genre", "piece-de-marche"),
    (PageHeader, "lecture: 4 min", "lecture: 4 min\nhide: [zzz]", "hide.1", "navigation"),
    (PageHeader, "lecture: 4 min", "lecture: 4 min\nhide: [foter]", "hide.1", "« footer »"),
    (Guide, "2026-11-23", "23/11/2026", "consulte_le", "2026-11-23"),
    (Guide, "2026-11-23", "2026-02-30", "consulte_le", "2026-11-23"),
    (Guide, "2026-11-23", "[2026-11-23]", "consulte_le", "2026-11-23"),
    (Threshold, "montant: 25", "montant: 60 000", "valeurs.2.montant", "60000"),
    (Threshold, "montant: 25", "montant: 25 %", "valeurs.2.montant", "60000"),
    (Threshold, "montant: 25", "montant: -1", "valeurs.2.montant", "chiffres"),
    (Procedure, "delai: 4", "delai: quatre", "etapes.2.delai", "chiffres"),
    (Procedure, "id: deux", "id: Étape Deux", "etapes.2.id", "« etape-deux »"),
    (Procedure, "id: deux", "id: «»", "etapes.2.id", "« un-mot-court »"),
    (Guide, "statut: lu", "statut: lu\nrepere: true", "repere", "oui"),
    (Guide, "statut: lu", "statut: lu\nrepere: Oui", "repere", "oui"),
    (Guide, "statut: lu", "statut: lu\nadresse: exemple.fr", "adresse", "https://"),
    (Guide, "statut: lu", "statut: lu\nadresse: ftp://exemple.fr", "adresse", "https://"),
    (Guide, "statut: lu", "statut: lu\nautres_adresses: [https://exemple.fr, rien]", "autres_adresses.2", "https://"),
    (ChecklistHeader, "20 min", "vingt minutes", "duree", "20 min"),
    (PageHeader, "4 min", "4", "lecture", "4 min"),
    (Guide, "resume: Texte", 'resume: ""', "resume", "Remplissez"),
    (Guide, "resume: Texte", 'resume: "  "', "resume", "Remplissez"),
    (ChecklistHeader, "[elu]", "[]", "publics", "Remplissez"),
    (ChecklistHeader, "[elu]", "elu", "publics", "liste"),
    (Guide, "resume: Texte", "resume: [a, b]", "resume", "texte"),
    (Guide, "statut: lu", "statut: lu\nsections: [a]", "sections.1", "clés"),
    (ChecklistHeader, "duree: 20 min", "duree: 20 min\nanciens_ids: [a]", "anciens_ids", "clés"),
    (Procedure, ", delai: 3", "", "etapes.1", "nombre"),
    (Procedure, ", delai: 3", ", delai: 3, sans_delai: aucun", "etapes.1", "nombre"),
])
def test_wrong_value_is_refused_with_what_is_expected(model, old, new, key, word):
    problem = refused(model, old, new)
    assert problem.key == key
    assert word in problem.remedy


@pytest.mark.parametrize("model, old, new, bound", [
    (Guide, "statut: lu", "statut: lu\npages: 0", "au moins 1"), (Guide, "statut: lu", "statut: lu\nannee: 1899", "au moins 1900"),
    (Guide, "statut: lu", "statut: lu\nannee: 2101", "au plus 2100"),
    (Procedure, "famille: adaptee", "famille: adaptee\neffort: {niveau: 6, texte: a}", "au plus 5"),
])
def test_number_out_of_bounds_is_refused_with_its_bound(model, old, new, bound):
    assert bound in refused(model, old, new).what


@pytest.mark.parametrize("day", ["0", "86400", "2026-11-23T00:00:00"])
def test_date_is_a_day_written_year_month_day_and_nothing_else(day):
    """pydantic would otherwise read « 0 » as 1 January 1970."""
    assert refused(Guide, "2026-11-23", day).key == "consulte_le"


@pytest.mark.parametrize("amount", [".inf", "inf", "Infinity", "nan"])
def test_amount_is_a_finite_number(amount):
    assert refused(Threshold, "montant: 25", f"montant: {amount}").key == "valeurs.2.montant"


@pytest.mark.parametrize("key", ["Mauvais Id", "bon-id"])
def test_alias_of_a_checklist_must_be_two_ids(key):
    value = "bon-id" if key == "Mauvais Id" else "Mauvais Id"
    problem = refused(ChecklistHeader, "duree: 20 min", f"duree: 20 min\nanciens_ids:\n  {key}: {value}")
    assert problem.line == 7
    assert "« mauvais-id »" in problem.remedy


def test_every_problem_of_a_document_is_told():
    _, problems = check(Guide, GUIDE.replace("court: Court\n", "").replace("genre: guide", "genre: zzz") + "zzzz: 1\n")
    assert sorted((problem.line, problem.key) for problem in problems) == [(1, "court"), (3, "genre"), (7, "zzzz")]


def test_line_is_that_of_the_wrong_value_in_a_header_that_starts_lower():
    document, _ = parse_yaml(CHECKLIST.replace("20 min", "longtemps"), "a.md", first_line=2)
    _, (problem,) = validate(ChecklistHeader, document, "a.md")
    assert problem.line == 6


def test_text_that_is_too_long_is_refused_with_the_length_it_may_have():
    problem = refused(Procedure, "libelle: a\n", f"libelle: a\ncourt: {'x' * 33}\n")
    assert (problem.key, problem.what) == ("court", "texte trop long (33 signes)")
    assert "32 signes" in problem.remedy


def test_change_that_is_not_sure_is_refused_without_its_note():
    document, _ = parse_yaml(
        "a_partir_du: 2026-04-01\ntitre: b\navant: c\napres: d\npour_vous: e\nsource: f\nmarque: contradictoire\nverifie_le: 2026-11-23\n", "a.yml")
    shown, (problem,) = validate(LegalChange, document, "a.yml", id="a")
    assert shown is None
    assert "sans explication" in problem.what and "« note »" in problem.remedy
