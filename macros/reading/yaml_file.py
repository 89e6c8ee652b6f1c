"""Reads one YAML file of docs/_donnees into one model whose id is the file's name."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from macros.models.base import SLUG, slugify
from macros.problems import Problem
from macros.reading.text import read_text
from macros.reading.validation import validate
from macros.reading.yaml_strict import YamlDocument, parse_yaml

M = TypeVar("M", bound=BaseModel)


def check_file_name(path: Path, shown: str) -> list[Problem]:
    """A file's name is an id: it must be one."""
    if SLUG.fullmatch(path.stem):
        return []
    return [Problem(shown, 0, "", f"le nom « {path.stem} » n'est pas un identifiant",
                    f"Renommez le fichier : {slugify(path.stem)}{path.suffix}.")]


def read_yaml_model(model: type[M], path: Path, shown: str) -> tuple[M | None, YamlDocument, list[Problem]]:
    """The model, the document (for the lines of later checks) and the problems."""
    problems = check_file_name(path, shown)
    text, found = read_text(path, shown)
    problems += found
    if text is None:
        return None, YamlDocument(), problems
    document, found = parse_yaml(text, shown)
    problems += found
    if found:
        return None, document, problems
    misnamed = bool(problems)
    instance, found = validate(model, document, shown, id="sans-nom" if misnamed else path.stem)
    return (None if misnamed else instance), document, [*problems, *found]
