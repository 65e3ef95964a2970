"""The whole state stands in the address: what is seen can be sent, and gone back to."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def heading(page):
    return page.locator("#panel").get_by_role("heading", level=2)


def test_everything_comes_back_from_the_address(show):
    page = show()
    filters = page.locator("#filters")
    filters.get_by_label("Conflictual").check()
    filters.get_by_text("Publisher").click()
    filters.locator("[data-facet=publisher]").get_by_label("Harbour Courier").check()
    filters.get_by_label("Lowest confidence").fill("60")
    page.get_by_label("From", exact=True).fill("0")
    page.get_by_label("To", exact=True).fill("20")
    page.locator("#search").fill("russia")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show only this").click()
    page.get_by_role("button", name="Dark").click()
    page.locator("#views").get_by_role("tab", name="Table").click()
    address = page.evaluate("location.hash")
    for part in ("tone=-1", "publisher=Harbour%20Courier", "confidence=60", "to=2017-", "focus=actor", "theme=dark", "view=table"):
        assert part in address
    before = page.evaluate("[kg.shown.claims, kg.address()]")
    other = show(address=address)
    assert other.evaluate("[kg.shown.claims, kg.address()]") == before
    expect(heading(other)).to_have_text("Russia")
    expect(other.locator("html")).to_have_attribute("data-theme", "dark")


def test_back_and_forward_go_through_what_was_seen(show):
    page = show()
    page.locator("#filters").get_by_role("checkbox", name="Denied").check()
    page.get_by_role("button", name="Russia \u2013 denied: supplies").click()
    expect(heading(page)).to_have_text("Russia to Red Dune Front")
    page.get_by_role("button", name="Back", exact=True).click()
    expect(heading(page)).to_have_text("Who does what to whom, and who says so")
    expect(page.locator("#filters").get_by_role("checkbox", name="Denied")).to_be_checked()
    page.go_back()
    expect(page.locator("#filters").get_by_role("checkbox", name="Denied")).not_to_be_checked()
    page.go_forward()
    expect(page.locator("#filters").get_by_role("checkbox", name="Denied")).to_be_checked()
    page.get_by_role("button", name="Forward").click()
    expect(heading(page)).to_have_text("Russia to Red Dune Front")


def test_the_trail_leads_back_to_every_card(show):
    page = show()
    page.locator("#search").fill("Turkey")
    page.keyboard.press("Enter")
    for name in ("Ukraine conflict", "Ukraine"):
        page.locator("#panel").get_by_role("button", name=name, exact=True).first.click()
    trail = page.get_by_role("navigation", name="How you came here")
    assert trail.get_by_role("listitem").all_inner_texts() == ["Overview", "Turkey", "Ukraine conflict", "Ukraine"]
    trail.get_by_role("button", name="Turkey").click()
    expect(heading(page)).to_have_text("Turkey")
    trail.get_by_role("button", name="Overview").click()
    assert page.evaluate("location.hash") == ""


@pytest.mark.parametrize(
    "address",
    [
        "#tone=7&kind=Wizard&focus=actor,1,nobody&at=nobody,&view=hall&theme=pink&confidence=x&from=soon&more=a,b&nonsense",
        "#q=%E0%A4%A&issue=%",
        "#focus=path,1,actor%2Frussia&at=actor%2Frussia,nobody,",
    ],
)
def test_an_address_that_means_nothing_here_does_no_harm(show, address):
    page = show(address=address)
    assert page.evaluate("kg.shown.claims.length") == 43


def test_reset_leads_back_to_the_beginning(show):
    page = show(address="#tone=-1&focus=actor,1,actor%2Frussia&at=actor%2Frussia,&confidence=50&q=moscow&all=yes")
    page.get_by_role("button", name="Reset", exact=True).click()
    assert page.evaluate("location.hash") == ""
    assert page.evaluate("kg.shown.claims.length") == 43
    expect(page.get_by_role("button", name="Reset", exact=True)).to_be_disabled()


def test_pulling_a_slider_is_one_step(show):
    page = show()
    before = page.evaluate("history.length")
    slider = page.get_by_label("Lowest confidence")
    slider.focus()
    page.evaluate("""() => {
      const slider = document.getElementById("confidence");
      for (const value of [10, 20, 30, 60]) {
        slider.value = value;
        slider.dispatchEvent(new Event("input"));
      }
      slider.dispatchEvent(new Event("change"));
    }""")
    assert page.evaluate("[location.hash, history.length]") == ["#confidence=60", before + 1]
    page.go_back()
    expect(slider).to_have_value("0")
    expect(page.locator("#chosen li")).to_have_count(0)
