"""Questions that a reader brings, answered with what is on screen in at most three interactions; and decisions that are taken over."""

import re
from shutil import copytree

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.model]


class Reader:
    """Somebody who clicks, types and reads; every click, and all that is typed before Enter, counts as one."""

    def __init__(self, page):
        self.page, self.steps = page, 0

    def click(self, role, name):
        self.steps += 1
        self.page.get_by_role(role, name=name).first.click()

    def search(self, words):
        self.steps += 1
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")

    def read(self):
        return self.page.get_by_role("region", name="Details").inner_text()


def test_who_sanctions_russia_and_over_what(open_file, seeds):
    reader = Reader(open_file(seeds / "graph.html"))
    reader.search("Russia")
    text = reader.read()
    sanctions = text[text.index("\nsanctions\n") :]
    assert re.search(r"United States \W+ sanctions \W+ Russia", sanctions)
    assert re.search(r"European Union \W+ sanctions \W+ Russia", sanctions)
    reader.click("button", re.compile("United States . sanctions . Russia"))
    text = reader.read()
    assert "About\nsanctions against Russia" in text
    assert "cyber espionage" in text
    assert reader.steps <= 3


def test_which_claims_about_a_pair_contradict_each_other(show, disputed):
    reader = Reader(show(*disputed))
    reader.click("tab", re.compile("Disagreements"))
    text = reader.read()
    assert re.search(r"United States \W+ talks with \W+ Russia", text)
    assert re.search(r"United States \W+ not: talks with \W+ Russia", text)
    assert "Washington has held no talks with Moscow" in text
    assert "Baltic Mirror" in text
    assert reader.steps <= 3


def test_what_did_somebody_say(open_file, seeds):
    reader = Reader(open_file(seeds / "graph.html"))
    reader.search("Lundmark")
    text = reader.read()
    assert re.search(r"Claims \d", text)
    assert text.count("According to Oskar Lundmark") == text.count("Mark as wrong") > 1
    assert "Relations between Washington and Moscow have improved slightly" in text
    assert reader.steps <= 3


def test_what_did_an_actor_say(open_file, seeds):
    reader = Reader(open_file(seeds / "graph.html"))
    reader.search("Shen Weigang")
    assert re.search(r"What Shen Weigang says \(\d+\)", reader.read())
    assert reader.steps <= 3


def test_decisions_of_the_page_are_taken_over(open_file, kg, built, tmp_path):
    folder = copytree(built, tmp_path / "output")
    page = open_file(folder / "graph.html")
    before = page.evaluate("kg.data.size")
    page.locator("#panel .row").first.click()
    page.get_by_role("button", name="Mark as wrong").first.click()
    one, other = page.evaluate("kg.data.entities.label.filter((_, id) => kg.kind(id) === 'State')")[:2]
    page.locator("#search").fill(one)
    page.keyboard.press("Enter")
    page.get_by_text("Way to another").click()
    page.get_by_label("The same as whom?").fill(other)
    page.get_by_role("button", name="Propose merge").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download decisions").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    done = kg("curate", "--apply", file, "-g", folder)
    assert (done.status, done.lines[-1]) == (0, f"2 decisions in {folder / 'curation.jsonl'}; the graph is built with them")
    page = open_file(folder / "graph.html")
    assert page.evaluate("kg.data.size") < before
    assert page.evaluate(f"[{one!r}, {other!r}].filter((name) => kg.data.entities.label.includes(name)).length") == 1
