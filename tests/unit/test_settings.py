from datetime import date

import pytest

from macros.problems import ProblemsFound
from macros.settings import LAW_DATE_KEY, load_settings, parse_law_date


def test_settings_give_the_folders_and_the_date_of_the_law(write_project):
    root = write_project()
    settings = load_settings(root)
    assert settings.root == root
    assert settings.docs == root / "docs"
    assert settings.data == root / "docs" / "_donnees"
    assert settings.law_date == date(2026, 8, 23)


def test_docs_folder_follows_the_configuration(write_project, sound):
    root = write_project({"mkdocs.yml": sound["mkdocs.yml"] + "docs_dir: textes\n"})
    assert load_settings(root).data == root / "textes" / "_donnees"


def test_environment_wins_over_the_written_date(write_project, monkeypatch):
    monkeypatch.setenv("DATE_DU_DROIT", "2026-03-31")
    assert load_settings(write_project()).law_date == date(2026, 3, 31)


@pytest.mark.parametrize("written", ["2026-08-23", '"2026-08-23"'])
def test_date_is_read_with_or_without_quotes(write_project, written):
    root = write_project({"mkdocs.yml": f"extra: {{{LAW_DATE_KEY}: {written}}}\n"})
    assert load_settings(root).law_date == date(2026, 8, 23)


@pytest.mark.parametrize("config", ["site_name: x\n", "extra:\n", "extra: {autre: 1}\n"])
def test_missing_date_is_refused(write_project, config):
    with pytest.raises(ProblemsFound) as found:
        load_settings(write_project({"mkdocs.yml": config}))
    (problem,) = found.value.problems
    assert (problem.file, problem.key) == ("mkdocs.yml", f"extra.{LAW_DATE_KEY}")


@pytest.mark.parametrize("raw", ["", "23/08/2026", "2026-8-23", "2026-02-30", "2026-08-23T10:00:00", "demain"])
def test_what_is_not_a_date_is_refused_and_quoted(raw):
    with pytest.raises(ProblemsFound) as found:
        parse_law_date(raw)
    (problem,) = found.value.problems
    assert f"« {raw} »" in problem.what


def test_wrong_date_of_the_environment_is_blamed_on_the_environment(write_project, monkeypatch):
    monkeypatch.setenv("DATE_DU_DROIT", "hier")
    with pytest.raises(ProblemsFound) as found:
        load_settings(write_project())
    assert found.value.problems[0].key == "DATE_DU_DROIT"
