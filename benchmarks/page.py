"""`python -m benchmarks.page [CLAIMS…]`: how soon the page opens and answers, beside plain pyvis on the same made-up graph."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as Late
from pyvis.network import Network

from kg.explore.view import view
from tests.explore.view.crowd import crowd

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PATIENCE = 120  # seconds that a page may take to be ready
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
STEPS = {
    "filter by sign": "kg.toggle('sign', 0, true)",
    "and undo it": "kg.toggle('sign', 0, false)",
    "words": "kg.set({ words: 'kume' })",
    "no words": "kg.set({ words: '' })",
    "open a card": "kg.open('entity', 0)",
    "two steps around it": "kg.focusOn('actor', [0], 2)",
    "everything again": "kg.focusOn(null)",
    "show as much as can be drawn": "kg.set({ all: true })",
    "matrix": "kg.set({ all: false, view: 'matrix' })",
    "table": "kg.set({ view: 'table' })",
}


def main() -> None:
    """Print a table for each size."""
    sizes = [int(word) for word in sys.argv[1:]] or [500, 5_000, 50_000]
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for size in sizes:
            for name, write, ready in (("kg", ours, READY), ("plain pyvis", plain, SHOWN)):
                path = Path(place) / f"{name}.html"
                started = perf_counter()
                write(size, path)
                made = perf_counter() - started
                large = path.stat().st_size / 1e6
                said = opened(browser, path, ready)
                print(f"{size:6} claims, {name}: made in {made:.1f} s, {large:.1f} MB, {said}", flush=True)
        browser.close()


READY = "typeof kg !== 'undefined' && kg.ready > 0"
SHOWN = "typeof network === 'object' && network && network.physics.ready"  # it has moved a thousand times, and may go on moving


def ours(size: int, path: Path) -> None:
    """Write the page."""
    view(*crowd(size), path)


def plain(size: int, path: Path) -> None:
    """Write what pyvis makes of the same claims, each an edge with its sentence."""
    claims, _ = crowd(size)
    network = Network(directed=True, cdn_resources="in_line")
    entities = {end.iri: end for claim in claims for end in (claim.subject.entity, claim.object.entity)}
    network.add_nodes(list(entities), label=[entity.label for entity in entities.values()])
    for claim in claims:
        network.add_edge(claim.subject.entity.iri, claim.object.entity.iri, label=claim.relation.label, title=claim.evidence.quote)
    path.write_text(network.generate_html(), encoding="utf-8")


def opened(browser: Browser, path: Path, ready: str) -> str:
    """When it is painted and ready, in seconds, and how long its controls take, in milliseconds."""
    page = browser.new_context(viewport={"width": 1400, "height": 860}, offline=True).new_page()
    page.set_default_timeout(PATIENCE * 1000)
    started = perf_counter()
    try:
        page.goto(path.as_uri(), wait_until="commit")
        waited(lambda: bool(page.evaluate(f"Boolean({ready})")), started)
        took = perf_counter() - started
        painted = page.evaluate(PAINTED) or 0
        steps = (
            [
                (name, page.evaluate(f"() => {{ const t = performance.now(); {step}; return performance.now() - t; }}"))
                for name, step in STEPS.items()
            ]
            if ready == READY
            else []
        )
    except (Late, TimeoutError):
        return f"not ready within {PATIENCE} s"
    finally:
        page.context.close()
    return f"painted after {painted / 1000:.2f} s, ready after {took:.2f} s" + "".join(
        f"; {name} {ms:.0f} ms" for name, ms in steps
    )


def waited(done: Callable[[], bool], started: float) -> None:
    """Ask again and again."""
    while not done():
        if perf_counter() - started > PATIENCE:
            raise TimeoutError


if __name__ == "__main__":
    main()
