"""By keyboard alone, with a screen reader, and for those who see colours otherwise."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .filter(({ impact }) => ["serious", "critical"].includes(impact))
  .map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])"""
RUSSIA = "at=actor%2Frussia,"
PAIR = "at=actor%2Funited-states,actor%2Frussia,"


def violations(page):
    page.evaluate(AXE)
    return page.evaluate(RUN)


@pytest.mark.parametrize(
    ("address", "dark", "width"),
    [
        ("", False, 1400),
        ("", True, 380),
        (f"#{RUSSIA}&tone=-1", False, 1400),
        (f"#{PAIR}", True, 1400),
        ("#view=table", False, 1400),
        (f"#view=matrix&{PAIR}", False, 1400),
        ("#view=issues", True, 1400),
        (f"#view=sides&{PAIR}", False, 380),
        ("#focus=path,1,actor%2Fiaea,actor%2Fturkey", False, 1400),
    ],
)
def test_axe_finds_nothing_serious(show, address, dark, width):
    assert violations(show(address=address, dark=dark, width=width)) == []


def test_axe_finds_nothing_serious_in_what_opens(show):
    page = show(address=f"#{RUSSIA}")
    page.get_by_text("Legend", exact=True).click()
    page.get_by_text("Way to another").click()
    page.locator("#search").fill("russ")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="propose split").click()
    page.locator("#panel .row").first.click()
    page.get_by_role("button", name="Show in the full text").first.click()
    assert violations(page) == []


def test_everything_can_be_done_by_keyboard(show):
    page = show()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("document.activeElement.id || document.activeElement.dataset.tab || document.activeElement.type || ''")
        )
    assert {"search", "toggle-filters", "theme", "checkbox", "tab-graph"} <= reached
    page.get_by_role("tab", name="Graph").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort]")).to_have_count(1)


def test_focus_is_seen(show):
    page = show()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_every_sign_has_a_shape_and_every_status_a_line_of_its_own(show):
    page = show()
    shapes = page.evaluate("""() => Object.fromEntries([...kg.shown.lines.values()].map((line) => {
      const { arrows, dashes } = kg.network.body.data.edges.get(line.id);
      return [[line.sign, line.status].join(), [arrows && arrows.to.type, String(dashes)].join()];
    }))""")
    assert len(set(shapes.values())) == len(shapes) > 6


def test_the_scheme_can_be_turned_by_a_button_and_stays_in_the_address(show):
    page = show()
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("location.hash") == "#theme=dark"
    page.get_by_role("button", name="Light").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
