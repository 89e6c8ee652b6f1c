"""The printed sheet, read back: every item, on A4, with its origin on every sheet, and nothing of the screen."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from datetime import date

import pytest

import zxingcpp

from macros.catalogue import sound_catalogue
from macros.printing.booklet import answer_from_disk
from macros.rendering.dates import french_date
from tests.browser.axe import violations
from tests.conftest import ROOT
from tests.exports.views import HOSTILE, items_of, kept, real_view

LISTS = sorted(sound_catalogue(ROOT).checklists)
PUBLIC = "https://exemple.test/sous-dossier/"


def letters(text: str) -> str:
    """Only letters and digits: line ends, hyphens and typographic spaces do not matter here."""
    return re.sub(r"[^0-9a-z]", "", unicodedata.normalize("NFKD", text.replace("œ", "oe")).encode("ascii", "ignore").decode().lower())


def print_to_pdf(page, path, tmp_path, **options) -> list[str]:
    """Text of each sheet of the page printed on A4."""
    page.goto(path)
    if "ci-checklist" in page.content() and options.pop("script", True):
        page.locator("ci-checklist[data-ready]").wait_for()
    return sheets_of(page, tmp_path, **options)


def sheets_of(page, tmp_path, **options) -> list[str]:
    """The same of the page as it is."""
    target = tmp_path / "feuille.pdf"
    page.pdf(path=target, prefer_css_page_size=True, **options)
    size = subprocess.run(["pdfinfo", target], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Page size:\s+59[45]\.\d+ x 84[12]", size), size
    text = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout
    return [sheet for sheet in text.split("\f") if sheet.strip()]


@pytest.mark.parametrize("checklist_id", LISTS)
def test_every_item_is_on_the_paper_with_its_origin_on_every_sheet(page, tmp_path, address, checklist_id):
    checklist = sound_catalogue(ROOT).checklists[checklist_id]
    sheets = print_to_pdf(page, f"checklists/{checklist_id}/", tmp_path)
    whole = letters(" ".join(sheets))

    assert [item.id for item in checklist.items if letters(item.text) not in whole] == []
    for number, sheet in enumerate(sheets, 1):
        seen = letters(sheet)
        assert letters(checklist.header.title) in seen, number
        assert letters(f"checklists/{checklist_id}/") in seen, number
        assert letters("23 août 2026") in seen, number
        assert letters(french_date(date.today())) in seen, number


def test_no_item_is_cut_between_two_sheets(page, tmp_path):
    checklist = sound_catalogue(ROOT).checklists["rediger-le-cahier-des-charges"]
    sheets = [letters(sheet) for sheet in print_to_pdf(page, "checklists/rediger-le-cahier-des-charges/", tmp_path)]

    for item in checklist.items:
        start = next(number for number, sheet in enumerate(sheets) if letters(item.text) in sheet)
        ending = letters(re.sub(r"\{\{.*?\}\}|\(.*?\)", " ", item.why).split(".")[-2])[-25:]
        assert ending in sheets[start], item.id


def test_nothing_of_the_screen_is_printed(page, tmp_path):
    text = " ".join(print_to_pdf(page, "checklists/avant-de-commander/", tmp_path))

    for word in ("Chercher", "Sur cette page", "Imprimer vierge", "Tout décocher", "Mentions légales", "Se faire aider"):
        assert word not in text


def test_there_is_room_for_notes_and_a_visa(page, tmp_path):
    text = print_to_pdf(page, "checklists/avant-de-commander/", tmp_path)[-1]

    for word in ("Notes", "Visa", "Nom", "Fonction", "Date", "Signature"):
        assert word in text


def test_boxes_are_blank_or_ticked_at_the_reader_s_choice(page):
    page.goto("checklists/avant-de-commander/")
    page.locator("ci-checklist[data-ready]").wait_for()
    page.evaluate("window.print = () => {}")
    ticked = page.locator(".ci-item__box").nth(1)
    page.emulate_media(media="print")
    untouched = ticked.screenshot()
    page.emulate_media(media="screen")
    ticked.check()

    def printed(choice: str) -> bytes:
        page.get_by_role("button", name=choice).click()
        page.locator("html[data-print]").wait_for(state="attached")
        page.emulate_media(media="print")
        shown = ticked.screenshot()
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        return shown

    assert printed("Imprimer remplie") != untouched
    assert printed("Imprimer vierge") == untouched
    assert ticked.is_checked()


def test_dark_screen_prints_black_on_white(page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto("checklists/avant-de-commander/")
    colours = page.evaluate("""() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).backgroundColor,
        ...['h1', '.ci-item__text', '.ci-item__why'].map((selector) => getComputedStyle(document.querySelector(selector)).color)]""")

    assert set(colours[:2]) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert set(colours[2:]) == {"rgb(0, 0, 0)"}


def test_a_folded_part_unfolds_on_paper(page, tmp_path):
    text = letters(" ".join(print_to_pdf(page, "choisir/dialogue-competitif/", tmp_path)))

    for condition in sound_catalogue(ROOT).procedures["dialogue-competitif"].conditions:
        assert letters(condition.phrase) in text


def test_the_list_prints_without_script(without_script, tmp_path):
    checklist = sound_catalogue(ROOT).checklists["capitaliser"]
    text = letters(" ".join(print_to_pdf(without_script, "checklists/capitaliser/", tmp_path, script=False)))

    assert [item.id for item in checklist.items if letters(item.text) not in text] == []


@pytest.fixture
def published(context, watch, site):
    """The site as at its public address, read from the disk: nothing is asked of the network."""
    watch.address = PUBLIC
    context.on("page", watch.follow)
    page = context.new_page()
    page.route("**/*", lambda route: answer_from_disk(route, site, PUBLIC))
    yield page
    assert watch.faults == []


def codes_of(tmp_path, sheet: int) -> list[str]:
    """What the QR codes of a printed sheet say, once read as a phone reads them."""
    subprocess.run(["pdftoppm", "-gray", "-r", "150", "-f", str(sheet), "-l", str(sheet), tmp_path / "feuille.pdf", tmp_path / "image"], check=True)
    picture = next(tmp_path.glob("image*.pgm")).read_bytes()
    size, depth, pixels = picture.split(b"\n", 3)[1:]
    width, height = map(int, size.split())
    return [code.text for code in zxingcpp.read_barcodes(memoryview(pixels[:width * height]).cast("B", shape=[height, width]))]


def answer_three_items(page) -> None:
    """One done with a note, one without object, one with who and when."""
    page.locator(".ci-item__box").nth(0).check()
    fields = page.locator(".ci-item__answer")
    fields.nth(0).locator("summary").click()
    fields.nth(0).locator("[data-field=note]").fill("Appeler la mairie annexe.\nPuis <b>la MJC</b>.")
    fields.nth(0).locator("[data-field=note]").blur()
    fields.nth(1).locator("summary").click()
    fields.nth(1).locator("[data-field=not_applicable]").check()
    fields.nth(1).locator("[data-field=justification]").fill("Déjà mesuré en 2025")
    fields.nth(1).locator("[data-field=justification]").blur()
    fields.nth(2).locator("summary").click()
    fields.nth(2).locator("[data-field=who]").fill("Camille Durand")
    fields.nth(2).locator("[data-field=when]").fill("15/01/2027")
    fields.nth(2).locator("[data-field=when]").blur()


def ask_to_print(page, name: str) -> None:
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=name).click()
    page.locator("html[data-print]").wait_for(state="attached")


WRITTEN = ("Appeler la mairie annexe.", "Puis <b>la MJC</b>.", "Sans objet\u00a0: Déjà mesuré en 2025", "Camille Durand", "15 janvier 2027", "dossier «\u00a0Mon achat\u00a0»")


def test_notes_and_justifications_are_printed_where_filled(page, tmp_path):
    page.goto("checklists/avant-de-commander/")
    page.locator("ci-checklist[data-ready]").wait_for()
    answer_three_items(page)
    ask_to_print(page, "Imprimer remplie")
    filled = letters(" ".join(sheets_of(page, tmp_path)))

    assert [words for words in WRITTEN if letters(words) not in filled] == []
    for word in ("Noter, ou dire sans objet", "Quand 15/01/2027, ou quelques mots", "Exporter cette liste"):
        assert letters(word) not in filled


def test_browser_s_own_print_command_prints_them_too(page, tmp_path):
    page.goto("checklists/avant-de-commander/")
    page.locator("ci-checklist[data-ready]").wait_for()
    answer_three_items(page)
    page.reload()
    page.locator("ci-checklist[data-ready]").wait_for()
    filled = letters(" ".join(sheets_of(page, tmp_path)))

    assert [words for words in WRITTEN if letters(words) not in filled] == []


def test_a_blank_sheet_keeps_the_answers_to_itself(page, tmp_path):
    page.goto("checklists/avant-de-commander/")
    page.locator("ci-checklist[data-ready]").wait_for()
    answer_three_items(page)
    ask_to_print(page, "Imprimer vierge")
    blank = letters(" ".join(sheets_of(page, tmp_path)))

    assert [words for words in WRITTEN if letters(words) in blank] == []
    assert letters("examinés") not in blank


def test_items_hidden_by_a_filter_are_printed(page, tmp_path):
    page.goto("checklists/avant-de-commander/")
    page.locator("ci-checklist[data-ready]").wait_for()
    page.locator(".ci-item__box").nth(0).check()
    page.locator("[data-filter][value=done]").check()
    text = letters(" ".join(sheets_of(page, tmp_path)))

    assert [item.id for item in sound_catalogue(ROOT).checklists["avant-de-commander"].items if letters(item.text) not in text] == []


def test_qr_code_on_paper_is_the_address_of_the_list(published, tmp_path):
    published.goto(f"{PUBLIC}checklists/avant-de-commander/#suite-portee")
    published.locator("ci-checklist[data-ready]").wait_for()
    ask_to_print(published, "Imprimer vierge")
    sheets_of(published, tmp_path)

    assert codes_of(tmp_path, 1) == [f"{PUBLIC}checklists/avant-de-commander/"]
    assert published.locator(".ci-qr").is_hidden()


def test_no_qr_code_for_an_address_that_nobody_else_could_open(page, tmp_path):
    page.goto("checklists/avant-de-commander/")
    page.locator("ci-checklist[data-ready]").wait_for()
    ask_to_print(page, "Imprimer vierge")
    sheets_of(page, tmp_path)

    assert codes_of(tmp_path, 1) == [] and page.locator(".ci-qr").count() == 0


def some_answers() -> dict:
    view = real_view()
    for rank, item in enumerate(items_of(view)):
        if rank % 3 == 1:
            item |= {"state": "done", "stateLabel": "Fait", "note": f"Note numéro {rank}.", "who": "Camille Durand", "when": "2026-12-01"}
        if rank % 3 == 2:
            item |= {"state": "not_applicable", "stateLabel": "Sans objet", "justification": f"Motif numéro {rank}."}
    return view


def open_paper(page, view, path="dossiers/") -> None:
    page.goto(path)
    page.evaluate("() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; }")
    page.evaluate("""async (view) => {
        const opener = Object.assign(document.createElement("button"), { id: "ouvreur", textContent: "Imprimer" });
        document.querySelector("main article").append(opener);
        const { openPaper } = await import(new URL("../assets/javascripts/paper.mjs", location.href));
        openPaper(view, { opener });
    }""", view)


def test_whole_dossier_is_printed_with_its_contents_its_notes_and_a_visa(page, tmp_path):
    view = some_answers()
    open_paper(page, view)
    sheets = sheets_of(page, tmp_path)
    head, whole = letters(sheets[0]), letters(" ".join(sheets))

    for expected in ("Toutes les listes", "Accueil de la médiathèque", "Sommaire", "8 éléments examinés sur 13", "Visa", "Signature", *(one["title"] for one in view["lists"])):
        assert letters(expected) in head, expected
    for rank, item in enumerate(items_of(view)):
        assert letters(item["text"]) in whole, item["id"]
        assert letters(item["note"]) in whole and letters(item["justification"]) in whole
    rank = -1
    for number, sheet in enumerate(sheets[1:], 2):
        seen = letters(sheet)
        if rank + 1 < len(view["lists"]) and letters(view["lists"][rank + 1]["address"]) in seen:
            rank += 1
        one = view["lists"][rank]
        for origin in (f"{rank + 1}. {one['title']}", one["revision"], one["address"], "23 août 2026", "23 novembre 2026", "Accueil de la médiathèque"):
            assert letters(origin) in seen, (number, origin)
    assert rank == len(view["lists"]) - 1
    assert letters("Chercher") not in head and letters("Revenir") not in whole
    assert codes_of(tmp_path, 2) == [view["lists"][0]["address"]]


def test_a_chosen_set_is_printed_alone_and_blank_when_asked(page, tmp_path):
    view = some_answers() | {"blank": True, "dossier": None}
    view["lists"] = view["lists"][2:4]
    open_paper(page, view)
    text = letters(" ".join(sheets_of(page, tmp_path)))

    assert letters(f"2. {view['lists'][1]['title']}") in text and letters(real_view()["lists"][0]["title"]) not in text
    for answered in ("Note numéro", "Motif numéro", "examinés", "Sans objet", "Accueil de la médiathèque"):
        assert letters(answered) not in text


def test_hostile_notes_are_printed_as_text(page, tmp_path):
    view = real_view(dossier={"name": "<img src=x onerror=alert(1)>" + "x" * 60}, title="y" * 80)
    view["lists"] = view["lists"][:5]
    for item, text in zip(items_of(view), HOSTILE):
        item |= {"state": "done", "stateLabel": "Fait", "note": text, "justification": "", "who": text[:60], "changed": text[:300]}
        item["text"] += "x" * 90
    page.set_viewport_size({"width": 320, "height": 800})
    open_paper(page, view)

    assert page.locator(".ci-paper img, .ci-paper script, .ci-paper b, .ci-paper a[href^=javascript]").count() == 0
    shown = page.locator(".ci-paper__list").evaluate_all("(lists) => lists.map((list) => list.textContent).join()")
    assert [text[:40] for text in HOSTILE if letters(kept(text)) not in letters(shown)] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert len(sheets_of(page, tmp_path)) > 5


def test_sheets_leave_once_printed_and_the_focus_comes_back(page):
    open_paper(page, some_answers())
    assert page.evaluate("window.printed") == 1
    assert page.evaluate("document.activeElement.id") == "ci-paper"
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert page.locator(".ci-paper").count() == 0 and page.locator("h1").first.is_visible()
    assert page.evaluate("document.activeElement.id") == "ouvreur"


def test_on_a_phone_the_sheets_stay_until_the_reader_leaves_them(browser, browser_context_args):
    """A phone says « afterprint » before it has drawn the sheets."""
    context = browser.new_context(**browser_context_args | {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True})
    page = context.new_page()
    open_paper(page, some_answers())
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert page.locator(".ci-paper").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    sizes = page.locator(".ci-paper__bar button").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().height)")
    assert min(sizes) >= 44
    page.get_by_role("button", name="Imprimer", exact=True).click()
    assert page.evaluate("window.printed") == 2
    page.get_by_role("button", name="Revenir").click()
    assert page.locator(".ci-paper").count() == 0
    context.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_no_violation_in_the_sheets(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    open_paper(page, some_answers())
    assert violations(page) == []


def test_sheets_are_left_with_the_keyboard(page):
    open_paper(page, some_answers())
    page.keyboard.press("Escape")

    assert page.locator(".ci-paper").count() == 0
    assert page.evaluate("document.activeElement.id") == "ouvreur"


def test_answers_to_withdrawn_items_are_printed(page, tmp_path):
    page.goto("checklists/avant-de-commander/")
    page.locator("ci-checklist[data-ready]").wait_for()
    page.locator(".ci-item__box").nth(1).check()
    page.locator(".ci-item__answer summary").nth(1).click()
    page.locator("[data-field=note]").fill("Vu avec la direction")
    page.locator("[data-field=note]").blur()
    page.wait_for_timeout(500)
    page.evaluate("""() => {
        const key = Object.keys(localStorage).find((name) => (localStorage.getItem(name) ?? "").includes("Vu avec la direction"));
        localStorage.setItem(key, localStorage.getItem(key).replaceAll("effet-attendu", "element-retire"));
    }""")
    page.reload()
    page.locator("ci-checklist[data-ready]").wait_for()
    item = sound_catalogue(ROOT).checklists["avant-de-commander"].items[1]
    text = letters(" ".join(sheets_of(page, tmp_path)))

    assert letters("Éléments retirés de la liste depuis") in text
    assert text.count(letters(item.text)) == 2 and letters("Vu avec la direction") in text


def test_chosen_lists_are_printed_from_the_page_of_the_dossiers(page, tmp_path):
    page.goto("checklists/avant-de-commander/")
    page.locator("ci-checklist[data-ready]").wait_for()
    answer_three_items(page)
    page.goto("dossiers/")
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    chosen = page.locator("[data-choose]")
    for rank in range(2, chosen.count()):
        chosen.nth(rank).uncheck()
    page.locator("[data-action=print]").click()
    page.locator(".ci-paper").wait_for()
    text = letters(" ".join(sheets_of(page, tmp_path)))

    assert page.evaluate("window.printed")
    assert [words for words in WRITTEN[:-1] if letters(words) not in text] == []
    lists = sound_catalogue(ROOT).checklists
    assert letters(lists["choisir-un-outil"].items[0].text) in text and letters(lists["capitaliser"].items[0].text) not in text
    for word in ("Tout effacer", "Renommer", "Enregistrer, partager", "Les feuilles, telles"):
        assert letters(word) not in text


def test_page_of_the_dossiers_printed_from_the_browser_s_menu_leaves_its_tools_out(page, tmp_path):
    page.goto("checklists/avant-de-commander/")
    page.locator("ci-checklist[data-ready]").wait_for()
    answer_three_items(page)
    page.goto("dossiers/")
    page.locator("[data-count]").get_by_text("2").wait_for()
    text = letters(" ".join(sheets_of(page, tmp_path)))

    assert [words for words in WRITTEN[:-1] if letters(words) not in text] == []
    for word in ("Tout effacer", "Renommer", "Enregistrer, partager", "Traitement de texte"):
        assert letters(word) not in text
