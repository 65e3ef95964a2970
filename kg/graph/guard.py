"""A store and a query -> its answer, from a process that can be killed: no query takes the program with it.

Oxigraph knows neither a time limit nor a limit of memory, sees no Ctrl-C while it works, and aborts its process where it panics or
finds no memory. So each query runs in a process of its own: a fork, which shares the store, or where the system has none
(Windows) another Python, which reads a copy.
"""

import faulthandler
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO, Any

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store

from kg.errors import QueryError

__all__ = ["Limits", "Question", "ask", "main"]

_ANSWER = 1 << 28  # bytes of an answer that one may take
_MEGABYTE = 1 << 20
_FORKS = hasattr(os, "fork")
_NO_MEMORY = b"memory allocation of"  # as Rust says it
_ANSWERED, _MALFORMED, _FAILED = b"+", b"?", b"!"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query may take, in seconds, and how many megabytes of memory; 0 is without limit.

    Memory is limited where the operating system can do so: on Linux.
    """

    seconds: float = 60.0
    megabytes: int = 1024


@dataclass(frozen=True, slots=True)
class Question:
    """A query and its prefixes.

    Attributes:
        text: The query.
        prefixes: IRIs by the prefixes that need no declaration.
        default: The graph that is asked; empty for the default graph.
        named: The graphs that GRAPH finds; none for those of the store. With either of the two, FROM in the query does not count.
    """

    text: str
    prefixes: Mapping[str, str]
    default: str = ""
    named: tuple[str, ...] | None = None


def ask(store: Store, question: Question, limits: Limits = Limits()) -> bytes:
    """Run a query in a process of its own.

    Args:
        store: The graph.
        question: The query.
        limits: What it may take.

    Returns:
        The answer: SPARQL results in JSON, or N-Triples where the query asks for triples.

    Raises:
        SyntaxError: The query is malformed; the message is that of Oxigraph.
        QueryError: It failed, took too long or too much memory, or has too large an answer.

    >>> ask(Store(), Question("ASK {}", {}))
    b'{"head":{},"boolean":true}'
    """
    with tempfile.TemporaryFile() as said:
        outcome = (_from_fork if _FORKS else _from_copy)(store, question, limits, said)
        said.seek(0)
        kind, content = (outcome[:1], outcome[1:]) if outcome else (_FAILED, _why(said.read(), limits).encode())
    if kind == _MALFORMED:
        raise SyntaxError(content.decode())
    if kind == _FAILED:
        raise QueryError(content.decode())
    return content


def main() -> None:
    """Answer the question on standard input from the N-Quads file that the first argument names."""
    store = Store()
    store.bulk_load(path=sys.argv[1], format=RdfFormat.N_QUADS)
    text, prefixes, default, named = json.load(sys.stdin)
    sys.stdout.buffer.write(_outcome(store, Question(text, prefixes, default, None if named is None else tuple(named))))


def _outcome(store: Store, question: Question) -> bytes:
    """The answer, or why there is none, after a byte that says which."""
    try:
        content = _answered(store, question)
    except SyntaxError as error:
        return _MALFORMED + str(error).encode()
    except (OSError, RuntimeError, ValueError, MemoryError) as error:
        return _FAILED + f"the query failed: {' '.join(str(error).split()) or type(error).__name__}".encode()
    if len(content) > _ANSWER:
        size, most = len(content) // _MEGABYTE, _ANSWER // _MEGABYTE
        return _FAILED + f"the answer has {size} MB, at most {most} were expected: LIMIT makes it smaller".encode()
    return _ANSWERED + content


def _answered(store: Store, question: Question) -> bytes:
    named: list[NamedNode | BlankNode] | None = None if question.named is None else [NamedNode(iri) for iri in question.named]
    default = NamedNode(question.default) if question.default else DefaultGraph() if question.named is not None else None
    found = store.query(question.text, prefixes=dict(question.prefixes), default_graph=default, named_graphs=named)
    if isinstance(found, QueryTriples):
        return found.serialize(format=RdfFormat.N_TRIPLES) or b""
    return found.serialize(format=QueryResultsFormat.JSON) or b""


def _from_fork(store: Store, question: Question, limits: Limits, said: IO[bytes]) -> bytes | None:
    """The outcome from a fork of this process; none where it died.

    Raises:
        QueryError: It took too long.
    """
    here, there = multiprocessing.Pipe(duplex=False)

    def work() -> None:
        os.dup2(said.fileno(), 2)  # what Rust says when it panics is no message for people
        faulthandler.disable()  # nor is what Python says of it
        _limit(limits.megabytes)
        there.send_bytes(_outcome(store, question))

    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # of threads: the fork uses none of their locks
        process = multiprocessing.get_context("fork").Process(target=work, daemon=True)
        process.start()
    there.close()
    try:
        return _received(here, limits.seconds)
    finally:
        process.kill()
        process.join()
        here.close()


def _received(here: Connection, seconds: float) -> bytes | None:
    if not here.poll(seconds or None):
        raise _late(seconds)
    with suppress(EOFError):
        return here.recv_bytes()
    return None


def _from_copy(store: Store, question: Question, limits: Limits, said: IO[bytes]) -> bytes | None:
    """The outcome from another Python, which reads a copy of the store; none where it died.

    Raises:
        QueryError: It took too long.
    """
    asked = json.dumps([question.text, dict(question.prefixes), question.default, question.named]).encode()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "store.nq"
        store.dump(str(copy), format=RdfFormat.N_QUADS)
        command = [sys.executable, "-c", "from kg.graph.guard import main; main()", str(copy)]
        how: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": said, "timeout": limits.seconds or None}
        try:
            done = subprocess.run(command, input=asked, check=False, **how)  # noqa: S603 - this program
        except subprocess.TimeoutExpired as error:
            raise _late(limits.seconds) from error
    return done.stdout if done.returncode == 0 else None


def _late(seconds: float) -> QueryError:
    return QueryError(f"the query took more than {seconds:g} s: LIMIT, fewer variables, or more time (--timeout) may help")


def _why(said: bytes, limits: Limits) -> str:
    if _NO_MEMORY in said:
        return f"the query needs more than {limits.megabytes:,} MB: LIMIT, fewer variables, or more memory (--memory) may help"
    return "the query engine broke down: it cannot sort numbers, dates and texts together, ORDER BY STR(...) was expected for those"


def _limit(megabytes: int) -> None:
    """Let this process take so much memory more than it has; no core is left of it."""
    import resource  # noqa: PLC0415 - there is none on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    has = _taken()
    if megabytes and has:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = has + megabytes * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def _taken() -> int:
    """The bytes of address space that this process has; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
