import re
from enum import Enum

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.models import article, base, checklist, guide, page, practice, procedure, threshold
from macros.models.article import Code
from macros.models.base import SLUG, Address, Confidence, Duration, Slug, Text, YesNo, slugify

MODULES = (article, base, checklist, guide, page, practice, procedure, threshold)
CLASSES = {one for module in MODULES for one in vars(module).values() if isinstance(one, type)}
CHOICES = sorted((one for one in CLASSES if issubclass(one, Enum) and len(one)), key=lambda one: one.__name__)
LABELLED = [choices for choices in CHOICES if hasattr(choices, "label")]


def valid(kind, value):
    """What `kind` makes of `value`, or None when it refuses it."""
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return None


def test_model_refuses_unknown_keys(model_class):
    with pytest.raises(ValidationError) as error:
        model_class.model_validate({"cle_inconnue": "x"})
    assert (("cle_inconnue",), "extra_forbidden") in [(one["loc"], one["type"]) for one in error.value.errors()]


def test_model_never_changes(model_class):
    """Every field is tried: a subclass could thaw one."""
    instance = model_class.model_construct()
    for field in model_class.model_fields:
        with pytest.raises(ValidationError):
            setattr(instance, field, "autre")


def test_model_holds_no_list_that_could_change(model_class):
    assert not any(re.search(r"\blist\[|\bset\[", str(field.annotation)) for field in model_class.model_fields.values())


@pytest.mark.parametrize("text", ["a", "a1", "27e-region", "ccag-pi", "1"])
def test_id_is_accepted(text):
    assert SLUG.fullmatch(text)
    assert valid(Slug, text) == text


@pytest.mark.parametrize("text", ["", "A", "é", "a b", "a_b", "-a", "a-", "a--b", "a.b", "a/b", "a\n"])
def test_what_is_no_id_is_refused(text):
    assert valid(Slug, text) is None


@pytest.mark.parametrize("text, proposal", [
    ("Le problème", "le-probleme"), ("L'été, déjà !", "l-ete-deja"), ("cœur", "coeur"), ("Œuvre", "oeuvre"), ("L’œil", "l-oeil"), ("Ça va", "ca-va"),
    ("a_b.c/d", "a-b-c-d"), ("  bords  ", "bords"), ("60 000 €", "60-000"), ("un deux trois quatre cinq six sept", "un-deux-trois-quatre-cinq-six"),
    ("", ""), ("« ! »", ""),
])
def test_id_is_proposed_from_a_text(text, proposal):
    assert slugify(text) == proposal


@pytest.mark.parametrize("text", ["Le problème", "L'été, déjà !", "Œuvre d’art", "UN--deux", "x" * 80])
def test_proposed_id_is_an_id_and_proposes_itself(text):
    assert SLUG.fullmatch(slugify(text))
    assert slugify(slugify(text)) == slugify(text)


def test_refused_id_comes_with_a_proposal():
    with pytest.raises(ValidationError) as error:
        TypeAdapter(Slug).validate_python("Le problème")
    assert error.value.errors()[0]["ctx"]["proposal"] == "le-probleme"


@pytest.mark.parametrize("value, read", [("oui", True), ("non", False)])
def test_yes_and_no_are_written_in_french(value, read):
    assert valid(YesNo, value) is read


@pytest.mark.parametrize("value", ["yes", "no", "true", "Oui", "1", "", None, 1, 0])
def test_any_other_yes_or_no_is_refused(value):
    assert valid(YesNo, value) is None


@pytest.mark.parametrize("address", ["https://exemple.fr", "http://exemple.fr/a?b=c#d", "https://exemple.fr/é", "https://sous.exemple.fr:8080/"])
def test_address_is_kept_as_it_was_typed(address):
    assert valid(Address, address) == address


@pytest.mark.parametrize("address", [
    "", "exemple.fr", "www.exemple.fr", "ftp://exemple.fr", "mailto:a@exemple.fr", "javascript:alert(1)", "/local", "https://",
    "https:exemple.fr", "https://exemple.fr/a b",
])
def test_what_is_no_web_address_is_refused(address):
    assert valid(Address, address) is None


@pytest.mark.parametrize("duration", ["5 min", "20 min", "120 min", "1 h", "10 h"])
def test_duration_is_accepted(duration):
    assert valid(Duration, duration) == duration


@pytest.mark.parametrize("duration", ["", "20", "20min", "min", "20 minutes", "1h30", "1000 min", "20 min.", "environ 20 min"])
def test_other_durations_are_refused(duration):
    assert valid(Duration, duration) is None


def test_text_of_a_model_is_trimmed_and_an_empty_one_refused():
    code = {"id": "ccp", "titre": "  Code  ", "court": "C", "adresse": "https://exemple.fr", "etat_au": "2026-08-23", "source": "S", "articles": []}
    assert Code.model_validate(code).title == "Code"
    with pytest.raises(ValidationError):
        Code.model_validate({**code, "titre": "   "})
    assert valid(Text, "") is None


def test_choices_are_found():
    assert len(CHOICES) > len(LABELLED) > 7


@pytest.mark.parametrize("member", [member for choices in LABELLED for member in choices], ids=str)
def test_every_choice_has_a_label_to_show(member):
    assert member.label.strip()


@pytest.mark.parametrize("choices", LABELLED, ids=lambda choices: choices.__name__)
def test_two_choices_never_share_a_label(choices: type[Enum]):
    assert len({member.label for member in choices}) == len(choices)


@pytest.mark.parametrize("member", [member for choices in CHOICES for member in choices], ids=str)
def test_choice_is_typed_without_accent(member):
    assert SLUG.fullmatch(member.value)


@pytest.mark.parametrize("mark, firm", [("confirme", True), ("calcule", True), ("contradictoire", False), ("a-verifier", False)])
def test_one_may_act_only_on_what_was_confirmed_or_computed(mark, firm):
    assert Confidence(mark).is_firm is firm
