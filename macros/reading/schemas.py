"""JSON Schemas of the files a contributor writes, in the contributor's own (French) keys."""

from __future__ import annotations

from macros.models.article import Code
from macros.models.case_file import case_file_schema
from macros.models.checklist import ChecklistHeader
from macros.models.guide import Guide
from macros.models.page import PageHeader
from macros.models.procedure import Procedure
from macros.models.threshold import Threshold

KINDS = {"page": PageHeader, "checklist": ChecklistHeader, "guide": Guide, "articles": Code, "seuil": Threshold, "procedure": Procedure}


def schemas() -> dict[str, dict]:
    """Schema of each kind of file, by French name. The id is the file's name, so it is no key.

    « dossier » is not a contributor's file but a reader's, and keeps the keys of the scripts.
    """
    result = {}
    for name, model in KINDS.items():
        schema = model.model_json_schema(by_alias=True)
        schema.get("properties", {}).pop("id", None)
        schema["required"] = [key for key in schema.get("required", []) if key != "id"]
        result[name] = schema
    return result | {"dossier": case_file_schema()}
