import pytest
from pydantic import ValidationError

from macros.models.practice import Practice, PracticeGroup

PRACTICE = {
    "id": "dire", "titre": "Dire", "rang": "1", "groupe": "poser", "element": "avant#probleme", "verifie_le": "2026-11-23",
    "avant": "a", "apres": "b", "pourquoi": "c", "voie": "d", "vigilance": "e",
}


def test_practice_without_routes_fits_all_of_them():
    assert Practice.model_validate(PRACTICE).routes == ()


def test_clause_before_and_after_is_an_example_of_ours_and_the_rest_is_not():
    assert Practice.INVENTED == {"avant", "apres"}
    assert set(Practice.HEADINGS.values()) - Practice.INVENTED == {"pourquoi", "voie", "vigilance"}


@pytest.mark.parametrize("key", ["groupe", "element", "avant", "apres", "pourquoi", "voie", "vigilance", "titre", "rang"])
def test_practice_without_one_of_its_parts_is_refused(key):
    with pytest.raises(ValidationError) as error:
        Practice.model_validate({name: value for name, value in PRACTICE.items() if name != key})
    assert [(one["loc"], one["type"]) for one in error.value.errors()] == [((key,), "missing")]


@pytest.mark.parametrize("changes", [{"groupe": "rêver"}, {"element": "avant"}, {"voies": ["Pas Un Id"]}, {"vigilance": ""}])
def test_value_out_of_the_rules_is_refused(changes):
    with pytest.raises(ValidationError):
        Practice.model_validate({**PRACTICE, **changes})


def test_each_group_has_its_own_page():
    pages = [group.page for group in PracticeGroup]
    assert len(set(pages)) == len(pages) == 5
    assert all(page.startswith("ecrire/") and page.endswith(".md") for page in pages)
