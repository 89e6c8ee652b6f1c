"""The booklet's PDF, printed from its built page: tagged, with an outline and the number of each list's first sheet.

The browser reads the site's files from the disk, through a stand-in for its public address: no server, no network, and the links and
QR codes of the PDF are those of the published site. Without a public address there is none to print: only inner links remain.
"""

from __future__ import annotations

import io
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from macros.printing.chromium import find_chromium

PAGE = "checklists/livret/"
FILE = "livret.pdf"
NOWHERE = "http://localhost/"
TYPES = {".mjs": "text/javascript", ".html": "text/html; charset=utf-8"}
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

_KEEP_INNER_LINKS = """() => { for (const link of document.querySelectorAll('main a[href]:not([href^="#"])')) link.removeAttribute("href"); }"""
_NUMBER = """(sheets) => { for (const place of document.querySelectorAll("[data-booklet-page]")) {
    const sheet = sheets[place.dataset.bookletPage];
    place.textContent = sheet ? `, page\\u00a0${sheet}` : "";
} }"""


class CannotPrint(Exception):
    """Why there is no PDF, in French, for who builds the site."""


@dataclass(frozen=True)
class Printed:
    """`sheets`: number of pages; `size` in bytes."""

    sheets: int
    size: int

    @property
    def words(self) -> str:
        return f", {self.sheets}\u00a0pages, {max(1, round(self.size / 1000))}\u00a0Ko"


def publish_booklet(site: Path, address: str) -> Printed:
    """Write the PDF beside its page in the built `site`, and its size in the page. `address`: the public one, or ""."""
    page = site / PAGE / "index.html"
    content = print_booklet(site, address)
    printed = Printed(_sheets(content), len(content))
    (site / PAGE / FILE).write_bytes(content)
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace("<span data-booklet-size></span>", f"<span data-booklet-size>{printed.words}</span>"), encoding="utf-8")
    return printed


def print_booklet(site: Path, address: str) -> bytes:
    """The PDF. Raises CannotPrint when this machine cannot."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise CannotPrint("le paquet Python playwright manque. Lancez « make livret », qui l'installe.") from None
    chromium = find_chromium()
    if not chromium:
        raise CannotPrint("aucun navigateur. Installez Chromium, Chrome ou Edge, ou donnez son chemin dans la variable CHROMIUM.")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            try:
                return _print(browser.new_page(locale="fr-FR", color_scheme="light"), site, address)
            finally:
                browser.close()
    except Error as error:
        raise CannotPrint(f"le navigateur {chromium} a échoué : {error.message.splitlines()[0]}") from None


def _print(page, site: Path, address: str) -> bytes:
    base = address.rstrip("/") + "/" if address else NOWHERE
    page.route("**/*", lambda route: answer_from_disk(route, site, base))
    page.goto(base + PAGE, wait_until="networkidle")
    if not address:
        page.evaluate(_KEEP_INNER_LINKS)
    # The contents give the number of sheets, which the contents could change: print until both agree.
    sheets: dict[str, int] = {}
    for _ in range(3):
        content = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
        found = _first_sheets(content, page.eval_on_selector_all("[data-booklet-page]", "(all) => all.map((one) => one.dataset.bookletPage)"))
        if found == sheets:
            return content
        sheets = found
        page.evaluate(_NUMBER, sheets)
    raise CannotPrint("les numéros de page du sommaire ne se fixent pas.")


def answer_from_disk(route, site: Path, base: str) -> None:
    """A file of the site, from the disk; nothing else exists."""
    url = route.request.url.split("#")[0].split("?")[0]
    file = site / url.removeprefix(base)
    file = file / "index.html" if file.is_dir() else file
    if not url.startswith(base) or not file.is_file():
        route.abort()
        return
    kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    route.fulfill(body=file.read_bytes(), content_type=kind)


def _first_sheets(content: bytes, lists: list[str]) -> dict[str, int]:
    """The sheet on which each list begins, from the destinations that the contents' links lead to."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    places = {name.removeprefix("/"): place for name, place in reader.named_destinations.items()}
    return {one: reader.get_destination_page_number(places[f"livret--{one}"]) + 1 for one in lists if f"livret--{one}" in places}


def _sheets(content: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(content)).pages)
