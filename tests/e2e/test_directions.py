"""Whatever the page says of two actors keeps its direction and its doubts: every row, label and tooltip is held against its claims."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import expect

from kg.explore.analysis.tone import Tone, tone
from kg.explore.view import Heading, view
from kg.explore.ways import ways as in_report
from kg.graph.claims import claims as claims_of
from kg.model import Actor, ActorKind, Claim, Factuality, Polarity
from kg.pipeline import open_graph

pytestmark = pytest.mark.browser

BASE = "https://w3id.org/kg-affairs/actor/"
MINUS = "\N{MINUS SIGN}"
LINES = """() => [...kg.shown.lines.values()].filter((line) => line.status !== null).map((line) =>
  ({ id: line.id, claims: line.claims.map((claim) => kg.data.claims.id[claim]), caption: kg.caption(line) }))"""
WRITTEN = """() => {
  const { prototype } = CanvasRenderingContext2D;
  const { fillText } = prototype;
  const found = [];
  prototype.fillText = function (text, ...rest) { found.push(text); return fillText.call(this, text, ...rest); };
  kg.network.redraw();
  prototype.fillText = fillText;
  return found;
}"""
TITLES = """() => [...new DOMParser().parseFromString(kg.drawing(), "image/svg+xml").querySelectorAll("g[data-line]")].map((line) =>
  [line.dataset.line, line.querySelector("title").textContent])"""

Way = tuple[str, str, bool]  # from whom to whom, and whether the relation has no direction; then in the order of the names
Phrase = tuple[str, str]  # what keeps a claim from being a fact, and the relation


def way(claim: Claim) -> Way:
    ends = claim.subject.entity.label, claim.object.entity.label
    return (*sorted(ends), True) if claim.relation.symmetric else (*ends, False)


def phrase(claim: Claim) -> Phrase:
    marks = [claim.factuality.value] if claim.factuality is not Factuality.ACTUAL else []
    marks += [claim.likelihood.label] if claim.likelihood else []
    marks += ["not"] if claim.polarity is Polarity.NEGATED else []
    return ", ".join(marks), claim.relation.label


def ways(claims: Iterable[Claim]) -> dict[Way, Counter[Phrase]]:
    """What claims say, by direction: worked out here anew, and by no code of the page."""
    found: dict[Way, Counter[Phrase]] = {}
    for claim in claims:
        found.setdefault(way(claim), Counter())[phrase(claim)] += 1
    return found


def read_words(text: str) -> tuple[Counter[Phrase], int]:
    """What "sanctions (3), threatens; alleged: hacks and 2 more" says, and of how many more it speaks."""
    words, _, more = text.partition(" and ") if re.search(r" and \d+ more$", text) else (text, "", "0 more")
    found: Counter[Phrase] = Counter()
    for group in words.split("; "):
        mark, _, relations = group.rpartition(": ")
        for relation in relations.split(", "):
            label, _, count = relation.partition(" (")
            found[mark, label] += int(count.rstrip(")") or 1)
    return found, int(more.split()[0])


def read_ways(text: str) -> dict[tuple[str, str, str], str]:
    """Each direction of a row or tooltip with its words; the arrow is a dash where the row is a sentence."""
    parts = [part.strip() for part in text.split(" | ")]
    if len(parts) == 1 and re.search(" [→↔] ", parts[0]) is None:
        subject, words, target = parts[0].split(" \u2013 ")
        return {(subject, target, "\u2013"): words}
    found = {}
    for part in parts:
        ends, _, words = part.partition(": ")
        subject, arrow, target = re.split(" ([→↔]) ", ends)
        found[subject, target, arrow] = words
    return found


def hold(text: str, claims: Iterable[Claim], *, whole: bool = False) -> None:
    """Whether a text says just what the claims behind it say, in just their directions."""
    expected, told = ways(claims), read_ways(text)
    seen = set()
    for (subject, target, arrow), words in told.items():
        mutual = (*sorted((subject, target)), True)
        key = mutual if arrow == "↔" or (arrow == "\u2013" and mutual in expected) else (subject, target, False)
        assert key in expected, text
        found, more = read_words(words)
        if arrow == "\u2013" and len(expected[key]) == 1:  # the number stands at the end of the row
            found = Counter({one: expected[key][one] for one in found})
        assert found == {one: count for one, count in expected[key].items() if one in found}, text
        assert len(found) + more == len(expected[key]), text
        assert not (whole and more), text
        seen.add(key)
    assert seen == set(expected), text


def parts(text: str) -> set[tuple[frozenset[str] | str, str]]:
    """The directions of a text; of those without direction it does not matter who is named first."""
    found = [part.partition(": ") for part in text.split(" | ")]
    return {(frozenset(ends.split(" ↔ ")) if "↔" in ends else ends, words) for ends, _, words in found}


def balance_of(claims: Iterable[Claim]) -> set[str]:
    """How the balance of claims may be written: neutral ones may be named where there are no others."""
    tally = Counter(map(tone, claims))
    plus, minus = tally[Tone.COOPERATION], tally[Tone.CONFLICT]
    neutral = set() if plus + minus or not tally[Tone.NEUTRAL] else {f"{tally[Tone.NEUTRAL]} neutral"}
    return {f"{plus}+ / {minus}{MINUS}", *neutral}


def caption_of(claims: list[Claim]) -> set[str]:
    """The captions that a line of these claims may have."""
    expected = ways(claims)
    if len(expected) > 1:
        counted = any(tone(claim) for claim in claims)
        return balance_of(claims) if counted else {f"{len(claims)} claims"}
    [counts] = expected.values()
    more = (f" +{len(counts) - 1}" if len(counts) > 1 else "") + (f" ({len(claims)})" if len(claims) > 1 else "")
    return {(f"{mark}: " if mark else "") + label + more for mark, label in counts}


def rows(page) -> list[str]:
    """All rows of the list that is open, however long it is, without what only screen readers are told of their looks."""
    more = page.locator("#panel > div > .more, #panel section > .more")
    for button in more.all():
        while button.is_visible():
            button.click()
    return page.evaluate("""() => [...document.querySelectorAll("#panel .row .name")].map((name) => {
      const copy = name.cloneNode(true);
      copy.lastChild.remove();
      return copy.textContent;
    })""")


def tangle(sample, seed: int, size: int) -> list[Claim]:
    """Claims in both directions, of relations with and without one, of every factuality, with doubts and denials."""
    claims, _ = sample.press_review()
    chance = Random(seed)
    actors = [Actor(f"{BASE}t{n}", f"Realm {chr(65 + n)}", ActorKind.STATE) for n in range(8)]
    relations = list(sample.RELATION.values())
    likelihood = next(claim.likelihood for claim in claims if claim.likelihood)
    found = []
    for number in range(size):
        base = claims[number % len(claims)]
        subject, target = chance.sample(actors, 2)
        found.append(
            replace(
                base,
                id=f"{seed:04x}{number:012x}",
                subject=replace(base.subject, entity=subject),
                object=replace(base.object, entity=target),
                relation=chance.choice(relations),
                polarity=chance.choice([*Polarity, Polarity.AFFIRMED]),
                factuality=chance.choice([*Factuality, *[Factuality.ACTUAL] * 5]),
                likelihood=likelihood if chance.random() < 0.2 else None,
                issues=(),
            )
        )
    return found


@pytest.fixture(scope="module")
def of_seeds(kg, tmp_path_factory):
    folder = tmp_path_factory.mktemp("seeds") / "output"
    assert kg("build", Path(__file__).parents[2] / "seeds", "-o", folder).status == 0
    return list(claims_of(open_graph(folder))), folder / "graph.html"


@pytest.fixture(params=["seeds", "review", (1, 40), (2, 300), (3, 900)], ids=str)
def graph(request, sample, review, tmp_path):
    """Claims by their ids, and the page of them."""
    if request.param == "seeds":
        claims, path = request.getfixturevalue("of_seeds")
    else:
        claims = review[0] if request.param == "review" else tangle(sample, *request.param)
        path = tmp_path / "graph.html"
        view(claims, review[1], path, heading=Heading("Directions"))
    return {claim.id: claim for claim in claims}, path


def behind(page, known):
    """The lines that are drawn: id -> the claims and the words on it."""
    return {line["id"]: ([known[one] for one in line["claims"]], line["caption"]) for line in page.evaluate(LINES)}


@pytest.mark.model
def test_every_row_label_and_tooltip_keeps_the_directions_of_its_claims(open_file, graph):
    known, path = graph
    page = open_file(path)
    lines = behind(page, known)
    shown = sorted(lines.values(), key=lambda line: -len(line[0]))
    texts = rows(page)
    assert len(texts) == len(lines) > 10
    left = list(shown)
    for text in texts:
        left.remove(next(line for line in left if _holds(text, line[0])))
    titles = page.evaluate("[...document.querySelectorAll('#panel .row .name')].map((name) => name.title)")
    for text, title in zip(texts, titles, strict=True):
        assert any(_holds(title, line[0], whole=True) and _holds(text, line[0]) for line in shown)
    for line, title in page.evaluate(TITLES):
        if line in lines:
            hold(title, lines[line][0], whole=True)
            assert parts(title) == parts(in_report(lines[line][0], most=99))
    for claims, caption in shown:
        assert caption in caption_of(claims)
    on_canvas = set(page.evaluate(WRITTEN)) - set(page.evaluate("[...kg.shown.entities].flatMap((id) => kg.name(id))"))
    captions = {caption for _, caption in shown}
    assert {text for text in on_canvas if re.search(r"[+(]\d", text)} <= captions
    assert len(on_canvas & captions) > 5


def _holds(text, claims, *, whole=False):
    try:
        hold(text, claims, whole=whole)
    except (AssertionError, ValueError):
        return False
    return True


@pytest.mark.model
def test_every_row_of_every_card_keeps_its_direction(open_file, graph):
    known, path = graph
    page = open_file(path)
    said = ways(known.values())
    for entity in page.evaluate("[...kg.shown.entities].filter((id) => !kg.isIssue(id)).slice(0, 6)"):
        page.evaluate("(id) => kg.open('entity', id)", entity)
        for text in rows(page):
            for (subject, target, arrow), words in read_ways(text).items():
                mutual = (*sorted((subject, target)), True)
                key = (subject, target, False) if (subject, target, False) in said and arrow != "↔" else mutual
                found, more = read_words(words)
                assert more == 0
                candidates = [said.get(key, Counter()), said.get(mutual, Counter())]
                alone = arrow == "\u2013" and len(found) == 1
                assert any(
                    found == {one: alone or some[one] for one in found} and found.keys() <= some.keys() for some in candidates
                ), text


@pytest.mark.model
def test_the_card_of_a_pair_says_who_does_what_and_how_much_of_it_is_cooperation(open_file, graph):
    known, path = graph
    page = open_file(path)
    pairs = Counter(frozenset((c.subject.entity.label, c.object.entity.label)) for c in known.values())
    ends = "([one, other]) => kg.open('pair', ...[one, other].map((name) => kg.data.entities.label.indexOf(name)))"
    for pair, _ in pairs.most_common(5):
        page.evaluate(ends, sorted(pair))
        if page.locator("#panel .directions").count() == 0:
            continue  # one of the two is an issue
        between = [c for c in known.values() if {c.subject.entity.label, c.object.entity.label} == pair]
        *items, together = page.locator("#panel .directions li").all_inner_texts()
        assert together.removeprefix("Together: ") in balance_of(between)
        assert len(items) == len(ways(between))
        for item in items:
            text, _, balance = item.rpartition(" · ")
            [(subject, target, arrow)] = read_ways(text)
            mine = [
                c for c in between if way(c) == ((*sorted((subject, target)), True) if arrow == "↔" else (subject, target, False))
            ]
            hold(text, mine)
            assert balance in balance_of(mine)


@pytest.mark.model
def test_a_row_opens_the_claims_that_it_counts(open_file, graph):
    known, path = graph
    page = open_file(path)
    for place in range(6):
        page.evaluate("kg.open(null)")
        row = page.locator("#panel .row").nth(place)
        count = int(row.locator(".number").inner_text())
        row.click()
        expect(page.locator("#panel .lead").first).to_contain_text(f"{count} claim")
        ids = page.evaluate("[...document.querySelectorAll('#panel .claim')].map((card) => card.dataset.claim)")
        assert len(ids) == min(count, 20)
        assert all(one in known for one in ids)


def test_what_one_points_at_tells_both_directions(show, sample):
    page = show(tangle(sample, 2, 300))
    line = page.evaluate("""() => [...kg.shown.lines.values()].find((line) => kg.waysOfLine(line).length > 2).id""")
    middle = page.evaluate(
        "(id) => kg.network.canvasToDOM(kg.network.body.edges[id].edgeType.getPoint(0.5))",
        line,
    )
    box = page.locator("#graph").bounding_box()
    page.mouse.move(box["x"] + middle["x"], box["y"] + middle["y"])
    page.wait_for_timeout(100)
    written = page.evaluate(WRITTEN)
    arrows = [text for text in written if re.search(" [→↔] ", text)]
    assert len(arrows) > 2


def test_ties_that_are_no_facts_are_marked_and_those_without_direction_are_told_of_both(show, review):
    claims, documents = review
    ally = next(claim for claim in claims if claim.relation.label == "ally of")
    member = next(claim for claim in claims if claim.relation.label == "member of")
    doubtful = replace(member, id="f" * 16, polarity=Polarity.NEGATED, factuality=Factuality.REPORTED)
    page = show([ally, member, doubtful], documents)
    page.evaluate("kg.open('entity', kg.data.entities.label.indexOf('Turkey'))")
    assert page.locator("#panel section", has_text="Roles and ties").locator("li").all_inner_texts() == [
        "member of NATO",
        "reported, not: member of NATO",
    ]
    page.evaluate("kg.open('entity', kg.data.entities.label.indexOf('South Korea'))")
    assert page.locator("#panel section", has_text="Roles and ties").locator("li").all_inner_texts() == ["ally of United States"]


def test_a_line_of_two_directions_has_a_head_at_both_ends_and_no_verb(show, sample):
    page = show(tangle(sample, 3, 900))
    drawn = page.evaluate("""() => [...kg.shown.lines.values()].filter(({ status }) => status !== null).map((line) =>
      [kg.waysOfLine(line).length, kg.network.body.edges[line.id].options.arrows.from.enabled, kg.caption(line)])""")
    labels = {relation.label for relation in sample.RELATION.values()}
    for count, both, caption in drawn:
        if count > 1:
            assert both
            assert not any(label in caption for label in labels)
    assert any(count > 1 for count, _, _ in drawn)
