"""Loads docs/_donnees and the headers of the pages, once, and checks every reference.

`load` never stops at the first defect: it returns what is sound, and every problem found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Iterator

from pydantic import BaseModel

from macros.bindings import BLOCKS, FUNCTIONS
from macros.models.article import Code
from macros.models.catalogue import Catalogue, Citation
from macros.models.checklist import Checklist
from macros.models.guide import Guide
from macros.models.procedure import Procedure
from macros.models.threshold import Threshold
from macros.problems import Problem, ProblemsFound
from macros.reading.checklist_file import read_checklist
from macros.reading.data_texts import calls_shown_as_they_are, is_rendered, texts_of
from macros.reading.macro_calls import MacroCall, find_calls
from macros.reading.page_file import read_page
from macros.reading.typed_law import typed_law_problems
from macros.reading.yaml_file import read_yaml_model
from macros.reading.yaml_strict import YamlDocument
from macros.references import References, call_problems, data_problems
from macros.rendering.checklists import checklist_page
from macros.rendering.citations import GUIDES_PAGE
from macros.rendering.procedures import PROCEDURES_PAGE
from macros.rendering.thresholds import THRESHOLDS_PAGE
from macros.settings import Settings, load_settings

YAML_FOLDERS: dict[str, type[BaseModel]] = {"guides": Guide, "articles": Code, "seuils": Threshold, "procedures": Procedure}
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
        shelves = {"guides": self.catalogue.guides, "articles": self.catalogue.codes,
                   "seuils": self.catalogue.thresholds, "procedures": self.catalogue.procedures}
        expected = ", ".join(f"{name}/*.yml" for name in YAML_FOLDERS)
        for path in self.files(self.settings.data):
            folder = path.relative_to(self.settings.data).parent.as_posix()
            if folder == "checklists" and path.suffix == ".md":
                self.keep(*read_checklist(path, self.shown(path)), path, folder, self.catalogue.checklists)
            elif folder in YAML_FOLDERS and path.suffix == ".yml":
                self.keep(*read_yaml_model(YAML_FOLDERS[folder], path, self.shown(path)), path, folder, shelves[folder])
            else:
                self.problems.append(Problem(self.shown(path), 0, "", "fichier au mauvais endroit",
                                             f"Dans _donnees, on range : checklists/*.md, {expected}."))

    def keep(self, model, document: YamlDocument, problems: list[Problem], path: Path, folder: str, shelf: dict) -> None:
        self.problems += problems
        if model is None:
            self.catalogue.broken.add((folder, path.stem))
        else:
            shelf[model.id] = model
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

    def find_text_calls(self) -> None:
        """Calls made by the texts of the data files: they are checked and cited like those of pages."""
        for model, document, shown in self.documents:
            if isinstance(model, Checklist):
                for item in model.items:
                    for text, line in ((item.text, item.line), (item.why, item.why_line), (item.sources, item.sources_line)):
                        self._text_calls(text, line, shown, checklist_page(model.id), item.id, f"{model.header.title} : {item.text}", checks_law=True)
                self._text_calls(model.intro, model.intro_line, shown, checklist_page(model.id), "", model.header.title, checks_law=True)
                titles = [(text, line) for _, text, line in texts_of(document)] + [(section.title, section.line) for section in model.sections]
                for text, line in titles:
                    self.problems += [*typed_law_problems(text, shown, line), *calls_shown_as_they_are(text, shown, line)]
                continue
            anchor = model.id if isinstance(model, Procedure) else ""
            label = f"Procédures : {model.label}" if isinstance(model, Procedure) else ""
            for path, text, line in texts_of(document):
                if not is_rendered(model, path):
                    self.problems += calls_shown_as_they_are(text, shown, line)
                    continue
                self._text_calls(text, line, shown, PROCEDURES_PAGE if label else "", anchor, label, checks_law=bool(label))
            if isinstance(model, Procedure):
                self.catalogue.citations += [
                    Citation(source.id, PROCEDURES_PAGE, model.id, label, source.page) for source in model.guides]

    def _text_calls(self, text: str, line: int, shown: str, page: str, anchor: str, label: str, checks_law: bool) -> None:
        calls, problems = find_calls(text, shown, line, FUNCTIONS)
        problems += [Problem(shown, call.line, call.name, "bloc appelé dans un texte court", "Placez-le dans une page.")
                     for call in calls if call.name in BLOCKS]
        if checks_law:
            problems += typed_law_problems(text, shown, line)
        self.problems += problems
        self.calls.append((calls, shown))
        if page:
            self._cite(calls, page, anchor, label)

    def _cite(self, calls: list[MacroCall], page: str, anchor: str, label: str) -> None:
        self.catalogue.citations += [
            Citation(call.arguments["guide_id"], page, anchor, label, self._cited_page(call))
            for call in calls if call.name == "guide"
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
            self.problems += call_problems(page.calls, self.shown(self.settings.docs / page.path), references)
            self._cite(list(page.calls), page.path, "", page.title)
        for calls, shown in self.calls:
            self.problems += call_problems(calls, shown, references)
        self._check_pages_exist()

    def _check_pages_exist(self) -> None:
        """The pages that the macros link to."""
        needed = {GUIDES_PAGE: "index_des_guides()", THRESHOLDS_PAGE: "seuils_en_vigueur()", PROCEDURES_PAGE: "fiches_procedures()"}
        needed |= {checklist_page(one): f'checklist("{one}")' for one in self.catalogue.checklists}
        needed |= {f"guides/{one.id}.md": f'fiche_guide("{one.id}")' for one in self.catalogue.guides.values() if one.landmark}
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
