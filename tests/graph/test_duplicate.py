"""A sentence that several documents share makes each claim once; decisions on claims and names take effect and are recorded."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.claims import actors, claims, documents
from kg.graph.curation import Decision, Verdict
from kg.graph.decide import effects, node, resolved
from kg.graph.store import in_memory
from kg.graph.triples import quads
from kg.graph.validate import validate
from kg.model import Copy, Span
from kg.ontology import load, shipped, term
from tests.graph import strategies
from tests.graph.samples import CHAD, DOCUMENT, HEDGED, NORWAY, PLAIN, ZOE

ONTOLOGY = load()


def moved(span, by):
    return Span(span.start + by, span.end + by)


def copied(name, before="", claims_=(PLAIN,)):
    """The sample in another document, after other words."""
    text = before + DOCUMENT.text
    document = replace(DOCUMENT, id=sha256(text.encode()).hexdigest()[:16], source=name, text=text, clean=text)
    by = len(before)
    return document, [
        replace(
            claim,
            id=f"{claim.id}{name[:2]}",
            source=name,
            subject=replace(claim.subject, span=moved(claim.subject.span, by)),
            object=replace(claim.object, span=moved(claim.object.span, by)),
            evidence=replace(
                claim.evidence,
                document=document.id,
                sentence=moved(claim.evidence.sentence, by),
                trigger=moved(claim.evidence.trigger, by),
            ),
        )
        for claim in claims_
    ]


def stored(*pairs, decisions=()):
    return in_memory((quad for document, stated in pairs for quad in quads(document, stated)), ONTOLOGY, decisions)


def lines(store):
    return sorted(map(str, store))


ORIGINAL = (DOCUMENT, [PLAIN])
SYNDICATED = copied("bb.txt", "The Fjord reports. ")


def test_the_same_sentence_of_two_documents_is_one_claim():
    store = stored(ORIGINAL, SYNDICATED)
    (claim,) = claims(store)
    sentence = SYNDICATED[1][0].evidence.sentence
    assert replace(claim, copies=()) == PLAIN
    assert claim.copies == (Copy("bb.txt", SYNDICATED[0].id, sentence, PLAIN.evidence.quote),)
    assert len(documents(store)) == 2
    assert validate(store, shipped() / "shapes.ttl") == []
    assert resolved(store) == {term("claim:aa01bb"): term("claim:aa01")}


def test_the_order_of_documents_does_not_count():
    third = copied("cc.txt", "Elsewhere. ")
    assert lines(stored(ORIGINAL, SYNDICATED, third)) == lines(stored(third, SYNDICATED, ORIGINAL))


def test_however_documents_are_put_together_the_graph_is_the_same():
    """(A + B) + C is A + (B + C), and A + A is A."""
    parts = [quads(document, stated) for document, stated in (ORIGINAL, SYNDICATED, copied("cc.txt", "Elsewhere. "))]
    groupings = ([[0, 1], [2]], [[0], [1, 2]], [[2, 1], [0, 2], [1]])
    graphs = [
        lines(in_memory((quad for group in groups for number in group for quad in parts[number]), ONTOLOGY)) for groups in groupings
    ]
    assert graphs[0] == graphs[1] == graphs[2]


def test_white_space_and_case_make_no_other_sentence():
    other = copied("bb.txt", "So. ")
    text = other[0].text.replace("Norway sanctioned", "NORWAY\nsanctioned")
    (claim,) = other[1]
    shouted = replace(claim, evidence=replace(claim.evidence, quote=claim.evidence.sentence.of(text)))
    assert len(list(claims(stored(ORIGINAL, (replace(other[0], text=text), [shouted]))))) == 1


@pytest.mark.parametrize(
    "about", [{"polarity": "negated"}, {"factuality": "denied"}, {"object": PLAIN.subject}, {"time": HEDGED.time}]
)
def test_what_says_something_else_stays(about):
    document, (claim,) = copied("bb.txt", "So. ")
    enums = {name: type(getattr(claim, name))(value) if isinstance(value, str) else value for name, value in about.items()}
    store = stored(ORIGINAL, (document, [replace(claim, **enums)]))
    assert len(list(claims(store))) == 2


def test_a_sentence_that_stands_twice_in_one_document_makes_two_claims():
    again = replace(PLAIN, id="aa09")
    assert len(list(claims(stored((DOCUMENT, [PLAIN, again]))))) == 2
    assert len(list(claims(stored((DOCUMENT, [PLAIN, again]), SYNDICATED)))) == 2


def test_who_is_merged_makes_claims_the_same():
    """Actors are merged first: two names of one make no two claims."""
    document, (claim,) = copied("bb.txt", "So. ")
    chad = replace(CHAD, iri=term("actor:chad-"), label="CHAD", known=False)
    assert len(list(claims(stored(ORIGINAL, (document, [replace(claim, object=replace(claim.object, entity=chad))]))))) == 1


def test_who_is_known_is_found_behind_a_spelling_that_the_ontology_does_not_have():
    eun = replace(ZOE, iri=term("actor:kim-jong-eun"), label="Kim Jong Eun", country="")
    store = stored((DOCUMENT, [replace(PLAIN, subject=replace(PLAIN.subject, entity=eun))]))
    (claim,) = claims(store)
    assert claim.subject.entity == ONTOLOGY.actors[term("actor:kim-jong-un")].actor
    assert any("kim-jong-un" in line and "altLabel" in line and "Kim Jong Eun" in line for line in lines(store))
    assert validate(store, shipped() / "shapes.ttl") == []


@settings(max_examples=25, deadline=None)
@given(strategies.corpora(), st.booleans())
def test_merging_copies_keeps_every_quote_and_is_independent_of_order(corpus, twice):
    pairs = [
        *corpus,
        *(
            (replace(document, id=f"{document.id[:-2]}zz"), [_of(claim, document) for claim in stated])
            for document, stated in corpus
            if twice
        ),
    ]
    store, other = stored(*pairs), stored(*reversed(pairs))
    assert lines(store) == lines(other)
    for claim in claims(store):
        assert claim.evidence.sentence.of(documents(store)[claim.evidence.document].text) == claim.evidence.quote
        for copy in claim.copies:
            assert copy.sentence.of(documents(store)[copy.document].text) == copy.quote


def _of(claim, document):
    return replace(claim, id=f"{claim.id}zz", evidence=replace(claim.evidence, document=f"{document.id[:-2]}zz"))


def decided(verdict, *of, **about):
    return Decision(verdict, of, **about)


def test_a_confirmed_claim_is_sure_and_says_by_whom():
    decision = decided(Verdict.CONFIRM, term("claim:aa01"), who="Ada Berg", when="2026-11-28", why="read it")
    store = stored(ORIGINAL, decisions=[decision])
    (claim,) = claims(store)
    assert (claim.confidence, claim.confirmed) == (1.0, "Ada Berg")
    assert validate(store, shipped() / "shapes.ttl") == []
    assert effects(store) == {node(decision): "Norway - sanctions - Chad: Norway sanctioned Chad."}


def test_a_decision_about_a_copy_is_one_about_the_claim():
    store = stored(ORIGINAL, SYNDICATED, decisions=[decided(Verdict.CONFIRM, term("claim:aa01bb"))])
    (claim,) = claims(store)
    assert (claim.confidence, claim.confirmed) == (1.0, "")


def test_a_rejected_claim_is_left_out_with_its_edge_and_is_recorded():
    decision = decided(Verdict.REJECT, term("claim:aa01"), who="Ada Berg")
    store = stored(ORIGINAL, SYNDICATED, decisions=[decision])
    assert list(claims(store)) == []
    assert actors(store) == []
    assert len(documents(store)) == 2
    assert validate(store, shipped() / "shapes.ttl") == []
    assert effects(store)[node(decision)] == "Norway - sanctions - Chad: Norway sanctioned Chad."


def test_what_others_need_stays_when_a_claim_is_rejected():
    pair = (DOCUMENT, [PLAIN, replace(PLAIN, id="aa03"), HEDGED])
    kept = stored(pair, decisions=[decided(Verdict.REJECT, term("claim:aa03"))])
    assert [quad for quad in lines(kept) if "/decision/" not in quad] == lines(stored((DOCUMENT, [PLAIN, HEDGED])))
    left = stored(pair, decisions=[decided(Verdict.REJECT, term(f"claim:{HEDGED.id}"))])
    assert validate(left, shipped() / "shapes.ttl") == []
    assert ZOE not in actors(left)


def test_a_new_name_takes_the_place_of_the_old_one_which_is_kept():
    decision = decided(Verdict.RENAME, CHAD.iri, label="Republic of Chad")
    store = stored(ORIGINAL, SYNDICATED, decisions=[decision])
    assert {actor.label for actor in actors(store)} == {"Norway", "Republic of Chad"}
    assert any("altLabel" in line and '"Chad"' in line for line in lines(store))


def test_a_hidden_actor_is_left_out_and_speaks_no_more():
    store = stored((DOCUMENT, [PLAIN, HEDGED]), decisions=[decided(Verdict.HIDE, ZOE.iri)])
    assert ZOE not in actors(store)
    assert len(list(claims(store))) == 2
    assert [said.speaker for claim in claims(store) for said in claim.attribution if said.source_spans] == [None] * sum(
        bool(said.source_spans) for said in HEDGED.attribution
    )
    assert validate(store, shipped() / "shapes.ttl") == []
    assert list(claims(stored((DOCUMENT, [PLAIN, HEDGED]), decisions=[decided(Verdict.HIDE, NORWAY.iri)]))) == []


def test_a_decision_about_nothing_that_is_there_is_not_recorded():
    decisions = [decided(Verdict.REJECT, term("claim:ffff")), decided(Verdict.HIDE, term("actor:nobody"))]
    assert lines(stored(ORIGINAL, decisions=decisions)) == lines(stored(ORIGINAL))
