"""The two palettes: the same in both places where the dark one is written, and legible."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

TOKENS = (ROOT / "overrides/assets/stylesheets/tokens.css").read_text(encoding="utf-8")


def block(selector: str) -> dict[str, str]:
    """The custom properties of the first rule of `selector`."""
    body = TOKENS[TOKENS.index(selector):]
    return dict(re.findall(r"(--ci-[\w-]+):\s*([^;]+);", body[body.index("{"): body.index("}")]))


PALETTES = {"light": block(":root {"), "dark": block(':root[data-theme="dark"]')}


def luminance(colour: str) -> float:
    parts = [int(colour[start:start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Ratio of WCAG 2, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_both_dark_palettes_are_the_same():
    assert block(':root:not([data-theme="light"])') == PALETTES["dark"]


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("ink, ground, least", [
    ("ink", "paper", 7), ("ink", "surface", 7), ("ink-soft", "paper", 7), ("ink-soft", "surface", 7), ("deep", "paper", 7), ("deep", "surface", 7),
    ("warm", "paper", 4.5), ("warm", "surface", 4.5), ("focus", "paper", 4.5), ("deep-ink", "deep", 4.5), ("warm-ink", "warm", 4.5),
    ("ink", "mark", 4.5), ("line-strong", "paper", 3), ("line-strong", "surface", 3),
])
def test_contrast_is_enough(name, ink, ground, least):
    palette = PALETTES[name]
    assert contrast(palette[f"--ci-{ink}"], palette[f"--ci-{ground}"]) >= least


def test_contrast_of_black_on_white_is_twenty_one():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
