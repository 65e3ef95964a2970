import pytest

from kg.read.clean import clean
from kg.read.hyphens import Hyphens
from kg.read.source import Source
from kg.read.vocabulary import Vocabulary, english

TINY = Vocabulary(
    frozenset({"deep-seated", "seat", "deep", "cooperation", "led", "large", "scale", "policy", "maker", "for", "tat"}),
    frozenset({"Vladimir", "policymakers", "tion"}),
)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("the US- China trade", "the US-China trade"),
        ("anti- American mood", "anti-American mood"),
        ("UN- backed plan", "UN-backed plan"),
        ("the 2019- 2020 budget", "the 2019-2020 budget"),
        ("deep- seated fear", "deep-seated fear"),
        ("large- scale raid", "large-scale raid"),
        ("Qatar- led talks", "Qatar-led talks"),
        ("Vladi- mir spoke", "Vladimir spoke"),
        ("a coopera- tion", "a cooperation"),
        ("policy- makers", "policy-makers"),
        ("one- and two-year terms", "one- and two-year terms"),
        ("tit- for- tat", "tit-for-tat"),
        ("a dash - like this", "a dash - like this"),
        ("the Brzo- vnik plan", "the Brzovnik plan"),
    ],
)
def test_hyphens_before_a_blank(printed, meant):
    hyphens = Hyphens(printed, frozenset({"and"}), lambda: TINY)
    text = printed
    for index in range(len(printed) - 2, 0, -1):
        edit = hyphens.edit(index, index + 1) if printed[index - 1 : index + 1] == "- " and printed[index - 2].isalnum() else None
        text = text[: edit.start] + text[edit.end :] if edit else text
    assert text == meant


def test_the_document_itself_knows_its_words():
    assert clean(Source("Zaporoshni- kov resigned. Zaporoshnikov said why. A kraz- vand deal, the kraz-vand.")).text.startswith(
        "Zaporoshnikov resigned."
    )
    assert "A kraz-vand deal" in clean(Source("A kraz- vand deal, the kraz-vand.")).text


def test_without_a_vocabulary_the_hyphen_stays():
    assert Hyphens("pre- vious", frozenset(), Vocabulary).edit(4, 5).start == 4


def test_a_hyphen_without_words_beside_it_is_left_alone():
    assert Hyphens("x" * 99 + "- ?", frozenset(), Vocabulary).edit(100, 101) is None


@pytest.mark.parametrize("word", ["previous", "governments", "denied", "expelled", "allies", "publicly", "reportedly"])
def test_the_installed_words_know_forms(word):
    assert english().has(word)


@pytest.mark.parametrize("fragment", ["vious", "tions", "ernment"])
def test_the_installed_words_know_no_fragments(fragment):
    assert not english().has(fragment)


def test_no_model_no_words(monkeypatch):
    monkeypatch.setattr("kg.read.vocabulary.find_spec", lambda name: None)
    assert english.__wrapped__() == Vocabulary()
