"""A claim or attribution as a line of JSON, and the tables of `docs/claims.md`."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from kg.explore.record import attribution_line, claim_line
from kg.model import Argument, Attribution, Period, Span
from tests.explore.builder import CHILE, FISHING, LIKELY, NEEDS, NORWAY, PERU, SANCTIONS, about, claim, document, said
from tests.graph import strategies

PAGE = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")
SPEAKER = Argument(PERU, Span(0, 4), "current source")
PLAIN = claim(NORWAY, SANCTIONS, CHILE)
FULL = replace(
    PLAIN,
    subject=Argument(NORWAY, Span(0, 6), "the dyad in focus"),
    object=Argument(CHILE, Span(17, 22), "seat of government"),
    issues=(Argument(FISHING, Span(7, 16), "relation type"),),
    likelihood=LIKELY,
    attribution=(replace(said(PERU), speaker=SPEAKER),),
    time=Period("2020-01-01", "2020-12-31", "in 2020", Span(0, 1)),
)
KEYS = [
    "type",
    "id",
    "document",
    "source",
    "subject",
    "relation",
    "object",
    "issues",
    "polarity",
    "factuality",
    "likelihood",
    "attribution",
    "time",
    "evidence",
    "confidence",
    "rule",
]


def paths(value: object, path: str = "") -> list[str]:
    """The fields of a record in their order, as the tables write them: `issues[].span`."""
    if isinstance(value, dict):
        return [path] * bool(path) + [one for key, part in value.items() for one in paths(part, f"{path}.{key}" if path else key)]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [path, *paths(value[0], f"{path}[]")]
    return [path]


def described(heading: str) -> list[str]:
    """The fields that a table of the page lists."""
    section = PAGE.partition(f"## {heading}, field by field")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


@pytest.mark.parametrize("one", [FULL, PLAIN])
def test_a_claim_has_the_keys_of_the_record_in_their_order(one):
    assert list(json.loads(claim_line(one))) == KEYS


def test_the_page_describes_every_field_of_a_claim_in_its_order():
    # Objects that are always there have no row of their own; those that may be null or empty do.
    always = {"subject", "relation", "object", "issues", "issues[]", "attribution[]", "evidence"}
    assert described("A claim") == [path for path in paths(json.loads(claim_line(FULL))) if path not in always]


def test_the_page_describes_every_field_of_an_attribution_in_its_order():
    record = json.loads(attribution_line(document("Peru spoke.", "a.txt"), FULL.attribution[0]))
    assert described("An attribution") == paths(record)


def test_what_does_not_apply_is_null_or_empty_and_never_missing():
    record = json.loads(claim_line(PLAIN))
    assert [key for key, value in record.items() if value is None] == ["likelihood", "time"]
    assert [key for key, value in record.items() if value == []] == ["issues", "attribution"]
    assert "reason" not in record["subject"]


def test_a_relation_without_a_plover_class_and_an_open_period():
    record = json.loads(claim_line(claim(NORWAY, NEEDS, FISHING, time=Period("2020-01-01", "", "since 2020", Span(0, 1)))))
    assert record["relation"]["plover"] is None
    assert record["object"]["kind"] == "Issue"
    assert (record["time"]["start"], record["time"]["end"]) == ("2020-01-01", None)


def test_the_issues_of_a_claim_keep_their_order():
    record = json.loads(claim_line(claim(NORWAY, SANCTIONS, CHILE, issues=about(FISHING))))
    assert record["issues"] == [{"iri": FISHING.iri, "label": "fishing rights", "kind": "Issue", "span": [0, 1]}]


@pytest.mark.parametrize("reason", ["relation type", "same sentence", "headline"])
def test_an_inferred_issue_says_how_it_was_found(reason):
    issue = Argument(FISHING, Span(90, 96), reason)
    record = json.loads(claim_line(claim(NORWAY, SANCTIONS, CHILE, issues=(issue,))))
    assert (record["issues"][0]["span"], record["issues"][0]["reason"]) == ([90, 96], reason)
    assert f"| `{reason}` |" in PAGE


def test_an_attribution_in_pieces_without_a_speaker():
    pieces = Attribution((), (Span(9, 13),), (Span(14, 20), Span(0, 8)))
    record = json.loads(claim_line(claim(NORWAY, SANCTIONS, CHILE, attribution=(pieces,))))
    assert record["attribution"] == [
        {"speaker": None, "source_span": None, "cue_span": [9, 13], "content_span": [0, 20], "inferred": False}
    ]
    record = json.loads(attribution_line(document("Peru spoke.", "a.txt"), pieces))
    assert (record["speaker"], record["source_spans"]) == (None, [])
    assert record["content_spans"] == [[14, 20], [0, 8]]


def test_an_attribution_without_content():
    record = json.loads(claim_line(claim(NORWAY, SANCTIONS, CHILE, attribution=(Attribution((), (Span(9, 13),), ()),))))
    assert record["attribution"][0]["content_span"] is None


@given(strategies.read())
def test_any_claim_is_one_line_of_json_that_keeps_its_words(pair):
    for one in pair[1]:
        line = claim_line(one)
        assert "\n" not in line
        record = json.loads(line)
        assert (record["id"], record["evidence"]["quote"]) == (one.id, one.evidence.quote)
        assert record["subject"]["span"] == [one.subject.span.start, one.subject.span.end]
