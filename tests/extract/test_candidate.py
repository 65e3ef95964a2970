"""What may be claimed, where only the words of a frame are certain."""

import pytest

from kg.extract.candidate import find_candidates
from kg.extract.extractor import Extractor
from kg.extract.frame import compile_frames
from kg.model import RelationGroup
from kg.ontology import load
from kg.read.load import document
from kg.read.source import Source
from tests.extract.ontologies import lemmatize, ontology, relation
from tests.extract.parses import MARSH, read

BUILDS = (
    "Norway/NNP/nsubj>funds funds~fund/VBZ/ROOT two/CD/nummod>schools schools/NNS/dobj>funds "
    "for/IN/prep>schools children/NNS/pobj>for near/IN/prep>children Chad/NNP/pobj>near"
)
ORDER = (
    "Norway/NNP/nsubj>warned after/IN/prep>warned talks~talk/NNS/pobj>after in/IN/prep>talks Peru/NNP/pobj>in "
    "warned~warn/VBD/ROOT the/DT/det>friends friends/NNS/dobj>warned of/IN/prep>friends Chad/NNP/pobj>of "
    "near/IN/prep>warned Kenya/NNP/pobj>near"
)
CLAUSE = "Norway/NNP/nsubj>fears fears~fear/VBZ/ROOT that/IN/mark>leaves Chad/NNP/nsubj>leaves leaves~leave/VBZ/ccomp>fears Kenya/NNP/dobj>leaves"
OTHERS = "Norway/NNP/nsubj>fears fears~fear/VBZ/ROOT that/IN/mark>leaves nobody/NN/nsubj>leaves leaves~leave/VBZ/ccomp>fears Kenya/NNP/dobj>leaves"
FIRST_NAMED = "Norway/NNP/nsubj>funds funds~fund/VBZ/ROOT camps/NNS/dobj>funds of/IN/prep>camps rebels/NNS/pobj>of near/IN/prep>funds Kenya/NNP/pobj>near"
IDLE = "schools/NNS/nsubj>fund fund/VBP/ROOT Chad/NNP/dobj>fund and/CC/cc>Chad Norway/NNP/conj>Chad"
ITSELF = "Norway/NNP/nsubj>funds funds~fund/VBZ/ROOT schools/NNS/dobj>funds near/IN/prep>schools Oslo/NNP/pobj>near"


def found(notation, *relations, taken=(), anaphors=None):
    reading = read(notation, anaphors=anaphors)
    index = compile_frames(ontology(relations=relations), lemmatize)
    matches = find_candidates(reading, index, frozenset(taken))
    return [(m.subjects[0].entity.label, m.pattern.entry.relation.label, m.objects[0].entity.label, m.candidate) for m in matches]


FUNDS, WARNS, FEARS = relation("aids", "X funds Y"), relation("warns", "X warns Y"), relation("fears", "X fears Y")


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (BUILDS, [("Norway", "aids", "Chad", True)]),
        (ORDER, [("Norway", "warns", "Chad", True)]),
        (CLAUSE, [("Norway", "fears", "Chad", True)]),
        (FIRST_NAMED, [("Norway", "aids", "Kenya", True)]),
        (FIRST_NAMED.replace("Kenya", "Snow"), [("Norway", "aids", "rebels", True)]),
        (OTHERS, []),
        (IDLE, []),
        (ITSELF, []),
        (BUILDS.replace("Norway", "Snow"), []),
    ],
    ids=["deep", "object-first", "subject-of-clause", "named-first", "unnamed", "other-deed", "no-agent", "itself", "one-name"],
)
def test_a_verb_its_subject_and_the_nearest_actor_in_what_it_says(notation, expected):
    assert found(notation, FUNDS, WARNS, FEARS) == expected


def test_what_was_read_with_certainty_is_no_candidate():
    assert found(BUILDS, FUNDS, taken=[1]) == []


def test_the_most_specific_frame_whose_words_stand_near_names_the_relation():
    narrow, far = relation("builds", "X funds schools in Y"), relation("arms", "X funds rebels in Y")
    assert found(BUILDS, FUNDS, narrow, far) == [("Norway", "builds", "Chad", True)]


@pytest.mark.parametrize(
    "entry",
    [
        relation("tie", "X funds Y", group=RelationGroup.TIE),
        relation("issue", "X funds Y", takes="issue"),
        relation("says", "X funds that Y leaves"),
        relation("noun", "X's fund for Y"),
    ],
    ids=["tie", "issue", "clause", "noun"],
)
def test_only_deeds_and_stances_of_a_verb_towards_an_actor_are_candidates(entry):
    assert found(BUILDS + " leaves~leave/VBZ/ccomp>funds", entry) == []


TOLD = "Norway/NNP/nsubj>told told~tell/VBD/ROOT Chad/NNP/dobj>told"
SPOKE = "Norway/NNP/nsubj>spoke spoke~speak/VBD/ROOT {}/IN/prep>spoke Chad/NNP/pobj>{}"
FAR = "Norway/NNP/nsubj>spoke spoke~speak/VBD/ROOT of/IN/prep>spoke Chad/NNP/pobj>of near/IN/prep>Chad hills/NNS/pobj>near for/IN/prep>hills rent/NN/pobj>for"


@pytest.mark.parametrize(
    ("notation", "frame", "there"),
    [
        (TOLD, "X tells Y to leave Y", False),
        (TOLD + " to/TO/aux>leave leave/VB/xcomp>told Peru/NNP/dobj>leave", "X tells Y to *", True),
        (SPOKE.format("for", "for"), "X speaks for Y's *", True),
        (SPOKE.format("of", "of"), "X speaks for Y's *", False),
        (FAR, "X speaks for Y's *", False),
    ],
    ids=["nothing-asked", "asked", "preposition", "other-preposition", "preposition-elsewhere"],
)
def test_what_a_frame_asks_for_must_be_there(notation, frame, there):
    assert bool(found(notation, relation("warns", frame))) is there


def test_pronouns_can_be_ends():
    back = "he/PRP/nsubj>funds" + BUILDS.removeprefix("Norway/NNP/nsubj>funds")
    assert found(back, FUNDS, anaphors={"he": MARSH}) == [("Kit Marsh", "aids", "Chad", True)]


@pytest.mark.model
def test_a_candidate_is_marked_unsure_and_never_asserted():
    text = "Norway imposed new rules that would touch many exporters of fish in Chad."
    extractor = Extractor(load())
    source = document(Source(text), "fish")
    certain = list(extractor.claims(source))
    added = [claim for claim in extractor.claims(source, candidates=True) if claim not in certain]
    assert added
    for claim in added:
        assert claim.candidate
        assert claim.confidence < 0.5
        assert not claim.asserted
        assert "candidate" in str(claim)
