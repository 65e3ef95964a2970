"""The page in Chromium with the network cut; any request, console message or script error fails the test."""

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.explore.view import Heading, view

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def loaded(name: str) -> ModuleType:
    path = Path(__file__).parents[1] / "explore" / "view" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"view_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    return loaded("sample")


CONTRARY = """
# No talks at all | Baltic Mirror | Eva Holm | 2017-05-02 | seeds/mirror.txt
Washington has held no talks with Moscow on arms control this year.
United States; talks with; Russia; Washington; talks; Moscow; neg=no; issue=arms control:arms control
"""


@pytest.fixture(scope="session")
def disputed(sample):
    """The press review with a source that contradicts one of its claims."""
    return sample.press_review(sample.NEWS + CONTRARY)


@pytest.fixture(scope="session")
def seeds(kg, tmp_path_factory):
    """The output of the sample corpus."""
    folder = tmp_path_factory.mktemp("seeds") / "output"
    assert kg("build", Path(__file__).parents[2] / "seeds", "-o", folder).status == 0
    return folder


@pytest.fixture(scope="session")
def crowd():
    """`crowd(500)`: claims and documents of a made-up graph of that size."""
    return cache(loaded("crowd").crowd)


@pytest.fixture(scope="session")
def review(sample):
    return sample.press_review()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("Debian's Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_file(browser) -> Iterator[Callable[..., Page]]:
    """Open a page: `open_file(path, width=..., height=..., dark=..., motion=..., address=...)`."""
    complaints: list[str] = []
    with ExitStack() as stack:

        def opened(path, *, width=1400, height=860, dark=False, motion=False, address="") -> Page:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                offline=True,
                color_scheme="dark" if dark else "light",
                reduced_motion="no-preference" if motion else "reduce",
            )
            stack.callback(context.close)
            context.set_default_timeout(5_000)
            page = context.new_page()
            watch(page, path.as_uri(), complaints)
            page.goto(path.as_uri() + address)
            page.wait_for_selector("html[data-ready]")
            return page

        yield opened
    assert complaints == []


@pytest.fixture(scope="session")
def page_of_review(review, tmp_path_factory) -> Path:
    """The page of the press review, written once for all."""
    path = tmp_path_factory.mktemp("review") / "graph.html"
    view(*review, path, heading=Heading("Press review"))
    return path


@pytest.fixture(scope="session")
def page_of_crowd(crowd, tmp_path_factory):
    """`page_of_crowd(500)`: the page of a made-up graph of that size, written once for all."""

    @cache
    def written(size: int) -> Path:
        path = tmp_path_factory.mktemp("crowd") / f"{size}.html"
        view(*crowd(size), path)
        return path

    return written


@pytest.fixture
def show(open_file, page_of_review, review, tmp_path) -> Callable[..., Page]:
    """Open the press review, or a page of other claims: `show(claims, documents, title=..., about=..., **how)`."""

    def shown(claims=None, documents=review[1], *, title="Press review", about=None, **how) -> Page:
        if claims is None and title == "Press review" and about is None:
            return open_file(page_of_review, **how)
        path = tmp_path / "graph.html"
        view(review[0] if claims is None else claims, documents, path, heading=Heading(title), about=about)
        return open_file(path, **how)

    return shown


def watch(page: Page, address: str, complaints: list[str]) -> None:
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def refuse(route):
        if route.request.url.partition("#")[0] == address or route.request.url.startswith("data:"):
            route.continue_()
        else:
            complaints.append(f"request: {route.request.url}")
            route.abort()

    page.route("**/*", refuse)
