"""A line of gold is read with all its short and long forms, or refused in one line that says where and what was expected."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.explore.gold import GoldClaim, gold_line, read_gold, speaker_of
from kg.explore.record import claim_line
from kg.model import Block, BlockKind, Factuality, Issue, Polarity, Span
from kg.ontology import load, term
from tests.explore.builder import CHILE, NORWAY, PERU, SANCTIONS, about, claim, document, said

ONTOLOGY = load()
RELATION = ONTOLOGY.relations[SANCTIONS.iri].relation
TRADE = Issue(term("issue:trade"), "international trade")
PLAIN = {"subject": "actor:norway", "relation": "rel:sanctions", "object": "actor:chile"}
TEXT = "Norway sanctions Chile."
ONE = replace(claim(NORWAY, SANCTIONS, CHILE), attribution=(said(PERU), said(NORWAY)), issues=about(TRADE))


@pytest.fixture
def gold(tmp_path):
    """Reads documents that are given as Python, or lines that are given as text."""
    file = tmp_path / "gold.jsonl"

    def read(*lines):
        texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
        file.write_text("\n".join(texts), "utf-8")
        return read_gold(str(file), ONTOLOGY)

    return read


def note(*claims, **changes):
    return {"id": "note-1", "text": TEXT, "claims": list(claims), **changes}


def test_what_is_not_labelled_is_left_open(gold):
    (found,) = gold(note(PLAIN))
    assert (found.id, found.text, found.published) == ("note-1", TEXT, "")
    assert found.where.endswith("gold.jsonl:1")
    assert found.claims == (GoldClaim(NORWAY.iri, RELATION, CHILE.iri),)


def test_everything_may_be_labelled(gold):
    labels = {"factuality": "denied", "polarity": "negated", "speaker": "actor:peru", "issues": ["issue:trade"], "quote": TEXT}
    (found,) = gold(note(PLAIN | labels, published="2021-03"))
    assert found.published == "2021-03"
    (label,) = found.claims
    assert (label.factuality, label.polarity, label.quote) == (Factuality.DENIED, Polarity.NEGATED, TEXT)
    assert (label.speaker, label.issues) == (PERU.iri, frozenset({TRADE.iri}))


def test_nobody_and_nothing_are_labels_too(gold):
    (label,) = gold(note(PLAIN | {"speaker": None, "issues": []}))[0].claims
    assert (label.speaker, label.issues) == ("", frozenset())


@pytest.mark.parametrize(
    "name", [NORWAY.iri, f"<{NORWAY.iri}>", "actor:norway", {"iri": NORWAY.iri, "label": "Norway"}, {"iri": "actor:norway"}]
)
def test_a_name_may_be_short_or_long(gold, name):
    assert gold(note(PLAIN | {"subject": name}))[0].claims[0].subject == NORWAY.iri


def test_an_actor_may_be_one_of_the_text_alone(gold):
    assert gold(note(PLAIN | {"subject": "actor:zoe-falk"}))[0].claims[0].subject == term("actor:zoe-falk")


def test_what_extract_writes_of_a_claim_is_gold(gold):
    (label,) = gold(note(json.loads(claim_line(ONE))))[0].claims
    assert label == GoldClaim(
        NORWAY.iri, RELATION, CHILE.iri, Factuality.ACTUAL, Polarity.AFFIRMED, NORWAY.iri, frozenset({TRADE.iri}), TEXT
    )


@pytest.mark.parametrize(("chain", "speaker"), [([], ""), ([{"speaker": None}], ""), ([{"speaker": {"iri": PERU.iri}}], PERU.iri)])
def test_the_innermost_speaker_counts(gold, chain, speaker):
    assert gold(note(PLAIN | {"attribution": chain}))[0].claims[0].speaker == speaker


def test_the_speaker_of_a_claim_is_the_innermost():
    assert speaker_of(ONE) == NORWAY.iri
    assert speaker_of(replace(ONE, attribution=(said(NORWAY), said(None)))) == ""
    assert speaker_of(replace(ONE, attribution=())) == ""


def test_what_is_drafted_can_be_read(gold):
    draft = document(TEXT, "coast.txt")
    draft = replace(draft, blocks=(Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH),))
    (found,) = gold(gold_line(draft, [ONE, replace(ONE, attribution=())]))
    assert (found.id, found.text, found.published) == (draft.id, TEXT, "2021-03-04")
    assert [label.speaker for label in found.claims] == [NORWAY.iri, ""]
    assert {label.quote for label in found.claims} == {TEXT}
    assert "published" not in json.loads(gold_line(replace(draft, published=""), []))


def test_lines_end_where_json_lines_do(gold):
    found = gold("\ufeff", "", note(text="Norway\u2028left."), "  ", note(id="other"))
    assert [(one.id, one.where.rpartition(":")[2]) for one in found] == [("note-1", "3"), ("other", "5")]


def test_a_quote_may_break_its_lines_elsewhere(gold):
    assert gold(note(PLAIN | {"quote": "Norway sanctions Chile."}, text="Norway\nsanctions  Chile."))


IRI = "an IRI or a prefixed name such as actor:russia was expected"
LINES = [
    ("{", "not JSON at column 2 (Expecting property name enclosed in double quotes), one document was expected"),
    ("[" * 100_000, "nested too deeply, or a number too long, one document was expected"),
    ('{"id": ' + "7" * 5_000 + "}", "nested too deeply, or a number too long, one document was expected"),
    ("[]", "the line is a list, an object in braces was expected"),
    ("7", "the line is 7, an object in braces was expected"),
    (note(txt=1), 'a key is "txt", one of claims, id, published, text was expected'),
    ({"id": "a"}, "claims is missing, a list of claims was expected"),
    ({"claims": []}, "text is missing, a text was expected"),
    (note(text=" "), 'text is " ", a text was expected'),
    (note(text=["a"]), "text is a list, a text was expected"),
    ('{"id": "a", "text": "\\ud800", "claims": []}', 'text is "\\ud800", a text was expected'),
    (note(id="a b"), 'id is "a b", a name of letters, digits, dots, hyphens and underscores was expected'),
    (note(published="2021-13"), 'published is "2021-13", a date such as 2021-03-04, 2021-03 or 2021 was expected'),
    (note(published=2021), "published is 2021, a date such as 2021-03-04, 2021-03 or 2021 was expected"),
    (note(claims={}), "claims is an object, a list of claims was expected"),
]
CLAIMS = [
    (7, "it is 7, an object in braces was expected"),
    ({"factualty": 1}, 'a key is "factualty", one of attribution, evidence, factuality, issues, '),
    ({"relation": None}, f"relation is missing, {IRI}"),
    ({"relation": "rel:slaps"}, 'relation is "rel:slaps", a relation type of the ontology, such as rel:sanctions, was expected'),
    ({"subject": "Norway"}, f'subject is "Norway", {IRI}'),
    ({"subject": "actr:norway"}, f'subject is "actr:norway", {IRI}'),
    ({"subject": "actor:"}, f'subject is "actor:", {IRI}'),
    ({"subject": "actor:a b"}, f'subject is "actor:a b", {IRI}'),
    ({"subject": "<norway>"}, f'subject is "<norway>", {IRI}'),
    ({"subject": {"label": "Norway"}}, f"subject is an object, {IRI}"),
    ({"object": "issue:zork"}, 'object is "issue:zork", an issue of the ontology, such as issue:sanctions, was expected'),
    ({"factuality": "true"}, 'factuality is "true", one of actual, reported, '),
    ({"polarity": []}, "polarity is a list, one of affirmed, negated was expected"),
    ({"speaker": 1}, f"speaker is 1, {IRI}"),
    ({"attribution": {}}, "attribution is an object, a list of objects with a speaker was expected"),
    ({"attribution": [1]}, "attribution is 1, an object in braces was expected"),
    ({"issues": "issue:trade"}, 'issues is "issue:trade", a list of issues was expected'),
    ({"issues": ["issue:zork"]}, f'issues is "{term("issue:zork")}", an issue of the ontology'),
    ({"quote": "Peru left."}, 'quote is "Peru left.", words of the text was expected'),
    ({"quote": "a" * 99}, f'quote is "{"a" * 59}…, words of the text was expected'),
    ({"evidence": 1}, "evidence is 1, an object in braces was expected"),
    ({"evidence": {"quote": 1}}, "quote is 1, a text was expected"),
]


@pytest.mark.parametrize(("line", "message"), LINES)
def test_a_line_that_is_no_document(gold, line, message):
    with pytest.raises(ReadError) as caught:
        gold(note(id="good"), line)
    assert str(caught.value).partition("gold.jsonl:")[2] == f"2: {message}"


@pytest.mark.parametrize(("labels", "message"), CLAIMS)
def test_a_claim_that_is_none(gold, labels, message):
    with pytest.raises(ReadError) as caught:
        gold(note(PLAIN, PLAIN | labels if isinstance(labels, dict) else labels))
    assert str(caught.value).partition("gold.jsonl:")[2].startswith(f"1: claim 2: {message}")


def test_two_documents_of_one_name(gold):
    with pytest.raises(ReadError, match=r'jsonl:2: the id "note-1" is that of \S+jsonl:1, another one was expected$'):
        gold(note(), note())


@pytest.mark.parametrize("lines", [[], ["", "\t"]])
def test_a_file_without_documents(gold, lines):
    with pytest.raises(ReadError, match=r"gold\.jsonl: no documents, one a line was expected$"):
        gold(*lines)


def test_a_file_that_is_not_utf_8(tmp_path):
    (tmp_path / "gold").write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(ReadError, match="not UTF-8 at byte 8, JSON lines were expected"):
        read_gold(str(tmp_path / "gold"), ONTOLOGY)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*PLAIN, "iri", "speaker", "x"]), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.sampled_from(["id", "text", "published", "claims"]), JSON | st.just(TEXT) | st.just([PLAIN])), JSON)
def test_no_line_crashes(tmp_path_factory, record, one):
    file = tmp_path_factory.mktemp("any") / "gold.jsonl"
    for value in (record, {"id": "a", "text": TEXT} | record, note(PLAIN | {"object": one, "issues": one}), one):
        file.write_text(json.dumps(value), "utf-8")
        with suppress(ReadError):
            assert read_gold(str(file), ONTOLOGY)
