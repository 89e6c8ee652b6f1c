import pytest
from pydantic import ValidationError

from macros.models.wizard import Question, Rule

ANSWERS = [{"id": "a", "texte": "A"}]
RULE = {"id": "r", "si": {"q": ["a"]}, "effet": {"x": "possible"}, "raison": "Parce que.", "articles": ["R1"]}


def refusal(model, value) -> dict:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(value)
    return refused.value.errors()[0]["ctx"]


def test_not_knowing_is_one_more_answer():
    question = Question.model_validate({"id": "q", "texte": "Q ?", "inconnu": "oui", "reponses": ANSWERS})
    assert question.answer_ids == ("a", "inconnu") and question.name == "Q ?"


@pytest.mark.parametrize("changes", [{"type": "montant"}, {"reponses": []}, {"id": "tous"}, {"id": "fait"}, {"reponses": [{"id": "inconnu", "texte": "?"}]}])
def test_question_that_cannot_be_asked(changes):
    assert refusal(Question, {"id": "q", "texte": "Q ?", "reponses": ANSWERS} | changes)["remedy"]


def test_amount_has_no_answers_of_its_own():
    assert Question.model_validate({"id": "q", "texte": "Q ?", "type": "montant"}).answer_ids == ()


def test_reason_has_a_source():
    assert "source" in refusal(Rule, {key: value for key, value in RULE.items() if key != "articles"})["what"]


@pytest.mark.parametrize("source", [{"articles": ["R1"]}, {"guides": [{"id": "livre"}]}, {"notre_lecture": "oui"}])
def test_source_is_an_article_a_guide_or_ourselves(source):
    Rule.model_validate({key: value for key, value in RULE.items() if key != "articles"} | source)


def test_rule_without_effect_is_refused():
    with pytest.raises(ValidationError):
        Rule.model_validate(RULE | {"effet": {}})


def test_thresholds_and_conditions_of_a_wizard(catalogue):
    wizard = catalogue.wizards["voie"]
    assert wizard.thresholds == ("dispense",)
    assert [path for path, _ in wizard.conditions()] == [("questions", 1, "quand"), ("faits", 0, "si"), ("regles", 0, "si"), ("regles", 1, "si")]
    assert wizard.question("valeur").answer_type.value == "montant" and wizard.question("rien") is None and wizard.fact("rien") is None
