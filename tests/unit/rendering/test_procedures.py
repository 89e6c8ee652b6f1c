import pytest
from bs4 import BeautifulSoup

from macros.bindings import context_for
from macros.models.procedure import DelayUnit
from macros.rendering.procedures import delay, delay_text, procedure, procedure_grounds, procedure_steps, route_comparison, route_map, step_anchor

PATH = "docs/_donnees/procedures/dialogue.yml"
PAGE = "choisir/dialogue.md"


def parse(html):
    return BeautifulSoup(html, "html.parser")


def words(tag):
    return " ".join(tag.text.split())


@pytest.fixture
def render(load_with):
    """What a macro makes of the sound project with `changes`, on the page of the procedure."""
    def make(macro, changes=None, *values, page=PAGE):
        catalogue, problems = load_with(changes)
        assert problems == []
        return parse(macro(context_for(catalogue, page), *values))

    return make


@pytest.fixture
def steps(render):
    """The steps of the sound project's procedure with `changes`."""
    return lambda changes=None: render(procedure_steps, changes, "dialogue")


@pytest.fixture
def grounds(render):
    """What the procedure rests on, with `changes`."""
    return lambda changes=None: render(procedure_grounds, changes, "dialogue")


@pytest.mark.parametrize("count, unit, text", [
    (0, DelayUnit.DAYS, "0 jour"), (1, DelayUnit.DAYS, "1 jour"), (2, DelayUnit.DAYS, "2 jours"), (35, DelayUnit.DAYS, "35 jours"),
    (1, DelayUnit.MONTHS, "1 mois"), (2, DelayUnit.MONTHS, "2 mois"), (1, DelayUnit.YEARS, "1 an"), (5, DelayUnit.YEARS, "5 ans"),
])
def test_delay_agrees_with_its_number(count, unit, text):
    assert delay_text(count, unit) == text


def test_delay_counts_in_days_unless_said_otherwise():
    assert delay_text(3) == "3 jours"


def test_procedure_in_a_sentence_links_to_its_page_in_lower_case(home_context):
    link = parse(procedure(home_context, "dialogue")).a
    assert (link["href"], link.text) == ("choisir/dialogue/", "dialogue compétitif")


def test_delay_in_a_sentence_links_to_its_step(home_context):
    link = parse(delay(home_context, "dialogue", "candidatures")).a
    assert (link["href"], words(link)) == ("choisir/dialogue/#etape-candidatures", "30 jours")


def test_delay_on_the_page_of_its_procedure_links_within_the_page(catalogue):
    assert parse(delay(context_for(catalogue, PAGE), "dialogue", "candidatures")).a["href"] == "#etape-candidatures"


def test_steps_have_the_anchors_that_delays_link_to(steps):
    assert [row["id"] for row in steps().select("tbody tr")] == ["etape-candidatures", "etape-dialogue"] == [step_anchor(one) for one in ("candidatures", "dialogue")]


def test_step_shows_its_delay_its_start_its_reductions_and_its_article(steps):
    first = words(steps().select_one("#etape-candidatures"))
    assert all(word in first for word in ("30 jours", "l’envoi de l’avis", "15 jours", "urgence", "R. 2161-25"))


def test_step_without_a_figure_says_so_in_words(steps):
    row = steps().select_one("#etape-dialogue")
    assert "Aucun chiffre." in words(row)
    assert "jour" not in words(row)


@pytest.mark.parametrize("bound, word", [("minimum", "au moins"), ("maximum", "au plus")])
def test_step_says_whether_its_delay_is_a_minimum_or_a_maximum(steps, edited, bound, word):
    html = steps(edited(PATH, "    depart:", f"    sens: {bound}\n    depart:"))
    assert f"30 jours {word}" in words(html.select_one("#etape-candidatures"))


@pytest.mark.parametrize("backwards, shown", [("oui", True), ("non", False)])
def test_step_says_when_it_counts_backwards(steps, edited, backwards, shown):
    html = steps(edited(PATH, "    depart:", f"    a_rebours: {backwards}\n    depart:"))
    assert ("rebours" in words(html.select_one("#etape-candidatures"))) is shown


@pytest.mark.parametrize("days, shown, status", [("jours: 41, ", "41 jours", True), ("", "", False)])
def test_floor_that_has_a_figure_is_marked_as_computed(steps, edited, days, shown, status):
    html = steps(edited(PATH, "planchers: [", f"planchers: [{{acheteurs: les communes, {days}texte: En additionnant.}}, "))
    floor = next(tag for tag in html.select("p") if "En additionnant." in tag.text)
    assert "les communes" in words(floor) and shown in words(floor)
    assert ("calculé" in words(floor)) is status


def test_condition_shows_its_article_and_the_amount_of_its_threshold(grounds):
    condition = next(tag for tag in grounds().select("li") if "Sous le seuil" in tag.text)
    assert "60 000 € HT" in words(condition) and "R. 2122-8" in words(condition)


@pytest.mark.parametrize("mark, status", [("a-verifier", "à vérifier"), ("contradictoire", "sources contradictoires")])
def test_condition_that_is_not_sure_says_so(grounds, edited, mark, status):
    html = grounds(edited(PATH, "phrase: Sous le seuil,", f"phrase: Sous le seuil, marque: {mark},"))
    assert status in words(next(tag for tag in html.select("li") if "Sous le seuil" in tag.text))


def test_step_that_is_not_sure_says_so_in_a_sentence_too(load_with, edited):
    """Nothing marked « à vérifier » may pass for a fact."""
    catalogue, problems = load_with(edited(PATH, "    depart:", "    marque: a-verifier\n    depart:"))
    assert problems == []
    context = context_for(catalogue, PAGE)
    assert "à vérifier" in words(parse(procedure_steps(context, "dialogue")).select_one("#etape-candidatures"))
    assert "vérifier" in delay(context, "dialogue", "candidatures")


def test_grounds_cite_the_articles_whatever_the_code_and_the_guides_with_the_page(grounds):
    shown = words(grounds())
    assert all(word in shown for word in ("R. 2161-25 CCP", "35.2.1 CCAG-PI", "Livre, p. 14", "23 novembre 2026"))


@pytest.mark.parametrize("macro, old", [
    (procedure_grounds, "phrase: Sous le seuil, article: R2122-8"), (procedure_steps, "si: urgence, article: R2161-25"), (procedure_steps, "    article: R2161-25"),
])
def test_article_of_another_code_accepted_at_load_is_shown(render, edited, macro, old):
    before, after = render(macro, None, "dialogue"), render(macro, edited(PATH, old, old.rpartition(" ")[0] + ' "ccag-pi:35.2.1"'), "dialogue")
    assert after.text.count("CCAG-PI") == before.text.count("CCAG-PI") + 1


def test_grounds_say_the_publicity_and_what_is_still_to_be_confirmed(grounds, edited):
    html = grounds(edited(PATH, "verifie_le", 'publicite: Un avis, {{ seuil("dispense") }}.\nreserves: [Durée réelle inconnue.]\nverifie_le'))
    assert "La publicité. Un avis, 60 000 € HT" in words(html)
    assert [words(tag) for tag in html.select(".doute li")] == ["Durée réelle inconnue."]


def test_grounds_say_nothing_of_what_the_file_does_not_say(grounds, edited):
    html = grounds(edited(PATH, 'articles: [R2161-25, "ccag-pi:35.2.1"]\nguides: [{id: livre, page: 14}]\n', ""))
    assert html.select(".doute, .ci-grounds") == []
    assert "publicité" not in words(html)


@pytest.mark.parametrize("phrase, text", [("Sous le seuil", "Sous le seuil : 60 000 € HT"), ("Sous le seuil.", "Sous le seuil. Valeur : 60 000 € HT")])
def test_amount_of_a_rule_follows_its_sentence_whether_it_is_ended_or_not(grounds, edited, phrase, text):
    html = grounds(edited(PATH, "phrase: Sous le seuil,", f"phrase: {phrase},"))
    assert text in words(html.select_one("details li"))


# The drawing of the shortest course


def test_drawing_has_a_bar_for_each_segment_and_says_the_same_in_words(steps):
    html = steps()
    assert [tag.text for tag in html.select("svg text.ci-timeline__days")] == ["15 j"]
    assert "Recevoir les candidatures, 15 jours" in words(html.svg.desc) and "15 jours" in words(html.figcaption)


def test_drawing_is_named_by_its_own_title_and_description(steps, edited):
    two_floors = edited(PATH, "planchers: [", "planchers: [{acheteurs: les communes, jours: 30, texte: Pour elles.}, ")[PATH]
    html = steps({PATH: two_floors.replace("frises: [", "frises: [{acheteurs: les communes, segments: [{temps: candidatures}]}, ")})
    names = [drawing["aria-labelledby"].split() for drawing in html.select("svg")]
    assert len(names) == 2
    assert all(html.find(id=one).name in ("title", "desc") for pair in names for one in pair)
    assert len({one for pair in names for one in pair}) == 4
    assert "les communes" in words(html.svg.title) and words(html.figcaption).startswith("Les communes.")


def test_segment_whose_length_is_free_is_told_as_such(steps, edited):
    html = steps(edited(PATH, "segments: [{temps: candidatures, jours: 15}]", "segments: [{temps: candidatures, jours: 15}, {temps: dialogue}]"))
    assert len(html.select("rect.ci-timeline__free")) == 1
    assert "Dialoguer, durée libre" in words(html.svg.desc) and "pointillés" in words(html.figcaption)
    assert "pointillés" not in words(steps().figcaption)


def test_procedure_without_a_timeline_is_not_drawn_and_one_without_steps_has_no_table(steps, edited, sound):
    assert steps(edited(PATH, "frises: [{segments: [{temps: candidatures, jours: 15}]}]\n", "")).svg is None
    bare = sound[PATH].partition("etapes:")[0] + "verifie_le: 2026-11-23\n"
    home = {"docs/index.md": sound["docs/index.md"].replace('{{ delai("dialogue", "candidatures") }}', "rien")}
    assert steps({PATH: bare} | home).table is None


# All of them compared


@pytest.fixture
def three_routes(sound):
    """« bavardage » is common rules, « petits » comes first and has no floor, « dialogue » last."""
    def page(name):
        return {f"docs/choisir/{name}.md": sound["docs/choisir/dialogue.md"]}

    other = sound[PATH].replace("frises: [{segments: [{temps: candidatures, jours: 15}]}]\n", "").replace("planchers: [{jours: 15, texte: Sans compter le dialogue.}]\n", "")
    return {
        "docs/_donnees/procedures/bavardage.yml": other.replace("famille: formalisee", "famille: commun"),
        "docs/_donnees/procedures/petits.yml": other.replace("famille: formalisee", "famille: sans-publicite\ncourt: Petits achats"),
        **page("bavardage"), **page("petits"),
    }


def routes(html):
    return [link["href"] for link in html.select("tbody th a")]


def test_routes_come_by_family_in_the_order_of_the_choice_and_the_common_rules_are_not_one(render, three_routes):
    html = render(route_comparison, three_routes, page="choisir/comparer.md")
    assert routes(html) == ["../petits/", "../dialogue/"]
    assert [words(link) for link in html.select("tbody th a")] == ["Petits achats", "Dialogue compétitif"]


def test_line_of_a_route_carries_the_figures_that_the_script_sorts_by(render, three_routes, edited):
    petits, dialogue = render(route_comparison, three_routes | edited(PATH, "effort: {niveau: 4", "echanges: {niveau: 3, texte: Beaucoup.}\neffort: {niveau: 4")).select("tbody tr")
    assert [(row["data-order"], row["data-creativity"], row["data-exchanges"], row["data-effort"], row["data-delay"]) for row in (petits, dialogue)] == [
        ("1", "5", "0", "4", "0"), ("2", "5", "3", "4", "15")]


def test_delay_sorted_by_is_the_least_of_the_floors_that_have_a_figure(render, edited):
    html = render(route_comparison, edited(PATH, "planchers: [", "planchers: [{acheteurs: les autres, jours: 41, texte: a}, {acheteurs: l'État, texte: b}, "))
    assert html.select_one("tbody tr")["data-delay"] == "15"
    cell = words(html.select_one("[data-label='Délai légal minimal']"))
    assert "41 jours les autres" in cell and "15 jours" in cell


def test_every_column_that_is_sorted_names_a_figure_of_the_lines(render):
    html = render(route_comparison)
    sorted_by = [f"data-{cell['data-ci-sort']}" for cell in html.select("th[data-ci-sort]")]
    assert sorted_by and set(sorted_by) <= set(html.select_one("tbody tr").attrs)


def test_route_that_says_nothing_of_a_column_leaves_a_dash_or_its_summary(render, three_routes):
    row = render(route_comparison, three_routes).select_one("tbody tr")
    cells = {cell["data-label"]: words(cell) for cell in row.select("td")}
    assert cells["Échanges avec les candidats"] == cells["Montant"] == "—"
    assert cells["Délai légal minimal"] == "aucun chiffre"
    assert words(row.th.small) == "On dialogue avant l’offre."


def test_amounts_and_what_a_route_suits_may_call_macros(render, edited):
    row = render(route_comparison, edited(PATH, "verifie_le", 'montants: Sous {{ seuil("dispense") }}.\nconvient: À qui lit {{ guide("livre") }}.\nverifie_le')).select_one("tbody tr")
    assert words(row.select_one("[data-label=Montant]")).startswith("Sous 60 000 € HT")
    assert words(row.th.small) == "À qui lit Livre."


def test_level_is_told_by_a_figure_and_the_dots_are_left_to_the_eyes(render):
    cell = render(route_comparison).select("tbody td")[2]
    assert words(cell.strong) == "4 sur 5"
    assert (cell.select_one("[aria-hidden=true]").text, cell.small) == ("●●●●○", None)


def test_map_draws_each_rated_route_once_and_says_it_in_words(render, three_routes):
    html = render(route_map, three_routes, page="choisir/comparer.md")
    drawn, told = [link["href"] for link in html.select("svg a")], [link["href"] for link in html.select("details a")]
    assert drawn == told == ["../petits/", "../dialogue/"]
    assert words(html.select_one("details li")).startswith("Créativité 5 sur 5, effort 4 sur 5 : ")


def test_route_that_is_not_rated_is_not_on_the_map(render, three_routes, edited):
    html = render(route_map, three_routes | edited(PATH, "effort: {niveau: 4, texte: Une équipe présente.}\n", ""))
    assert [link["href"] for link in html.select("svg a")] == ["../petits/"]
    assert "formalisées" not in words(html.figcaption)


def test_map_goes_from_the_most_room_to_the_least_then_from_the_least_effort(render, three_routes, edited, sound):
    petits = three_routes["docs/_donnees/procedures/petits.yml"]
    html = render(route_map, three_routes | {
        "docs/_donnees/procedures/petits.yml": petits.replace("niveau: 5", "niveau: 2"),
        "docs/_donnees/procedures/tiers.yml": petits.replace("niveau: 4", "niveau: 1"), "docs/choisir/tiers.md": sound["docs/choisir/dialogue.md"],
    })
    assert [words(tag).partition(" :")[0] for tag in html.select("details li")] == [
        "Créativité 5 sur 5, effort 1 sur 5", "Créativité 5 sur 5, effort 4 sur 5", "Créativité 2 sur 5, effort 4 sur 5"]


def test_map_places_a_route_further_right_with_more_effort_and_higher_with_more_room(render, three_routes):
    petits = three_routes["docs/_donnees/procedures/petits.yml"].replace("niveau: 5", "niveau: 1").replace("niveau: 4", "niveau: 2")
    first, second = render(route_map, three_routes | {"docs/_donnees/procedures/petits.yml": petits}).select("svg a text")
    assert ("Dialogue" in first.text, "Petits" in second.text) == (True, True)
    assert float(first["x"]) > float(second["x"]) and float(first["y"]) < float(second["y"])


@pytest.mark.parametrize("family", ["sans-publicite", "adaptee", "formalisee", "technique", "marche-particulier", "mutualisation", "hors-marche"])
def test_every_family_has_its_own_sign_on_the_map(render, edited, family):
    """Black and white is enough."""
    html = render(route_map, edited(PATH, "famille: formalisee", f"famille: {family}"))
    sign = html.select_one("svg a text").text.split()[0]
    assert not sign.isalnum() and f"{sign} " in words(html.figcaption)
