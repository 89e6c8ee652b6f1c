import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering import checklists
from macros.rendering.checklists import checklist, checklist_index, checklist_item, item_anchor

PATH = "docs/_donnees/checklists/avant.md"


@pytest.fixture
def given(monkeypatch):
    """What the macros give to the templates, in place of what the templates make of it."""
    def keep(name, **values):
        values["template"] = name
        return values

    monkeypatch.setattr(checklists, "render_block", keep)


@pytest.mark.parametrize("path, anchor", [
    ("checklists/avant.md", "usagers"), ("index.md", "avant--usagers"), ("checklists/apres.md", "avant--usagers"), ("checklists/index.md", "avant--usagers"),
])
def test_item_keeps_its_id_on_the_page_of_its_list_and_is_prefixed_elsewhere(path, anchor):
    assert item_anchor("avant", "usagers", path) == anchor


@pytest.mark.parametrize("path, canonical, anchors", [
    ("checklists/avant.md", True, ["le-probleme", "probleme", "usagers"]), ("index.md", False, ["avant--le-probleme", "avant--probleme", "avant--usagers"]),
])
def test_anchors_follow_the_page_that_shows_the_list(catalogue, given, path, canonical, anchors):
    values = checklist(context_for(catalogue, path), "avant")
    assert values["canonical"] is canonical
    (section,) = values["checklist"].sections
    assert [section.anchor, *(item.anchor for item in section.items)] == anchors


def test_ids_of_items_never_depend_on_the_page(catalogue, given):
    """They are the keys of the readers' ticks."""
    pages = [checklist(context_for(catalogue, page), "avant")["checklist"] for page in ("checklists/avant.md", "index.md")]
    assert [[item.id for item in shown.sections[0].items] for shown in pages] == [["probleme", "usagers"]] * 2


def test_list_says_what_it_is_for_whom_and_how_old(home_context, given):
    values = checklist(home_context, "avant")
    shown = values["checklist"]
    assert (shown.id, shown.title, shown.duration, shown.total) == ("avant", "Avant de commander", "20 min", 2)
    assert shown.audiences == ["prescripteur", "acheteur"]
    assert (shown.checked_on, values["law_date"]) == ("23 novembre 2026", "23 août 2026")
    assert shown.revision == home_context.catalogue.checklists["avant"].revision


def test_reasons_and_sources_are_html_with_links_from_the_page(catalogue, given):
    item = checklist(context_for(catalogue, "checklists/avant.md"), "avant")["checklist"].sections[0].items[0]
    assert 'href="../../guides/repere/"' in item.why
    assert 'href="../../guides/#livre"' in item.sources


def test_text_of_an_item_has_a_plain_form_for_attributes(load_with, edited, given):
    catalogue, problems = load_with(edited(PATH, "Nous connaissons les usagers.", "Nous *connaissons* les **usagers**."))
    assert problems == []
    item = checklist(context_for(catalogue, "index.md"), "avant")["checklist"].sections[0].items[1]
    assert item.text == "Nous <em>connaissons</em> les <strong>usagers</strong>."
    assert item.plain == "Nous connaissons les usagers."


@pytest.mark.parametrize("written, shown", [("À ouvrir *à plusieurs*.", "À ouvrir <em>à plusieurs</em>."), ("", "")])
def test_introduction_is_html_or_nothing(load_with, edited, given, written, shown):
    catalogue, _ = load_with(edited(PATH, "À ouvrir à plusieurs.", written))
    assert checklist(context_for(catalogue, "index.md"), "avant")["checklist"].intro == shown


@pytest.fixture
def three_lists(load_with, sound):
    """« zero » comes out first, « avant » next, « bilan » last."""
    def other(title, stage, following=""):
        return sound[PATH].replace("Avant de commander", title).replace("etape: decider", f"etape: {stage}{following}")

    page = sound["docs/checklists/avant.md"]
    catalogue, problems = load_with({
        "docs/_donnees/checklists/bilan.md": other("Bilan", "capitaliser"), "docs/checklists/bilan.md": page,
        "docs/_donnees/checklists/zero.md": other("Zéro", "decider", "\nsuivante: avant"), "docs/checklists/zero.md": page,
        PATH: sound[PATH].replace("etape: decider", "etape: ecrire"),
    })
    assert problems == []
    return catalogue


def test_next_list_is_linked_by_its_title(three_lists, given):
    following = checklist(context_for(three_lists, "checklists/zero.md"), "zero")["checklist"].next
    assert (following.title, following.href) == ("Avant de commander", "../avant/")


def test_last_list_has_no_next(three_lists, given):
    assert checklist(context_for(three_lists, "checklists/bilan.md"), "bilan")["checklist"].next is None


def test_index_follows_the_stages_of_a_purchase(three_lists, given):
    listed = checklist_index(context_for(three_lists, "checklists/index.md"))["checklists"]
    assert [(one.id, one.href) for one in listed] == [("zero", "zero/"), ("avant", "avant/"), ("bilan", "bilan/")]


@pytest.mark.parametrize("path, address", [("index.md", "checklists/avant/#probleme"), ("checklists/avant.md", "#probleme"), ("guides/index.md", "../checklists/avant/#probleme")])
def test_item_in_a_sentence_links_to_its_place_in_the_list(catalogue, path, address):
    html = BeautifulSoup(checklist_item(context_for(catalogue, path), "avant", "probleme"), "html.parser")
    assert (html.a["href"], html.a.text) == (address, "Nous disons le problème en une phrase")
    assert "Avant de commander" in html.small.text


def test_item_in_a_sentence_is_told_in_plain_words(load_with, edited):
    catalogue, problems = load_with(edited(PATH, "Nous connaissons les usagers.", "Nous *connaissons* les **usagers** de R&D."))
    assert problems == []
    link = BeautifulSoup(checklist_item(context_for(catalogue, "index.md"), "avant", "usagers"), "html.parser").a
    assert link.text == "Nous connaissons les usagers de R&D" and link.find(True) is None


# With the real templates: what must be true without script


def test_list_is_made_of_real_boxes_with_labels(home_context):
    html = BeautifulSoup(checklist(home_context, "avant"), "html.parser")
    boxes = html.select("input[type=checkbox][data-item]")
    assert [box["data-item"] for box in boxes] == ["probleme", "usagers"]
    assert all(html.select_one(f"label[for='{box['id']}']").text.strip() for box in boxes)


@pytest.mark.parametrize("path", ["checklists/avant.md", "index.md"])
def test_every_id_of_a_list_is_unique_and_every_anchor_leads_to_one(catalogue, path):
    """Headings are Markdown: their ids are written { #id }."""
    source = checklist(context_for(catalogue, path), "avant")
    html = BeautifulSoup(source, "html.parser")
    ids = [tag["id"] for tag in html.select("[id]")] + [line.rpartition("{ #")[2].removesuffix(" }") for line in source.splitlines() if line.startswith("## ")]
    assert len(ids) == len(set(ids))
    assert {tag["href"].removeprefix("#") for tag in html.select("a[href^='#']")} <= set(ids)


def test_two_lists_on_a_page_share_no_id(three_lists):
    context = context_for(three_lists, "index.md")
    ids = [tag["id"] for name in ("zero", "avant") for tag in BeautifulSoup(checklist(context, name), "html.parser").select("[id]")]
    assert ids and len(ids) == len(set(ids))


def test_index_shows_every_list_with_a_link(three_lists):
    html = BeautifulSoup(checklist_index(context_for(three_lists, "checklists/index.md")), "html.parser")
    assert [tag["href"] for tag in html.select("a")] == ["zero/", "avant/", "bilan/"]


def test_list_tells_the_script_its_former_ids(home_context, given):
    assert checklist(home_context, "avant")["checklist"].aliases == "vieux-nom:probleme"


@pytest.mark.parametrize("path, href", [("index.md", "dossiers/"), ("checklists/avant.md", "../../dossiers/")])
def test_list_leads_to_the_dossiers(catalogue, given, path, href):
    assert checklist(context_for(catalogue, path), "avant")["case_files_href"] == href


def test_dossiers_show_every_list_in_full_by_stage(three_lists):
    html = BeautifulSoup(checklists.case_files(context_for(three_lists, "dossiers.md")), "html.parser")
    assert [folder["data-list"] for folder in html.select(".ci-folder")] == ["zero", "avant", "bilan"]
    assert len(html.select(".ci-folder [data-item] .ci-item__text")) == 6
    assert html.select_one(".ci-folder [data-item] a")["href"] == "../checklists/zero/#probleme"
    assert [row["data-left-audience"] for row in html.select("[data-left-audience]")] == ["prescripteur", "acheteur"]
    ids = [tag["id"] for tag in html.select("[id]")]
    assert len(ids) == len(set(ids))


def test_dossiers_say_where_their_schema_is(catalogue):
    html = BeautifulSoup(checklists.case_files(context_for(catalogue, "dossiers.md")), "html.parser")
    assert html.select_one("ci-case-files")["data-schema"] == "../schemas/dossier.json"
