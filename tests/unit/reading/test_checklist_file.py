import pytest

from macros.reading.checklist_file import read_checklist

HEADER = """\
---
titre: Avant
resume: Des questions.
etape: decider
publics: [acheteur]
duree: 20 min
verifie_le: 2026-11-23
---
"""
BODY = """\

Une introduction.

## Le problème { #le-probleme }

- [ ] Nous disons le problème. { #probleme }

    Pourquoi : un outil choisi trop tôt déforme le besoin.

    Source : proposition de la rédaction.

- [ ] Nous connaissons les usagers
  et leurs habitudes. { #usagers }

    Pourquoi : on achète
    pour eux.

    Sources : {{ guide("livre") }}, {{ guide("repere") }}

## La suite { #la-suite }

- [ ] Nous savons qui portera la suite. { #suite-portee }

    Pourquoi : une étude remise à personne ne sert à personne.

    Source : {{ guide("livre") }}
"""


@pytest.fixture
def read(tmp_path):
    def read_body(body, header=HEADER, name="avant.md"):
        file = tmp_path / name
        file.write_text(header + body, encoding="utf-8")
        return read_checklist(file, f"docs/{name}")

    return read_body


@pytest.fixture
def refused(read):
    """The problems, all of one file, of the sound list in which `old` became `new`."""
    def read_changed(old, new):
        assert BODY.count(old) == 1
        checklist, _, problems = read(BODY.replace(old, new))
        assert checklist is None
        assert {problem.file for problem in problems} == {"docs/avant.md"}
        return problems

    return read_changed


def test_list_is_read_with_its_sections_and_items(read):
    checklist, _, problems = read(BODY)
    assert problems == []
    assert checklist.id == "avant"
    assert checklist.header.title == "Avant"
    assert checklist.intro == "Une introduction."
    assert [(section.id, section.title) for section in checklist.sections] == [("le-probleme", "Le problème"), ("la-suite", "La suite")]
    assert [item.id for item in checklist.items] == ["probleme", "usagers", "suite-portee"]
    assert checklist.total == 3


def test_item_has_its_text_without_its_id_its_reason_and_its_sources(read):
    item = read(BODY)[0].items[0]
    assert item.text == "Nous disons le problème."
    assert item.why == "un outil choisi trop tôt déforme le besoin."
    assert item.sources == "proposition de la rédaction."


def test_item_may_run_over_two_lines_and_have_several_sources(read):
    item = read(BODY)[0].items[1]
    assert item.text.split() == "Nous connaissons les usagers et leurs habitudes.".split()
    assert item.sources == '{{ guide("livre") }}, {{ guide("repere") }}'


def test_lines_are_those_of_the_file(read):
    first, second, third = read(BODY)[0].items
    assert (first.line, first.why_line, first.sources_line) == (14, 16, 18)
    assert (second.line, second.why_line, second.sources_line) == (20, 23, 26)
    assert third.line == 30


def test_header_document_knows_the_lines_of_the_file(read):
    assert read(BODY)[1].line_of(("etape",)) == 4


def test_introduction_is_optional_and_may_have_several_paragraphs(read):
    assert read(BODY.replace("Une introduction.\n", ""))[0].intro == ""
    assert read(BODY.replace("Une introduction.", "Une.\n\nDeux."))[0].intro == "Une.\n\nDeux."


@pytest.mark.parametrize("old, new", [("Source : {{ guide", "Sources : {{ guide"), ("Pourquoi : une", "Pourquoi: une"), ("- [ ] Nous savons", "* [ ] Nous savons")])
def test_small_variations_of_hand_are_accepted(read, old, new):
    checklist, _, problems = read(BODY.replace(old, new))
    assert problems == [] and checklist.total == 3


@pytest.mark.parametrize("old, new, line, key, word", [
    # ids
    (" { #probleme }", "", 14, "", "manquant"),
    ("## La suite { #la-suite }", "## La suite", 28, "", "manquant"),
    ("{ #probleme }", "{#probleme}", 14, "probleme", "collées"),
    ("{ #probleme }", "{ #probleme}", 14, "probleme", "collées"),
    ("{ #la-suite }", "{#la-suite}", 28, "la-suite", "collées"),
    ("{ #probleme }", "{ #Problème }", 14, "Problème", "identifiant"),
    ("{ #probleme }", "{ #un_probleme }", 14, "un_probleme", "identifiant"),
    ("{ #usagers }", "{ #probleme }", 20, "probleme", "ligne 14"),
    ("{ #usagers }", "{ #le-probleme }", 20, "le-probleme", "ligne 12"),
    ("{ #la-suite }", "{ #usagers }", 28, "usagers", "ligne 20"),
    # items
    ("- [ ] Nous disons", "- Nous disons", 14, "", "case"),
    ("- [ ] Nous disons", "- [] Nous disons", 14, "", "case"),
    ("- [ ] Nous disons", "- [ ]Nous disons", 14, "", "case"),
    ("- [ ] Nous disons", "- [x] Nous disons", 14, "", "cochée"),
    ("Nous disons le problème. { #probleme }", "{ #probleme }", 14, "probleme", "texte"),
    ("Nous disons le problème.", 'Nous disons {{ guide("livre") }}.', 14, "probleme", "renvoi"),
    ("    Pourquoi : un outil choisi trop tôt déforme le besoin.\n\n", "", 14, "probleme", "« Pourquoi »"),
    ("un outil choisi trop tôt déforme le besoin.", "", 14, "probleme", "« Pourquoi »"),
    ("    Source : proposition de la rédaction.\n\n", "", 14, "probleme", "« Source »"),
    ("Source : proposition de la rédaction.", "Source :", 14, "probleme", "« Source »"),
    ("    Source : proposition de la rédaction.", "    Source : une.\n\n    Source : deux.", 20, "probleme", "deux fois"),
    ("    Source : proposition de la rédaction.", "    Source : une.\n\n    Sources : deux.", 20, "probleme", "deux fois"),
    ("    Source : proposition de la rédaction.", "    Source : une.\n\n    Un mot de plus.", 20, "probleme", "place"),
    ("    Source : proposition de la rédaction.", "    Source : une.\n\n    - [ ] Un sous-élément. { #sous }", 20, "probleme", "place"),
    # body
    ("## La suite { #la-suite }", "### La suite { #la-suite }", 28, "", "place"),
    ("Une introduction.", "# Avant", 10, "", "place"),
    ("## La suite { #la-suite }", "Une phrase perdue.\n\n## La suite { #la-suite }", 28, "", "place"),
    ("## La suite { #la-suite }", "<!-- note -->\n\n## La suite { #la-suite }", 28, "", "place"),
    ("## La suite { #la-suite }", "1. [ ] Numéroté. { #numero }\n\n## La suite { #la-suite }", 28, "", "place"),
    ("## La suite { #la-suite }", "## { #la-suite }", 28, "la-suite", "titre"),
    ("## La suite { #la-suite }", "## Le vide { #le-vide }\n\n## La suite { #la-suite }", 28, "le-vide", "sans élément"),
    ("Une introduction.", "- [ ] Trop tôt. { #trop-tot }", 10, "", "avant la première rubrique"),
])
def test_what_is_not_in_the_format_is_refused_on_its_line(refused, old, new, line, key, word):
    (problem,) = refused(old, new)
    assert (problem.line, problem.key) == (line, key)
    assert word in problem.what


@pytest.mark.parametrize("old, new, proposal", [
    (" { #probleme }", "", "{ #nous-disons-le-probleme }"),
    ("## La suite { #la-suite }", "## La suite", "{ #la-suite }"),
    ("{ #probleme }", "{ #Problème d'été }", "{ #probleme-d-ete }"),
    ("{ #probleme }", "{#probleme}", "{ #probleme }"),
])
def test_id_to_write_is_proposed(refused, old, new, proposal):
    (problem,) = refused(old, new)
    assert proposal in problem.remedy


def test_proposed_id_is_short(refused):
    (problem,) = refused("Nous disons le problème. { #probleme }", "Un deux trois quatre cinq six sept huit.")
    assert "{ #un-deux-trois-quatre-cinq-six }" in problem.remedy


@pytest.mark.parametrize("body", ["", "\nUne introduction seule.\n"])
def test_list_without_section_is_refused(read, body):
    checklist, _, (problem,) = read(body)
    assert checklist is None
    assert "vide" in problem.what


def test_every_problem_of_the_header_and_of_the_body_is_told(read):
    header = HEADER.replace("etape: decider", "etape: rêver")
    checklist, _, problems = read(BODY.replace("{ #probleme }", "").replace("- [ ] Nous savons", "- [x] Nous savons"), header)
    assert checklist is None
    assert sorted(problem.line for problem in problems) == [4, 14, 30]


def test_unreadable_header_does_not_hide_the_problems_of_the_body(read):
    _, _, problems = read(BODY.replace("{ #probleme }", ""), HEADER.replace("titre: Avant", "titre: Avant : après"))
    assert sorted(problem.line for problem in problems) == [2, 14]


@pytest.mark.parametrize("header, line", [("", 1), ("---\ntitre: a\n", 1)])
def test_list_without_a_closed_header_is_refused(read, header, line):
    checklist, _, (problem,) = read(BODY, header)
    assert checklist is None
    assert problem.line == line


def test_file_name_that_is_no_id_is_refused(read):
    checklist, _, (problem,) = read(BODY, name="Avant de.md")
    assert checklist is None
    assert "avant-de.md" in problem.remedy


def test_unreadable_bytes_are_refused(tmp_path):
    file = tmp_path / "avant.md"
    file.write_bytes("---\ntitre: été\n---\n".encode("latin-1"))
    checklist, _, (problem,) = read_checklist(file, "docs/avant.md")
    assert checklist is None
    assert (problem.line, "UTF-8" in problem.what) == (2, True)
