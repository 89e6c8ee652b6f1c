from macros.check import main


def test_sound_project_passes_and_is_counted(write_project, capsys):
    assert main(write_project()) == 0
    printed = capsys.readouterr().out
    assert "20 pages" in printed
    assert "1 checklists (2 éléments)" in printed
    assert "2 sources" in printed
    assert "2 seuils" in printed
    assert "1 erreurs, 1 clauses, 1 règles de relecture, 1 pratiques, 1 écueils, 2 termes, 1 changements du droit" in printed
    assert "aucune (0 justifiées dans leur fichier)" in printed


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


PRACTICE = "docs/_donnees/pratiques/dire.md"
PITFALL = "docs/_donnees/ecueils/collection.md"


def test_sentences_without_a_source_fail_the_check_though_nothing_is_wrong_otherwise(write_project, edited, capsys):
    root = write_project(edited(PRACTICE, "Relisez à deux.", "Il doit lire.\n\nIl doit écrire.") | edited(PITFALL, "Une boîte, une date.", "Il doit publier."))
    assert main(root) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Rien à corriger")
    assert [line for line in lines if line == PITFALL or line == PRACTICE or line.startswith("  ligne")] == [
        PITFALL, "  ligne 23 · Il doit publier.", PRACTICE, "  ligne 30 · Il doit lire.", "  ligne 32 · Il doit écrire."]
    assert lines[-1] == "3 phrases."
    assert any("sans_source" in line for line in lines)


def test_problems_come_first_then_the_sentences_without_a_source(write_project, edited, capsys):
    root = write_project(edited(PRACTICE, "Relisez à deux.", "Il doit lire.") | edited("docs/index.md", 'procedure("dialogue")', 'procedure("dialogues")'))
    assert main(root) == 1
    printed = capsys.readouterr().out
    assert "Rien à corriger" not in printed
    assert printed.index("docs/index.md:11") < printed.index("1 problème") < printed.index("ligne 30 · Il doit lire.")


def test_sentences_that_are_justified_pass_and_are_counted_page_or_data(write_project, sound, capsys):
    justified = "sans_source: [{phrase: Il doit, raison: un conseil}]\nverifie_le:"
    home = sound["docs/index.md"].replace("verifie_le:", justified) + "\nIl doit lire.\n"
    assert main(write_project({"docs/index.md": home, PITFALL: sound[PITFALL].replace("verifie_le:", justified).replace("Une boîte, une date.", "Il doit publier.")})) == 0
    assert "aucune (2 justifiées dans leur fichier)" in capsys.readouterr().out
