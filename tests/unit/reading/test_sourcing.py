import pytest

from macros.models.prose import Justification
from macros.reading.sourcing import Unsourced, justified, unsourced_sentences


def found(text):
    return [one.sentence for one in unsourced_sentences(text, "a.md", 1)]


@pytest.mark.parametrize("sentence", [
    "L'acheteur doit publier.", "Vous devez attendre.", "C'est obligatoire.", "Cela est interdit.", "Les textes l'imposent.", "La loi exige un écrit.", "Il est tenu de répondre.",
    "Elles sont tenues d'écrire.", "Vous avez le droit de refuser.", "Vous pouvez exiger un devis.", "Il est dispensé de publicité.", "Une obligation demeure.",
    "Comptez onze jours.", "Comptez 11 jours.", "Cela coûte 40 000 €.", "Un gain de 20 %.", "Deux semaines suffisent.", "Il y faut six mois.", "Trois ans plus tard.", "Cent euros.", "12 k€ suffisent.",
    "DOIT ÊTRE LU.", "Un sur dix, soit dix pour cent.",
])
def test_sentence_that_asserts_law_or_a_figure_needs_a_source(sentence):
    assert found(sentence) == [sentence]


@pytest.mark.parametrize("sentence", [
    "", "Écrivez le problème.", "On choisit mieux ainsi.", "Un endroit adroit.", "Trois agents cherchent.", "Le droit est long.", "Une doitance.", "Quelques jours.", "Le 23 août 2026.", "La page 12.",
])
def test_advice_and_plain_words_need_none(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize("macro", ["guide", "article", "seuil", "delai", "chiffre", "procedure", "exemple"])
def test_source_anywhere_in_the_paragraph_is_enough(macro):
    assert found(f'Il doit publier. On le sait {{{{ {macro}("x") }}}}. Il doit attendre.') == []
    assert found(f'Il doit publier,\net on le sait\n{{{{{macro}("x") }}}}.') == []


@pytest.mark.parametrize("macro", ["pratique", "terme", "element", "checklist", "fiche_guide", "mon_guide"])
def test_other_macros_are_no_source(macro):
    assert found(f'Il doit publier, {{{{ {macro}("x") }}}}.') == [f'Il doit publier, {{{{ {macro}("x") }}}}.']


@pytest.mark.parametrize("text", [
    'Il doit publier.\n\nVoir {{ guide("x") }}.', '- Il doit publier.\n- Voir {{ guide("x") }}.', '1. Il doit publier.\n2. Voir {{ guide("x") }}.',
    '## Voir {{ guide("x") }}\nIl doit publier.', '| Il doit publier. |\n| Voir {{ guide("x") }}. |', 'Il doit publier.\n- Voir {{ guide("x") }}.', '!!! note "Voir {{ guide("x") }}"\n\n    Il doit publier.',
])
def test_source_of_another_paragraph_item_or_row_is_not_enough(text):
    assert len(found(text)) == 1 and "doit publier" in found(text)[0]


def test_only_the_sentences_that_assert_are_told():
    assert found("Écrivez. Il doit publier ! « Il faut voir. » Vous devez lire…") == ["Il doit publier !", "Vous devez lire…"]


@pytest.mark.parametrize("text, sentences", [
    ("Il dit : « Il doit. » Puis il part.", ["Il dit : « Il doit."]), ("Il doit. (Il devra.) Fin.", ["Il doit.", "(Il devra."]), ("**Il doit.** Fin.", ["**Il doit."]),
    ("Il doit. \"Il devra.\" Fin.", ["Il doit.", '"Il devra.']), ("Il doit, dit-il. Élire. Être. Il doit lire.", ["Il doit, dit-il.", "Il doit lire."]),
])
def test_sentence_ends_before_a_capital_whatever_the_quotation_marks(text, sentences):
    assert found(text) == sentences


@pytest.mark.parametrize("text, sentence", [
    ("- Il doit publier.", "Il doit publier."), ("12. Il doit publier.", "Il doit publier."), ("Il doit\npublier.", "Il doit publier."), ("Il doit (art. 3 du code) publier.", "Il doit (art. 3 du code) publier."),
    ("    Il doit publier.", "Il doit publier."),
])
def test_sentence_is_told_whole_and_without_its_bullet(text, sentence):
    assert found(text) == [sentence]


@pytest.mark.parametrize("text", [
    "## Il doit publier", "`Il doit publier.`", "```\nIl doit publier.\n```", "{% raw %}Il doit publier.{% endraw %}", "<!-- Il doit\npublier. -->", "!!! exemple\n    Il doit publier.", "!!! avant\n\n    Comptez 11 jours.",
])
def test_headings_code_comments_and_examples_assert_nothing(text):
    assert found(text) == []


def test_line_is_that_where_the_paragraph_begins():
    text = "# Titre\n\n```\ndoit\n```\n\nUn.\nIl doit publier.\n\n- Rien.\n- Il doit attendre.\n"
    assert unsourced_sentences(text, "a.md", 10) == [Unsourced("a.md", 16, "Il doit publier."), Unsourced("a.md", 20, "Il doit attendre.")]


def test_sentence_is_shown_with_its_file_and_its_line():
    assert str(Unsourced("a.md", 3, "Il doit publier.")) == "a.md:3 · Il doit publier."


# Justifications


def justify(sentences, *phrases):
    return justified([Unsourced("a.md", 1, one) for one in sentences], [Justification(phrase=phrase, reason="un conseil") for phrase in phrases], "a.md")


@pytest.mark.parametrize("phrase", ["Il doit", "il DOIT publier", "«Il doit", "**Il** doit", "Il  doit", "Il doit publier un avis"])
def test_sentence_that_begins_so_is_justified(phrase):
    assert justify(["Il *doit* publier un [avis](https://exemple.fr)."], phrase) == ([], [])


@pytest.mark.parametrize("phrase", ["doit", "publier", "Il doive", "Vous devez"])
def test_sentence_that_does_not_begin_so_is_left_and_the_justification_is_stale(phrase):
    left, (problem,) = justify(["Il doit publier."], phrase)
    assert [one.sentence for one in left] == ["Il doit publier."]
    assert (problem.file, problem.line, problem.key) == ("a.md", 0, "sans_source")
    assert f"« {phrase} »" in problem.what


def test_justification_covers_every_sentence_that_begins_so_and_no_other():
    left, problems = justify(["Il doit lire.", "Vous devez lire.", "Il doit écrire."], "Il doit")
    assert ([one.sentence for one in left], problems) == (["Vous devez lire."], [])


def test_same_justification_written_twice_is_stale_the_second_time():
    left, problems = justify(["Il doit lire."], "Il doit", "Il doit lire")
    assert left == [] and len(problems) == 1


def test_nothing_to_justify_and_no_justification_make_no_problem():
    assert justify([]) == ([], [])
