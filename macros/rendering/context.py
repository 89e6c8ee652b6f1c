"""What a macro needs to know: the data, and the page it writes into."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Callable, Mapping

from markupsafe import Markup

from macros.models.catalogue import Catalogue
from macros.places import Place
from macros.rendering.links import relative_url
from macros.rendering.texts import render_blocks, render_inline


@dataclass(frozen=True)
class RenderContext:
    """`page`: path of the page being written, relative to docs/ (« checklists/index.md »).

    `folder`: where its relative links start from, in the site. `inline_macros`: the macros that the
    data's own texts may call, by French name.
    """

    catalogue: Catalogue
    page: str
    folder: str
    inline_macros: Mapping[str, Callable[..., str]]

    def href(self, target: str, anchor: str = "") -> str:
        if target == self.page and anchor:
            return f"#{anchor}"
        return relative_url(self.folder, target, anchor)

    def href_of(self, place: Place) -> str:
        return self.href(place.page, place.anchor)

    def blocks(self, source: str) -> Markup:
        """HTML of several paragraphs of Markdown that may call the inline macros."""
        return render_blocks(source, self._macros())

    def inline(self, source: str) -> Markup:
        """HTML of one paragraph of Markdown that may call the inline macros."""
        return render_inline(source, self._macros())

    def _macros(self) -> dict[str, Callable[..., str]]:
        return {name: partial(function, self) for name, function in self.inline_macros.items()}
