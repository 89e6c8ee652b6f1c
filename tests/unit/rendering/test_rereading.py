import json

import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.models.rereading import Severity, rule_data
from macros.rendering.rereading import GROUPS, SEVERITIES, rereading_rules

RULE = "docs/_donnees/relecture/besoin-vague.yml"
PAGE = "ecrire/regles-du-relecteur.md"


@pytest.fixture
def source(load_with):
    def shown(changes=None):
        catalogue, problems = load_with(changes)
        assert problems == []
        return rereading_rules(context_for(catalogue, PAGE))

    return shown


@pytest.fixture
def strength(sound):
    return {"docs/_donnees/relecture/dit.yml": sound[RULE].replace("genre: passage\nfamille: flou\ngravite: moyenne", "genre: force")
            .replace("reformulation: Dites qui, quand, et combien de fois.\n", "")}


def test_rule_is_whole_without_script(source):
    rule = BeautifulSoup(source(), "html.parser").select_one("article#besoin-vague")
    words = " ".join(rule.get_text(" ").split())
    for part in ("Le besoin reste vague", "À regarder", "Personne ne sait", "R. 2122-8", "Dites qui, quand", "Les ateliers ont lieu selon les besoins"):
        assert part in words
    assert {link["href"].partition("#")[2] for link in rule.select("[data-rule-links] a")} >= {"dire", "besoin-flou", "collection", "fait-compte", "probleme"}


def test_engine_finds_in_the_attributes_what_python_translated(source):
    rule = BeautifulSoup(source(), "html.parser").select_one("[data-rereading-rules] [data-rule]")
    assert (rule["data-rule"], rule["data-kind"], rule["data-family"], rule["data-severity"]) == ("besoin-vague", "passage", "flou", "moyenne")
    assert json.loads(rule["data-patterns"]) == [r"\b(?:selon (?:les )?besoins)(?!\w)"]
    assert not rule.has_attr("data-unless") and not rule.has_attr("data-covered-by")


def test_pattern_with_quotes_and_apostrophes_crosses_the_page_unharmed(source, edited, load_with):
    change = edited(RULE, 'motifs: ["selon (les )?besoins"]', 'motifs: ["selon (les )?besoins", "l\'envie & \\"autres\\""]\nsauf: ["sauf l\'été"]')
    catalogue, _ = load_with(change)
    rule = BeautifulSoup(source(change), "html.parser").select_one("[data-rule]")
    wanted = rule_data(catalogue.rereading_rules["besoin-vague"])
    assert json.loads(rule["data-patterns"]) == wanted["patterns"]
    assert json.loads(rule["data-unless"]) == wanted["unless"] == [r"\b(?:sauf l'ete)(?!\w)"]


def test_parts_come_in_their_order_and_only_when_they_hold_a_rule(source, strength):
    assert [line for line in source().splitlines() if line.startswith("## ")] == ["## Ce qui reste flou { #regles-flou }"]
    assert [line for line in source(strength).splitlines() if line.startswith("## ")] == ["## Ce qui reste flou { #regles-flou }", "## Ce qui est bien fait { #regles-force }"]


def test_strength_has_neither_severity_nor_rewording(source, strength):
    rule = BeautifulSoup(source(strength), "html.parser").select_one("#dit")
    assert rule["data-severity"] == "" and not rule.select("[data-rule-rewording], .ci-rule__severity")


def test_graver_rules_come_first(source, sound):
    other = {"docs/_donnees/relecture/autre.yml": sound[RULE].replace("moyenne", "forte").replace("Le besoin reste vague", "Zut")}
    assert [tag["data-rule"] for tag in BeautifulSoup(source(other), "html.parser").select("[data-rule]")] == ["autre", "besoin-vague"]


def test_each_kind_and_family_has_its_part_and_each_severity_its_word():
    assert len({anchor for anchor, *_ in GROUPS}) == len(GROUPS) == 6
    assert SEVERITIES.keys() == set(Severity)
