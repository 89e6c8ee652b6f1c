import pytest
from pydantic_core import PydanticCustomError

from macros.models.condition import Amount, Answered, Every, Fact, Not, Some, condition_data, parse_condition, parts_of


@pytest.mark.parametrize("typed, read", [
    ({"q": ["a", "b"]}, Answered("q", ("a", "b"))),
    ({"v": {"sous": "s"}}, Amount("v", below="s")),
    ({"v": {"des": "s"}}, Amount("v", least="s")),
    ({"fait": "petit"}, Fact("petit")),
    ({"non": {"q": ["a"]}}, Not(Answered("q", ("a",)))),
    ({"un": [{"q": ["a"]}, {"fait": "f"}]}, Some((Answered("q", ("a",)), Fact("f")))),
    ({"tous": [{"q": ["a"]}, {"fait": "f"}]}, Every((Answered("q", ("a",)), Fact("f")))),
    ({"q": ["a"], "r": ["b"]}, Every((Answered("q", ("a",)), Answered("r", ("b",))))),
    ({"au_moins": "2", "parmi": [{"q": ["a"]}, {"r": ["b"]}, {"fait": "f"}]}, Some((Answered("q", ("a",)), Answered("r", ("b",)), Fact("f")), 2)),
])
def test_condition_as_typed(typed, read):
    assert parse_condition(typed) == read


@pytest.mark.parametrize("typed", [
    None, [], {}, "q", {"q": []}, {"q": "a"}, {"q": [{"a": 1}]}, {"v": {"sous": "s", "des": "t"}}, {"v": {"entre": "s"}}, {"fait": ["f"]}, {"non": [{}]}, {"un": []}, {"tous": {}},
    {"au_moins": "2"}, {"parmi": [{"q": ["a"]}]}, {"au_moins": "3", "parmi": [{"q": ["a"]}]}, {"au_moins": "0", "parmi": [{"q": ["a"]}]}, {"au_moins": "1", "parmi": [{"q": ["a"]}], "q": ["a"]},
])
def test_anything_else_is_refused_with_the_way_to_write_it(typed):
    with pytest.raises(PydanticCustomError) as refusal:
        parse_condition(typed)
    assert refusal.value.context["remedy"].startswith(("Écrivez", "On écrit"))


def test_parts_are_all_found_however_deep():
    condition = parse_condition({"non": {"un": [{"q": ["a"]}, {"tous": [{"fait": "f"}, {"v": {"sous": "s"}}]}]}})
    assert [type(part).__name__ for part in parts_of(condition)] == ["Not", "Some", "Answered", "Every", "Fact", "Amount"]


def test_script_reads_english_keys():
    typed = {"un": [{"q": ["a"]}, {"non": {"fait": "f"}}, {"v": {"sous": "s"}}, {"v": {"des": "s"}}, {"tous": [{"q": ["a"]}]}]}
    assert condition_data(parse_condition(typed)) == {"least": 1, "some": [
        {"question": "q", "among": ["a"]}, {"not": {"fact": "f"}}, {"question": "v", "below": "s"}, {"question": "v", "least": "s"},
        {"every": [{"question": "q", "among": ["a"]}]}]}
