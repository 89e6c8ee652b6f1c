import pytest
from pydantic import ValidationError

from macros.models.workshop import SIGNALS, Check, FieldType, WorkshopField

FIELD = {"id": "ferme", "libelle": "Ce qui est fermé", "partie": "p"}
CHOICE = FIELD | {"type": "choix", "reponses": [{"id": "oui", "texte": "Oui"}]}


def refusal(model, value) -> dict:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(value)
    return refused.value.errors()[0]["ctx"]


def test_field_is_a_text_unless_said_otherwise():
    field = WorkshopField.model_validate(FIELD)
    assert field.answer_type is FieldType.TEXT and field.signal_values == ("vide", "rempli")


def test_choice_is_worth_its_answers():
    assert WorkshopField.model_validate(CHOICE).signal_values == ("oui",)


@pytest.mark.parametrize("changes", [{"type": "choix"}, {"reponses": [{"id": "oui", "texte": "Oui"}]}, {"id": "tous"}, {"id": "budget-dit"},
                                     {"phrase": "Enveloppe : {}."}, {"type": "montant", "phrase": "Enveloppe."}])
def test_field_that_nothing_could_fill_or_say(changes):
    assert refusal(WorkshopField, FIELD | changes)["remedy"]


def test_amount_is_said_at_the_braces():
    assert WorkshopField.model_validate(FIELD | {"type": "montant", "phrase": "Enveloppe : {}."}).signal_values == ()


def test_field_called_pages_is_counted_by_its_own_signal():
    assert WorkshopField.model_validate(FIELD | {"id": "pages"}).id in SIGNALS


def test_check_has_a_condition_in_the_language_of_the_wizards():
    assert "remedy" in refusal(Check, {"id": "c", "etape": "e", "genre": "manque", "si": {"ferme": "vide"}, "texte": "T"})


def test_signals_of_a_workshop_are_its_fields_and_what_is_worked_out(catalogue):
    signals = catalogue.workshops["commande"].signals(("dialogue",))
    assert signals["probleme"] == ("vide", "rempli") and signals["rencontre"] == ("aucune", "entretien")
    assert signals["montant"] is None and signals["montant-dit"] == ("oui", "non")
    assert signals["voie"] == ("dialogue", "inconnu") and "criteres" not in signals
    assert SIGNALS.items() <= signals.items()
    assert catalogue.workshops["commande"].field("rien") is None and catalogue.workshops["commande"].step("rien") is None
