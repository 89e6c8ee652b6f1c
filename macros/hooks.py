"""What only MkDocs does: fresh code at each rebuild, problems told at the right moment, theme corrections.

Nothing here bears meaning: another engine that ignores hooks publishes the same contents.
"""

from __future__ import annotations

import json
import logging
import sys
from html import escape
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

log = logging.getLogger("mkdocs.hooks.contents")
_preview = False


def on_startup(command: str, dirty: bool) -> None:
    global _preview
    _preview = command == "serve"


@event_priority(100)
def on_config(config):
    """Read the contents before anything is built; refuse to publish what is wrong.

    In a preview the problems are written at the top of every page instead, so that the site stays up
    while it is being mended.
    """
    # mkdocs-macros keeps `macros` in sys.modules: without this, `serve` would run yesterday's code.
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
    from macros.catalogue import load_project
    from macros.problems import ProblemsFound, report

    try:
        _, problems = load_project(Path(config.config_file_path).parent)
    except ProblemsFound as found:
        raise PluginError(f"\n{found}") from None
    if problems and not _preview:
        raise PluginError(f"\n{report(problems)}")
    for problem in problems:
        log.warning(str(problem))
    config.extra["problems_shown_in_pages"] = [str(problem) for problem in problems]
    return config


def on_page_markdown(markdown: str, page, config, files) -> str:
    """In a preview, show the problems at the top of each page."""
    problems = config.extra["problems_shown_in_pages"]
    if not problems:
        return markdown
    listed = "".join(f"<li>{escape(problem)}</li>" for problem in problems)
    return f'<div class="admonition failure"><p class="admonition-title">À corriger avant de publier</p><ul>{listed}</ul></div>\n\n{markdown}'


def on_files(files, config):
    """Publish the JSON Schema of each kind of data file, for the editors that complete as you type."""
    from macros.reading.schemas import schemas

    for name, schema in schemas().items():
        files.append(File.generated(config, f"schemas/{name}.json", content=json.dumps(schema, ensure_ascii=False, indent=1)))
    return files


def on_post_page(output: str, page, config) -> str:
    return _correct(output, page.file.src_uri)


def on_post_template(output_content: str, template_name: str, config) -> str:
    return _correct(output_content, template_name) if template_name.endswith(".html") else output_content


def on_post_build(config) -> None:
    """The booklet's PDF, when it is asked for: `make livret`."""
    if not config.extra.get("livret_pdf") or _preview:
        return
    from macros.printing.booklet import CannotPrint, publish_booklet

    try:
        printed = publish_booklet(Path(config.site_dir), config.site_url or "")
    except CannotPrint as reason:
        raise PluginError(f"\nPas de livret en PDF : {reason}") from None
    log.info(f"Livret en PDF{printed.words}")


def _correct(html: str, name: str) -> str:
    from macros.theme_corrections import correct

    html, inert = correct(html)
    for correction in inert:
        log.warning(f"{name} : correction du thème sans effet ({correction.reason}). Le thème a changé : revoyez macros/theme_corrections.py.")
    return html
