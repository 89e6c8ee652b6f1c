import pytest
from pydantic import ValidationError

from macros.models.autonomy import AutonomyStep

STEP = {"id": "observer", "titre": "Observer", "rang": "1", "court": "Observer", "verifie_le": "2026-11-23", "faire": "a", "aide": "b", "epreuve": "c"}


@pytest.mark.parametrize("length, accepted", [(0, False), (1, True), (16, True), (17, False)])
def test_short_name_fits_on_a_stair(length, accepted):
    try:
        assert len(AutonomyStep.model_validate({**STEP, "court": "x" * length}).short) == length and accepted
    except ValidationError:
        assert not accepted


@pytest.mark.parametrize("key", ["court", "faire", "aide", "epreuve"])
def test_step_without_one_of_its_parts_is_refused(key):
    with pytest.raises(ValidationError) as error:
        AutonomyStep.model_validate({name: value for name, value in STEP.items() if name != key})
    assert [(one["loc"], one["type"]) for one in error.value.errors()] == [((key,), "missing")]


def test_nothing_of_a_step_is_invented():
    assert AutonomyStep.INVENTED == frozenset()
    assert set(AutonomyStep.HEADINGS.values()) == {"faire", "aide", "epreuve"}
