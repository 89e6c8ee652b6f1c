from datetime import date

import pytest

from macros.models.catalogue import Catalogue
from macros.models.procedure import Procedure, Segment, Timeline
from macros.rendering.timeline import FREE_WIDTH, ROW, draw, segment_days, segment_step

WHOLE = 100
"""Positions across are percentages."""


def procedure(name, *steps):
    return Procedure.model_validate({"id": name, "libelle": "b", "famille": "adaptee", "resume": "c", "verifie_le": "2026-11-23", "etapes": steps})


RULES = procedure("regles", {"id": "attente", "libelle": "Attendre", "delai": "11"})
ONE = procedure(
    "une", {"id": "candidatures", "libelle": "Recevoir", "delai": "30"}, {"id": "dialogue", "libelle": "Dialoguer", "sans_delai": "libre"},
    {"id": "immediat", "libelle": "Ouvrir", "delai": "0"})
CATALOGUE = Catalogue(date(2026, 8, 23), procedures={"une": ONE, "regles": RULES})


def drawing(*segments, **values):
    shown = Timeline.model_validate({"segments": [{"temps": step, **({"jours": days} if days is not None else {})} for step, days in segments], **values})
    return draw(shown, ONE, CATALOGUE)


@pytest.mark.parametrize("name, label", [("candidatures", "Recevoir"), ("regles:attente", "Attendre"), ("une:dialogue", "Dialoguer")])
def test_segment_names_a_step_of_its_procedure_or_of_another(name, label):
    assert segment_step(Segment(step=name), ONE, CATALOGUE).label == label


@pytest.mark.parametrize("name", ["attente", "regles:candidatures", "ailleurs:attente"])
def test_segment_that_names_no_step_has_none(name):
    assert segment_step(Segment(step=name), ONE, CATALOGUE) is None


@pytest.mark.parametrize("step, given, days", [("candidatures", None, 30), ("candidatures", 15, 15), ("candidatures", 0, 0), ("dialogue", None, None), ("immediat", None, 0)])
def test_segment_lasts_what_it_says_else_what_its_step_says(step, given, days):
    assert segment_days(Segment(step=step, days=given), ONE.step(step)) == days


def test_days_of_a_drawing_are_the_sum_of_what_the_law_fixes():
    assert drawing(("candidatures", None), ("dialogue", None), ("regles:attente", None)).days == 41
    assert drawing(("candidatures", 15), ("regles:attente", None)).days == 26
    assert drawing(("dialogue", None)).days == 0


def test_each_bar_begins_where_the_one_before_ends_one_row_lower():
    bars = drawing(("candidatures", None), ("dialogue", None), ("regles:attente", None)).bars
    assert bars[0].x == 0
    assert [one.x + one.width for one in bars[:-1]] == pytest.approx([one.x for one in bars[1:]], abs=0.02)
    assert [one.y for one in bars] == [0, ROW, 2 * ROW]


@pytest.mark.parametrize("segments", [
    [("candidatures", None)], [("candidatures", None), ("regles:attente", None)], [("candidatures", None), ("dialogue", None)], [("dialogue", None), ("candidatures", 15), ("dialogue", None)],
])
def test_drawing_fills_the_room_and_never_leaves_it(segments):
    bars = drawing(*segments).bars
    assert bars[-1].x + bars[-1].width == pytest.approx(WHOLE, abs=0.05)


def test_bars_are_as_long_as_their_days():
    first, second = drawing(("candidatures", None), ("regles:attente", None)).bars
    assert first.width == pytest.approx(WHOLE * 30 / 41, abs=0.1)
    assert second.width == pytest.approx(WHOLE * 11 / 41, abs=0.1)


def test_length_that_the_law_leaves_free_has_always_the_same_width_and_no_figure():
    first, free = drawing(("candidatures", None), ("dialogue", None)).bars
    assert (free.days, free.width) == (None, FREE_WIDTH)
    assert first.width == WHOLE - FREE_WIDTH


@pytest.mark.parametrize("segments, free", [([("candidatures", None)], False), ([("immediat", None)], False), ([("candidatures", None), ("dialogue", None)], True)])
def test_drawing_says_whether_something_must_be_added_to_the_days(segments, free):
    assert drawing(*segments).has_free is free


def test_drawing_of_free_lengths_or_of_no_day_is_possible():
    assert [one.width for one in drawing(("dialogue", None), ("dialogue", None)).bars] == [FREE_WIDTH, FREE_WIDTH]
    assert [one.width for one in drawing(("immediat", None)).bars] == [0]


def test_drawing_is_as_high_as_its_rows_and_names_its_buyers():
    shown = drawing(("candidatures", None), ("dialogue", None), acheteurs="les communes")
    assert (shown.height, shown.buyers) == (2 * ROW, "les communes")
    assert drawing(("candidatures", None)).buyers is None


def test_bar_has_the_name_of_its_step_unless_the_segment_gives_a_shorter_one():
    shown = Timeline.model_validate({"segments": [{"temps": "candidatures", "libelle": "Attendre"}, {"temps": "dialogue"}]})
    assert [bar.label for bar in draw(shown, ONE, CATALOGUE).bars] == ["Attendre", "Dialoguer"]
