"""Store -> Turtle and TriG that people can read and compare: prefixed, sorted, one subject a block, grouped by kind."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store, Triple

from kg.graph.notation import Term, notation
from kg.graph.output import whole_file
from kg.graph.terms import named
from kg.graph.union import ANALYSIS, given_name, graphs, is_measured
from kg.model import ActorKind
from kg.ontology import PREFIXES

__all__ = ["analysis", "trig", "trig_text", "turtle", "turtle_text"]

Graph = NamedNode | BlankNode | DefaultGraph
Subject = NamedNode | BlankNode | Triple

_KIND_ORDER = (
    ("Ontology", ("owl:Ontology",)),
    ("Documents", ("kg:Document",)),
    ("Actors", tuple(f"kg:{kind.value}" for kind in ActorKind)),
    ("Issues", ("kg:Issue",)),
    ("Relation types", ("kg:Relation",)),
    ("Likelihoods", ("kg:Likelihood",)),
    ("Classes", ("owl:Class",)),
    ("Properties", ("owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty")),
    ("Plain edges", ()),
    ("Claims", ("kg:Claim",)),
    ("Marks", ("kg:Mark",)),
    ("Attributions", ("kg:Attribution",)),
    ("Quotes", ("kg:Quote",)),
    ("Merges", ("kg:Merge",)),
    ("Measures", ("kg:Measures",)),
    ("Tones and stances", ("kg:PairTone", "kg:IssueTone", "kg:Stance")),
    ("Communities and blocs", ("kg:Community", "kg:Bloc")),
    ("Disagreements", ("kg:Disagreement",)),
    ("Runs", ("kg:Run", "kg:Tool")),
    ("Other", ()),
)
_KINDS = tuple(name for name, _ in _KIND_ORDER)
_EDGES, _OTHER = _KINDS.index("Plain edges"), _KINDS.index("Other")
_CLASS_ORDER: dict[object, int] = {named(name): rank for rank, (_, names) in enumerate(_KIND_ORDER) for name in names}


def turtle(store: Store, path: Path) -> None:
    """Write the union of all graphs but `kg:analysis` as Turtle: what was measured changes with every document that comes.

    Args:
        store: A graph.
        path: The file to write, whole or not at all.

    Raises:
        OutputError: The file cannot be written.
    """
    _write(path, _turtle(store, measures=False))


def analysis(store: Store, path: Path) -> None:
    """Write the graph `kg:analysis` as Turtle: what was measured in the graph.

    Args:
        store: A graph.
        path: The file to write, whole or not at all.

    Raises:
        OutputError: The file cannot be written.
    """
    _write(path, chain([_prefixes()], _graph(store, named(ANALYSIS), "")))


def trig(store: Store, path: Path) -> None:
    """Write all graphs but `kg:analysis` as TriG, each in a block of its own.

    Args:
        store: A graph.
        path: The file to write, whole or not at all.

    Raises:
        OutputError: The file cannot be written.
    """
    _write(path, _trig(store))


def turtle_text(store: Store) -> str:
    """The union of all graphs as Turtle, with what was measured.

    Args:
        store: A graph.

    Returns:
        The text.

    >>> few = Store()
    >>> few.add(Quad(named("actor:russia"), named("rdf:type"), named("kg:State")))
    >>> print(turtle_text(few).splitlines()[-1])
    actor:russia a kg:State .
    """
    return "".join(_turtle(store))


def trig_text(store: Store) -> str:
    """All graphs but `kg:analysis` as TriG, each in a block of its own.

    Args:
        store: A graph.

    Returns:
        The text.
    """
    return "".join(_trig(store))


def _write(path: Path, lines: Iterable[str]) -> None:
    with whole_file(path) as file:
        file.writelines(line.encode() for line in lines)


def _prefixes() -> str:
    return "".join(f"@prefix {prefix}: <{base}> .\n" for prefix, base in sorted(PREFIXES.items()))


def _turtle(store: Store, *, measures: bool = True) -> Iterator[str]:
    yield _prefixes()
    yield from _graph(store, DefaultGraph(), "", measures=measures)


def _trig(store: Store) -> Iterator[str]:
    yield _prefixes()
    for graph in graphs(store):
        if isinstance(given_name(graph), DefaultGraph):
            yield from _graph(store, graph, "", measures=False)
        elif graph != named(ANALYSIS):
            yield f"\n{notation(graph)} {{\n"
            yield from _graph(store, graph, "  ")
            yield "}\n"


def _graph(store: Store, graph: Graph, indent: str, *, measures: bool = True) -> Iterator[str]:
    ranks = (pair for pair in _ranks(store, graph) if measures or not is_measured(pair[1]))
    ranked = sorted(ranks, key=lambda pair: (pair[0], str(pair[1])))
    for rank, subjects in groupby(ranked, key=lambda pair: pair[0]):
        yield f"\n{indent}# {_KINDS[rank]}\n"
        for _, subject in subjects:
            quads = store.quads_for_pattern(subject, None, None, graph)
            yield _block(subject, {(q.predicate, q.object) for q in quads if _is_edge(q) is (rank == _EDGES)}, indent)


def _ranks(store: Store, graph: Graph) -> set[tuple[int, Subject]]:
    """Every subject with the kinds that it is written under: a plain edge stands apart from what describes its subject."""
    ranks: dict[Subject, int] = {}
    edges: set[Subject] = set()
    for quad in store.quads_for_pattern(None, None, None, graph):
        if _is_edge(quad):
            edges.add(quad.subject)
            continue
        rank = _CLASS_ORDER.get(quad.object, _OTHER) if quad.predicate == named("rdf:type") else _OTHER
        ranks[quad.subject] = min(rank, ranks.get(quad.subject, _OTHER))
    return {(rank, subject) for subject, rank in ranks.items()} | {(_EDGES, subject) for subject in edges}


def _is_edge(quad: Quad) -> bool:
    return quad.predicate.value.startswith(PREFIXES["rel"])


def _block(subject: Subject, facts: set[tuple[NamedNode, Term]], indent: str) -> str:
    ordered = sorted(facts, key=lambda fact: (fact[0] != named("rdf:type"), notation(fact[0]), notation(fact[1])))
    lines = [
        f"{'a' if predicate == named('rdf:type') else notation(predicate)} {', '.join(notation(fact[1]) for fact in same)}"
        for predicate, same in groupby(ordered, key=lambda fact: fact[0])
    ]
    return f"{indent}{notation(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"
