"""Which of the issues that a document names a relation is about."""

from dataclasses import replace

import pytest

from kg.extract.concern import Headline, concerns, headline
from kg.extract.reading import Reading
from kg.extract.relate import Related
from kg.extract.topic import Topics
from kg.model import Argument, BlockKind, Issue, Mention, RelationGroup, Span
from kg.ontology import IssueEntry, term
from tests.extract.ontologies import relation
from tests.extract.parses import CHAD, FALK, FISHING, KENYA, NORWAY, OIL, PERU, read, token

HERRING, COD = (Issue(term(f"issue:{name}"), name) for name in ("herring", "cod"))
ENTRIES = (
    IssueEntry(FISHING, ("fishing",)),
    IssueEntry(OIL, ("oil",), "", (PERU.iri,)),
    IssueEntry(HERRING, ("herring",), FISHING.iri, (NORWAY.iri, CHAD.iri)),
    IssueEntry(COD, ("cod",), FISHING.iri, (PERU.iri,)),
)
KNOWN = Topics(
    {entry.issue.iri: entry for entry in ENTRIES},
    prepositions=frozenset({"on", "over"}),
    reasons=frozenset({"for"}),
    verbs=frozenset({"discuss"}),
    agenda=frozenset({"agenda"}),
    contrasts=frozenset({"despite", "while"}),
    times=frozenset({"when"}),
    occasions=frozenset({"eve"}),
)
HIT = "Norway/NNP/nsubj>hit hit/VBD/ROOT Chad/NNP/dobj>hit"
MORE = {"herring": HERRING, "cod": COD}
ACTORS = {actor.label.split()[-1]: actor for actor in (NORWAY, CHAD, PERU, KENYA, FALK)}


def reading_of(notation: str, **more) -> Reading:
    reading = read(notation, **more)
    extra = {w.i: Mention(reading.span(w), MORE[w.text], "phrase") for w in reading.sentence.tokens if w.text in MORE}
    return replace(reading, mentions=replace(reading.mentions, issues=reading.mentions.issues | extra))


def related(reading, subject, words, obj, *, concern=(), title=False, **kind):
    """A relation between two named words, expressed by others."""
    entities = {**ACTORS, "oil": OIL}
    ends = [Argument(entities[word], reading.span(token(reading.sentence, word))) for word in (subject, obj)]
    tokens = tuple(token(reading.sentence, word) for word in words.split())
    return Related(relation("hits", "X hits Y", **kind), *ends, tokens, concern, "X hits Y", title)


def about(notation, words="hit", *, ends=("Norway", "Chad"), head=None, known=KNOWN, **more):
    """The issues of one relation, each with its reason."""
    reading = reading_of(notation)
    found = concerns(reading, [related(reading, ends[0], words, ends[1], **more)], known, head)
    return [(issue.entity.label, issue.reason) for issue in found[0]]


def test_a_sentence_without_relations():
    assert concerns(reading_of(f"{HIT} over/IN/prep>hit oil/NN/pobj>over"), [], KNOWN) == []


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("over/IN/prep>hit oil/NN/pobj>over", ["oil"], id="phrase"),
        pytest.param("over/IN/prep>hit cod/NN/pobj>over and/CC/cc>cod oil/NN/conj>cod", ["cod", "oil"], id="list"),
        pytest.param("over/IN/prep>hit oil/NN/pobj>over on/IN/prep>hit oil/NN/pobj>on", ["oil"], id="each once"),
        pytest.param("over/IN/prep>hit cod/NN/pobj>over and/CC/cc>cod fishing/NN/conj>cod", ["cod"], id="narrower"),
        pytest.param("to/TO/aux>win win/VB/advcl>hit oil/NN/dobj>win", ["oil"], id="purpose"),
        pytest.param("for/IN/prep>hit selling~sell/VBG/pcomp>for oil/NN/dobj>selling", ["oil"], id="reason"),
        pytest.param(
            "by/IN/prep>hit boats~boat/NNS/pobj>by selling~sell/VBG/acl>boats oil/NN/dobj>selling", ["oil"], id="participle"
        ),
    ],
)
def test_what_the_clause_names(rest, expected):
    assert about(f"{HIT} {rest}") == [(label, "") for label in expected]


TOPIC = "for/IN/prep>hit reasons~reason/NNS/pobj>for"  # says what the relation is about, so that no weaker issue is looked for
OTHERS = [
    pytest.param("and/CC/cc>hit sold~sell/VBD/conj>hit oil/NN/dobj>sold", id="coordinated"),
    pytest.param(";/:/punct>hit oil/NN/nsubj>fell fell~fall/VBD/parataxis>hit", id="loosely joined"),
    pytest.param("when/WRB/advmod>fell oil/NN/nsubj>fell fell~fall/VBD/advcl>hit", id="when"),
    pytest.param("while/IN/mark>fell oil/NN/nsubj>fell fell~fall/VBD/advcl>hit", id="contrast"),
    pytest.param("despite/IN/prep>hit oil/NN/pobj>despite", id="concession"),
    pytest.param(
        "on/IN/prep>hit eve/NN/pobj>on of/IN/prep>eve talks~talk/NNS/pobj>of on/IN/prep>talks oil/NN/pobj>on", id="occasion"
    ),
    pytest.param(",/,/punct>Chad which/WDT/nsubj>sells sells~sell/VBZ/relcl>Chad oil/NN/dobj>sells", id="who an actor is"),
    pytest.param(",/,/punct>Chad friend/NN/appos>Chad of/IN/prep>friend oil/NN/pobj>of", id="apposition"),
    pytest.param("selling~sell/VBG/acl>Chad oil/NN/dobj>selling", id="participle of an actor"),
]


@pytest.mark.parametrize("rest", OTHERS)
def test_what_only_another_clause_names(rest):
    assert about(f"{HIT} {TOPIC} {rest}") == []


def test_a_sentence_before_it_that_the_parser_takes_for_its_content():
    assert about(f"oil/NN/nsubj>fell fell~fall/VBD/ccomp>hit ;/:/punct>hit {HIT} {TOPIC}") == []
    assert about(f"{HIT} that/IN/mark>fell oil/NN/nsubj>fell fell~fall/VBD/ccomp>hit") == [("oil", "")]


def test_what_only_says_who_somebody_is_that_a_word_refers_to():
    reading = read(
        f"{HIT} {TOPIC} with/IN/prep>hit them/PRP/pobj>with selling~sell/VBG/acl>them oil/NN/dobj>selling", anaphors={"them": KENYA}
    )
    assert concerns(reading, [related(reading, "Norway", "hit", "Chad")], KNOWN) == [()]


def test_an_infinitive_on_an_actor_says_what_is_done():
    assert about(f"{HIT} to/TO/aux>sell sell/VB/acl>Chad oil/NN/dobj>sell") == [("oil", "")]


MET = "Norway/NNP/nsubj>met met~meet/VBD/ROOT Chad/NNP/dobj>met and/CC/cc>met"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("discussed~discuss/VBD/conj>met oil/NN/dobj>discussed", [("oil", "")], id="met and discussed"),
        pytest.param(
            "Norway/NNP/nsubj>discussed discussed~discuss/VBD/conj>met oil/NN/dobj>discussed",
            [("oil", "")],
            id="one of them discussed",
        ),
        pytest.param(
            "all/DT/nsubj>discussed discussed~discuss/VBD/conj>met oil/NN/dobj>discussed",
            [("oil", "")],
            id="a subject that names nobody",
        ),
        pytest.param("sold~sell/VBD/conj>met oil/NN/dobj>sold", [("oil", "same sentence")], id="did something else"),
        pytest.param(
            "Kenya/NNP/nsubj>discussed discussed~discuss/VBD/conj>met oil/NN/dobj>discussed",
            [("oil", "same sentence")],
            id="others discussed",
        ),
        pytest.param(
            "did~do/VBD/aux>discuss not/RB/neg>discuss discuss/VB/conj>met oil/NN/dobj>discuss",
            [("oil", "same sentence")],
            id="did not",
        ),
    ],
)
def test_what_the_same_actors_dealt_with(rest, expected):
    assert about(f"{MET} {rest}", "met") == expected


def test_what_a_talk_dealt_with():
    notation = "talks~talk/NNS/nsubj>discussed of/IN/prep>talks Norway/NNP/pobj>of and/CC/cc>Norway Chad/NNP/conj>Norway "
    assert about(notation + "discussed~discuss/VBD/ROOT oil/NN/dobj>discussed", "talks") == [("oil", "")]


PRAISE = "praise/NN/dobj>won for/IN/prep>praise Chad/NNP/pobj>for"


def test_the_word_of_another_relation_takes_its_issue_along():
    notation = f"Norway/NNP/nsubj>won won~win/VBD/ROOT {PRAISE} and/CC/cc>praise blame/NN/conj>praise of/IN/prep>blame Peru/NNP/pobj>of over/IN/prep>blame cod/NN/pobj>over"
    reading = reading_of(notation)
    one, other = related(reading, "Norway", "praise", "Chad"), related(reading, "Norway", "blame", "Peru")
    assert [[a.entity.label for a in found] for found in concerns(reading, [one, other], KNOWN)] == [[], ["cod"]]
    same = related(reading, "Norway", "blame", "Chad")
    assert [[a.entity.label for a in found] for found in concerns(reading, [one, same], KNOWN)] == [["cod"], ["cod"]]
    both = related(reading, "Norway", "praise blame", "Chad")
    assert [[a.entity.label for a in found] for found in concerns(reading, [both, other], KNOWN)] == [["cod"], ["cod"]]


def test_the_issue_of_the_relation_type():
    assert about(f"{HIT} over/IN/prep>hit oil/NN/pobj>over", issue=FISHING.iri) == [("fishing", "relation type"), ("oil", "")]
    assert about(f"{HIT} over/IN/prep>hit cod/NN/pobj>over", issue=FISHING.iri) == [("cod", "")]
    assert about(f"{HIT} over/IN/prep>hit oil/NN/pobj>over", issue=OIL.iri) == [("oil", "")]


def test_what_the_frame_says_it_is_about():
    assert about(HIT, concern=(Argument(OIL, Span(0, 3)),)) == [("oil", "")]


def test_what_names_an_end_is_no_issue():
    assert about("Norway/NNP/nsubj>hit hit/VBD/ROOT oil/NN/dobj>hit", ends=("Norway", "oil")) == []
    itself = Argument(OIL, Span(11, 15))
    assert about(HIT, concern=(itself,)) == []


@pytest.mark.parametrize(
    ("ends", "expected"),
    [(("Norway", "Chad"), "herring"), (("Peru", "Chad"), "cod"), (("Kenya", "Chad"), "fishing")],
)
def test_an_issue_is_narrowed_by_where_it_lies(ends, expected):
    local = replace(KNOWN, local={FISHING.iri: ENTRIES[2:]})
    notation = f"{ends[0]}/NNP/nsubj>hit hit/VBD/ROOT {ends[1]}/NNP/dobj>hit over/IN/prep>hit fishing/NN/pobj>over"
    assert about(notation, ends=ends, known=local) == [(expected, "")]
    assert about(notation, ends=ends) == [("fishing", "")]


def test_the_issue_of_the_relation_type_is_not_narrowed():
    assert about(HIT, issue=FISHING.iri, known=replace(KNOWN, local={FISHING.iri: ENTRIES[2:]})) == [("fishing", "relation type")]


ASIDE = "and/CC/cc>hit sold~sell/VBD/conj>hit"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param(f"{ASIDE} oil/NN/dobj>sold", ["oil"], id="one issue"),
        pytest.param(f"{ASIDE} oil/NN/dobj>sold and/CC/cc>oil cod/NN/conj>oil", [], id="two issues"),
        pytest.param(f"{ASIDE} cod/NN/dobj>sold and/CC/cc>cod fishing/NN/conj>cod", ["cod"], id="one and a broader"),
        pytest.param(f"{TOPIC} {ASIDE} oil/NN/dobj>sold", [], id="a topic of its own"),
        pytest.param(f"for/IN/prep>hit days~day/NNS/pobj>for=DATE {ASIDE} oil/NN/dobj>sold", ["oil"], id="a time is no topic"),
        pytest.param(f"on/IN/prep>Chad quotas~quota/NNS/pobj>on {ASIDE} oil/NN/dobj>sold", [], id="a topic on the object"),
        pytest.param("despite/IN/prep>hit oil/NN/pobj>despite", [], id="conceded"),
        pytest.param(
            "and/CC/cc>hit oil/NN/nsubj>was was~be/VBD/conj>hit on/IN/prep>was agenda/NN/pobj>on", ["oil"], id="on the agenda"
        ),
        pytest.param(
            f"{TOPIC} and/CC/cc>hit cod/NN/nsubj>was and/CC/cc>cod oil/NN/conj>cod was~be/VBD/conj>hit on/IN/prep>was agenda/NN/pobj>on",
            ["cod", "oil"],
            id="several on the agenda",
        ),
        pytest.param(
            "and/CC/cc>hit ships~ship/NNS/nsubj>was was~be/VBD/conj>hit on/IN/prep>was agenda/NN/pobj>on "
            "with/IN/prep>was oil/NN/pobj>with and/CC/cc>oil cod/NN/conj>oil",
            [],
            id="no issue on the agenda",
        ),
    ],
)
def test_what_the_rest_of_the_sentence_names(rest, expected):
    assert about(f"{HIT} {rest}") == [(label, "same sentence") for label in expected]


def test_an_end_is_no_topic():
    notation = f"Norway/NNP/nsubj>hit hit/VBD/ROOT over/IN/prep>hit Chad/NNP/pobj>over {ASIDE} oil/NN/dobj>sold"
    assert about(notation) == [("oil", "same sentence")]


def test_a_tie_is_about_nothing_beside_it():
    notation = f"{HIT} {ASIDE} oil/NN/dobj>sold"
    head = Headline(Argument(OIL, Span(0, 3), "headline"), frozenset({NORWAY.iri}), 0)
    assert about(notation, title=True, head=head) == about(notation, group=RelationGroup.TIE, head=head) == []


def test_what_the_clause_of_another_relation_names_is_not_beside():
    notation = f"{HIT} and/CC/cc>hit Peru/NNP/nsubj>hurt hurt/VBD/conj>hit Kenya/NNP/dobj>hurt over/IN/prep>hurt oil/NN/pobj>over"
    reading = reading_of(notation)
    one, other = related(reading, "Norway", "hit", "Chad"), related(reading, "Peru", "hurt", "Kenya")
    assert [[a.entity for a in found] for found in concerns(reading, [one, other], KNOWN)] == [[], [OIL]]


def test_what_the_object_is_engaged_in_with_a_third_party_is_beside():
    notation = (
        f"{HIT} over/IN/prep>hit oil/NN/pobj>over and/CC/cc>hit Peru/NNP/nsubj>backed backed~back/VBD/conj>hit Chad/NNP/dobj>backed"
    )
    reading = reading_of(notation)
    one, other = related(reading, "Norway", "hit", "Chad"), related(reading, "Peru", "backed", "Chad")
    back = related(reading, "Chad", "backed", "Norway")
    assert [[a.reason for a in found] for found in concerns(reading, [one, other], KNOWN)] == [[""], ["same sentence"]]
    assert [[a.reason for a in found] for found in concerns(reading, [one, back], KNOWN)] == [[""], []]


def head_of(*actors, issue=OIL, block=0):
    return Headline(Argument(issue, Span(0, 3), "headline"), frozenset(actor.iri for actor in actors), block)


def at_block(notation, block, kind=BlockKind.PARAGRAPH):
    reading = reading_of(notation)
    return replace(reading, sentence=replace(reading.sentence, block=block, kind=kind))


@pytest.mark.parametrize(
    ("notation", "head", "block", "expected"),
    [
        pytest.param(HIT, head_of(NORWAY, KENYA), 7, [OIL], id="it names an end"),
        pytest.param(f"{HIT} {TOPIC}", head_of(NORWAY), 7, [OIL], id="it names an end that has a topic"),
        pytest.param(HIT, head_of(KENYA), 1, [], id="it names others"),
        pytest.param(HIT, head_of(), 1, [OIL], id="it names nobody"),
        pytest.param(HIT, head_of(PERU), 1, [OIL], id="it names only where the issue lies"),
        pytest.param(HIT, head_of(), 2, [], id="not the paragraph below"),
        pytest.param(f"{HIT} {TOPIC}", head_of(), 1, [], id="a topic of its own"),
        pytest.param(HIT.replace("Chad", "Peru"), head_of(), 7, [OIL], id="an end where the issue lies"),
        pytest.param(f"{HIT} over/IN/prep>hit cod/NN/pobj>over", head_of(NORWAY), 1, [COD], id="the clause names one"),
        pytest.param(HIT, None, 1, [], id="no headline"),
    ],
)
def test_the_issue_of_the_headline(notation, head, block, expected):
    reading = at_block(notation, block)
    one = related(reading, "Norway", "hit", "Peru" if "Peru" in notation else "Chad")
    assert [a.entity for a in concerns(reading, [one], KNOWN, head)[0]] == expected


def test_a_headline_is_not_about_its_own_issue_again():
    reading = at_block(HIT, 0, BlockKind.HEADLINE)
    assert concerns(reading, [related(reading, "Norway", "hit", "Chad")], KNOWN, head_of(NORWAY)) == [()]


def test_a_headline_that_names_one_issue():
    top = at_block("Oslo/NNP/nsubj>sells sells~sell/VBZ/ROOT oil/NN/dobj>sells", 3, BlockKind.HEADLINE)
    below = at_block(f"{HIT} over/IN/prep>hit cod/NN/pobj>over", 4)
    assert headline([top, below], KNOWN) == Headline(Argument(OIL, Span(11, 14), "headline"), frozenset({NORWAY.iri}), 3)


@pytest.mark.parametrize(
    ("issues", "expected"), [("oil/NN/ROOT and/CC/cc>oil cod/NN/conj>oil", None), ("cod/NN/ROOT fishing/NN/appos>cod", COD)]
)
def test_a_headline_that_names_several(issues, expected):
    found = headline([at_block(issues, 0, BlockKind.HEADLINE)], KNOWN)
    assert (found and found.issue.entity) == expected


def test_a_document_without_a_headline():
    assert headline([at_block(HIT, 0)], KNOWN) is None
