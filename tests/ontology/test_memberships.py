"""The shipped memberships: complete, dated, without contradiction, and as the public record has them; and their errors."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from kg.errors import OntologyError
from kg.model import ActorKind
from kg.ontology import PREFIXES, Membership, load, local_name, term
from kg.ontology.source import read_folders, shipped

NEVER = "9999-12-31"
DAY = "2026-01-01"
HEAD = "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in ("kg", "actor", "membership"))

# How many belonged to it on the first day of 2026.
CURRENT = {
    "african-union": 55,
    "alliance-of-sahel-states": 3,
    "arab-league": 22,
    "asia-pacific-economic-cooperation": 21,
    "association-of-southeast-asian-nations": 11,
    "aukus": 3,
    "brics": 10,
    "bucharest-nine": 9,
    "collective-security-treaty-organization": 6,
    "commonwealth-of-nations": 56,
    "council-of-europe": 46,
    "economic-community-of-west-african-states": 12,
    "eurasian-economic-union": 5,
    "european-free-trade-association": 4,
    "european-union": 27,
    "eurozone": 21,
    "five-eyes": 5,
    "g20": 21,
    "g7": 7,
    "gulf-cooperation-council": 6,
    "mercosur": 5,
    "nato": 32,
    "organisation-for-economic-co-operation-and-development": 38,
    "organisation-of-islamic-cooperation": 57,
    "organization-for-security-and-co-operation-in-europe": 57,
    "organization-of-the-petroleum-exporting-countries": 12,
    "quadrilateral-security-dialogue": 4,
    "shanghai-cooperation-organization": 10,
    "south-asian-association-for-regional-cooperation": 8,
    "un-security-council": 5,
    "visegrad-group": 4,
    "warsaw-pact": 0,
}


def spans() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """From when to when, by organisation and member."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for membership in load().memberships:
        for member in membership.members:
            found[local_name(membership.of), local_name(member)].append((membership.start, membership.end or NEVER))
    return found


def members(of: str, day: str) -> set[str]:
    """Who belonged to an organisation on a day."""
    return {member for (body, member), times in spans().items() if body == of and any(start <= day < end for start, end in times)}


@pytest.fixture
def extra(tmp_path):
    """Writes a folder with one file and returns the folder."""

    def write(body):
        (tmp_path / "mine.ttl").write_text(HEAD + body, encoding="utf-8")
        return tmp_path

    return write


def test_there_are_memberships_of_the_organisations_that_matter() -> None:
    assert len(load().memberships) >= 340
    assert len({membership.of for membership in load().memberships}) >= 40


@pytest.mark.parametrize(("slug", "count"), CURRENT.items())
def test_the_present_members_are_complete(slug: str, count: int) -> None:
    assert len(members(slug, DAY)) == count


def test_every_member_is_an_actor_and_no_person() -> None:
    actors = load().actors
    iris = {iri for membership in load().memberships for iri in (membership.of, *membership.members)}
    assert iris <= actors.keys()
    assert {actors[iri].actor.kind for iri in iris}.isdisjoint({ActorKind.PERSON})


def test_dates_are_days_months_or_years() -> None:
    texts = [text for membership in load().memberships for text in (membership.start, membership.end) if text]
    assert [text for text in texts if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text)] == []
    assert all("1900" < text < "2027" for text in texts)


def test_nobody_belongs_to_the_same_organisation_twice_at_a_time() -> None:
    for key, times in spans().items():
        assert all(end <= start for (_, end), (start, _) in pairwise(sorted(times))), key


def test_what_has_dated_members_has_no_undated_ones() -> None:
    statements, _ = read_folders([shipped()])
    assert {membership.of for membership in load().memberships if "member" in statements[membership.of]} == set()


def test_ids_and_sources() -> None:
    statements, _ = read_folders([shipped()])
    entries = {iri: values for iri, values in statements.items() if iri.startswith(term("membership:"))}
    assert len(entries) == len(load().memberships)
    for iri, values in entries.items():
        assert re.fullmatch(rf"[a-z0-9-]+-{values['start'][0][:4]}(-[a-z-]+)?", local_name(iri)), iri
        assert values["source"], iri


@pytest.mark.parametrize(
    ("of", "member", "before", "after"),
    [
        ("nato", "poland", "1999-03-11", "1999-03-12"),
        ("nato", "finland", "2023-04-03", "2023-04-04"),
        ("nato", "sweden", "2024-03-06", "2024-03-07"),
        ("european-union", "united-kingdom", "2020-01-31", "2020-01-30"),
        ("european-union", "croatia", "2013-06-30", "2013-07-01"),
        ("eurozone", "bulgaria", "2025-12-31", "2026-01-01"),
        ("council-of-europe", "russia", "2022-03-17", "2022-03-15"),
        ("brics", "indonesia", "2024-12-31", "2025-01-06"),
        ("brics", "iran", "2023-12-31", "2024-01-01"),
        ("shanghai-cooperation-organization", "india", "2017-06-08", "2017-06-09"),
        ("arab-league", "syria", "2015-01-01", "2023-05-08"),
        ("arab-league", "egypt", "1985-01-01", "1995-01-01"),
        ("african-union", "morocco", "2016-01-01", "2018-01-01"),
        ("economic-community-of-west-african-states", "mali", "2025-02-01", "2025-01-01"),
        ("association-of-southeast-asian-nations", "east-timor", "2025-10-25", "2025-10-26"),
        ("organization-of-the-petroleum-exporting-countries", "qatar", "2019-01-01", "2018-06-01"),
        ("organization-of-the-petroleum-exporting-countries", "angola", "2024-01-01", "2023-06-01"),
        ("g8", "russia", "2014-04-01", "2014-01-01"),
        ("commonwealth-of-independent-states", "georgia", "2010-01-01", "2008-01-01"),
        ("un-security-council", "taiwan", "1971-12-01", "1971-01-01"),
    ],
)
def test_the_public_record(of: str, member: str, before: str, after: str) -> None:
    assert member not in members(of, before)
    assert member in members(of, after)


def test_the_most_frequent_member() -> None:
    counts = Counter(member for _, member in spans())
    assert counts["france"] >= 8
    assert counts["russia"] >= 8


@pytest.mark.parametrize(("start", "end"), [("2014-03-18", ""), ("2014-03", "2014"), ("2014", "2014"), ("2014-03-18", "2014-03")])
def test_a_new_membership(extra, start: str, end: str) -> None:
    until = f' ; kg:end "{end}"' if end else ""
    body = f'membership:a a kg:Membership ; kg:of actor:nato ; kg:member actor:norway, actor:chad ; kg:start "{start}"{until} .'
    (found,) = [one for one in load(extra(body)).memberships if term("actor:chad") in one.members and one.of == term("actor:nato")]
    assert found == Membership(term("actor:nato"), (term("actor:chad"), term("actor:norway")), start, end)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param('kg:of actor:nato ; kg:start "2014"', "a has no member, at least one was expected", id="nobody"),
        pytest.param('kg:member actor:chad ; kg:start "2014"', "a has no of, one was expected", id="of nothing"),
        pytest.param("kg:of actor:nato ; kg:member actor:chad", "a has no start, one was expected", id="no start"),
        pytest.param(
            'kg:of actor:nato ; kg:member actor:atlantis ; kg:start "2014"',
            "a has member https://w3id.org/kg-affairs/actor/atlantis, an actor of the ontology was expected",
            id="unknown member",
        ),
        pytest.param(
            'kg:of actor:atlantis ; kg:member actor:chad ; kg:start "2014"',
            "a has of https://w3id.org/kg-affairs/actor/atlantis, an actor of the ontology was expected",
            id="unknown organisation",
        ),
        pytest.param(
            'kg:of actor:nato ; kg:member actor:chad ; kg:start "2014-02-30"',
            "a has the date 2014-02-30, a day such as 2014-03-18, its month or year was expected",
            id="no such day",
        ),
        pytest.param(
            'kg:of actor:nato ; kg:member actor:chad ; kg:start "2014-03-18" ; kg:end "2014-02"',
            "a ends on 2014-02, before it starts on 2014-03-18",
            id="end before start",
        ),
    ],
)
def test_a_bad_membership_is_named_with_file_and_line(extra, body: str, message: str) -> None:
    with pytest.raises(OntologyError, match=re.escape(f"mine.ttl:{HEAD.count(chr(10)) + 1}: {message}")):
        load(extra(f"membership:a a kg:Membership ; {body} ."))
