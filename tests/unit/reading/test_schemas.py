import json

import pytest

from macros.models.prose import Prose
from macros.reading.schemas import HEADERS, schemas

each_kind = pytest.mark.parametrize("kind", HEADERS)


@each_kind
def test_schema_shows_the_keys_that_the_model_accepts(kind):
    model = HEADERS[kind]
    written_as_prose = set(model.HEADINGS.values()) if issubclass(model, Prose) else set()
    fields = {field.alias: field for name, field in model.model_fields.items() if name != "id" and field.alias not in written_as_prose}
    schema = schemas()[kind]
    assert schema["properties"].keys() == fields.keys()
    assert set(schema["required"]) == {alias for alias, field in fields.items() if field.is_required()}


@each_kind
def test_schema_refuses_unknown_keys_at_every_level(kind):
    schema = schemas()[kind]
    nested = [one for one in schema.get("$defs", {}).values() if one["type"] == "object"]
    assert all(one["additionalProperties"] is False for one in [schema, *nested])


@each_kind
def test_schema_can_be_published(kind):
    assert json.loads(json.dumps(schemas()[kind]))["type"] == "object"


def test_schema_lists_the_choices_in_french():
    assert "lu-en-partie" in schemas()["guide"]["$defs"]["ReadingStatus"]["enum"]


def test_schema_does_not_ask_for_the_boolean_that_the_reader_refuses():
    """An editor that follows the schema would underline « oui » and propose « true »."""
    assert schemas()["guide"]["properties"]["repere"].get("type") != "boolean"


def test_schemas_leave_the_models_untouched():
    assert schemas() == schemas()
    assert "id" in HEADERS["guide"].model_json_schema(by_alias=True)["properties"]
