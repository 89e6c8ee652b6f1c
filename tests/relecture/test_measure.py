"""How well the rules read orders written and annotated before them; the part that nobody read while tuning is the one that counts."""

from __future__ import annotations

import pytest

from macros.models.rereading import Notice
from tests.conftest import ROOT
from tests.relecture.bank import HELD_OUT_PHRASES, report_banks, try_banks
from tests.relecture.measure import HELD_OUT, TUNING, Score, annotated_texts, measure, read_annotated, report


def test_marks_of_an_annotated_text_give_the_text_and_its_places(tmp_path):
    file = tmp_path / "essai.md"
    file.write_text("---\ntitre: Essai\nqualite: bon\nmanques: [manque-budget]\n---\nUn [[a-b|grand atelier]] et [[c|rien]].\n", encoding="utf-8")
    read = read_annotated(file)
    assert read.text == "Un grand atelier et rien.\n"
    assert [(one.rule, read.text[one.start:one.end]) for one in read.places] == [("a-b", "grand atelier"), ("c", "rien")]
    assert read.missing == {"manque-budget"}


def test_annotations_name_rules_that_exist(rules):
    named = {name for folder in (TUNING, HELD_OUT) for text in annotated_texts(folder) for name in (*(place.rule for place in text.places), *text.missing)}
    assert named - rules.keys() == set()


def test_score_counts_what_is_right_what_is_extra_and_what_is_missed(rules, tmp_path):
    file = tmp_path / "essai.md"
    file.write_text("---\ntitre: Essai\nqualite: mauvais\nmanques: []\n---\n[[nombre-d-ateliers|Il y aura quatre ateliers]]. Nous fixons cinq entretiens. "
                    "[[nombre-d-ateliers|Une poignée de rencontres]] suivra.\n", encoding="utf-8")
    score = measure({"nombre-d-ateliers": rules["nombre-d-ateliers"]}, [read_annotated(file)])[Notice.PASSAGE]
    assert (score.found, score.right, score.wanted, score.seen) == (2, 1, 2, 1)
    assert score.extra[0][2] == "cinq entretiens" and score.missed[0][2] == "Une poignée de rencontres"
    assert str(score) == "précision 50% (1 sur 2), rappel 50% (1 sur 2)"


def test_rules_read_the_part_they_were_tuned_on(rules, capsys):
    """Floors, so that a change which spoils the whole is seen; the figures are printed."""
    scores = measure(rules, annotated_texts(TUNING))
    with capsys.disabled():
        print(f"\nRelecteur, textes de réglage\n{report(scores)}")
    for kind, (precision, recall) in {Notice.PASSAGE: (0.8, 0.9), Notice.MISSING: (0.9, 0.9), Notice.STRENGTH: (0.75, 0.85)}.items():
        assert scores[kind].precision >= precision and scores[kind].recall >= recall, f"{kind.value} : {scores[kind]}"


IN_LETTERS = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


def test_the_page_says_what_was_measured_on_the_part_nobody_tuned_on(rules, capsys):
    """A rule that changes changes the figures: the sentences must be corrected with it, whichever way they go."""
    scores = measure(rules, annotated_texts(HELD_OUT))
    with capsys.disabled():
        print(f"\nRelecteur, textes tenus à part\n{report(scores)}\n{report_banks(try_banks(rules, HELD_OUT_PHRASES)).splitlines()[-1]}")
    page = (ROOT / "docs/ecrire/relecteur.md").read_text(encoding="utf-8")
    right, seen = in_tenths(scores[Notice.PASSAGE])
    assert f"sur dix passages relevés, {right} l'étaient à raison ; sur dix qu'une collègue aurait relevés, il en a vu {seen}." in page
    true, told = in_tenths(scores[Notice.MISSING])
    assert f"sur dix manques annoncés, {true} étaient vrais ; sur dix vrais manques, il en a vu {told}." in page


def in_tenths(score: Score) -> tuple[str, str]:
    """Precision and recall in words, rounded down: no flattery."""
    return IN_LETTERS[int(10 * score.precision)], IN_LETTERS[int(10 * score.recall)]
