"""The Relecteur in a reader's hands: a text pasted or opened, remarks that lead to their passages and back, dismissed, kept if asked, handed over."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.axe import violations

PATH = "ecrire/relecteur/"
CLOSED = ("Le marché a pour objet la conception et la fourniture d'une application mobile.\n\nLe titulaire animera six ateliers de design thinking, puis quatre ateliers de restitution. "
          "Le titulaire cède à la collectivité l'ensemble de ses droits, à titre exclusif.")
LETTER = "Bonjour, pouvez-vous me rappeler demain ?"


def opened(page, path: str = PATH):
    page.goto(path)
    page.locator("ci-relecteur[data-ready]").wait_for()
    return page


def reread(page, text: str = CLOSED):
    page.locator("#ci-reader-text").fill(text)
    page.locator(".ci-reader__submit").click()
    expect(page.locator("[data-result]")).to_be_visible()
    return page


def remarks(page):
    return page.locator("[data-list=remarks] > .ci-remark")


def exported(page, action: str) -> Path:
    with page.expect_download() as waiting:
        page.locator(f"[data-action={action}]").click()
    target = Path(waiting.value.path())
    return target.rename(target.with_name(waiting.value.suggested_filename))


def stored(page) -> str:
    return page.evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})")


def test_a_pasted_text_comes_back_with_remarks_reasons_and_sources(page):
    reread(opened(page))
    expect(page.locator("[data-title]")).to_be_focused()
    first = remarks(page).first
    expect(first.locator(".ci-remark__title")).to_contain_text("1")
    expect(first.locator(".ci-remark__severity")).not_to_be_empty()
    expect(first.locator(".ci-remark__reason")).not_to_be_empty()
    expect(first.locator(".ci-remark__rewording")).to_contain_text("À la place")
    expect(first.locator(".ci-remark__links a").first).to_be_visible()
    expect(page.locator("[data-list=missing] > .ci-remark").first).to_contain_text("À ajouter")
    expect(page.locator(".ci-reader__warning")).to_contain_text("avis juridique")
    assert page.locator("[data-marked]").inner_text().count("d'une application") == 1
    # A passage that another crosses is cut in several marks; its number is told once.
    assert page.locator("mark.ci-mark").count() >= page.locator(".ci-mark__ref").count() >= 3


def test_each_link_leads_somewhere_in_the_site(page):
    """The words of the rules are copied elsewhere in the page: their links must still be right."""
    reread(opened(page))
    broken = page.evaluate("""async () => {
      const wrong = [];
      for (const link of document.querySelectorAll(".ci-remark a[href]")) {
        if (link.origin !== location.origin) continue;
        if (link.pathname === location.pathname) { if (!document.querySelector(link.hash)) wrong.push(link.href); continue; }
        const answer = await fetch(link.href);
        if (!answer.ok || (link.hash && !(await answer.text()).includes(`id="${link.hash.slice(1)}"`))) wrong.push(link.href);
      }
      return wrong;
    }""")
    assert broken == []
    assert page.evaluate("[...document.querySelectorAll('[id]')].map(({id}) => id).filter((id, rank, all) => all.indexOf(id) !== rank)") == []


def test_a_link_within_the_page_of_the_rules_leads_back_to_it_and_a_marked_tag_stays_text(page):
    rule = ('<div data-rereading-rules><article id="a" data-rule="a" data-kind="passage" data-severity="forte" data-patterns=\'["titulaire.{0,40}fin"]\'><h4 data-rule-title>Une règle</h4>'
            '<p data-rule-reason>Voir <a id="double" href="#b">la voisine</a>.</p></article></div>')
    page.route("**/regles-du-relecteur/", lambda route: route.fulfill(body=rule, content_type="text/html; charset=utf-8"))
    reread(opened(page), "Le titulaire <img src=x> fin")
    expect(page.locator("mark.ci-mark")).to_contain_text("titulaire <img src=x> fin")
    assert page.locator("[data-marked] img").count() == 0
    link = page.locator(".ci-remark__reason a")
    assert link.evaluate("one => one.pathname + one.hash") == "/ecrire/regles-du-relecteur/#b" and not link.get_attribute("id")


def test_a_remark_leads_to_its_passage_and_back_from_the_keyboard(page):
    reread(opened(page))
    card = remarks(page).first
    card.locator(".ci-remark__see").first.focus()
    page.keyboard.press("Enter")
    mark = page.locator(".ci-mark__ref:focus")
    expect(mark).to_have_count(1)
    page.keyboard.press("Enter")
    expect(card).to_be_focused()


def test_next_and_previous_go_round_the_passages(page):
    reread(opened(page))
    marks = page.locator(".ci-mark__ref")
    page.locator("[data-action=next]").click()
    expect(marks.first).to_be_focused()
    page.keyboard.press("n")
    expect(marks.nth(1)).to_be_focused()
    page.keyboard.press("p")
    page.keyboard.press("p")
    expect(marks.last).to_be_focused()
    page.locator("#ci-reader-text").focus()
    page.keyboard.press("n")
    expect(page.locator("#ci-reader-text")).to_be_focused()


def test_a_mark_is_told_without_colour(page):
    reread(opened(page))
    mark = page.locator(".ci-mark__ref").first
    assert re.fullmatch(r"\d+ \S.*", mark.evaluate("one => one.lastChild.textContent"))
    assert "Remarque" in mark.evaluate("one => one.textContent")
    assert "underline" in page.locator("mark.ci-mark").first.evaluate("one => getComputedStyle(one).textDecorationLine")


def test_a_dismissed_remark_leaves_the_text_too_and_comes_back(page):
    reread(opened(page))
    before, marked = remarks(page).count(), page.locator(".ci-mark__ref").count()
    name = remarks(page).first.locator(".ci-remark__title").inner_text()
    remarks(page).first.locator(".ci-remark__actions button").click()
    expect(remarks(page)).to_have_count(before - 1)
    expect(page.locator("[data-done]")).to_contain_text("Écarté. Il reste")
    expect(page.locator(".ci-remark").first).to_be_focused()
    assert page.locator(".ci-mark__ref").count() < marked
    page.locator("[data-aside] summary").click()
    expect(page.locator("[data-aside] summary")).to_contain_text("1")
    page.locator("[data-aside] button").click()
    expect(remarks(page)).to_have_count(before)
    expect(remarks(page).filter(has_text=name.split("\n")[0].strip("1 ")[:12])).to_have_count(1)
    expect(page.locator("[data-aside]")).to_be_hidden()


def test_nothing_is_kept_unless_asked_then_without_the_text_unless_asked(page):
    reread(opened(page))
    remarks(page).first.locator(".ci-remark__actions button").click()
    assert "relecteur" not in stored(page) and "design thinking" not in stored(page)
    page.locator("[data-action=keep]").click()
    expect(page.locator("[data-kept]")).to_contain_text("sans le texte")
    assert "relecteur" in stored(page) and "design thinking" not in stored(page)
    left = remarks(page).count()

    opened(page)
    page.reload()
    page.locator("ci-relecteur[data-ready]").wait_for()
    page.locator("#ci-reader-text").fill("")
    reread(page)
    expect(remarks(page)).to_have_count(left)
    page.locator("[data-with-text]").check()
    page.locator("[data-action=keep]").click()
    expect(page.locator("[data-kept]")).to_contain_text("avec le texte")
    assert "design thinking" in stored(page)

    page.goto("ecrire/")
    opened(page)
    expect(page.locator("#ci-reader-text")).to_have_value(re.compile("design thinking"))
    page.locator(".ci-reader__submit").click()
    page.locator("[data-action=forget]").click()
    expect(page.locator("[data-kept]")).to_contain_text("Plus rien")
    assert "relecteur" not in stored(page) and "design thinking" not in stored(page)


def test_a_refused_storage_is_said(page):
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'SecurityError'); }")
    reread(opened(page))
    page.locator("[data-action=keep]").click()
    expect(page.locator("[data-kept]")).to_contain_text("refuse de garder")


def test_the_example_of_the_page_and_the_way_back_to_ones_own_text(page):
    opened(page).locator("#ci-reader-text").fill("Mon texte à moi.")
    page.locator("[data-action=example]").click()
    expect(page.locator("#ci-reader-text")).to_have_value(re.compile("application mobile"))
    assert remarks(page).count() >= 5
    page.locator("[data-action=back]").click()
    expect(page.locator("#ci-reader-text")).to_have_value("Mon texte à moi.")
    expect(page.locator("[data-said]")).to_contain_text("relisez-le de nouveau")


def word(text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
        archive.writestr("word/document.xml", f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
    return made.getvalue()


def test_a_file_is_opened_and_reread_at_once(page):
    opened(page).locator("[data-file]").set_input_files({"name": "Hall d'accueil.docx", "mimeType": "application/octet-stream", "buffer": word(CLOSED)})
    expect(page.locator("[data-opened]")).to_contain_text("est ouvert")
    expect(page.locator("[data-marked]")).to_contain_text("d'une application")
    assert exported(page, "md").name.startswith("mon-achat-relecture-hall-d-accueil-20")


def test_a_file_that_cannot_be_read_leaves_the_text_alone(page):
    opened(page).locator("#ci-reader-text").fill("Mon texte à moi.")
    page.locator("[data-file]").set_input_files({"name": "vieux.doc", "mimeType": "application/msword", "buffer": b"\xd0\xcf\x11\xe0" + b"\0" * 100})
    expect(page.locator("[data-opened]")).to_contain_text("enregistrez-le au format .docx")
    expect(page.locator("#ci-reader-text")).to_have_value("Mon texte à moi.")


KEEP_ORDER = """async (fields) => {
  const [{ openCurrent }, { toolResult }] = await Promise.all(["case-file-shelf", "case-file"].map((name) => import(`/assets/javascripts/${name}.mjs`)));
  const stored = openCurrent();
  stored.prepare();
  stored.change([toolResult("atelier", { fields, criteria: [], clauses: {}, at: new Date().toISOString() })]);
}"""


def test_the_order_of_the_workshop_is_taken_and_reread(page):
    opened(page)
    expect(page.locator("[data-action=workshop]")).to_be_hidden()
    page.evaluate(KEEP_ORDER, {"probleme": "Le samedi, les visiteurs repartent sans réponse.", "ouvert": "La forme reste à proposer."})
    page.goto("ecrire/")
    opened(page, PATH + "#atelier")
    expect(page.locator("[data-marked]")).to_contain_text("Le samedi, les visiteurs repartent sans réponse.")
    expect(page.locator("[data-opened]")).to_contain_text("Commande de l’atelier, dossier «\u00a0Mon achat\u00a0»")
    page.locator("#ci-reader-text").fill("Mon texte à moi.")
    page.locator("[data-action=workshop]").click()
    expect(page.locator("#ci-reader-text")).to_have_value(re.compile("La forme reste à proposer"))
    page.locator("[data-action=back]").click()
    expect(page.locator("#ci-reader-text")).to_have_value("Mon texte à moi.")


def test_a_dossier_without_an_order_says_so(page):
    opened(page, PATH + "#atelier")
    expect(page.locator("[data-opened]")).to_contain_text("n’a pas de commande dans l’atelier")


def test_the_rules_are_fetched_at_the_first_rereading_and_their_absence_is_said(page, watch):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page).locator("#ci-reader-text").fill(CLOSED)
    assert not [url for url in asked if "regles-du-relecteur" in url or "/vendor/" in url or "open-text" in url or "/export-" in url]
    page.route("**/regles-du-relecteur/", lambda route: route.abort())
    page.locator(".ci-reader__submit").click()
    expect(page.locator("[data-said]")).to_contain_text("vérifiez votre connexion")
    expect(page.locator("#ci-reader-text")).to_have_value(CLOSED)
    page.unroute("**/regles-du-relecteur/")
    reread(page)
    reread(page)
    assert len([url for url in asked if "regles-du-relecteur" in url]) == 2
    watch.faults.clear()  # the browser tells of the request that was cut


def test_nothing_to_reread_is_said(page):
    opened(page).locator(".ci-reader__submit").click()
    expect(page.locator("[data-said]")).to_contain_text("rien à relire")
    expect(page.locator("#ci-reader-text")).to_be_focused()
    expect(page.locator("[data-result]")).to_be_hidden()


CATALOGUE = Path(__file__).resolve().parents[1] / "relecture" / "textes" / "catalogue.md"


def test_a_long_list_opens_on_the_gravest_and_says_where_to_begin(page):
    reread(opened(page), CATALOGUE.read_text(encoding="utf-8"))
    assert remarks(page).count() >= 13
    expect(page.locator("[data-advice]")).to_contain_text("Commencez par")
    assert page.locator("[data-list=remarks] > .ci-remark:nth-child(-n+8) details").count() == 0
    last = remarks(page).last
    expect(last.locator(".ci-remark__reason")).to_be_hidden()
    last.locator("summary").click()
    expect(last.locator(".ci-remark__reason")).to_be_visible()
    ranks = page.evaluate("[...document.querySelectorAll('[data-list=remarks] > .ci-remark')].map(({dataset}) => ['forte', 'moyenne', 'legere'].indexOf(dataset.severity))")
    assert ranks == sorted(ranks) and -1 not in ranks


def test_a_letter_has_no_remark_and_no_praise(page):
    reread(opened(page), LETTER)
    expect(page.locator("[data-none=remarks]")).to_be_visible()
    expect(page.locator("[data-none=strengths]")).to_be_visible()
    assert page.locator("[data-list=missing] > .ci-remark").count() >= 1


@pytest.mark.parametrize("text", [
    "<img src=x onerror=document.body.remove()> <script>alert(1)</script> six ateliers", "<img src=y> Le titulaire animera six <img src=x> ateliers.", "مرحبا بالعالم\nsix ateliers \u202e retournés", "six ateliers\u0000 et \ud83d quatre ateliers",
])
def test_hostile_text_stays_text(page, text):
    reread(opened(page), text)
    assert page.locator("[data-marked] :is(img, script)").count() == 0
    assert "\u202e" not in page.locator("[data-marked]").inner_text()


def test_a_megabyte_is_answered(page):
    opened(page)
    text = (CLOSED + "\n") * (900_000 // len(CLOSED))
    page.locator("#ci-reader-text").evaluate("(field, text) => { field.value = text; }", text)
    start = time.monotonic()
    page.locator(".ci-reader__submit").click()
    expect(page.locator("[data-result]")).to_be_visible(timeout=60_000)
    expect(page.locator("[data-more]")).to_contain_text("600 premiers passages")
    assert time.monotonic() - start < 20
    page.locator("#ci-reader-text").evaluate("(field, text) => { field.value = text; }", text * 2)
    page.locator(".ci-reader__submit").click()
    expect(page.locator("[data-said]")).to_contain_text("partie par partie")


def test_the_rereading_is_handed_over_as_files(page):
    reread(opened(page))
    file = exported(page, "docx")
    with zipfile.ZipFile(file) as archive:
        comments = archive.read("word/comments.xml").decode()
        assert comments.count("<w:comment ") == page.locator(".ci-mark__ref").count()
        assert "À la place" in comments and "http" in comments
    expect(page.locator("[data-done]")).to_contain_text(file.name)
    source = exported(page, "md").read_text(encoding="utf-8")
    assert source.startswith("# Relecture d’une commande") and "⟦" in source and "## Ce que nous n’avons pas trouvé" in source


def test_the_rereading_prints_without_the_rules(page):
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = document.documentElement.dataset.print; }")
    reread(opened(page))
    page.locator("[data-action=print]").click()
    expect(page.locator("html")).to_have_attribute("data-printed", "reading")
    text = " ".join("".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages).split())
    for expected in ("La relecture", "avis juridique", "À la place", "Votre texte, annoté", "design thinking", "État du droit au"):
        assert expected in text, expected
    assert "Un texte pour essayer" not in text and "Écarter" not in text.replace("Écartez", "") and "Relire" not in text


def test_without_script_the_rules_are_there_to_read(without_script):
    without_script.goto(PATH)
    assert without_script.locator("#ci-reader-text").is_hidden()
    assert "votre texte à la main" in without_script.locator(".ci-reader").inner_text()
    without_script.locator(".ci-unscripted a").click()
    assert without_script.locator("[data-rule]").count() >= 40
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(without_script.pdf(format="A4"))).pages)
    assert without_script.locator("[data-rule-title]").last.inner_text().replace("\u00a0", " ")[:30] in text.replace("\u00a0", " ")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation(page, scheme, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    reread(opened(page))
    remarks(page).last.locator(".ci-remark__actions button").click()
    page.locator("[data-aside] summary").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
