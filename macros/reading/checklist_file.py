"""Reads a checklist written in Markdown. The Markdown parser gives the lines; nothing is guessed.

Leaves to `references` the macro calls found in the texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from macros.models.base import SLUG, slugify
from macros.models.checklist import Checklist, ChecklistHeader, Item, Section
from macros.problems import Problem
from macros.reading.headed_file import read_headed_file
from macros.reading.validation import validate
from macros.reading.yaml_strict import YamlDocument

_ID_AT_END = re.compile(r"\s*\{(?P<inside>[^{}]*#[^{}]*)\}\s*$")
_BOX = re.compile(r"^\[(?P<mark>.)\](?:\s+(?P<text>.*))?$", re.S)
_LABEL = re.compile(r"^(?P<label>Pourquoi|Sources?)\s*:\s*(?P<text>.*)$", re.S)
_UNEXPECTED = "cet élément n'a pas sa place dans une checklist"


@dataclass
class _Reader:
    """Walks the body once; keeps what it understands, notes what it does not."""

    shown: str
    offset: int
    problems: list[Problem] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    intro_line: int = 0

    def line(self, node: SyntaxTreeNode) -> int:
        return (node.map[0] if node.map else 0) + self.offset

    def problem(self, line: int, key: str, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.shown, line, key, what, remedy))

    def split_id(self, text: str, line: int, noun: str) -> tuple[str, str]:
        """Text without its `{ #id }`, and the id (empty when missing or wrong, with its problem)."""
        found = _ID_AT_END.search(text)
        if not found:
            self.problem(line, "", f"identifiant manquant pour {noun}",
                         f"Ajoutez à la fin de la ligne {{ #{slugify(text) or 'un-mot-court'} }}.")
            return text.strip(), ""
        text, inside = text[: found.start()].strip(), found["inside"]
        name = inside.strip().removeprefix("#").strip()
        if not (inside.startswith(" ") and inside.endswith(" ")):
            self.problem(line, name, "accolades collées à l'identifiant", f"Mettez une espace de chaque côté : {{ #{name} }}.")
        elif not SLUG.fullmatch(name):
            self.problem(line, name, f"« {name} » n'est pas un identifiant",
                         f"Des minuscules sans accent, des chiffres, des traits d'union : {{ #{slugify(name) or 'un-mot-court'} }}.")
        elif name in self.seen:
            self.problem(line, name, f"identifiant déjà pris à la ligne {self.seen[name]}",
                         "Donnez à chacun le sien : c'est lui qui garde les coches des lecteurs.")
        else:
            self.seen[name] = line
            return text, name
        return text, ""

    def sections(self, nodes: list[SyntaxTreeNode]) -> tuple[str, list[Section]]:
        intro: list[str] = []
        sections: list[tuple[str, str, int, list[Item]]] = []
        for node in nodes:
            if node.type == "heading" and node.tag == "h2":
                title, name = self.split_id(_content(node), self.line(node), "cette rubrique")
                if not title:
                    self.problem(self.line(node), name, "rubrique sans titre", "Écrivez son titre après ##.")
                sections.append((name, title, self.line(node), []))
            elif node.type == "bullet_list" and sections:
                sections[-1][3].extend(filter(None, map(self.item, node.children)))
            elif node.type == "bullet_list":
                self.problem(self.line(node), "", "éléments avant la première rubrique", "Commencez par une rubrique : ## Titre { #identifiant }.")
            elif node.type == "paragraph" and not sections:
                self.intro_line = self.intro_line or self.line(node)
                intro.append(_content(node))
            else:
                self.problem(self.line(node), "", _UNEXPECTED,
                             "Une checklist contient des rubriques (##) et des éléments (- [ ]) ; le reste va dans la page.")
        for name, _title, line, items in sections:
            if not items:
                self.problem(line, name, "rubrique sans élément", "Ajoutez au moins un élément « - [ ] … { #identifiant } », ou retirez la rubrique.")
        if not sections:
            self.problem(0, "", "checklist vide", "Ajoutez une rubrique (## Titre { #identifiant }) et ses éléments (- [ ] …).")
        if self.problems:
            return "", []
        return "\n\n".join(intro), [Section(id=name, title=title, line=line, items=tuple(items)) for name, title, line, items in sections]

    def item(self, node: SyntaxTreeNode) -> Item | None:
        line = self.line(node)
        children = node.children
        first = _content(children[0]) if children and children[0].type == "paragraph" else ""
        box = _BOX.match(first)
        if not box:
            self.problem(line, "", "élément sans case", "Commencez la ligne par « - [ ] » suivi du texte.")
            return None
        if box["mark"] != " ":
            self.problem(line, "", "case déjà cochée", "Écrivez « - [ ] » : c'est au lecteur de cocher.")
        text, name = self.split_id(box["text"] or "", line, "cet élément")
        if not text:
            self.problem(line, name, "élément sans texte", "Écrivez ce que l'on doit pouvoir cocher.")
        if "{{" in text:
            self.problem(line, name, "renvoi dans le texte de l'élément",
                         "Placez-le dans le « Pourquoi : » ou la « Source : » : tout le texte de l'élément sert à cocher.")
        parts = self.parts(children[1:], name)
        for label, remedy in (("Pourquoi", "Ajoutez, en retrait de quatre espaces, un paragraphe « Pourquoi : … »."),
                              ("Source", "Ajoutez, en retrait de quatre espaces, « Source : {{ guide(\"…\") }} », ou « Source : proposition de la rédaction. ».")):
            if label not in parts:
                self.problem(line, name, f"« {label} » manque", remedy)
        if not (name and text and "Pourquoi" in parts and "Source" in parts):
            return None
        (why, why_line), (sources, sources_line) = parts["Pourquoi"], parts["Source"]
        return Item(id=name, text=text, why=why, sources=sources, line=line, why_line=why_line, sources_line=sources_line)

    def parts(self, nodes: list[SyntaxTreeNode], name: str) -> dict[str, tuple[str, int]]:
        """The labelled paragraphs under an item, each with its line. An empty one counts as missing."""
        found: dict[str, tuple[str, int]] = {}
        for node in nodes:
            labelled = _LABEL.match(_content(node)) if node.type == "paragraph" else None
            if not labelled:
                self.problem(self.line(node), name, _UNEXPECTED, "Sous un élément : un paragraphe « Pourquoi : » et un paragraphe « Source : ».")
                continue
            label = labelled["label"].removesuffix("s") if labelled["label"] == "Sources" else labelled["label"]
            if label in found:
                self.problem(self.line(node), name, f"« {label} » écrit deux fois", "Gardez un seul paragraphe.")
            if labelled["text"].strip():
                found[label] = labelled["text"].strip(), self.line(node)
        return found


def _content(node: SyntaxTreeNode) -> str:
    """Markdown source of a paragraph or heading."""
    return node.children[0].content.strip() if node.children and node.children[0].type == "inline" else ""


def read_checklist(path: Path, shown: str) -> tuple[Checklist | None, YamlDocument, list[Problem]]:
    """The checklist of `path`, its header (for the lines of later checks) and every problem."""
    file = read_headed_file(path, shown)
    parts, document, problems = file.parts, file.document, file.problems
    if parts is None:
        return None, document, problems
    header = None
    if file.header_is_sound:
        header, found = validate(ChecklistHeader, document, shown)
        problems += found
    reader = _Reader(shown, parts.body_line)
    tree = SyntaxTreeNode(MarkdownIt("commonmark").parse(parts.body))
    intro, sections = reader.sections(tree.children)
    problems += reader.problems
    if header is None or problems:
        return None, document, problems
    return Checklist(id=path.stem, header=header, intro=intro, intro_line=reader.intro_line, sections=tuple(sections)), document, []
