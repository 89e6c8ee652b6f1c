"""The bank of sentences, and what each pattern brings: the two tools of who tunes a rule."""

from __future__ import annotations

import pytest

from tests.relecture.bank import HELD_OUT_PHRASES, TUNING_PHRASES, Bank, banks, report_banks, try_banks
from tests.relecture.measure import read_annotated
from tests.relecture.support import supports


@pytest.mark.parametrize("folder, yes, no", [(TUNING_PHRASES, 14, 7), (HELD_OUT_PHRASES, 6, 3)])
def test_each_rule_has_its_sentences(rules, folder, yes, no):
    found = banks(folder)
    assert {one.rule for one in found} == rules.keys()
    assert {(len(set(one.yes)), len(set(one.no))) for one in found} == {(yes, no)}


def test_no_sentence_judges_after_it_has_tuned():
    tuned = {text for one in banks(TUNING_PHRASES) for text in (*one.yes, *one.no)}
    assert [text for one in banks(HELD_OUT_PHRASES) for text in (*one.yes, *one.no) if text in tuned] == []


def test_rules_read_the_sentences_they_were_tuned_on(rules):
    """A floor, as for the texts: a change that spoils the whole is seen."""
    scores = try_banks(rules)
    wanted, left = (sum(len(one.bank.yes) for one in scores), sum(len(one.bank.no) for one in scores))
    assert sum(len(one.missed) for one in scores) < 0.1 * wanted, report_banks(scores)
    assert sum(len(one.extra) for one in scores) < 0.05 * left, report_banks(scores)


def test_a_sentence_is_judged_by_its_own_rule(rules, monkeypatch):
    bank = Bank("nombre-d-ateliers", ("Il y aura quatre ateliers.", "Nous verrons."), ("Deux ateliers au plus.", "Le titulaire animera six ateliers."))
    monkeypatch.setattr("tests.relecture.bank.banks", lambda folder: [bank])
    (score,) = try_banks(rules)
    assert (score.missed, score.extra) == (("Nous verrons.",), ("Le titulaire animera six ateliers.",))
    assert report_banks([score], details=True).splitlines() == [
        "nombre-d-ateliers : vus 1 sur 2, en trop 1 sur 2", "  MANQUÉ Nous verrons.", "  EN TROP Le titulaire animera six ateliers.",
        "Banc de phrases : 1 vues sur 2, 1 en trop sur 2.",
    ]


def test_each_pattern_is_told_the_texts_it_serves(rules, tmp_path):
    rule = rules["nombre-d-ateliers"]
    file = tmp_path / "essai.md"
    file.write_text("---\ntitre: Essai\nqualite: mauvais\nmanques: []\n---\n[[nombre-d-ateliers|Il y aura quatre ateliers]].\n\nPrévoyez cinq ateliers.\n\n"
                    "Deux ateliers au plus suffiront.\n", encoding="utf-8")
    found = supports({rule.id: rule}, [read_annotated(file)])
    assert [one.key for one in found] == ["motifs"] * len(rule.patterns) + ["sauf"] * len(rule.unless)
    serving = [one for one in found if one.key == "motifs" and one.right]
    assert serving and all(one.right == {"essai"} and one.wrong == {"essai"} for one in serving)
    assert {name for one in found for name in one.alone} == ({"essai"} if len(serving) == 1 else set())
    assert any(one.wrong == {"essai"} for one in found if one.key == "sauf")
