import builtins

import pytest

from macros.printing.booklet import CannotPrint, Printed, print_booklet
from macros.printing.chromium import find_chromium


def test_size_is_said_in_french():
    assert Printed(sheets=25, size=477_828).words == ", 25\u00a0pages, 478\u00a0Ko"


def test_no_browser_is_a_reason_and_a_remedy(monkeypatch, tmp_path):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "absent"))
    with pytest.raises(CannotPrint, match="aucun navigateur. Installez Chromium"):
        print_booklet(tmp_path, "")


def test_no_driver_is_a_reason_and_a_remedy(monkeypatch, tmp_path):
    real = builtins.__import__

    def without_playwright(name, *args, **kwargs):
        if name.startswith("playwright"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_playwright)
    with pytest.raises(CannotPrint, match="make livret"):
        print_booklet(tmp_path, "")


def test_given_browser_wins(monkeypatch, tmp_path):
    mine = tmp_path / "chromium"
    mine.touch()
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert find_chromium() == str(mine)
