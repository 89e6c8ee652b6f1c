"""The dossier that a reader saves from « Mes dossiers »: its published description, for those who want to read or make such a file.

Scripts write and judge these files (case-file.mjs, case-file-reading.mjs); nothing here runs in the browser. The keys are the scripts',
hence in English; the explanations are the reader's, hence in French. The tests hold both to the same files.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(_Record):
    """Une réponse à un élément d'une liste."""

    state: Literal["todo", "done", "not_applicable"] = Field(description="à faire, fait, sans objet")
    at: datetime = Field(description="moment de la réponse, en temps universel")
    text: str = Field(max_length=600, description="la formulation à laquelle on a répondu")
    justification: str | None = Field(default=None, max_length=10_000, description="pourquoi l'élément est sans objet")
    note: str | None = Field(default=None, max_length=10_000, description="note libre")
    who: str | None = Field(default=None, max_length=80, description="qui s'en charge")
    when: str | None = Field(default=None, max_length=40, description="quand : AAAA-MM-JJ, ou quelques mots")


class KeptList(_Record):
    """Les réponses à une liste, et la version de la liste que l'on connaissait."""

    revision: str = Field(pattern=r"^[A-Za-z0-9._-]{1,40}$", description="empreinte de la liste")
    seen: datetime | None = Field(default=None, description="depuis quand cette version est connue")
    known: dict[Slug, Annotated[str, StringConstraints(pattern=r"^[0-9a-z]{1,8}$")]] = Field(
        default_factory=dict, description="empreinte de chaque formulation de cette version")
    items: dict[Slug, Entry] = Field(max_length=300, description="les réponses, par identifiant d'élément")


class CaseFile(_Record):
    """Un dossier : les réponses et les notes d'un achat en préparation."""

    schema_address: str | None = Field(default=None, alias="$schema")
    format: Literal[2]
    id: str = Field(pattern=r"^[a-z0-9]{8}$")
    name: str = Field(min_length=1, max_length=80)
    created: datetime
    changed: datetime
    archived: datetime | None
    lists: dict[Slug, KeptList] = Field(max_length=100, description="les listes, par identifiant")
    tools: dict[Slug, dict[str, Any]] = Field(default_factory=dict, description="résultats des autres outils du site")


def case_file_schema() -> dict[str, Any]:
    """JSON Schema of the file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **CaseFile.model_json_schema(by_alias=True)}
