"""JSON Schemas of the files a contributor writes, in the contributor's own (French) keys."""

from __future__ import annotations

from macros.kinds import KINDS
from macros.models.case_file import case_file_schema
from macros.models.page import PageHeader
from macros.models.prose import Prose

HEADERS = {"page": PageHeader, **{kind.name: kind.header for kind in KINDS.values()}}


def schemas() -> dict[str, dict]:
    """Schema of each kind of file, by French name: its keys only, neither the id (the file's name) nor the parts written as prose.

    « dossier » is not a contributor's file but a reader's, and keeps the keys of the scripts.
    """
    result = {}
    for name, model in HEADERS.items():
        schema = model.model_json_schema(by_alias=True)
        not_keys = {"id", *(model.HEADINGS.values() if issubclass(model, Prose) else ())}
        schema["properties"] = {key: value for key, value in schema.get("properties", {}).items() if key not in not_keys}
        schema["required"] = [key for key in schema.get("required", []) if key not in not_keys]
        result[name] = schema
    return result | {"dossier": case_file_schema()}
