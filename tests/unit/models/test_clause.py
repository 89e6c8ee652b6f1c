import pytest
from pydantic import ValidationError

from macros.models.clause import Clause

CLAUSE = {
    "id": "avance", "titre": "L'avance", "rang": "1", "etape": "budget", "element": "avant#usagers", "verifie_le": "2026-11-23",
    "texte": "a", "pourquoi": "b", "vigilance": "c", "autrement": "d",
}


def test_clause_may_name_no_route_no_practice_and_no_mistake():
    clause = Clause.model_validate(CLAUSE)
    assert (clause.routes, clause.practices, clause.mistakes) == ((), (), ())


def test_text_to_copy_alone_is_an_example_of_ours():
    assert Clause.INVENTED == {"texte"}
    assert set(Clause.HEADINGS.values()) - Clause.INVENTED == {"pourquoi", "vigilance", "autrement"}


@pytest.mark.parametrize("key", ["etape", "element", "texte", "pourquoi", "vigilance", "autrement", "titre", "rang"])
def test_clause_without_one_of_its_parts_is_refused(key):
    with pytest.raises(ValidationError) as error:
        Clause.model_validate({name: value for name, value in CLAUSE.items() if name != key})
    assert [(one["loc"], one["type"]) for one in error.value.errors()] == [((key,), "missing")]
