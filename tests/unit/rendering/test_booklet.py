import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.catalogue import sound_catalogue
from macros.models.checklist import Stage
from macros.rendering.booklet import BOOKLET_PAGE, booklet
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def shown():
    return BeautifulSoup(booklet(context_for(sound_catalogue(ROOT), BOOKLET_PAGE)), "html.parser")


def test_lists_follow_the_life_of_a_purchase(shown):
    order = list(Stage)
    lists = sound_catalogue(ROOT).checklists
    ids = [heading["id"].removeprefix("livret--") for heading in shown.select(".ci-paper__list > h2")]

    assert sorted(ids) == sorted(lists)
    stages = [order.index(lists[one].header.stage) for one in ids]
    assert stages == sorted(stages)


def test_contents_lead_to_each_list(shown):
    targets = [link["href"] for link in shown.select(".ci-paper__contents a")]
    assert targets == [f"#{heading['id']}" for heading in shown.select(".ci-paper__list > h2")]


def test_every_item_is_there_once_with_an_anchor_of_its_own(shown):
    anchors = [item["id"] for item in shown.select(".ci-item")]
    expected = [f"{one.id}--{item.id}" for one in sound_catalogue(ROOT).checklists.values() for item in one.items]

    assert sorted(anchors) == sorted(expected)


def test_each_list_bears_its_version_and_the_day_of_the_law(shown):
    for one in sound_catalogue(ROOT).checklists.values():
        facts = shown.find(id=f"livret--{one.id}").find_parent(class_="ci-paper__list").select_one(".ci-print-head__facts").get_text()
        assert one.revision in facts and "23 août 2026" in facts.replace("\u00a0", " ")


def test_nothing_is_to_be_ticked_nor_clicked_on_paper(shown):
    assert shown.find_all(["input", "textarea"]) == []
