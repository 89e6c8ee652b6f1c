import pytest

RULE = "docs/_donnees/relecture/besoin-vague.yml"


@pytest.mark.parametrize("old, new, line, key, said", [
    ("pratiques: [dire]", "pratiques: [dir]", 8, "pratiques.1", "pratique inconnue « dir »"),
    ("erreurs: [besoin-flou]", "erreurs: [besoin]", 9, "erreurs.1", "erreur inconnue « besoin »"),
    ("ecueils: [collection]", "ecueils: [colection]", 10, "ecueils.1", "écueil inconnu « colection »"),
    ("clauses: [fait-compte]", "clauses: [fait]", 11, "clauses.1", "clause inconnue « fait »"),
    ("element: avant#probleme", "element: avant#problem", 12, "element", "n'a pas d'élément « problem »"),
    ('"Selon les besoins, une visite a lieu."', '"Une visite a lieu."', 13, "exemples.3", "ne trouve rien dans « Une visite a lieu. »"),
    ('"Les besoins sont dits."', '"Selon besoins."', 14, "contre_exemples.2", "s'arrête sur « Selon besoins. »"),
    ('motifs: ["selon (les )?besoins"]', 'motifs: ["selon (les )*besoins"]', 5, "motifs.1", "parenthèse répétée"),
    ('article("R2122-8")', 'article("R2122-9")', 6, "article", "article inconnu « R2122-9 »"),
    ("Dites qui, quand, et combien de fois.", "Dites-le avant 30 jours.", 7, "30 jours", "délai écrit à la main"),
    ("famille: flou", "famille: floue", 3, "famille", "« floue » n'est pas prévu"),
])
def test_rule_that_is_wrong_is_told_with_its_line(load_with, edited, old, new, line, key, said):
    _, problems = load_with(edited(RULE, old, new))
    assert [(one.file, one.line, one.key) for one in problems if said in one.what] == [(RULE, line, key)], problems


def test_too_few_examples_are_told(load_with, edited):
    _, problems = load_with(edited(RULE, '"Les ateliers ont lieu selon les besoins.", ', ""))
    assert any("2 dans « exemples »" in one.what for one in problems), problems


def test_gap_names_a_strength_that_exists(load_with, sound):
    gap = sound[RULE].replace("genre: passage\nfamille: flou", "genre: manque\nforces: [dit]")
    _, problems = load_with({"docs/_donnees/relecture/besoin-tu.yml": gap})
    assert ["force inconnue « dit »"] == [one.what for one in problems]
    strength = sound[RULE].replace("genre: passage\nfamille: flou\ngravite: moyenne", "genre: force").replace("reformulation: Dites qui, quand, et combien de fois.\n", "")
    assert load_with({"docs/_donnees/relecture/besoin-tu.yml": gap, "docs/_donnees/relecture/dit.yml": strength})[1] == []


def test_reason_that_asserts_without_a_source_is_listed(load_with, edited):
    catalogue, problems = load_with(edited(RULE, 'Personne ne sait ce qui est demandé ({{ article("R2122-8") }}).', "Il est interdit de se taire."))
    assert problems == []
    assert [(one.file, one.line) for one in catalogue.unsourced] == [(RULE, 6)]
