import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.rendering.landmarks import OTHERS, STAIR_HEIGHT, STAIR_WIDTH, autonomy_path, concordance, legal_changes

CHANGE = "docs/_donnees/veille/2026-04-01-dispense.yml"
THEME = "docs/_donnees/themes/ouvrir.yml"
STEP = "docs/_donnees/autonomie/observer.md"
BOOK = "docs/_donnees/guides/livre.yml"


def parse(html):
    return BeautifulSoup(html, "html.parser")


def words(tag):
    return " ".join(tag.text.split())


def headings(source):
    return [line.rpartition("{ #")[2].removesuffix(" }") for line in source.splitlines() if line.startswith("#")]


@pytest.fixture
def show(load_with):
    """What a macro makes of the sound project with `changes`, on a day."""
    def render(macro, page, changes=None, day="2026-08-23"):
        catalogue, problems = load_with(changes, day)
        assert problems == []
        return macro(context_for(catalogue, page))

    return render


# What changed in the law


@pytest.fixture
def changes(show):
    return lambda files=None, day="2026-08-23": show(legal_changes, "reperes/ce-qui-a-change.md", files, day)


def change(sound, name, day, title="Autre"):
    return {f"docs/_donnees/veille/{name}.yml": sound[CHANGE].replace("a_partir_du: 2026-04-01", f"a_partir_du: {day}").replace("La dispense monte", title)}


def test_changes_come_by_year_newest_first(changes, sound):
    source = changes(change(sound, "a", "2025-01-01") | change(sound, "b", "2026-05-01") | change(sound, "c", "2025-06-01"))
    assert headings(source) == ["annee-2026", "annee-2025"]
    assert [tag["id"] for tag in parse(source).select(".ci-change")] == ["b", "2026-04-01-dispense", "c", "a"]


@pytest.mark.parametrize("day, announced", [("2026-03-31", True), ("2026-04-01", False), ("2026-04-02", False)])
def test_change_is_announced_until_the_eve_of_its_first_day(changes, day, announced):
    assert headings(changes(day=day)) == (["annonce"] if announced else ["annee-2026"])


def test_changes_announced_come_before_the_others_nearest_first(changes, sound):
    source = changes(change(sound, "a", "2028-01-01") | change(sound, "b", "2027-01-01"))
    assert headings(source) == ["annonce", "annee-2026"]
    assert [tag["id"] for tag in parse(source).select(".ci-change")] == ["b", "a", "2026-04-01-dispense"]


def test_change_says_what_was_what_is_and_what_to_do(changes):
    shown = words(parse(changes()).select_one(".ci-change"))
    assert all(part in shown for part in ("La dispense monte", "1er avril 2026", "Avant. L’ancien montant.", "Après. Le nouveau, 60 000 € HT", "Pour vous. Recomptez."))


def test_change_says_its_text_its_articles_its_source_and_when_it_was_checked(changes):
    grounds = parse(changes()).select(".ci-grounds")[-1]
    assert all(part in words(grounds) for part in ("décret B.", "art. R. 2122-8 CCP", "Vérifié le 23 novembre 2026."))
    assert [link["href"] for link in grounds.select("a")] == ["https://exemple.fr/ccp", "https://exemple.fr/jo"]


def test_no_link_is_invented_for_a_source_without_address(changes, edited):
    grounds = parse(changes(edited(CHANGE, "adresse: https://exemple.fr/jo\n", ""))).select(".ci-grounds")[-1]
    assert "Source : Journal officiel." in words(grounds)
    assert [link["href"] for link in grounds.select("a")] == ["https://exemple.fr/ccp"]


def test_change_shows_the_thresholds_it_touches_on_the_day(changes):
    shown = words(parse(changes()).select(".ci-grounds")[0])
    assert all(part in shown for part in ("Dispense de publicité", "23 août 2026", "60 000 € HT"))


def test_threshold_without_a_value_that_day_is_left_out(changes, edited):
    both = edited(CHANGE, "seuils: [dispense]", "seuils: [dispense, renvoi]")
    shown = [len(parse(changes(both, day)).select(".ci-grounds")) for day in ("2024-12-31", "2025-01-01")]
    assert shown == [2, 3]


@pytest.mark.parametrize("mark, label", [("contradictoire", "sources contradictoires"), ("a-verifier", "à vérifier")])
def test_change_that_is_not_sure_says_so_and_why(changes, edited, mark, label):
    html = parse(changes(edited(CHANGE, "marque: confirme", f"marque: {mark}\nnote: Une revue dit autre chose.")))
    assert words(html.select_one(".ci-status")) == label
    assert "Une revue dit autre chose." in words(html.select_one(".doute"))


@pytest.mark.parametrize("mark", ["confirme", "calcule"])
def test_change_that_is_sure_is_not_marked(changes, edited, mark):
    assert parse(changes(edited(CHANGE, "marque: confirme", f"marque: {mark}"))).select(".ci-status, .doute") == []


# Where the guides treat a theme


@pytest.fixture
def table(show):
    return lambda files=None: parse(show(concordance, "reperes/concordance.md", files))


def cells(row):
    return {cell["data-label"]: words(cell) for cell in row.select("td")}


def test_themes_come_by_rank_where_links_lead(table, sound):
    html = table({f"docs/_donnees/themes/{name}.yml": sound[THEME].replace("rang: 1", f"rang: {rank}") for name, rank in (("a", 3), ("z", 2))})
    assert [row["id"] for row in html.select("tbody tr")] == ["ouvrir", "z", "a"]


def test_theme_leads_to_our_page_by_its_title(table):
    link = table().select_one("[data-label=Ici] a")
    assert (link["href"], link.text) == ("../../choisir/dialogue/", "Essai")


def test_guide_is_cited_with_its_page_and_the_note_on_it(table):
    assert "Livre, p. 7 Un chapitre." in cells(table().select_one("tbody tr"))[OTHERS]


@pytest.mark.parametrize("name, column", [("27e-region-x", "La 27e Région"), ("bercy-x", "Bercy"), ("autre-bercy-x", OTHERS), ("x", OTHERS)])
def test_guide_stands_in_the_column_of_its_publisher(table, sound, edited, name, column):
    files = {f"docs/_donnees/guides/{name}.yml": sound[BOOK].replace("court: Livre", "court: Cahier")} | edited(THEME, "{id: repere}", f"{{id: {name}}}")
    shown = cells(table(files).select_one("tbody tr"))
    assert [label for label, text in shown.items() if "Cahier" in text] == [column]


def test_column_where_no_guide_treats_the_theme_has_a_dash(table):
    shown = cells(table().select_one("tbody tr"))
    assert shown["La 27e Région"] == shown["Bercy"] == "—"


def test_every_cell_has_the_label_of_its_column(table):
    html = table()
    columns = [words(cell) for cell in html.select("thead th")]
    assert [list(cells(row)) for row in html.select("tbody tr")] == [columns[1:]]


# The path to autonomy


@pytest.fixture
def path(show):
    return lambda files=None: show(autonomy_path, "decider/chemin-d-autonomie.md", files)


@pytest.fixture
def three_steps(sound):
    return {f"docs/_donnees/autonomie/{name}.md": sound[STEP].replace("rang: 1", f"rang: {rank}").replace("court: Observer", f"court: {name}") for name, rank in (("agir", 3), ("zigzag", 2))}


def test_steps_come_by_rank_on_the_drawing_and_in_the_text(path, three_steps):
    source = path(three_steps)
    assert headings(source) == ["observer", "zigzag", "agir"]
    assert [words(tag) for tag in parse(source).select("text")] == ["1. Observer", "2. zigzag", "3. agir"]
    assert "1, Observer ; 2, zigzag ; 3, agir." in words(parse(source).svg.desc)


def test_stairs_go_up_from_left_to_right(path, three_steps):
    steps = parse(path(three_steps)).select("rect")
    left, top = [float(tag["x"]) for tag in steps], [float(tag["y"]) for tag in steps]
    assert left == [0, STAIR_WIDTH, 2 * STAIR_WIDTH]
    assert [before - after for before, after in zip(top, top[1:])] == [STAIR_HEIGHT, STAIR_HEIGHT]


def test_drawing_is_named_by_its_own_title_and_description(path):
    html = parse(path())
    assert [html.find(id=one).name for one in html.svg["aria-labelledby"].split()] == ["title", "desc"]


def test_step_says_what_one_does_who_helps_and_the_test_that_ends_it(path):
    html = parse(path())
    assert [(words(tag), words(tag.find_next_sibling("p"))) for tag in html.select(".ci-practice__label")] == [
        ("Ce que vous faites", "Vous suivez un projet."), ("Qui vous aide", "Un pair."), ("L’épreuve de sortie", "Vous savez le raconter.")]
