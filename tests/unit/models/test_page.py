import pytest
from pydantic import ValidationError

from macros.models.page import PageHeader

HEADER = {"title": "a", "description": "b", "publics": ["acheteur"], "lecture": "4 min", "verifie_le": "2026-11-23"}


def refused(**changes):
    with pytest.raises(ValidationError) as error:
        PageHeader.model_validate({**HEADER, **changes})
    return {one["loc"][0] for one in error.value.errors()}


def test_title_of_a_page_keeps_the_key_of_the_theme():
    assert PageHeader.model_validate(HEADER).title == "a"
    assert refused(titre="a") == {"titre"}


def test_optional_keys_of_the_theme_are_empty_when_absent():
    header = PageHeader.model_validate(HEADER)
    assert (header.hide, header.search) == ((), {})


@pytest.mark.parametrize("changes, key", [
    ({"hide": ["titre"]}, "hide"), ({"publics": []}, "publics"), ({"publics": ["tous"]}, "publics"), ({"lecture": "4"}, "lecture"), ({"lecture": "100 min"}, "lecture"),
    ({"lecture": "1 h"}, "lecture"), ({"verifie_le": "hier"}, "verifie_le"), ({"etiquettes": []}, "etiquettes"),
])
def test_value_out_of_the_closed_lists_is_refused(changes, key):
    assert refused(**changes) == {key}


@pytest.mark.parametrize("audiences, asked", [(["contributeur"], False), (["contributeur", "acheteur"], True), (["acheteur"], True), (["elu"], True)])
def test_sources_are_asked_of_every_page_but_those_for_contributors_alone(audiences, asked):
    assert PageHeader.model_validate({**HEADER, "publics": audiences}).asks_for_sources is asked


def test_sentence_without_a_source_may_be_justified():
    (one,) = PageHeader.model_validate({**HEADER, "sans_source": [{"phrase": "Il faut", "raison": "C'est un conseil."}]}).unsourced
    assert (one.phrase, one.reason) == ("Il faut", "C'est un conseil.")
