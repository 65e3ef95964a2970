"""Claims are scored against those of a reader: what is right, what was missed, what is too much, and how a right claim is said."""

import json
from dataclasses import replace

import pytest

from kg.explore.evaluate import Aspect, Confusion, Judgement, Score, evaluate
from kg.explore.gold import GoldClaim, GoldDocument
from kg.explore.report import evaluation_json, evaluation_text, mistakes_text
from kg.model import Evidence, Factuality, Polarity
from tests.explore.builder import CHILE, FISHING, KENYA, NORWAY, PERU, PRAISES, RIVALS, SANCTIONS, TARIFFS, about, claim, said

QUOTES = {"chile": "Norway sanctions Chile.", "peru": "Norway praises Peru."}


def gold(subject, relation, target, **labels):
    return GoldClaim(subject.iri, relation, target.iri, **labels)


def document(*claims, name="note", text=""):
    return GoldDocument(name, text or " ".join(QUOTES.values()), claims)


def scored(labels, claims):
    return {part.aspect: part for part in evaluate([(document(*labels), claims)]).parts}


def counts(score):
    return score.right, score.found, score.expected


def in_sentence(one, quote):
    evidence = one.evidence
    return replace(one, evidence=Evidence(evidence.document, evidence.sentence, quote, quote, evidence.trigger))


def test_precision_recall_and_f1():
    score = Score("all", right=3, found=4, expected=6)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)


def test_what_cannot_be_divided_is_no_score():
    assert (Score("a", 0, 0, 2).precision, Score("a", 0, 0, 2).recall, Score("a", 0, 0, 2).f1) == (None, 0, 0)
    assert (Score("a", 0, 0, 0).recall, Score("a", 0, 0, 0).f1) == (None, None)


def test_claims_are_compared_by_subject_relation_and_object():
    parts = scored(
        [gold(NORWAY, SANCTIONS, CHILE), gold(NORWAY, SANCTIONS, PERU), gold(KENYA, PRAISES, PERU)],
        [claim(NORWAY, SANCTIONS, CHILE), claim(CHILE, SANCTIONS, NORWAY), claim(NORWAY, PRAISES, PERU)],
    )
    assert counts(parts[Aspect.CLAIMS].whole) == (1, 3, 3)
    assert [(kind.name, counts(kind)) for kind in parts[Aspect.CLAIMS].kinds] == [
        ("rel:praises", (0, 1, 1)),
        ("rel:sanctions", (1, 2, 2)),
    ]


def test_a_pair_is_right_in_any_relation_and_direction():
    parts = scored(
        [gold(NORWAY, SANCTIONS, CHILE), gold(KENYA, PRAISES, PERU)],
        [claim(CHILE, PRAISES, NORWAY), claim(NORWAY, SANCTIONS, CHILE), claim(NORWAY, PRAISES, PERU)],
    )
    assert counts(parts[Aspect.PAIRS].whole) == (1, 2, 2)


def test_documents_do_not_mix():
    found = evaluate([(document(gold(NORWAY, SANCTIONS, CHILE)), []), (document(name="b"), [claim(NORWAY, SANCTIONS, CHILE)])])
    assert counts(found.parts[0].whole) == (0, 1, 1)
    assert found.documents == 2


def test_a_symmetric_relation_is_right_in_both_directions():
    parts = scored([gold(CHILE, RIVALS, PERU)], [claim(PERU, RIVALS, CHILE)])
    assert counts(parts[Aspect.CLAIMS].whole) == (1, 1, 1)


def test_only_what_is_labelled_is_scored():
    parts = scored([gold(NORWAY, SANCTIONS, CHILE)], [claim(NORWAY, SANCTIONS, CHILE, issues=about(FISHING))])
    for aspect in (Aspect.SPEAKER, Aspect.POLARITY, Aspect.FACTUALITY, Aspect.ISSUES):
        assert counts(parts[aspect].whole) == (0, 0, 0)


@pytest.mark.parametrize(
    ("expected", "speaker", "score"),
    [
        ("", None, (0, 0, 0)),
        ("", PERU, (0, 1, 0)),
        (PERU.iri, None, (0, 0, 1)),
        (PERU.iri, PERU, (1, 1, 1)),
        (PERU.iri, CHILE, (0, 1, 1)),
    ],
)
def test_speakers(expected, speaker, score):
    one = claim(NORWAY, SANCTIONS, CHILE, attribution=(said(KENYA), said(speaker)))
    assert counts(scored([gold(NORWAY, SANCTIONS, CHILE, speaker=expected)], [one])[Aspect.SPEAKER].whole) == score


def test_issues_are_scored_one_by_one():
    labels = [gold(NORWAY, SANCTIONS, CHILE, issues=frozenset({FISHING.iri, "https://example.org/other"}))]
    parts = scored(labels, [claim(NORWAY, SANCTIONS, CHILE, issues=about(FISHING, TARIFFS))])
    assert counts(parts[Aspect.ISSUES].whole) == (1, 2, 2)


def test_factuality_and_polarity_of_right_claims():
    said_so, denied = {"factuality": Factuality.REPORTED}, {"factuality": Factuality.DENIED, "polarity": Polarity.NEGATED}
    found = evaluate(
        [
            (
                document(
                    gold(NORWAY, SANCTIONS, CHILE, **said_so),
                    gold(NORWAY, PRAISES, PERU, **denied),
                    gold(KENYA, PRAISES, PERU, **denied),
                ),
                [claim(NORWAY, SANCTIONS, CHILE, **said_so), claim(NORWAY, PRAISES, PERU, factuality=Factuality.ACTUAL)],
            )
        ]
    )
    parts = {part.aspect: part for part in found.parts}
    assert counts(parts[Aspect.FACTUALITY].whole) == (1, 2, 2)
    assert [kind.name for kind in parts[Aspect.FACTUALITY].kinds] == ["actual", "reported", "denied"]
    assert [(kind.name, counts(kind)) for kind in parts[Aspect.POLARITY].kinds] == [("affirmed", (0, 1, 0)), ("negated", (0, 0, 1))]
    assert found.confusions == (
        Confusion(Factuality.REPORTED, Factuality.REPORTED, 1),
        Confusion(Factuality.DENIED, Factuality.ACTUAL, 1),
    )


def test_two_sentences_that_say_the_same_are_two_claims():
    labels = [gold(NORWAY, SANCTIONS, CHILE, quote=QUOTES["chile"]), gold(NORWAY, SANCTIONS, CHILE, quote=QUOTES["peru"])]
    once = claim(NORWAY, SANCTIONS, CHILE)
    assert counts(scored(labels, [once])[Aspect.CLAIMS].whole) == (1, 1, 2)
    assert counts(scored(labels, [once, once, once])[Aspect.CLAIMS].whole) == (2, 3, 2)


def test_a_claim_without_a_sentence_stands_for_all_that_make_it():
    assert counts(scored([gold(NORWAY, SANCTIONS, CHILE)], [claim(NORWAY, SANCTIONS, CHILE)] * 3)[Aspect.CLAIMS].whole) == (1, 1, 1)


def test_claims_of_the_same_sentence_are_compared_then_those_with_most_in_common():
    labels = [
        gold(NORWAY, SANCTIONS, CHILE, factuality=Factuality.DENIED, quote="Norway  sanctions\nChile."),
        gold(NORWAY, SANCTIONS, CHILE, factuality=Factuality.PLANNED, quote="Elsewhere."),
        gold(NORWAY, SANCTIONS, CHILE, factuality=Factuality.ACTUAL, quote="Nowhere."),
    ]
    claims = [
        in_sentence(claim(NORWAY, SANCTIONS, CHILE, factuality=factuality), quote)
        for factuality, quote in [
            (Factuality.ACTUAL, "Somewhere."),
            (Factuality.PLANNED, "Somewhere else."),
            (Factuality.POSSIBLE, QUOTES["chile"]),
        ]
    ]
    assert evaluate([(document(*labels), claims)]).confusions == (
        Confusion(Factuality.ACTUAL, Factuality.ACTUAL, 1),
        Confusion(Factuality.DENIED, Factuality.POSSIBLE, 1),
        Confusion(Factuality.PLANNED, Factuality.PLANNED, 1),
    )


@pytest.fixture
def mistaken():
    """Three documents: the second with most mistakes, the third with none."""
    missed = gold(KENYA, SANCTIONS, PERU)
    right = gold(NORWAY, SANCTIONS, CHILE, factuality=Factuality.DENIED, speaker=PERU.iri, quote=QUOTES["chile"])
    found = [claim(NORWAY, PRAISES, PERU), claim(NORWAY, SANCTIONS, CHILE)]
    return evaluate(
        [
            (document(missed, name="one"), []),
            (document(missed, right, name="most"), found),
            (document(gold(NORWAY, PRAISES, PERU), name="none"), found[:1]),
        ]
    )


def test_mistakes_stand_under_their_sentences_the_worst_document_first(mistaken):
    assert mistakes_text(mistaken).splitlines() == [
        "most: 4 wrong",
        '  "Norway sanctions Chile."',
        "    actor:norway rel:sanctions actor:chile: speaker none, expected actor:peru",
        "    actor:norway rel:sanctions actor:chile: factuality actual, expected denied",
        '  "Norway praises Peru."',
        "    too much: actor:norway rel:praises actor:peru",
        "  no sentence is given",
        "    missed: actor:kenya rel:sanctions actor:peru",
        "",
        "one: 1 wrong",
        "  no sentence is given",
        "    missed: actor:kenya rel:sanctions actor:peru",
    ]
    assert mistaken.mistaken[1].mistakes == (Judgement(Aspect.CLAIMS, "rel:sanctions", "", "actor:kenya rel:sanctions actor:peru"),)


def rows(text):
    return [[cell.strip() for cell in line.split("│")] for line in text.splitlines()]


def test_scores_and_confusion_are_tables(mistaken):
    first, second = evaluation_text(mistaken).split("\n\n")
    table = {row[0]: row[1:] for row in rows(first)}
    assert table["what"] == ["precision", "recall", "F1", "right", "found", "expected"]
    assert table["claims"] == ["0.667", "0.500", "0.571", "2", "3", "4"]
    assert table["rel:praises"] == ["0.500", "1.000", "0.667", "1", "2", "1"]
    assert table["speaker"] == ["", "0.000", "0.000", "0", "0", "1"]
    assert rows(second)[0] == ["expected, found as", "actual"]
    assert rows(second)[2:] == [["denied", "1"]]


def test_without_a_factuality_there_is_one_table():
    assert "expected, found as" not in evaluation_text(evaluate([(document(), [])]))


def test_json_has_it_all(mistaken):
    record = json.loads(evaluation_json(mistaken, errors=True))
    assert (record["documents"], list(record["scores"])) == (3, [aspect.value for aspect in Aspect])
    claims = record["scores"]["claims"]
    assert (claims["precision"], claims["f1"], claims["right"]) == (0.666667, 0.571429, 2)
    assert claims["kinds"]["rel:praises"]["recall"] == 1
    assert record["scores"]["speaker"]["precision"] is None
    assert record["confusions"] == [{"expected": "denied", "found": "actual", "count": 1}]
    assert [(one["id"], len(one["mistakes"])) for one in record["errors"]] == [("most", 4), ("one", 1)]
    assert list(record["errors"][1]["mistakes"][0]) == ["aspect", "expected", "found", "claim", "quote"]
    assert "errors" not in json.loads(evaluation_json(mistaken))
