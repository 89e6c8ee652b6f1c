import pytest

from macros.models.guide import Guide
from macros.reading.yaml_file import check_file_name, read_yaml_model

GUIDE = "titre: a\ncourt: b\nediteur: c\ngenre: guide\nstatut: lu\nconsulte_le: 2026-11-23\nresume: d\n"


def read(tmp_path, text, name="un-guide.yml"):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return read_yaml_model(Guide, file, f"docs/{name}")


def test_file_name_is_the_id(tmp_path):
    guide, document, problems = read(tmp_path, GUIDE)
    assert guide.id == "un-guide" and problems == []
    assert document.line_of(("genre",)) == 4


@pytest.mark.parametrize("name, proposal", [
    ("Mon guide.yml", "mon-guide.yml"), ("été_2026.yml", "ete-2026.yml"), ("guide-.yml", "guide.yml"), ("a--b.yml", "a-b.yml"),
    ("Cœur.yml", "coeur.yml"), ("Œuvre.yml", "oeuvre.yml"),
])
def test_file_name_that_is_no_id_is_refused_with_a_proposal(tmp_path, name, proposal):
    (problem,) = check_file_name(tmp_path / name, f"docs/{name}")
    assert (problem.file, problem.line) == (f"docs/{name}", 0)
    assert f" {proposal}." in problem.remedy


@pytest.mark.parametrize("name", ["a.yml", "27e-region.yml", "ccag-pi.yml"])
def test_file_name_that_is_an_id_is_accepted(tmp_path, name):
    assert check_file_name(tmp_path / name, name) == []


def test_wrong_name_and_wrong_content_are_told_together(tmp_path):
    guide, _, problems = read(tmp_path, GUIDE.replace("genre: guide", "genre: zzz"), "Mon guide.yml")
    assert guide is None
    assert [problem.line for problem in problems] == [0, 4]


@pytest.mark.parametrize("text, line", [("a: b: c\n", 1), (GUIDE + "titre: e\n", 8), ("", 1), (GUIDE.replace("genre: guide", "genre: zzz"), 4)])
def test_each_defect_is_told_once_on_its_line(tmp_path, text, line):
    guide, _, (problem,) = read(tmp_path, text)
    assert guide is None
    assert (problem.file, problem.line) == ("docs/un-guide.yml", line)


def test_unreadable_bytes_are_refused(tmp_path):
    file = tmp_path / "un-guide.yml"
    file.write_bytes("titre: été\n".encode("latin-1"))
    guide, _, (problem,) = read_yaml_model(Guide, file, "docs/un-guide.yml")
    assert guide is None
    assert "UTF-8" in problem.what
