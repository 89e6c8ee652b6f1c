"""Loads docs/_donnees and the headers of the pages, once, and checks every reference.

`load` never stops at the first defect: it returns what is sound, and every problem found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Iterator

from pydantic import BaseModel

from macros.bindings import BLOCKS, FUNCTIONS, PAGES_ONLY
from macros.kinds import KINDS, Kind
from macros.models.catalogue import Catalogue, Citation, Node
from macros.models.checklist import Checklist
from macros.models.guide import Guide
from macros.models.procedure import Procedure
from macros.models.prose import Prose
from macros.models.rereading import RereadingRule
from macros.models.theme import Theme
from macros.places import THRESHOLDS_PAGE, Place, checklist_page, guide_place, place_of
from macros.problems import Problem, ProblemsFound
from macros.reading.data_texts import calls_shown_as_they_are, is_rendered, texts_of
from macros.reading.macro_calls import MacroCall, find_calls
from macros.reading.page_file import read_page
from macros.reading.sourcing import justified, unsourced_sentences
from macros.reading.typed_law import typed_law_problems
from macros.reading.yaml_strict import YamlDocument
from macros.references import References, call_problems, data_problems, repeated_terms
from macros.related import item_node, links_both_ways, named_by, node_of
from macros.settings import Settings, load_settings

UNPUBLISHED = ("_donnees", "_modeles")


@dataclass
class _Loader:
    settings: Settings
    catalogue: Catalogue
    problems: list[Problem] = field(default_factory=list)
    documents: list[tuple[BaseModel, YamlDocument, str]] = field(default_factory=list)
    calls: list[tuple[list[MacroCall], str]] = field(default_factory=list)

    def shown(self, path: Path) -> str:
        return path.relative_to(self.settings.root).as_posix() if path.is_relative_to(self.settings.root) else path.name

    def files(self, folder: Path) -> Iterator[Path]:
        return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))

    def read_data(self) -> None:
        for path in self.files(self.settings.data):
            kind = KINDS.get(path.relative_to(self.settings.data).parent.as_posix())
            if kind and path.suffix == kind.suffix:
                self.keep(*kind.read(path, self.shown(path)), path, kind)
            else:
                expected = ", ".join(f"{one.folder}/*{one.suffix}" for one in KINDS.values())
                self.problems.append(Problem(self.shown(path), 0, "", "fichier au mauvais endroit", f"Dans _donnees, on range : {expected}."))

    def keep(self, model, document: YamlDocument, problems: list[Problem], path: Path, kind: Kind) -> None:
        self.problems += problems
        if model is None:
            self.catalogue.broken.add((kind.folder, path.stem))
        else:
            getattr(self.catalogue, kind.shelf)[model.id] = model
            self.documents.append((model, document, self.shown(path)))

    def read_pages(self) -> None:
        for path in self.files(self.settings.docs):
            relative = path.relative_to(self.settings.docs)
            if relative.parts[0] in UNPUBLISHED:
                continue
            if path.suffix in (".yml", ".yaml"):
                self.problems.append(Problem(self.shown(path), 0, "", "fichier de données parmi les pages", "Déplacez-le dans docs/_donnees/."))
            elif path.suffix == ".md":
                page, problems = read_page(path, relative.as_posix(), self.shown(path), FUNCTIONS, BLOCKS)
                self.problems += problems
                if page:
                    self.catalogue.pages[page.path] = page
                else:
                    self.catalogue.broken.add(("", relative.as_posix()))

    def find_text_calls(self) -> None:
        """Calls made by the texts of the data files: they are checked and cited like those of pages."""
        for model, document, shown in self.documents:
            if isinstance(model, Checklist):
                self._checklist_calls(model, document, shown)
                continue
            place = place_of(model)
            before = len(self.calls)
            for path, text, line in texts_of(document):
                if not is_rendered(model, path):
                    self.problems += calls_shown_as_they_are(text, shown, line)
                    if place and path[-1] in ("titre", "definition"):
                        self.problems += typed_law_problems(text, shown, line)
                    continue
                invented = isinstance(model, Prose) and path[0] in model.INVENTED
                self._text_calls(text, line, shown, place, checks_law=bool(place) and not invented)
            self._mention(node_of(model, self.catalogue), before)
            if isinstance(model, Prose):
                self._ask_for_sources(model, set(model.HEADINGS.values()) - model.INVENTED, document, shown)
            if isinstance(model, RereadingRule):
                self._ask_for_sources(model, {"raison"}, document, shown)
            if isinstance(model, (Procedure, Theme)):
                references = model.guides if isinstance(model, Procedure) else model.references
                self.catalogue.citations += [Citation(source.id, place.page, place.anchor, place.label, source.page) for source in references]

    def _mention(self, node: Node | None, before: int) -> None:
        """Keep what the texts read since the rank `before` lead to, for the links between the sheets."""
        if node:
            self.catalogue.mentions[node] = frozenset(named_by(call for calls, _ in self.calls[before:] for call in calls))

    def _checklist_calls(self, model: Checklist, document: YamlDocument, shown: str) -> None:
        page = checklist_page(model.id)
        for item in model.items:
            before = len(self.calls)
            place = Place(page, item.id, f"{model.header.title} : {item.text}", "")
            for text, line in ((item.text, item.line), (item.why, item.why_line), (item.sources, item.sources_line)):
                self._text_calls(text, line, shown, place, checks_law=True)
            self._mention(item_node(model.id, item.id), before)
        self._text_calls(model.intro, model.intro_line, shown, Place(page, "", model.header.title, ""), checks_law=True)
        titles = [(text, line) for _, text, line in texts_of(document)] + [(section.title, section.line) for section in model.sections]
        for text, line in titles:
            self.problems += [*typed_law_problems(text, shown, line), *calls_shown_as_they_are(text, shown, line)]

    def _ask_for_sources(self, model: Prose | RereadingRule, keys: set[str], document: YamlDocument, shown: str) -> None:
        """Of the texts under `keys`: examples are not among them. The parts of one file are paragraphs like those of a page."""
        found = [
            sentence for key in sorted(keys) if key in document.data
            for sentence in unsourced_sentences(document.data[key], shown, document.line_of((key,)))
        ]
        left, problems = justified(found, model.unsourced, shown)
        self.catalogue.unsourced += left
        self.problems += problems

    def _text_calls(self, text: str, line: int, shown: str, place: Place | None, checks_law: bool) -> None:
        calls, problems = find_calls(text, shown, line, FUNCTIONS)
        problems += [Problem(shown, call.line, call.name, "bloc appelé dans un texte court" if call.name in BLOCKS else "macro réservée aux pages",
                             "Placez-le dans une page." if call.name in BLOCKS else "Écrivez le mot seul : sa définition se montre là où la page l'appelle.")
                     for call in calls if call.name in PAGES_ONLY]
        if checks_law:
            problems += typed_law_problems(text, shown, line)
        self.problems += problems
        self.calls.append((calls, shown))
        if place:
            self._cite(calls, place.page, place.anchor, place.label)

    def _cite(self, calls: list[MacroCall], page: str, anchor: str, label: str) -> None:
        self.catalogue.citations += [
            Citation(call.arguments["guide_id"], page, anchor, label, self._cited_page(call))
            for call in calls if call.name in ("guide", "chiffre")
        ]

    def _cited_page(self, call: MacroCall) -> int | None:
        guide = self.catalogue.guides.get(call.arguments["guide_id"])
        section = guide.section(call.arguments["section"]) if guide and "section" in call.arguments else None
        return call.arguments.get("page") or (section.page if section else None)

    def check(self) -> None:
        references = References(self.catalogue)
        for model, document, shown in self.documents:
            self.problems += data_problems(model, document, shown, references)
        for page in self.catalogue.pages.values():
            shown = self.shown(self.settings.docs / page.path)
            self.problems += [*call_problems(page.calls, shown, references), *repeated_terms(page.calls, shown)]
            self.catalogue.unsourced += page.unsourced
            self._cite(list(page.calls), page.path, "", page.title)
        for calls, shown in self.calls:
            self.problems += call_problems(calls, shown, references)
        self._check_pages_exist()

    def _check_pages_exist(self) -> None:
        """The pages that the macros link to."""
        needed = {THRESHOLDS_PAGE: "seuils_en_vigueur()"} if self.catalogue.thresholds else {}
        needed |= {checklist_page(one): f'checklist("{one}")' for one in self.catalogue.checklists}
        for model, _, _ in self.documents:
            place = guide_place(model) if isinstance(model, Guide) else place_of(model)
            if place:
                needed[place.page] = place.call
        self.problems += [
            Problem(self.shown(self.settings.docs / path), 0, "", "page attendue, absente", f"Créez-la avec l'appel {{{{ {call} }}}}.")
            for path, call in needed.items() if not (self.settings.docs / path).exists()
        ]


def load(settings: Settings) -> tuple[Catalogue, list[Problem]]:
    """The catalogue of what is sound in `settings.docs`, and every problem of the rest."""
    loader = _Loader(settings, Catalogue(settings.law_date))
    loader.read_data()
    loader.read_pages()
    loader.find_text_calls()
    loader.check()
    loader.catalogue.related = links_both_ways(loader.catalogue, loader.catalogue.mentions)
    loader.catalogue.unsourced.sort()
    return loader.catalogue, sorted(set(loader.problems))


@lru_cache(maxsize=1)
def load_project(root: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The same for the project whose mkdocs.yml is in `root`, once a build."""
    catalogue, problems = load(load_settings(root))
    return catalogue, tuple(problems)


def sound_catalogue(root: Path) -> Catalogue:
    """The project's catalogue. Raises ProblemsFound, with all of them, if anything is wrong."""
    catalogue, problems = load_project(root)
    if problems:
        raise ProblemsFound(problems)
    return catalogue
