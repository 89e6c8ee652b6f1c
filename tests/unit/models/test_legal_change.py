import pytest
from pydantic import ValidationError

from macros.models.legal_change import LegalChange

CHANGE = {
    "id": "a", "a_partir_du": "2026-04-01", "titre": "b", "avant": "c", "apres": "d", "pour_vous": "e", "source": "f",
    "marque": "confirme", "verifie_le": "2026-11-23",
}


@pytest.mark.parametrize("mark", ["confirme", "calcule"])
def test_change_that_is_sure_needs_no_note(mark):
    assert LegalChange.model_validate({**CHANGE, "marque": mark}).note is None


@pytest.mark.parametrize("mark", ["contradictoire", "a-verifier"])
def test_change_that_is_not_sure_says_what_is_not(mark):
    with pytest.raises(ValidationError) as error:
        LegalChange.model_validate({**CHANGE, "marque": mark})
    assert [one["type"] for one in error.value.errors()] == ["doubt_without_note"]
    assert LegalChange.model_validate({**CHANGE, "marque": mark, "note": "Une revue dit autre chose."}).note


@pytest.mark.parametrize("key", ["a_partir_du", "titre", "avant", "apres", "pour_vous", "source", "marque", "verifie_le"])
def test_change_without_its_day_its_words_its_source_or_its_mark_is_refused(key):
    with pytest.raises(ValidationError) as error:
        LegalChange.model_validate({name: value for name, value in CHANGE.items() if name != key})
    assert [(one["loc"], one["type"]) for one in error.value.errors()] == [((key,), "missing")]


@pytest.mark.parametrize("changes", [{"adresse": "exemple.fr"}, {"a_partir_du": "avril 2026"}, {"marque": "sûr"}, {"seuils": ["Pas Un Id"]}])
def test_value_out_of_the_rules_is_refused(changes):
    with pytest.raises(ValidationError):
        LegalChange.model_validate({**CHANGE, **changes})
