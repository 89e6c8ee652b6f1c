import pytest

from macros.reading.typed_law import typed_law_problems


def refused(text):
    (problem,) = typed_law_problems(text, "a.md", 1)
    return problem


@pytest.mark.parametrize("amount", [
    "40 000 €", "40000 €", "40 000€", "40\u202f000\u00a0€", "1,5 million d'euros", "2 millions d'euros", "90 000 euros", "1 euro", "5 548 000 € HT", "40.000 €",
    "12 k€", "12k€", "1,5 k€", "2 millions d’euros", "3 milliards d'euros",
])
def test_typed_amount_is_refused(amount):
    problem = refused(f"Sous {amount}, c'est simple.")
    assert "montant" in problem.what
    assert "seuil(" in problem.remedy


@pytest.mark.parametrize("number", ["R2122-8", "R. 2122-8", "R.2122-8", "R 2122-8", "R.\u00a02122-8", "L2172-3", "L. 2131-2", "D2131-5-1", "R2122-9-1"])
def test_typed_article_number_is_refused(number):
    problem = refused(f"Voir l'article {number} du code.")
    assert "article" in problem.what
    assert problem.key == number


@pytest.mark.parametrize("delay", ["35 jours", "11\u00a0jours", "2 jours", "10\u202fjours", "1 jour", "2 semaines", "1 semaine", "6 mois", "4 ans", "1 an"])
def test_typed_delay_is_refused(delay):
    problem = refused(f"Attendre {delay} avant de signer.")
    assert "délai" in problem.what
    assert "delai(" in problem.remedy


@pytest.mark.parametrize("share", ["20 %", "20%", "2,5 %", "20\u202f%", "20 pour cent"])
def test_typed_percentage_is_refused(share):
    problem = refused(f"Une avance de {share} au moins.")
    assert "pourcentage" in problem.what
    assert "exemple(" in problem.remedy


@pytest.mark.parametrize("text", [
    "", "Une prime en euros.", "Deux millions d'habitants.", "Le 23 août 2026.", "En 40 pages.", "Quelques jours.", "Trois agents.", "Bureau R2.", "12 euroscepticismes",
    "SRL2122-8", "journée de 3 heures", "Six mois.", "En 12 moisissures.", "20 mansardes", "Un pour cent.", "12 semainiers", "3 kiosques",
])
def test_text_without_legal_figure_is_accepted(text):
    assert typed_law_problems(text, "a.md", 1) == []


@pytest.mark.parametrize("text", [
    '{{ article("R2122-8") }}', '{{ article(\n"R2122-8") }}', "`R2122-8`", "{% raw %}40 000 €\n35 jours{% endraw %}", "```yaml\nmontant: 40 000 €\n```",
])
def test_figure_in_a_macro_call_or_in_code_is_accepted(text):
    assert typed_law_problems(text, "a.md", 1) == []


@pytest.mark.parametrize("kind", ["exemple", "avant", "apres", "commande"])
def test_figure_in_an_example_of_ours_is_accepted_and_the_one_after_it_is_not(kind):
    (problem,) = typed_law_problems(f"!!! {kind}\n\n    Budget : 40 000 €, 20 %, 35 jours.\n\nSous 50 000 €.", "a.md", 10)
    assert (problem.line, problem.key) == (14, "50 000 €")


@pytest.mark.parametrize("kind", ["note", "doute"])
def test_figure_in_another_block_is_refused(kind):
    assert refused(f"!!! {kind}\n    Sous 40 000 €.").line == 2


def test_figures_around_a_macro_call_or_code_are_refused_still():
    text = '40 000 € {{ seuil("x") }} 50 000 € `code` 35 jours'
    assert len(typed_law_problems(text, "a.md", 1)) == 3


def test_line_counts_through_code_and_calls():
    text = 'a\n\n```\n1 €\n```\n{{ guide(\n"x") }}\n40 000 €\n'
    (problem,) = typed_law_problems(text, "a.md", 10)
    assert (problem.file, problem.line, problem.key) == ("a.md", 17, "40 000 €")


def test_every_figure_is_told():
    assert [problem.line for problem in sorted(typed_law_problems("1 €\n2 €\nR2122-8\n3 jours", "a.md", 1))] == [1, 2, 3, 4]
