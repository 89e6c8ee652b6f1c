import re

import pytest

import macros.kinds  # noqa: F401 -- every model must be known
from macros.models.base import Model
from macros.reading.vocabulary import FRENCH, to_french


def test_every_field_has_a_french_name(model_class):
    assert model_class.model_fields.keys() <= FRENCH.keys()


def test_two_fields_of_a_model_never_share_a_french_name(model_class):
    names = [field.alias for field in model_class.model_fields.values()]
    assert len(names) == len(set(names))


def test_a_french_name_always_means_the_same_thing():
    assert len(set(FRENCH.values())) == len(FRENCH)


def test_every_word_of_the_table_is_used():
    models, used = [Model], set()
    while models:
        model = models.pop()
        models += model.__subclasses__()
        used |= model.model_fields.keys()
    assert FRENCH.keys() == used


@pytest.mark.parametrize("english, french", sorted(FRENCH.items()))
def test_french_name_can_be_typed_on_any_keyboard(english, french):
    assert to_french(english) == french
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", french)


def test_field_that_nobody_has_named_is_an_error():
    with pytest.raises(KeyError):
        to_french("zzz")


@pytest.mark.parametrize("field, key", [("title", "titre"), ("checked_on", "verifie_le"), ("valid_from", "a_partir_du"), ("confidence", "marque"), ("hide", "hide")])
def test_names_that_contributors_know(field, key):
    assert to_french(field) == key
