"""What the pages of the notes publish, and the modules of the site that word it, run by node."""

from __future__ import annotations

from typing import Any

import pytest

from macros.bindings import context_for
from macros.rendering.notes import note_data
from tests.conftest import ROOT
from tests.tools.node import Service

NODE_SCRIPT = ROOT / "tests" / "notes" / "run.mjs"


@pytest.fixture(scope="session")
def data(catalogue) -> dict[str, Any]:
    """As published by the note that words them all."""
    return note_data("justification", context_for(catalogue, "choisir/note-de-justification.md"))


@pytest.fixture(scope="session")
def ask(data):
    """`ask(task, …)`: what tests/notes/run.mjs answers to it."""

    service = Service(NODE_SCRIPT)

    def asked(task: str, seconds: int = 120, **values: Any) -> Any:
        return service.ask({"task": task, "data": data} | values, seconds)

    yield asked
    service.close()
