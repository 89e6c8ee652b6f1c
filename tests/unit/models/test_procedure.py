import pytest
from pydantic import ValidationError

from macros.models.base import Confidence
from macros.models.procedure import Bound, DelayUnit, Floor, Procedure, Reading, Segment, Step, Timeline

STEP = {"id": "a", "libelle": "b"}


def test_step_has_a_delay_in_calendar_days_unless_said_otherwise():
    assert Step.model_validate({**STEP, "delai": "30"}).unit is DelayUnit.DAYS
    assert Step.model_validate({**STEP, "delai": "2", "unite": "mois"}).unit is DelayUnit.MONTHS


def test_delay_is_a_minimum_counted_forwards_unless_said_otherwise():
    step = Step.model_validate({**STEP, "delai": "30"})
    assert (step.bound, step.backwards) == (Bound.MINIMUM, False)
    other = Step.model_validate({**STEP, "delai": "6", "sens": "maximum", "a_rebours": "oui"})
    assert (other.bound, other.backwards) == (Bound.MAXIMUM, True)


def test_step_may_say_in_words_that_the_text_gives_no_figure():
    assert Step.model_validate({**STEP, "sans_delai": "libre"}).delay is None


@pytest.mark.parametrize("delays", [{}, {"delai": "30", "sans_delai": "libre"}])
def test_step_says_a_figure_or_words_but_not_both(delays):
    with pytest.raises(ValidationError) as error:
        Step.model_validate({**STEP, **delays})
    assert [one["type"] for one in error.value.errors()] == ["delay_or_words"]


def test_delay_of_zero_is_a_figure():
    assert Step.model_validate({**STEP, "delai": "0"}).delay == 0


@pytest.mark.parametrize("delay", ["-1", "1.5", "trente"])
def test_delay_is_a_whole_number(delay):
    with pytest.raises(ValidationError):
        Step.model_validate({**STEP, "delai": delay})


@pytest.mark.parametrize("level, accepted", [("0", False), ("1", True), ("5", True), ("6", False)])
def test_our_reading_goes_from_one_to_five(level, accepted):
    try:
        assert Reading.model_validate({"niveau": level, "texte": "a"}).level == int(level) and accepted
    except ValidationError:
        assert not accepted


def test_floor_may_have_no_figure():
    assert Floor.model_validate({"texte": "a"}).days is None


def test_step_is_found_by_its_id_or_not_at_all():
    procedure = Procedure.model_validate({
        "id": "a", "libelle": "b", "famille": "adaptee", "resume": "c", "verifie_le": "2026-11-23",
        "etapes": [{**STEP, "id": "une", "delai": "1"}, {**STEP, "id": "deux", "delai": "2"}],
    })
    assert procedure.step("deux").delay == 2
    assert procedure.step("trois") is None


def test_law_is_that_of_the_public_procurement_code_unless_said_otherwise():
    step = Step.model_validate({**STEP, "delai": "1"})
    assert (step.code, step.confidence) == ("ccp", Confidence.CONFIRMED)


@pytest.mark.parametrize("step, accepted", [
    ("candidatures", True), ("regles-communes:attente", True), ("", False), ("a:b:c", False), (":a", False), ("a:", False), ("Candidatures", False), ("a b", False),
])
def test_segment_names_a_step_of_the_procedure_or_of_another(step, accepted):
    try:
        assert Segment.model_validate({"temps": step}).step == step and accepted
    except ValidationError:
        assert not accepted


def test_segment_takes_the_delay_of_its_step_unless_it_gives_its_own():
    assert Segment.model_validate({"temps": "a"}).days is None
    assert Segment.model_validate({"temps": "a", "jours": "0"}).days == 0


def test_timeline_has_at_least_one_segment():
    with pytest.raises(ValidationError):
        Timeline.model_validate({"segments": []})


@pytest.mark.parametrize("length, accepted", [(0, False), (1, True), (32, True), (33, False)])
def test_short_name_fits_on_a_drawing(length, accepted):
    try:
        shown = Procedure.model_validate({"id": "a", "libelle": "b", "court": "x" * length, "famille": "adaptee", "resume": "c", "verifie_le": "2026-11-23"})
        assert len(shown.short) == length and accepted
    except ValidationError:
        assert not accepted
