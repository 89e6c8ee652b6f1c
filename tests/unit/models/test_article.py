import pytest
from pydantic import TypeAdapter, ValidationError

from macros.models.article import Article, ArticleNumber, Code

CODE = {
    "id": "ccp", "titre": "Code", "court": "CCP", "adresse": "https://exemple.fr", "etat_au": "2026-08-23", "source": "Base",
    "articles": [{"numero": "R2122-8", "objet": "Petits achats", "marque": "confirme"}, {"numero": "R2122-9-1", "objet": "Innovation", "marque": "confirme"}],
}


@pytest.mark.parametrize("number", ["R2122-8", "R2122-9-1", "L2", "35.2.1", "annexe-2", "35", "D2131-5-1"])
def test_number_of_an_article_is_accepted(number):
    assert TypeAdapter(ArticleNumber).validate_python(number) == number


@pytest.mark.parametrize("number", ["", "R. 2122-8", "R 2122-8", "R2122-", "-8", "35..2", "R2122–8", "art. 3"])
def test_badly_typed_number_is_refused(number):
    with pytest.raises(ValidationError):
        TypeAdapter(ArticleNumber).validate_python(number)


@pytest.mark.parametrize("number, label", [
    ("R2122-8", "R. 2122-8"), ("L2131-2", "L. 2131-2"), ("D2131-5-1", "D. 2131-5-1"), ("35.2.1", "35.2.1"), ("annexe-2", "annexe 2"), ("A1", "A1"),
])
def test_article_is_shown_as_a_lawyer_writes_it(number, label):
    assert Article(number=number, subject="x", confidence="confirme").label == label


def test_article_is_found_by_its_exact_number():
    code = Code.model_validate(CODE)
    assert code.article("R2122-9-1").subject == "Innovation"


@pytest.mark.parametrize("number", ["R2122", "R2122-9", "r2122-8", ""])
def test_article_that_is_not_listed_is_not_found(number):
    assert Code.model_validate(CODE).article(number) is None
