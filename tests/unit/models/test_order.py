import pytest
from pydantic import ValidationError

from macros.models.order import Order, OrderPart

PART = {"id": "choisir", "titre": "Choisir", "passages": [{"champ": "reponse", "texte": "Quatre personnes lisent."}]}


def test_workshop_takes_the_passages_of_a_field_one_after_the_other(catalogue):
    """The lead is for the page; what is set says by itself what its passages say."""
    assert catalogue.orders["hall"].fields() == {
        "montant": "58000", "rencontre": "entretien",
        "probleme": "Un visiteur sur quatre repart. Il revient.\n\nUne borne à 9 000 €.\n\nQuatre personnes lisent."}


def test_criteria_of_an_order_are_those_of_its_parts(catalogue):
    assert [(one.name, one.weight) for one in catalogue.orders["hall"].criteria] == [("Chercher", 80), ("Prix", 20)]


def test_part_is_found_by_its_name(catalogue):
    assert catalogue.orders["hall"].part("choisir").title == "2. Choisir"
    assert catalogue.orders["hall"].part("inconnue") is None


@pytest.mark.parametrize("criteria, sound", [
    ([("60", None), ("40", None)], True), ([("60", None), ("30", None)], False), ([("60", "50"), ("40", "50")], True),
    ([("60", "50"), ("40", "40")], False), ([("60", "50"), ("40", None)], False), ([], True),
])
def test_weights_make_a_hundred(criteria, sound):
    given = [{"nom": "Un", "poids": weight} | ({"par_mission": mission} if mission else {}) for weight, mission in criteria]
    try:
        OrderPart.model_validate({**PART, "criteres": given})
        assert sound
    except ValidationError as error:
        assert not sound and "ne font pas 100" in error.errors()[0]["ctx"]["what"]


@pytest.mark.parametrize("changes", [{"passages": []}, {"passages": [{"champ": "reponse"}]}, {"passages": [{"texte": "a"}]}, {"titre": ""}, {"id": "Pas un id"}])
def test_part_without_what_it_needs_is_refused(changes):
    with pytest.raises(ValidationError):
        OrderPart.model_validate({**PART, **changes})


def test_order_without_parts_is_refused():
    with pytest.raises(ValidationError):
        Order.model_validate({"id": "a", "titre": "b", "rang": "1", "resume": "c", "page": "d.md", "parties": [], "verifie_le": "2026-11-23"})
