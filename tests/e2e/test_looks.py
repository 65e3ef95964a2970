"""The page on small screens and in the dark: nothing runs over the edge, everything can be read."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from kg.model import ActorKind

pytestmark = pytest.mark.browser

OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (colour) => {
    canvas.fillStyle = "#000";
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const back = (element) => {
    const { backgroundColor } = getComputedStyle(element);
    if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
    return element.parentElement ? back(element.parentElement) : "#fff";
  };
  const words = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest(":disabled, .none, script") && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  return words.map((element) => {
    const [a, b] = [light(getComputedStyle(element).color), light(back(element))].sort((x, y) => y - x);
    return [element.textContent.slice(0, 40), element.className, (a + 0.05) / (b + 0.05)];
  }).filter(([, , ratio]) => ratio < 4.5);
}"""


@pytest.mark.parametrize("width", [320, 380, 720, 1000, 1400])
def test_nothing_overflows_sideways(show, width):
    page = show(width=width, height=760)
    assert page.evaluate(OVERFLOW) <= 0
    page.locator("#panel .row").first.click()
    assert page.evaluate(OVERFLOW) <= 0
    page.locator("#search").fill("a")
    assert page.evaluate(OVERFLOW) <= 0


def test_long_words_break(show, review):
    claims, documents = review
    long = replace(claims[0].subject.entity, iri="urn:long", label="Verylongname" * 12)
    quoted = replace(claims[0].evidence, quote="x" * len(claims[0].evidence.quote))
    page = show(
        [replace(claims[0], subject=replace(claims[0].subject, entity=long), evidence=quoted)], documents, width=380, title="T" * 90
    )
    page.locator("#panel .row").first.click()
    assert page.evaluate(OVERFLOW) <= 0


def test_on_a_phone_filters_open_over_the_page_and_close(show):
    page = show(width=380, height=760)
    assert page.locator("#filters").is_hidden()
    page.get_by_role("button", name="Filters", exact=True).click()
    page.locator("#filters").get_by_label("Denied").check()
    page.get_by_role("button", name="Close the filters").click()
    assert page.locator("#filters").is_hidden()
    expect(page.get_by_role("button", name="Filters", exact=True)).to_be_focused()
    assert "1 of 43 claims" in page.locator("#status").inner_text()
    page.get_by_role("button", name="Filters", exact=True).click()
    page.keyboard.press("Escape")
    assert page.locator("#filters").is_hidden()


def test_on_a_phone_evidence_scrolls_into_view(show):
    page = show(width=380, height=760)
    page.locator("#panel .row").nth(12).click()
    expect(page.locator("#panel blockquote").first).to_be_in_viewport()


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_their_background(show, dark):
    page = show(dark=dark)
    assert page.evaluate(CONTRAST) == []
    page.get_by_role("button", name="Russia \u2013 predicted, unlikely: relations improve \u2013 United States").click()
    assert page.evaluate(CONTRAST) == []


def test_a_territory_is_shown_as_one_everywhere(show, review):
    claims, documents = review
    territory = replace(claims[0].object.entity, iri="urn:isthmus", label="the Isthmus", kind=ActorKind.TERRITORY)
    page = show([replace(claims[0], object=replace(claims[0].object, entity=territory)), *claims[1:4]], documents)
    filters = page.locator("#filters [data-facet=kind]")
    filters.get_by_label("Territory").check()
    assert page.evaluate("kg.shown.claims.length") == 1
    expect(filters.locator("label", has_text="Territory").locator("svg path")).to_have_attribute("fill", "#5f6b3a")
    page.get_by_text("Legend", exact=True).click()
    expect(page.locator("#legend")).to_contain_text("Territory")
    page.evaluate("kg.open('entity', kg.data.entities.label.indexOf('the Isthmus'))")
    expect(page.locator("#panel .lead").first).to_have_text("Territory · 1 claim")
    assert "the Isthmus, Territory</title>" in page.evaluate("kg.drawing()")


def test_the_scheme_may_change_while_the_page_is_open(show):
    page = show()
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(22, 28, 36)")
    assert page.evaluate("kg.tone(kg.data.looks.kinds.State)") == "#cbd5e1"
    expect(page.locator("#legend path").first).to_have_attribute("fill", "#cbd5e1")  # drawn anew when the event has come


@pytest.mark.parametrize("dark", [False, True])
def test_every_control_has_a_name(show, dark):
    page = show(dark=dark)
    nameless = page.evaluate("""() => [...document.querySelectorAll("button, input")].filter((element) =>
      !element.textContent.trim() && !element.getAttribute("aria-label") && !(element.labels && element.labels[0].textContent.trim())).length""")
    assert nameless == 0
