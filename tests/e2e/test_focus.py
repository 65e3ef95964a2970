"""Looking closely: around an actor, at a pair, along a way; by time, by confidence, by words; and what one decides."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kg.graph.about import About

pytestmark = pytest.mark.browser


def names(page):
    return set(page.evaluate("[...kg.shown.entities].map(kg.name)"))


def find(page, words):
    page.locator("#search").fill(words)
    page.keyboard.press("Enter")


def eventually(page, condition):
    """Wait until something holds; the policy of the page lets nobody wait inside it."""
    for _ in range(60):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {condition}")


def claims(page):
    return page.evaluate("kg.shown.claims.length")


def test_one_step_and_two_around_an_actor(show):
    page = show()
    find(page, "IAEA")
    page.get_by_role("button", name="Show only this").click()
    assert names(page) == {"IAEA", "Iran", "nuclear programme"}
    page.get_by_role("button", name="Two steps").click()
    assert {"IAEA", "Iran", "United States", "Syria"} <= names(page)
    assert "Turkey" not in names(page)
    page.locator(".crumbs").get_by_role("button", name="Overview").click()
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text("Around IAEA, two steps")
    page.get_by_role("button", name="Show everything again").click()
    assert claims(page) == 43


def test_around_an_issue(show):
    page = show()
    find(page, "missile defence")
    page.get_by_role("button", name="Show only this").click()
    assert claims(page) == 5
    assert page.get_by_role("button", name="Two steps").count() == 0


def test_a_pair_alone(show):
    page = show()
    page.get_by_role("button", name="IAEA \u2013 inspects \u2013 Iran").click()
    page.get_by_role("button", name="Focus on this pair").click()
    assert names(page) == {"IAEA", "Iran", "nuclear programme"}
    places = page.evaluate("Object.fromEntries([...kg.shown.places].map(([id, place]) => [kg.name(id), place]))")
    assert places["IAEA"]["x"] < 0 < places["Iran"]["x"]


def test_the_way_between_two_shows_the_evidence_of_each_step(show):
    page = show()
    find(page, "IAEA")
    page.get_by_text("Way to another").click()
    page.get_by_label("Way to whom?").fill("Turkey")
    assert page.locator("#panel datalist option").first.get_attribute("value") == "Turkey"
    page.get_by_role("button", name="Find the way").click()
    page.locator(".crumbs").get_by_role("button", name="Overview").click()
    assert page.evaluate("kg.shown.first.map(kg.name)") == ["IAEA", "Iran", "United States", "Russia", "Turkey"]
    heads = page.locator("#panel h3.heading").all_inner_texts()
    assert heads == [
        "IAEA \u2013 Iran (1)",
        "Iran \u2013 United States (1)",
        "United States \u2013 Russia (11)",
        "Russia \u2013 Turkey (1)",
    ]
    assert page.locator("#panel blockquote").count() == 14


def test_no_way_is_said_to_be_none(show):
    page = show(address="#focus=path,1,actor%2Fnorthern-gas,actor%2Frussia&factuality=hypothetical")
    expect(page.locator("#panel")).to_contain_text("No way leads from one to the other")


def test_nobody_of_that_name_is_said_so(show):
    page = show()
    find(page, "IAEA")
    page.get_by_text("Way to another").click()
    page.get_by_label("Way to whom?").fill("Atlantis")
    page.get_by_label("Way to whom?").press("Enter")
    assert page.get_by_label("Way to whom?").evaluate("(box) => box.validationMessage") == "Nobody has this name"


def test_more_of_what_is_linked_comes_in_portions(open_file, page_of_crowd):
    page = open_file(page_of_crowd(500))
    page.locator("#panel .row").first.click()
    page.locator("#panel h2 button").first.click()
    before = len(names(page))
    button = page.get_by_role("button", name="Show 12 of")
    left = int(button.inner_text().split()[3])
    button.click()
    assert len(names(page)) == before + 12
    expect(page.get_by_role("button", name=f"of {left - 12} more")).to_be_visible()
    assert page.evaluate("kg.shown.hidden") == left - 12
    assert "more=" in page.evaluate("location.hash")


def test_double_click_expands(open_file, page_of_crowd):
    page = open_file(page_of_crowd(500))
    before = len(names(page))
    place = page.evaluate("kg.network.canvasToDOM(kg.shown.places.get(0))")
    box = page.locator("#graph").bounding_box()
    page.mouse.dblclick(box["x"] + place["x"], box["y"] + place["y"])
    eventually(page, f"kg.shown.entities.size === {before + 12}")


def test_the_timeline_narrows_by_a_brush(show):
    page = show()
    page.get_by_label("From", exact=True).fill("24")
    page.get_by_label("From", exact=True).dispatch_event("change")
    assert claims(page) < 43
    published = set(page.evaluate("kg.shown.claims.map((claim) => kg.documentOf(claim).published)"))
    assert published <= {"2017", "2017-08", "2017-09-30"}
    expect(page.locator(".timeline output.range")).to_contain_text("from")
    page.get_by_role("button", name="Remove filter from").click()
    assert claims(page) == 43


def test_the_brush_cannot_be_turned_inside_out(show):
    page = show()
    page.get_by_label("To", exact=True).fill("10")
    page.get_by_label("From", exact=True).fill("30")
    low, high = page.evaluate("[kg.state.from, kg.state.to]")
    assert low < high


def test_with_reduced_motion_time_moves_step_by_step(show):
    page = show()
    seen = set()
    for _ in range(40):
        page.get_by_role("button", name="Next step").click()
        low = page.evaluate("kg.state.from")
        if low is None:
            break
        seen.add(low)
    assert len(seen) > 8
    assert claims(page) == 43


def test_time_plays_by_itself_until_it_is_stopped(show):
    page = show(motion=True)
    page.get_by_role("button", name="Play").click()
    first = page.evaluate("kg.state.from")
    eventually(page, f"kg.state.from > {first}")
    page.get_by_role("button", name="Stop").click()
    at = page.evaluate("kg.state.from")
    page.wait_for_timeout(900)
    assert page.evaluate("kg.state.from") == at
    assert page.evaluate("history.length") < 6  # playing is one step


def test_time_can_be_that_of_which_the_claims_speak(open_file, page_of_crowd):
    page = open_file(page_of_crowd(500))
    page.get_by_label("Which date").select_option("holds")
    page.get_by_label("To", exact=True).fill("20")
    assert 0 < claims(page) < 100
    assert page.evaluate("kg.shown.claims.every((claim) => kg.data.claims.time[claim] > 0)")


def test_a_graph_without_dates_says_so(show, review):
    page = show(review[0], {})
    expect(page.locator("#timeline")).to_contain_text("No claim says")


def test_confidence_narrows(show):
    page = show()
    page.get_by_label("Lowest confidence").fill("60")
    assert claims(page) == 42
    expect(page.locator("#filters output")).to_have_text("60 % and more")
    page.get_by_role("button", name="Remove filter confidence").click()
    assert claims(page) == 43


def test_words_find_sentences_and_narrow_to_them(show):
    page = show()
    page.locator("#search").fill("kept its word")
    options = page.get_by_role("option")
    assert options.all_inner_texts()[0].endswith("Sentence")
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote")).to_contain_text("kept its word")
    page.locator("#search").fill("battery")
    page.get_by_role("option", name="All claims with").click()
    assert claims(page) == page.evaluate(
        "kg.data.claims.id.filter((_, claim) => /battery/i.test(kg.words(kg.data.claims.quote[claim]))).length"
    )
    assert page.evaluate("location.hash") == "#q=battery"
    page.get_by_role("button", name="Remove filter “battery”").click()
    assert claims(page) == 43


def test_other_names_lead_to_an_actor(show):
    page = show()
    find(page, "Brussels")
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text("European Union")
    expect(page.locator("#panel")).to_contain_text("Also called Brussels")


def test_a_speaker_leads_to_what_is_said(show):
    page = show()
    page.locator("#search").fill("the minister")
    page.get_by_role("option", name="the minister Speaker").click()
    assert claims(page) == 1
    expect(page.locator("#panel blockquote")).to_contain_text("the minister promised")


def test_the_card_of_a_speaker_has_what_it_says(show):
    page = show()
    find(page, "Zhang Min")
    expect(page.get_by_role("heading", name="What Zhang Min says (3)")).to_be_visible()
    assert page.locator("#panel blockquote").count() == 3
    page.get_by_role("tab", name="By publisher").click()
    expect(page.locator("#panel h3", has_text="Pacific Ledger")).to_be_visible()
    expect(page.get_by_role("tab", name="By publisher")).to_be_focused()


def test_the_same_elsewhere_is_a_link_that_tells_nothing(show, review):
    page = show(about={review[0][0].object.entity.iri: About((), ("http://www.wikidata.org/entity/Q159", "javascript:alert(1)"))})
    find(page, "Russia")
    link = page.locator("#panel").get_by_role("link")
    expect(link).to_have_text("Wikidata Q159")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == ("http://www.wikidata.org/entity/Q159", "noreferrer noopener")


def test_the_card_of_a_pair_has_both_directions_and_the_trend(show):
    page = show()
    page.locator("#panel .row").first.click()
    page.get_by_role("button", name="between the two").click()
    panel = page.locator("#panel")
    assert panel.locator(".directions li").all_inner_texts() == [
        "United States → Russia: needs, rival of, sanctions, threatens · 1+ / 3\u2212",
        "Russia → United States: threatens; alleged: interferes in · 0+ / 2\u2212",
        (
            "Russia ↔ United States: competes with, relations deteriorate, talks with; predicted, likely: relations deteriorate; "
            "predicted, unlikely: relations improve · 1+ / 2\u2212"
        ),
        "Together: 2+ / 7\u2212",
    ]
    expect(panel.get_by_role("img", name="Cooperation and conflict over time, 1 Jan 2017 to 1 Aug 2017")).to_be_visible()
    expect(panel.get_by_role("heading", name="Trend 3")).to_be_visible()


def test_a_sentence_is_shown_in_its_full_text(show, review):
    page = show()
    page.get_by_role("button", name="IAEA \u2013 inspects \u2013 Iran").click()
    page.get_by_role("button", name="Show in the full text").click()
    dialog = page.get_by_role("dialog", name="Inspectors return")
    expect(dialog.locator("mark")).to_have_text(
        "The IAEA inspected two sites in Iran and found that the country had kept its word."
    )
    gazette = next(document for document in review[1].values() if document.title == "Inspectors return")
    assert dialog.locator(".source").inner_text() == gazette.text
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_text_that_found_no_room_is_said_to_be_missing(show, review):
    page = show(review[0][:1], {})
    page.locator("#panel .row").first.click()
    page.get_by_role("button", name="Show in the full text").click()
    expect(page.get_by_role("dialog")).to_contain_text(
        "too long to be kept in this page. It is seeds/courier.txt; the sentence begins at character 0."
    )


def test_decisions_leave_as_a_file(show):
    page = show()
    page.get_by_role("button", name="IAEA \u2013 inspects \u2013 Iran").click()
    page.get_by_role("button", name="Mark as wrong").click()
    expect(page.get_by_role("button", name="Marked as wrong")).to_be_disabled()
    find(page, "Turkey")
    page.get_by_text("Way to another").click()
    page.get_by_label("The same as whom?").fill("Syria")
    page.get_by_role("button", name="Propose merge").click()
    page.get_by_text("Way to another").click()
    page.get_by_role("button", name="propose split").click()
    basket = page.get_by_role("region", name="Decisions")
    expect(basket.get_by_role("heading")).to_have_text("3 decisions")
    basket.get_by_role("button", name="Undo: Turkey is more than one").click()
    with page.expect_download() as download:
        basket.get_by_role("button", name="Download decisions").click()
    lines = [json.loads(line) for line in Path(download.value.path()).read_text("utf-8").splitlines()]
    base = "https://w3id.org/kg-affairs"
    assert [line["decision"] for line in lines] == ["reject", "merge"]
    assert lines[0]["of"][0].startswith(f"{base}/claim/")
    assert lines[1]["of"] == [f"{base}/actor/turkey", f"{base}/actor/syria"]
