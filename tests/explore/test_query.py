import socket
import threading
from contextlib import suppress

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.explore.query import QueryForm, query
from kg.graph.store import from_quads
from kg.ontology import term

A, P = NamedNode("urn:x:a"), NamedNode("urn:x:p")
OUT = "http://127.0.0.1:{port}/sparql"


def refusal(sparql: str, store: Store | None = None) -> str:
    with pytest.raises(QueryError) as caught:
        query(store or Store(), sparql)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_prefixes_are_known_and_the_default_graph_is_the_union(store):
    result = query(store, "SELECT ?who WHERE { ?who rel:sanctions actor:chile }")
    assert result.form is QueryForm.ROWS
    assert result.variables == ("who",)
    assert result.rows == ((NamedNode(term("actor:norway")),),)
    assert result.found


def test_own_prefixes_go_before_the_known_ones(store):
    sparql = f"PREFIX kg: <urn:x:> PREFIX : <{term('rel:')}> SELECT * {{ ?who :sanctions ?whom ; a ?kind }}"
    assert [row[1:] for row in query(store, sparql).rows] == [(NamedNode(term("actor:norway")), NamedNode(term("actor:chile")))]


def test_rows_are_sorted_unless_the_query_sorts():
    store = from_quads(Quad(A, P, Literal(number), NamedNode("urn:x:g")) for number in (5, 12, 9, 1))
    plain = [str(row[0]) for row in query(store, "SELECT ?n { ?s ?p ?n }").rows]
    assert plain == sorted(plain)
    ordered = query(store, "SELECT ?n { ?s ?p ?n } ORDER BY DESC(?n)").rows
    assert [row[0].value for row in ordered] == ["12", "9", "5", "1"]


def test_ask_answers_yes_or_no(store):
    assert query(store, "ASK { actor:norway rel:sanctions ?whom }").found
    assert not query(store, "ASK { actor:chile rel:sanctions ?whom }").found


def test_construct_and_describe_answer_with_sorted_triples(store):
    built = query(store, "CONSTRUCT { ?b rel:sanctions ?a } WHERE { ?a rel:sanctions ?b }")
    assert built.form is QueryForm.TRIPLES
    assert [str(triple.subject) for triple in built.triples] == [f"<{term('actor:chile')}>"]
    described = query(store, "DESCRIBE actor:peru").triples
    assert described == tuple(sorted(described, key=str))
    assert described


def test_unbound_variables_are_none(store):
    rows = query(store, "SELECT ?who ?country { ?who a kg:Organization OPTIONAL { ?who kg:country ?country } }").rows
    assert rows == ((NamedNode(term("actor:fishers-union")), None),)


def test_from_restricts_a_query_to_documents_of_the_store(store):
    graph = query(store, "SELECT ?g { GRAPH ?g { ?claim rdf:predicate rel:needs } }").rows[0][0]
    assert query(store, f"SELECT * FROM {graph} {{ ?claim rdf:predicate ?relation }}").rows[0][1] == NamedNode(term("rel:needs"))
    local = graph.value.removeprefix(term("doc:"))
    assert len(query(store, f"SELECT * FROM NAMED doc:{local} {{ GRAPH ?g {{ ?claim a kg:Claim }} }}").rows) == 1


@pytest.mark.parametrize(
    ("sparql", "count"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?one a kg:State }", "4"),
        ("SELECT (COUNT(?label) AS ?n) { ?claim rdf:subject ?one . ?one rdfs:label ?label }", "8"),
        ("SELECT (COUNT(DISTINCT ?one) AS ?n) { ?one a kg:State }", "4"),
        ("SELECT (SUM(?sign) AS ?n) { ?claim a kg:Claim ; rdf:predicate/kg:sign ?sign }", "-3"),
        ("SELECT (COUNT(?one) AS ?n) { { SELECT ?one { ?one a kg:State } LIMIT 4 } }", "4"),
        ("SELECT (COUNT(DISTINCT ?one) AS ?n) { { SELECT ?one { ?one a kg:State } ORDER BY ?one LIMIT 4 } }", "4"),
        ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?one rdfs:label 'Norway'@en } }", "4"),
        ("SELECT (COUNT(*) AS ?n) { ?one rdfs:label 'Norway'@en . GRAPH ?g { ?one a kg:State } }", "4"),
    ],
)
def test_a_statement_of_many_documents_counts_once(sparql, count, store):
    assert query(store, sparql).rows[0][0].value == count


def test_rows_are_not_repeated_for_each_document(store):
    states = [NamedNode(term(f"actor:{name}")) for name in ("chile", "kenya", "norway", "peru")]
    for modifier in ("", "DISTINCT "):
        assert [row[0] for row in query(store, f"SELECT {modifier}?one {{ ?one a kg:State }}").rows] == states
    assert len(query(store, "CONSTRUCT { ?one a kg:Actor } WHERE { ?one a kg:State } LIMIT 4").triples) == 4


def test_graphs_named_with_from_are_merged_as_a_set():
    first, second, third = (NamedNode(f"urn:x:g{number}") for number in (1, 2, 3))
    store = from_quads([Quad(A, P, A, graph) for graph in (first, second, third)] + [Quad(P, P, P)])
    assert len(query(store, "SELECT * { ?s ?p ?o }").rows) == 2
    assert len(query(store, f"SELECT * FROM {first} FROM {second} {{ ?s ?p ?o }}").rows) == 1
    rows = query(store, f"SELECT ?g FROM {first} FROM {second} FROM NAMED {third} {{ ?s ?p ?o GRAPH ?g {{ ?s ?p ?o }} }}").rows
    assert rows == ((third,),)


@pytest.mark.parametrize("name", ["<file:///etc/hostname>", "<http://localhost/a.ttl>", "doc:nowhere", "<relative>"])
@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_from_never_fetches(name, clause, store):
    assert "no such graph" in refusal(f"SELECT * {clause} {name} {{ ?s ?p ?o }}", store)


@pytest.mark.parametrize(
    ("update", "name"),
    [
        ("LOAD <http://localhost/a.ttl>", "LOAD"),
        ("LOAD SILENT <file:///etc/hostname> INTO GRAPH <urn:x:g>", "LOAD"),
        ("INSERT DATA { actor:peru rel:praises actor:chile }", "INSERT DATA"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE WHERE"),
        ("CLEAR ALL", "CLEAR"),
        ("PREFIX a: <urn:x:> DROP GRAPH a:g", "DROP"),
    ],
)
def test_updates_are_refused_by_name(update, name):
    assert refusal(update).startswith(f"{name} is not allowed")


HIDDEN = [
    "SELECT * { SERVICE <OUT> { ?s ?p ?o } }",
    "SELECT * { service silent <OUT> { ?s ?p ?o } }",
    "SELECT * { VALUES ?u { <OUT> } SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { { SELECT * { OPTIONAL { SERVICE <OUT> { ?s ?p ?o } } } } UNION { ?a ?b ?c } }",
    "SELECT * { GRAPH ?g { ?a ?b ?c MINUS { SERVICE <OUT> { ?s ?p ?o } } } }",
    "SELECT * { BIND(EXISTS { SERVICE <OUT> { ?s ?p ?o } } AS ?there) }",
    "ASK { FILTER(1 = 1 && NOT EXISTS { SERVICE <OUT> { ?s ?p ?o } }) }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <OUT> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <OUT> { ?s ?p ?o } }",
    "SELECT (1 AS ?n) { } HAVING(EXISTS { SERVICE <OUT> { ?s ?p ?o } })",
    "SELECT * { } ORDER BY EXISTS { SERVICE <OUT> { ?s ?p ?o } }",
    # A carriage return ends a comment for one parser only.
    "SELECT * { # \r SERVICE <OUT> { ?s ?p ?o } \n }",
    # Escapes that are a quote, a line break or a letter of a keyword for one parser only.
    """SELECT * { ?a ?b "\\u0022," . SERVICE <OUT> { ?s ?p ?o } ?a ?b "\\u002C\\u0022" }""",
    'SELECT ?x { VALUES ?x { #\\U000A"""\n } SERVICE <OUT> { ?s ?p ?o } VALUES ?y { 1 # """\n} }',
    "SELECT * { S\\u0045RVICE <OUT> { ?s ?p ?o } }",
    # Not valid at all, so that it is parsed again for its error.
    "SELECT * { SERVICE <OUT> { ?s ?p ?o } } }",
    "SELECT * { SERVICE <OUT> { ?s ?p ?o } ?s ?p }",
]


@pytest.mark.parametrize("sparql", HIDDEN)
def test_nothing_reaches_out_of_the_store(sparql):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(0.05)
        refusal(sparql.replace("OUT", OUT.format(port=listener.getsockname()[1])))
        with pytest.raises(TimeoutError):
            listener.accept()


def test_the_word_service_is_welcome_where_it_is_no_keyword(store):
    sparql = 'SELECT ?service { ?service rdfs:label ?name FILTER(?name != "SERVICE <urn:x:a> {}") } # SERVICE'
    assert query(store, sparql).found


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("", "the query is empty: SELECT, ASK, CONSTRUCT or DESCRIBE was expected"),
        ("SELEC ?a {}", "line 1, column 1: unexpected 'SELEC', expected ASK or BASE or CONSTRUCT or DESCRIBE or PREFIX or SELECT"),
        ("PREFIX a: <urn:x:>", "line 1, column 19: the query ends too early, expected ASK or BASE or"),
        ("SELECT ?a WHERE { ?a a }", "line 1, column 24: unexpected '}'"),
        ('SELECT ?a {\n ?a rel:aids ?b .\n ?b rel:aids "c }', "line 3, column 14: unexpected '\"c'"),
        ("SELECT ?a { ?a a ?b } ORDER ?a", "line 1, column 29: unexpected '?a', expected BY"),
        ("SELECT ?a { ?a a ?b } LIMIT few", "line 1, column 29: unexpected 'few', expected a number"),
        ("SELECT ?a { GRAPH { ?a a ?b } }", "line 1, column 19: unexpected '{', expected a name or a variable"),
        ("ASK { ?a a ?b", "line 1, column 14: the query ends too early"),
        ("ASK { ?a\r\n a; }\r\n }", "line 2, column 3: unexpected ';"),
        (
            "ASK { # of:x\n ?a of:x ?b }",
            "line 2, column 5: unknown prefix of: - a known one, or PREFIX of: <...> before the query, was expected",
        ),
        ("ASK FROM of:x { ?a ?b ?c }", "line 1, column 10: unknown prefix of:"),
        ("ASK { ?a :x ?b }", "line 1, column 10: unknown prefix :"),
        ("SELECT ?a ?b { ?a ?p ?b } GROUP BY ?a", "line 1, column 38: The SELECT contains a variable that is unbound"),
        ("ASK { ?a ?p <#b> }", "IRI parsing failed"),
        ("ASK { ?a ?p 'x\\u0041' }", "line 1, column 15: \\u0041 is not allowed"),
        ("ASK { ?a ?p 'x\\UFFFFFFFF' }", "line 1, column 15: \\UFFFFFFFF is not allowed"),
        ("ASK { ?a ?p 'x\\ud800' }", "line 1, column 15: \\ud800 is not allowed"),
        ("ASK {\ud800}", "line 1, column 6: the query is not valid UTF-8"),
        ("SELECT * " + "{" * 400 + "}" * 400, "the query is nested too deeply"),
        ("ASK {}" + " " * 10_000, "the query has 10,006 characters, at most 10,000 were expected"),
    ],
)
def test_errors_say_where_and_what_was_expected_in_one_line(sparql, message):
    assert message in refusal(sparql)


def test_letters_may_be_escaped():
    assert query(Store(), "ASK { FILTER('caf\\u00e9' = 'café' && '\\U0001F30D' = '🌍') }").answer


def test_a_failure_of_the_store_is_one_line():
    class Broken:
        def named_graphs(self) -> list[NamedNode]:
            return []

        def quads_for_pattern(self, *_pattern: object) -> list[Quad]:
            return []

        def query(self, *_args: object, **_options: object) -> pyoxigraph.QueryBoolean:
            raise OSError("disk\ngone")

    assert refusal("ASK { ?a ?b ?c }", Broken()) == "the query failed: disk gone"


@settings(max_examples=30, deadline=None)
@given(st.text(st.sampled_from(list("SELECTASK{}?x .;<>\"'#\\u:\n\r1()")), max_size=40) | st.text(max_size=40))
def test_no_text_crashes_a_query(text):
    for sparql in (text, f"SELECT * {{ {text} }}"):
        with suppress(QueryError):
            query(Store(), sparql)


def test_queries_run_in_threads(store):
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda: answers.append(len(query(store, "SELECT * { ?c a kg:Claim }").rows))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [8, 8, 8]
