"""Sentences without a cue between two that report the same speaker."""

from dataclasses import replace

import pytest

from kg.extract.attribute import attributions, continuations, reporting_words
from kg.extract.reading import Reading
from kg.model import BlockKind, Factuality, Span
from kg.ontology import Cue
from tests.extract.parses import read

WORDS = reporting_words(
    [
        Cue("say", {"verb": frozenset({"say"})}, reports=True),
        Cue("should", {"modal": frozenset({"should"})}, Factuality.DEMANDED),
        Cue("will", {"modal": frozenset({"will"})}, Factuality.PREDICTED),
    ]
)
SAID = "Falk/NNP/nsubj>said said~say/VBD/ROOT Chad/NNP/nsubj>won won~win/VBD/ccomp>said today/NN/npadvmod>won"
SHOULD = "Chad/NNP/nsubj>leave should/MD/aux>leave leave/VB/ROOT"
WILL = "Chad/NNP/nsubj>leave will/MD/aux>leave leave/VB/ROOT"
IS = "Chad/NNP/nsubj>is is~be/VBZ/ROOT weak/JJ/acomp>is"
LEFT = "Chad/NNP/nsubj>left left~leave/VBD/ROOT"
HERSELF = "Falk/NNP/nsubj>leave should/MD/aux>leave leave/VB/ROOT"
OTHER = SAID.replace("Falk", "Silva")


def document(*notations, blocks=(), kinds=()):
    readings: list[Reading] = []
    offset = 0
    for at, notation in enumerate(notations):
        reading = read(notation)
        block = blocks[at] if blocks else 0
        kind = kinds[at] if kinds else BlockKind.PARAGRAPH
        readings.append(replace(reading, sentence=replace(reading.sentence, offset=offset, block=block, kind=kind)))
        offset += len(reading.sentence.text) + 1
    return readings


def found(readings, quotes=()):
    said = attributions(readings, WORDS, quotes)
    starts = [reading.sentence.extent.start for reading in readings]
    inferred = continuations(readings, said, quotes, WORDS)
    assert all(one.inferred and one.cue == "said" for one in inferred)
    return [(starts.index(one.content_spans[0].start), one.speaker.entity.label) for one in inferred]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param((SAID, SHOULD, SAID), [1], id="what should be"),
        pytest.param((SAID, SHOULD, SHOULD, SAID), [1, 2], id="two of them"),
        pytest.param((SAID, SHOULD, SHOULD, SHOULD, SAID), [], id="three of them"),
        pytest.param((SAID, IS, SAID), [1], id="what is"),
        pytest.param((SAID, IS, SHOULD, SAID), [], id="what is, but not right between"),
        pytest.param((SAID, WILL, SAID), [], id="what will be"),
        pytest.param((SAID, LEFT, SAID), [], id="what was"),
        pytest.param((SAID, SHOULD, LEFT, SAID), [], id="one of two that was"),
        pytest.param((SAID, HERSELF, SAID), [], id="what the speaker does"),
        pytest.param((SAID, SHOULD, OTHER), [], id="two speakers"),
        pytest.param((SAID, SHOULD), [], id="nothing behind"),
        pytest.param((SHOULD, SAID), [], id="nothing before"),
        pytest.param((SAID, SAID), [], id="nothing between"),
        pytest.param(("weak/JJ/ROOT", SHOULD, SAID), [], id="no report before"),
        pytest.param((SAID, "weak/JJ/ROOT", SAID), [], id="no clause"),
        pytest.param((SAID, OTHER, SHOULD, SAID), [], id="another in between"),
    ],
)
def test_continuations(sentences, expected):
    assert found(document(*sentences)) == [(at, "Zoe Falk") for at in expected]


@pytest.mark.parametrize(
    ("blocks", "sentence", "expected"),
    [
        pytest.param((0, 1, 2), SHOULD, True, id="from paragraph to paragraph"),
        pytest.param((0, 1, 2), IS, False, id="what is, in a paragraph of its own"),
        pytest.param((0, 0, 2), SHOULD, False, id="a paragraph is left out"),
    ],
)
def test_paragraphs(blocks, sentence, expected):
    assert bool(found(document(SAID, sentence, SAID, blocks=blocks))) is expected


def test_a_heading_lies_between():
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH)
    assert found(document(SAID, SHOULD, SAID, kinds=kinds)) == []


def test_what_is_quoted_has_its_own_speaker():
    readings = document(SAID, SHOULD, SAID)
    inside = readings[1].sentence.extent
    assert found(readings, [Span(inside.start, inside.end)]) == []
