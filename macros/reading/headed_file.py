"""Opens a Markdown data file: its name, its header, its body. What the body holds is each reader's business."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.problems import Problem
from macros.reading.front_matter import MarkdownParts, split_front_matter
from macros.reading.text import read_text
from macros.reading.yaml_file import check_file_name
from macros.reading.yaml_strict import YamlDocument, parse_yaml


@dataclass(frozen=True)
class HeadedFile:
    """`parts` is None when the file could not be cut; `header_is_sound` is False when its keys could not be read."""

    parts: MarkdownParts | None
    document: YamlDocument
    problems: list[Problem]
    header_is_sound: bool = False


def read_headed_file(path: Path, shown: str) -> HeadedFile:
    """The file of a contributor, with every problem of its name and of its header."""
    problems = check_file_name(path, shown)
    text, found = read_text(path, shown)
    problems += found
    if text is None:
        return HeadedFile(None, YamlDocument(), problems)
    parts, found = split_front_matter(text, shown)
    if found:
        return HeadedFile(None, YamlDocument(), problems + found)
    document, found = parse_yaml(parts.header, shown, first_line=2)
    return HeadedFile(parts, document, problems + found, not found)
