"""Whose words a quotation has, and who is introduced with a role."""

from dataclasses import replace

import pytest

from kg.extract.corefer.speaker import Speakers
from kg.extract.mention.bearer import bearer
from kg.model import Span
from tests.extract.parses import token
from tests.extract.pointing import document, left, quoted, said

VERBS = frozenset({"say", "tell"})
INNER = "he/PRP/nsubj>left"
ALONE = quoted(INNER)
TWO = (
    "Falk/NNP/nsubj>told told~tell/VBD/ROOT Okoro/NNP/dobj>told that/IN/mark>said Silva/NNP/nsubj>said said~say/VBD/ccomp>told "
    "\"/``/punct>left he/PRP/nsubj>left left~leave/VBD/ccomp>said \"/''/punct>left"
)
INSIDE = "\"/``/punct>said Silva/NNP/nsubj>said said~say/VBD/ROOT so/RB/advmod>said \"/''/punct>said"
HALF = "\"/``/punct>said Silva/NNP/nsubj>said \"/''/punct>said said~say/VBD/ROOT"
NOUN = INSIDE.replace("said~say/VBD", "saying~say/NN").replace("said", "saying")


def speaker(*notations, blocks=None):
    """The sentence and the word that name who says the first quotation of a document."""
    sentences, quotes = document(*notations)
    numbered = [
        (replace(sentence, block=block), structure, named)
        for (sentence, structure, named), block in zip(sentences, blocks or [0] * len(sentences), strict=True)
    ]
    speakers = Speakers(numbered, quotes, VERBS)
    found = speakers.around(Span(quotes[-1].start + 1, quotes[-1].end - 1))
    return None if found is None else (found[0], found[1].text)


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([quoted(INNER, "Silva")], (0, "Silva"), id="behind it"),
        pytest.param([TWO], (0, "Silva"), id="the nearest"),
        pytest.param([quoted(INNER, "he")], (0, "he"), id="a pronoun"),
        pytest.param([quoted(INNER, "Silva", verb="fell~fall")], None, id="another verb"),
        pytest.param([ALONE], None, id="nobody"),
        pytest.param([INSIDE], None, id="not a speaker inside it"),
        pytest.param([HALF], None, id="whose verb is outside"),
        pytest.param([NOUN], None, id="no verb"),
        pytest.param([said("Silva"), ALONE], None, id="of another sentence"),
        pytest.param([quoted(INNER, "Silva"), ALONE], (0, "Silva"), id="a quotation goes on"),
        pytest.param([quoted(INNER, "Silva"), ALONE, ALONE], (0, "Silva"), id="and on"),
        pytest.param([quoted(INNER, "Silva"), quoted(INNER, "Okoro")], (1, "Okoro"), id="unless it has a speaker"),
        pytest.param([quoted(INNER, "Silva"), *[left("Norway")] * 20, ALONE], None, id="too far away"),
    ],
)
def test_around(sentences, expected):
    assert speaker(*sentences) == expected


def test_a_quotation_does_not_go_on_in_another_paragraph():
    assert speaker(quoted(INNER, "Silva"), ALONE, blocks=[0, 1]) is None


def test_a_quotation_over_two_sentences_has_one_speaker():
    first = '"/``/punct>left he/PRP/nsubj>left left~leave/VBD/ROOT'
    last = "Peru/NNP/nsubj>left left~leave/VBD/ccomp>said ,/,/punct>said \"/''/punct>said Silva/NNP/nsubj>said said~say/VBD/ROOT"
    assert speaker(first, last) == (1, "Silva")


def test_inside_and_said_by():
    sentences, quotes = document(quoted(INNER, "Silva"), said("Okoro"))
    speakers = Speakers(sentences, quotes, VERBS)
    (first, *_), (second, *_) = sentences
    he, silva, okoro = token(first, "he"), token(first, "Silva"), token(second, "Okoro")
    assert [speakers.is_inside(first.span(word)) for word in (he, silva)] == [True, False]
    assert speakers.around(first.span(silva)) is None
    assert [speakers.said_by(silva, first), speakers.said_by(he, first), speakers.said_by(okoro, second)] == [quotes, [], []]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param("minister/NN/compound>Falk Falk/NNP/ROOT", "Zoe Falk", id="before the name"),
        pytest.param("minister/NN/nmod>chief chief/NN/compound>Falk Falk/NNP/ROOT", "Zoe Falk", id="with more words between"),
        pytest.param("Falk/NNP/nsubj>left minister/NN/appos>Falk left/VBD/ROOT", "Zoe Falk", id="beside the name"),
        pytest.param("minister/NN/nsubj>left Falk/NNP/appos>minister left/VBD/ROOT", "Zoe Falk", id="with the name beside it"),
        pytest.param("minister/NN/nsubj>left left/VBD/ROOT", None, id="nobody"),
        pytest.param("minister/NN/nsubj>left Norway/NNP/appos>minister left/VBD/ROOT", None, id="no state"),
        pytest.param("minister/NN/compound>left left/VBD/ROOT", None, id="before no noun"),
    ],
)
def test_bearer(notation, expected):
    (sentence, _, mentions), *_ = document(notation)[0]
    found = bearer(token(sentence, "minister"), mentions.actors)
    assert (found and found.entity.label) == expected
