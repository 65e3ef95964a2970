"""A store -> the same store as rdflib sees it: its default graph is the union, and no query takes the program with it."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import rdflib
from oxrdflib import OxigraphStore
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.query import Result
from rdflib.term import Identifier

from kg.graph.guard import Question, ask

__all__ = ["UnitedStore"]

_UNION = "__UNION__"  # as rdflib calls it


class UnitedStore(OxigraphStore):
    """An Oxigraph store whose default graph is the union of its graphs (see `kg.graph.union`)."""

    def triples(self, triple_pattern: Any, context: rdflib.Graph | None = None) -> Any:  # noqa: ANN401 - as rdflib has it
        """The statements of a graph; without one those of the union, each once."""
        return super().triples(triple_pattern, rdflib.Graph(identifier=DATASET_DEFAULT_GRAPH_ID) if context is None else context)

    def __len__(self, context: rdflib.Graph | None = None) -> int:
        """How many statements a graph has, or the union."""
        return sum(1 for _ in self.triples((None, None, None), context))

    def query(
        self,
        query: Any,  # noqa: ANN401 - as rdflib has it
        initNs: Mapping[str, Any],  # noqa: N803
        initBindings: Mapping[str, Identifier],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **_: object,
    ) -> Result:
        """Ask the store in a process of its own.

        Raises:
            QueryError: The query takes too long or too much memory, or breaks the engine.
            SyntaxError: The query is malformed.
            NotImplementedError: It is prepared or has bindings, which rdflib does itself.
        """
        if initBindings or not isinstance(query, str):
            raise NotImplementedError
        prefixes = {prefix: str(base) for prefix, base in {**self._namespace_for_prefix, **initNs}.items()}
        alone = "" if queryGraph in {_UNION, str(DATASET_DEFAULT_GRAPH_ID)} else str(queryGraph)
        return _result(ask(self._inner, Question(query, prefixes, default=alone)))


def _result(answer: bytes) -> Result:
    if answer.startswith(b"{"):
        return Result.parse(BytesIO(answer), format="json")
    found = Result("CONSTRUCT")
    found.graph = rdflib.Graph().parse(BytesIO(answer), format="nt")
    return found
