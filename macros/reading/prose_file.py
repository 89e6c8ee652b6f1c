"""Reads a data file written as prose: a header, then one section of Markdown for each heading of its model."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from markdown_it import MarkdownIt

from macros.models.prose import Prose
from macros.problems import Problem, did_you_mean
from macros.reading.headed_file import read_headed_file
from macros.reading.validation import validate
from macros.reading.yaml_strict import YamlDocument

M = TypeVar("M", bound=Prose)


def read_prose_model(model: type[M], path: Path, shown: str) -> tuple[M | None, YamlDocument, list[Problem]]:
    """The model, the document (header and sections by French key, with their lines) and the problems."""
    file = read_headed_file(path, shown)
    parts, document, problems = file.parts, file.document, file.problems
    if parts is None:
        return None, document, problems
    if not file.header_is_sound or not isinstance(document.data, dict):
        return None, document, problems or validate(model, document, shown)[1]
    problems += _typed_as_keys(model, document, shown)
    problems += _add_sections(model, parts.body, parts.body_line, document, shown)
    if problems:
        return None, document, problems
    instance, problems = validate(model, document, shown, id=path.stem)
    return instance, document, problems


def _typed_as_keys(model: type[Prose], document: YamlDocument, shown: str) -> list[Problem]:
    return [
        Problem(shown, document.line_of((key,)), key, "texte rangé dans l'en-tête", f"Écrivez-le plus bas{f', sous « ## {heading} »' if heading else ''}.")
        for heading, key in model.HEADINGS.items() if key in document.data
    ]


def _add_sections(model: type[Prose], body: str, first_line: int, document: YamlDocument, shown: str) -> list[Problem]:
    """Put each section of `body` into `document`, under the French key of its heading."""
    problems: list[Problem] = []
    lines = body.splitlines()
    for heading, line, start, end in _sections(body, len(lines)):
        key = model.HEADINGS.get(heading)
        text = "\n".join(lines[start:end]).strip()
        leading = next((rank for rank in range(start, end) if lines[rank].strip()), start)
        place = first_line + (line if heading else leading)
        expected = [name for name in model.HEADINGS if name]
        if key is None and (heading or text):
            remedy = did_you_mean(heading, expected) or (f"Les parties sont : {', '.join(expected)}." if expected else "Ce fichier n'a pas de parties : écrivez sans titre.")
            problems.append(Problem(shown, place, heading, "partie inattendue" if heading else "texte avant la première partie", remedy))
        elif key in document.data and (heading or text):
            problems.append(Problem(shown, place, heading, "partie écrite deux fois", "Gardez-en une seule."))
        elif text:
            document.data[key] = text
            document.lines[(key,)] = first_line + leading
        elif heading:
            problems.append(Problem(shown, place, heading, "partie vide", "Écrivez-la, ou retirez son titre."))
    problems += [
        Problem(shown, 0, heading, "partie manquante", f"Ajoutez « ## {heading} » et son texte.")
        for heading, key in model.HEADINGS.items()
        if heading and key not in document.data and not any(problem.key == heading for problem in problems)
    ]
    return problems


def _sections(body: str, total: int) -> list[tuple[str, int, int, int]]:
    """(heading, its line, first line of the text, line after its end), lines counted from 0 in `body`; "" before any heading."""
    tokens = MarkdownIt("commonmark").parse(body)
    headings = [
        (inline.content.strip(), token.map[0], token.map[1])
        for token, inline in zip(tokens, tokens[1:]) if token.type == "heading_open" and token.level == 0
    ]
    starts = [("", 0, 0), *headings]
    ends = [line for _, line, _ in headings] + [total]
    return [(heading, line, start, end) for (heading, line, start), end in zip(starts, ends)]
