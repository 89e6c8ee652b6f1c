import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.writing import clause, clause_sheets, mistake, mistake_sheets, page_link, pitfall, pitfall_sheets, practice, practice_sheets

PRACTICE = "docs/_donnees/pratiques/dire.md"
PITFALL = "docs/_donnees/ecueils/collection.md"
MISTAKE = "docs/_donnees/erreurs/besoin-flou.md"


def parse(html):
    return BeautifulSoup(html, "html.parser")


def words(tag):
    return " ".join(tag.text.split())


def headings(source):
    return [line.rpartition("{ #")[2].removesuffix(" }") for line in source.splitlines() if line.startswith("## ")]


@pytest.fixture
def practices(load_with):
    """The sheets of a group of the sound project with `changes`, on their page."""
    def render(changes=None, group="poser", page="ecrire/poser-le-probleme.md"):
        catalogue, problems = load_with(changes)
        assert problems == []
        return practice_sheets(context_for(catalogue, page), group)

    return render


@pytest.fixture
def pitfalls(load_with):
    """The sheets of the pitfalls of the sound project with `changes`, on their page."""
    def render(changes=None):
        catalogue, problems = load_with(changes)
        assert problems == []
        return pitfall_sheets(context_for(catalogue, "ecueils/dix-sept-ecueils.md"))

    return render


@pytest.mark.parametrize("macro, name, path, address, text", [
    (practice, "dire", "index.md", "ecrire/poser-le-probleme/#dire", "Dire le problème"), (practice, "dire", "ecrire/poser-le-probleme.md", "#dire", "Dire le problème"),
    (mistake, "besoin-flou", "index.md", "ecrire/vingt-erreurs/#besoin-flou", "Écrire un besoin flou"), (clause, "fait-compte", "guides/index.md", "../ecrire/clausier/#fait-compte", "Compter avant d’écrire"),
    (pitfall, "collection", "index.md", "ecueils/dix-sept-ecueils/#collection", "La collection"), (pitfall, "collection", "guides/index.md", "../ecueils/dix-sept-ecueils/#collection", "La collection"),
])
def test_practice_or_pitfall_in_a_sentence_links_to_its_sheet(catalogue, macro, name, path, address, text):
    link = parse(macro(context_for(catalogue, path), name)).a
    assert (link["href"], link.text) == (address, text)


# The practices


def test_practices_of_the_group_alone_come_by_rank(practices, sound):
    def other(name, rank, group="poser"):
        return {f"docs/_donnees/pratiques/{name}.md": sound[PRACTICE].replace("rang: 1", f"rang: {rank}").replace("groupe: poser", f"groupe: {group}")}

    changes = other("a", 3) | other("z", 2) | other("ailleurs", 4, "durer") | {"docs/ecrire/preparer-la-suite.md": sound["docs/ecrire/poser-le-probleme.md"]}
    assert headings(practices(changes)) == ["dire", "z", "a"]
    assert headings(practices(changes, "durer")) == ["ailleurs"]


def test_sheet_of_a_practice_shows_the_clause_before_and_after_as_invented(practices):
    html = parse(practices())
    before, after = html.select_one(".avant"), html.select_one(".apres")
    assert "exemple inventé" in words(before.select_one(".admonition-title")) and "exemple inventé" in words(after.select_one(".admonition-title"))
    assert "Une application à 30 000 €." in words(before)
    assert words(after.blockquote) == "Une citation, sur deux paragraphes."


def test_sheet_of_a_practice_shows_its_reason_its_route_and_what_to_watch(practices):
    html = parse(practices())
    labels = [words(tag) for tag in html.select(".ci-practice__label")]
    assert labels == ["Pourquoi", "Par quelle voie", "À surveiller"]
    assert [words(tag.find_next_sibling("p")) for tag in html.select(".ci-practice__label")] == [
        "On choisit mieux quand on sait pourquoi (Livre, p. 3).", "Toutes.", "Relisez à deux."]


def test_sheet_of_a_practice_leads_to_its_routes_its_item_and_all_that_deals_with_the_same_thing(practices):
    html = parse(practices())
    assert [link["href"] for link in html.select(".ci-grounds a")] == [
        "../../choisir/dialogue/", "../../checklists/avant/#probleme", "../vingt-erreurs/#besoin-flou", "../../ecueils/dix-sept-ecueils/#collection",
        "../clausier/#fait-compte", "../regles-du-relecteur/#besoin-vague"]
    assert "Nous disons le problème en une phrase." in words(html.select(".ci-grounds")[1]) and "Avant de commander" in words(html.select(".ci-grounds")[1])


def test_practice_that_fits_every_route_and_avoids_no_pitfall_says_neither(practices, edited):
    html = parse(practices(edited(PRACTICE, "voies: [dialogue]\n", "") | edited(PITFALL, "pratiques: [dire]\n", "")))
    assert "écueil" not in words(html) and "Voies" not in words(html)


# The pitfalls


def test_pitfalls_come_by_rank(pitfalls, sound):
    def other(name, rank):
        return {f"docs/_donnees/ecueils/{name}.md": sound[PITFALL].replace("rang: 1", f"rang: {rank}")}

    assert headings(pitfalls(other("a", 3) | other("z", 2))) == ["collection", "z", "a"]


def test_sheet_of_a_pitfall_goes_from_the_scene_to_the_question(pitfalls):
    html = parse(pitfalls())
    assert words(html.select_one(".ci-pitfall__scene")) == "Douze boîtes, aucune ouverte, en 3 jours."
    assert [(words(tag), words(tag.find_next_sibling("p"))) for tag in html.select(".ci-practice__label")] == [
        ("Le symptôme", "On cherche encore."), ("Le mécanisme", "Trouver rassure."), ("Le remède", "Une boîte, une date."), ("À se demander", "Qui s’en sert lundi ?")]


def test_sheet_of_a_pitfall_leads_to_its_item_and_its_practices(pitfalls, edited):
    others = ["../../ecrire/vingt-erreurs/#besoin-flou", "../../ecrire/regles-du-relecteur/#besoin-vague"]
    assert [link["href"] for link in parse(pitfalls()).select(".ci-grounds a")] == ["../../checklists/avant/#usagers", "../../ecrire/poser-le-probleme/#dire", *others]
    assert [link["href"] for link in parse(pitfalls(edited(PITFALL, "pratiques: [dire]\n", ""))).select(".ci-grounds a")] == ["../../checklists/avant/#usagers", *others]


def test_item_is_named_in_plain_words(practices, edited):
    html = parse(practices(edited("docs/_donnees/checklists/avant.md", "Nous disons le problème en une phrase.", "Nous *disons* le **problème**.")))
    link = html.select(".ci-grounds")[1].a
    assert link.text == "Nous disons le problème." and link.find(True) is None


def test_markup_typed_in_a_title_is_shown_and_not_run(load_with, edited):
    changed, problems = load_with(edited(PRACTICE, "titre: Dire le problème", "titre: Dire <b>tout</b>"))
    assert problems == []
    html = parse(practice(context_for(changed, "index.md"), "dire"))
    assert html.b is None and html.a.text == "Dire <b>tout</b>"


# The mistakes and the clauses


def test_mistakes_of_the_group_alone_come_by_rank(load_with, sound):
    def other(name, rank, group="trop-vite"):
        return {f"docs/_donnees/erreurs/{name}.md": sound[MISTAKE].replace("rang: 1", f"rang: {rank}").replace("groupe: trop-vite", f"groupe: {group}")}

    catalogue, problems = load_with(other("a", 3) | other("z", 2) | other("ailleurs", 4, "apres"))
    assert problems == []
    source = mistake_sheets(context_for(catalogue, "ecrire/vingt-erreurs.md"), "trop-vite")
    assert [line.rpartition("{ #")[2] for line in source.splitlines() if line.startswith("### ")] == ["besoin-flou }", "z }", "a }"]


def test_sheet_of_a_mistake_tells_it_by_both_sides_and_leads_on(catalogue):
    html = parse(mistake_sheets(context_for(catalogue, "ecrire/vingt-erreurs.md"), "trop-vite"))
    assert [words(tag) for tag in html.select(".ci-mistake strong")] == ["L’acheteur", "Le candidat", "Réparez"]
    assert [link["href"] for link in html.select(".ci-mistake > p:first-child a")][1:] == ["../poser-le-probleme/#dire", "../../#debut"]
    assert [link["href"] for link in html.select(".ci-grounds a")] == [
        "../../checklists/avant/#usagers", "../../ecueils/dix-sept-ecueils/#collection", "../clausier/#fait-compte", "../regles-du-relecteur/#besoin-vague"]


def test_sheet_of_a_clause_shows_its_text_as_invented_then_why_what_to_watch_and_what_else(catalogue):
    html = parse(clause_sheets(context_for(catalogue, "ecrire/clausier.md"), "probleme"))
    assert "exemple inventé" in words(html.select_one(".admonition-title")) and "[Un habitant sur trois]" in words(html.select_one(".apres"))
    assert [words(tag) for tag in html.select(".ci-practice__label")] == ["Pourquoi", "À surveiller", "Autrement"]
    assert "Dialogue compétitif" in words(html).replace("dialogue compétitif", "Dialogue compétitif")


def test_clauses_of_another_step_stay_away(catalogue):
    assert "fait-compte" not in clause_sheets(context_for(catalogue, "ecrire/clausier.md"), "selection")


@pytest.mark.parametrize("path, page, address", [
    ("choisir/dialogue.md", "index.md", "choisir/dialogue/"), ("index.md#debut", "guides/index.md", "../#debut"), ("index.md#debut", "index.md", "#debut"),
])
def test_link_to_a_page_starts_from_the_page_that_shows_it(catalogue, path, page, address):
    link = parse(page_link(context_for(catalogue, page), path, "l'écran")).a
    assert (link["href"], link.text) == (address, "l’écran")
