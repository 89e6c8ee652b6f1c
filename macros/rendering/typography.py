"""French typography, set at build: contributors type plain spaces and straight apostrophes.

Rules: Imprimerie nationale, *Lexique des règles typographiques* — no-break space before « : » and
inside guillemets, narrow one before « ; ! ? » and between thousands, curled apostrophe.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

NBSP, NARROW = "\u00a0", "\u202f"
_VERBATIM = {"code", "pre", "script", "style", "kbd", "samp", "textarea"}

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<=\w)'(?=\S|$)"), "’"),
    (re.compile(r"(?:(?<=\S)|^) (?=[;!?]+(?:\s|$|[)»\]…]))"), NARROW),
    (re.compile(r"(?:(?<=\S)|^) (?=:(?:\s|$|[)»]))"), NBSP),
    (re.compile(r"« ?"), f"«{NBSP}"),
    (re.compile(r" ?»"), f"{NBSP}»"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"(?<=\d) (?=(?:€|%|euros?\b|jours?\b|mois\b|ans?\b|min\b|h\b))"), NBSP),
    (re.compile(r"\b(p\.|n°|art\.|nº) (?=[\dLRDa])"), rf"\1{NBSP}"),
    (re.compile(r"\b([LRD]\.) (?=\d)"), rf"\1{NBSP}"),
)


def polish(text: str) -> str:
    """`text` (no markup) with French spaces and apostrophes. Doing it twice changes nothing."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return re.sub(f"[{NBSP}{NARROW}]{{2,}}", NBSP, text)


def polish_html(html: str) -> str:
    """The same for the texts of `html`; tags, attributes and code are left as they are."""
    parser = _Polisher()
    parser.feed(html.replace("&#39;", "'"))  # the templates' escape of the very apostrophe to be curled
    parser.close()
    return "".join(parser.out)


class _Polisher(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.verbatim = 0

    def handle_starttag(self, tag, attrs):
        self.verbatim += tag in _VERBATIM
        self.out.append(self.get_starttag_text())

    def handle_startendtag(self, tag, attrs):
        self.out.append(self.get_starttag_text())

    def handle_endtag(self, tag):
        self.verbatim -= tag in _VERBATIM
        self.out.append(f"</{tag}>")

    def handle_data(self, data):
        self.out.append(data if self.verbatim else polish(data))

    def handle_entityref(self, name):
        self.out.append(f"&{name};")

    def handle_charref(self, name):
        self.out.append(f"&#{name};")

    def handle_comment(self, data):
        self.out.append(f"<!--{data}-->")

    def handle_decl(self, decl):
        self.out.append(f"<!{decl}>")
