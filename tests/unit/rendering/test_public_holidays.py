from datetime import date

from macros.rendering.public_holidays import ZONES, public_holidays

FOUND = public_holidays(2025, 2030)


def added(zone):
    return next(one for one in FOUND.zones if one.id == zone).added


def test_eleven_days_a_year_everywhere():
    """Code du travail, L3133-1: eleven. Easter Monday, Ascension and Whit Monday computed by hand for 2027: Easter is 28 March."""
    assert all(sum(day.year == year for day in FOUND.common) == 11 for year in range(2025, 2031))
    assert {date(2027, 3, 29), date(2027, 5, 6), date(2027, 5, 17)} <= FOUND.common.keys()


def test_each_territory_adds_its_own():
    assert added("alsace-moselle").keys() >= {date(2027, 3, 26), date(2027, 12, 26)}
    assert added("metropole") == {}
    for zone, day in {"guadeloupe": (5, 27), "martinique": (5, 22), "guyane": (6, 10), "la-reunion": (12, 20), "mayotte": (4, 27)}.items():
        assert "esclavage" in added(zone)[date(2027, *day)]


def test_names_are_french_and_every_territory_is_there():
    assert FOUND.common[date(2027, 7, 14)] == "Fête nationale"
    assert [one.id for one in FOUND.zones] == list(ZONES)
