"""Text from documents stays text, whatever it contains."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from kg.explore.view import page as html
from kg.model import ActorKind, Argument, Attribution, Issue, Likelihood, Period, Relation, RelationGroup, Span

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
    quote = f"{SCRIPT} {IMAGE} {LINK} {BREAK}"
    document = replace(
        documents[claim.evidence.document], text=quote, title=SCRIPT + IMAGE, publisher=BREAK, author=LINK, published=IMAGE
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
            evidence=replace(claim.evidence, sentence=Span(0, len(quote)), quote=quote, clean=quote, trigger=Span(20, 60)),
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
    quote = hostile[0][0].evidence.quote
    panel = page.locator("#panel")
    expect(panel.locator("blockquote")).to_have_text(f"“{quote}”")
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
