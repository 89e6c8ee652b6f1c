import pytest
from pydantic import ValidationError

from macros.models.theme import Theme

THEME = {"id": "ouvrir", "titre": "Ouvrir", "rang": "1", "page": "choisir/dialogue.md", "references": [{"id": "livre"}], "verifie_le": "2026-11-23"}


def test_reference_may_give_neither_page_nor_note():
    (reference,) = Theme.model_validate(THEME).references
    assert (reference.page, reference.note) == (None, None)


@pytest.mark.parametrize("rank, accepted", [("0", False), ("1", True), ("999", True), ("1000", False)])
def test_rank_counts_from_one(rank, accepted):
    try:
        assert Theme.model_validate({**THEME, "rang": rank}).rank == int(rank) and accepted
    except ValidationError:
        assert not accepted


@pytest.mark.parametrize("changes", [
    {"references": []}, {"references": [{"page": "1"}]}, {"references": [{"id": "livre", "page": "0"}]}, {"page": ""}, {"references": [{"id": "Pas Un Id"}]},
])
def test_theme_leads_to_a_page_and_to_guides(changes):
    with pytest.raises(ValidationError):
        Theme.model_validate({**THEME, **changes})
