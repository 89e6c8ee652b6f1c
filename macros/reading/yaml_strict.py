"""YAML without guessing: every scalar stays text, each key appears once, each value knows its line.

Plain YAML turns `oui` or `no` into booleans, `12:30` into 750, dates into objects, and lets a
duplicate key win. Here the models decide what a text means, so these traps cannot be fallen into.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.problems import Problem

Path = tuple[str | int, ...]

# libyaml reads ten times faster; the Python parser is asked again when something is wrong, for the words of its errors.
_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class YamlDocument:
    """`data`: nested dicts, lists and strings. `lines`: line of each value, by its path."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)

    def line_of(self, path: Path) -> int:
        """Line of the value at `path`, or of its nearest known parent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse_yaml(text: str, shown: str, first_line: int = 1) -> tuple[YamlDocument, list[Problem]]:
    """Parse one YAML document whose first line is `first_line` of the file `shown`."""
    document = YamlDocument()
    try:
        swallowed, node = _compose(text, _FAST)
    except yaml.YAMLError:
        try:
            swallowed, node = _compose(text, yaml.SafeLoader)
        except yaml.YAMLError as error:
            return document, [_syntax_problem(error, text, shown, first_line)]
    if swallowed:
        return document, [Problem(shown, swallowed.start_mark.line + first_line, "", "renvoi ou étiquette YAML (mot précédé de *, & ou !)",
                                  "Mettez le texte entre guillemets : YAML avalerait son premier mot.")]
    problems: list[Problem] = []
    if node is not None:
        document.data = _convert(node, (), document.lines, problems, shown, first_line)
    return document, problems


def _compose(text: str, loader: type) -> tuple[yaml.Event | None, yaml.Node | None]:
    """The first event whose word YAML would swallow (anchor, alias, tag), and the document."""
    events = yaml.parse(text, Loader=loader)
    swallowed = next((event for event in events if getattr(event, "anchor", None) or (getattr(event, "tag", None) or "").startswith("!")), None)
    return swallowed, None if swallowed else yaml.compose(text, Loader=loader)


def _convert(node, path, lines, problems, shown, first_line):
    line = node.start_mark.line + first_line
    lines[path] = line
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = getattr(key_node, "value", None)
            key_line = key_node.start_mark.line + first_line
            if not isinstance(key, str):
                problems.append(Problem(shown, key_line, "", "clé illisible", "Une clé est un mot suivi de deux-points."))
            elif key in result:
                problems.append(Problem(shown, key_line, key, "clé écrite deux fois", "Gardez-en une seule."))
            else:
                result[key] = _convert(value_node, (*path, key), lines, problems, shown, first_line)
                lines[(*path, key)] = key_line
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_convert(child, (*path, rank), lines, problems, shown, first_line) for rank, child in enumerate(node.value)]
    if not node.style and node.value in ("", "~", "null"):
        problems.append(Problem(shown, line, dotted(path), "valeur vide", "Remplissez la valeur, ou retirez la clé."))
    return node.value


def dotted(path: Path) -> str:
    """How messages name the key at `path`: ranks count from 1, as people do."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _syntax_problem(error: yaml.YAMLError, text: str, shown: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = (mark.line if mark else 0) + first_line
    rows = text.splitlines()
    row = rows[mark.line] if mark and mark.line < len(rows) else ""
    message = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
    if "\\t" in message or "\t" in row:
        return Problem(shown, line, "", "tabulation dans le retrait", "Remplacez-la par des espaces.")
    if "mapping values are not allowed" in message:
        return Problem(shown, line, row.split(":")[0].strip(), "deux-points à l'intérieur d'un texte",
                       "Mettez le texte entre guillemets droits, ou écrivez « >- » puis le texte à la ligne, en retrait.")
    if "found character '@'" in message or "found character '`'" in message or "alias" in message or "block end" in message:
        return Problem(shown, line, "", "ligne illisible en YAML",
                       "Vérifiez le retrait, et mettez entre guillemets un texte qui commence par un signe (@ ` * & ! % « » [ {).")
    if "end of stream" in message or "quoted scalar" in message or "flow sequence" in message or "flow mapping" in message:
        return Problem(shown, line, "", "guillemet ou crochet non fermé", "Fermez-le sur la même ligne.")
    return Problem(shown, line, "", "ligne illisible en YAML", "Une clé, deux-points, une espace, puis la valeur ; le retrait se fait avec des espaces.")
