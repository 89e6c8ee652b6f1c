"""The real site, served on this machine's loopback, in the real Chromium found here.

The server sends the policy that the pages carry, so that a page that would break on a strict host
breaks here; every page reports what the policy refused, what the console said, and any request to
another host.
"""

from __future__ import annotations

from typing import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.printing.chromium import find_chromium

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong

def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = find_chromium()
    assert path, "aucun navigateur : installez Chromium, Chrome ou Edge, ou donnez son chemin dans la variable CHROMIUM"
    return browser_type_launch_args | {
        "executable_path": path,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                 "--disable-component-update", "--disable-sync"],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args, address):
    return browser_context_args | {"base_url": address, "locale": "fr-FR", "reduced_motion": "reduce"}


class Watch:
    """What went wrong in the pages of a context."""

    def __init__(self, address: str):
        self.address = address
        self.faults: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("console", lambda message: message.type in ("error", "warning") and self.faults.append(f"console : {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"exception : {error}"))
        page.on("request", lambda request: request.url.startswith(("http:", "https:", "ws:")) and not request.url.startswith(self.address)
                and self.faults.append(f"tiers : {request.url}"))


@pytest.fixture
def watch(address) -> Watch:
    return Watch(address)


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A page that must end without a word in the console nor a request elsewhere."""
    context.on("page", watch.follow)
    opened = context.new_page()
    yield opened
    assert watch.faults == []


@pytest.fixture
def without_script(browser: Browser, browser_context_args) -> Iterator[Page]:
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context.new_page()
    context.close()
