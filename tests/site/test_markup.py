"""The built HTML: ids, labels, links and anchors (those of raw HTML too), leaks, and what it loads."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from macros.catalogue import sound_catalogue
from macros.kinds import KINDS
from tests.conftest import ROOT

LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src", "embed": "src", "object": "data"}
BASE = "https://ici.test/"


def test_ids_are_unique_in_each_page(pages):
    twice = {page.path: names for page in pages
             if (names := [name for name, count in Counter(tag["id"] for tag in page.soup.find_all(id=True)).items() if count > 1])}
    assert twice == {}


def test_each_page_has_one_title_a_language_and_ordered_headings(pages):
    for page in pages:
        levels = [int(heading.name[1]) for heading in page.soup.find("main").find_all(re.compile(r"^h[1-6]$"))]
        assert page.soup.html["lang"] == "fr", page.path
        assert levels[:1] == [1] and levels.count(1) == 1, (page.path, levels)
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:])), (page.path, levels)
        assert page.soup.title.get_text(strip=True), page.path


def test_each_field_has_a_name(pages):
    nameless = []
    for page in pages:
        labelled = {label.get("for") for label in page.soup.find_all("label")}
        nameless += [(page.path, str(field)) for field in page.soup.find_all(["input", "textarea", "select"])
                     if field.get("type") != "hidden" and field.get("id") not in labelled
                     and not field.get("aria-label") and not field.get("aria-labelledby") and not field.find_parent("label")]
    assert nameless == []


def test_each_link_and_anchor_leads_somewhere(site: Path, pages):
    anchors = {page.path: {tag["id"] for tag in page.soup.find_all(id=True)} for page in pages}
    dead = []
    for page in pages:
        for tag in page.soup.find_all(href=True):
            target = urlsplit(urljoin(BASE + page.path.removesuffix("index.html"), tag["href"]))
            if target.scheme not in ("http", "https") or target.netloc != urlsplit(BASE).netloc:
                continue
            file = unquote(target.path).lstrip("/")
            file = f"{file}index.html" if file.endswith("/") or not file else file
            if not (site / file).is_file():
                dead.append((page.path, tag["href"]))
            elif target.fragment and file in anchors and unquote(target.fragment) not in anchors[file]:
                dead.append((page.path, tag["href"]))
    assert dead == []


def test_no_template_syntax_leaks(pages):
    leaks = [(page.path, found[0]) for page in pages if page.path != "contribuer/macros/index.html" and page.path != "contribuer/index.html"
             for text in [page.soup.find("main").get_text()] if (found := re.search(r"\{\{|\}\}|\{%|\{ ?#[a-z]|\bundefined\b|Macro Rendering", text))]
    assert leaks == []


def test_documentation_leaks_braces_only_in_code(pages):
    for page in pages:
        if page.path.startswith("contribuer/"):
            for code in page.soup.find("main").find_all(["code", "pre"]):
                code.decompose()
            assert not re.search(r"\{\{|\{%", page.soup.find("main").get_text()), page.path


def test_nothing_is_loaded_from_another_host(pages):
    outside = []
    for page in pages:
        for name, attribute in LOADING.items():
            outside += [(page.path, tag[attribute]) for tag in page.soup.find_all(name) if urlsplit(tag.get(attribute, "")).netloc]
        outside += [(page.path, link["href"]) for link in page.soup.find_all("link") if urlsplit(link["href"]).netloc and "canonical" not in link.get("rel", [])]
    assert outside == []


def test_stylesheets_and_scripts_of_ours_name_no_other_host(site):
    files = [path for path in (site / "assets").rglob("*") if path.suffix in (".css", ".mjs", ".js") and (ROOT / "overrides" / path.relative_to(site)).exists()]
    assert files
    named = {path.name: found for path in files if (found := re.findall(r"(?:url\(|import\(|fetch\(|from )\s*['\"]?https?://[^'\")\s]+", path.read_text(encoding="utf-8")))}
    assert named == {}


def test_content_security_policy_needs_no_exception(pages):
    for page in pages:
        policy = page.soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert policy, page.path
        assert "unsafe" not in policy["content"] and "default-src 'none'" in policy["content"], page.path
        hashes = set(re.findall(r"'sha256-[^']+'", policy["content"]))
        inline = [script for script in page.soup.find_all("script") if not script.get("src") and script.get("type") != "application/json"]
        assert inline == [] and hashes == set(), page.path


def test_no_inline_style_or_handler(pages):
    guilty = [(page.path, tag.name, name) for page in pages for tag in page.soup.find_all(True)
              for name in tag.attrs if name == "style" or re.fullmatch(r"on[a-z]+", name)]
    styles = [page.path for page in pages if page.soup.find("style")]
    assert guilty == [] and styles == []


def test_each_item_of_each_list_is_on_its_page_with_its_reason_and_its_link(site, pages):
    soups = {page.path: page.soup for page in pages}
    for checklist in sound_catalogue(ROOT).checklists.values():
        soup = soups[f"checklists/{checklist.id}/index.html"]
        for item in checklist.items:
            element = soup.find(id=item.id)
            assert element, item.id
            box = element.find("input", type="checkbox")
            label = element.find("label", attrs={"for": box["id"]})
            assert label and label.get_text(strip=True), item.id
            assert "checked" not in box.attrs and "disabled" not in box.attrs
            assert element.find("a", href=f"#{item.id}"), item.id
            assert len(element.get_text()) > len(item.text) + 60, item.id


def test_each_citation_of_a_guide_reaches_its_description(pages):
    soups = {page.path: page.soup for page in pages}
    index = soups["guides/index.html"]
    for guide in sound_catalogue(ROOT).guides.values():
        assert index.find(id=guide.id), guide.id


def test_landmark_pages_list_who_cites_them(pages):
    soups = {page.path: page.soup for page in pages}
    for name in ("27e-region-acheteurs-design", "bercy-achat-innovant-2024"):
        citing = {(one.page, one.anchor) for one in sound_catalogue(ROOT).citations_of(name)} - {("guides/index.md", ""), (f"guides/{name}.md", "")}
        listed = soups[f"guides/{name}/index.html"].select(".ci-citing li")
        assert len(listed) == len(citing) > 3


def test_without_address_there_is_no_edit_link_nor_canonical(pages):
    assert all(not page.soup.find("link", rel="canonical") and not page.soup.find("a", rel="edit") for page in pages)


def test_unpublished_folders_stay_unpublished(site):
    published = [path for path in site.rglob("*") if {"_donnees", "_modeles", "components", "partials"} & set(path.parts) or path.suffix in (".py", ".pyc", ".md")]
    assert published == []


def test_schemas_are_published(site):
    assert {path.stem for path in (site / "schemas").glob("*.json")} == {"page", "dossier", *(kind.name for kind in KINDS.values())}


def test_first_view_asks_for_little(pages):
    """A budget in files, not in seconds: what a page names before any tool is opened."""
    for page in pages:
        assert len(page.soup.find_all("script", src=True)) <= 3, page.path
        assert len([link for link in page.soup.find_all("link") if "stylesheet" in link.get("rel", [])]) <= 7, page.path


def imported(script: Path) -> set[Path]:
    """`script` and the modules it imports at once, directly or not."""
    found, waiting = set(), [script]
    while waiting:
        path = waiting.pop()
        found.add(path)
        names = re.findall(r'^(?:import|export)[^;]*?from "(\./[^"]+)"', path.read_text(encoding="utf-8"), re.M)
        waiting += [target for name in names if (target := (path.parent / name).resolve()) not in found]
    return found


def test_modules_named_in_the_head_are_those_that_the_page_imports(site, pages):
    """One forgotten costs a round trip; one too many is downloaded for nothing."""
    scripts = site.resolve() / "assets/javascripts"
    soups = {page.path: page.soup for page in pages}
    for path, entry in (("checklists/avant-de-commander/index.html", "checklist.mjs"), ("dossiers/index.html", "case-files-page.mjs")):
        named = [link["href"] for link in soups[path].find_all("link", rel="modulepreload")]
        assert sorted(name.rpartition("/")[2] for name in named) == sorted(one.name for one in imported(scripts / entry)), path
    assert not soups["index.html"].find("link", rel="modulepreload")


def test_heavy_writers_wait_for_a_click(site):
    scripts = site.resolve() / "assets/javascripts"
    first = imported(scripts / "site.mjs") | imported(scripts / "checklist.mjs") | imported(scripts / "case-files-page.mjs")
    assert not [path.name for path in first if "vendor" in path.parts or path.name.startswith("export-")]


def test_the_search_finds_an_item_on_its_list_and_not_on_the_desk_again(site):
    import json

    entries = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert sorted(one["location"] for one in entries if one["location"].startswith("dossiers/")) == sorted(
        ["dossiers/", *(f"dossiers/#{anchor}" for anchor in ("ouvert", "listes", "exporter", "partager", "tous", "a-savoir"))])
