"""The shipped actors and roles: what every entry must have, and that names, offices and states are consistent."""

import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest

ONTOLOGY = Path(__file__).parents[2] / "ontology"
# Neither adds an actor or a role; memberships have tests of their own.
OTHER_FILES = {"epithets.ttl", "memberships.ttl"}
FILES = (*sorted(file for file in (ONTOLOGY / "actors").glob("*.ttl") if file.name not in OTHER_FILES), ONTOLOGY / "roles.ttl")

KG = "https://w3id.org/kg-affairs/ns#"
ACTOR = "https://w3id.org/kg-affairs/actor/"
ROLE = "https://w3id.org/kg-affairs/role/"
TENURE = "https://w3id.org/kg-affairs/tenure/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ALTERNATIVE = "http://www.w3.org/2004/02/skos/core#altLabel"
MATCH = "http://www.w3.org/2004/02/skos/core#exactMatch"
SOURCE = "http://purl.org/dc/terms/source"
WIKIDATA = "http://www.wikidata.org/entity/"

ACTOR_CLASSES = {
    "State",
    "Territory",
    "Person",
    "Organization",
    "InternationalOrganization",
    "ArmedGroup",
    "Coalition",
    "MediaOutlet",
    "Population",
}
ROLE_CLASSES = {"Office", "Occupation", "GroupRole", "GovernmentRole"}
GROUP_KINDS = {"Population", "Organization", "ArmedGroup"}
PROPERTIES = {
    TYPE,
    LABEL,
    ALTERNATIVE,
    MATCH,
    SOURCE,
    *(f"{KG}{name}" for name in ("abbreviation", "adjective", "prefix", "inhabitant", "capital", "seat", "surname", "code")),
    *(
        f"{KG}{name}"
        for name in ("country", "claimant", "member", "holder", "role", "of", "start", "end", "kind", "gender", "destination")
    ),
}
# Surnames may be shared: the reader tells the bearers apart by full name, country and tenure.
NAMES = (LABEL, ALTERNATIVE, *(f"{KG}{name}" for name in ("abbreviation", "adjective", "prefix", "inhabitant", "capital", "seat")))
LINKS = tuple(f"{KG}{name}" for name in ("country", "claimant", "member", "holder", "of"))

# A lower bound for each file, so that no edit loses entries unnoticed.
FLOORS = {
    "bodies.ttl": 200,
    "groups.ttl": 350,
    "institutes.ttl": 220,
    "media.ttl": 220,
    "people-ministers.ttl": 1400,
    "people.ttl": 870,
    "roles.ttl": 300,
    "states.ttl": 284,
}
NOT_UN_MEMBERS = {"XKX", "TWN", "PSE", "VAT"}
HISTORICAL = {"SUN", "YUG", "CSK", "DDR"}

Values = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A subject of the Turtle files with its values by property IRI."""

    iri: str
    file: str
    values: Values

    @property
    def slug(self) -> str:
        """The local name of the IRI."""
        return self.iri.rsplit("/", 1)[1]

    @property
    def kind(self) -> str:
        """The local name of its class."""
        (only,) = self.values[TYPE]
        return only.removeprefix(KG)

    def get(self, name: str) -> list[str]:
        """The values of a property, given by IRI or by its local name in `kg:`."""
        return self.values.get(name if ":" in name else KG + name, [])


@cache
def entries() -> dict[str, Entry]:
    """All entries by IRI."""
    found: dict[str, Entry] = {}
    for file in FILES:
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
            assert isinstance(quad.subject, ox.NamedNode), f"{file.name}: blank node"
            assert isinstance(quad.object, ox.NamedNode | ox.Literal), f"{file.name}: blank node"
            entry = found.setdefault(quad.subject.value, Entry(quad.subject.value, file.name, {}))
            assert entry.file == file.name, f"{entry.iri} stands in {entry.file} and {file.name}"
            entry.values.setdefault(quad.predicate.value, []).append(quad.object.value)
    return found


def within(namespace: str) -> Iterator[Entry]:
    """The entries of a namespace."""
    return (entry for iri, entry in entries().items() if iri.startswith(namespace))


def actor(slug: str) -> Entry:
    """The actor with a slug."""
    return entries()[ACTOR + slug]


def name_key(name: str) -> str:
    """What a name is compared by: case does not matter for names of two words and more."""
    return name.casefold() if " " in name else name


def test_every_file_is_there_with_its_entries() -> None:
    counts = Counter(entry.file for entry in entries().values())
    assert set(counts) == set(FLOORS)
    assert {file: count for file, count in counts.items() if count < FLOORS[file]} == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_an_entry_starts_at_the_beginning_of_a_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    starts = re.findall(r"^((?:actor|role|tenure):[a-z0-9-]+) a kg:", text, flags=re.MULTILINE)
    assert len(starts) == len(set(starts)) == sum(entry.file == file.name for entry in entries().values())
    assert "@prefix kg: <https://w3id.org/kg-affairs/ns#> ." in text.split("\n\n", 1)[0]


def test_only_properties_of_the_format_are_used() -> None:
    used = {name for entry in entries().values() for name in entry.values}
    assert used <= PROPERTIES


def test_slugs_are_lower_case_and_hyphenated() -> None:
    assert [entry.iri for entry in entries().values() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.slug)] == []


def test_every_actor_has_one_label_a_class_and_a_source() -> None:
    for entry in within(ACTOR):
        assert len(entry.get(LABEL)) == 1, entry.iri
        assert entry.kind in ACTOR_CLASSES, entry.iri
        assert entry.get(SOURCE), entry.iri


def test_no_name_is_blank_or_padded() -> None:
    names = [name for entry in entries().values() for kind in (*NAMES, f"{KG}surname") for name in entry.get(kind)]
    assert [name for name in names if name != " ".join(name.split()) or not name] == []


def test_no_name_stands_for_two_actors() -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for entry in within(ACTOR):
        for kind in NAMES:
            for name in entry.get(kind):
                bearers[name_key(name)].add(entry.slug)
    assert {name: slugs for name, slugs in bearers.items() if len(slugs) > 1} == {}


def test_no_surname_is_the_name_of_a_state_or_body() -> None:
    others = {name for entry in within(ACTOR) if entry.kind != "Person" for kind in NAMES for name in entry.get(kind)}
    surnames = {name: entry.slug for entry in within(ACTOR) for name in entry.get("surname")}
    assert {name: slug for name, slug in surnames.items() if name in others} == {}


def test_links_lead_to_actors_and_roles() -> None:
    for entry in entries().values():
        for target in (target for link in LINKS for target in entry.get(link)):
            assert target.startswith(ACTOR), f"{entry.iri} -> {target}"
            assert target in entries(), f"{entry.iri} -> {target}"
    assert [role for entry in within(TENURE) for role in entry.get("role") if role not in entries()] == []


def test_a_country_is_a_state_or_territory() -> None:
    countries = {target for entry in within(ACTOR) for target in entry.get("country")}
    assert {entries()[country].kind for country in countries} == {"State", "Territory"}


@pytest.mark.parametrize("file", ["media.ttl", "institutes.ttl"])
def test_outlets_and_institutes_have_a_country(file: str) -> None:
    without = {entry.slug for entry in within(ACTOR) if entry.file == file and not entry.get("country")}
    assert without <= {"euronews"}  # of several countries


def test_every_tenure_is_complete_and_its_start_precedes_its_end() -> None:
    for entry in within(TENURE):
        assert entry.kind == "Tenure"
        (holder,), (role,), (_of,), (start,) = (entry.get(name) for name in ("holder", "role", "of", "start"))
        assert entries()[holder].kind == "Person", entry.iri
        assert entries()[role].kind == "Office", entry.iri
        assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", date) for date in (start, *entry.get("end"))), entry.iri
        assert all(start < end for end in entry.get("end")), entry.iri
        assert entry.slug.startswith(f"{holder.removeprefix(ACTOR)}-{role.removeprefix(ROLE)}-{start[:4]}"), entry.iri


def test_nobody_holds_the_same_office_twice_at_a_time() -> None:
    terms: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for entry in within(TENURE):
        end = (entry.get("end") or ["9999-12-31"])[0]
        key = (entry.get("holder")[0], entry.get("role")[0], entry.get("of")[0])
        terms[key].append((entry.get("start")[0], end))
    for key, spans in terms.items():
        ordered = sorted(spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(ordered)), key


def test_a_state_has_one_president_and_one_prime_minister_at_a_time() -> None:
    for role in ("president", "prime-minister", "foreign-minister", "defence-minister", "secretary-of-state", "chancellor"):
        terms: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for entry in (entry for entry in within(TENURE) if entry.get("role") == [ROLE + role]):
            end = (entry.get("end") or ["9999-12-31"])[0]
            terms[entry.get("of")[0]].append((entry.get("start")[0], end, entry.slug))
        for spans in terms.values():
            ordered = sorted(spans)
            overlaps = [(one, two) for one, two in pairwise(ordered) if two[0] < one[1]]
            assert overlaps == []


def test_every_role_has_a_label_and_a_class_and_groups_have_a_kind() -> None:
    for entry in within(ROLE):
        assert len(entry.get(LABEL)) == 1, entry.iri
        assert entry.kind in ROLE_CLASSES, entry.iri
        kinds = {kind.removeprefix(KG) for kind in entry.get("kind")}
        assert (len(kinds) == 1 and kinds <= GROUP_KINDS) if entry.kind == "GroupRole" else not kinds, entry.iri


def test_a_word_names_one_role_of_a_person_and_one_role_of_a_group() -> None:
    words: Counter[tuple[str, bool]] = Counter()
    for entry in within(ROLE):
        person = entry.kind in {"Office", "Occupation"}
        words.update((word.casefold(), person) for word in (*entry.get(LABEL), *entry.get(ALTERNATIVE)))
    assert [word for word, count in words.items() if count > 1] == []
    assert Counter(entry.kind for entry in within(ROLE))["GroupRole"] >= 90


def test_all_members_of_the_united_nations_are_there() -> None:
    codes = {code for entry in within(ACTOR) if entry.kind == "State" for code in entry.get("code")}
    assert codes >= NOT_UN_MEMBERS | HISTORICAL
    assert len(codes - NOT_UN_MEMBERS - HISTORICAL) == 193
    assert sum(entry.kind == "State" for entry in within(ACTOR)) == len(codes)


def test_every_present_state_has_an_adjective_or_inhabitants_and_nearly_all_a_capital() -> None:
    states = [entry for entry in within(ACTOR) if entry.kind == "State"]
    # Whose adjective is dropped, because another state uses it, or because there is none.
    unnamed = {entry.slug for entry in states if not entry.get("adjective") and not entry.get("inhabitant")}
    assert unnamed == {"central-african-republic", "dominica", "republic-of-the-congo", "vatican"}
    assert sum(bool(entry.get("capital")) for entry in states) >= 180


def test_codes_and_wikidata_ids_of_states_agree_with_rigour() -> None:
    territories = pytest.importorskip("rigour.territories")
    by_code = {(territory.alpha3 or "").upper(): territory for territory in territories.get_territories()}
    for entry in (entry for entry in within(ACTOR) if entry.get("code")):
        (code,), (match,) = entry.get("code"), entry.get(MATCH)
        assert match.removeprefix(WIKIDATA) in by_code[code].qids, entry.iri


def test_wikidata_ids_are_well_formed_and_used_once() -> None:
    matches = Counter(match for entry in within(ACTOR) for match in entry.get(MATCH))
    assert [match for match in matches if not re.fullmatch(WIKIDATA + r"Q[1-9]\d*", match)] == []
    assert [match for match, count in matches.items() if count > 1] == []


@pytest.mark.parametrize(
    ("slug", "kind", "names"),
    [
        ("united-states", "abbreviation", {"US", "U.S.", "USA", "U.S.A."}),
        ("united-states", "seat", {"White House", "Pentagon", "State Department", "Congress"}),
        ("russia", "prefix", {"Russo"}),
        ("united-kingdom", "adjective", {"British"}),
        ("ukraine", "capital", {"Kyiv", "Kiev"}),
        ("china", "prefix", {"Sino"}),
        ("european-union", "seat", {"Brussels"}),
        ("west", "adjective", {"Western"}),
        ("islamic-state", "abbreviation", {"IS", "ISIS", "ISIL"}),
        ("volodymyr-zelensky", "surname", {"Zelensky", "Zelenskyy"}),
        ("xi-jinping", "surname", {"Xi"}),
    ],
)
def test_the_names_that_news_uses_are_known(slug: str, kind: str, names: set[str]) -> None:
    assert names <= set(actor(slug).get(kind))


def test_a_name_that_many_bear_is_nobodys() -> None:
    borne = {name for entry in within(ACTOR) for kind in NAMES for name in entry.get(kind)}
    assert borne.isdisjoint({"Korean", "Korea", "Georgetown", "Victoria", "Male"})


def test_what_another_state_governs_holds_or_claims_is_a_territory() -> None:
    dependent = ["hong-kong", "gibraltar", "northern-ireland", "greenland", "xinjiang"]
    contested = ["kherson", "gaza-strip", "western-sahara", "abkhazia", "northern-cyprus"]
    places = dependent + contested
    assert {place: actor(place).kind for place in places} == dict.fromkeys(places, "Territory")


def test_what_has_a_government_that_many_states_deal_with_is_a_state() -> None:
    assert {actor(state).kind for state in ("palestine", "kosovo", "taiwan", "vatican")} == {"State"}


def test_crimea_is_claimed_by_russia_and_ukraine() -> None:
    assert actor("crimea").kind == "Territory"
    assert set(actor("crimea").get("claimant")) == {f"{ACTOR}russia", f"{ACTOR}ukraine"}


def test_the_script_reproduces_the_states_byte_for_byte(tmp_path: Path) -> None:
    for package in ("rigour", "countryinfo", "babel"):
        pytest.importorskip(package)
    target = tmp_path / "states.ttl"
    subprocess.run([sys.executable, ONTOLOGY / "generate_states.py", target], check=True)
    assert target.read_bytes() == (ONTOLOGY / "actors" / "states.ttl").read_bytes()
