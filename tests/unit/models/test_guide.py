import pytest
from pydantic import ValidationError

from macros.models.guide import Guide, GuideKind

GUIDE = {"id": "a", "titre": "b", "court": "c", "editeur": "d", "genre": "guide", "statut": "lu", "consulte_le": "2026-11-23", "resume": "e"}


def guide(**changes):
    return Guide.model_validate({**GUIDE, **changes})


def test_what_is_unknown_of_a_guide_stays_unknown():
    shown = guide()
    assert (shown.address, shown.licence, shown.year, shown.pages, shown.reserve) == (None, None, None, None, None)
    assert not shown.landmark


@pytest.mark.parametrize("year, accepted", [("1899", False), ("1900", True), ("2100", True), ("2101", False), ("vers 2016", False)])
def test_year_has_four_likely_digits(year, accepted):
    try:
        assert guide(annee=year).year == int(year) and accepted
    except ValidationError:
        assert not accepted


@pytest.mark.parametrize("changes", [{"pages": "0"}, {"sections": [{"id": "a", "titre": "b", "page": "0"}]}])
def test_pages_count_from_one(changes):
    with pytest.raises(ValidationError):
        guide(**changes)


def test_section_is_found_by_its_id_or_not_at_all():
    shown = guide(sections=[{"id": "une", "titre": "Une", "page": "3"}, {"id": "deux", "titre": "Deux"}])
    assert shown.section("une").page == 3
    assert shown.section("deux").page is None
    assert shown.section("trois") is None


@pytest.mark.parametrize("kind", GuideKind)
def test_every_kind_has_its_own_heading_in_the_index(kind):
    assert [other for other in GuideKind if other.plural == kind.plural] == [kind]
