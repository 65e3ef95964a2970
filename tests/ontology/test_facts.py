"""What the ontology says of states, checked against packages that know it, too, and against what news needs.

WordNet's adjectives and inhabitants would be a fourth witness for states, but no package brings its data along; the nouns that no
rule gives (Dane, Pole, Scot) are checked against a list below instead.
"""

import unicodedata
from functools import cache

import pytest

from kg.ontology import folders, load, local_name, term
from kg.ontology.source import read_folders

NOT_STATES_OF_TODAY = {"SUN", "YUG", "CSK", "DDR"}

# State -> names of the packages that it has on purpose not, each with the reason.
NAMES_LEFT_OUT = {
    "bahamas": {"The Bahamas"},  # the article is no part of the name
    "gambia": {"The Gambia"},
    "republic-of-the-congo": {"The Republic of the Congo", "Congo - Brazzaville"},  # stands with a hyphen
    "dr-congo": {"Congo - Kinshasa"},
    "myanmar": {"Myanmar (Burma)"},  # nobody writes brackets; Burma stands by itself
    "falkland-islands": {"Falkland Islands [Malvinas]"},
    "diego-garcia": {"Diego Garcia (British Indian Ocean Territory)"},
    "taiwan": {"Taiwan (Province of China)"},
    "vatican": {"Holy See (Vatican)", "Holy See (Vatican City State)"},
    "palestine": {"Palestine, State of"},  # turned round for an index
    "british-virgin-islands": {"Virgin Islands, British"},
    "us-virgin-islands": {"Virgin Islands, U.S."},
    "macau": {"Macao SAR China"},  # a label of data about locales
    "nauru": {"Republic of Naoero"},  # a slip of the package
}
DEMONYMS_LEFT_OUT = {
    "antigua-and-barbuda": {"Barbudan"},  # half of the state; the adjective is Antiguan
    "bosnia-and-herzegovina": {"Herzegovinian"},
    "central-african-republic": {"Central African"},  # a region
    "republic-of-the-congo": {"Congolese"},  # DR Congo, unless a text says otherwise
    "dominica": {"Dominican"},  # the Dominican Republic
    "cape-verde": {"Cape Verdian"},  # misspelt
    "maldives": {"Maldivan"},
    "guadeloupe": {"Guadeloupian"},
    "guinea-bissau": {"Guinea-Bissauan"},
    "saint-kitts-and-nevis": {"Kittian and Nevisian"},
    "saint-vincent-and-the-grenadines": {"Saint Vincentian"},
    "suriname": {"Surinamer"},
    "djibouti": {"Djibouti"},  # the name, not the demonym
    "gibraltar": {"Gibraltar"},
    "hong-kong": {"Chinese"},  # of the state that it belongs to
    "macau": {"Chinese"},
    "northern-mariana-islands": {"American"},
    "martinique": {"French"},
    "mayotte": {"French"},
    "reunion": {"French"},
    "svalbard": {"Norwegian"},
}
CAPITALS_LEFT_OUT = {
    "belgium": "Brussels",  # stands for the European Union
    "palestine": "Jerusalem",  # stands for Israel, which rules there; Ramallah is a seat
    "djibouti": "Djibouti",  # named as the state is
    "gibraltar": "Gibraltar",
    "luxembourg": "Luxembourg",
    "monaco": "Monaco",
    "san-marino": "City of San Marino",
    "singapore": "Singapore",
    "vatican": "Vatican City State",
    "bermuda": "Hamilton",  # names of many
    "cayman-islands": "George Town",
    "falkland-islands": "Stanley",  # Port Stanley is one only
    "guyana": "Georgetown",
    "puerto-rico": "San Juan",
    "reunion": "Saint-Denis",
    "seychelles": "Victoria",
    "guam": "Hagåtña",  # places that never stand for their territory
    "hong-kong": "City of Victoria",
    "mayotte": "Mamoudzou",
    "svalbard": "Longyearbyen",
    "us-virgin-islands": "Charlotte Amalie",
    "western-sahara": "El Aaiún",
}
CLAIMS_LEFT_OUT = {
    "taiwan": {"china"},  # states of their own here: only territories have claimants
    "kosovo": {"serbia"},
    "abkhazia": {"russia"},  # recognises it as a state, and does not claim it
    "south-ossetia": {"russia"},
    "transnistria": {"russia"},  # has troops there
    "northern-cyprus": {"turkey"},  # recognises it as a state
    "nagorno-karabakh": {"azerbaijan"},  # the state that it belongs to
    "northern-ireland": {"ireland"},  # gave up its claim in 1999
    "republika-srpska": {"serbia"},  # has none
}
INHABITANTS = {
    "croatia": "Croats",
    "czech-republic": "Czechs",
    "denmark": "Danes",
    "england": "Englishmen",
    "finland": "Finns",
    "france": "Frenchmen",
    "greenland": "Greenlanders",
    "hong-kong": "Hong Kongers",
    "iceland": "Icelanders",
    "ireland": "Irishmen",
    "kazakhstan": "Kazakhs",
    "kosovo": "Kosovars",
    "lesotho": "Basotho",
    "liechtenstein": "Liechtensteiners",
    "luxembourg": "Luxembourgers",
    "netherlands": "Dutchmen",
    "new-zealand": "New Zealanders",
    "philippines": "Filipinos",
    "poland": "Poles",
    "saudi-arabia": "Saudis",
    "scotland": "Scots",
    "serbia": "Serbs",
    "slovakia": "Slovaks",
    "slovenia": "Slovenes",
    "solomon-islands": "Solomon Islanders",
    "spain": "Spaniards",
    "sweden": "Swedes",
    "tajikistan": "Tajiks",
    "turkey": "Turks",
    "turkmenistan": "Turkmens",
    "united-arab-emirates": "Emiratis",
    "united-kingdom": "Britons",
    "uzbekistan": "Uzbeks",
    "wales": "Welshmen",
}
SEATS = {
    "argentina": {"Casa Rosada"},
    "australia": {"DFAT"},
    "brazil": {"Planalto", "Itamaraty", "Alvorada Palace"},
    "canada": {"Parliament Hill", "Rideau Hall", "Global Affairs Canada"},
    "chile": {"La Moneda"},
    "china": {"Zhongnanhai", "State Council", "National People's Congress", "Central Military Commission"},
    "colombia": {"Casa de Nariño", "Nariño Palace"},
    "czech-republic": {"Prague Castle", "Czernin Palace"},
    "egypt": {"Ittihadiya"},
    "france": {"Élysée", "Matignon", "Quai d'Orsay", "Palais Bourbon"},
    "germany": {"Bundestag", "German Chancellery", "German Foreign Office"},
    "greece": {"Maximos Mansion", "Hellenic Parliament"},
    "hungary": {"Sándor Palace"},
    "india": {"Lok Sabha", "Rajya Sabha", "South Block", "Ministry of External Affairs"},
    "indonesia": {"Merdeka Palace", "Senayan"},
    "iran": {"Majlis", "Guardian Council", "Supreme National Security Council", "Expediency Council"},
    "israel": {"Knesset"},
    "italy": {"Palazzo Chigi", "Quirinale", "Farnesina"},
    "japan": {"Kantei", "National Diet", "Nagatacho", "Kasumigaseki"},
    "lebanon": {"Baabda Palace", "Grand Serail"},
    "mexico": {"Los Pinos", "Palacio Nacional"},
    "netherlands": {"Binnenhof", "Catshuis"},
    "nigeria": {"Aso Rock", "Aso Villa"},
    "north-korea": {"Supreme People's Assembly", "State Affairs Commission"},
    "pakistan": {"Aiwan-e-Sadr", "Pakistan's Foreign Office"},
    "philippines": {"Malacañang", "Malacanang Palace"},
    "poland": {"Sejm", "Belweder"},
    "russia": {"Kremlin", "Duma", "State Duma", "Federation Council"},
    "saudi-arabia": {"Al-Yamamah Palace"},
    "south-africa": {"Union Buildings"},
    "south-korea": {"Blue House"},
    "spain": {"Moncloa", "Zarzuela"},
    "sweden": {"Riksdag", "Rosenbad"},
    "taiwan": {"Legislative Yuan", "Executive Yuan"},
    "turkey": {"Beştepe", "Grand National Assembly"},
    "ukraine": {"Verkhovna Rada", "Rada", "Bankova"},
    "united-kingdom": {"Downing Street", "Whitehall", "Westminster", "Foreign Office", "FCDO"},
    "united-states": {"White House", "Pentagon", "State Department", "Foggy Bottom", "Capitol Hill"},
    "venezuela": {"Miraflores"},
}


@cache
def statements():
    """The values of each entry of the ontology, by IRI and the local name of the property."""
    found, _ = read_folders(folders())
    return found


@cache
def ontology():
    return load()


def values(slug, *names):
    """What a property, or several, say of an actor."""
    return [value for name in names for value in statements()[term(f"actor:{slug}")].get(name, ())]


def folded(names):
    """Names without accents and capitals, to compare them by."""
    return {
        "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold().replace("\u2019", "'")
        for name in names
    }


def places():
    """Slug and territory of rigour, for what has a Wikidata identifier that rigour knows."""
    territories = pytest.importorskip("rigour.territories").get_territories()
    by_qid = {qid: territory for territory in territories for qid in territory.qids}
    for iri, found in statements().items():
        for match in found.get("exactMatch", ()):
            if iri.startswith(term("actor:")) and local_name(match) in by_qid:
                yield local_name(iri), by_qid[local_name(match)]


def states():
    """Slug, two-letter code and CountryInfo of the states and dependent territories of today that countryinfo has."""
    package = pytest.importorskip("countryinfo")
    unknown = pytest.importorskip("countryinfo.exceptions").CountryNotFoundError
    for slug, territory in places():
        if len(territory.code) == 2 and set(values(slug, "code")) - NOT_STATES_OF_TODAY:
            try:
                yield slug, territory.code, package.CountryInfo(territory.code)
            except unknown:
                assert slug in {"kosovo", "diego-garcia"}


def left_over(reviewed, found):
    """The differences that are reviewed, but are none any more."""
    return {slug: gone for slug, names in reviewed.items() if (gone := names - found.get(slug, set()))}


def test_the_names_of_states_are_those_of_rigour_babel_and_countryinfo():
    locale = pytest.importorskip("babel").Locale("en")
    found = {}
    for slug, territory in places():
        known = folded(values(slug, "label", "altLabel"))
        others = {territory.name, territory.full_name, locale.territories.get(territory.code.upper())} - {None, ""}
        found.setdefault(slug, set()).update(name for name in others if not folded([name]) <= known)
    for slug, _, info in states():
        found.setdefault(slug, set()).update(
            {info.name()} if not folded([info.name()]) <= folded(values(slug, "label", "altLabel")) else ()
        )
    only_states = {slug: names for slug, names in found.items() if names and values(slug, "code")}
    assert {slug: names for slug, names in only_states.items() if names - NAMES_LEFT_OUT.get(slug, set())} == {}
    assert left_over(NAMES_LEFT_OUT, only_states) == {}


def test_the_adjectives_and_inhabitants_are_those_of_countryinfo():
    found = {}
    for slug, _, info in states():
        demonyms = {name.strip() for name in (info.demonym() or "").split(",") if name.strip()}
        known = folded(values(slug, "adjective", "inhabitant"))
        found[slug] = {name for name in demonyms if not folded([name]) <= known}
    assert {slug: names for slug, names in found.items() if names - DEMONYMS_LEFT_OUT.get(slug, set())} == {}
    assert left_over(DEMONYMS_LEFT_OUT, found) == {}


def test_the_capitals_are_those_of_countryinfo():
    capitals = {slug: info.capital() for slug, _, info in states() if info.capital()}
    found = {slug: name for slug, name in capitals.items() if not folded([name]) <= folded(values(slug, "capital"))}
    assert found == CAPITALS_LEFT_OUT


def test_the_claimants_of_territories_are_those_of_rigour():
    slugs = {territory.code: slug for slug, territory in places()}
    found = {}
    for slug, territory in places():
        found[slug] = {slugs[claim.code] for claim in territory.claims} - {local_name(iri) for iri in values(slug, "claimant")}
    assert {slug: claims for slug, claims in found.items() if claims} == CLAIMS_LEFT_OUT


@pytest.mark.parametrize(("slug", "names"), INHABITANTS.items())
def test_inhabitants_that_no_rule_gives_are_there(slug, names):
    assert names in values(slug, "inhabitant")


@pytest.mark.parametrize(("slug", "names"), SEATS.items())
def test_the_places_that_stand_for_a_government_are_there(slug, names):
    assert names <= set(values(slug, "seat", "capital"))


@pytest.mark.parametrize(("name", "country"), [("PLA", "china"), ("IRGC", "iran"), ("IDF", "israel"), ("Bundeswehr", "germany")])
def test_armed_forces_are_organisations_of_their_state(name, country):
    (entry,) = (e for e in ontology().actors.values() if name in {n.text for n in e.names})
    assert entry.actor.country == term(f"actor:{country}")
