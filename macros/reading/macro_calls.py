"""Finds the macro calls of a text without running them, with their lines.

The text is parsed by Jinja itself, with the site's own delimiters, so `{% raw %}` and quotes are
understood. What a contributor may write between braces is a call with plain values, nothing else.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass, field
from typing import Any, Callable, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.problems import Problem, did_you_mean
from macros.reading.vocabulary import PARAMETERS

COMMENT_START, COMMENT_END = "{##", "##}"
"""mkdocs.yml gives the engine the same ones: the default `{#` would swallow `{ #ancre }` typed without space."""

ENVIRONMENT = Environment(comment_start_string=COMMENT_START, comment_end_string=COMMENT_END)
_TIGHT_ANCHOR = re.compile(r"\{#([^\s{}#]+)\s*\}")


@dataclass(frozen=True)
class MacroCall:
    """`arguments` by parameter name. `line` is a line of the file."""

    name: str
    line: int
    arguments: Mapping[str, Any] = field(default_factory=dict)


def find_calls(text: str, shown: str, first_line: int, macros: Mapping[str, Callable]) -> tuple[list[MacroCall], list[Problem]]:
    """Calls of `text`, whose first line is `first_line` of the file. `macros`: the functions by French name."""
    problems = [
        Problem(shown, first_line + text[: tight.start()].count("\n"), tight[1], "accolades collées à l'ancre",
                f"Mettez une espace de chaque côté : {{ #{tight[1]} }}.")
        for tight in _TIGHT_ANCHOR.finditer(text)
    ]
    try:
        tree = ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        problems.append(Problem(shown, error.lineno + first_line - 1, "", "accolades {{ … }} ou {% … %} mal formées",
                                "Vérifiez les guillemets, la virgule entre deux valeurs, et la fermeture }}."))
        return [], problems
    calls: list[MacroCall] = []
    for statement in tree.body:
        if not isinstance(statement, nodes.Output):
            problems.append(Problem(shown, statement.lineno + first_line - 1, "", "instruction {% … %} dans un texte",
                                    "Les textes n'emploient que des appels {{ … }} (et {% raw %})."))
            continue
        for part in statement.nodes:
            if not isinstance(part, nodes.TemplateData):
                found, wrong = _read_call(part, shown, part.lineno + first_line - 1, macros)
                calls += found
                problems += wrong
    return calls, problems


def _read_call(part: nodes.Node, shown: str, line: int, macros: Mapping[str, Callable]) -> tuple[list[MacroCall], list[Problem]]:
    """What stands between two braces: a call of a macro, or a problem."""
    if isinstance(part, nodes.Name):
        parentheses = f"Une macro s'appelle avec des parenthèses : {{{{ {part.name}(…) }}}}."
        remedy = parentheses if part.name in macros else did_you_mean(part.name, macros) or parentheses
        return [], [Problem(shown, line, part.name, "nom inconnu entre accolades", remedy)]
    if isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name) and not (part.dyn_args or part.dyn_kwargs):
        return _bind(part, shown, line, macros)
    name = next((found.name for found in part.find_all(nodes.Name)), "")
    return [], [Problem(shown, line, name, "autre chose qu'un appel entre accolades",
                        "Écrivez le nom d'une macro et ses valeurs, rien de plus : {{ guide(\"…\") }}.")]


def _bind(call: nodes.Call, shown: str, line: int, macros: Mapping[str, Callable]) -> tuple[list[MacroCall], list[Problem]]:
    macro = call.node.name
    function = macros.get(macro)
    if function is None:
        remedy = did_you_mean(macro, macros) or f"Les macros sont : {', '.join(sorted(macros))}."
        return [], [Problem(shown, line, macro, "macro inconnue", remedy)]
    try:
        positional = [argument.as_const() for argument in call.args]
        named = {pair.key: pair.value.as_const() for pair in call.kwargs}
    except nodes.Impossible:
        return [], [_unquoted(macro, shown, line)]
    signature = _public_signature(function)
    try:
        bound = signature.bind(*positional, **named)
    except TypeError:
        usage = ", ".join(PARAMETERS.get(name, name) for name in signature.parameters)
        return [], [Problem(shown, line, macro, "valeurs en trop, en moins, ou mal nommées", f"On écrit {macro}({usage}).")]
    if any(name != "page" and value is not None and not isinstance(value, str) for name, value in bound.arguments.items()):
        return [], [_unquoted(macro, shown, line)]
    return [MacroCall(macro, line, dict(bound.arguments))], []


def _unquoted(macro: str, shown: str, line: int) -> Problem:
    return Problem(shown, line, macro, "valeur sans guillemets", f"Écrivez {{{{ {macro}(\"identifiant\") }}}}.")


def _public_signature(function: Callable) -> inspect.Signature:
    """The parameters a contributor fills: all but the context, which is always first."""
    signature = inspect.signature(function)
    return signature.replace(parameters=list(signature.parameters.values())[1:])
