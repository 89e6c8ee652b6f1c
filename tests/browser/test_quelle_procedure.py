"""« Quelle procédure ? » in a reader's hands: keyboard, address, dossier, paper, no script."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.axe import violations

URL = "choisir/quelle-procedure/"
ANSWERED = "#reponses=acheteur:collectivite,besoin:propre,objet:services,valeur:95000,traits:conception+metiers,solution:adapter,innovant:non,decrire:oui,parler:oui,cas:rien"


def status_of(page, outcome):
    return page.locator(f'[data-outcome="{outcome}"] [data-status-text]')


def opened(page, address=URL):
    page.goto(address)
    page.locator("article.ci-wizard-ready").wait_for()


def kept(page) -> dict:
    return page.evaluate("""() => Object.entries(localStorage).filter(([key]) => key.includes("v2:dossier")).map(([, text]) => JSON.parse(text).tools)[0] ?? {}""")


def test_the_answer_builds_as_one_answers_with_the_keyboard(page):
    opened(page)
    expect(page.locator("[data-part=status]")).to_contain_text("Répondez à une première question")
    expect(page.locator("[data-part=result]")).to_be_hidden()
    page.get_by_role("radio", name="Une collectivité").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-part=status]")).to_contain_text("à préciser")
    page.get_by_role("radio", name="D’un autre").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-part=status]")).to_have_text("1 recommandée, 12 écartées. Vous avez répondu à tout.")
    expect(page.locator("[data-question=objet]")).to_be_hidden()
    first = page.locator("[data-group=voies] [data-outcome]").first
    expect(first).to_have_attribute("data-outcome", "appel-a-projets-et-subvention")
    expect(first.get_by_role("link", name="art. L. 2 CCP")).to_be_visible()


def test_each_route_has_its_status_its_reason_and_its_article(page):
    opened(page, URL + ANSWERED)
    for outcome, status in {"procedure-adaptee": "Recommandée", "petits-achats": "Écartée", "dialogue-competitif": "Possible"}.items():
        expect(status_of(page, outcome)).to_have_text(status)
    for card in page.locator("[data-group=voies] [data-outcome]").all():
        assert card.locator("[data-reasons] li").count() and card.locator("[data-reasons] a").count()
    assert page.evaluate("() => { const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id); return ids.length === new Set(ids).size; }")


def test_answers_are_in_the_address_and_nowhere_else_until_asked(page):
    opened(page)
    page.get_by_role("radio", name="L’État ou un").check()
    page.get_by_role("radio", name="De nous").check()
    expect(page).to_have_url(re.compile("acheteur:etat,besoin:propre"))
    page.get_by_label("Montant, en euros").fill("139 999,99")
    page.get_by_label("Montant, en euros").press("Tab")
    expect(page).to_have_url(re.compile(r"valeur:139999\.99"))
    assert kept(page) == {}
    again = page.context.new_page()
    again.goto(page.url)
    expect(again.get_by_role("radio", name="L’État ou un")).to_be_checked()
    expect(again.get_by_label("Montant, en euros")).to_have_value("139 999,99".replace(" ", "\u202f"))


def test_what_is_answered_before_the_module_comes_is_kept(page):
    held = []
    page.route("**/parcours.mjs", lambda route: held.append(route))
    page.goto(URL + "#reponses=acheteur:etat,besoin:propre", wait_until="commit")
    page.get_by_role("radio", name="Une collectivité").check()
    field = page.get_by_label("Montant, en euros")
    field.fill("12 000")
    page.wait_for_function("() => document.documentElement.classList.contains('js')")
    page.wait_for_timeout(100)
    held[0].continue_()
    page.locator("article.ci-wizard-ready").wait_for()
    expect(page.get_by_role("radio", name="Une collectivité")).to_be_checked()
    expect(field).to_have_value("12 000")
    expect(page).to_have_url(re.compile("acheteur:collectivite,besoin:propre,valeur:12000"))


def test_the_buyer_is_remembered_on_the_next_visit(page):
    opened(page)
    page.get_by_role("radio", name="Un hôpital public").check()
    page.goto("choisir/comparer/")
    opened(page)
    expect(page.get_by_role("radio", name="Un hôpital public")).to_be_checked()


@pytest.mark.parametrize("fragment, told", [
    ("#reponses=acheteur:roi,besoin:propre", "une réponse que cette page ne connaît pas"),
    ("#reponses=%E0%A4%A", "illisibles"),
    ("#reponses=valeur:1e99,acheteur:<img src=x onerror=alert(1)>,besoin:soutien", "2 réponses que cette page ne connaît pas"),
])
def test_a_hostile_address_gives_a_sentence(page, fragment, told):
    opened(page, URL + fragment)
    expect(page.locator("[data-part=notice]")).to_contain_text(told)
    expect(status_of(page, "petits-achats")).not_to_have_text("Recommandée")


def test_what_is_not_an_amount_is_said_and_not_used(page):
    opened(page, URL + ANSWERED)
    field = page.get_by_label("Montant, en euros")
    field.fill("beaucoup")
    field.press("Tab")
    expect(page.locator("[data-question=valeur] [data-error]")).to_contain_text("Ce n’est pas un montant")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(status_of(page, "procedure-adaptee")).to_have_text("À préciser")


def test_the_sum_counts_options_and_renewals(page):
    opened(page, URL + "#reponses=acheteur:collectivite,besoin:propre,objet:services")
    page.get_by_text("Faire l’addition").click()
    page.get_by_label("Ce que vous commandez sûrement").fill("40 000")
    page.get_by_label("Reconductions").fill("20 000")
    expect(page.locator("[data-sum-total]")).to_contain_text("60")
    page.get_by_role("button", name="Reporter ce total").click()
    expect(page.get_by_label("Montant, en euros")).to_be_focused()
    expect(status_of(page, "petits-achats")).to_have_text("Écartée")


def test_the_sum_is_kept_with_its_lines_and_comes_back(page):
    opened(page, URL + "#reponses=acheteur:collectivite,besoin:propre,objet:services")
    page.get_by_text("Faire l’addition").click()
    page.get_by_label("Ce que vous commandez sûrement").fill("40 000")
    page.get_by_label("Reconductions").fill("20 000,50")
    page.get_by_role("button", name="Reporter ce total").click()
    page.get_by_role("button", name="Garder dans le dossier").click()
    assert kept(page)["quelle-procedure"]["sums"] == {"valeur": {"base": 40000, "renewals": 20000.5}}
    page.goto("choisir/comparer/")
    opened(page)
    page.get_by_role("button", name="Reprendre ces réponses").click()
    expect(page.get_by_label("Reconductions")).to_have_value("20\u202f000,5")
    page.goto("choisir/note-de-justification/")
    expect(page.locator("[data-section=valeur] textarea")).to_have_value(re.compile("Calcul.*40.000.*sûrement.*20.000,50.*reconductions"))


def test_answers_kept_in_the_dossier_come_back_when_asked(page):
    opened(page, URL + ANSWERED)
    page.get_by_role("button", name="Garder dans le dossier").click()
    expect(page.locator("[data-part=said]")).to_contain_text("Gardé dans le dossier")
    found = kept(page)["quelle-procedure"]
    assert found["answers"]["valeur"] == 95000 and found["outcomes"]["procedure-adaptee"] == "recommandee" and found["lawDate"]
    page.goto("choisir/comparer/")
    opened(page)
    page.get_by_role("button", name="Reprendre ces réponses").click()
    expect(status_of(page, "procedure-adaptee")).to_have_text("Recommandée")


def test_starting_again_forgets_the_page_and_not_the_dossier(page):
    opened(page, URL + ANSWERED)
    page.get_by_role("button", name="Garder dans le dossier").click()
    page.get_by_role("button", name="Recommencer").click()
    expect(page.locator("[data-part=result]")).to_be_hidden()
    assert "#" not in page.url and "quelle-procedure" in kept(page)


def test_what_would_change_is_said_in_words(page):
    opened(page, URL + ANSWERED)
    changes = page.locator("[data-part=changes]")
    changes.get_by_text("Que vaut le besoin entier").click()
    expect(changes).to_contain_text("Procédure adaptée : recommandée → écartée")


def test_the_table_says_everything_without_script(without_script):
    without_script.goto(URL)
    expect(without_script.locator("[data-rule]").first).to_be_visible()
    assert without_script.locator("[data-rule]").count() > 50
    expect(without_script.get_by_text("Sans JavaScript")).to_be_visible()
    expect(without_script.get_by_role("button", name="Garder dans le dossier")).to_be_hidden()
    expect(without_script.get_by_role("radio", name="Une collectivité")).to_be_visible()


def printed(page) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages).split())


def test_the_answered_page_prints_answers_and_reasons_and_no_questions(page):
    opened(page, URL + ANSWERED)
    expect(status_of(page, "procedure-adaptee")).to_have_text("Recommandée")
    text = printed(page)
    assert "95 000" in text.replace("\u202f", " ") and "Recommandée" in text and "R. 2123-1" in text
    assert "Faire l’addition" not in text and "Un hôpital public" not in text and "Garder dans le dossier" not in text


def test_the_blank_page_prints_the_questions_and_the_table(page):
    opened(page)
    expect(page.locator("[data-part=status]")).to_contain_text("Répondez")
    text = printed(page)
    assert "Un hôpital public" in text and "Parce que" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_an_answer(page, scheme):
    page.emulate_media(color_scheme=scheme)
    opened(page, URL + ANSWERED)
    expect(status_of(page, "procedure-adaptee")).to_have_text("Recommandée")
    page.locator("[data-part=table] > summary").click()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_overflows(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, URL + ANSWERED)
    page.locator("[data-part=table] > summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
