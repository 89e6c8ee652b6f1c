"""What a workshop names exists, and is told on its line when it does not."""

from dataclasses import replace

import pytest

from macros.references import References
from macros.workshop_references import field_findings, stage_findings

WORKSHOP = "docs/_donnees/atelier/commande.yml"


@pytest.mark.parametrize("old, new, wrong", [
    ("page: ecrire/atelier.md", "page: ecrire/atelie.md", "page inconnue « ecrire/atelie.md »"),
    ("partie: probleme,", "partie: problem,", "partie inconnue « problem »"),
    ("pratiques: [dire]\n    champs:\n      - {id: probleme", "pratiques: [dir]\n    champs:\n      - {id: probleme", "pratique inconnue « dir »"),
    ("etape: selection, genre: contradiction", "etape: choix, genre: contradiction", "étape inconnue « choix »"),
    ("si: {probleme: [vide]}", "si: {problem: [vide]}", "signal inconnu « problem »"),
    ("si: {probleme: [vide]}", "si: {probleme: [absent]}", "valeur inconnue « absent »"),
    ("si: {probleme: [vide]}", "si: {montant: [vide]}", "« montant » est un montant"),
    ("si: {probleme: [vide]}", "si: {rencontre: {des: dispense}}", "« rencontre » n'est pas un montant"),
    ("si: {probleme: [vide]}", "si: {montant: {des: dispens}}", "seuil inconnu « dispens »"),
    ("si: {probleme: [vide]}", "si: {fait: petit}", "fait inconnu « petit »"),
    ("voie: [dialogue]", "voie: [dialog]", "valeur inconnue « dialog »"),
    ("  - id: selection\n", "  - id: probleme\n", "étape « probleme » écrite deux fois"),
    ("{id: voie, libelle: La voie", "{id: rencontre, libelle: La voie", "champ « rencontre » écrit deux fois"),
    ("{id: trop-cher,", "{id: sans-probleme,", "contrôle « sans-probleme » écrit deux fois"),
    ("{id: reponse, titre: 2. Votre réponse}", "{id: probleme, titre: 2. Votre réponse}", "partie « probleme » écrite deux fois"),
])
def test_workshop_names_what_exists(old, new, wrong, edited, load_with):
    _, problems = load_with(edited(WORKSHOP, old, new))
    found = [problem for problem in problems if problem.what == wrong]
    assert len(found) == 1 and found[0].file == WORKSHOP and found[0].line and found[0].remedy


def test_procedure_that_is_to_be_mended_is_not_unknown(sound, load_with):
    path = "docs/_donnees/procedures/dialogue.yml"
    _, problems = load_with({path: sound[path] + "inconnu: x\n"})
    assert [problem.file for problem in problems if problem.file == WORKSHOP] == []


def test_macro_called_where_it_is_shown_as_it_is(edited, load_with):
    _, problems = load_with(edited(WORKSHOP, "question: Comment choisirez-vous ?", 'question: "Comment {{ pratique(\\"dire\\") }} ?"'))
    assert ("appel de macro dans un texte affiché tel quel", WORKSHOP) in [(problem.what, problem.file) for problem in problems]


def test_amount_typed_in_a_check_is_refused(edited, load_with):
    _, problems = load_with(edited(WORKSHOP, "texte: Trop cher.", "texte: Plus de 60 000 € HT."))
    assert any("montant écrit à la main" in problem.what and problem.file == WORKSHOP for problem in problems)


def test_steps_and_fields_named_elsewhere_exist(catalogue):
    references = References(catalogue)
    assert list(stage_findings("probleme", references)) == list(field_findings("montant", references)) == []
    assert next(stage_findings("problem", references)) == ("étape inconnue « problem »", "Vouliez-vous dire « probleme » ?")
    assert next(field_findings("montan", references))[0] == "champ inconnu « montan »"
    without = References(replace(catalogue, workshops={}))
    assert list(stage_findings("problem", without)) == list(field_findings("montan", without)) == []
