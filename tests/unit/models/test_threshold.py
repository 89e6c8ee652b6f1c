from datetime import date

import pytest
from pydantic import ValidationError

from macros.models import threshold as module
from macros.models.threshold import Threshold, ThresholdValue
from macros.reading.validation import validate
from macros.reading.yaml_strict import parse_yaml


def value(start, amount, mark="confirme", **others):
    return {"a_partir_du": start, "montant": str(amount), "source": "s", "marque": mark, **others}


def threshold(*values):
    return Threshold.model_validate({
        "id": "a", "libelle": "b", "groupe": "dispense", "unite": "euros-ht", "comparaison": "inferieur", "resume": "c", "verifie_le": "2026-11-23", "valeurs": values})


def amount_on(shown, day):
    found = shown.value_on(date.fromisoformat(day))
    return found and found.amount


PERIODS = threshold(value("2020-01-01", 40), value("2024-01-01", 50, jusqu_au="2025-12-31"), value("2026-04-01", 60))


@pytest.mark.parametrize("day, amount", [
    ("2019-12-31", None), ("2020-01-01", 40), ("2020-01-02", 40),
    ("2023-12-30", 40), ("2023-12-31", 40), ("2024-01-01", 50), ("2024-01-02", 50),
    ("2025-12-30", 50), ("2025-12-31", 50), ("2026-01-01", None),
    ("2026-03-31", None), ("2026-04-01", 60), ("2026-04-02", 60), ("2999-12-31", 60),
])
def test_value_of_a_day_is_the_one_of_its_period_and_never_the_nearest(day, amount):
    assert amount_on(PERIODS, day) == amount


@pytest.mark.parametrize("rank, last", [(0, date(2023, 12, 31)), (1, date(2025, 12, 31)), (2, None)])
def test_last_day_is_the_written_one_or_the_eve_of_the_next_value(rank, last):
    assert PERIODS.last_day(PERIODS.values[rank]) == last


def test_last_day_written_after_the_next_value_yields_to_it():
    shown = threshold(value("2020-01-01", 40, jusqu_au="2030-12-31"), value("2024-01-01", 50))
    assert shown.last_day(shown.values[0]) == date(2023, 12, 31)
    assert amount_on(shown, "2024-01-01") == 50


def test_last_value_with_a_last_day_leaves_the_next_day_without_value():
    shown = threshold(value("2020-01-01", 40, jusqu_au="2020-12-31"))
    assert [amount_on(shown, day) for day in ("2020-12-30", "2020-12-31", "2021-01-01")] == [40, 40, None]


def test_value_of_one_single_day():
    shown = threshold(value("2020-02-29", 40, jusqu_au="2020-02-29"))
    assert [amount_on(shown, day) for day in ("2020-02-28", "2020-02-29", "2020-03-01")] == [None, 40, None]


def test_leap_day_is_the_eve_of_the_first_of_march():
    shown = threshold(value("2024-01-01", 40), value("2024-03-01", 50))
    assert shown.last_day(shown.values[0]) == date(2024, 2, 29)


DISPUTED = threshold(value("2020-01-01", 40), value("2026-04-01", 60), value("2026-07-01", 70, "contradictoire", jusqu_au="2026-12-31", note="n"))


@pytest.mark.parametrize("day, firm, disputed", [
    ("2026-06-30", 60, []), ("2026-07-01", 60, [70]), ("2026-07-02", 60, [70]),
    ("2026-12-30", 60, [70]), ("2026-12-31", 60, [70]), ("2027-01-01", 60, []),
])
def test_contradictory_value_comes_beside_the_firm_one_during_its_own_days(day, firm, disputed):
    assert amount_on(DISPUTED, day) == firm
    assert [one.amount for one in DISPUTED.contradictions_on(date.fromisoformat(day))] == disputed


def test_contradictory_value_ends_no_period():
    assert DISPUTED.last_day(DISPUTED.values[1]) is None


def test_contradictory_value_is_not_cut_by_the_next_firm_one():
    shown = threshold(value("2020-01-01", 40), value("2022-01-01", 70, "contradictoire", note="n"), value("2024-01-01", 50))
    assert [one.amount for one in shown.contradictions_on(date(2024, 1, 1))] == [70]


def test_contradictory_value_alone_is_never_the_value_of_a_day():
    shown = threshold(value("2020-01-01", 70, "contradictoire", note="n"))
    assert shown.firm_values == ()
    assert amount_on(shown, "2020-01-02") is None


@pytest.mark.parametrize("mark", ["confirme", "calcule", "a-verifier"])
def test_every_other_mark_makes_a_value_of_the_series(mark):
    assert amount_on(threshold(value("2020-01-01", 40, mark)), "2020-01-01") == 40


def test_threshold_without_values_has_none_on_any_day():
    assert amount_on(threshold(), "2026-01-01") is None


@pytest.mark.parametrize("changes", [{"montant": "-1"}, {"marque": "sûr"}, {"source": ""}, {"a_partir_du": "avril 2026"}, {"adresse": "exemple.fr"}])
def test_value_without_a_sound_amount_mark_source_and_date_is_refused(changes):
    with pytest.raises(ValidationError):
        ThresholdValue.model_validate({**value("2020-01-01", 40), **changes})


def test_free_of_charge_is_an_amount():
    assert ThresholdValue.model_validate(value("2020-01-01", 0)).amount == 0


def test_example_of_the_docstring_uses_keys_that_exist():
    """It shows the shape, not every key: only missing ones are tolerated."""
    example = module.__doc__.split("\n\n")[1]
    document, problems = parse_yaml(example, "exemple.yml")
    assert problems == [] and "valeurs" in document.data
    _, problems = validate(Threshold, document, "exemple.yml", id="exemple")
    assert {problem.what for problem in problems} <= {"clé manquante"}
