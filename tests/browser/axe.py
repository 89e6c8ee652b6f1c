"""The accessibility rules that a machine can check, run in a page by axe-core.

The library that ships axe-core asks for everything it looked at: on a long page, naming the thousands of elements that are right takes more
time than judging them all, and each name then crosses to Python. The rules run are the same; only what is wrong is named and told.
"""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_RUN = """async (tags) => {
    const { violations, passes } = await axe.run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return { looked: passes.length, wrong: violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ target }) => target.join(" "))]) };
}"""


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """(rule, where: three places at most) of each rule broken by `page` as it stands."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(_RUN, TAGS)
    assert found["looked"] > 5, "axe n'a presque rien regardé"
    return [(rule, places) for rule, places in found["wrong"]]
