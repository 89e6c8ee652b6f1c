import pytest
from pydantic import ValidationError

from macros.models.mistake import Mistake, MistakeGroup

MISTAKE = {"id": "devis", "titre": "Cacher", "rang": "1", "groupe": "trop-vite", "element": "avant#usagers", "verifie_le": "2026-11-23", "texte": "a"}


def test_mistake_may_leave_its_links_to_its_words():
    mistake = Mistake.model_validate(MISTAKE)
    assert (mistake.practices, mistake.pitfalls) == ((), ())


def test_mistake_is_told_in_one_piece_and_asks_for_sources():
    assert Mistake.HEADINGS == {"": "texte"} and Mistake.INVENTED == frozenset()


@pytest.mark.parametrize("changes", [{"groupe": "inconnu"}, {"element": "avant"}, {"element": None}, {"rang": "0"}])
def test_value_out_of_the_rules_is_refused(changes):
    with pytest.raises(ValidationError):
        Mistake.model_validate({**MISTAKE, **changes})


def test_groups_are_the_parts_of_the_page():
    assert [group.value for group in MistakeGroup] == ["sans-payer", "trop-vite", "a-cote", "apres"]
