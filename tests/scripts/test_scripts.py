"""The scripts that need no page, run by Node's own test runner: shapes, versions, merges, links, storage."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

HERE = Path(__file__).parent
NODE = Path(sys.executable).parent / "node"
SUITES = sorted(path.name for path in HERE.glob("*.test.mjs"))


@pytest.mark.parametrize("suite", SUITES)
def test_suite(suite: str):
    done = subprocess.run([NODE, "--test", HERE / suite], cwd=ROOT, capture_output=True, text=True, timeout=120,
                          env=os.environ | {"NO_COLOR": "1"})
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "\n# pass 0" not in done.stdout and "ℹ pass 0" not in done.stdout


def test_there_are_suites():
    assert len(SUITES) >= 4
