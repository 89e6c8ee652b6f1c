"""What the guide tells to copy is not what the Relecteur advises against."""

from __future__ import annotations

import re
from typing import Iterable

import pytest

from tests.relecture.measure import reread


def noticed(rules, texts: Iterable[tuple[str, str]]) -> list[str]:
    """« who · rule · words » for each remark on these texts, their blanks taken as filled."""
    filled = {name: re.sub(r"[\[\]]", "", text) for name, text in texts}
    return [
        f"{name} · {one['rule']} · {text[one['start']:one['end']]}"
        for (name, text), found in zip(filled.items(), reread(rules.values(), filled.values())) for one in found["remarks"]
    ]


def test_clause_to_copy_has_nothing_to_be_noticed(rules, catalogue):
    assert noticed(rules, ((one.id, one.text) for one in catalogue.clauses.values())) == []


def test_practice_has_nothing_to_be_noticed_once_it_is_followed(rules, catalogue):
    assert noticed(rules, ((one.id, one.after) for one in catalogue.practices.values())) == []


def test_rewording_is_not_noticed_in_its_turn(rules):
    assert noticed(rules, ((one.id, one.rewording) for one in rules.values() if one.rewording)) == []


def test_orders_of_the_guide_come_out_nearly_clean(rules, catalogue):
    found = noticed(rules, ((one.id, "\n\n".join(one.fields().values())) for one in catalogue.orders.values()))
    assert len(found) <= 2, found


@pytest.mark.parametrize("clause_id, rule_id", [
    ("enveloppe-annoncee", "budget-annonce"), ("pages-limitees", "pages-limitees"), ("aucune-creation", "aucune-creation"), ("prime", "creation-payee"),
    ("droits-mesures", "droits-mesures"), ("suite-nommee", "suite-nommee"), ("transfert-constate", "transfert-constate"), ("groupement-libre", "groupement-libre"),
    ("variantes-admises", "variantes-admises"), ("moyens-apportes", "apports-nommes"), ("criteres-methode-equipe", "doute-admis"), ("deux-pages-au-contrat", "echec-raconte"),
])
def test_clause_that_does_well_is_told_so(rules, catalogue, clause_id, rule_id):
    (found,) = reread(rules.values(), [re.sub(r"[\[\]]", "", catalogue.clauses[clause_id].text)])
    assert rule_id in {one["rule"] for one in found["strengths"]}
