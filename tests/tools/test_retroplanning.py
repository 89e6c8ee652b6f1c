"""The dates that the planning tool gives, against dates computed by hand with a calendar on the desk.

Each case shows its computation. « → » is a day that gives way to the next working one.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from macros.catalogue import sound_catalogue
from macros.rendering.planner import planner_data
from tests.conftest import ROOT
from tests.tools.node import SCRIPTS, Service

CATALOGUE = sound_catalogue(ROOT)
PLANNER = CATALOGUE.planners["commande-publique"]
DATA = planner_data(PLANNER, CATALOGUE)
PLANS = Service(Path(__file__).with_name("plan.mjs"), str(SCRIPTS))


@pytest.fixture(scope="module", autouse=True)
def _plans_end_with_the_module():
    yield
    PLANS.close()


def plan(course: str, zone: str = "metropole", **options):
    return PLANS.ask({"data": DATA, "asked": [{"course": course, "zone": zone, "options": options}]})["plans"][0]


def bare(course: str, day: str = "2027-01-04", **options):
    """Nothing but the law: all that is free lasts no day."""
    return plan(course, bare=True, day=day, **options)


FLOORS = [(course.id, course) for course in PLANNER.courses if CATALOGUE.procedures[course.procedure].timelines]


@pytest.mark.parametrize("course_id, course", FLOORS, ids=[one for one, _ in FLOORS])
def test_minima_add_up_to_the_floor_of_the_route_to_the_day(course_id, course):
    floor = next(one.days for one in CATALOGUE.procedures[course.procedure].floors if one.buyers == course.buyers)
    assert bare(course_id)["floor"] == floor


@pytest.mark.parametrize("course, expected", [
    ("appel-d-offres-ouvert", 41), ("appel-d-offres-restreint-etat", 66), ("appel-d-offres-restreint", 51), ("procedure-avec-negociation-etat", 66),
    ("procedure-avec-negociation", 51), ("dialogue-competitif", 41), ("partenariat-d-innovation", 41), ("procedure-adaptee", 0), ("petits-achats", 0), ("achat-innovant", 0),
    ("appel-d-offres-restreint-reseaux", 36), ("procedure-avec-negociation-reseaux", 36), ("concours", 0), ("marche-subsequent", 0), ("appel-a-projets", 0),
    ("recherche-et-developpement", 0), ("sans-concurrence", 0),
])
def test_floors_are_those_of_the_legal_file(course, expected):
    """Added by a person from the articles that each step names."""
    assert bare(course)["floor"] == expected


def test_every_route_has_its_calendar_and_every_buyer_those_open_to_her():
    """A pooling takes that of the procedure its members chose; the common rules are no route; utilities have no innovation partnership here."""
    routes = set(CATALOGUE.procedures) - {"groupement-de-commandes-et-centrale-d-achat", "regles-communes"}
    for profile in DATA["profiles"]:
        open_to = {course.procedure for course, told in zip(PLANNER.courses, DATA["courses"]) if profile["id"] in told["profiles"]}
        assert routes - open_to == ({"partenariat-d-innovation"} if profile["id"] == "reseaux" else set()), profile


# Monday 4 January 2027 unless said otherwise.
BY_HAND = [
    # + 30 = Wed. 3 February. + 11 = Sun. 14 → Mon. 15. Signed from the morrow.
    ("appel-d-offres-ouvert", {}, {"offres": "2027-02-03", "signature": "2027-02-16"}),
    # Nothing electronic: + 35 = Mon. 8 February; + 16 = Wed. 24; the morrow.
    ("appel-d-offres-ouvert", {"electronic": False}, {"offres": "2027-02-08", "signature": "2027-02-25"}),
    # Urgency: + 15 = Tue. 19 January; + 11 = Sat. 30 → Mon. 1 February; the morrow.
    ("appel-d-offres-ouvert", {"urgent": True}, {"offres": "2027-01-19", "signature": "2027-02-02"}),
    # Prior notice sent on Mon. 30 November 2026, 35 days before: + 15, as above.
    ("appel-d-offres-ouvert", {"notice": True, "noticeSent": "2026-11-30"}, {"offres": "2027-01-19", "signature": "2027-02-02"}),
    # The day after is too late: as without it.
    ("appel-d-offres-ouvert", {"notice": True, "noticeSent": "2026-12-01"}, {"offres": "2027-02-03", "signature": "2027-02-16"}),
    # + 30 = Wed. 3 February; + 10 = Sat. 13 → Mon. 15; + 11 = Fri. 26; the morrow is Sat. 27 → Mon. 1 March.
    ("appel-d-offres-restreint", {}, {"candidatures": "2027-02-03", "offres": "2027-02-15", "signature": "2027-03-01"}),
    # + 30 = Wed. 3 February; + 25 = Sun. 28 → Mon. 1 March; + 11 = Fri. 12; Sat. 13 → Mon. 15.
    ("appel-d-offres-restreint-etat", {"buyer": "etat"}, {"candidatures": "2027-02-03", "offres": "2027-03-01", "signature": "2027-03-15"}),
    # Not electronic: + 30 = Wed. 3 February; + 30 = Fri. 5 March; + 16 = Sun. 21 → Mon. 22; the morrow.
    ("appel-d-offres-restreint-etat", {"buyer": "etat", "electronic": False}, {"offres": "2027-03-05", "signature": "2027-03-23"}),
    # Urgency: + 15 = Tue. 19 January; + 10 = Fri. 29; + 11 = Tue. 9 February; the morrow.
    ("appel-d-offres-restreint-etat", {"buyer": "etat", "urgent": True}, {"candidatures": "2027-01-19", "offres": "2027-01-29", "signature": "2027-02-10"}),
    ("procedure-avec-negociation", {}, {"candidatures": "2027-02-03", "offres": "2027-02-15", "signature": "2027-03-01"}),
    ("procedure-avec-negociation-etat", {"buyer": "etat"}, {"candidatures": "2027-02-03", "offres": "2027-03-01", "signature": "2027-03-15"}),
    # Not even urgency shortens the 30 days of a dialogue. + 11 = Sun. 14 → Mon. 15; the morrow.
    ("dialogue-competitif", {"urgent": True}, {"candidatures": "2027-02-03", "signature": "2027-02-16"}),
    ("partenariat-d-innovation", {}, {"candidatures": "2027-02-03", "signature": "2027-02-16"}),
    # Utilities: + 15 = Tue. 19 January; + 10 = Fri. 29; + 11 = Tue. 9 February; the morrow.
    ("appel-d-offres-restreint-reseaux", {"buyer": "reseaux"}, {"candidatures": "2027-01-19", "offres": "2027-01-29", "signature": "2027-02-10"}),
    ("procedure-avec-negociation-reseaux", {"buyer": "reseaux"}, {"candidatures": "2027-01-19", "offres": "2027-01-29", "signature": "2027-02-10"}),
    # No legal delay: the same day.
    ("procedure-adaptee", {}, {"offres": "2027-01-04", "signature": "2027-01-04"}),
    ("petits-achats", {}, {"signature": "2027-01-04"}),
    ("achat-innovant", {}, {"signature": "2027-01-04"}),
    # Tue. 6 April 2027 + 30 = Thu. 6 May, Ascension → Fri. 7. + 11 = Tue. 18 May; the morrow.
    ("appel-d-offres-ouvert", {"day": "2027-04-06"}, {"offres": "2027-05-07", "signature": "2027-05-19"}),
    # Wed. 24 February 2027 + 30 = Fri. 26 March, a working day in Paris. + 11 = Tue. 6 April.
    ("appel-d-offres-ouvert", {"day": "2027-02-24"}, {"offres": "2027-03-26", "signature": "2027-04-07"}),
    # In Strasbourg it is Good Friday → Sat., Sun., Easter Monday → Tue. 30 March. + 11 = Sat. 10 April → Mon. 12; the morrow.
    ("appel-d-offres-ouvert", {"day": "2027-02-24", "zone": "alsace-moselle"}, {"offres": "2027-03-30", "signature": "2027-04-13"}),
    # In Cayenne, Thu. 10 June 2027 recalls the abolition. Tue. 11 May + 30 = that day → Fri. 11. + 11 = Tue. 22; the morrow.
    ("appel-d-offres-ouvert", {"day": "2027-05-11", "zone": "guyane"}, {"offres": "2027-06-11", "signature": "2027-06-23"}),
    # From Sat. 2 January 2027: work begins on Mon. 4.
    ("appel-d-offres-ouvert", {"day": "2027-01-02"}, {"avis": "2027-01-04", "offres": "2027-02-03"}),
    # Over a leap day: Wed. 2 February 2028 + 30 = Fri. 3 March. + 11 = Tue. 14.
    ("appel-d-offres-ouvert", {"day": "2028-02-02"}, {"offres": "2028-03-03", "signature": "2028-03-15"}),
]


@pytest.mark.parametrize("course, options, expected", BY_HAND)
def test_dates_are_those_computed_by_hand(course, options, expected):
    found = bare(course, **options)
    assert {name: found["milestones"][name] for name in expected} == expected


def test_backwards_gives_the_latest_days():
    """Signed on Tue. 16 February 2027: the wait ends on Mon. 15 at the latest, begun on Thu. 4 (4 + 11 = 15); offers on that Thu. 4,
    hence a notice on Tue. 5 January (5 January + 30 = 4 February). Monday's notice would be a day too early, and a Wednesday's too late."""
    found = bare("appel-d-offres-ouvert", "2027-02-16", direction="backwards")
    assert (found["start"], found["milestones"]["offres"], found["signature"]) == ("2027-01-05", "2027-02-04", "2027-02-16")


@pytest.mark.parametrize("wish, expected", [
    # The wait must end by Wed. 3 March 2027. 3 − 11 = Sat. 20 February: rejections leave on Fri. 19, its eleven days end on Tue. 2, signed
    # on Wed. 3. Offers by that Fri. 19; 19 February − 30 = Wed. 20 January.
    ("2027-03-04", {"avis": "2027-01-20", "offres": "2027-02-19", "rejets": "2027-02-19", "signature": "2027-03-03"}),
    # The wait must end by Fri. 1 March 2030 for a Monday: 1 − 11 = Mon. 18 February, over on the Friday, signed on Mon. 4. Offers by that
    # Mon. 18; 18 February − 30 = Sat. 19 January: the notice leaves on Fri. 18, whose thirty days end on Sun. 17 → Mon. 18.
    ("2030-03-04", {"avis": "2030-01-18", "offres": "2030-02-18", "rejets": "2030-02-18", "signature": "2030-03-04"}),
])
def test_backwards_every_date_is_the_latest(wish, expected):
    found = bare("appel-d-offres-ouvert", wish, direction="backwards")["milestones"]
    assert {name: found[name] for name in expected} == expected


def test_backwards_a_stage_ends_when_the_next_begins_and_its_slack_is_told():
    """Rejections on Fri. 19 February 2027, as above. Five days before is Sun. 14: begun on Fri. 12, done on Wed. 17, two days to spare."""
    found = plan("appel-d-offres-ouvert", day="2027-03-04", direction="backwards", durations={"analyser": 0, "attester": 5})
    row = next(row for row in found["rows"] if row["id"] == "attester")
    assert (row["start"], row["end"], row["days"], row["slack"]) == ("2027-02-12", "2027-02-19", 5, 2)


def test_an_impossible_date_says_by_how_much():
    """Signed on Tue. 15 December 2026: rejections on Thu. 3, notice on Tue. 3 November. Today is Mon. 23: 20 days too late.
    From today: + 30 = Wed. 23 December; + 11 = Sun. 3 January 2027 → Mon. 4; signed on Tue. 5, 21 days after the wish."""
    found = bare("appel-d-offres-ouvert", "2026-12-15", direction="backwards", today="2026-11-23")
    (problem,) = found["problems"]
    assert (problem["kind"], problem["days"], problem["legalDays"]) == ("late", 20, 21)
    assert "mardi 5 janvier 2027" in problem["words"] and "impossible" in problem["words"]


def test_a_date_that_only_free_lengths_forbid_says_so():
    """Legal minima from Mon. 23 November 2026 lead to Tue. 5 January 2027: wishing Fri. 8 fails only because of the 60 days of writing."""
    found = plan("appel-d-offres-ouvert", day="2027-01-08", direction="backwards", today="2026-11-23")
    problem = next(one for one in found["problems"] if one["kind"] == "late")
    assert problem["legalDays"] < 0 and "durées libres" in problem["words"]


def test_a_length_below_the_minimum_is_refused_with_what_it_lacks():
    found = plan("appel-d-offres-ouvert", day="2027-01-04", durations={"ecrire": 0, "appel-d-offres-ouvert-offres": 20})
    assert found["milestones"]["offres"] == "2027-02-03"
    assert [(one["kind"], one["days"]) for one in found["problems"]] == [("short", 10)]


def test_marks_fall_around_their_milestones():
    """Offers on Wed. 3 February 2027: answers by Thu. 28 January (− 6). Signed on Tue. 16 February: to the prefect by Wed. 3 March (+ 15),
    award notice by Thu. 18 March (+ 30), data by Fri. 16 April (+ 2 months)."""
    assert bare("appel-d-offres-ouvert")["marks"] == {"questions": "2027-01-28", "prefet": "2027-03-03", "attribution": "2027-03-18", "donnees": "2027-04-16"}


def test_under_urgency_answers_come_four_days_before():
    """Offers on Tue. 19 January 2027: − 4 = Fri. 15."""
    assert bare("appel-d-offres-ouvert", urgent=True)["marks"]["questions"] == "2027-01-15"


def test_a_duty_never_borrows_time_from_a_sunday():
    """Petit achat signed on Thu. 29 October 2026: two months later, Tue. 29 December. On Mon. 26 October: Sat. 26 December → Fri. 25 is
    Christmas → Thu. 24."""
    assert bare("petits-achats", "2026-10-29")["marks"]["donnees"] == "2026-12-29"
    assert bare("petits-achats", "2026-10-26")["marks"]["donnees"] == "2026-12-24"


def test_only_a_local_authority_writes_to_the_prefect():
    assert "prefet" not in bare("appel-d-offres-ouvert", buyer="etat")["marks"]


@pytest.mark.parametrize("options, kind", [
    ({"day": ""}, "day"), ({"day": "2027-02-30"}, "day"), ({"day": "<b>"}, "day"), ({"day": None}, "day"),
    ({"day": "2031-01-01"}, "years"), ({"day": "1999-01-01"}, "years"), ({"day": "2030-12-20"}, "years"),
    ({"day": "2025-01-10", "direction": "backwards"}, "years"),
])
def test_a_day_it_cannot_answer_for_gives_a_sentence_and_no_date(options, kind):
    found = bare("appel-d-offres-ouvert", **options)
    assert (found["start"], found["signature"], found["rows"]) == (None, None, [])
    assert [one["kind"] for one in found["problems"]] == [kind] and found["problems"][0]["words"].endswith(".")


def test_an_unknown_route_gives_a_sentence():
    found = plan("inconnue", day="2027-01-04")
    assert found["signature"] is None and "tableau" in found["problems"][0]["words"]


def test_a_prior_notice_outside_its_window_is_said_and_not_counted():
    (late,) = bare("appel-d-offres-ouvert", notice=True, noticeSent="2026-12-01")["problems"]
    assert (late["kind"], late["days"]) == ("notice-late", 1)
    (early,) = bare("appel-d-offres-ouvert", notice=True, noticeSent="2026-01-03")["problems"]
    assert (early["kind"], early["days"]) == ("notice-early", 1), "twelve months before 4 January 2027 is 4 January 2026"
    (useless,) = bare("dialogue-competitif", notice=True)["problems"]
    assert useless["kind"] == "notice-useless"


@pytest.mark.parametrize("options", [{}, {"bare": True}, {"bare": True, "electronic": False}])
def test_backwards_then_forwards_meets_the_wish_and_a_day_later_misses_it(options):
    """Every course, every territory, a year of wishes."""
    sweep = {"from": "2027-12-01", "to": "2028-11-30", "step": 1 if options == {"bare": True} else 11, "options": options}
    misses = PLANS.ask({"data": DATA, "sweep": sweep})["misses"]
    assert misses == []


def test_calendar_file_is_read_back_whole():
    found = plan("appel-d-offres-ouvert", day="2027-01-04")
    assert all(len(line.encode()) <= 75 for line in found["ics"].split("\r\n")) and "\n" not in found["ics"].replace("\r\n", "")
    assert r"« é\, \; \\ »" in found["ics"].replace("\r\n ", ""), "Python's reader forgives an unescaped comma; Outlook does not"
    calendar = Calendar.from_ical(found["ics"])
    events = calendar.walk("VEVENT")
    assert [(str(one["SUMMARY"]), one["DTSTART"].dt, one["DTEND"].dt) for one in events] == [
        (row["label"], date.fromisoformat(row["end"]), date.fromordinal(date.fromisoformat(row["end"]).toordinal() + 1)) for row in found["rows"]]
    assert str(calendar["X-WR-CALNAME"]).replace("\\,", ",").replace("\\;", ";") == "Accueil, médiathèque ; essai" and calendar["VERSION"] == "2.0" and calendar["PRODID"]
    assert all("base de" in str(one["DESCRIPTION"]) and "« é, ; \\ »" in str(one["DESCRIPTION"]) for one in events[1:])
    assert len({str(one["UID"]) for one in events}) == len(events) and all(one["DTSTAMP"] for one in events)


def test_table_file_opens_in_a_french_spreadsheet():
    found = plan("appel-d-offres-ouvert", day="2027-01-04")
    lines = list(csv.reader(io.StringIO(found["csv"].removeprefix("\ufeff")), delimiter=";"))
    assert found["csv"].startswith("\ufeff") and len({len(line) for line in lines}) == 1
    assert [line[0] for line in lines[1:]] == [row["end"] for row in found["rows"]]
