"""Spelling, grammar and typography by Grammalecte, less what the project has accepted with its reason.

`mots.txt`: words it does not know and that are right. `remarques.txt`: remarks that are wrong about us.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Iterable, Sequence

from tests.proofreading.pages import Paragraph

HERE = Path(__file__).parent
COMMAND = "grammalecte-cli"

OPTIONS_OFF = ("unit", "maj", "mapos", "num", "liga", "nf", "html", "latex", "md")
"""What is set at build (units, apostrophes, numbers), no French (markup), or about whole sentences where titles and cells are none (capitals)."""


@dataclass(frozen=True)
class Remark:
    """What Grammalecte says of `underlined` in a paragraph. `rule` is empty for a word it does not know."""

    page: str
    rule: str
    underlined: str
    message: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.page} · …{self.before[-40:]}[{self.underlined}]{self.after[:30]}… · {self.message}" + (f" ({self.rule})" if self.rule else "")


def is_available() -> bool:
    return shutil.which(COMMAND) is not None


def read_lines(name: str) -> list[str]:
    """Lines of a file of this folder, without comments nor blanks."""
    lines = (line.split(" # ")[0].strip() for line in (HERE / name).read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def accepted_words() -> set[str]:
    return {word.lower() for word in read_lines("mots.txt")}


def accepted_remarks() -> list[tuple[str, str]]:
    """(rule or « * », words underlined or « * »)."""
    return [tuple(part.strip() for part in line.split("|", 1)) for line in read_lines("remarques.txt")]


def remarks(paragraphs: Sequence[Paragraph]) -> list[Remark]:
    """Every remark on `paragraphs`, one process for all of them. What several pages say is read once, in the first."""
    paragraphs = list({paragraph.text: paragraph for paragraph in reversed(paragraphs)}.values())
    texts = [paragraph.text for paragraph in paragraphs]
    with TemporaryDirectory() as folder:
        source = Path(folder) / "texte.txt"
        source.write_text("\n".join(texts) + "\n", encoding="utf-8")
        done = subprocess.run(
            [COMMAND, "-f", str(source), "-j", "-ctx", "-off", *OPTIONS_OFF], capture_output=True, text=True, check=True)
    found = []
    for entry in json.loads(done.stdout)["data"]:
        paragraph = paragraphs[entry["iParagraph"] - 1]
        for error in entry["lGrammarErrors"]:
            found.append(Remark(paragraph.page, error["sRuleId"], error["sUnderlined"], error["sMessage"], error["sBefore"], error["sAfter"].strip()))
        for error in entry["lSpellingErrors"]:
            start, end = error["nStart"], error["nEnd"]
            found.append(Remark(paragraph.page, "", error["sValue"], "mot inconnu", paragraph.text[:start], paragraph.text[end:]))
    return found


def left_over(found: Iterable[Remark]) -> list[Remark]:
    """Those that nobody has accepted."""
    words, accepted = accepted_words(), accepted_remarks()
    return [remark for remark in found if not _is_accepted(remark, words, accepted)]


def _is_accepted(remark: Remark, words: set[str], accepted: Sequence[tuple[str, str]]) -> bool:
    if not remark.rule:
        return remark.underlined.lower() in words
    return any(re.fullmatch(rule.replace("*", ".*"), remark.rule) and underlined in ("*", remark.underlined.strip()) for rule, underlined in accepted)
