"""The shipped events: sources, dates, names that a year can tell apart, and dates that everybody knows; and their errors."""

import re
from collections import defaultdict
from datetime import date

import pytest

from kg.errors import OntologyError
from kg.ontology import PREFIXES, Event, load, local_name, term
from kg.ontology.source import read_folders, shipped

HEAD = "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in ("kg", "event", "rdfs", "skos"))
EVENT = 'event:a a kg:Event ; rdfs:label "great frost"@en'


def named(name: str) -> set[str]:
    """First days of the events with a name."""
    return {event.start for event in load().events.values() if name.casefold() in map(str.casefold, event.names)}


@pytest.fixture
def extra(tmp_path):
    """Writes a folder with one file and returns the folder."""

    def write(body):
        (tmp_path / "mine.ttl").write_text(HEAD + body, encoding="utf-8")
        return tmp_path

    return write


def test_there_are_many_events_with_several_names_each() -> None:
    events = load().events.values()
    assert len(events) >= 700
    assert sum(len(event.names) for event in events) >= 5 * len(events)


def test_ids_and_sources() -> None:
    statements, _ = read_folders([shipped()])
    for iri in load().events:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", local_name(iri)), iri
        assert iri == term(f"event:{local_name(iri)}")
        assert statements[iri]["source"], iri


def test_dates_are_days_and_an_end_comes_after_the_start() -> None:
    for event in load().events.values():
        start = date.fromisoformat(event.start)
        assert date(1600, 1, 1) < start < date(2026, 11, 22), event
        assert not event.end or start < date.fromisoformat(event.end), event


def test_names_are_clean_and_have_no_article() -> None:
    names = [name for event in load().events.values() for name in event.names]
    assert [name for name in names if name != " ".join(name.split()) or re.search(r"[{}|\"\u2019]", name)] == []
    assert [name for name in names if re.match(r"(?:the|a|an) ", name, re.IGNORECASE)] == []


def test_no_name_is_a_mere_state_or_year() -> None:
    actors = {name.text.casefold() for entry in load().actors.values() for name in entry.names}
    names = {name.casefold() for event in load().events.values() for name in event.names}
    assert {name for name in names if re.fullmatch(r"[\d ./-]+", name)} <= {"9/11", "7/7", "26/11"}
    assert names & actors == set()


def test_events_that_share_a_name_differ_in_their_year() -> None:
    years = defaultdict(list)
    for event in load().events.values():
        for name in {name.casefold() for name in event.names}:
            years[name].append(event.start[:4])
    assert {name: found for name, found in years.items() if len(found) > len(set(found))} == {}


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("annexation of Crimea", {"2014-03-18"}),
        ("Russia's annexation of Crimea", {"2014-03-18"}),
        ("Crimea's annexation", {"2014-03-18"}),
        ("seizure of Crimea", {"2014-03-18"}),
        ("Russian invasion of Ukraine", {"2022-02-24"}),
        ("Russia's invasion of Ukraine", {"2022-02-24"}),
        ("invasion of Ukraine", {"2022-02-24"}),
        ("full-scale invasion of Ukraine", {"2022-02-24"}),
        ("2003 invasion of Iraq", {"2003-03-20"}),
        ("US-led invasion of Iraq", {"2003-03-20"}),
        ("invasion of Afghanistan", {"1979-12-24", "2001-10-07"}),
        ("Trump's inauguration", {"2017-01-20", "2025-01-20"}),
        ("Trump's first inauguration", {"2017-01-20"}),
        ("Trump's 2017 inauguration", {"2017-01-20"}),
        ("Biden's inauguration", {"2021-01-20"}),
        ("Brexit referendum", {"2016-06-23"}),
        ("Brexit vote", {"2016-06-23"}),
        ("fall of the Berlin Wall", {"1989-11-09"}),
        ("collapse of the Soviet Union", {"1991-12-26"}),
        ("fall of Kabul", {"2021-08-15"}),
        ("fall of Assad", {"2024-12-08"}),
        ("9/11", {"2001-09-11"}),
        ("September 11 attacks", {"2001-09-11"}),
        ("Mumbai attacks", {"2008-11-26"}),
        ("October 7 attack", {"2023-10-07"}),
        ("October 7 attacks", {"2023-10-07"}),
        ("Charlie Hebdo attack", {"2015-01-07"}),
        ("downing of MH17", {"2014-07-17"}),
        ("Paris Agreement", {"2015-12-12"}),
        ("JCPOA", {"2015-07-14"}),
        ("Iran nuclear deal", {"2015-07-14"}),
        ("Abraham Accords", {"2020-09-15"}),
        ("Minsk agreements", {"2014-09-05", "2015-02-12"}),
        ("Good Friday Agreement", {"1998-04-10"}),
        ("Camp David Accords", {"1978-09-17"}),
        ("Oslo Accords", {"1993-09-13"}),
        ("Dayton Accords", {"1995-12-14"}),
        ("Budapest Memorandum", {"1994-12-05"}),
        ("Singapore summit", {"2018-06-12"}),
        ("Hanoi summit", {"2019-02-27"}),
        ("Helsinki summit", {"2018-07-16"}),
        ("North Korea's first nuclear test", {"2006-10-09"}),
        ("North Korea's sixth nuclear test", {"2017-09-03"}),
        ("handover of Hong Kong", {"1997-07-01"}),
        ("Turkish coup attempt", {"2016-07-15"}),
        ("World War II", {"1939-09-01"}),
        ("First World War", {"1914-07-28"}),
        ("Gaza war", {"2008-12-27", "2014-07-08", "2023-10-07"}),
    ],
)
def test_the_days_that_news_counts_from(name: str, starts: set[str]) -> None:
    assert named(name) == starts


@pytest.mark.parametrize(
    ("slug", "start", "end"),
    [
        ("cold-war", "1947-01-01", "1991-12-31"),
        ("second-world-war", "1939-09-01", "1945-09-02"),
        ("korean-war", "1950-06-25", "1953-07-27"),
        ("cultural-revolution", "1966-05-16", "1976-10-06"),
        ("ukraine-invasion", "2022-02-24", ""),
        ("crimea-annexation", "2014-03-18", ""),
    ],
)
def test_what_lasted_has_an_end(slug: str, start: str, end: str) -> None:
    event = load().events[term(f"event:{slug}")]
    assert (event.start, event.end) == (start, end)


def test_a_new_event(extra) -> None:
    body = f'{EVENT} ; skos:altLabel "winter of the frost" ; kg:start "1709-01-05" ; kg:end "1709-04-01" .'
    event = load(extra(body)).events[term("event:a")]
    names = ("great frost", "winter of the frost")
    assert event == Event(term("event:a"), "great frost", names, "1709-01-05", "1709-04-01")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param('event:a a kg:Event ; kg:start "1709-01-05" .', "a has no label, one was expected", id="no label"),
        pytest.param(f"{EVENT} .", "a has no start, one was expected", id="no start"),
        pytest.param(
            f'{EVENT} ; kg:start "1709-01" .', "a has the date 1709-01, a day such as 2014-03-18 was expected", id="a month"
        ),
        pytest.param(
            f'{EVENT} ; kg:start "1709-01-05" ; kg:end "1709-01-04" .',
            "a ends on 1709-01-04, before it starts on 1709-01-05",
            id="end before start",
        ),
    ],
)
def test_a_bad_event_is_named_with_file_and_line(extra, body: str, message: str) -> None:
    with pytest.raises(OntologyError, match=re.escape(f"mine.ttl:{HEAD.count(chr(10)) + 1}: {message}")):
        load(extra(body))


def test_two_events_of_a_year_do_not_share_a_name(extra) -> None:
    body = f'{EVENT} ; kg:start "1709-01-05" .\nevent:b a kg:Event ; rdfs:label "Great Frost" ; kg:start "1709-03-01" .'
    message = 'b has the name "Great Frost", which is that of a '
    with pytest.raises(OntologyError, match=re.escape(f"mine.ttl:{HEAD.count(chr(10)) + 2}: {message}")):
        load(extra(body))


def test_events_of_several_years_may_share_a_name(extra) -> None:
    body = f'{EVENT} ; kg:start "1709-01-05" .\nevent:b a kg:Event ; rdfs:label "great frost" ; kg:start "1740-01-05" .'
    events = load(extra(body)).events
    assert events[term("event:a")].names == events[term("event:b")].names
