"""Each rule of docs/_donnees/relecture, tried by the very engine of the site."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.models.rereading import Notice, RuleFamily, rule_data
from tests.relecture.measure import TEXTS, reread, run_engine


def test_rules_are_many_and_of_every_kind(rules):
    kinds = Counter(rule.kind for rule in rules.values())
    assert kinds[Notice.PASSAGE] >= 40 and kinds[Notice.MISSING] >= 10 and kinds[Notice.STRENGTH] >= 10
    assert {rule.family for rule in rules.values()} == {None, *RuleFamily}


def test_each_example_is_found_and_each_near_miss_is_not(rules):
    """One run for all: a text is looked at by its own rule alone."""
    tried = [(rule, text, wanted) for rule in rules.values() for texts, wanted in ((rule.examples, True), (rule.near_misses, False)) for text in texts]
    data = [rule_data(rule) | {"context": [], "coveredBy": []} for rule in rules.values()]
    results = run_engine(data, [text for _, text, _ in tried])
    wrong = []
    for (rule, text, wanted), found in zip(tried, results):
        named = {one["rule"] for one in (*found["remarks"], *found["strengths"])}
        there = rule.id not in found["missing"] if rule.kind is Notice.MISSING else rule.id in named
        if there is not wanted:
            wrong.append(f"{rule.id} : {'ne trouve pas' if wanted else 'relève'} « {text} »")
    assert wrong == []
    assert len(tried) >= 6 * len(rules)


def test_python_judges_the_examples_as_the_engine_does(rules):
    """The build warns with Python's eyes, the page reads with the browser's."""
    texts = [text for rule in rules.values() for text in (*rule.examples, *rule.near_misses)]
    data = [rule_data(rule) | {"context": [], "coveredBy": []} for rule in rules.values() if rule.kind is not Notice.MISSING]
    by_id = {rule.id: rule for rule in rules.values()}
    differing = [
        (one["id"], text) for text, found in zip(texts, run_engine(data, texts)) for one in data
        if by_id[one["id"]].finds(text) is not (one["id"] in {place["rule"] for place in (*found["remarks"], *found["strengths"])})
    ]
    assert len(differing) <= len(texts) * len(data) // 500, differing[:20]


def test_commented_orders_of_the_guide_come_out_nearly_clean(catalogue, rules):
    for order in catalogue.orders.values():
        (found,) = reread(rules.values(), ["\n\n".join(order.fields().values())])
        assert len(found["remarks"]) <= 1 and len(found["missing"]) <= 2, (order.id, found)
        assert len(found["strengths"]) >= 8, order.id


def test_practices_are_silent_on_what_they_advise_and_speak_of_what_they_mend(catalogue, rules):
    practices = list(catalogue.practices.values())
    passages = [rule for rule in rules.values() if rule.kind is Notice.PASSAGE]
    after = {one.id: found["remarks"] for one, found in zip(practices, reread(passages, [one.after for one in practices])) if found["remarks"]}
    before = [one.id for one, found in zip(practices, reread(passages, [one.before for one in practices])) if not found["remarks"]]
    assert after == {}
    assert len(before) <= 7, before


def test_closed_specification_comes_back_with_remarks_worth_a_thank(rules):
    text = (TEXTS / "catalogue.md").read_text(encoding="utf-8")
    (found,) = reread(rules.values(), [text])
    assert len({one["rule"] for one in found["remarks"]}) >= 30
    assert len(found["missing"]) >= 7
    assert len(found["strengths"]) <= 1


@pytest.mark.parametrize("name", ["solution-imposee", "nombre-d-ateliers", "esquisse-gratuite", "budget-tu", "manque-essai", "fait-compte"])
def test_rule_that_other_pages_name_exists(rules, name):
    assert name in rules
