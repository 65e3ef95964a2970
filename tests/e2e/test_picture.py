"""The drawing and the picture that leaves it: a click means what is written under it, and the file shows what the canvas shows."""

from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SPOT = """(label) => {
  const { x, y } = kg.network.canvasToDOM(kg.network.getPosition(kg.data.entities.label.indexOf(label)));
  const { left, top } = document.getElementById("graph").getBoundingClientRect();
  return { x: x + left, y: y + top };
}"""
NAMES = """() => {
  const { left, top } = document.getElementById("graph").getBoundingClientRect();
  const found = [];
  for (const { entity, line, box } of kg.labelling(kg.network.getScale(), [[0, 0], [document.getElementById("graph").clientWidth,
    document.getElementById("graph").clientHeight]].map(([x, y]) => kg.network.DOMtoCanvas({ x, y })), { node: null, edge: null })) {
    if (!box) continue;
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const middle = kg.network.canvasToDOM({ x, y });
    found.push({ name: entity === undefined ? null : kg.name(entity), line: line || null, x: middle.x + left, y: middle.y + top });
  }
  return found;
}"""
DRAWN = """(svg) => {
  const holder = document.createElement("div");
  holder.append(document.adoptNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement));
  document.body.append(holder);
  const box = (node) => { const { x, y, width, height } = node.getBBox(); return [x, y, x + width, y + height]; };
  const middle = (text) => { const [, x, y] = text.match(/translate\\(([-\\d.]+) ([-\\d.]+)\\)/); return [Number(x), Number(y)]; };
  const found = {
    words: [...holder.querySelectorAll("text")].map((text) => [text.textContent, box(text)]),
    symbols: Object.fromEntries([...holder.querySelectorAll("[data-entity] path")].map((path) =>
      [path.parentNode.dataset.entity, middle(path.getAttribute("transform"))])),
    lines: Object.fromEntries([...holder.querySelectorAll("[data-line]")].map((line) => {
      const path = line.querySelector("path");
      const [start, end] = [path.getPointAtLength(0), path.getPointAtLength(path.getTotalLength())];
      return [line.dataset.line, [[start.x, start.y], [end.x, end.y]]];
    })),
  };
  holder.remove();
  return found;
}"""
ENDS = """() => Object.fromEntries([...kg.shown.lines.values()].map(({ id, from, to }) =>
  [id, [from, to].map((end) => [kg.iri(end), kg.sizeOf(end, 1)])]))"""


def drag(page, label, across, down):
    spot = page.evaluate(SPOT, label)
    page.mouse.move(spot["x"], spot["y"])
    page.mouse.down()
    page.mouse.move(spot["x"] + across / 2, spot["y"] + down / 2)
    page.mouse.move(spot["x"] + across, spot["y"] + down)
    page.mouse.up()


def drawn(page):
    return page.evaluate(DRAWN, page.evaluate("kg.drawing()"))


def away(one, other):
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


@pytest.mark.parametrize("width", [1400, 380])
def test_a_click_on_a_name_opens_what_it_names(show, width):
    page = show(width=width)
    for name in sorted({one["name"] for one in page.evaluate(NAMES)} - {None}):
        page.evaluate("() => { kg.open(null); kg.fit(null, true); scrollTo(0, 0); }")
        item = next(one for one in page.evaluate(NAMES) if one["name"] == name)
        page.mouse.click(item["x"], item["y"])
        expect(page.locator("#panel").get_by_role("heading", level=2)).to_have_text(name)


def test_a_click_on_the_words_of_a_line_opens_its_claims(show):
    page = show()
    for item in [one for one in page.evaluate(NAMES) if one["line"]][:8]:
        page.evaluate("() => { kg.open(null); kg.fit(null, true); }")
        page.mouse.move(2, 2)
        page.mouse.click(item["x"], item["y"])
        assert page.evaluate("kg.state.selected.line") == item["line"]


def test_a_name_under_the_pointer_shows_a_hand(show):
    page = show()
    item = next(one for one in page.evaluate(NAMES) if one["name"] == "Turkey")
    page.mouse.move(item["x"], item["y"])
    expect(page.locator("#graph")).to_have_class("pointing")


def test_a_double_click_on_a_name_brings_those_who_are_linked(open_file, page_of_crowd):
    page = open_file(page_of_crowd(500))
    before = page.evaluate("kg.shown.entities.size")
    item = next(one for one in page.evaluate(NAMES) if one["name"])
    page.mouse.dblclick(item["x"], item["y"])
    page.wait_for_timeout(500)
    assert page.evaluate("kg.shown.entities.size") > before


@pytest.mark.parametrize("moves", [[], [("Turkey", 120, -60)], [("Russia", -90, 70), ("Iran", 60, 40), ("Russia", 30, -140)]])
def test_in_the_file_lines_end_at_their_symbols_wherever_these_were_dragged(show, moves):
    page = show()
    for move in moves:
        drag(page, *move)
    found = drawn(page)
    for line, ends in page.evaluate(ENDS).items():
        for point, (iri, size) in zip(found["lines"][line], ends, strict=True):
            assert away(point, found["symbols"][iri]) < 2 * size + 6
    on_canvas = page.evaluate(
        "Object.fromEntries([...kg.shown.entities].map((id) => [kg.iri(id), [kg.network.getPosition(id).x, kg.network.getPosition(id).y]]))"
    )
    assert all(away(found["symbols"][iri], place) < 1 for iri, place in on_canvas.items())


@pytest.mark.parametrize("size", [0, 500])
def test_in_the_file_no_words_stand_on_others(show, open_file, page_of_crowd, size):
    page = open_file(page_of_crowd(size)) if size else show()
    drag(page, page.evaluate("kg.name([...kg.shown.entities][1])"), 90, 50)
    words = drawn(page)["words"]
    assert len(words) > 20
    for (_, one), (_, other) in combinations(words, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert across < 3 or down < 4  # a box is higher than its letters


def test_what_was_dragged_stays_until_the_layout_is_another(show):
    page = show()
    before = page.evaluate("kg.shown.places.get(kg.data.entities.label.indexOf('Turkey'))")
    drag(page, "Turkey", 100, 40)
    after = page.evaluate("kg.shown.places.get(kg.data.entities.label.indexOf('Turkey'))")
    assert away((before["x"], before["y"]), (after["x"], after["y"])) > 50
    page.evaluate("kg.set({ confidence: 20 })")
    assert page.evaluate("kg.shown.places.get(kg.data.entities.label.indexOf('Turkey'))") == after
    page.get_by_role("button", name="Reset", exact=True).click()
    assert page.evaluate("kg.shown.places.get(kg.data.entities.label.indexOf('Turkey'))") == before


def test_the_file_can_be_opened_by_itself(show, browser, tmp_path: Path):
    page = show(dark=True)
    path = tmp_path / "graph.svg"
    path.write_text(page.evaluate("kg.drawing()"), "utf-8")
    alone = browser.new_page()
    alone.goto(path.as_uri())
    assert alone.evaluate("document.documentElement.tagName") == "svg"
    assert alone.locator("text", has_text="United States").count() >= 1
    alone.close()
