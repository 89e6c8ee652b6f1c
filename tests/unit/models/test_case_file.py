import json

import pytest
from pydantic import ValidationError

from macros.models.case_file import CaseFile, case_file_schema
from tests.conftest import ROOT

RECORDED = json.loads((ROOT / "tests/fixtures/states/format-2.json").read_text(encoding="utf-8"))


def test_a_recorded_dossier_is_described():
    case_file = CaseFile.model_validate(RECORDED)
    assert case_file.lists["avant-de-commander"].items["effet-attendu"].who == "Léa"


def test_the_address_of_the_schema_may_head_the_file():
    assert CaseFile.model_validate({"$schema": "https://exemple.fr/schemas/dossier.json", **RECORDED}).name == RECORDED["name"]


@pytest.mark.parametrize("change", [
    {"format": 1}, {"id": "TROP LONG ID"}, {"name": ""}, {"inconnu": 1}, {"lists": {"A B": {"revision": "1", "items": {}}}},
    {"lists": {"a": {"revision": "1", "items": {"b": {"state": "peut-être", "at": "2026-11-20T08:00:00Z", "text": "x"}}}}},
])
def test_what_the_scripts_never_write_is_refused(change):
    with pytest.raises(ValidationError):
        CaseFile.model_validate(RECORDED | change)


def test_the_schema_names_every_key_and_says_its_draft():
    schema = case_file_schema()
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(schema["properties"]) == {"$schema", *RECORDED}
    assert schema["additionalProperties"] is False
