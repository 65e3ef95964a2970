"""The file: data, scripts and policy."""

import json
import re
from array import array
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from kg.errors import OutputError
from kg.explore.analysis.tone import Tone, tone
from kg.explore.diff import Difference
from kg.explore.view import Heading, page, view
from kg.graph.about import About
from kg.model import Attribution, Copy, Span


class Parts(HTMLParser):
    """The scripts, styles and attributes of a page."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elements, self.scripts, self.style, self.open = [], {}, "", ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.open = dict(attrs).get("id", tag) if tag in {"script", "style"} else ""

    def handle_endtag(self, tag):
        self.open = ""

    def handle_data(self, data):
        if self.open == "style":
            self.style += data
        elif self.open == "script":
            self.scripts.setdefault("code", []).append(data)
        elif self.open:
            self.scripts[self.open] = data


def data_of(html):
    """The data of a page with its columns unpacked."""
    return {**unpacked(json.loads(Parts(html).scripts["data"])), "words": json.loads(Parts(html).scripts["quotes"])}


def unpacked(value):
    if not isinstance(value, dict):
        return value
    if value.keys() == {"as", "of"}:
        return array(value["as"], b64decode(value["of"])).tolist()
    if value.keys() == {"counts", "values"}:
        values = iter(unpacked(value["values"]))
        return [[next(values) for _ in range(count)] for count in unpacked(value["counts"])]
    return {key: unpacked(one) for key, one in value.items()}


def chains(data):
    """For each claim who speaks, as rows of name, number, cue and whether it is inferred."""
    return [data["claims"]["chains"][number] for number in data["claims"]["chain"]]


def source(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_same_claims_give_the_same_bytes(review, sample, tmp_path):
    for name, (claims, documents) in {"a.html": review, "b.html": sample.press_review()}.items():
        view(claims, documents, tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.html"]


def test_claims_come_with_all_that_is_shown(review):
    claims, documents = review
    data = data_of(page(claims, documents, heading=Heading("Review")))
    number = next(number for number, claim in enumerate(claims) if len(claim.attribution) == 2)
    shown = {
        name: column[number] for name, column in data["claims"].items() if isinstance(column, list) and len(column) == len(claims)
    }
    assert data["title"] == "Review"
    assert data["words"][shown["quote"]] == claims[number].evidence.quote
    assert data["documents"][data["quotes"]["document"][shown["quote"]]] == {
        "id": claims[number].evidence.document,
        "title": "Is a thaw likely?",
        "publisher": "Harbour Institute Brief",
        "author": "Zhang Min",
        "published": "2017-08",
        "source": "seeds/brief.pdf",
    }
    assert [(who, cue) for who, _, cue, _ in chains(data)[number]] == [("Harbour Courier", "cited"), ("Zhang Min", "according to")]
    table = data["claims"]
    assert table["likelihoods"][shown["likelihood"]] == ["unlikely", 0.2, 0.45]
    assert table["times"][shown["time"]] == ["", "", "before the winter"]
    assert table["names"]["polarity"][shown["polarity"]] == "affirmed"
    assert table["names"]["factuality"][shown["factuality"]] == "predicted"
    assert shown["confidence"] == 86


def test_each_claim_comes_with_the_tone_that_the_analysis_counts(review):
    claims, documents = review
    found = data_of(page(claims, documents))["claims"]["tone"]
    codes = {None: 3, **{each: each + 1 for each in Tone}}
    assert found == [codes[tone(claim)] for claim in claims]
    assert {1, 3} < set(found)


def test_what_only_the_first_of_two_graphs_has_counts_for_no_tone(review):
    claims, documents = review
    counted = next(claim for claim in claims if tone(claim) is not None)
    kept = [claim for claim in claims if claim is not counted]
    html = page(kept, documents, heading=Heading(difference=Difference((), (counted,), ())))
    assert data_of(html)["claims"]["tone"][-1] == 3


def test_words_that_are_no_name_are_explained(review):
    claims, documents = review
    found = data_of(page(claims, documents))["claims"]
    assert [reading for number in found["reading"] for reading in found["readings"][number]] == [
        ["it", "United States", "subject of the clause"]
    ]


def test_a_speaker_without_a_name_is_quoted(review):
    steps = [step for chain in chains(data_of(page(*review))) for step in chain]
    assert ["the minister", None, "promised", False] in steps


def test_without_its_document_a_claim_is_shown_by_its_source(review):
    claims, _ = review
    unnamed = replace(claims[0], attribution=(Attribution((Span(0, 3),), (), ()),))
    data = data_of(page([unnamed], {}))
    assert data["documents"] == [
        {"id": "", "title": "seeds/courier.txt", "publisher": "", "author": "", "published": "", "source": "seeds/courier.txt"}
    ]
    assert chains(data) == [[["", None, "", False]]]


def test_a_document_without_title_is_called_by_its_source(review):
    claims, documents = review
    untitled = {key: replace(document, title="") for key, document in documents.items()}
    assert data_of(page(claims[:1], untitled))["documents"][0]["title"] == "seeds/courier.txt"


def test_source_texts_come_along_as_long_as_there_is_room(review, monkeypatch):
    claims, documents = review
    texts = json.loads(Parts(page(claims, documents)).scripts["texts"])
    assert set(texts) == {document.text for document in documents.values()}
    monkeypatch.setattr("kg.explore.view.payload._TEXTS", len(texts[0]))
    assert json.loads(Parts(page(claims, documents)).scripts["texts"]) == [texts[0], None, None, None, None]
    assert json.loads(Parts(page(claims, {})).scripts["texts"]) == [None] * 5


def test_what_is_known_of_actors_besides_comes_along(review):
    claims, documents = review
    iri = claims[0].object.entity.iri
    about = {iri: About(("Rossiya",), ("http://www.wikidata.org/entity/Q159",))}
    found = data_of(page(claims, documents, about=about))["entities"]
    number = str(found["iri"].index("actor/russia"))
    assert found["names"][number] == ["Moscow", "Rossiya", "Russian", "its rival"]
    assert found["same"] == {number: ["http://www.wikidata.org/entity/Q159"]}


def test_a_large_graph_opens_with_its_most_important_part(review, sample):
    claims, documents = review
    many = []
    for number, claim in enumerate(claims * 3):
        entity = replace(claim.object.entity, iri=f"https://example.org/{number}", label=f"Number {number}")
        many.append(replace(claim, object=replace(claim.object, entity=entity)))
    data = data_of(page(many, documents))
    assert data["limit"] == 26 < len(data["entities"]["iri"])
    few = data_of(page(claims, documents))
    assert few["limit"] == len(few["entities"]["iri"])


def test_the_policy_lets_exactly_our_scripts_run(review):
    parts = Parts(page(*review))
    policy = next(
        attributes["content"] for tag, attributes in parts.elements if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert set(re.findall(r"'sha256-[^']+'", policy)) == {source(parts.style), *map(source, parts.scripts["code"])}


def test_nothing_is_fetched_and_no_handler_is_inline(review):
    parts = Parts(page(*review))
    for _, attributes in parts.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert attributes.get("href", "data:,") == "data:,"
        assert "src" not in attributes
    assert "@import" not in parts.style
    assert "url(" not in parts.style
    assert "sourceMappingURL" not in "".join(parts.scripts["code"])


def test_our_script_never_turns_text_into_html(review):
    ours = Parts(page(*review)).scripts["code"][1]
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setTimeout\(\s*[\"']", ours)


def test_strings_cannot_leave_the_data(review):
    claims, documents = review
    title = "</script><script>alert(1)</script>\u2028"
    hostile = replace(claims[0].subject.entity, label="<!--<script>")
    html = page([replace(claims[0], subject=replace(claims[0].subject, entity=hostile))], documents, heading=Heading(title))
    parts = Parts(html)
    assert len(parts.scripts["code"]) == 2
    assert json.loads(parts.scripts["data"])["title"] == title
    assert "alert(1)</script>" not in html
    assert "<title>&lt;/script&gt;" in html


def test_an_unwritable_place_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match=r"file.*: (Not a directory|File exists), a (folder|place) to write"):
        view([], {}, tmp_path / "file" / "graph.html")


def test_a_speaker_who_only_goes_on_is_inferred(review):
    claims, _ = review
    inferred = replace(claims[0], attribution=(Attribution((Span(0, 3),), (), (), inferred=True),))
    assert chains(data_of(page([inferred], {}))) == [[["", None, "", True]]]


def test_a_claim_leads_to_every_document_that_has_its_sentence(review):
    claims, documents = review
    one = claims[0]
    copy = Copy("zz.txt", "00ff", one.evidence.sentence, one.evidence.quote)
    data = data_of(page([replace(one, copies=(copy,), confirmed="Ada Berg")], documents))
    found = data["claims"]
    assert [found["people"][number] for number in found["confirmed"]] == ["Ada Berg"]
    quotes = [found["quote"][0], *found["copies"][0]]
    assert [data["documents"][data["quotes"]["document"][quote]]["source"] for quote in quotes] == [one.source, "zz.txt"]
