"""The component templates of overrides/components: all the markup that macros produce."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.rendering.dates import french_number, unbroken_date
from macros.rendering.typography import polish_html

COMPONENTS = Path(__file__).resolve().parents[2] / "overrides" / "components"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(COMPONENTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["date"] = unbroken_date
    environment.filters["nombre"] = french_number
    return environment


def render_block(name: str, **values: Any) -> str:
    """A component as a block of Markdown: alone between blank lines, French typography set."""
    html = _environment().get_template(name).render(**values)
    return f"\n{polish_html(html).strip()}\n"


def render_part(name: str, **values: Any) -> str:
    """A component that stands inside another."""
    return _environment().get_template(name).render(**values).strip()


def render_phrase(name: str, **values: Any) -> str:
    """A component as one line of inline HTML, safe inside any Markdown paragraph, list or table."""
    html = _environment().get_template(name).render(**values)
    line = re.sub(r"[ \t\n]+", " ", polish_html(html)).strip()
    return line.translate({ord(sign): f"&#{ord(sign)};" for sign in "*_|`[]"})
