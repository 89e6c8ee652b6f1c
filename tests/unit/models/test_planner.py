import pytest
from pydantic import ValidationError

from macros.models.planner import Mark, Milestone, Planner, Stage
from macros.models.profile import Profile


@pytest.mark.parametrize("values", [{"jalon": "avis"}, {"jalon": "avis", "phase": "a", "temps": "a:b"}])
def test_stage_is_a_phase_or_a_step(values):
    with pytest.raises(ValidationError):
        Stage.model_validate(values)


@pytest.mark.parametrize("values", [{}, {"avant": "avis", "apres": "offres"}])
def test_mark_is_on_one_side_of_a_milestone(values):
    with pytest.raises(ValidationError):
        Mark.model_validate({"id": "a", "libelle": "b", "temps": "c:d"} | values)


def test_mark_is_anchored_on_either_side():
    assert Mark.model_validate({"id": "a", "libelle": "b", "temps": "c:d", "apres": "signature"}).anchor is Milestone.SIGNED


@pytest.mark.parametrize("days", [-1, 731])
def test_length_stays_within_two_years(days):
    with pytest.raises(ValidationError):
        Stage.model_validate({"phase": "a", "jalon": "avis", "jours": days})


@pytest.mark.parametrize("milestone", Milestone)
def test_every_milestone_has_words(milestone):
    assert milestone.label[0].isupper()


def test_profiles_have_words_and_the_ids_that_browsers_keep():
    assert [one.value for one in Profile] == ["etat", "collectivite", "hopital", "autre", "reseaux"]
    assert len({one.label for one in Profile}) == len(Profile)


def test_planner_finds_its_phases_and_marks(catalogue):
    planner: Planner = catalogue.planners["essai"]
    assert planner.phase("ecrire").days == 20 and planner.phase("zzz") is None
    assert planner.mark("rappel").before is Milestone.SIGNED and planner.mark("zzz") is None
