"""The workshop in a newcomer's hands: one question at a time, the document beside it, what is missing said, kept, printed, handed over."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.axe import violations

WORKSHOP = "ecrire/atelier/"
# What a newcomer answers, in the order of the questions: { step: { field: words } }.
ANSWERS = {
    "probleme": {"probleme": "Le samedi, une famille sur trois repart de la ludothèque sans avoir pu jouer : nous l'avons compté quatre samedis de mars."},
    "effet": {"effet": "Dans un an, neuf familles sur dix jouent ou savent quand revenir. Aujourd'hui : deux sur trois.",
              "verification": "La responsable recompte quatre samedis, à la fin de l'essai puis en mars."},
    "contexte": {"contexte": "Ludothèque d'une ville de neuf mille habitants, deux agents.", "echecs": "L'inscription en ligne (2024) a vidé la salle : neuf inscrits, trois venus."},
    "ferme": {"ferme": "L'ouverture du samedi. L'accessibilité. L'enveloppe."},
    "ouvert": {"ouvert": "La méthode, les lieux d'enquête, la forme de ce que vous remettez."},
    "ensemble": {"ensemble": "Avant la fin du premier mois, la responsable choisit avec vous les familles à rencontrer."},
    "decision": {"decision": "La responsable tranche au quotidien. L'adjointe se prononce deux fois : avant et après l'essai."},
    "apports": {"apports": "Un agent, quatre heures par semaine, remplacé. La salle. Les comptages."},
    "budget": {"montant": "18 000", "budget": "dont 3 000 réservés à l'essai."},
    "calendrier": {"comprendre": "Six semaines, dont trois samedis.", "essai": "Trois samedis dans la salle ouverte, avec du matériel de réemploi."},
    "arrets": {"arrets": "Nous pouvons arrêter après l'enquête ; ce qui est fait est payé."},
    "suite": {"suite": "La responsable reçoit un mode d'emploi de deux pages, pour l'automne."},
    "transfert": {"transfert": "Deux agents mènent seuls le dernier samedi ; vous regardez."},
    "droits": {"droits": "Nous utilisons et prêtons les résultats aux communes voisines. Vos méthodes restent à vous."},
    "selection": {"pages": "Quatre pages, plus une par personne.", "rencontre": "entretien", "creation": "aucune"},
    "pratique": {"voie": "procedure-adaptee", "environnement": "Venir en train ou dire pourquoi c'est impossible.", "variantes": "Admises, si elles respectent ce qui est fermé.",
                 "reponse": "Questions jusqu'au 2 mai, réponses publiées pour tous. Offres avant le 20 mai à midi. Groupement libre."},
}
CHOICES = {"rencontre", "creation", "voie"}
CRITERIA = [("Façon de chercher", "45"), ("Équipe", "25"), ("Environnement", "10"), ("Prix", "20")]


def opened(page, path: str = WORKSHOP):
    page.goto(path)
    page.locator(".ci-workshop[data-ready]").wait_for()
    return page


def field(page, name: str):
    return page.locator(f"[name=ci-atelier-{name}]")


def paper(page):
    return page.locator("[data-workshop-paper]")


def kept(page):
    expect(page.locator("[data-workshop-said]")).to_contain_text("Gardé dans le dossier")


def exported(page, button: str) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    target = Path(waiting.value.path())
    return target.rename(target.with_name(waiting.value.suggested_filename))


def answer(page, name: str, words: str) -> None:
    if name in CHOICES:
        page.locator(f"[name=ci-atelier-{name}][value={words}]").focus()
        page.keyboard.press("Space")
    else:
        field(page, name).focus()
        page.keyboard.insert_text(words)


def test_a_newcomer_starts_from_nothing_and_leaves_with_two_sound_pages(page):
    """Nothing but the keyboard, question after question."""
    opened(page)
    expect(page.locator("[data-workshop-count]")).to_contain_text("Rien d’écrit encore")
    for rank, (step, answers) in enumerate(ANSWERS.items()):
        heading = page.locator(f"#etape-{step}")
        expect(heading).to_be_visible()
        expect(page.locator("[data-step]:visible")).to_have_count(1)
        if rank:
            expect(heading).to_be_focused()
        if step == "selection":
            for row, values in zip(page.locator("[data-criterion]").all(), CRITERIA):
                for box, words in zip(row.locator("input").all(), values):
                    box.fill(words)
            expect(page.locator("[data-criteria-sum]")).to_have_text("Total\u00a0: 100.")
        for name, words in answers.items():
            answer(page, name, words)
        if step != "pratique":
            page.locator(f"[data-step={step}] [data-move='1']").focus()
            page.keyboard.press("Enter")
    expect(page.locator("[data-workshop-count]")).to_contain_text("Rien à remarquer")
    expect(page.locator("[data-check]:visible")).to_have_count(0)
    expect(page.locator("[data-workshop-length]")).to_contain_text("page")
    expect(paper(page).locator(".ci-workshop__hole")).to_have_count(0)
    assert [one.inner_text() for one in paper(page).locator("h3").all()][::7] == ["1. Le problème", "8. Votre réponse, notre choix"]
    kept(page)

    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages]
    assert len(sheets) <= 2
    assert "une famille sur trois" in sheets[0] and "Question" not in "".join(sheets).replace("Questions jusqu", "") and "Faire relire" not in "".join(sheets)
    page.emulate_media(media="screen")

    with zipfile.ZipFile(exported(page, "Traitement de texte (.docx)")) as archive:
        document = archive.read("word/document.xml").decode()
    assert document.count('w:val="Heading1"') == 8 and "Reste à regarder" not in document
    file = exported(page, "LibreOffice (.odt)")
    expect(page.locator("[data-workshop-said]")).to_contain_text(file.name)
    assert re.fullmatch(r"mon-achat-commande-\d{4}-\d\d-\d\d\.odt", file.name)
    with zipfile.ZipFile(file) as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<text:h ") == 8 and "une famille sur trois" in content and "Reste à regarder" not in content
    page.get_by_role("link", name="Faire relire").click()
    page.wait_for_url(re.compile(r"/ecrire/relecteur/#atelier$"))
    expect(page.get_by_text("Aucune remarque sur ce qui est écrit").first).to_be_visible()


def test_what_is_missing_is_said_and_leads_to_its_question(page):
    opened(page)
    field(page, "probleme").fill("Un visiteur sur quatre repart.")
    missing = page.locator("[data-check=sans-effet]")
    expect(missing).to_be_visible()
    missing.get_by_role("link", name="Y aller").click()
    expect(page.locator("#etape-effet")).to_be_focused()
    hole = paper(page).get_by_role("link", name="L’essai", exact=True)
    hole.click()
    expect(page.locator("#etape-calendrier")).to_be_focused()
    page.go_back()
    expect(page.locator("#etape-effet")).to_be_visible()


def test_the_sheet_shows_the_part_being_written_and_stays_there_while_one_types(page):
    page.set_viewport_size({"width": 1280, "height": 700})
    opened(page)
    page.get_by_role("button", name="hall d’accueil").click()
    page.goto(WORKSHOP + "#etape-transfert")
    part = paper(page).get_by_role("heading", name="7. L’essai et la suite")
    expect(part).to_be_in_viewport()
    where = paper(page).evaluate("(sheet) => sheet.scrollTop")
    field(page, "transfert").fill("Deux agents savent compter seuls.")
    expect(paper(page)).to_contain_text("savent compter seuls")
    assert where > 100 and abs(paper(page).evaluate("(sheet) => sheet.scrollTop") - where) < 5


def test_a_contradiction_is_said_under_its_question(page):
    opened(page, WORKSHOP + "#etape-pratique")
    field(page, "voie").locator("xpath=self::*[@value='appel-d-offres']").check()
    page.goto(WORKSHOP + "#etape-selection")
    page.locator("[name=ci-atelier-rencontre][value=entretien]").check()
    said = page.locator("[data-step-remarks=selection]")
    expect(said).to_contain_text("se choisit sans négociation")
    expect(said.get_by_role("link", name=re.compile("2124-2"))).to_be_visible()
    page.locator("[name=ci-atelier-rencontre][value=aucune]").check()
    expect(said).not_to_contain_text("se choisit sans négociation")


def test_starting_from_an_order_can_be_taken_back(page):
    opened(page)
    field(page, "probleme").fill("À moi.")
    page.get_by_role("button", name="hall d’accueil").click()
    expect(field(page, "probleme")).to_have_value(re.compile("^Un visiteur sur quatre"))
    expect(paper(page)).to_contain_text("Façon de chercher (40)")
    expect(page.locator("[data-workshop-said]")).to_contain_text("Remplacez tout ce qui n’est pas à vous")
    page.get_by_role("button", name="Remettre mon texte").click()
    expect(field(page, "probleme")).to_have_value("À moi.")
    expect(page.get_by_role("button", name="Remettre mon texte")).to_be_hidden()


def test_what_is_written_is_kept_in_the_dossier_and_followed_in_another_tab(page, context):
    opened(page)
    field(page, "probleme").fill("Gardé.")
    kept(page)
    other = opened(context.new_page())
    expect(field(other, "probleme")).to_have_value("Gardé.")
    field(other, "probleme").fill("Changé là-bas.")
    kept(other)
    page.bring_to_front()
    expect(field(page, "probleme")).to_have_value("Changé là-bas.")


def test_what_was_typed_before_the_module_came_is_kept_over_what_was_there(page):
    opened(page)
    field(page, "probleme").fill("D'avant.")
    page.goto(WORKSHOP + "#etape-contexte")
    field(page, "contexte").fill("Le contexte.")
    kept(page)
    held = []
    page.route("**/workshop.mjs", lambda route: held.append(route))
    page.goto(WORKSHOP + "?tot")
    field(page, "probleme").fill("Tapé trop tôt.")
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()
    page.locator(".ci-workshop[data-ready]").wait_for()
    expect(field(page, "probleme")).to_have_value("Tapé trop tôt.")
    expect(field(page, "contexte")).to_have_value("Le contexte.")


def test_a_clause_is_put_in_adapted_and_taken_out(page):
    opened(page, WORKSHOP + "#etape-arrets")
    step = page.locator("[data-step=arrets]")
    step.locator("[data-clauses] summary").click()
    clause = step.locator("[data-clause]").first
    clause.locator("[data-toggle-clause]").click()
    own = clause.locator("textarea")
    expect(own).to_be_focused()
    assert own.input_value().strip() and "{" not in own.input_value()
    own.fill("Nous pouvons arrêter après l'enquête.")
    expect(paper(page)).to_contain_text("Nous pouvons arrêter après l'enquête.")
    kept(page)
    page.reload()
    page.locator(".ci-workshop[data-ready]").wait_for()
    expect(paper(page)).to_contain_text("Nous pouvons arrêter après l'enquête.")
    step.locator("[data-clauses] summary").click()
    clause.locator("[data-toggle-clause]").click()
    expect(clause.locator("[data-toggle-clause]")).to_have_attribute("aria-pressed", "false")
    expect(paper(page)).not_to_contain_text("Nous pouvons arrêter")


def test_criteria_come_and_go_from_the_keyboard(page):
    opened(page, WORKSHOP + "#etape-selection")
    page.get_by_role("button", name="Ajouter un critère").press("Enter")
    expect(page.locator("[data-criterion]")).to_have_count(5)
    expect(page.locator("[data-criterion]").nth(4).locator("input").first).to_be_focused()
    page.keyboard.insert_text("Suite")
    page.locator("[data-criterion]").nth(4).locator("[data-part=weight]").fill("30")
    expect(page.locator("[data-criteria-sum]")).to_have_text("Total\u00a0: 30. Il manque 70 pour faire 100.")
    page.get_by_role("button", name="Retirer le critère 1").click()
    expect(page.locator("[data-criterion]")).to_have_count(4)
    expect(page.get_by_role("textbox", name="Critère 4")).to_have_value("Suite")


def test_other_tools_of_the_dossier_are_offered(page):
    page.goto("choisir/quelle-procedure/#reponses=acheteur:collectivite,besoin:propre,objet:services,valeur:72000,traits:aucun,solution:adapter,innovant:non,decrire:non,parler:oui,cas:aucun")
    page.get_by_role("button", name="Garder dans le dossier").click()
    expect(page.locator("[data-part=said]")).to_contain_text("Gardé")
    opened(page, WORKSHOP + "#etape-budget")
    offer = page.locator("[data-offer=montant]")
    expect(offer).to_contain_text("72\u202f000")
    offer.get_by_role("button", name="Reprendre").click()
    expect(field(page, "montant")).to_have_value(re.compile("72.000.€.HT"))
    expect(offer).to_be_hidden()
    expect(field(page, "montant")).to_be_focused()


@pytest.mark.parametrize("fragment", ["#etape-inconnue", "#etape-%E0%A4%A", "#etape-<b>", "#rien"])
def test_a_strange_address_opens_the_first_question(page, fragment):
    opened(page, WORKSHOP + fragment)
    expect(page.locator("#etape-probleme")).to_be_visible()


def test_a_wrong_amount_is_said(page):
    opened(page, WORKSHOP + "#etape-budget")
    field(page, "montant").fill("beaucoup")
    expect(page.locator("#ci-atelier-montant-erreur")).to_contain_text("Ce n’est pas un montant")
    expect(field(page, "montant")).to_have_attribute("aria-invalid", "true")


def test_a_refused_storage_is_said_and_the_order_stays(page):
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'SecurityError'); }")
    opened(page)
    field(page, "probleme").fill("Un visiteur sur quatre.")
    expect(page.locator("[data-workshop-notice]")).to_contain_text("refuse de garder")
    expect(paper(page)).to_contain_text("Un visiteur sur quatre.")


def test_too_long_to_be_kept_is_said(page):
    opened(page)
    for area in page.locator(".ci-workshop__field textarea[name]").all():
        area.evaluate("(field) => { field.value = 'x'.repeat(3000); field.dispatchEvent(new Event('input', { bubbles: true })); }")
    expect(page.locator("[data-workshop-notice]")).to_contain_text("trop longue")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(field(page, "reponse")).to_have_value("x" * 3000)


def test_hostile_words_stay_words(page):
    opened(page)
    page.evaluate("window.hacked = false")
    field(page, "probleme").fill("<img src=x onerror='window.hacked = true'> {{ 1 }} مرحبا **x**")
    expect(paper(page)).to_contain_text("<img src=x onerror='window.hacked = true'> {{ 1 }} مرحبا **x**")
    assert page.evaluate("window.hacked") is False
    source = exported(page, "Texte (.md)").read_text(encoding="utf-8")
    assert "\\<img" in source and "## 1. Le problème" in source


def test_without_script_every_question_is_there_to_fill_in_and_print(without_script):
    without_script.goto(WORKSHOP)
    expect(without_script.locator("[data-step]:visible")).to_have_count(16)
    assert without_script.locator(".ci-workshop__actions").is_hidden() and without_script.locator(".ci-workshop__sheet").is_hidden()
    assert "la commande ne s’écrit pas à côté" in without_script.locator(".ci-workshop").inner_text()
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(without_script.pdf(format="A4"))).pages).replace("\u00a0", " ")
    assert "Comment répond-on" in text and "Les critères et leur poids" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("step", ["probleme", "selection", "arrets"])
def test_axe_finds_no_violation(page, step, scheme):
    page.set_viewport_size({"width": 320, "height": 900})
    page.emulate_media(color_scheme=scheme)
    opened(page, f"{WORKSHOP}#etape-{step}")
    page.get_by_role("button", name="hall d’accueil").click()
    for summary in page.locator(f"[data-step={step}] details > summary").all():
        summary.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
