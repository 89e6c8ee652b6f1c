"""What an .odt says, read from its XML: by whoever it was written, our own script or LibreOffice."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


def part(path: Path, name: str = "content.xml") -> ElementTree.Element:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return ElementTree.fromstring(archive.read(name))


def words(element: ElementTree.Element) -> str:
    """As the format says it: blanks in the XML are one space, tabs and runs of spaces are elements."""
    said = _one_space(element.text)
    for child in element:
        if child.tag == f"{TEXT}s":
            said += " " * int(child.get(f"{TEXT}c", "1"))
        said += "\t" if child.tag == f"{TEXT}tab" else words(child)
        said += _one_space(child.tail)
    return said


def _one_space(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def paragraphs(path: Path) -> list[ElementTree.Element]:
    return [one for one in part(path).iter() if one.tag in (f"{TEXT}p", f"{TEXT}h")]


def outline(path: Path) -> list[tuple[int, str, int]]:
    """(level, words, paragraphs under it) of each heading."""
    found: list[list] = []
    for one in paragraphs(path):
        if one.tag == f"{TEXT}h":
            found.append([int(one.get(f"{TEXT}outline-level")), "".join(one.itertext()), 0])
        elif found and "".join(one.itertext()).strip():
            found[-1][2] += 1
    return [tuple(one) for one in found]
