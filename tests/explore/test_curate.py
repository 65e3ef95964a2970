"""What is worth looking at: pairs of actors with what speaks for them, and claims of low confidence."""

from dataclasses import replace

import pytest

from kg.errors import GraphError
from kg.explore.curate import decisions_text, iri_of, proposals, proposals_text
from kg.graph.curation import Decision, Verdict
from kg.graph.store import in_memory
from kg.graph.triples import quads
from kg.model import Actor, ActorKind, Argument, Claim, Evidence, Span
from kg.ontology import load, term
from tests.graph.samples import CHAD, DOCUMENT, SANCTIONS

ONTOLOGY = load()


def stated(number, who, kind=ActorKind.ORGANIZATION, confidence=0.9):
    """A document with one claim of an unknown actor."""
    text = f"{who} punished Chad, again."
    document = replace(DOCUMENT, id=f"{number:016x}", source=f"{number}.txt", text=text)
    actor = Actor(term("actor:" + who.lower().replace(" ", "-")), who, kind, known=False)
    start = text.index("Chad")
    return document, Claim(
        id=f"{number:016x}",
        source=document.source,
        subject=Argument(actor, Span(0, len(who))),
        relation=SANCTIONS,
        object=Argument(CHAD, Span(start, start + 4)),
        evidence=Evidence(document.id, Span(0, len(text)), text, text, Span(len(who) + 1, start - 1)),
        confidence=confidence,
        rule="X punishes Y",
    )


def graph(*pairs, decisions=()):
    return in_memory((quad for document, claim in pairs for quad in quads(document, [claim], ONTOLOGY)), ONTOLOGY, decisions)


SOME = (
    stated(1, "HFU"),
    stated(2, "Harbour Fishers Union"),
    stated(3, "EB"),
    stated(4, "East Board"),
    stated(5, "Levant Board", confidence=0.6),
)


def test_the_most_doubtful_comes_first_with_reason_quotes_and_what_to_call():
    found = proposals(graph(*SOME))
    assert [(one.doubt, one.what, one.now) for one in found] == [
        (0.8, "Levant Board - sanctions - Chad", "claim"),
        (0.8, "actor:eb is actor:east-board?", "two"),
        (0.2, "actor:hfu is actor:harbour-fishers-union?", "merged"),
    ]
    merged = found[2]
    assert merged.reason == "acronym of the full name"
    assert merged.quotes == ("HFU punished Chad, again.", "Harbour Fishers Union punished Chad, again.")
    assert merged.commands == (
        "merge actor:hfu actor:harbour-fishers-union",
        "split actor:hfu actor:harbour-fishers-union",
    )
    assert found[1].quotes == ("EB punished Chad, again.", "East Board punished Chad, again.")


def test_proposals_are_lines_of_text():
    found = proposals(graph(*SOME))
    assert proposals_text(found, most=1).splitlines() == [
        "Levant Board - sanctions - Chad (claim, 0.6: X punishes Y)",
        '  "Levant Board punished Chad, again."',
        "  kg curate confirm 0000000000000005",
        "  kg curate reject 0000000000000005",
        "and 2 more: --top shows them",
    ]
    assert proposals_text([], most=1) == ""


def test_what_is_decided_is_no_longer_proposed():
    pair = (term("actor:eb"), term("actor:east-board"))
    decided = [Decision(Verdict.SPLIT, pair), Decision(Verdict.CONFIRM, (term("claim:0000000000000005"),), who="Ada")]
    assert [one.now for one in proposals(graph(*SOME, decisions=decided), decided)] == ["merged"]


def test_an_actor_is_found_by_any_of_its_names():
    store = graph(*SOME)
    for words in ("East Board", "east-board", "actor:east-board", f"<{term('actor:east-board')}>", "EAST BOARD"):
        assert iri_of(store, words, load()) == term("actor:east-board")
    assert iri_of(store, "hfu", load()) == term("actor:hfu")  # what was merged can be named, to be split again
    assert iri_of(store, "claim:0000000000000005", load(), claim=True) == term("claim:0000000000000005")
    with pytest.raises(GraphError, match="may be claim:0000000000000001, claim:"):
        iri_of(store, "0000", load(), claim=True)
    with pytest.raises(GraphError, match="not in the graph"):
        iri_of(store, "000", load(), claim=True)


def test_decisions_say_what_they_are_about():
    decided = [
        Decision(Verdict.SPLIT, (term("actor:hfu"),)),
        Decision(Verdict.MERGE, (term("actor:hfu"), term("actor:east-board"))),
        Decision(Verdict.SPLIT, (term("actor:hfu"), term("actor:east-board"))),
        Decision(Verdict.HIDE, (term("actor:nobody"),)),
    ]
    assert decisions_text(graph(*SOME, decisions=decided), decided).splitlines() == [
        "1. split actor:hfu",
        "   HFU",
        "2. merge actor:hfu actor:east-board",
        "   no effect: a later decision says otherwise",
        "3. split actor:hfu actor:east-board",
        "   HFU, East Board",
        "4. hide actor:nobody",
        "   no effect: it names what is not in the graph",
    ]
