"""Names of an unknown kind: they may be those of actors, for candidates alone."""

import pytest

from kg.extract.candidate import find_guesses
from kg.extract.extractor import Extractor
from kg.extract.frame import compile_frames
from kg.extract.loose import GUESSED, loosened
from kg.model import ActorKind, RelationGroup
from kg.ontology import load
from kg.read.load import document
from kg.read.source import Source
from tests.extract.ontologies import lemmatize, ontology, relation
from tests.extract.parses import read

FUNDS = "Norway/NNP/nsubj>funds funds~fund/VBZ/ROOT {}/dobj>funds"


def guessed(notation):
    reading = loosened(read(notation))
    found = {mention.span: mention for mention in reading.mentions.actors.values() if mention.reason == GUESSED}
    return [(mention.entity.label, mention.entity.kind) for mention in found.values()]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (FUNDS.format("Quill/NNP"), [("Quill", ActorKind.ORGANIZATION)]),
        (FUNDS.format("Quill/NNP") + "=PERSON", [("Quill", ActorKind.PERSON)]),
        (FUNDS.format("Greens/NNPS") + "=NORP", [("Greens", ActorKind.POPULATION)]),
        (
            "Norway/NNP/nsubj>funds funds~fund/VBZ/ROOT Grey/NNP/compound>Quill Quill/NNP/dobj>funds",
            [("Grey Quill", ActorKind.ORGANIZATION)],
        ),
        (FUNDS.format("Monday/NNP") + "=DATE", []),
        (FUNDS.format("schools/NNS"), []),
    ],
    ids=["unlabelled", "person", "group", "two-words", "date", "common-noun"],
)
def test_proper_nouns_that_nothing_explains_may_be_actors(notation, expected):
    assert guessed(notation) == expected


def test_without_such_a_name_the_reading_stays_the_same():
    reading = read(FUNDS.format("Chad/NNP"))
    assert loosened(reading) is reading


def test_names_one_after_the_other_are_two_where_a_word_parts_them():
    listed = FUNDS.format("Quill/NNP") + " and/CC/cc>Quill Marl/NNP/conj>Quill"
    assert [name for name, _ in guessed(listed)] == ["Quill", "Marl"]


@pytest.mark.parametrize(
    ("group", "taken", "expected"),
    [
        (RelationGroup.ACT, (), [("Norway", "Quill", True)]),
        (RelationGroup.ACT, (1,), []),
        (RelationGroup.TIE, (), []),
    ],
    ids=["deed", "read-with-certainty", "tie"],
)
def test_a_frame_that_a_guess_completes_is_a_candidate(group, taken, expected):
    index = compile_frames(ontology(relations=[relation("aids", "X funds Y", group=group)]), lemmatize)
    found = find_guesses(loosened(read(FUNDS.format("Quill/NNP"))), index, frozenset(taken))
    assert [(m.subjects[0].entity.label, m.objects[0].entity.label, m.candidate) for m in found] == expected


@pytest.mark.model
def test_an_end_that_is_a_guess_is_in_candidates_only():
    source = document(Source("Norway thanked the Oakvales for their help."), "club")
    extractor = Extractor(load())
    claims = [*extractor.claims(source, candidates=True)]
    assert any(GUESSED in {claim.subject.reason, claim.object.reason} for claim in claims)
    assert all(claim.candidate for claim in claims if GUESSED in {claim.subject.reason, claim.object.reason})
