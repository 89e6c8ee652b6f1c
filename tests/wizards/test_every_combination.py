"""Every combination of answers of every wizard is evaluated, amounts bucketed between the thresholds; the count is printed."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ROOT
from tests.wizards.conftest import HERE, run_node

WIZARDS = sorted(path.stem for path in (ROOT / "docs" / "_donnees" / "parcours").glob("*.yml"))


@pytest.mark.parametrize("name", WIZARDS)
def test_every_combination(name, published, tmp_path, capsys):
    """Always a result, never two contrary statuses, nothing that the law forbids; no dead rule, no question out of reach, no idle answer."""
    data = tmp_path / "wizard.json"
    data.write_text(json.dumps(published[name]), encoding="utf-8")
    oracle = HERE / f"oracle-{name}.mjs"
    found = json.loads(run_node(HERE / "prove.mjs", data, *([oracle] if oracle.exists() else []), seconds=1200))
    combinations, walked = found.pop("combinations"), found.pop("walked")
    with capsys.disabled():
        print(f"\n{name} : {combinations:_} combinaisons, dont {walked:_} à distinguer, toutes évaluées".replace("_", "\u202f"))
    assert combinations >= walked > 100
    assert found == {"dead": [], "unreachable": [], "idle": [], "disagreements": 0, "faults": {}}


TINY = {
    "id": "essai", "facts": [], "groups": [{"id": "g", "always": True}], "outcomes": [{"id": "x", "group": "g"}, {"id": "y", "group": "g"}], "thresholds": {},
    "statuses": [{"id": "possible", "strength": 1}, {"id": "ecartee", "strength": 9}],
    "questions": [{"id": "q", "type": "one", "unknown": False, "answers": ["a", "b"]}],
    "rules": [{"id": "r", "condition": {"question": "q", "among": ["a"]}, "effects": {"x": "possible"}},
              {"id": "s", "condition": {"question": "q", "among": ["b"]}, "effects": {"x": "ecartee"}}],
}


@pytest.mark.parametrize("changes, fault", [
    ({}, {}),
    ({"rules": [*TINY["rules"], {"id": "t", "condition": {"every": [{"question": "q", "among": [one]} for one in "ab"]}, "effects": {"x": "possible"}}]}, {"dead": ["t"]}),
    ({"questions": [*TINY["questions"], {"id": "p", "type": "one", "unknown": False, "answers": ["a", "b"], "when": {"every": [{"question": "q", "among": [one]} for one in "ab"]}}]},
     {"unreachable": ["p"]}),
    ({"questions": [*TINY["questions"], {"id": "p", "type": "one", "unknown": False, "answers": ["a", "b"]}]}, {"idle": ["p a", "p b"]}),
    ({"rules": [*TINY["rules"], {"id": "t", "condition": {"question": "q", "among": ["a"]}, "effects": {"x": "ecartee"}}]}, {"faults": {"x : deux statuts contraires"}}),
    ({"rules": [*TINY["rules"], {"id": "t", "condition": {"question": "q", "among": ["b"]}, "effects": {"y": "ecartee"}}]}, {"faults": {"tout est écarté"}}),
    ({"outcomes": [{"id": "petits-achats", "group": "g"}], "rules": [{"id": "t", "condition": {"question": "q", "among": ["a"]}, "effects": {"petits-achats": "possible"}},
                                                                    {"id": "u", "condition": {"question": "q", "among": ["b"]}, "effects": {"petits-achats": "possible"}}]},
     {"faults": {"petits-achats : proposée alors que ses conditions manquent"}}),
])
def test_the_proof_sees_each_fault(changes, fault, tmp_path):
    data = tmp_path / "tiny.json"
    data.write_text(json.dumps(TINY | changes), encoding="utf-8")
    oracle = [HERE / "oracle-quelle-procedure.mjs"] if "outcomes" in changes else []
    found = json.loads(run_node(HERE / "prove.mjs", data, *oracle))
    sound = {"dead": [], "unreachable": [], "idle": [], "faults": set()}
    assert {key: set(found[key]) if key == "faults" else found[key] for key in sound} | ({} if "idle" in fault or "unreachable" in fault else {"idle": []}) == \
        sound | fault | ({"idle": found["idle"]} if "unreachable" in fault else {})


@pytest.mark.parametrize("name", WIZARDS)
def test_every_reason_has_its_source(name, catalogue):
    for rule in catalogue.wizards[name].rules:
        assert rule.articles or rule.guides or rule.our_reading


def test_every_reason_on_the_law_has_an_article(catalogue):
    assert [rule.id for rule in catalogue.wizards["quelle-procedure"].rules if not rule.articles] == []


@pytest.mark.parametrize("name", WIZARDS)
def test_every_outcome_can_come_out(name, catalogue):
    shown = catalogue.wizards[name]
    spoken_of = {outcome for rule in shown.rules for outcome in rule.effects}
    assert [one.id for one in shown.outcomes if one.id not in spoken_of] == []


def test_every_way_to_buy_of_the_catalogue_is_judged(catalogue):
    routes = {name for name in catalogue.procedures if name != "regles-communes"}
    assert {one.procedure for one in catalogue.wizards["quelle-procedure"].outcomes if one.procedure} == routes
