"""Whether what happens is still to come, as the verbs above a time say; sentences are parsed by hand."""

import pytest

from kg.extract.time.tense import is_future, is_past
from kg.extract.time.words import TimeWords
from tests.extract.parses import parse, token
from tests.extract.times import world

WORDS = TimeWords.of(world())
MAY = "in/IN/prep>{0} May/NNP/pobj>in"


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("They/PRP/nsubj>meet will/MD/aux>meet meet/VB/ROOT " + MAY.format("meet"), True),
        ("They/PRP/nsubj>met met~meet/VBD/ROOT " + MAY.format("met"), False),
        ("They/PRP/nsubj>met may/MD/aux>met have~have/VB/aux>met met~meet/VBN/ROOT " + MAY.format("met"), False),
        ("They/PRP/nsubj>agreed agreed~agree/VBD/ROOT to/TO/aux>meet meet/VB/xcomp>agreed " + MAY.format("meet"), True),
        ("They/PRP/nsubj>agreed agreed~agree/VBD/ROOT " + MAY.format("agreed"), False),
        ("They/PRP/nsubj>failed failed~fail/VBD/ROOT to/TO/aux>meet meet/VB/xcomp>failed " + MAY.format("meet"), False),
        ("They/PRP/nsubj>flew flew~fly/VBD/ROOT to/TO/aux>meet meet/VB/advcl>flew " + MAY.format("meet"), False),
        (
            "They/PRP/nsubj>want want/VBP/ROOT to/TO/aux>try try/VB/xcomp>want to/TO/aux>meet meet/VB/xcomp>try "
            + MAY.format("meet"),
            True,
        ),
        ("A/DT/det>plan plan/NN/ROOT to/TO/aux>meet meet/VB/acl>plan " + MAY.format("meet"), True),
        ("To/TO/aux>meet meet/VB/ROOT " + MAY.format("meet"), False),
        (
            "They/PRP/nsubj>come will/MD/aux>come come/VB/ROOT and/CC/cc>come meet/VB/conj>come " + MAY.format("meet"),
            True,
        ),
        ("Talks/NNS/ROOT due/JJ/amod>Talks " + MAY.format("due"), True),
        ("upcoming/JJ/amod>talks talks/NN/ROOT " + MAY.format("talks"), True),
        ("Talks/NNS/ROOT scheduled~schedule/VBN/acl>Talks for/IN/prep>scheduled May/NNP/pobj>for", True),
        ("Talks/NNS/ROOT scheduled~schedule/VBN/acl>Talks " + MAY.format("scheduled"), False),
        ("Talks/NNS/ROOT " + MAY.format("Talks"), False),
        ("It/PRP/nsubj>ends ends~end/VBZ/ROOT " + MAY.format("ends"), True),
        ("It/PRP/nsubj>says says~say/VBZ/ROOT " + MAY.format("says"), False),
        ("They/PRP/nsubj>meeting are~be/VBP/aux>meeting meeting~meet/VBG/ROOT " + MAY.format("meeting"), True),
        ("They/PRP/nsubj>meeting were~be/VBD/aux>meeting meeting~meet/VBG/ROOT " + MAY.format("meeting"), False),
    ],
)
def test_what_is_still_to_come(text, future):
    assert is_future(token(parse(text), "May"), WORDS) is future


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("It/PRP/nsubj>lasted lasted~last/VBD/ROOT until/IN/prep>lasted May/NNP/pobj>until", True),
        ("It/PRP/nsubj>lasted had~have/VBD/aux>lasted lasted~last/VBN/ROOT until/IN/prep>lasted May/NNP/pobj>until", True),
        (
            "It/PRP/nsubjpass>extended was~be/VBD/auxpass>extended extended~extend/VBN/ROOT until/IN/prep>extended May/NNP/pobj>until",
            False,
        ),
        ("Open/JJ/ROOT until/IN/prep>Open May/NNP/pobj>until", False),
    ],
)
def test_what_is_past(text, past):
    assert is_past(token(parse(text), "May")) is past
