"""The wizards of the real site as they are published, and the engine of the site to judge them: node runs the very module."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from macros.bindings import context_for
from macros.rendering.wizards import wizard_data
from tests.conftest import ROOT

HERE = Path(__file__).parent
NODE = Path(sys.executable).parent / "node"


def run_node(*arguments: str | Path, given: str | None = None, seconds: int = 120) -> str:
    done = subprocess.run([NODE, *arguments], cwd=ROOT, input=given, capture_output=True, text=True, timeout=seconds)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def judge(cases: list[dict]) -> list[dict]:
    """The evaluation of each {wizard, answers, thresholds?}."""
    return json.loads(run_node(HERE / "judge.mjs", given=json.dumps(cases)))


@pytest.fixture(scope="session")
def published(catalogue):
    """wizard id → what its page publishes."""
    return {name: wizard_data(one, context_for(catalogue, one.page)) for name, one in catalogue.wizards.items()}
