"""What the writers are given: the nine real lists, with answers that a careless or hostile reader may have typed."""

from __future__ import annotations

import re
from typing import Any

from macros.catalogue import sound_catalogue
from tests.conftest import ROOT

STATES = {"todo": "À faire", "done": "Fait", "not_applicable": "Sans objet"}

FORMULAS = ['=1+1', '=HYPERLINK("http://mal.example";"cliquez")', '+33 1 23 45 67 89', '-2+3+cmd|\' /C calc\'!A0', '@SUM(1+1)', "'=1+1", "''=1",
            '\t=1+1', '＝1+1', '|calc', '%0A=1']
HTML = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '&lt;b&gt; &amp; & <b>gras</b>', '</w:t><w:t>']
MARKDOWN = ['# pas un titre', '- pas une liste', '1. ni une liste numérotée', '> ni une citation', '[pas un lien](javascript:alert(1))', '![](x)', '`code`',
            '*gras* _italique_ ~~barré~~', '---', '===', 'avant\n\n    indenté', '<https://mal.example>', '| a | b |', '[x]: http://mal.example']
SCRIPTS = ['😀👩‍👩‍👧‍👦🇫🇷', 'مرحبا بالعالم، ملاحظة طويلة', 'הערה בעברית 123', '\u202emoc.elpmaxe', '漢字かな', 'e\u0301tude', 'un\u00a0espace insécable']
BROKEN = ['deux\nlignes', 'à la\r\nmode Windows', 'fin\rseule', 'guillemets " ; et point-virgule', 'nul\u0000, \u0008 et \u001b', 'moitié \ud83d d’émoji', '\ufeffmarque']
LONG = "Une note très longue. " * 460
HOSTILE = [*FORMULAS, *HTML, *MARKDOWN, *SCRIPTS, *BROKEN, "\n".join(MARKDOWN), LONG[:10_000]]

FIELDS = ("justification", "note", "who", "when", "changed")


def real_view(**changes: Any) -> dict[str, Any]:
    """The nine lists, nothing answered."""
    lists = [
        {"id": one.id, "title": one.header.title, "summary": one.header.summary, "revision": one.revision, "stage": one.header.stage.label,
         "audiences": [], "address": f"https://exemple.test/checklists/{one.id}/",
         "sections": [{"title": section.title, "items": [blank_item(item.id, words(item.text), words(item.why), words(item.sources)) for item in section.items]}
                      for section in one.sections]}
        for one in sound_catalogue(ROOT).checklists.values()
    ]
    view = {"title": "Toutes les listes", "dossier": {"name": "Accueil de la médiathèque"}, "printed": "2026-11-23T10:00:00.000Z",
            "lawDate": "23 août 2026", "blank": False, "lists": lists}
    return view | changes


def hostile_view() -> dict[str, Any]:
    """Each hostile text in each field of some item of the first lists, and a list that says nothing but traps."""
    view = real_view(dossier={"name": '=Dossier<b> "; \u202e'})
    items = items_of(view)
    for rank, text in enumerate(HOSTILE):
        item = items[rank]
        item["state"] = list(STATES)[rank % 3]
        item["stateLabel"] = STATES[item["state"]]
        for field in FIELDS:
            item[field] = text
    return view


def items_of(view: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for one in view["lists"] for section in one["sections"] for item in section["items"]]


def blank_item(item_id: str, text: str, why: str = "", sources: str = "") -> dict[str, Any]:
    return {"id": item_id, "text": text, "why": why, "sources": sources, "state": "todo", "stateLabel": STATES["todo"],
            "justification": "", "note": "", "who": "", "when": "", "changed": None}


def words(source: str) -> str:
    """Close enough to what the page shows: the calls of macros give way to their first argument."""
    return re.sub(r"\s+", " ", re.sub(r'\{\{\s*\w+\("([^"]*)".*?\}\}', r"\1", source)).strip()


def kept(text: str) -> str:
    """What a writer must keep of `text`: everything but the signs that files refuse."""
    text = re.sub("\r\n?", "\n", text)
    text = re.sub("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]", "", text)
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text.strip().strip("\ufeff").strip()
