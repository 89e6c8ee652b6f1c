"""Turns a parsed document into a model, and pydantic's errors into French problems with a line."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from macros.problems import Problem, did_you_mean
from macros.reading.yaml_strict import Path, YamlDocument, dotted

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], document: YamlDocument, shown: str, **fixed: Any) -> tuple[M | None, list[Problem]]:
    """An instance of `model`, or every reason why not. `fixed` are fields that the file may not give (its id)."""
    if not isinstance(document.data, dict):
        return None, [Problem(shown, document.line_of(()), "", "le fichier ne contient pas de clés",
                              "Copiez le modèle du dossier _modeles et remplissez-le.")]
    problems = [
        Problem(shown, document.line_of((key,)), key, "clé fixée par le nom du fichier", "Retirez cette clé.")
        for key in fixed if key in document.data
    ]
    try:
        instance = model.model_validate({**document.data, **fixed}, by_alias=True, by_name=False)
    except ValidationError as error:
        for detail in error.errors():
            path = _path_in_document(detail["loc"], document.data)
            problems.append(_problem(model, detail, path, document, shown))
        return None, problems
    return (None if problems else instance), problems


def _path_in_document(location: tuple, data: Any) -> Path:
    """pydantic's location, without the steps that are not in the file (union members, dict keys)."""
    path: list[str | int] = []
    for part in location:
        if isinstance(data, dict) and part in data:
            data = data[part]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        elif part == location[-1] and isinstance(data, dict):
            data = None
        else:
            continue
        path.append(part)
    return tuple(path)


def _problem(model: type[BaseModel], detail: dict, path: Path, document: YamlDocument, shown: str) -> Problem:
    kind, context, given = detail["type"], detail.get("ctx", {}), detail.get("input")
    line = document.line_of(path[:-1] if kind == "missing" else path)
    what, remedy = _explain(kind, context, given)
    if kind == "missing":
        what, remedy = "clé manquante", f"Ajoutez « {path[-1]} : … »."
    if kind == "extra_forbidden":
        known = _known_keys(model, path[:-1])
        what = "clé inconnue"
        remedy = did_you_mean(str(path[-1]), known) or f"Les clés possibles sont : {', '.join(sorted(known))}."
    return Problem(shown, line, dotted(path), what, remedy)


def _explain(kind: str, context: dict, given: Any) -> tuple[str, str]:
    shown_value = f"« {given} »" if isinstance(given, (str, int, float)) else "cette valeur"
    if kind in ("enum", "literal_error"):
        expected = context.get("expected", "")
        choices = [choice.strip(" '") for choice in expected.replace(" or ", ", ").split(",")]
        return f"{shown_value} n'est pas prévu", did_you_mean(str(given), choices) or f"Choisissez parmi : {', '.join(choices)}."
    if kind.startswith("date"):
        return f"{shown_value} n'est pas une date", "Écrivez l'année, le mois et le jour : 2026-11-23."
    if kind.startswith(("int", "float", "finite", "greater", "less")):
        bound = next((f" (au moins {context[k]})" for k in ("ge", "gt") if k in context), "") or \
            next((f" (au plus {context[k]})" for k in ("le", "lt") if k in context), "")
        return f"{shown_value} n'est pas un nombre attendu ici{bound}", "Écrivez des chiffres seuls, sans espace ni unité : 60000."
    if kind == "slug":
        return f"{shown_value} n'est pas un identifiant", f"Des minuscules sans accent, des chiffres, des traits d'union : « {context['proposal']} »."
    if kind == "french_bool":
        return f"{shown_value} n'est ni oui ni non", "Écrivez oui ou non, en toutes lettres et sans guillemets."
    if kind in ("url_parsing", "url_scheme", "value_error"):
        return f"{shown_value} n'est pas une adresse web", "Écrivez l'adresse entière, avec https://."
    if kind == "string_pattern_mismatch":
        return f"{shown_value} n'a pas la forme attendue", _PATTERN_REMEDIES.get(context.get("pattern", ""), "Suivez le modèle du dossier _modeles.")
    if kind in ("string_too_short", "too_short"):
        return "valeur vide", "Remplissez la valeur, ou retirez la clé."
    if kind == "string_too_long":
        return f"texte trop long ({len(given)} signes)", f"Restez à {context['max_length']} signes au plus."
    if kind == "doubt_without_note":
        return "changement incertain sans explication", "Ajoutez « note » : qui dit quoi, et que faire en attendant."
    if kind == "delay_or_words":
        return "il faut soit « delai », soit « sans_delai »", "Donnez le nombre, ou dites en mots que le texte n'en donne pas."
    if kind == "phase_or_step":
        return "il faut soit « phase », soit « temps »", "Une phase est à vous ; un temps est une étape de la loi (« appel-d-offres:ouvert-offres »)."
    if kind == "before_or_after":
        return "il faut soit « avant », soit « apres »", "Dites de quel jalon ce repère se compte, et de quel côté."
    if kind == "condition":
        return "condition mal écrite", context["remedy"]
    if kind in ("wizard", "order", "rereading"):
        return context["what"], context["remedy"]
    if kind.endswith("_type"):
        expected = {"string": "un texte", "tuple": "une liste ([a, b])", "list": "une liste ([a, b])", "dict": "des clés", "model": "des clés"}
        word = expected.get(kind.removesuffix("_type").removeprefix("model_"), "une autre forme")
        return f"{shown_value} n'a pas la forme attendue", f"On attend ici {word}."
    return f"{shown_value} ne convient pas", "Suivez le modèle du dossier _modeles."


_PATTERN_REMEDIES = {
    r"^\d{1,3} (min|h)$": "Écrivez un nombre puis « min » ou « h » : 20 min.",
    r"^\d{1,2} min$": "Écrivez un nombre puis « min » : 4 min.",
    r"^[A-Za-z0-9]+([.-][0-9A-Za-z]+)*$": "Écrivez le numéro sans espace ni point après la lettre : R2122-8.",
}


def _known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """French keys accepted at `path` in `model`."""
    for part in path:
        if isinstance(part, int):
            continue
        field = next((f for f in model.model_fields.values() if f.alias == part), None)
        nested = _nested_model(field.annotation) if field else None
        if nested is None:
            return []
        model = nested
    return [field.alias or name for name, field in model.model_fields.items() if name != "id" or path]


def _nested_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _nested_model(argument))), None)
