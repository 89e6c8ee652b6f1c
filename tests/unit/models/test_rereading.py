import pytest
from pydantic import ValidationError

from macros.models.rereading import RereadingRule, rule_data

RULE = {
    "id": "visite", "titre": "Une visite", "genre": "passage", "famille": "ecarte", "gravite": "legere",
    "mots": {"rencontre": "visites?|réunions?"}, "motifs": ["<rencontre> obligatoires?"], "sauf": ["ni <rencontre>"],
    "raison": "Un trajet pour chacun.", "reformulation": "« Venez quand vous voulez. »", "pratiques": ["ouvrir"],
    "exemples": ["a", "b", "c"], "contre_exemples": ["d", "e", "f"], "verifie_le": "2026-11-23",
}


def _problem(**keys):
    with pytest.raises(ValidationError) as error:
        RereadingRule.model_validate(RULE | keys)
    return error.value.errors()[0]["ctx"]["what"]


def test_list_is_written_once_and_called_by_its_name():
    rule = RereadingRule.model_validate(RULE)
    assert rule.finds("Une réunion obligatoire.") and rule.finds("Des visites obligatoires.")
    assert not rule.finds("Ni visite ni réunion obligatoire.")
    assert not any("<" in one for one in (*rule_data(rule)["patterns"], *rule_data(rule)["unless"]))


def test_list_that_nobody_wrote_is_told():
    assert "aucune liste « lieu »" in _problem(motifs=["<lieu> obligatoire"])


def test_list_that_no_pattern_calls_is_told():
    assert "« rencontre » ne sert à aucun motif" in _problem(motifs=["visite obligatoire"], sauf=[])


def test_pattern_is_judged_with_its_lists():
    assert "parenthèse répétée" in _problem(mots={"rencontre": "(visites?)*"})


@pytest.mark.parametrize("key", ["famille", "gravite", "reformulation"])
def test_passage_without_one_of_its_keys_is_refused(key):
    with pytest.raises(ValidationError) as error:
        RereadingRule.model_validate({name: value for name, value in RULE.items() if name != key})
    assert f"« {key} » manque" in error.value.errors()[0]["ctx"]["what"]


def test_strengths_cover_something_missing_only():
    assert "« forces »" in _problem(forces=["ouvert-dit"])


def test_rule_with_neither_practice_nor_source_is_refused():
    assert _problem(pratiques=[]) == "règle sans source"
