"""`python -m benchmarks.hostile [COUNT]`: build a graph from bad documents, and count what became of each, and what it took."""

import sys
import tempfile
from pathlib import Path

from tests.hostile import run


def main() -> None:
    """Print what became of a thousand documents."""
    with tempfile.TemporaryDirectory() as place:
        done = run(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000, Path(place))
    print(f"exit status {done.status}, {done.seconds:.0f} s, at most {done.peak:.0f} MB")
    print(f"{len(done.names) - len(done.reasons)} of {len(done.names)} documents were read")
    for reason, count in sorted(done.counts.items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"{count:5} {reason}")
    print("\n".join(line for line in done.said.splitlines() if not line.startswith("skipped ")))


if __name__ == "__main__":
    main()
