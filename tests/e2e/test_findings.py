"""Where sources disagree, and who belongs together."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_disagreements_are_listed_with_both_sentences(show, disputed):
    page = show(*disputed)
    page.get_by_role("tab", name="Disagreements 2").click()
    panel = page.locator("#panel")
    assert panel.locator(".dispute h3").all_inner_texts() == ["Stated here, denied there", "Is it so?"]
    assert panel.locator("blockquote").all_inner_texts()[2:] == [
        "“Washington held talks with Moscow on arms control in Geneva.”",
        "“Washington has held no talks with Moscow on arms control this year.”",
    ]
    panel.get_by_role("button", name="Open the pair").last.click()
    expect(panel).to_contain_text("Sources disagree on 2 claims")
    first = panel.locator(".claim").first
    expect(first.locator(".badge").first).to_be_visible()
    first.get_by_text("Contradicted by 1 claim of other sources").click()
    expect(first.locator(".contrary blockquote")).to_be_visible()


def test_a_badge_marks_the_line_its_row_and_its_cell(show, disputed):
    page = show(*disputed)
    marked = page.evaluate(
        "[...kg.shown.lines.values()].filter((line) => line.disputed).map((line) => [line.from, line.to].map(kg.name).sort().join())"
    )
    assert set(marked) == {"Red Dune Front,Russia", "Russia,United States"}
    assert page.locator("#panel .row .badge").count() == len(marked)
    page.get_by_text("Legend", exact=True).click()
    expect(page.locator("#legend")).to_contain_text("Sources disagree")
    page.locator("#views").get_by_role("tab", name="Actors \u00d7 actors").click()
    expect(page.locator("#view").get_by_role("button", name="sources disagree")).to_have_count(3)
    page.locator("#views").get_by_role("tab", name="Sources side by side").click()
    expect(page.locator("#view .row").first.locator(".badge")).to_be_visible()


def test_one_can_look_at_disagreements_alone(show, disputed):
    page = show(*disputed)
    facet = page.locator("#filters [data-facet=dispute]")
    facet.locator("summary").click()
    facet.get_by_label("Sources disagree").check()
    assert page.evaluate("kg.shown.claims.length") == 4


def test_without_disagreements_nothing_speaks_of_them(show, review):
    page = show(review[0][:3], review[1])
    assert page.get_by_role("tab", name="Disagreements").count() == 0
    assert page.locator("#filters [data-facet=dispute]").count() == 0
    page.get_by_text("Legend", exact=True).click()
    assert "disagree" not in page.locator("#legend").inner_text()


def test_communities_are_named_and_can_be_looked_at_alone(show):
    page = show()
    page.get_by_role("tab", name="Communities").click()
    rows = page.locator("#panel .row")
    assert rows.first.inner_text().startswith("Russia, ")
    before = page.evaluate("kg.shown.claims.length")
    rows.last.click()
    assert 0 < page.evaluate("kg.shown.claims.length") < before
    assert "community=" in page.evaluate("location.hash")
