"""Finds a browser of the Chromium family on this machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = (
    "chromium-headless-shell",  # the same engine without its windows: tests run twice as fast
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "msedge", "chrome",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)


def find_chromium() -> str | None:
    """Path of the browser: the CHROMIUM variable, else the first one found; None when there is none."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given if Path(given).exists() else shutil.which(given)
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None) or next((place for place in PLACES if Path(place).exists()), None)
