from macros.check import main


def test_sound_project_passes_and_is_counted(write_project, capsys):
    assert main(write_project()) == 0
    printed = capsys.readouterr().out
    assert "6 pages" in printed
    assert "1 checklists (2 éléments)" in printed
    assert "2 sources" in printed
    assert "2 seuils" in printed


def test_every_problem_is_printed_and_the_check_fails(write_project, edited, capsys):
    root = write_project(edited("docs/_donnees/guides/livre.yml", "genre: livre", "genre: roman")
                         | edited("docs/index.md", 'procedure("dialogue")', 'procedure("dialogues")'))
    assert main(root) == 1
    printed = capsys.readouterr().out
    assert "docs/_donnees/guides/livre.yml:5 · genre" in printed
    assert "docs/index.md:11 · procedure" in printed


def test_wrong_date_of_the_law_is_printed_like_any_problem(write_project, monkeypatch, capsys):
    monkeypatch.setenv("DATE_DU_DROIT", "hier")
    assert main(write_project()) == 1
    assert "DATE_DU_DROIT" in capsys.readouterr().out
