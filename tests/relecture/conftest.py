"""The real rules, and what the very engine of the site says with them."""

from __future__ import annotations

from typing import Any

import pytest

from macros.catalogue import load_project
from macros.models.rereading import RereadingRule
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def catalogue():
    return load_project(ROOT)[0]


@pytest.fixture(scope="session")
def rules(catalogue) -> dict[str, RereadingRule]:
    return catalogue.rereading_rules


def rule(**changed: Any) -> dict[str, Any]:
    """A rule as the engine takes it; « atelier » is what it looks for."""
    return {"id": "essai", "kind": "passage", "family": "ferme", "severity": "forte", "patterns": [r"\b(?:ateliers?)(?!\w)"], "unless": [], "context": [],
            "coveredBy": []} | changed
