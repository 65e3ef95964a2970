"""A query ends in its limit or breaks its own process, never this one; the next one is answered."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress

import pytest
from pyoxigraph import NamedNode, Quad, Store
from rdflib import URIRef

from kg.errors import QueryError
from kg.graph import guard
from kg.graph.guard import Limits, Question, ask
from kg.graph.store import dataset, from_quads
from kg.graph.terms import date, decimal, integer, text

P = NamedNode("urn:x:p")
VALUES = [
    *map(integer, range(40)),
    *(decimal(number + 0.5) for number in range(40)),
    date("2031-05-02"),
    text("so"),
    text("so", "en"),
]
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LARGE = "SELECT DISTINCT ?a ?c ?d ?f ?g ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def store() -> Store:
    return from_quads(Quad(NamedNode(f"urn:x:{number}"), P, value) for number, value in enumerate(VALUES * 3))


@pytest.fixture(params=[True, False], ids=["fork", "copy"])
def both(request, monkeypatch):
    monkeypatch.setattr(guard, "_FORKS", request.param)


def asked(store, sparql, limits=Limits()):  # noqa: B008 - a frozen value
    return ask(store, Question(sparql, {"x": "urn:x:"}), limits)


@pytest.mark.usefixtures("both")
def test_answers_come_back_as_json_and_triples_as_n_triples(store):
    assert asked(store, "ASK { x:0 ?p ?o }").endswith(b'"boolean":true}')
    assert b'"value":"urn:x:p"' in asked(store, "SELECT DISTINCT ?p { ?s ?p ?o }")
    assert asked(store, 'CONSTRUCT { ?s ?p "é\\n" } WHERE { ?s ?p ?o } LIMIT 1').decode().endswith(' <urn:x:p> "é\\n" .\n')


@pytest.mark.usefixtures("both")
def test_a_query_that_takes_too_long_is_ended(store):
    begin = time.monotonic()
    with pytest.raises(QueryError, match=r"took more than 0\.2 s: LIMIT, fewer variables, or more time"):
        asked(store, CROSS, Limits(seconds=0.2))
    assert time.monotonic() - begin < 10
    assert b"true" in asked(store, "ASK { ?s ?p ?o }")


def test_a_query_that_takes_too_much_memory_is_ended(store):
    with pytest.raises(QueryError, match=r"needs more than 40 MB: LIMIT, fewer variables, or more memory"):
        asked(store, LARGE, Limits(seconds=60, megabytes=40))
    assert b"true" in asked(store, "ASK { ?s ?p ?o }")


@pytest.mark.usefixtures("both")
def test_a_query_that_breaks_the_engine_breaks_nothing_else(store, monkeypatch):
    def die(_store, _question):
        os.abort()

    monkeypatch.setattr(guard, "_outcome", die)
    monkeypatch.setattr(guard.sys, "executable", "/bin/false")  # what the copy is read by
    with pytest.raises(QueryError, match="the query engine broke down"):
        asked(store, "ASK { ?s ?p ?o }")


@pytest.mark.usefixtures("both")
def test_values_of_all_kinds_can_be_sorted_or_it_is_said_that_they_cannot(store):
    """Oxigraph 0.5.13 aborts its process here."""
    with suppress(QueryError):
        asked(store, "SELECT DISTINCT ?o { ?s ?p ?o } ORDER BY ?o")
    assert b"true" in asked(store, "ASK { ?s ?p ?o }")


def test_an_answer_that_is_too_large_is_refused(store, monkeypatch):
    monkeypatch.setattr(guard, "_ANSWER", 1000)
    with pytest.raises(QueryError, match=r"the answer has 0 MB, at most 0 were expected: LIMIT makes it smaller"):
        asked(store, "SELECT * { ?s ?p ?o }")


def test_what_the_engine_refuses_is_said(store):
    with pytest.raises(SyntaxError, match="expected"):
        asked(store, "SELECT bad")

    class Broken:
        def query(self, *_args: object, **_options: object) -> None:
            raise OSError("disk\ngone")

    with pytest.raises(QueryError, match=r"\Athe query failed: disk gone\Z"):
        asked(Broken(), "ASK {}")


def test_a_thread_may_ask_while_another_waits(store):
    found = []
    threads = [threading.Thread(target=lambda: found.append(asked(store, "ASK { ?s ?p ?o }"))) for _ in range(4)]
    with pytest.raises(QueryError):
        asked(store, CROSS, Limits(seconds=0.1))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib's own evaluation still uses what it deprecates
def test_rdflib_asks_in_a_process_of_its_own_too(store, monkeypatch):
    graph = dataset(store)
    assert len(graph) == len(store)
    assert graph.query("ASK { <urn:x:0> ?p ?o }").askAnswer
    assert len(graph.query("SELECT ?o { <urn:x:0> ?p ?o }")) == 1
    assert len(graph.query("CONSTRUCT WHERE { <urn:x:0> ?p ?o }").graph) == 1
    assert [str(row[0]) for row in graph.query("SELECT ?o { ?s ?p ?o }", initBindings={"s": URIRef("urn:x:0")})] != []
    monkeypatch.setattr(guard, "_outcome", lambda _store, _question: os.abort())
    with pytest.raises(QueryError, match="broke down"):
        graph.query("ASK { ?s ?p ?o }")


SCRIPT = """
import sys
from pyoxigraph import NamedNode, Literal, Quad
from kg.graph.guard import Limits, Question, ask
from kg.graph.store import from_quads
store = from_quads(Quad(NamedNode(f"urn:x:{n}"), NamedNode("urn:x:p"), Literal(n)) for n in range(500))
print("ready", flush=True)
try:
    ask(store, Question(sys.argv[1], {}), Limits(60))
except KeyboardInterrupt:
    print("interrupted")
"""


def test_ctrl_c_ends_the_query_and_leaves_no_process():
    command = [sys.executable, "-c", SCRIPT, CROSS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate(timeout=20)[0] == "interrupted\n"
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
