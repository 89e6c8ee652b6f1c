"""The only file that knows the macro engine: binds the French names to the functions.

Runs under mkdocs-macros (once a build) and under Zensical's own macros (once a page).
"""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from posixpath import dirname

from jinja2 import TemplateError

from macros.bindings import BINDINGS, context_for
from macros.catalogue import load_project, sound_catalogue


def define_env(env) -> None:
    """Hook called by the engine. Raises ProblemsFound unless a preview has said it shows them itself."""
    root = Path(env.project_dir)
    mending = bool(env.conf.get("extra", {}).get("problems_shown_in_pages"))
    catalogue = load_project(root)[0] if mending else sound_catalogue(root)
    for name, binding in BINDINGS.items():
        macro = _bind(binding.function, catalogue, env)
        env.macro(_tolerant(macro, name) if mending else macro, name)


def _bind(function, catalogue, env):
    @wraps(function)
    def macro(*args, **kwargs):
        return function(_context(catalogue, env.page), *args, **kwargs)

    return macro


def _tolerant(macro, name: str):
    """For a preview whose problems are listed at the top of the page: say where one of them is, rather than fail."""

    @wraps(macro)
    def tolerant(*args, **kwargs):
        try:
            return macro(*args, **kwargs)
        except (LookupError, AttributeError, TypeError, ValueError, TemplateError):
            return f"<strong>[{name} : à corriger, voir en haut de la page]</strong>"

    return tolerant


def _context(catalogue, page):
    """MkDocs leaves the links of raw HTML alone; Zensical reads them from the folder of the source, and moves them itself."""
    source = getattr(page, "file", None)
    return context_for(catalogue, source.src_uri) if source else context_for(catalogue, page.path, dirname(page.path))
