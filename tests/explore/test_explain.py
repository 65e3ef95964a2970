from dataclasses import replace

import pytest

from kg.errors import UnknownNameError
from kg.explore.explain import explain, explanation
from kg.graph.claims import claims
from kg.model import Argument, Factuality, Period, Span
from kg.ontology import load, term
from tests.explore.builder import (
    AIDS,
    CHILE,
    FISHING,
    KENYA,
    LIKELY,
    NORWAY,
    PERU,
    RIVALS,
    SANCTIONS,
    SOME,
    TARIFFS,
    UNION,
    about,
    claim,
    graph,
    said,
)

ONTOLOGY = load()


def in_order(some):
    """Claims in the order of their documents."""
    return sorted(some, key=lambda one: (one.source, one.evidence.document))


def found(store, *names):
    return explain(store, *names, ONTOLOGY)


@pytest.mark.parametrize(
    "subject", ["Norway", "NORWAY", " norway ", "actor:norway", term("actor:norway"), f"<{term('actor:norway')}>"]
)
@pytest.mark.parametrize("relation", ["sanctions", "rel:sanctions", "Sanctions", "*", None])
def test_ends_and_relation_go_by_any_of_their_names(store, subject, relation):
    assert found(store, subject, relation, "chile") == in_order(SOME[:3])


@pytest.mark.parametrize("subject", ["Oslo", "Norwegian", "the Storting", "nôrway"])
@pytest.mark.parametrize("relation", ["sanction", "imposes sanctions on"])
def test_what_the_ontology_calls_them_does_as_well(store, subject, relation):
    assert found(store, subject, relation, "Santiago") == in_order(SOME[:3])


def test_local_names_are_names(store):
    assert found(store, "fishers-union", None, None) == [SOME[6]]
    assert found(store, "*", "rival-of", "*") == in_order(SOME[4:6])


def test_anything_may_be_left_open(store):
    assert found(store, "*", "*", "") == list(claims(store))
    assert found(store, "Kenya", "needs", "fishing rights") == [SOME[7]]
    assert found(store, "*", "needs", "*") == [SOME[7]]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("Nauru", None, None), r"Nauru: Nauru \(actor:nauru\) is not in the graph"),
        (
            ("Norwya", "*", "Chile"),
            r"Norwya: nothing in the graph has this name, one of its actors or issues was expected; did you mean Norway \(actor:norway\)\?",
        ),
        (
            ("*", "sanktions", "Chile"),
            r"sanktions: nothing in the graph has this name, one of its relation types was expected; did you mean sanctions \(rel:sanctions\)\?",
        ),
    ],
)
def test_a_name_that_calls_nothing_is_told_with_the_nearest(store, names, message):
    with pytest.raises(UnknownNameError, match=message):
        found(store, *names)


def test_direction_counts_unless_the_relation_is_symmetric(store):
    assert found(store, "Chile", "sanctions", "Norway") == []
    assert found(store, "Peru", "rival of", "Chile") == in_order(SOME[4:6])
    assert found(store, "Peru", "*", "Chile") == in_order(SOME[4:6])


def test_an_end_is_found_by_the_words_of_its_sentence():
    named = replace(claim(NORWAY, AIDS, KENYA), subject=Argument(PERU, Span(0, 6)))
    pronoun = replace(named, id="a1", subject=Argument(PERU, Span(0, 6), "dyad in focus"))
    elsewhere = replace(named, id="a2", subject=Argument(PERU, Span(400, 406)))
    store = graph(named, pronoun, elsewhere)
    assert found(store, "norway", None, None) == [named]
    assert found(store, "norway", "*", "Kenya") == found(store, "norway", "aids", "Kenya") == [named]


def test_an_explanation_marks_the_words_and_names_the_source():
    assert explanation(claim(NORWAY, SANCTIONS, CHILE)).splitlines() == [
        "Norway - sanctions - Chile",
        '  "Norway «sanctions» Chile."',
        "  coast.txt, characters 0-23",
    ]


def test_an_explanation_tells_who_says_so_about_what_how_surely_and_when():
    full = claim(
        NORWAY,
        SANCTIONS,
        CHILE,
        factuality=Factuality.PREDICTED,
        attribution=(said(UNION), said(None)),
        issues=about(FISHING),
        likelihood=LIKELY,
        time=Period("2022", "2022", "next year", Span(0, 1)),
    )
    assert explanation(full).splitlines()[0] == "Norway - sanctions - Chile (predicted, likely)"
    assert explanation(full).splitlines()[3:] == [
        "  according to an unnamed source < Fishers' Union",
        "  issues: fishing rights",
        "  likelihood: likely (55%-80%)",
        "  time: next year",
    ]


def test_issues_that_are_only_inferred_come_last_and_say_what_from():
    headline = Argument(FISHING, Span(90, 96), "headline")
    typical = Argument(TARIFFS, Span(7, 16), "relation type")
    text = explanation(claim(NORWAY, SANCTIONS, CHILE, issues=(headline, *about(TARIFFS))))
    assert "  issues: tariffs, fishing rights (from the headline)\n" in text
    text = explanation(claim(NORWAY, SANCTIONS, CHILE, issues=(typical, replace(headline, reason="same sentence"))))
    assert "  issues: tariffs (from the relation type), fishing rights (from the sentence)\n" in text


def test_a_trigger_outside_of_its_sentence_marks_nothing_and_controls_are_not_printed():
    plain = claim(CHILE, RIVALS, PERU, source="a\x1b[2Jb.txt")
    odd = replace(plain, evidence=replace(plain.evidence, trigger=Span(90, 95), quote="two\nlines"))
    assert explanation(odd).splitlines()[1:] == ['  "two lines"', "  a [2Jb.txt, characters 0-20"]


def test_a_speaker_who_only_goes_on_is_inferred():
    one = claim(NORWAY, SANCTIONS, CHILE, attribution=(replace(said(UNION), inferred=True),))
    assert "according to Fishers' Union (inferred: nobody else speaks in between)" in explanation(one)
