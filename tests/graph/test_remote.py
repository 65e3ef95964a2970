from base64 import b64encode

import pytest
from pyoxigraph import DefaultGraph, Quad, Store

from kg.errors import RemoteError
from kg.graph.remote import pull, push, shown
from kg.graph.store import from_quads
from kg.graph.terms import named, text
from kg.graph.triples import quads
from kg.graph.union import statements
from tests.graph.samples import DOCUMENT, HEDGED, PLAIN
from tests.servers import answering, free_port, oxigraph

GRAPH = quads(DOCUMENT, [PLAIN, HEDGED])
STRAY = Quad(named("issue:x"), named("rdfs:label"), text("fish & chips \N{SNOWMAN}\n", "en"), DefaultGraph())


@pytest.fixture(scope="module")
def server():
    with oxigraph() as url:
        yield url


def test_what_is_pushed_to_a_real_server_is_pulled_again(server):
    store = from_quads([*GRAPH, STRAY])
    assert push(store, server) == 2
    assert set(pull(server)) == set(store)
    assert set(statements(pull(server))) == {*GRAPH, STRAY}
    assert set(statements(pull(server, [named(f"doc:{DOCUMENT.id}").value]))) == set(GRAPH)


def test_a_graph_takes_the_place_of_the_one_of_its_name_and_others_stay(server):
    push(from_quads([*GRAPH, STRAY]), server)
    push(from_quads(GRAPH[:3]), server)
    assert set(statements(pull(server))) == {*GRAPH[:3], STRAY}
    assert push(Store(), server) == 0


def test_a_graph_that_is_not_there_is_one_line(server):
    with pytest.raises(RemoteError, match=r"/store: the server answers 404 Not Found, the address of a Graph Store, and of it a"):
        pull(server, ["urn:x:none"])


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (302, "the server answers 302 Found, a server with the Graph Store protocol was expected"),
        (401, "the server answers 401 Unauthorized, user and password were expected in the address, as in https://user:"),
        (403, "the server answers 403 Forbidden, the right to do this was expected"),
        (500, "the server answers 500 Internal Server Error, a server with the Graph Store protocol was expected"),
        (599, "the server answers 599 , a server with"),
    ],
)
def test_a_server_that_refuses_is_one_line_without_what_is_secret(status, message):
    with answering(status, b"<h1>secret</h1>") as (url, asked):
        address = url.replace("://", "://ada:secret@") + "?key=secret"
        for ask in (lambda: pull(address), lambda: push(from_quads(GRAPH), address)):
            with pytest.raises(RemoteError) as caught:
                ask()
            assert str(caught.value).startswith(f"{url}: {message}")
            assert "secret" not in str(caught.value)
            assert "\n" not in str(caught.value)
    secret = f"Basic {b64encode(b'ada:secret').decode()}"
    assert asked == [f"GET /store?key=secret {secret}", f"PUT /store?key=secret&graph={quoted(GRAPH[0])} {secret}"]


def quoted(quad):
    return quad.graph_name.value.replace(":", "%3A").replace("/", "%2F")


@pytest.mark.parametrize(
    ("body", "kind", "message"),
    [
        (b"<html></html>", "text/html; charset=utf-8", "the server answers with text/html, RDF was expected"),
        (b"", "", "the server answers with something without a type, RDF was expected"),
        (b"<urn:x:a> <urn:x:b> ", "application/n-quads", "the answer is malformed"),
    ],
)
def test_an_answer_that_is_no_rdf_is_one_line(body, kind, message):
    with answering(200, body, kind=kind) as (url, _), pytest.raises(RemoteError, match=f"{url}: {message}"):
        pull(url)


def test_turtle_without_graphs_is_taken_too():
    with answering(200, b"<urn:x:a> <urn:x:b> <> .", kind="text/turtle") as (url, _):
        assert [str(quad) for quad in pull(url)] == [f"<urn:x:a> <urn:x:b> <{url}>"]


def test_a_silent_server_is_one_line():
    with answering(200, delay=0.3) as (url, _), pytest.raises(RemoteError, match=f"{url}: silent for 0.05 seconds"):
        pull(url, timeout=0.05)


def test_nobody_there_is_one_line():
    url = f"http://127.0.0.1:{free_port()}/store"
    with pytest.raises(RemoteError, match=f"{url}: .*refused, a server that can be reached was expected"):
        push(from_quads(GRAPH), url)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("file:///etc/passwd", "file:/etc/passwd: an address that starts with http:// or https:// was expected"),
        ("localhost:7878", "localhost:7878: an address that starts"),
        ("http:///store", "an address that starts"),
        ("http://[::1", "the address is malformed, one such as https://example.org/store was expected"),
    ],
)
def test_a_wrong_address_is_one_line(url, message):
    for ask in (lambda: pull(url), lambda: push(Store(), url)):
        with pytest.raises(RemoteError) as caught:
            ask()
        assert message in str(caught.value)


def test_a_name_that_is_no_iri_is_one_line():
    with pytest.raises(RemoteError, match=r"no iri: no IRI .*, the name of a graph was expected"):
        pull("http://127.0.0.1/store", ["no iri"])


def test_an_address_is_shown_without_what_is_secret():
    assert shown("https://ada:b@example.org/a?c=d#e") == "https://example.org/a"
    assert shown("http://[::1") == "the address"
