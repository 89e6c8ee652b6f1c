import pytest
from pydantic import TypeAdapter, ValidationError

from macros.kinds import KINDS
from macros.models.prose import ItemReference, Justification, Prose, Ranked

PROSE = {"id": "a", "verifie_le": "2026-11-23"}
each_prose = pytest.mark.parametrize("model", [kind.header for kind in KINDS.values() if issubclass(kind.header, Prose)], ids=lambda model: model.__name__)


@pytest.mark.parametrize("reference", ["avant#probleme", "avant-de-commander#suite-portee", "a1#2b"])
def test_item_of_a_list_is_named_by_both(reference):
    assert TypeAdapter(ItemReference).validate_python(reference) == reference


@pytest.mark.parametrize("reference", ["", "avant", "#probleme", "avant#", "avant#a#b", "Avant#a", "avant#été", "avant # a", "avant/a"])
def test_other_references_are_refused(reference):
    with pytest.raises(ValidationError):
        TypeAdapter(ItemReference).validate_python(reference)


@pytest.mark.parametrize("given", [{"phrase": "Il faut"}, {"raison": "Un conseil."}, {"phrase": "", "raison": "Un conseil."}, {"phrase": "Il faut", "raison": ""}, {}])
def test_justification_says_which_sentence_and_why(given):
    with pytest.raises(ValidationError):
        Justification.model_validate(given)


def test_prose_justifies_nothing_unless_it_says_so():
    assert Prose.model_validate(PROSE).unsourced == ()


@pytest.mark.parametrize("rank, accepted", [("0", False), ("1", True), ("99", True), ("100", False), ("1.5", False)])
def test_rank_counts_from_one(rank, accepted):
    try:
        assert Ranked.model_validate({**PROSE, "titre": "b", "rang": rank}).rank == int(rank) and accepted
    except ValidationError:
        assert not accepted


@each_prose
def test_headings_fill_fields_of_the_model_once_each(model):
    aliases = {field.alias for field in model.model_fields.values()}
    keys = list(model.HEADINGS.values())
    assert keys and set(keys) <= aliases and len(keys) == len(set(keys))


@each_prose
def test_headings_fill_no_key_of_the_header(model):
    assert not {"id", "verifie_le", "sans_source", "titre", "rang"} & set(model.HEADINGS.values())


@each_prose
def test_parts_that_are_invented_are_parts(model):
    assert model.INVENTED <= set(model.HEADINGS.values())


@each_prose
def test_part_under_a_heading_is_always_written(model):
    fields = {field.alias: field for field in model.model_fields.values()}
    assert all(fields[key].is_required() is bool(heading) for heading, key in model.HEADINGS.items())
