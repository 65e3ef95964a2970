"""The other views of the same selection: table, matrices, sources side by side; and what can be taken along."""

import csv
import io
from pathlib import Path

import pyoxigraph
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def view(page, name):
    page.locator("#views").get_by_role("tab", name=name, exact=True).click()


def saved(page, button):
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def column(page, name):
    return page.locator(f"#view td.c-{name}").all_inner_texts()


def test_the_table_lists_the_claims_that_the_filters_leave_and_sorts_them(show):
    page = show()
    view(page, "Table")
    assert page.locator("#view tbody tr").count() == 43
    page.locator("#filters").get_by_label("Alleged").check()
    assert column(page, "factuality") == ["alleged"] * 3
    page.get_by_role("button", name="Subject").click()
    assert column(page, "subject") == ["Russia", "Russia", "Russia"]
    page.get_by_role("button", name="Object").click()
    assert column(page, "object") == ["Red Dune Front", "Syria", "United States"]
    page.get_by_role("button", name="Object").click()
    assert column(page, "object") == ["United States", "Syria", "Red Dune Front"]
    expect(page.locator("th", has_text="Object")).to_have_attribute("aria-sort", "descending")
    expect(page.get_by_role("button", name="Object")).to_be_focused()


def test_likelihood_sorts_by_its_band(show):
    page = show()
    view(page, "Table")
    for _ in range(2):
        page.get_by_role("button", name="Likelihood").click()
    assert column(page, "likelihood")[:4] == ["very likely", "likely", "unlikely", ""]


def test_a_sentence_of_the_table_leads_to_its_claim(show):
    page = show()
    view(page, "Table")
    page.get_by_role("button", name="The IAEA inspected two sites").click()
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text("IAEA and Iran")
    expect(page.locator("#panel blockquote")).to_contain_text("two sites")


def test_the_table_leaves_as_csv(show):
    page = show()
    view(page, "Table")
    name, content = saved(page, "CSV")
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    assert name == "claims.csv"
    assert len(rows) == 43
    assert rows[0] == {
        **rows[0],
        "subject": "United States",
        "relation": "sanctions",
        "object": "Russia",
        "factuality": "actual",
        "publisher": "Harbour Courier",
        "published": "2017-03-14",
    }


def test_the_table_leaves_as_turtle_that_another_tool_reads(show):
    page = show()
    page.locator("#filters").get_by_label("Denied").check()
    view(page, "Table")
    name, content = saved(page, "Turtle")
    store = pyoxigraph.Store()
    store.load(content, format=pyoxigraph.RdfFormat.TURTLE)
    prefixes = "PREFIX kg: <https://w3id.org/kg-affairs/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
    query = "SELECT ?s ?exact { ?c a kg:Claim ; rdf:subject ?s ; kg:factuality kg:denied ; kg:evidence ?q . ?q kg:exact ?exact }"
    (row,) = store.query(prefixes + query)
    assert name == "claims.ttl"
    assert row["s"].value == "https://w3id.org/kg-affairs/actor/russia"
    assert row["exact"].value.startswith("Kyiv says that Russia")


def test_the_table_can_be_copied(show):
    page = show()
    page.locator("#filters").get_by_label("Denied").check()
    view(page, "Table")
    page.evaluate("document.addEventListener('copy', () => (window.copied = document.activeElement.value))")
    page.get_by_role("button", name="Copy").click()
    lines = page.evaluate("window.copied").split("\n")
    assert lines[0].startswith("Subject\tRelation\tObject")
    assert lines[1].startswith("Russia\tsupplies\tRed Dune Front")
    expect(page.locator("#said")).to_have_text("1 claim copied")


def test_a_long_table_shows_its_first_rows_and_more_on_request(open_file, page_of_crowd):
    page = open_file(page_of_crowd(500))
    view(page, "Table")
    assert page.locator("#view tbody tr").count() == 100
    page.get_by_role("button", name="400 more").click()
    assert page.locator("#view tbody tr").count() == 200


def test_the_matrix_of_actors_says_who_stands_how_to_whom(show):
    page = show()
    view(page, "Actors \u00d7 actors")
    cell = page.get_by_role("button", name="United States, Russia: 2 cooperative, 5 conflictual", exact=True)
    assert cell.inner_text() == "2+ / 5\u2212"
    cell.click()
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text("United States and Russia")
    both = page.get_by_role("button", name="Russia, Ukraine: 1 cooperative", exact=True)
    expect(both).to_have_text("1+ / 0\u2212")
    expect(page.get_by_role("button", name="Ukraine, Russia: 1 cooperative", exact=True)).to_be_visible()
    assert page.get_by_role("button", name="United Nations, Russia").count() == 0  # it is negated


def test_the_matrix_of_issues_keeps_stances_apart_from_what_is_said_around(show):
    page = show()
    view(page, "Actors \u00d7 issues")
    stances, around = (
        page.get_by_role("region", name=name) for name in ("Stance on the issue.", "Tone of what is said around it.")
    )
    expect(stances.get_by_role("button", name="Russia, missile defence: 1 neutral", exact=True)).to_have_text("1 neutral")
    expect(around.get_by_role("button", name="Russia, missile defence")).to_have_count(0)
    expect(around.get_by_role("button", name="United States, missile defence: 1 cooperative, 2 conflictual")).to_have_text(
        "1+ / 2\u2212"
    )
    assert stances.get_by_role("button", name="United States, missile defence").count() == 0  # others quarrel over its shield
    page.get_by_role("button", name="Turkey, Ukraine conflict: 2 cooperative", exact=True).click()
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text("Turkey and Ukraine conflict")
    assert page.locator("#panel .claim").count() == 2


def test_sources_stand_side_by_side_on_a_pair(show):
    page = show()
    view(page, "Sources side by side")
    first = page.locator("#view .row").first
    expect(first).to_contain_text("Russia \u2013 United States")
    first.click()
    heads = page.locator("#view .side h3").all_inner_texts()
    assert [head.split("\n")[0] for head in heads] == ["Harbour Courier", "Harbour Institute Brief", "United Nations Gazette"]
    page.locator("#view").get_by_role("button", name="“Relations between Moscow").click()
    expect(page.locator("#panel .claim")).to_have_count(11)
    page.locator("#view").get_by_role("button", name="Another pair").click()
    expect(first).to_be_visible()


def test_views_turn_by_arrow_keys_and_are_kept_in_the_address(show):
    page = show()
    page.get_by_role("tab", name="Graph").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Table")).to_be_focused()
    assert page.evaluate("location.hash") == "#view=table"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("tab", name="Sources side by side")).to_be_focused()


def test_the_picture_leaves_as_png_and_svg(show):
    page = show()
    name, content = saved(page, "PNG")
    assert (name, content[:8]) == ("graph.png", b"\x89PNG\r\n\x1a\n")
    assert len(content) > 20_000
    name, content = saved(page, "SVG")
    text = content.decode()
    assert name == "graph.svg"
    assert text.startswith("<svg")
    assert "United States" in text
    assert text.count("<path") > 60
