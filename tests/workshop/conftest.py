"""What the page of the workshop publishes, and the modules of the site that write the document, run by node."""

from __future__ import annotations

from typing import Any

import pytest

from macros.bindings import context_for
from macros.rendering.workshop import workshop_data
from tests.conftest import ROOT
from tests.exports.conftest import convert  # noqa: F401 (a fixture)
from tests.tools.node import Service

NODE_SCRIPT = ROOT / "tests" / "workshop" / "run.mjs"


@pytest.fixture(scope="session")
def data(catalogue) -> dict[str, Any]:
    return workshop_data(catalogue.workshops["commande"], context_for(catalogue, "ecrire/atelier.md"))


@pytest.fixture(scope="session")
def orders(data) -> dict[str, dict]:
    """The three commented orders, as the workshop starts from them."""
    return {one["id"]: {"fields": one["fields"], "criteria": one["criteria"], "clauses": {}} for one in data["orders"]}


@pytest.fixture(scope="session")
def ask(data):
    """`ask(task, …)`: what tests/workshop/run.mjs answers to it."""

    service = Service(NODE_SCRIPT)

    def asked(task: str, seconds: int = 120, **values: Any) -> Any:
        return service.ask({"task": task, "data": data} | values, seconds)

    yield asked
    service.close()
