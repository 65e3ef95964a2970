"""What a reader does with the page, in a real browser with the network cut."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from kg.model import Span

pytestmark = pytest.mark.browser

LINE = """([from, to, negated]) => [...kg.shown.lines.values()].find((line) => line.status && line.negated === negated &&
  kg.name(line.from) === from && kg.name(line.to) === to).id"""
SPOT = """(id) => {
  const { edgeType } = kg.network.body.edges[id];
  const { x, y } = kg.network.canvasToDOM(edgeType.getPoint(0.5));
  const { left, top } = document.getElementById("graph").getBoundingClientRect();
  return { x: x + left, y: y + top };
}"""
PLACE = """(label) => {
  const id = kg.data.entities.label.indexOf(label);
  const { x, y } = kg.network.canvasToDOM(kg.network.getPosition(id));
  const { left, top } = document.getElementById("graph").getBoundingClientRect();
  return { x: x + left, y: y + top };
}"""


def click_line(page, start, end, negated=False):
    spot = page.evaluate(SPOT, page.evaluate(LINE, [start, end, negated]))
    page.mouse.click(spot["x"], spot["y"])


def click_symbol(page, label):
    place = page.evaluate(PLACE, label)
    page.mouse.click(place["x"], place["y"])


def status(page):
    return page.locator("#status").inner_text()


def names(page):
    """The names of all that is drawn."""
    return set(page.evaluate("[...kg.shown.entities].map(kg.name)"))


def test_opens_offline_and_says_what_it_shows(show):
    page = show()
    expect(page).to_have_title("Press review")
    expect(page.get_by_role("heading", level=1)).to_have_text("Press review")
    assert status(page) == "Showing 32 actors and issues, 43 claims"
    assert page.locator("#graph canvas").bounding_box()["height"] > 500
    assert page.evaluate("kg.network.physics.physicsEnabled") is False
    page.get_by_text("Legend", exact=True).click()
    legend = page.locator("#legend").inner_text()
    for word in ("State", "Issue", "Cooperative", "Conflictual", "Reported", "Alleged or denied", "Expected", "Negated"):
        assert word in legend


def test_something_is_painted(show):
    page = show()
    colours = page.evaluate("""() => {
      const canvas = document.querySelector("#graph canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set();
      for (let place = 0; place < data.length; place += 4) if (data[place + 3] === 255) seen.add(`${data[place]},${data[place + 1]},${data[place + 2]}`);
      return [...seen];
    }""")
    assert {"51,65,85", "201,151,0"} <= set(colours)  # a state, an issue


def test_a_click_on_a_line_shows_its_evidence_with_marks(show):
    page = show()
    click_line(page, "IAEA", "Iran")
    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", level=4)).to_have_text("IAEA \u2013 inspects \u2013 Iran")
    expect(panel.locator("blockquote")).to_have_text(
        "“The IAEA inspected two sites in Iran and found that the country had kept its word.”"
    )
    marked = {mark.get_attribute("class").split()[1]: mark.inner_text() for mark in panel.locator("blockquote mark").all()}
    assert marked == {"m-subject": "The IAEA", "m-relation": "inspected", "m-issue": "two sites", "m-object": "Iran"}
    expect(panel).to_contain_text("Inspectors return · United Nations Gazette · 2017")
    expect(panel).to_contain_text("In the document\u2019s own voice")
    expect(panel).to_contain_text("Confidence 86 %")


def test_speakers_likelihood_and_factuality_are_told(show):
    page = show()
    page.get_by_role("button", name="Russia \u2013 predicted, unlikely: relations improve \u2013 United States").click()
    panel = page.locator("#panel")
    expect(panel).to_contain_text("According to Zhang Min (“according to”), as told by Harbour Courier (“cited”)")
    expect(panel).to_contain_text("Unlikely, 20\u201345 %")
    expect(panel).to_contain_text("Predicted")
    expect(panel).to_contain_text("before the winter")


def test_negated_lines_say_so(show):
    page = show()
    click_line(page, "United Nations", "Russia", negated=True)
    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", level=4)).to_have_text("United Nations \u2013 not: criticises \u2013 Russia")
    expect(panel.locator("blockquote .m-cue")).to_have_text("did not")


def test_words_that_overlap_are_all_marked(show, review, sample):
    claims, documents = review
    first = claims[0]
    wide = replace(first.issues[0], span=replace(first.object.span, end=first.object.span.end + 6))
    page = show([replace(first, issues=(wide,))], documents)
    page.get_by_role("button", name="United States \u2013 sanctions \u2013 Russia").click()
    nested = page.locator("blockquote .m-object .m-issue, blockquote .m-issue .m-object")
    expect(nested).to_have_text("Russian")
    text = page.locator("blockquote").inner_text()
    assert text == f"“{first.evidence.quote}”"


def test_issues_that_are_only_inferred_are_muted_and_say_what_from(show, review):
    claims, documents = review
    first = claims[0]
    named, other = first.issues
    far = replace(other, span=Span(first.evidence.sentence.end + 5, first.evidence.sentence.end + 9), reason="headline")
    page = show([replace(first, issues=(far, named))], documents)
    page.get_by_role("button", name="United States \u2013 sanctions \u2013 Russia").click()
    topics = page.locator(".topics")
    expect(topics.locator(".inferred")).to_have_text(f"{other.entity.label} from the headline")
    expect(topics.get_by_role("button")).to_have_text([named.entity.label, other.entity.label])
    expect(page.locator("blockquote .m-issue")).to_have_count(1)


def test_characters_beyond_the_basic_plane_do_not_shift_marks(show, review):
    claims, documents = review
    first = claims[0]
    evidence = replace(first.evidence, quote="😀" + first.evidence.quote[1:])
    page = show([replace(first, evidence=evidence)], documents)
    page.get_by_role("button", name="United States \u2013 sanctions \u2013 Russia").click()
    expect(page.locator("blockquote .m-object")).to_have_text("Russian")


def test_a_click_on_a_symbol_shows_its_card(show):
    page = show()
    click_symbol(page, "Turkey")
    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Turkey")
    expect(panel).to_contain_text("State · 5 claims")
    assert panel.get_by_role("heading", level=3).all_inner_texts() == [
        "Roles and ties",
        "Issues",
        "mediates between\n2",
        "friendly to\n1",
        "member of\n1",
        "urges\n1",
    ]
    panel.get_by_role("button", name="Ukraine conflict").click()
    expect(panel.get_by_role("heading", level=2)).to_have_text("Ukraine conflict")
    expect(panel.get_by_role("heading", level=3).first).to_have_text("Who")
    page.locator(".crumbs").get_by_role("button", name="Turkey").click()
    expect(panel.get_by_role("heading", level=2)).to_have_text("Turkey")
    page.keyboard.press("Escape")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Who does what to whom, and who says so")


def test_a_click_beside_everything_clears_the_selection(show):
    page = show()
    click_symbol(page, "Turkey")
    page.locator("#graph").click(position={"x": 8, "y": 8})
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text("Who does what to whom, and who says so")


def test_pointing_at_a_line_shows_a_hand(show):
    page = show()
    spot = page.evaluate(SPOT, page.evaluate(LINE, ["IAEA", "Iran", False]))
    page.mouse.move(spot["x"], spot["y"])
    expect(page.locator("#graph")).to_have_class("pointing")
    corner = page.locator("#graph canvas").bounding_box()
    page.mouse.move(corner["x"] + 3, corner["y"] + 3)
    expect(page.locator("#graph")).not_to_have_class("pointing")


def test_a_card_can_be_all_that_is_shown(show):
    page = show()
    click_symbol(page, "Germany")
    page.get_by_role("button", name="Show only this and what it is linked to").click()
    assert names(page) == {"Germany", "Pavel Orlov", "Northern Gas", "economic sanctions", "energy"}
    page.get_by_role("button", name="Remove filter around Germany").click()
    assert len(names(page)) == 32


def test_filters_narrow_down_and_count(show):
    page = show()
    filters = page.locator("#filters")
    filters.get_by_label("Denied").check()
    assert status(page) == "Showing 2 of 32 actors and issues, 1 of 43 claims"
    assert names(page) == {"Russia", "Red Dune Front"}
    filters.get_by_label("Alleged").check()
    assert "4 of 43 claims" in status(page)
    assert filters.locator("label", has_text="Conflictual").locator(".number").inner_text() == "2"
    filters.get_by_label("Conflictual").check()
    assert "2 of 43 claims" in status(page)
    assert filters.locator("label", has_text="Cooperative").locator(".number").inner_text() == "1"
    assert filters.locator("label", has_text="Not counted").locator(".number").inner_text() == "1"  # it is denied
    page.get_by_role("button", name="Reset", exact=True).click()
    assert status(page) == "Showing 32 actors and issues, 43 claims"
    assert filters.locator("input:checked").count() == 0


@pytest.mark.parametrize(
    ("facet", "option", "claims"),
    [
        ("group", "Ties", 4),
        ("tone", "Neutral", 6),
        ("issue", "Syrian war", 5),
        ("polarity", "Negated", 3),
        ("document", "Inspectors return", 6),
    ],
)
def test_each_filter_filters(show, facet, option, claims):
    page = show()
    group = page.locator(f"#filters [data-facet={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.get_by_label(option).check()
    assert f"{claims} of 43 claims" in status(page)


def test_filters_that_leave_nothing_say_so(show):
    page = show()
    page.locator("#filters").get_by_label("Denied").check()
    page.locator("#filters").get_by_label("Ties").check()
    expect(page.get_by_role("heading", name="Nothing matches")).to_be_visible()
    page.get_by_role("button", name="Reset the filters").click()
    expect(page.get_by_role("heading", name="Nothing matches")).to_be_hidden()


def test_search_by_name_with_the_keyboard(show):
    page = show()
    page.keyboard.press("/")
    search = page.locator("#search")
    expect(search).to_be_focused()
    page.keyboard.type("russ")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    assert options.all_inner_texts()[:3] == ["Russia\nState", "Russian citizens\nPopulation", "Russian\nRussia"]
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text("Russian citizens")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_hidden()


def test_search_for_a_relation_shows_only_it(show):
    page = show()
    page.locator("#search").fill("mediates")
    page.keyboard.press("Enter")
    assert names(page) == {"Turkey", "Russia", "Ukraine", "Ukraine conflict"}
    expect(page.get_by_role("button", name="Remove filter mediates between")).to_be_visible()


def test_search_without_a_match_says_so_and_escape_clears(show):
    page = show()
    page.locator("#search").fill("zzz")
    expect(page.get_by_text("No name and no sentence contains this")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_have_value("")


def test_the_list_of_relations_works_by_keyboard(show):
    page = show()
    first = page.locator("#panel .row").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()
    expect(page.locator("#panel blockquote").first).to_be_visible()
    page.get_by_role("button", name="Overview").focus()
    page.keyboard.press("Enter")
    page.get_by_role("tab", name="Relations").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Claims 43")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Actors and issues")).to_have_attribute("aria-selected", "true")
    page.locator("#panel .row", has_text="IAEA").press("Enter")
    expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text("IAEA")


def test_zoom_buttons_move_the_view(show):
    page = show()
    before = page.evaluate("kg.network.getScale()")
    page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate("kg.network.getScale()") == pytest.approx(before * 1.35)
    page.get_by_role("button", name="Zoom out").click()
    page.get_by_role("button", name="Fit the graph into view").click()
    assert page.evaluate("kg.network.getScale()") == pytest.approx(before)


def test_a_large_graph_opens_readable_and_shows_all_on_request(show, review):
    claims, documents = review
    many = list(claims)
    for number in range(200):
        base = claims[number % len(claims)]
        entity = replace(base.object.entity, iri=f"https://example.org/{number}", label=f"Province {number}")
        many.append(replace(base, object=replace(base.object, entity=entity)))
    page = show(many, documents)
    assert "Showing 26 of 232 actors and issues" in status(page)
    page.get_by_role("button", name="Show all 232").click()
    assert "Showing 232 actors and issues" in status(page)
    page.get_by_role("button", name="Show the 26 most important").click()
    assert "Province 150" not in names(page)
    page.locator("#search").fill("Province 150")
    page.keyboard.press("Enter")
    assert "Province 150" in names(page)
    expect(page.locator("#panel .row").first).to_contain_text("Province 150")


def test_an_empty_graph_has_a_friendly_message(show):
    page = show([], {})
    expect(page.get_by_role("heading", name="Nothing to show yet")).to_be_visible()
    assert page.locator("#filters").is_hidden()
    page.keyboard.press("/")


def test_a_single_claim_is_enough(show, review):
    page = show(review[0][:1], review[1])
    assert status(page) == "Showing 4 actors and issues, 1 claim"
