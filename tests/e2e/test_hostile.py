"""Text from documents stays text, whatever it contains."""

from dataclasses import replace
from urllib.parse import quote

import pyoxigraph
import pytest
from playwright.sync_api import expect

from kg.explore.view import page as html
from kg.graph.about import About
from kg.model import ActorKind, Argument, Attribution, Issue, Likelihood, Period, Polarity, Relation, RelationGroup, Span

pytestmark = pytest.mark.browser

SCRIPT = "<script>window.executed = true; alert(1)</script>"
IMAGE = '<img src=x onerror="window.executed = true">'
LINK = '<a href="javascript:window.executed = true" onclick="window.executed = true">href</a>'
BREAK = "</script><script>window.executed = true</script><!-- "


@pytest.fixture
def hostile(review):
    """One claim in which every string that a document could supply is an attack."""
    claims, documents = review
    claim = claims[0]
    words = f"{SCRIPT} {IMAGE} {LINK} {BREAK}"
    document = replace(
        documents[claim.evidence.document], text=words, title=SCRIPT + IMAGE, publisher=BREAK, author=LINK, published=IMAGE
    )
    speaker = replace(claim.subject.entity, iri="urn:s", label=IMAGE, kind=ActorKind.PERSON)
    span = Span(0, 30)
    return [
        replace(
            claim,
            subject=Argument(replace(claim.subject.entity, iri="urn:a", label=SCRIPT), span, reason=LINK),
            object=Argument(replace(claim.object.entity, iri="urn:b", label=IMAGE), Span(52, 90)),
            relation=Relation("urn:r", LINK, RelationGroup.ACT, -1),
            issues=(Argument(Issue("urn:i", BREAK), span),),
            evidence=replace(claim.evidence, sentence=Span(0, len(words)), quote=words, clean=words, trigger=Span(20, 60)),
            likelihood=Likelihood("urn:l", IMAGE, 0.2, 0.45, span),
            time=Period("", "", SCRIPT, span),
            attribution=(Attribution((span,), (), (), None, SCRIPT), Attribution((span,), (), (), Argument(speaker, span), LINK)),
            rule=IMAGE,
        )
    ], {claim.evidence.document: document}


def test_nothing_executes_and_everything_shows_as_text(show, hostile):
    page = show(*hostile, title=BREAK + SCRIPT)
    expect(page.get_by_role("heading", level=1)).to_have_text(BREAK + SCRIPT)
    assert page.title() == (BREAK + SCRIPT).strip()
    page.locator("#panel .row").first.click()
    panel = page.locator("#panel")
    expect(panel.locator("blockquote")).to_have_text(f"“{hostile[0][0].evidence.quote}”")
    for text in (SCRIPT, IMAGE, LINK):
        expect(panel).to_contain_text(text)
    for name in (SCRIPT, IMAGE, BREAK.strip()):
        page.locator("#search").fill(name)
        page.get_by_role("option").first.click()
        expect(panel.get_by_role("heading", level=2)).to_contain_text(name)
    page.locator("#filters [data-facet=issue]").get_by_role("checkbox").check()
    page.mouse.move(500, 400)
    page.wait_for_timeout(200)
    assert page.evaluate("window.executed") is None
    assert page.locator("img, a, iframe, [onerror], [onclick]").count() == 0
    assert page.locator("script").count() == 7


def test_nothing_executes_in_any_view(show, hostile):
    claims, documents = hostile
    twin = replace(claims[0], id=f"2{IMAGE}", polarity=Polarity.NEGATED, source=LINK, copies=())
    about = {"urn:a": About((BREAK, IMAGE), ("javascript:window.executed = true", f"http://x/{IMAGE}"))}
    page = show([claims[0], twin], documents, title=BREAK, about=about)
    for name in ("Table", "Actors \u00d7 actors", "Actors \u00d7 issues", "Sources side by side", "Graph"):
        page.locator("#views").get_by_role("tab", name=name, exact=True).click()
        assert page.locator("#view:not([hidden]), #picture:not([hidden])").inner_text()
    for words in (SCRIPT, "window.executed"):
        page.locator("#search").fill(words)
        page.locator("#suggestions").get_by_role("option").last.click()
        page.get_by_role("button", name="Reset", exact=True).click()
    page.evaluate("kg.open('entity', kg.data.entities.iri.indexOf('urn:a'))")
    expect(page.locator("#panel")).to_contain_text(f"Also called {BREAK.strip()}")
    assert [link.get_attribute("href") for link in page.get_by_role("link").all()] == [f"http://x/{IMAGE}"]
    page.get_by_text("Way to another").click()
    page.get_by_label("The same as whom?").fill(IMAGE)
    page.get_by_role("button", name="Propose merge").click()
    page.evaluate("kg.focusOn('path', [0, 1])")
    page.evaluate("kg.open('pair', 0, 1)")
    page.get_by_role("button", name="Mark as wrong").first.click()
    page.get_by_role("button", name="Show in the full text").first.click()
    expect(page.get_by_role("dialog")).to_contain_text(BREAK.strip())
    page.keyboard.press("Escape")
    tags = page.evaluate(
        "[...new DOMParser().parseFromString(kg.drawing(), 'image/svg+xml').querySelectorAll('*')].map((tag) => tag.localName)"
    )
    assert set(tags) <= {"svg", "title", "rect", "g", "path", "text"}
    assert page.evaluate("window.executed") is None
    assert page.locator("img, iframe, [onerror], [onclick]").count() == 0


@pytest.mark.parametrize("words", [SCRIPT, IMAGE, BREAK, "javascript:window.executed = true"])
def test_an_address_executes_nothing(show, words):
    page = show(address=f"#q={quote(words)}&focus={quote(words)}&at={quote(words)},&theme={quote(words)}&view={quote(words)}")
    expect(page.get_by_role("button", name="Remove filter")).to_have_count(1)
    assert page.evaluate("window.executed") is None


def test_a_sheet_takes_nothing_for_a_formula_and_turtle_stays_whole(show, review, tmp_path):
    claims, documents = review
    subject = replace(claims[0].subject.entity, iri="urn:x> <urn:y", label='=1+1" . \\ \n<urn:z>')
    page = show([replace(claims[0], subject=replace(claims[0].subject, entity=subject))], documents)
    page.locator("#views").get_by_role("tab", name="Table").click()
    found = {}
    for name in ("CSV", "Turtle"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        download.value.save_as(tmp_path / name)
        found[name] = (tmp_path / name).read_text("utf-8")
    assert '"\'=1+1"" . \\' in found["CSV"]
    store = pyoxigraph.Store()
    store.load((tmp_path / "Turtle").read_bytes(), format=pyoxigraph.RdfFormat.TURTLE, lenient=True)
    label = store.quads_for_pattern(None, pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), None)
    assert subject.label in {quad.object.value for quad in label}


def test_the_policy_stops_what_a_mistake_would_let_through(browser, tmp_path, review):
    broken = html(*review).replace("</body>", f"{SCRIPT}{IMAGE}</body>")
    path = tmp_path / "broken.html"
    path.write_text(broken, encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    page.wait_for_timeout(100)
    assert page.evaluate("window.executed") is None
    context.close()
