"""What several families of tests share: a small valid project, the real contents, and the real site built once for all processes."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Callable, Iterator

import pytest

from macros.catalogue import sound_catalogue
from macros.models.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[1]
FIXTURE = ROOT / "tests" / "fixtures" / "project"


POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
          "worker-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'")

ADDRESS = "https://exemple.test/sous-dossier/"
"""Where the `published` site is read."""

_MKDOCS = """
import runpy, socket, sys
def refuse(*args, **kwargs):
    raise SystemExit("la construction a demandé le réseau : %r" % (args[-1],))
socket.socket.connect = refuse
socket.getaddrinfo = refuse
sys.argv = ["mkdocs", "build", "--strict", "--site-dir", sys.argv[1]]
runpy.run_module("mkdocs", run_name="__main__")
"""


# The longest files first: a process given one of them last would end alone. Those that ask nothing of the built site come among them, so
# that one process builds while the other works. The others follow in their own order.
LONGEST = (
    "browser/test_axe.py", "wizards/test_every_combination.py", "site/test_language.py", "site/test_other_engine.py", "browser/test_shell.py",
    "browser/test_case_files.py", "browser/test_booklet.py", "browser/test_relecteur.py", "site/test_w3c.py", "browser/test_atelier.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ranks = {ROOT / "tests" / name: rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path, len(ranks)))


def run_mkdocs(project: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict` of `project` into `site`, as CI runs it; a build that asks something of the network stops there."""
    variables = {key: value for key, value in os.environ.items() if key not in ("DATE_DU_DROIT", "SITE_URL", "EDIT_URI")}
    variables |= {"CI": "true", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | environment
    return subprocess.run(
        [sys.executable, "-c", _MKDOCS, str(site)],
        cwd=project, env=variables, capture_output=True, text=True, timeout=300,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small valid project, free to be broken. Reads the real macros."""
    target = tmp_path / "project"
    shutil.copytree(FIXTURE, target)
    return target


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real contents, in which nothing is wrong."""
    return sound_catalogue(ROOT)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """`once(name, fill)`: a folder that the first process to ask for it fills, while the others wait."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def made(name: str, fill: Callable[[Path], None]) -> Path:
        target, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # the system opens it again if its holder dies
            if not done.exists():
                shutil.rmtree(target, ignore_errors=True)
                fill(target)
                done.touch()
        return target

    return made


def build_strictly(site: Path, **environment: str) -> None:
    done = run_mkdocs(ROOT, site, **environment)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(once) -> Path:
    """The real site. Read it only: every process shares it."""
    return once("site", build_strictly)


@pytest.fixture(scope="session")
def published(once) -> Path:
    """The real site with everything its publisher may ask for: « make livret », an address, a link to edit, another day. Read it only."""
    wanted = {"LIVRET_PDF": "oui", "SITE_URL": ADDRESS, "EDIT_URI": "https://forge.test/edit/main/docs/", "DATE_DU_DROIT": "2026-03-31"}
    return once("published", lambda target: build_strictly(target, **wanted))


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript", ".svg": "image/svg+xml"}
    protocol_version = "HTTP/1.1"  # a page asks for thirty files: one connection, one thread each would be most of the server's work

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args):
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):  # a closed page hangs up
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
