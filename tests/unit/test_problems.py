import pytest

from macros.problems import Problem, ProblemsFound, did_you_mean, report


def test_problem_shows_file_line_key_defect_and_remedy_in_that_order():
    assert str(Problem("a.yml", 3, "titre", "vide", "Remplissez.")) == "a.yml:3 · titre · vide · Remplissez."


def test_problem_of_a_whole_file_shows_no_line():
    assert str(Problem("a.yml", 0, "titre", "vide", "Remplissez.")).startswith("a.yml · ")


def test_problem_without_key_leaves_no_hole():
    assert str(Problem("a.yml", 3, "", "vide", "Remplissez.")) == "a.yml:3 · vide · Remplissez."


def test_problem_cannot_be_changed():
    with pytest.raises(AttributeError):
        Problem("a.yml", 1, "", "x", "y").line = 2


def test_problems_are_told_by_file_then_by_line_number():
    tenth, second, other = Problem("a", 10, "", "x", ""), Problem("a", 2, "", "x", ""), Problem("b", 1, "", "x", "")
    assert ProblemsFound([other, tenth, second]).problems == (second, tenth, other)


def test_same_problem_found_twice_is_told_once():
    assert len(ProblemsFound([Problem("a", 1, "", "x", "")] * 2).problems) == 1


def test_every_problem_is_in_the_message_of_the_exception():
    problems = [Problem("a", line, "", "x", "") for line in (1, 2, 3)]
    message = str(ProblemsFound(problems))
    assert all(str(problem) in message.splitlines() for problem in problems)


@pytest.mark.parametrize("count, beginning", [(1, "1 problème "), (2, "2 problèmes "), (12, "12 problèmes ")])
def test_report_ends_with_the_count_in_agreement(count, beginning):
    last = report([Problem("a", line, "", "x", "") for line in range(count)]).splitlines()[-1]
    assert last.startswith(beginning)


def test_near_miss_is_proposed():
    assert "« titre »" in did_you_mean("tirte", ["editeur", "titre"])


def test_nearest_of_several_is_proposed():
    assert "« sections »" in did_you_mean("section", ["actions", "sections"])


@pytest.mark.parametrize("word, known", [("zzz", ["titre", "editeur"]), ("titre", []), ("", ["titre"])])
def test_nothing_is_proposed_when_nothing_is_near(word, known):
    assert did_you_mean(word, known) == ""


def test_known_words_may_come_from_any_iterable():
    assert "« titre »" in did_you_mean("titr", (word for word in ["titre"]))
