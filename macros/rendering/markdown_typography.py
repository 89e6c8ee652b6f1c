"""Python-Markdown extension: the typography of the pages' own text, titles included.

A Markdown extension rather than a hook: it runs under MkDocs and under its announced successors.
"""

from __future__ import annotations

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.rendering.typography import polish

_VERBATIM = {"code", "pre"}
_AFTER_ATTRIBUTES_BEFORE_TOC = 7


class _Typography(Treeprocessor):
    def run(self, root):
        self._polish(root)

    def _polish(self, element):
        if element.tag in _VERBATIM:
            return
        if element.text:
            element.text = type(element.text)(polish(element.text))
        for child in element:
            self._polish(child)
            if child.tail:
                child.tail = polish(child.tail)


class FrenchTypography(Extension):
    def extendMarkdown(self, md):
        md.treeprocessors.register(_Typography(md), "french_typography", _AFTER_ATTRIBUTES_BEFORE_TOC)


def makeExtension(**options):
    return FrenchTypography(**options)
