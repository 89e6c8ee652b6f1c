from datetime import date

import pytest

from macros.rendering.dates import french_date, french_number, law_date, unbroken_date


@pytest.mark.parametrize("day, text", [
    (date(2026, 4, 1), "1er avril 2026"), (date(2026, 8, 23), "23 août 2026"), (date(2026, 2, 11), "11 février 2026"), (date(2026, 12, 31), "31 décembre 2026"),
    (date(2026, 1, 10), "10 janvier 2026"), (date(2026, 1, 21), "21 janvier 2026"), (date(2026, 1, 2), "2 janvier 2026"),
])
def test_only_the_first_of_the_month_is_an_ordinal(day, text):
    assert french_date(day) == text


def test_date_may_be_kept_on_one_line():
    assert unbroken_date(date(2026, 4, 1)) == "1er\u00a0avril\u00a02026"


@pytest.mark.parametrize("amount, text", [
    (0, "0"), (999, "999"), (1000, "1\u202f000"), (60000.0, "60\u202f000"), (5548000, "5\u202f548\u202f000"), (1.5, "1,5"), (0.05, "0,05"), (12345.5, "12\u202f345,5"),
])
def test_number_has_a_comma_and_narrow_spaces_between_thousands(amount, text):
    assert french_number(amount) == text


def test_day_of_the_law_is_shown_in_words_and_never_cut(home_context):
    assert law_date(home_context) == "23\u00a0août\u00a02026"
