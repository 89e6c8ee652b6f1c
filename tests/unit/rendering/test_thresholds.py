import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.models.threshold import Unit
from macros.rendering.thresholds import amount_text, threshold, thresholds_history, thresholds_in_force

PATH = "docs/_donnees/seuils/dispense.yml"
FOLLOWER = "docs/_donnees/seuils/renvoi.yml"


def parse(html):
    return BeautifulSoup(html, "html.parser")


def words(tag):
    return " ".join(tag.text.split())


@pytest.fixture
def on(load_with):
    """What the home page shows on a day, with some changes."""
    def context(day="2026-08-23", changes=None):
        return context_for(load_with(changes, day)[0], "index.md")

    return context


@pytest.mark.parametrize("amount, unit, text", [
    (60000, Unit.EUROS_EXCL_TAX, "60\u202f000 € HT"), (600, Unit.EUROS_INCL_TAX, "600 € TTC"), (15, Unit.PERCENT, "15 %"), (2.5, Unit.PERCENT, "2,5 %"),
    (1.5, Unit.RATIO, "1,5 fois"), (11, Unit.DAYS, "11 jours"), (0, Unit.PERCENT, "0 %"),
])
def test_amount_is_shown_in_its_unit_and_never_cut_from_it(amount, unit, text):
    assert amount_text(amount, unit) == text.replace(" ", "\u00a0")


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_can_be_shown(unit):
    assert amount_text(7, unit).startswith("7\u00a0")


def test_amount_in_a_sentence_is_never_cut_from_its_unit_either(home_context):
    assert parse(threshold(home_context, "dispense")).a.text == "60\u202f000\u00a0€\u00a0HT"


@pytest.mark.parametrize("day, amount", [
    ("2020-01-01", "40 000 € HT"), ("2026-03-30", "40 000 € HT"), ("2026-03-31", "40 000 € HT"), ("2026-04-01", "60 000 € HT"), ("2026-04-02", "60 000 € HT"),
])
def test_amount_in_a_sentence_is_that_of_the_day(on, day, amount):
    html = parse(threshold(on(day), "dispense"))
    assert words(html) == amount
    assert html.a["href"] == "seuils/#dispense"


@pytest.mark.parametrize("name", ["dispense", "renvoi"])
@pytest.mark.parametrize("day, warned", [("2026-06-30", False), ("2026-07-01", True), ("2026-07-02", True)])
def test_contradictory_amount_is_shown_as_a_warning_after_the_firm_one(on, name, day, warned):
    html = parse(threshold(on(day), name))
    assert words(html.a) == "60 000 € HT"
    assert [("contradictoires" in words(tag), "70 000" in words(tag)) for tag in html.select(".ci-threshold__warning")] == [(True, True)] * warned


@pytest.mark.parametrize("day, amount", [("2025-01-01", "40 000 € HT"), ("2026-03-31", "40 000 € HT"), ("2026-04-01", "60 000 € HT")])
def test_derived_threshold_shows_the_followed_amount_and_its_own_link(on, day, amount):
    html = parse(threshold(on(day), "renvoi"))
    assert words(html.a) == amount
    assert html.a["href"] == "seuils/#renvoi"


def test_unverified_amount_is_shown_as_such(on, edited):
    """Nothing marked « à vérifier » may pass for a fact."""
    context = on(changes=edited(PATH, "source: Décret B, marque: confirme", "source: Décret B, marque: a-verifier"))
    assert "vérifier" in words(parse(threshold(context, "dispense")))


# The table of the day


def rows(context):
    return {row["id"]: row for row in parse(thresholds_in_force(context)).select("tr[id]")}


def test_every_threshold_of_the_day_has_its_row_where_the_links_lead(on):
    assert rows(on()).keys() == {"dispense", "renvoi"}


@pytest.mark.parametrize("day, present", [("2024-12-31", {"dispense"}), ("2025-01-01", {"dispense", "renvoi"}), ("2025-01-02", {"dispense", "renvoi"})])
def test_threshold_without_value_is_named_apart_and_never_given_one(on, day, present):
    context = on(day)
    html = parse(thresholds_in_force(context))
    assert rows(context).keys() == present
    assert {tag["id"] for tag in html.select("p span[id]")} == {"dispense", "renvoi"} - present


def test_row_says_how_to_compare_and_how_sure_it_is(on):
    shown = words(rows(on())["dispense"])
    assert "moins de 60 000 € HT" in shown
    assert "confirmé" in shown and "Décret B" in shown and "Décret A" not in shown


def test_row_says_since_when(on):
    assert "1er avril 2026" in words(rows(on())["dispense"])
    assert "1er janvier 2020" in words(rows(on("2026-03-31"))["dispense"])


@pytest.mark.parametrize("day, since", [("2026-03-31", "1er janvier 2025"), ("2026-04-01", "1er avril 2026")])
def test_derived_row_is_marked_as_computed_and_counts_from_its_own_first_day(on, day, since):
    row = rows(on(day))["renvoi"]
    assert "calculé" in words(row) and since in words(row)
    assert row.select_one("a[href='#dispense']")


def test_last_day_is_shown_when_it_is_known(on):
    assert "31 mars 2026" in words(rows(on("2026-03-31"))["dispense"])
    assert "jusqu’au" not in words(rows(on("2026-04-01"))["dispense"])


@pytest.mark.parametrize("day, warned", [("2026-06-30", False), ("2026-07-01", True), ("2026-07-02", True)])
def test_contradiction_comes_with_its_note_and_its_source_for_the_threshold_and_the_derived_one(on, day, warned):
    found = [words(tag.find_parent("tr")) for tag in parse(thresholds_in_force(on(day))).select(".ci-threshold__warning")]
    assert len(found) == (2 if warned else 0)
    assert all("70 000" in text and "Revue C" in text and "autre chose" in text for text in found)


def test_groups_come_in_the_order_of_the_law_book_and_rows_by_label(on, sound):
    context = on(changes={"docs/_donnees/seuils/abc.yml": sound[PATH].replace("libelle: Dispense", "libelle: Allègement")})
    assert list(rows(context)) == ["abc", "dispense", "renvoi"]


# The history


def history(context):
    (table,) = parse(thresholds_history(context)).select("table")
    return table.select("tbody tr")


def test_history_shows_every_value_newest_first(on):
    assert [words(row.select_one(".ci-amount")) for row in history(on())] == ["70 000 € HT", "60 000 € HT", "40 000 € HT"]


def test_history_shows_first_and_last_days(on):
    days = [[words(cell) for cell in row.select("td")[:2]] for row in history(on("2020-01-01"))]
    assert [first for first, _ in days] == ["1er juillet 2026", "1er avril 2026", "1er janvier 2020"]
    assert days[2][1].startswith("31 mars 2026")
    assert "2026" not in days[1][1]


@pytest.mark.parametrize("day, current", [("2019-12-31", []), ("2026-03-31", ["40 000 € HT"]), ("2026-04-01", ["60 000 € HT"]), ("2026-07-01", ["60 000 € HT"])])
def test_history_marks_the_value_in_force_and_no_contradictory_one(on, day, current):
    assert [words(row.select_one(".ci-amount")) for row in history(on(day)) if "ci-current" in row.get("class", [])] == current


def test_history_of_a_derived_threshold_links_to_the_followed_one(on):
    html = parse(thresholds_history(on()))
    assert [tag["href"] for tag in html.select("p a")] == ["seuils/#dispense"]
    assert "1er janvier 2025" in words(html.p)


@pytest.mark.parametrize("reference", ["35.2.1, code: ccag-pi", "ccag-pi:35.2.1"])
def test_article_of_another_code_accepted_at_load_is_shown(load_with, edited, reference):
    catalogue, problems = load_with(edited(PATH, "montant: 60000, article: R2122-8", f"montant: 60000, article: {reference}"))
    assert problems == []
    assert "CCAG-PI" in thresholds_in_force(context_for(catalogue, "index.md"))
