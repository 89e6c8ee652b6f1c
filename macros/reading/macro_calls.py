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
    called_names = set()
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            called_names.add(id(call.node))
            found, problem = _bind(call, shown, call.lineno + first_line - 1, macros)
            if found:
                calls.append(found)
            problems += problem
    for name in tree.find_all(nodes.Name):
        if name.ctx == "load" and id(name) not in called_names:
            parentheses = f"Une macro s'appelle avec des parenthèses : {{{{ {name.name}(…) }}}}."
            problems.append(Problem(shown, name.lineno + first_line - 1, name.name, "nom inconnu entre accolades",
                                    parentheses if name.name in macros else did_you_mean(name.name, macros) or parentheses))
    for statement in tree.find_all((nodes.For, nodes.If, nodes.Assign, nodes.Include, nodes.Import, nodes.FromImport, nodes.Macro)):
        problems.append(Problem(shown, statement.lineno + first_line - 1, "", "instruction {% … %} dans un texte",
                                "Les textes n'emploient que des appels {{ … }} (et {% raw %})."))
    return calls, problems


def _bind(call: nodes.Call, shown: str, line: int, macros: Mapping[str, Callable]) -> tuple[MacroCall | None, list[Problem]]:
    macro = call.node.name
    function = macros.get(macro)
    if function is None:
        remedy = did_you_mean(macro, macros) or f"Les macros sont : {', '.join(sorted(macros))}."
        return None, [Problem(shown, line, macro, "macro inconnue", remedy)]
    try:
        positional = [argument.as_const() for argument in call.args]
        named = {pair.key: pair.value.as_const() for pair in call.kwargs}
    except nodes.Impossible:
        return None, [Problem(shown, line, macro, "valeur sans guillemets", f"Écrivez {{{{ {macro}(\"identifiant\") }}}}.")]
    signature = _public_signature(function)
    try:
        bound = signature.bind(*positional, **named)
    except TypeError:
        usage = ", ".join(PARAMETERS.get(name, name) for name in signature.parameters)
        return None, [Problem(shown, line, macro, "valeurs en trop, en moins, ou mal nommées", f"On écrit {macro}({usage}).")]
    return MacroCall(macro, line, dict(bound.arguments)), []


def _public_signature(function: Callable) -> inspect.Signature:
    """The parameters a contributor fills: all but the context, which is always first."""
    signature = inspect.signature(function)
    return signature.replace(parameters=list(signature.parameters.values())[1:])
