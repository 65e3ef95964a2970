"""The errors of kg, one small tree.

KGError                 anything that kg reports in one line, with exit status 2
|-- ReadError           a document could not be read
|-- OntologyError       an entry of the ontology is malformed
|-- ModelError          the language model could not be loaded
|-- QueryError          a query is malformed or not allowed
|   `-- UnknownNameError a name calls nothing in the graph, or several
|-- GraphError          a graph, shard or store is missing or malformed
|-- RemoteError         a server cannot be reached, or does not do what it is asked
`-- OutputError         an output could not be written
"""

__all__ = [
    "GraphError",
    "KGError",
    "ModelError",
    "OntologyError",
    "OutputError",
    "QueryError",
    "ReadError",
    "RemoteError",
    "UnknownNameError",
]


class KGError(Exception):
    """What went wrong, where, and what was expected, in one line."""


class ReadError(KGError):
    """A document could not be read."""


class OntologyError(KGError):
    """An entry of the ontology is malformed; the message starts with file and line."""


class ModelError(KGError):
    """The language model could not be loaded."""


class QueryError(KGError):
    """A query is malformed, or asks for what is not allowed."""


class UnknownNameError(QueryError):
    """A name calls nothing in the graph, or several; the message gives the nearest names, or all that it may be."""


class GraphError(KGError):
    """A graph, shard or store is missing or malformed."""


class RemoteError(KGError):
    """A server cannot be reached, or does not do what it is asked."""


class OutputError(KGError):
    """An output could not be written."""
