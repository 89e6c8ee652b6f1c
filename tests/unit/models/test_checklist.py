from textwrap import dedent

import pytest
from pydantic import ValidationError

from macros.models import checklist as module
from macros.models.checklist import Checklist, ChecklistHeader, Item, Section
from macros.reading.checklist_file import read_checklist

HEADER = {"titre": "a", "resume": "b", "etape": "decider", "publics": ["elu"], "duree": "20 min", "verifie_le": "2026-11-23"}


def item(name, text="Nous savons.", why="c'est utile", line=1):
    return Item(id=name, text=text, why=why, sources="s", line=line, why_line=line, sources_line=line)


def checklist(*sections):
    return Checklist(id="liste", header=ChecklistHeader.model_validate(HEADER), intro="",
                     sections=tuple(Section(id=f"rubrique-{rank}", title="r", items=items) for rank, items in enumerate(sections)))


def test_items_come_in_the_order_of_the_sections():
    shown = checklist((item("a"), item("b")), (item("c"),))
    assert [one.id for one in shown.items] == ["a", "b", "c"]
    assert shown.total == 3


def test_revision_is_the_same_for_the_same_items():
    assert checklist((item("a"), item("b"))).revision == checklist((item("a"),), (item("b"),)).revision


@pytest.mark.parametrize("changed", [item("b"), item("a", text="Nous ignorons.")], ids=["id", "wording"])
def test_revision_changes_when_what_is_ticked_changes(changed):
    assert checklist((changed,)).revision != checklist((item("a"),)).revision


def test_revision_changes_when_items_come_go_or_move():
    revisions = [checklist(items).revision for items in ((item("a"),), (item("a"), item("b")), (item("b"), item("a")))]
    assert len(set(revisions)) == 3


@pytest.mark.parametrize("changed", [item("a", why="autre raison"), item("a", line=9)], ids=["reason", "line"])
def test_revision_stays_when_only_the_reason_or_the_place_changes(changed):
    assert checklist((changed,)).revision == checklist((item("a"),)).revision


def test_revision_can_be_written_in_an_attribute():
    assert checklist((item("a"),)).revision.isalnum()


@pytest.mark.parametrize("changes, key", [
    ({"publics": []}, "publics"), ({"etape": "rêver"}, "etape"), ({"duree": "long"}, "duree"), ({"suivante": "Pas Un Id"}, "suivante"),
    ({"anciens_ids": {"a": "Pas Un Id"}}, "anciens_ids"), ({"anciens_ids": {"Pas Un Id": "a"}}, "anciens_ids"),
])
def test_header_out_of_the_rules_is_refused(changes, key):
    with pytest.raises(ValidationError) as error:
        ChecklistHeader.model_validate({**HEADER, **changes})
    assert {one["loc"][0] for one in error.value.errors()} == {key}


def test_item_of_the_docstring_is_read(tmp_path):
    example = module.__doc__[module.__doc__.index("    - [ ]"):]
    file = tmp_path / "exemple.md"
    file.write_text(
        "---\ntitre: a\nresume: b\netape: decider\npublics: [elu]\nduree: 20 min\nverifie_le: 2026-11-23\n---\n\n"
        "## Rubrique { #rubrique }\n\n" + dedent(example), encoding="utf-8")
    shown, _, problems = read_checklist(file, "exemple.md")
    assert problems == []
    assert shown.total == 1 and "guide(" in shown.items[0].sources
