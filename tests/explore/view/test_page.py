"""The file: data, scripts and policy."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from kg.errors import OutputError
from kg.explore.view import page, view
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
    return json.loads(Parts(html).scripts["data"])


def source(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_same_claims_give_the_same_bytes(review, sample, tmp_path):
    for name, (claims, documents) in {"a.html": review, "b.html": sample.press_review()}.items():
        view(claims, documents, tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.html"]


def test_claims_come_with_all_that_is_shown(review):
    claims, documents = review
    data = data_of(page(claims, documents, title="Review"))
    number = next(number for number, claim in enumerate(claims) if len(claim.attribution) == 2)
    shown = data["claims"][number]
    quote = data["quotes"][shown["quote"]]
    assert data["title"] == "Review"
    assert quote["text"] == claims[number].evidence.quote
    assert data["documents"][quote["document"]] == {
        "title": "Is a thaw likely?",
        "publisher": "Harbour Institute Brief",
        "author": "Zhang Min",
        "published": "2017-08",
        "source": "seeds/brief.pdf",
    }
    assert [(step["who"], step["cue"]) for step in shown["chain"]] == [("Harbour Courier", "cited"), ("Zhang Min", "according to")]
    assert shown["likelihood"] == ["unlikely", 0.2, 0.45]
    assert shown["time"] == ["", "", "before the winter"]
    assert (shown["polarity"], shown["factuality"], shown["confidence"]) == ("affirmed", "predicted", 0.86)


def test_words_that_are_no_name_are_explained(review):
    claims, documents = review
    readings = [reading for claim in data_of(page(claims, documents))["claims"] for reading in claim["readings"]]
    assert readings == [["it", "United States", "subject of the clause"]]


def test_a_speaker_without_a_name_is_quoted(review):
    claims, documents = review
    chains = [step for claim in data_of(page(claims, documents))["claims"] for step in claim["chain"]]
    assert {"who": "the minister", "entity": None, "cue": "promised"} in chains


def test_without_its_document_a_claim_is_shown_by_its_source(review):
    claims, _ = review
    unnamed = replace(claims[0], attribution=(Attribution((Span(0, 3),), (), ()),))
    data = data_of(page([unnamed], {}))
    assert data["documents"] == [
        {"title": "seeds/courier.txt", "publisher": "", "author": "", "published": "", "source": "seeds/courier.txt"}
    ]
    assert data["claims"][0]["chain"] == [{"who": "", "entity": None, "cue": ""}]


def test_a_document_without_title_is_called_by_its_source(review):
    claims, documents = review
    untitled = {key: replace(document, title="") for key, document in documents.items()}
    assert data_of(page(claims[:1], untitled))["documents"][0]["title"] == "seeds/courier.txt"


def test_a_large_graph_opens_with_its_most_important_part(review, sample):
    claims, documents = review
    many = []
    for number, claim in enumerate(claims * 3):
        entity = replace(claim.object.entity, iri=f"https://example.org/{number}", label=f"Number {number}")
        many.append(replace(claim, object=replace(claim.object, entity=entity)))
    data = data_of(page(many, documents))
    assert data["limit"] == 40 < len(data["entities"])
    assert data_of(page(claims, documents))["limit"] == len(data_of(page(claims, documents))["entities"])


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
    html = page([replace(claims[0], subject=replace(claims[0].subject, entity=hostile))], documents, title=title)
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
    assert data_of(page([inferred], {}))["claims"][0]["chain"] == [{"who": "", "entity": None, "cue": "", "inferred": True}]


def test_a_claim_leads_to_every_document_that_has_its_sentence(review):
    claims, documents = review
    one = claims[0]
    copy = Copy("zz.txt", "00ff", one.evidence.sentence, one.evidence.quote)
    data = data_of(page([replace(one, copies=(copy,), confirmed="Ada Berg")], documents))
    (shown,) = data["claims"]
    assert shown["confirmed"] == "Ada Berg"
    places = [data["documents"][data["quotes"][quote]["document"]]["source"] for quote in (shown["quote"], *shown["copies"])]
    assert places == [one.source, "zz.txt"]
