import pytest
from pydantic import ValidationError

from macros.models.term import Term

TERM = {"id": "sourcage", "terme": "Sourçage", "mots_courants": ["étude de marché"], "definition": "Se renseigner.", "verifie_le": "2026-11-23"}


def test_term_may_have_a_definition_and_nothing_more():
    term = Term.model_validate(TERM)
    assert (term.text, term.see) == (None, ())


def test_text_is_what_stands_before_any_heading_and_nothing_of_it_is_invented():
    assert (Term.HEADINGS, Term.INVENTED) == ({"": "texte"}, frozenset())


@pytest.mark.parametrize("length, accepted", [(0, False), (1, True), (260, True), (261, False)])
def test_definition_is_short_enough_for_a_card(length, accepted):
    try:
        assert len(Term.model_validate({**TERM, "definition": "x" * length}).definition) == length and accepted
    except ValidationError:
        assert not accepted


@pytest.mark.parametrize("changes", [{"mots_courants": []}, {"mots_courants": [""]}, {"voir": ["Pas Un Id"]}, {"terme": ""}])
def test_term_nobody_could_find_is_refused(changes):
    with pytest.raises(ValidationError):
        Term.model_validate({**TERM, **changes})
