"""What the reader decides is not lost without a word: the browser keeps it, or the page says that it does not."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kg.explore.view import view

pytestmark = pytest.mark.browser

REFUSE = "() => { Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); }; }"
LEAVE = """() => {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}"""


def decide(page):
    page.locator("#panel .row").first.click()
    page.get_by_role("button", name="Mark as wrong").first.click()
    page.locator("#search").fill("Turkey")
    page.keyboard.press("Enter")
    page.get_by_text("Way to another").click()
    page.get_by_role("button", name="propose split").click()


def reload(page):
    page.reload()
    page.wait_for_selector("html[data-ready]")


def taken(page):
    return page.locator("#decisions li").all_inner_texts() if page.locator("#decisions").is_visible() else []


def test_decisions_survive_a_reload_and_can_be_undone_after_it(show):
    page = show()
    decide(page)
    before = taken(page)
    assert len(before) == 2
    expect(page.locator("#decisions")).to_contain_text("This browser keeps them for this graph")
    assert page.evaluate(LEAVE) is False
    reload(page)
    assert taken(page) == before
    page.locator("#decisions").get_by_role("button", name="Undo: Turkey is more than one").click()
    reload(page)
    assert taken(page) == before[:1]
    page.locator("#decisions").get_by_role("button", name="Undo").click()
    reload(page)
    assert taken(page) == []
    assert page.evaluate("localStorage.length") == 0


def test_what_comes_back_can_be_downloaded_and_marks_its_claim(show):
    page = show()
    decide(page)
    reload(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download decisions").click()
    assert Path(download.value.path()).read_text("utf-8").count("\n") == 2
    page.evaluate("kg.open(null)")
    page.locator("#panel .row").first.click()
    expect(page.get_by_role("button", name="Marked as wrong")).to_be_visible()


def test_another_graph_has_decisions_of_its_own(show, review, tmp_path):
    page = show()
    decide(page)
    path = tmp_path / "other.html"
    view([replace(review[0][0], id="e" * 16), *review[0][1:]], review[1], path)
    page.unroute("**/*")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    assert taken(page) == []


def test_a_browser_that_keeps_nothing_warns_before_they_are_lost(show):
    page = show()
    page.evaluate(REFUSE)
    decide(page)
    expect(page.locator("#decisions")).to_contain_text("This browser does not keep them: download them before you leave this page.")
    assert page.evaluate(LEAVE) is True
    with page.expect_download():
        page.get_by_role("button", name="Download decisions").click()
    assert page.evaluate(LEAVE) is False


@pytest.mark.parametrize(
    "junk", ["{", "null", '{"decision": "merge", "of": ["urn:nobody"]}', '{"decision": "reject", "of": [7]}', '"x"']
)
def test_what_others_left_under_the_name_is_no_decision(show, junk):
    page = show()
    page.evaluate("(junk) => localStorage.setItem(`kg decisions ${kg.data.digest}`, junk)", junk)
    reload(page)
    assert taken(page) == []


def test_another_window_of_the_same_graph_takes_part(show):
    page = show()
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_selector("html[data-ready]")
    decide(page)
    expect(other.locator("#decisions li")).to_have_count(2)
