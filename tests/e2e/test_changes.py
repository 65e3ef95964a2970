"""The page that compares two graphs: what was added, changed and removed."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kg.explore.diff import diff
from kg.explore.view import Heading, view
from kg.model import Factuality

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def compared(review, tmp_path_factory) -> Path:
    """The press review after a change: its first claim is gone, the second is denied now, and the third is new."""
    claims, documents = review
    before = [claims[0], claims[1], *claims[3:]]
    after = [replace(claims[1], factuality=Factuality.DENIED), claims[2], *claims[3:]]
    path = tmp_path_factory.mktemp("compared") / "changes.html"
    view(after, documents, path, heading=Heading("What changed", "from old to new", diff(before, after)))
    return path


def test_the_changes_are_what_the_page_opens_with(open_file, compared, review):
    page = open_file(compared)
    expect(page.locator("#panel h2")).to_have_text("What was added, changed and removed")
    expect(page.get_by_role("tab", name="Changes 3")).to_have_attribute("aria-selected", "true")
    cards = page.locator("#panel .claim")
    assert [" ".join(text.split()) for text in cards.locator(".change").all_inner_texts()] == [
        "+ Added",
        "~ Changed factuality: actual \u2192 denied",
        "\u2212 Removed: the graph does not say this any more",
    ]
    assert page.evaluate("kg.data.claims.id.length") == len(review[0])


def test_a_filter_keeps_one_kind_of_change(open_file, compared):
    page = open_file(compared)
    facet = page.locator("#filters [data-facet=change]")
    assert facet.locator(".option").all_inner_texts()[:3] == ["Added\n1", "Changed\n1", "Removed\n1"]
    facet.get_by_label("Removed").check()
    expect(page.get_by_role("tab", name="Changes 1")).to_be_visible()
    assert page.evaluate("location.hash").count("change=removed") == 1


def test_removed_claims_have_lines_of_their_own_and_count_for_no_sign(open_file, compared):
    page = open_file(compared)
    lines = page.evaluate("[...kg.shown.lines.values()].filter((line) => line.change === 3).map((line) => line.claims.length)")
    assert lines == [1]
    page.get_by_role("tab", name="Relations").click()
    expect(page.locator("#panel .row .change-removed")).to_have_count(1)
    page.locator("#filters [data-facet=change]").get_by_label("Removed").check()
    page.locator("#views").get_by_role("tab", name="Actors \u00d7 actors").click()
    expect(page.locator("#view td button")).to_have_count(0)


def test_the_page_counts_as_the_command_line_does_when_a_document_was_edited_and_moved(open_file, review, tmp_path):
    """Claims of one id may then be both added and removed."""
    claims, documents = review
    first = claims[0].evidence.document
    after = [
        replace(claim, source="elsewhere/courier.txt", evidence=replace(claim.evidence, document="beef"))
        if claim.evidence.document == first
        else claim
        for claim in claims
    ]
    after[-1] = replace(after[-1], confidence=0.5)
    found = diff(claims, after)
    path = tmp_path / "changes.html"
    view(after, documents, path, heading=Heading("What changed", "from old to new", found))
    page = open_file(path)
    counts = dict(line.split("\n") for line in page.locator("#filters [data-facet=change] .option").all_inner_texts())
    assert len(found.added) == len(found.removed) > 5
    assert {name: int(counts[name]) for name in ("Added", "Changed", "Removed")} == {
        "Added": len(found.added),
        "Changed": len(found.changed),
        "Removed": len(found.removed),
    }


def test_a_page_of_one_graph_knows_of_no_changes(show):
    page = show()
    assert page.locator("#filters [data-facet=change]").count() == 0
    assert page.get_by_role("tab", name="Changes").count() == 0
    page.get_by_text("Legend", exact=True).click()
    assert "Removed" not in page.locator("#legend").inner_text()
