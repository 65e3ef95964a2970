"""A process of builds from stubbed claims, each in a child that is killed at a moment of its own; reads orders, one a line, and answers.

An order is a JSON list: the folder of documents, the output folder, after how many steps on the file system the child is to die, and
how many microseconds after that (0: at once). The answer lists what the child had said that it had done, and the number of its steps.
All modules are loaded once, here; no store is ever opened in this process, so that its children start from nothing.
"""

import json
import os
import signal
import sys
from pathlib import Path

import networkx as nx  # noqa: F401 - what a build needs is there before the first child starts
import scipy.sparse  # noqa: F401

from kg.errors import KGError
from kg.explore import view  # noqa: F401
from kg.ontology import load
from kg.pipeline import building, reading, updating
from kg.pipeline.options import Options
from tests.pipeline.stub import Stub

STEPS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"})
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main() -> None:
    """Carry out orders until there are none."""
    known = load()
    updating.load_ontology = lambda _folder: known
    reading.extractor = lambda _ontology, _options: Stub()
    for order in sys.stdin:
        inputs, output, steps, delay = json.loads(order)
        read, write = os.pipe()
        child = os.fork()
        if not child:
            build(Path(inputs), Path(output), (steps, delay), write)
        os.close(write)
        with os.fdopen(read) as said:
            lines = said.read().splitlines()
        _, status = os.waitpid(child, 0)
        done = [line for line in lines if not line.isdigit()]
        counted = max((int(line) for line in lines if line.isdigit()), default=0)
        sys.stdout.write(json.dumps([done, counted, os.WIFSIGNALED(status), os.waitstatus_to_exitcode(status)]) + "\n")
        sys.stdout.flush()


def build(inputs: Path, output: Path, moment: tuple[int, int], write: int) -> None:
    """Build, and die on the way."""
    taken = 0

    def step(event: str, arguments: tuple) -> None:
        nonlocal taken
        if event in STEPS and not (event == "open" and not (arguments[2] or 0) & WRITES):
            taken += 1
            if taken == moment[0]:
                die(moment[1])

    sys.addaudithook(step)
    try:
        building.write_graph(inputs, output, Options(prune=True, progress=lambda source: os.write(write, f"{source}\n".encode())))
    except KGError as error:
        os.write(write, f"{error}\n".encode())
        os._exit(2)
    os.write(write, f"{taken}\n".encode())
    os._exit(0)


def die(delay: int) -> None:
    """Die now, or soon, wherever the program then is, in its libraries too: nothing is caught, closed or flushed."""
    if not delay:
        os.kill(os.getpid(), signal.SIGKILL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, delay / 1_000_000)


if __name__ == "__main__":
    main()
