from kg.read.cues import has_address, is_furniture, is_publisher, opening
from kg.read.words import PrintWords


def test_the_names_of_the_entries():
    assert {"byline", "title-key", "unjoined"} <= set(PrintWords.names())


def test_an_entry_that_is_missing_has_no_words():
    assert PrintWords.of({}) == PrintWords()


def test_a_cue_is_whole_words(words):
    assert opening(words.byline, "Byzantine ruins") == 0
    assert opening(words.byline, "WRITTEN BY Ana") == 10


def test_addresses(words):
    assert has_address("desk@port", words)
    assert has_address("see port.org", words)
    assert not has_address("see port.org", PrintWords())


def test_a_long_line_is_prose_whatever_it_starts_with(words):
    assert is_furniture("Copyright of all of this", words)
    assert not is_furniture("Copyright " * 41, words)
    assert not is_furniture("Copyright " + "x" * 400, words)
    assert not is_publisher("Times " * 20, words)
