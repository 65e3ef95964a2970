"""Who held which office when: the offices that news names are filled, each by one person at a time, and people have a gender."""

from functools import cache
from itertools import combinations

import pytest

from kg.ontology import NameForm, load, term

FOREIGN_MINISTERS = {
    "united-states": "secretary-of-state",
    "united-kingdom": "foreign-secretary",
    "philippines": "foreign-secretary",
}
DEFENCE_MINISTERS = {
    "united-states": "secretary-of-defense",
    "united-kingdom": "defence-secretary",
    "philippines": "secretary-of-defense",
}
MIDSUMMERS = tuple(f"{year}-06-24" for year in range(2010, 2026))
# Whose foreign minister is known on each of those days, but for two at most: between governments nobody may be in office.
HAVE_FOREIGN_MINISTERS = frozenset(
    {
        "algeria",
        "argentina",
        "armenia",
        "australia",
        "azerbaijan",
        "bangladesh",
        "belarus",
        "brazil",
        "canada",
        "chile",
        "china",
        "colombia",
        "cuba",
        "czech-republic",
        "denmark",
        "egypt",
        "ethiopia",
        "finland",
        "france",
        "georgia",
        "germany",
        "ghana",
        "greece",
        "hungary",
        "india",
        "indonesia",
        "iran",
        "iraq",
        "israel",
        "italy",
        "japan",
        "jordan",
        "kenya",
        "kuwait",
        "lebanon",
        "malaysia",
        "mexico",
        "morocco",
        "myanmar",
        "netherlands",
        "new-zealand",
        "nigeria",
        "north-korea",
        "norway",
        "philippines",
        "poland",
        "qatar",
        "russia",
        "rwanda",
        "saudi-arabia",
        "serbia",
        "singapore",
        "south-africa",
        "south-korea",
        "spain",
        "sudan",
        "sweden",
        "syria",
        "taiwan",
        "thailand",
        "tunisia",
        "turkey",
        "ukraine",
        "united-arab-emirates",
        "united-kingdom",
        "united-states",
        "venezuela",
        "vietnam",
    }
)
HAVE_DEFENCE_MINISTERS = frozenset(
    {
        "australia",
        "brazil",
        "canada",
        "china",
        "france",
        "germany",
        "greece",
        "india",
        "iran",
        "israel",
        "italy",
        "japan",
        "pakistan",
        "philippines",
        "poland",
        "russia",
        "saudi-arabia",
        "south-korea",
        "spain",
        "taiwan",
        "turkey",
        "ukraine",
        "united-kingdom",
        "united-states",
    }
)
HEADS = {
    "united-nations": "secretary-general",
    "nato": "secretary-general",
    "european-commission": "president",
    "european-council": "president",
    "european-parliament": "president",
    "european-central-bank": "president",
    "european-union": "high-representative",
    "international-monetary-fund": "managing-director",
    "world-bank": "president",
    "world-trade-organization": "director-general",
    "world-health-organization": "director-general",
    "international-atomic-energy-agency": "director-general",
    "organisation-for-the-prohibition-of-chemical-weapons": "director-general",
    "un-high-commissioner-for-refugees": "commissioner",
    "un-human-rights-office": "commissioner",
    "organization-for-security-and-co-operation-in-europe": "secretary-general",
    "organization-of-the-petroleum-exporting-countries": "secretary-general",
    "african-union-commission": "chairman",
    "arab-league": "secretary-general",
    "gulf-cooperation-council": "secretary-general",
    "association-of-southeast-asian-nations": "secretary-general",
    "shanghai-cooperation-organization": "secretary-general",
    "collective-security-treaty-organization": "secretary-general",
    "international-criminal-court": "prosecutor",
    "organisation-of-islamic-cooperation": "secretary-general",
    "commonwealth-of-nations": "secretary-general",
    "interpol": "secretary-general",
    "international-committee-of-the-red-cross": "president",
}


@cache
def ontology():
    return load()


def in_office(role, of, day):
    """Who held an office on a day."""
    return {t.holder for t in ontology().tenures if (t.role, t.of) == (role, of) and t.start <= day < (t.end or "9999-12-31")}


def missing_days(offices, of, default):
    """The midsummers on which nobody is known to have held the office."""
    role = term(f"role:{offices.get(of, default)}")
    return [day for day in MIDSUMMERS if not in_office(role, term(f"actor:{of}"), day)]


def test_the_foreign_ministers_are_there():
    missing = {of: missing_days(FOREIGN_MINISTERS, of, "foreign-minister") for of in sorted(HAVE_FOREIGN_MINISTERS)}
    assert {of: days for of, days in missing.items() if len(days) > 2} == {}


def test_the_defence_ministers_are_there():
    missing = {of: missing_days(DEFENCE_MINISTERS, of, "defence-minister") for of in sorted(HAVE_DEFENCE_MINISTERS)}
    assert {of: days for of, days in missing.items() if len(days) > 2} == {}


@pytest.mark.parametrize(("of", "role"), HEADS.items())
def test_the_heads_of_organisations_are_there(of, role):
    assert len([day for day in MIDSUMMERS if not in_office(term(f"role:{role}"), term(f"actor:{of}"), day)]) <= 2


@pytest.mark.parametrize(
    "role", ["ambassador-to-the-united-nations", "foreign-secretary", "secretary-of-defense", "defence-secretary"]
)
def test_an_office_of_a_state_has_one_holder_at_a_time(role):
    terms = [tenure for tenure in ontology().tenures if tenure.role == term(f"role:{role}")]
    pairs = [(one, two) for one, two in combinations(terms, 2) if one.of == two.of]
    assert [(one, two) for one, two in pairs if one.start < (two.end or "9999") and two.start < (one.end or "9999")] == []


@pytest.mark.parametrize(
    ("day", "of", "holder"),
    [
        ("2018-01-05", "united-states", "nikki-haley"),
        ("2016-05-01", "russia", "vitaly-churkin"),
        ("2022-03-01", "russia", "vasily-nebenzya"),
        ("2022-03-01", "ukraine", "sergiy-kyslytsya"),
        ("2024-01-20", "china", "zhang-jun"),
        ("2023-11-01", "israel", "gilad-erdan"),
    ],
)
def test_the_ambassadors_to_the_united_nations_are_there(day, of, holder):
    assert in_office(term("role:ambassador-to-the-united-nations"), term(f"actor:{of}"), day) == {term(f"actor:{holder}")}


@pytest.mark.parametrize(
    ("slug", "gender"),
    [("angela-merkel", "female"), ("sergey-lavrov", "male"), ("maria-zakharova", "female"), ("geng-shuang", "male"), ("nato", "")],
)
def test_the_gender_of_people_is_known(slug, gender):
    assert ontology().actors[term(f"actor:{slug}")].gender == gender


def test_everybody_who_held_an_office_has_a_gender():
    holders = {tenure.holder for tenure in ontology().tenures}
    assert [iri for iri in sorted(holders) if not ontology().actors[iri].gender] == []


def test_nobody_else_has_a_gender():
    genders = {e.actor.kind.value for e in ontology().actors.values() if e.gender}
    assert genders == {"Person"}


def test_a_common_word_is_no_surname():
    surnames = {n.text for e in ontology().actors.values() for n in e.names if n.form is NameForm.SURNAME}
    assert surnames.isdisjoint({"May", "Power", "Fox", "Song", "Stock", "Noble", "Ping", "Yen", "Oh", "Son", "Gil", "Andrews"})


def test_who_is_sent_somewhere_is_never_taught_to_hold_office_or_work_there():
    known = load()
    sent = {name: role.destinations for role in known.roles.values() if role.destinations for name in role.names}
    ties = ("holds-office-in", "held-office-in", "works-for", "speaks-for")
    wrong = [
        frame.text
        for tie in ties
        for frame in known.relations[term(f"rel:{tie}")].frames
        for words in [frame.text.split()]
        for name in {word for part in words for word in part.split("|")} & sent.keys()
        if words[-1] == "Y" and set(words[-2].split("|")) & sent[name]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "name", ["ambassador", "envoy", "consul-general", "representative", "coordinator", "mediator", "correspondent"]
)
def test_whoever_is_sent_has_destinations(name):
    assert {"to", "in"} <= load().roles[term(f"role:{name}")].destinations
