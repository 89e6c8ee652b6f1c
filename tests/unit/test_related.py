from macros.related import links_both_ways, node_of

PRACTICE, PITFALL, MISTAKE = ("practices", "dire"), ("pitfalls", "collection"), ("mistakes", "besoin-flou")
CLAUSE, RULE = ("clauses", "fait-compte"), ("rereading_rules", "besoin-vague")
PROBLEM, USERS = ("items", "avant#probleme"), ("items", "avant#usagers")
LIST = "docs/_donnees/checklists/avant.md"
MISTAKE_FILE = "docs/_donnees/erreurs/besoin-flou.md"


def test_each_sheet_knows_those_it_names_and_those_that_name_it(catalogue):
    assert catalogue.related[PRACTICE] == (PROBLEM, MISTAKE, PITFALL, CLAUSE, RULE)
    assert catalogue.related[PITFALL] == (USERS, PRACTICE, MISTAKE, RULE)
    assert catalogue.related[MISTAKE] == (USERS, PRACTICE, PITFALL, CLAUSE, RULE)
    assert catalogue.related[CLAUSE] == (PROBLEM, PRACTICE, MISTAKE, RULE)
    assert catalogue.related[RULE] == (PROBLEM, PRACTICE, MISTAKE, PITFALL, CLAUSE)


def test_item_of_a_list_knows_who_sends_to_it(catalogue):
    assert catalogue.related[PROBLEM] == (PRACTICE, CLAUSE, RULE)
    assert catalogue.related[USERS] == (MISTAKE, PITFALL)


def test_every_link_is_followed_both_ways(catalogue):
    assert all(one in catalogue.related[other] for one, others in catalogue.related.items() for other in others)


def test_link_written_in_the_words_counts_like_a_key(load_with, edited):
    """The mistake names the practice in its text alone."""
    changed, problems = load_with(edited(MISTAKE_FILE, '{{ pratique("dire") }}', "soin"))
    assert problems == []
    assert MISTAKE not in changed.related[PRACTICE] and PRACTICE not in changed.related[MISTAKE]


def test_item_that_names_a_sheet_in_its_reason_is_linked_to_it(load_with, edited):
    changed, problems = load_with(edited(LIST, "Pourquoi : on achète pour eux.", 'Pourquoi : {{ clause("fait-compte") }}, {{ ecueil("collection") }}.'))
    assert problems == []
    assert CLAUSE in changed.related[USERS] and USERS in changed.related[CLAUSE]


def test_words_of_a_sheet_say_where_they_lead(catalogue):
    assert catalogue.mentions[MISTAKE] == {PRACTICE}
    assert catalogue.mentions[PITFALL] == frozenset()


def test_sheet_that_names_itself_is_not_its_own_neighbour(catalogue):
    assert CLAUSE not in links_both_ways(catalogue, {CLAUSE: [CLAUSE]})[CLAUSE]


def test_link_to_nothing_is_left_to_the_checks_of_references(catalogue):
    found = links_both_ways(catalogue, {CLAUSE: [("practices", "inconnue"), ("items", "avant#inconnu")]})
    assert {name for _, name in found[CLAUSE]} == {name for _, name in catalogue.related[CLAUSE]}


def test_what_takes_no_part_has_no_name(catalogue):
    assert node_of(catalogue.terms["offre"], catalogue) is None
    assert node_of(catalogue.practices["dire"], catalogue) == PRACTICE
