"""`make bench`: what the scripts cost a reader who keeps twenty full dossiers, beside the same list without our script; and their weight.

Milliseconds vary from a machine to another: they are to be read beside each other. Nothing is asserted here.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import statistics
import sys
import tempfile
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from macros.catalogue import sound_catalogue
from macros.printing.chromium import find_chromium
from tests.conftest import ROOT, _Handler, run_mkdocs

ROUNDS = int(os.environ.get("ROUNDS", "15"))
CASE_FILES = 20
LIST = "checklists/rediger-le-cahier-des-charges/"
SCRIPTS = Path("assets/javascripts")
MOMENT = "2026-11-20T08:00:00.000Z"

WATCH = """
globalThis.readyAt = null;
const look = () => {
    if (document.querySelector(':is(ci-checklist, ci-case-files)[data-ready]')) globalThis.readyAt = performance.now();
    else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def full_case_file(rank: int) -> tuple[str, str]:
    """Name of the key and text of a dossier in which every item of every list has an answer and a note."""
    lists = {}
    for one in sound_catalogue(ROOT).checklists.values():
        items = {item.id: {"state": "done", "at": MOMENT, "text": item.text[:600], "note": f"Une note de quelques mots sur {item.id}."} for item in one.items}
        lists[one.id] = {"revision": one.revision, "seen": MOMENT, "items": items}
    case_file = {"format": 2, "id": f"banc{rank:04}", "name": f"Dossier {rank}", "created": MOMENT, "changed": MOMENT, "archived": None, "lists": lists, "tools": {}}
    return f"commander-innovation:/:v2:dossier:banc{rank:04}", json.dumps(case_file, ensure_ascii=False)


def fill_storage(page: Page, address: str) -> int:
    page.goto(f"{address}404.html")
    states = dict(full_case_file(rank) for rank in range(CASE_FILES))
    page.evaluate("(states) => { for (const [key, value] of Object.entries(states)) localStorage.setItem(key, value); }", states)
    return sum(map(len, states.values()))


def median(values: list[float]) -> str:
    return f"{statistics.median(values):7.1f} ms   ({min(values):.1f} à {max(values):.1f})"


def opening(page: Page, address: str, scripted: bool) -> list[float]:
    found = []
    for _ in range(ROUNDS):
        page.goto(address)
        if scripted:
            page.locator(":is(ci-checklist, ci-case-files)[data-ready]").wait_for(state="attached")
            page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))")
        found.append(page.evaluate("globalThis.readyAt ?? performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
    return found


def clicking(page: Page) -> list[float]:
    """From the click until localStorage holds the answer; without script, until the box is ticked."""
    return page.evaluate("""(rounds) => {
        const key = Object.keys(localStorage).find((one) => one === `commander-innovation:/:v2:dossier:${sessionStorage.getItem('commander-innovation:/:courant')}`);
        const boxes = [...document.querySelectorAll('.ci-item__box')];
        return Array.from({ length: rounds }, (_, rank) => {
            const before = key && localStorage.getItem(key);
            const start = performance.now();
            boxes[rank % boxes.length].click();
            if (key && localStorage.getItem(key) === before) throw new Error('rien n’a été gardé');
            return performance.now() - start;
        });
    }""", ROUNDS)


def weights(site: Path) -> None:
    sizes = {path: len(gzip.compress(path.read_bytes(), 9)) for path in sorted((site / SCRIPTS).rglob("*")) if path.suffix in (".mjs", ".js") and (ROOT / "overrides" / path.relative_to(site)).exists()}
    print("\nPoids des scripts, compressés (gzip) :")
    for path, size in sizes.items():
        print(f"  {path.relative_to(site / SCRIPTS).as_posix():<40} {size / 1024:6.1f} Kio")
    for entry in ("checklist.mjs", "case-files-page.mjs"):
        loaded = dependencies(site / SCRIPTS / "site.mjs") | dependencies(site / SCRIPTS / entry)
        print(f"  chargé d'emblée avec {entry:<24} {sum(sizes[path] for path in loaded) / 1024:6.1f} Kio   ({len(loaded)} fichiers)")


def dependencies(script: Path, seen: frozenset[Path] = frozenset()) -> set[Path]:
    """The script and what it imports at once; import() on a click is not followed."""
    found = {script}
    for name in re.findall(r"^(?:import|export)[^;]*?from \"(\./[^\"]+)\"", script.read_text(encoding="utf-8"), re.M):
        target = (script.parent / name).resolve()
        if target not in seen:
            found |= dependencies(target, seen | found)
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder).resolve() / "site"
        done = run_mkdocs(ROOT, site)
        if done.returncode:
            raise SystemExit(done.stderr)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        path = find_chromium()
        if not path:
            sys.exit("aucun navigateur : installez Chromium, Chrome ou Edge, ou donnez son chemin dans la variable CHROMIUM")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            page = browser.new_context().new_page()
            size = fill_storage(page, address)
            page.add_init_script(WATCH)
            print(f"{CASE_FILES} dossiers de neuf listes, {size / 1024:.0f} Kio gardés ; médiane de {ROUNDS} passages :")
            print(f"  liste ouverte, réponses remises       {median(opening(page, address + LIST, True))}")
            print(f"  clic, réponse gardée                  {median(clicking(page))}")
            print(f"  « Mes dossiers » ouverte et remplie   {median(opening(page, address + 'dossiers/', True))}")
            bare = browser.new_context().new_page()
            bare.route("**/*.mjs", lambda route: route.abort())
            print(f"  la même liste sans nos scripts        {median(opening(bare, address + LIST, False))}")
            print(f"  clic, case cochée, sans nos scripts   {median(clicking(bare))}")
            browser.close()
        weights(site)
        server.shutdown()


if __name__ == "__main__":
    main()
