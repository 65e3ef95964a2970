"""The report in Chromium with the network cut: it shows everything, runs nothing, and fits a narrow screen and a sheet of paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kg.explore.printed import write_report
from tests.explore.test_printed import FEW, hostile

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser: Browser, tmp_path: Path):
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 380, "height": 800}, offline=True)

    def open_report(found) -> Page:
        write_report(found, tmp_path / "report.html", version="1")
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: complaints.append(request.url) if request.url != page.url != "about:blank" else None)
        page.goto((tmp_path / "report.html").as_uri())
        return page

    yield open_report
    context.close()
    assert complaints == []


def test_it_is_drawn_by_its_own_style_alone_and_fits_a_narrow_screen(opened):
    page = opened(FEW)
    assert page.evaluate("document.documentElement.scrollWidth") == 380
    assert page.evaluate("getComputedStyle(document.querySelector('h2')).borderTopWidth") == "2px"
    plots = page.locator("svg.plot")
    assert plots.count() == 3
    assert page.evaluate("getComputedStyle(document.querySelector('svg.plot text')).textAnchor") in {"end", "middle"}
    assert all(plots.nth(number).bounding_box()["width"] > 300 for number in range(3))


def test_it_prints(opened):
    assert opened(FEW).pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_hostile_words_stay_words(opened):
    page = opened(hostile())
    assert page.get_by_text("<script>alert(1)</script>").count() > 0
    assert page.evaluate("document.querySelectorAll('script, img').length") == 0
