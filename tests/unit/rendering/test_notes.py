"""The notes as forms: complete without script, with the words of the wizards as data."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.catalogue import load_project
from macros.references import NOTE_IDS, References
from macros.rendering.notes import NOTES, note, note_data
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def context():
    catalogue, _ = load_project(ROOT)
    return context_for(catalogue, "decider/outil.md")


def test_the_checks_know_the_same_notes():
    assert NOTE_IDS == tuple(NOTES)


def test_an_unknown_note_is_a_problem_with_its_remedy(context):
    (what, remedy), = References(context.catalogue).note("opportunité")
    assert what == "note inconnue « opportunité »" and "opportunite" in remedy


@pytest.mark.parametrize("name", NOTES)
def test_each_field_has_a_title_and_advice_and_no_word_of_its_own(name, context):
    page = BeautifulSoup(note(context, name), "html.parser")
    fields = page.select("textarea")
    assert len(fields) >= 8
    for field in fields:
        assert page.find(id=field["aria-labelledby"]).get_text()
        assert page.find(id=field["aria-describedby"]).get_text()
        assert not field.get_text()
    ids = [one["id"] for one in page.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NOTES)
def test_the_words_are_plain_and_each_reason_has_its_source(name, context):
    wizards = note_data(name, context)["wizards"]
    assert tuple(wizards) == NOTES[name].wizards
    for one in wizards.values():
        words = one["words"]
        assert "<" not in json.dumps(words) and "{{" not in json.dumps(words)
        assert {rule["id"] for rule in one["rules"]} == set(words["rules"])
        assert all(rule["reason"] and rule["sources"] for rule in words["rules"].values())


def test_the_data_of_a_page_survives_its_attribute(context):
    page = BeautifulSoup(note(context, "opportunite"), "html.parser")
    assert json.loads(page.find("ci-note")["data-source"]) == json.loads(json.dumps(note_data("opportunite", context)))
