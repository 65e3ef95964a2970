"""One rule of counting: page, report, command line and RDF show the same numbers and the same order, on three graphs."""

import csv
import json
import re
from dataclasses import replace
from io import StringIO
from itertools import groupby

import pytest
from lxml import html
from pyoxigraph import RdfFormat, serialize

from kg.explore.analysis import analyse, importance, weigh
from kg.explore.analysis.statements import statements
from kg.explore.query import query
from kg.graph.claims import claims
from kg.graph.triples import quads
from kg.model import Argument
from kg.ontology import load
from kg.pipeline import open_graph

CELL = re.compile(r"(?:(\d+)\+ / (\d+)\N{MINUS SIGN}|(\d+) neutral)\N{NOT EQUAL TO}?")
# What the page counts between each two actors, by IRI - two may have one name - whoever is drawn.
COUNTED = """() => {
  const { data } = kg, { claims } = data, found = new Map();
  for (const claim of kg.shown.claims) {
    const ends = [claims.subject[claim], claims.object[claim]];
    if (ends.some(kg.isIssue) || ends[0] === ends[1]) continue;
    const key = ends.map(kg.iri).sort().join("|");
    found.set(key, [...(found.get(key) || []), claim]);
  }
  return [...found].map(([key, some]) => [key, kg.tally(some)]).map(([key, tally]) => [key, [tally[1], tally[-1], tally[0]]]);
}"""
CELLS = """() => [...document.querySelectorAll("#view .sheet")].map((sheet) => {
  const columns = [...sheet.querySelectorAll("thead th")].map((head) => head.innerText.trim());
  return [...sheet.querySelectorAll("tbody tr")].flatMap((row) => [...row.children].slice(1).map((cell, place) =>
    [row.children[0].innerText.trim(), columns[place + 1], cell.innerText.trim()]).filter(([, , text]) => text));
})"""
ORDER = "() => kg.shown.present.filter((id) => !kg.isIssue(id)).map((id) => kg.iri(id))"
PAIRS = """SELECT ?one ?other ?up ?down ?even {
  ?tone a kg:PairTone ; kg:toneOf ?one, ?other ; kg:cooperation ?up ; kg:conflict ?down ; kg:neutral ?even .
  FILTER (STR(?one) < STR(?other)) }"""
STANCES = """SELECT DISTINCT ?who ?issue ?up ?down ?even {
  ?stance kg:stanceOf/rdfs:label ?who ; kg:stanceOn/skos:prefLabel ?issue ; kg:supporting ?up ; kg:opposing ?down ; kg:neutral ?even }"""
AROUND = """SELECT DISTINCT ?who ?issue ?up ?down ?even {
  ?tone a kg:IssueTone ; kg:toneOf/rdfs:label ?who ; kg:toneAbout/skos:prefLabel ?issue ; kg:cooperation ?up ; kg:conflict ?down ; kg:neutral ?even }"""
RANKS = "SELECT ?actor ?rank { ?measures kg:measured ?actor ; kg:rank ?rank }"


@pytest.fixture(scope="module")
def made_up(crowd, kg, tmp_path_factory):
    """A graph of 300 made-up claims: some denied, some expected, some negated, some mutual, some about nothing but an issue."""
    plain, documents = crowd(300)
    varied = []
    for number, claim in enumerate(plain):
        relation = replace(claim.relation, symmetric=claim.relation.label == "meets")
        changed = replace(claim, relation=relation)
        if number % 6 == 0:
            changed = replace(changed, object=Argument(claim.issues[0].entity, claim.object.span), issues=())
        varied.append(changed)
    found = []
    for key, some in groupby(varied, key=lambda claim: claim.evidence.document):
        found += quads(documents[key], list(some), load())
    folder = tmp_path_factory.mktemp("made-up")
    serialize([*found, *statements(analyse(varied, documents))], folder / "graph.nq", RdfFormat.N_QUADS)
    return with_page(kg, folder, folder / "graph.nq")


@pytest.fixture(scope="module")
def from_seeds(kg, seeds):
    return with_page(kg, seeds, seeds)


def with_page(kg, folder, graph):
    """Page and report of a graph, and the graph."""
    assert kg("view", folder / "graph.html", "-g", graph).status == 0
    assert kg("analyse", "-g", graph, "--report", folder / "report.html").status == 0
    return folder / "graph.html", folder / "report.html", graph


@pytest.fixture(params=["from_seeds", "made_up"])
def graph(request):
    return request.getfixturevalue(request.param)


def listed(kg, graph, name):
    """A table of the command line: its rows by their first two names, with how many claims of each tone."""
    rows = list(csv.reader(StringIO(kg("analyse", "-g", graph, "--table", name, "--csv").out)))[1:]
    return {tuple(row[:2]): tuple(map(int, row[2:5])) for row in rows}


def printed(report, name):
    """The same of a table of the report, which has its first rows."""
    rows = html.parse(report).xpath(f"//table[@id='table-{name}']/tbody/tr")
    cells = [[cell.text_content() for cell in row.xpath("td")] for row in rows]
    return {tuple(row[:2]): tuple(map(int, row[2:5])) for row in cells if len(row) > 1}


def asked(graph, sparql):
    """The same of an answer."""
    return {
        (row[0].value, row[1].value): tuple(int(cell.value) for cell in row[2:]) for row in query(open_graph(graph), sparql).rows
    }


def cells(page, view):
    """The cells of each matrix of a view, as tallies; a cell shows how many are neutral only where there are no others."""
    page.locator("#views").get_by_role("tab", name=view).click()
    sheets = page.evaluate(CELLS)
    found = []
    for sheet in sheets:
        some = {}
        for row, column, text in sheet:
            up, down, even = CELL.fullmatch(text).groups()
            some[row, column] = (0, 0, int(even)) if even else (int(up), int(down), None)
        found.append(some)
    return found


def agree(shown, rows):
    """Each cell says what the row of its two says."""
    assert shown
    for ends, (up, down, even) in shown.items():
        expected = rows[ends]
        assert (up, down) == expected[:2], ends
        assert even is None or even == expected[2], ends


def test_pairs(graph, open_file, kg):
    file, report, folder = graph
    measured = json.loads(kg("analyse", "-g", folder, "--json").out)["pairs"]
    rows = {(one["first"]["iri"], one["second"]["iri"]): (one["cooperation"], one["conflict"], one["neutral"]) for one in measured}
    page = {tuple(key.split("|")): tuple(tally) for key, tally in open_file(file).evaluate(COUNTED) if any(tally)}
    assert page == rows
    assert asked(folder, PAIRS) == rows
    assert list(printed(report, "pairs").items()) == list(listed(kg, folder, "pairs").items())[:20]
    named = {(one["first"]["label"], one["second"]["label"]): rows[one["first"]["iri"], one["second"]["iri"]] for one in measured}
    assert listed(kg, folder, "pairs") == named


def test_the_matrix_of_actors(graph, open_file, kg):
    file, _, folder = graph
    (shown,) = cells(open_file(file), "Actors \u00d7 actors")
    agree(shown, listed(kg, folder, "directions"))


def test_stances_and_the_tone_around_issues(graph, open_file, kg):
    file, report, folder = graph
    tables = [listed(kg, folder, name) for name in ("stances", "actor-issues")]
    for shown, rows in zip(cells(open_file(file), "Actors \u00d7 issues"), tables, strict=True):
        agree(shown, rows)
    assert [asked(folder, sparql) for sparql in (STANCES, AROUND)] == tables
    for name, rows in zip(("stances", "actor-issues"), tables, strict=True):
        assert printed(report, name).items() <= rows.items()
    assert tables[0] != tables[1]


def test_who_matters(graph, open_file, kg):
    file, report, folder = graph
    page = open_file(file).evaluate(ORDER)
    measured = json.loads(kg("analyse", "-g", folder, "--json").out)["actors"]
    assert page == [one["actor"]["iri"] for one in measured]
    ranks = sorted((int(rank.value), actor.value) for actor, rank in query(open_graph(folder), RANKS).rows)
    assert [actor for _, actor in ranks] == page
    labels = [one["actor"]["label"] for one in measured]
    assert [row[0].text_content() for row in html.parse(report).xpath("//table[@id='table-actors']/tbody/tr")] == labels[:20]
    assert [one["label"] for one in json.loads(kg("info", "-g", folder, "--json").out)["leading"]] == labels[:10]


def test_a_filter_keeps_the_order_of_what_is_left(graph, open_file, kg):
    file, _, folder = graph
    page = open_file(file)
    page.evaluate("kg.toggle('tone', 0, true)")
    left = page.evaluate("kg.shown.claims.map((claim) => kg.data.claims.id[claim])")
    known = list(claims(open_graph(folder)))
    weights = weigh(claim for claim in known if claim.id in set(left))
    before = [one.actor.iri for one in importance(known) if one.actor.iri in weights]  # what weighs the same keeps its order
    assert page.evaluate(ORDER) == sorted(before, key=lambda iri: -weights[iri].value)
