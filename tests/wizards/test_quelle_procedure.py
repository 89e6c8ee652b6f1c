"""« Quelle procédure ? »: twenty-five purchases written from the code before the tool was run, and each threshold to the euro and to the day.

The amounts of the situations are those of 23 August 2026: exemption 60 000 (works 100 000), innovation 100 000, notice 90 000, European
thresholds 140 000 (State), 216 000 (local authorities, hospitals, others), 432 000 (networks), 5 404 000 (works), social services 750 000.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.wizards.conftest import judge

WIZARD = "quelle-procedure"
R, P, E = "recommandee", "possible", "ecartee"

ORDINARY = {"besoin": "propre", "objet": "services", "traits": ["aucun"], "solution": "disponible", "innovant": "non", "decrire": "oui", "parler": "non", "cas": "rien"}

ROUTES = {
    "pa": "petits-achats", "ai": "achat-innovant", "mapa": "procedure-adaptee", "ao": "appel-d-offres", "neg": "procedure-avec-negociation",
    "dc": "dialogue-competitif", "pi": "partenariat-d-innovation", "con": "concours", "ac": "accord-cadre",
    "rd": "services-de-recherche-et-developpement", "exc": "exclusivite-et-prestations-similaires",
    "gc": "groupement-de-commandes-et-centrale-d-achat", "aap": "appel-a-projets-et-subvention",
}

SITUATIONS = [
    # 60 000 > 25 000 : R. 2122-8. Rien d'autre ne presse ; la procédure adaptée reste ouverte (R. 2123-1).
    ("Un séminaire d'équipe, commune", {"acheteur": "collectivite", "valeur": 25_000}, dict(pa=R, ai=E, mapa=P, ao=P, neg=E, exc=E, gc=P, aap=E)),
    # 100 000 > 72 000 ≥ 60 000 : R. 2122-8 fermé ; nouveau et montré : R. 2122-9-1 ; 72 000 < 216 000 : R. 2123-1.
    ("Un accueil repensé, méthode nouvelle, commune", {"acheteur": "collectivite", "valeur": 72_000, "innovant": "oui", "traits": ["conception"], "decrire": "non", "parler": "oui"},
     dict(pa=E, ai=R, mapa=R, ao=E, neg=P, dc=P)),
    # Le même sans nouveauté : L. 2172-3.
    ("Un accueil repensé sans nouveauté", {"acheteur": "collectivite", "valeur": 72_000, "traits": ["conception"], "decrire": "non", "parler": "oui"}, dict(pa=E, ai=E, mapa=R)),
    # 45 000 < 60 000 : la dispense suffit (R. 2122-8) ; l'achat innovant est possible sans être utile.
    ("Un prototype de guichet à 45 000", {"acheteur": "collectivite", "valeur": 45_000, "innovant": "oui", "traits": ["conception"]}, dict(pa=R, ai=P, mapa=P)),
    # 140 000 ≤ 150 000 : procédure formalisée pour l'État (annexe 2, R. 2124-1), pas pour une commune (216 000).
    ("Une étude à 150 000, ministère", {"acheteur": "etat", "valeur": 150_000}, dict(pa=E, mapa=E, ao=R, neg=E, dc=E)),
    ("La même, département", {"acheteur": "collectivite", "valeur": 150_000}, dict(pa=E, mapa=R, ao=P, neg=E, dc=E)),
    # S-EU-8 : un hôpital relève de 216 000.
    ("La même, hôpital public", {"acheteur": "hopital", "valeur": 150_000}, dict(mapa=R, ao=P)),
    # 300 000 ≥ 216 000 ; conception (R. 2124-3, 3°), à discuter, descriptible : négociation ; l'appel d'offres ne négocie pas (L. 2124-2).
    ("Une identité et son déploiement, région", {"acheteur": "collectivite", "valeur": 300_000, "traits": ["conception"], "parler": "oui"}, dict(mapa=E, ao=E, neg=R, dc=P)),
    # Maison des adolescents sans modèle connu : besoin clair, forme inconnue, à discuter : dialogue (R. 2124-5).
    ("Une maison des adolescents, département", {"acheteur": "collectivite", "valeur": 400_000, "traits": ["conception", "metiers"], "solution": "adapter", "decrire": "non", "parler": "oui"},
     dict(mapa=E, ao=E, neg=P, dc=R)),
    # Aucun des six cas, on sait décrire et comparer : appel d'offres (L. 2124-2).
    ("Des tablettes pour les collèges", {"acheteur": "collectivite", "objet": "fournitures", "valeur": 900_000}, dict(mapa=E, ao=R, neg=E, dc=E, con=E, rd=E)),
    # R. 2124-4, R. 2124-6 : l'entité adjudicatrice négocie et dialogue librement ; 500 000 ≥ 432 000.
    ("Une régie d'eau, 500 000", {"acheteur": "reseaux", "valeur": 500_000, "parler": "oui"}, dict(mapa=E, ao=E, neg=R, dc=P)),
    ("La même à 400 000 : sous 432 000", {"acheteur": "reseaux", "valeur": 400_000}, dict(mapa=R, neg=P, dc=P)),
    # R. 2123-1, 3° : services sociaux, procédure adaptée quel que soit le montant ; 900 000 ≥ 750 000, avis européen (R. 2131-15).
    ("Un accompagnement social à 900 000", {"acheteur": "collectivite", "objet": "sociaux", "valeur": 900_000}, dict(pa=E, mapa=R, ao=P)),
    # Travaux : 90 000 < 100 000 (R. 2122-8).
    ("Un réaménagement d'accueil, travaux", {"acheteur": "collectivite", "objet": "travaux", "valeur": 90_000}, dict(pa=R, mapa=P, con=E, rd=E)),
    # Travaux : 3 000 000 < 5 404 000, et > 100 000.
    ("Une médiathèque, travaux", {"acheteur": "collectivite", "objet": "travaux", "valeur": 3_000_000}, dict(pa=E, mapa=R, ao=P)),
    ("Un centre culturel, travaux au-dessus", {"acheteur": "collectivite", "objet": "travaux", "valeur": 6_000_000}, dict(mapa=E, ao=R)),
    # L. 2512-5 : résultats partagés ; L. 2172-3 : partenariat possible, rien n'existe.
    ("Une recherche avec un laboratoire", {"acheteur": "collectivite", "valeur": 180_000, "solution": "chercher", "resultats": "partage", "decrire": "non", "parler": "oui"},
     dict(rd=R, pi=P, mapa=R)),
    # Tout à nous, tout payé : plus d'exclusion (L. 2512-5) ; le partenariat achète ce qu'il fait chercher.
    ("Un capteur qui n'existe pas, État", {"acheteur": "etat", "valeur": 800_000, "innovant": "oui", "solution": "chercher", "resultats": "tout", "decrire": "non", "parler": "oui"},
     dict(rd=E, pi=R, mapa=E, dc=R, neg=P, ai=E)),
    # L. 2125-1, 2° ; R. 2162-20 : un projet dessiné, des primes.
    ("Un parvis à dessiner, commune", {"acheteur": "collectivite", "valeur": 120_000, "traits": ["conception", "projet"]}, dict(con=R, mapa=R, pa=E)),
    # R. 2162-4, R. 2121-8 : besoin qui revient, maximum 400 000 ≥ 216 000 : l'accord-cadre se passe en procédure formalisée.
    ("Des ateliers qui reviennent, métropole", {"acheteur": "collectivite", "valeur": 400_000, "traits": ["revient", "conception"], "parler": "oui"}, dict(ac=R, mapa=E, neg=R)),
    # R. 2122-3 : un seul opérateur, quel que soit le montant.
    ("Une œuvre d'un artiste, 250 000", {"acheteur": "collectivite", "valeur": 250_000, "cas": "unique"}, dict(exc=R, pa=E, mapa=E, ao=P)),
    # R. 2122-7 : prestations similaires annoncées ; les fournitures n'y entrent pas, R. 2122-4 peut jouer.
    ("Une suite annoncée", {"acheteur": "etat", "valeur": 80_000, "cas": "suite"}, dict(exc=P, mapa=R)),
    # R. 2124-3, 6° : appel d'offres aux offres irrégulières : négociation ouverte ; ce n'est pas R. 2122-2.
    ("Un appel d'offres raté", {"acheteur": "etat", "valeur": 200_000, "cas": "mauvaises-offres", "parler": "oui"}, dict(neg=R, dc=P, exc=E, ao=E)),
    # R. 2122-1.
    ("Une urgence impérieuse", {"acheteur": "hopital", "valeur": 300_000, "cas": "imperieuse"}, dict(exc=R, mapa=E, ao=P)),
    # L. 2 : ce n'est pas un achat.
    ("Des associations d'écoliers que l'on soutient", {"acheteur": "collectivite", "besoin": "soutien"}, {name: (R if name == "aap" else E) for name in ROUTES}),
]


def complete(answers: dict) -> dict:
    return answers if answers.get("besoin") == "soutien" else ORDINARY | answers


def statuses(evaluation: dict) -> dict[str, str | None]:
    return {one["id"]: one["status"] for one in evaluation["outcomes"]}


@pytest.fixture(scope="module")
def evaluations(published):
    return judge([{"wizard": published[WIZARD], "answers": complete(answers)} for _, answers, _ in SITUATIONS])


def test_there_are_twenty_five_situations():
    assert len(SITUATIONS) == 25


@pytest.mark.parametrize("rank", range(len(SITUATIONS)), ids=[name for name, _, _ in SITUATIONS])
def test_situation(rank, evaluations):
    expected = {ROUTES[short]: status for short, status in SITUATIONS[rank][2].items()}
    found = statuses(evaluations[rank])
    assert {route: found[route] for route in expected} == expected


BOUNDARIES = [
    # seuil, réponses, voie, statut juste en dessous, statut au montant même
    ("dispense-fournitures-services", {"acheteur": "collectivite"}, "pa", R, E),
    ("dispense-travaux", {"acheteur": "collectivite", "objet": "travaux"}, "pa", R, E),
    ("achat-innovant", {"acheteur": "collectivite", "innovant": "oui"}, "ai", R, E),
    ("procedure-formalisee-etat", {"acheteur": "etat"}, "mapa", R, E),
    ("procedure-formalisee-collectivites", {"acheteur": "collectivite"}, "mapa", R, E),
    ("procedure-formalisee-collectivites", {"acheteur": "hopital"}, "ao", P, R),
    ("procedure-formalisee-entites-adjudicatrices", {"acheteur": "reseaux"}, "mapa", R, E),
    ("procedure-formalisee-travaux", {"acheteur": "etat", "objet": "travaux"}, "mapa", R, E),
]


def days_of_change(catalogue, names) -> list[date]:
    """Each first day of a value, and its eve; and the day after the last known one, when nothing is known any more."""
    days = set()
    for name in names:
        for value in catalogue.series_of(catalogue.thresholds[name]).firm_values:
            days |= {value.valid_from, value.valid_from - timedelta(days=1)}
            if value.valid_until:
                days |= {value.valid_until, value.valid_until + timedelta(days=1)}
    return sorted(days)


def values_on(catalogue, names, day: date) -> dict[str, float | None]:
    found = {name: catalogue.series_of(catalogue.thresholds[name]).value_on(day) for name in names}
    return {name: value.amount if value else None for name, value in found.items()}


@pytest.mark.parametrize("threshold, answers, route, below, reached", BOUNDARIES, ids=lambda value: value if isinstance(value, str) else None)
def test_threshold_to_the_euro_on_each_side_of_each_change(threshold, answers, route, below, reached, catalogue, published):
    """At one euro less, at the amount, at one euro more, on the eve and on the day of every change; without a value, the route is never given."""
    wizard = published[WIZARD]
    cases, expected = [], []
    for day in days_of_change(catalogue, [threshold]):
        values = values_on(catalogue, wizard["thresholds"], day)
        amount = values[threshold]
        if amount is None:
            continue
        for value, status in ((amount - 1, below), (amount, reached), (amount + 1, reached)):
            cases.append({"wizard": wizard, "answers": ORDINARY | answers | {"valeur": value}, "thresholds": values})
            expected.append((day.isoformat(), value, status if crossing_is_real(route, values, threshold, answers) else None))
    assert len(cases) >= 3
    found = [statuses(one)[ROUTES[route]] for one in judge(cases)]
    assert [(day, value, status) for (day, value, wanted), status in zip(expected, found) if wanted not in (None, status)] == []
    assert any(wanted for _, _, wanted in expected)


def crossing_is_real(route, values, threshold, answers) -> bool:
    """Before a threshold had a value of its own, or when it lies under the exemption, the route depends on others: not what is tested here."""
    exemption = values["dispense-travaux" if answers.get("objet") == "travaux" else "dispense-fournitures-services"]
    return exemption is not None and (route == "pa" or values[threshold] - 1 >= exemption)


def test_threshold_without_value_says_so_and_gives_nothing(published):
    """All amounts unknown: no rule on an amount speaks, and the names of the thresholds are told."""
    wizard = published[WIZARD]
    nothing = dict.fromkeys(wizard["thresholds"])
    (found,) = judge([{"wizard": wizard, "answers": ORDINARY | {"acheteur": "etat", "valeur": 50_000}, "thresholds": nothing}])
    assert statuses(found)["petits-achats"] is None and statuses(found)["procedure-adaptee"] is None
    assert {"dispense-fournitures-services", "procedure-formalisee-etat"} <= set(found["missing"])


def test_not_knowing_the_buyer_is_sound_where_all_buyers_agree(published):
    """Under the State's threshold everyone is under; between that and the networks' one, nobody can tell."""
    wizard = published[WIZARD]
    under, between, over = judge([{"wizard": wizard, "answers": ORDINARY | {"acheteur": "inconnu", "valeur": value}} for value in (130_000, 200_000, 500_000)])
    assert [statuses(one)["procedure-adaptee"] for one in (under, between, over)] == [R, None, E]
    assert "acheteur" in next(one for one in between["outcomes"] if one["id"] == "procedure-adaptee")["open"]


def test_order_of_the_european_thresholds_on_every_day(catalogue):
    """What the rule for an unknown buyer rests on: the State's is never above the others', the networks' never under."""
    names = ["procedure-formalisee-etat", "procedure-formalisee-collectivites", "procedure-formalisee-entites-adjudicatrices"]
    for day in days_of_change(catalogue, names):
        values = [value for value in values_on(catalogue, names, day).values() if value is not None]
        assert values == sorted(values)


def test_contradictory_threshold_is_said_and_the_prudent_side_taken(published):
    (found,) = judge([{"wizard": published[WIZARD], "answers": ORDINARY | {"acheteur": "collectivite", "valeur": 120_000, "innovant": "oui"}}])
    assert statuses(found)["achat-innovant"] == E and statuses(found)["seuil-innovant-conteste"] == "doute"


def test_hostile_answers_are_left_out(published):
    wizard = published[WIZARD]
    hostile = {"acheteur": ["etat"], "valeur": "1e9", "objet": "__proto__", "traits": ["aucun", "revient"], "toString": "x", "besoin": {"a": 1}, "cas": None}
    found, empty = judge([{"wizard": wizard, "answers": hostile}, {"wizard": wizard, "answers": {}}])
    assert found == empty and set(statuses(found).values()) == {None}


def test_what_would_change_is_found_by_evaluating(published):
    """50 000 for a local authority: 60 000 or more closes the small purchase."""
    (found,) = judge([{"wizard": published[WIZARD], "answers": ORDINARY | {"acheteur": "collectivite", "valeur": 50_000}}])
    change = next(one for one in found["wouldChange"] if one["question"] == "valeur" and one["least"] == "dispense-fournitures-services")
    assert {"outcome": "petits-achats", "from": R, "to": E} in change["changes"]
    assert all(one["changes"] for one in found["wouldChange"])
