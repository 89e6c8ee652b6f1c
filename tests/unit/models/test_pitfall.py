import pytest
from pydantic import ValidationError

from macros.models.pitfall import Pitfall

PITFALL = {
    "id": "collection", "titre": "La collection", "rang": "1", "element": "avant#usagers", "verifie_le": "2026-11-23",
    "scene": "a", "symptome": "b", "mecanisme": "c", "remede": "d", "question": "e",
}


def test_pitfall_may_name_no_practice():
    assert Pitfall.model_validate(PITFALL).practices == ()


def test_scene_alone_is_an_example_of_ours():
    assert Pitfall.INVENTED == {"scene"}
    assert set(Pitfall.HEADINGS.values()) == {"scene", "symptome", "mecanisme", "remede", "question"}


@pytest.mark.parametrize("key", ["element", "scene", "symptome", "mecanisme", "remede", "question"])
def test_pitfall_without_one_of_its_parts_is_refused(key):
    with pytest.raises(ValidationError) as error:
        Pitfall.model_validate({name: value for name, value in PITFALL.items() if name != key})
    assert [(one["loc"], one["type"]) for one in error.value.errors()] == [((key,), "missing")]
