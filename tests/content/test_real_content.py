"""The real docs/: sound, complete, and honest. A failure names the bad file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.catalogue import Catalogue, load, load_project
from macros.models.base import Confidence
from macros.models.guide import ReadingStatus
from macros.settings import Settings, load_settings
from tests.conftest import ROOT

ITEMS = {
    "avant-de-commander": 13, "choisir-la-procedure": 11, "sourcer-proprement": 10, "rediger-le-cahier-des-charges": 15,
    "criteres-et-analyse-des-offres": 14, "piloter-et-apprendre": 13, "choisir-un-outil": 11, "recourir-a-une-aide": 10, "capitaliser": 12,
}
MIRRORS = ("testing.", "staging", "arc-cdn", "localhost", "127.0.0.1")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    found, problems = load_project(ROOT)
    assert problems == (), "\n".join(map(str, problems))
    return found


def test_contents_have_no_problem(catalogue):
    assert catalogue.pages


@pytest.mark.parametrize("checklist_id, items", ITEMS.items())
def test_each_list_is_whole(catalogue, checklist_id, items):
    assert catalogue.checklists[checklist_id].total == items


def test_there_is_no_list_beyond_the_nine(catalogue):
    assert set(catalogue.checklists) == set(ITEMS)


def test_each_item_names_a_source_or_says_it_is_ours(catalogue):
    silent = [f"{one.id}#{item.id}" for one in catalogue.checklists.values() for item in one.items
              if "{{" not in item.sources and "rédaction" not in item.sources]
    assert silent == []


def test_each_reason_is_one_to_three_sentences(catalogue):
    import re

    long = {f"{one.id}#{item.id}": count for one in catalogue.checklists.values() for item in one.items
            if not 1 <= (count := len(re.findall(r"[.!?…](?=\s|$)", re.sub(r"\{\{.*?\}\}|\b(?:art|p|ex)\.", "", item.why)))) <= 3}
    assert long == {}


@pytest.mark.parametrize("day", ["2026-03-31", "2026-04-01"])
def test_contents_hold_on_other_days(day):
    settings = load_settings(ROOT)
    found, problems = load(Settings(settings.root, settings.docs, date.fromisoformat(day)))
    assert problems == [], "\n".join(map(str, problems))
    assert found.law_date.isoformat() == day


def amount(catalogue: Catalogue, threshold_id: str, day: str) -> float | None:
    """The files are the same whatever the day: only the day is changed, without reading them again."""
    value = replace(catalogue, law_date=date.fromisoformat(day)).threshold_value(catalogue.thresholds[threshold_id])
    return value.amount if value else None


# Read in the dossier's sources one by one: Code (annexe 2, R2122-8, R2122-9-1, R2131-12, R2132-2) and décret n° 2025-1386.
@pytest.mark.parametrize("threshold_id, day, expected", [
    ("dispense-fournitures-services", "2026-03-31", 40_000),
    ("dispense-fournitures-services", "2026-04-01", 60_000),
    ("dispense-travaux", "2025-12-31", 100_000),
    ("dispense-travaux", "2026-01-01", 100_000),
    ("procedure-formalisee-etat", "2025-12-31", 143_000),
    ("procedure-formalisee-etat", "2026-01-01", 140_000),
    ("procedure-formalisee-etat", "2027-12-31", 140_000),
    ("procedure-formalisee-etat", "2028-01-01", None),
    ("procedure-formalisee-collectivites", "2023-12-31", 215_000),
    ("procedure-formalisee-collectivites", "2024-01-01", 221_000),
    ("procedure-formalisee-collectivites", "2026-08-23", 216_000),
    ("procedure-formalisee-entites-adjudicatrices", "2026-08-23", 432_000),
    ("procedure-formalisee-travaux", "2026-08-23", 5_404_000),
    ("achat-innovant", "2026-08-23", 100_000),
    ("achat-innovant-defense", "2024-12-31", None),
    ("achat-innovant-defense", "2025-01-01", 300_000),
    ("publicite-obligatoire", "2026-08-23", 90_000),
    ("documents-en-ligne", "2026-03-31", 40_000),
    ("documents-en-ligne", "2026-04-01", 60_000),
    ("contrat-ecrit", "2026-08-23", 25_000),
    ("controle-de-legalite", "2025-06-01", 221_000),
    ("controle-de-legalite", "2026-08-23", 216_000),
    ("lots-jei-besoin", "2026-05-27", None),
    ("lots-jei-besoin", "2026-05-28", 140_000),
    ("concours-maitrise-d-oeuvre", "2026-02-21", None),
    ("concours-maitrise-d-oeuvre", "2026-02-22", 300_000),
])
def test_threshold_on_each_side_of_its_changes(catalogue, threshold_id, day, expected):
    assert amount(catalogue, threshold_id, day) == expected


def test_innovation_purchase_is_shown_with_its_contradiction(catalogue):
    threshold = catalogue.thresholds["achat-innovant"]
    other, = threshold.contradictions_on(date(2026, 8, 23))
    assert other.amount == 140_000 and other.note
    assert threshold.contradictions_on(date(2026, 6, 30)) == ()


def test_nothing_unverified_is_in_force(catalogue):
    unverified = [one.id for one in catalogue.thresholds.values() if (value := catalogue.threshold_value(one)) and value.confidence is Confidence.UNVERIFIED]
    assert unverified == []


# Dossier, § 4.1 and § 4.2: calendar days unless said.
@pytest.mark.parametrize("procedure_id, step_id, expected", [
    ("appel-d-offres", "ouvert-offres", 35), ("appel-d-offres", "restreint-candidatures", 30), ("appel-d-offres", "restreint-offres", 30),
    ("procedure-avec-negociation", "candidatures", 30), ("procedure-avec-negociation", "offres-initiales", 30),
    ("dialogue-competitif", "candidatures", 30), ("dialogue-competitif", "dialogue", None), ("dialogue-competitif", "offre-finale", None),
    ("partenariat-d-innovation", "candidatures", 30), ("partenariat-d-innovation", "offres-initiales", None),
    ("procedure-adaptee", "remise-des-offres", None),
    ("regles-communes", "attente-avant-signature", 11), ("regles-communes", "reponses-aux-questions", 6),
    ("regles-communes", "avis-d-attribution", 30), ("regles-communes", "donnees-essentielles", 2), ("regles-communes", "motifs-du-rejet", 15),
])
def test_minimal_delay_of_each_step(catalogue, procedure_id, step_id, expected):
    assert catalogue.procedures[procedure_id].step(step_id).delay == expected


@pytest.mark.parametrize("step_id, expected", [("ouvert-offres", {30, 15}), ("restreint-candidatures", {15}), ("restreint-offres", {25, 10})])
def test_reductions_of_the_open_and_restricted_calls(catalogue, step_id, expected):
    assert {reduction.days for reduction in catalogue.procedures["appel-d-offres"].step(step_id).reductions} == expected


def test_competitive_dialogue_has_no_reduction(catalogue):
    assert all(step.reductions == () for step in catalogue.procedures["dialogue-competitif"].steps)


def test_there_are_thirteen_ways_to_buy_and_the_common_rules(catalogue):
    assert len(catalogue.procedures) == 14 and "regles-communes" in catalogue.procedures


def test_three_landmarks_and_the_missing_guide_says_so(catalogue):
    assert {one.id for one in catalogue.guides.values() if one.landmark} == \
        {"27e-region-acheteurs-design", "bercy-achat-innovant-2024", "amf-pluridisciplinarite"}
    missing = catalogue.guides["amf-pluridisciplinarite"]
    assert missing.status is ReadingStatus.NOT_FOUND
    assert missing.address is None and missing.other_addresses == () and missing.neighbours


def test_no_address_is_a_mirror_or_a_test_host(catalogue):
    addresses = [(one.id, address) for one in catalogue.guides.values() for address in filter(None, (one.address, *one.other_addresses))]
    addresses += [(one.id, value.address) for one in catalogue.thresholds.values() for value in one.values if value.address]
    assert [(name, address) for name, address in addresses if any(sign in urlsplit(address).netloc for sign in MIRRORS)] == []


def test_each_guide_cited_by_page_was_read_or_says_its_reserve(catalogue):
    silent = {citation.guide for citation in catalogue.citations if citation.cited_page
              and (guide := catalogue.guides[citation.guide]).status in (ReadingStatus.CITED, ReadingStatus.NOT_FOUND) and not guide.reserve}
    assert silent == set()


def test_models_to_copy_are_valid():
    from macros.bindings import BLOCKS, FUNCTIONS
    from macros.kinds import KINDS
    from macros.reading.page_file import read_page

    models = ROOT / "docs" / "_modeles"
    for kind in KINDS.values():
        assert kind.read(models / f"{kind.name}{kind.suffix}", kind.name)[2] == [], kind.name
    assert read_page(models / "page.md", "page.md", "page.md", FUNCTIONS, BLOCKS)[1] == []
    assert {path.name for path in models.iterdir()} == {"page.md", *(f"{kind.name}{kind.suffix}" for kind in KINDS.values())}


def test_no_claim_is_left_without_a_source(catalogue):
    assert [str(one) for one in catalogue.unsourced] == []


def test_the_guide_is_whole(catalogue):
    assert len(catalogue.practices) == 22 and {one.rank for one in catalogue.practices.values()} == set(range(1, 23))
    assert len(catalogue.pitfalls) == 17 and {one.rank for one in catalogue.pitfalls.values()} == set(range(1, 18))
    assert len(catalogue.autonomy_steps) == 5
    assert len(catalogue.terms) >= 60


SECTIONS = ("decider/", "choisir/", "ecrire/", "ecueils/", "reperes/", "seuils/")


def test_each_page_of_the_guide_ends_on_what_to_do_next(catalogue):
    """One link forward, one back, one list."""
    silent = []
    for path in catalogue.pages:
        if path.startswith(SECTIONS):
            _, found, end = (ROOT / "docs" / path).read_text(encoding="utf-8").rpartition("## Et ensuite { #et-ensuite }")
            lines = [line for line in end.strip().splitlines() if line]
            if not found or [line.split(" :")[0] for line in lines] != ["- Continuer", "- Revenir", "- Cocher"] or "checklists/" not in lines[2]:
                silent.append(path)
    assert silent == []


def test_headings_of_the_guide_are_anchored_by_hand(catalogue):
    import re

    bare = [f"{path}: {line}" for path in catalogue.pages if path.startswith(SECTIONS)
            for line in re.sub(r"^```.*?^```", "", (ROOT / "docs" / path).read_text(encoding="utf-8"), flags=re.S | re.M).splitlines()
            if re.match(r"#{2,3} ", line) and not re.search(r"\{ #[a-z0-9-]+ \}$", line)]
    assert bare == []


def test_titles_of_the_guide_are_questions_or_verbs(catalogue):
    """A title that is neither: the glossary's own name, the names of documents… are listed here with their reason."""
    import re

    verbs = re.compile(r"^(?:[A-ZÉÈÀ][a-zéèêîôûç']+(?:er|ir|re|oir)\b|(?:Ne|N'|S')\b)")
    allowed = {
        "reperes/glossaire.md",
    }
    neither = {path: page.title for path, page in catalogue.pages.items()
               if path.startswith(SECTIONS) and "?" not in page.title and not verbs.match(page.title) and path not in allowed}
    assert neither == {}


def test_documented_macros_are_the_registered_ones():
    import re

    from macros.bindings import BINDINGS

    text = Path(ROOT, "docs/contribuer/macros.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## `(\w+)`", text, re.M)) == set(BINDINGS)
