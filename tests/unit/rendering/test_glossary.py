import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.glossary import glossary, term

TERM = "docs/_donnees/glossaire/sourcage.md"
BARE = "docs/_donnees/glossaire/offre.md"


def parse(html):
    return BeautifulSoup(html, "html.parser")


def words(tag):
    return " ".join(tag.text.split())


@pytest.fixture
def shown(load_with):
    """The glossary of the sound project with `changes`, on its page: the Markdown and the HTML in it."""
    def render(changes=None):
        catalogue, problems = load_with(changes)
        assert problems == []
        return glossary(context_for(catalogue, "reperes/glossaire.md"))

    return render


@pytest.fixture
def other(sound):
    """One more term."""
    def write(name, word, everyday="mot"):
        return {f"docs/_donnees/glossaire/{name}.md": sound[BARE].replace("terme: Offre", f"terme: {word}").replace("[réponse]", f"[{everyday}]")}

    return write


# In a sentence


def test_word_opens_its_own_definition_without_script(home_context):
    html = parse(term(home_context, "sourcage"))
    assert (html.button.text, html.button["popovertarget"]) == ("sourçage", html.select_one("[popover]")["id"])
    assert "Se renseigner auprès des entreprises avant d’écrire." in words(html.select_one("[popover]"))


@pytest.mark.parametrize("path, address", [("index.md", "reperes/glossaire/#sourcage"), ("seuils/index.md", "../reperes/glossaire/#sourcage"), ("reperes/glossaire.md", "#sourcage")])
def test_definition_leads_to_the_glossary(catalogue, path, address):
    assert parse(term(context_for(catalogue, path), "sourcage")).a["href"] == address


def test_word_may_be_written_otherwise(home_context):
    assert parse(term(home_context, "sourcage", texte="se renseigner")).button.text == "se renseigner"


@pytest.mark.parametrize("word, text", [
    ("Offre", "offre"), ("Élu", "élu"), ("RC", "RC"), ("CCAG", "CCAG"), ("R&D", "R&D"), ("Acte d'engagement", "acte d’engagement"), ("DCE", "DCE"), ("DCE numérique", "DCE numérique"), ("Œuvre", "œuvre"),
    ("L'offre", "l’offre"), ("A priori", "a priori"),
])
def test_word_is_in_lower_case_but_for_an_acronym(load_with, other, word, text):
    catalogue, problems = load_with(other("autre", word))
    assert problems == []
    assert parse(term(context_for(catalogue, "index.md"), "autre")).button.text == text


def test_markup_typed_in_a_definition_is_shown_and_not_run(load_with, edited):
    catalogue, _ = load_with(edited(BARE, "Ce qu'un candidat propose.", "Un <b>mot</b> | deux."))
    html = parse(term(context_for(catalogue, "index.md"), "offre"))
    assert html.b is None and "<b>mot</b> | deux." in html.text


# All of them


def test_every_term_has_its_entry_where_links_lead(shown):
    assert [tag["id"] for tag in parse(shown()).select(".ci-glossary__entry")] == ["offre", "sourcage"]


def test_terms_come_by_letter_whatever_the_accents_and_the_capitals(shown, other):
    source = shown(other("a", "Équipe") | other("b", "écrit") | other("c", "Œuvre") | other("d", "Odeur") | other("e", "Zone"))
    headings = [line.removeprefix("## ").partition(" ")[0] for line in source.splitlines() if line.startswith("## ")]
    assert headings == ["Partir", "E", "O", "S", "Z"]
    assert [tag["id"] for tag in parse(source).select(".ci-glossary__entry")] == ["b", "a", "d", "c", "offre", "sourcage", "e"]


def test_everyday_words_come_in_order_and_lead_to_their_term(shown, other):
    html = parse(shown(other("a", "Zone", "éclaireur")))
    assert [(words(tag), tag.a["href"]) for tag in html.select(".ci-words li")] == [
        ("éclaireur → Zone", "#a"), ("étude de marché → Sourçage", "#sourcage"), ("parler aux entreprises → Sourçage", "#sourcage"), ("réponse → Offre", "#offre")]


def test_entry_shows_its_definition_its_text_its_everyday_words_and_the_terms_nearby(shown):
    html = parse(shown())
    full, bare = html.select_one("#sourcage"), html.select_one("#offre")
    assert words(full.select_one(".ci-glossary__definition")) == "Se renseigner auprès des entreprises avant d’écrire."
    assert "Il est permis (art. R. 2122-8 CCP)." in words(full)
    assert "étude de marché, parler aux entreprises" in words(full)
    assert [link["href"] for link in full.select(".ci-grounds a")] == ["#offre"]
    assert len(bare.select("p")) == 2 and "Voir" not in words(bare)


def test_ids_of_the_glossary_are_unique_and_every_link_within_leads_to_one(shown):
    source = shown()
    html = parse(source)
    ids = [tag["id"] for tag in html.select("[id]")] + [line.rpartition("{ #")[2].removesuffix(" }") for line in source.splitlines() if line.startswith("## ")]
    assert len(ids) == len(set(ids))
    assert {tag["href"].removeprefix("#") for tag in html.select("a[href^='#']")} <= set(ids)
