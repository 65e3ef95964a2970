"""A store <-> a server that speaks the SPARQL 1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus

import httpx
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.errors import RemoteError
from kg.graph.node import GraphName
from kg.graph.terms import named
from kg.graph.union import ENTITIES, given_name, graphs, placed, unite

__all__ = ["pull", "push", "shown"]

_TIMEOUT = 60.0
_SCHEMES = frozenset({"http", "https"})
_EVERYTHING = "application/n-quads, application/trig;q=0.9"
_ONE_GRAPH = "application/n-triples, text/turtle;q=0.9"
_EXPECTED: dict[int, str] = {
    HTTPStatus.UNAUTHORIZED: "user and password were expected in the address, as in https://user:password@example.org/store",
    HTTPStatus.FORBIDDEN: "the right to do this was expected",
    HTTPStatus.NOT_FOUND: "the address of a Graph Store, and of it a graph that is there, were expected",
}


def push(store: Store, url: str, *, timeout: float = _TIMEOUT) -> int:
    """Put every graph of a store in the place of the graph of the same name on a server; its other graphs stay.

    Args:
        store: The graph.
        url: The address of the Graph Store; user and password may stand in it.
        timeout: How many seconds the server may be silent.

    Returns:
        How many graphs were put.

    Raises:
        RemoteError: The address is malformed, or the server cannot be reached, refuses, or is too slow.
    """
    held = graphs(store) if len(store) else []
    with _server(url, timeout) as server:
        for graph in held:
            triples = sorted((quad.triple for quad in store.quads_for_pattern(None, None, None, graph)), key=str)
            server.put(given_name(graph), serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    return len(held)


def pull(url: str, names: Sequence[str] = (), *, timeout: float = _TIMEOUT) -> Store:
    """Get graphs from a server.

    Args:
        url: The address of the Graph Store; user and password may stand in it.
        names: The IRIs of the graphs; what `kg:entities` says of those whom they speak of comes along. Without names everything is
            asked for in one answer, which the standard does not demand of a server, but Oxigraph, Fuseki and GraphDB give.
        timeout: How many seconds the server may be silent.

    Returns:
        The graphs, in memory, united.

    Raises:
        RemoteError: The address or a name is malformed, or the server cannot be reached, refuses, is too slow, or answers with what
            is no RDF.
    """
    found = Store()
    with _server(url, timeout) as server:
        for name in names:
            graph = _graph(name)
            found.extend(placed(server.get(graph), graph))
        if names:  # whom a document speaks of is described in a graph of its own
            found.extend(placed(server.get(named(ENTITIES), expected=False), named(ENTITIES)))
        else:
            found.extend(server.get(None))
    return unite(found)


def shown(url: str) -> str:
    """An address without what may be secret in it: user, password and query.

    >>> shown("https://ada:secret@example.org:8080/store?key=1")
    'https://example.org:8080/store'
    """
    try:
        return str(httpx.URL(url).copy_with(username=None, password=None, query=None, fragment=None))
    except httpx.InvalidURL:
        return "the address"


@dataclass(frozen=True, slots=True)
class _Server:
    """A Graph Store, and the connection to it."""

    url: str
    client: httpx.Client

    def put(self, graph: GraphName, triples: bytes) -> None:
        content = {"Content-Type": RdfFormat.N_TRIPLES.media_type}
        self._checked(self.client.send(self.client.build_request("PUT", self._address(graph), content=triples, headers=content)))

    def get(self, graph: GraphName | None, *, expected: bool = True) -> list[Quad]:
        accept = {"Accept": _EVERYTHING if graph is None else _ONE_GRAPH}
        response = self.client.send(self.client.build_request("GET", self._address(graph), headers=accept))
        if response.status_code == HTTPStatus.NOT_FOUND and not expected:
            return []
        return self._read(self._checked(response))

    def _address(self, graph: GraphName | None) -> httpx.URL:
        """Section 4.2 of the protocol: indirect graph identification."""
        whole = httpx.URL(self.url)
        if graph is None:
            return whole
        return whole.copy_merge_params({"graph": graph.value} if isinstance(graph, NamedNode) else {"default": ""})

    def _checked(self, response: httpx.Response) -> httpx.Response:
        if not response.is_success:
            expected = _EXPECTED.get(response.status_code, "a server with the Graph Store protocol was expected")
            raise RemoteError(f"{shown(self.url)}: the server answers {response.status_code} {response.reason_phrase}, {expected}")
        return response

    def _read(self, response: httpx.Response) -> list[Quad]:
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
        form = RdfFormat.from_media_type(kind)
        if form is None:
            raise RemoteError(f"{shown(self.url)}: the server answers with {kind or 'something without a type'}, RDF was expected")
        try:
            return list(parse(response.content, format=form, base_iri=str(self._address(None))))
        except SyntaxError as error:
            raise RemoteError(f"{shown(self.url)}: the answer is malformed ({error.msg}), {form.name} was expected") from error


@contextmanager
def _server(url: str, timeout: float) -> Iterator[_Server]:
    try:
        parts = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise RemoteError("the address is malformed, one such as https://example.org/store was expected") from error
    if parts.scheme not in _SCHEMES or not parts.host:
        raise RemoteError(f"{shown(url)}: an address that starts with http:// or https:// was expected")
    auth = (parts.username, parts.password) if parts.username else None
    try:
        with httpx.Client(timeout=timeout, follow_redirects=False, auth=auth) as client:
            yield _Server(str(parts.copy_with(username=None, password=None, fragment=None)), client)
    except httpx.TimeoutException as error:
        raise RemoteError(f"{shown(url)}: silent for {timeout:g} seconds, an answer was expected") from error
    except httpx.HTTPError as error:
        raise RemoteError(f"{shown(url)}: {error}, a server that can be reached was expected") from error


def _graph(name: str) -> NamedNode:
    try:
        return NamedNode(name)
    except ValueError as error:
        raise RemoteError(f"{name}: no IRI ({error}), the name of a graph was expected") from error
