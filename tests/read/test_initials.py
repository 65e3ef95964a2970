import pytest

from kg.read.initials import Piece, initials
from kg.read.load import of_file
from kg.read.vocabulary import Vocabulary, english
from tests.read.files_made import placed_pdf


def words(letter, first, *others, vocabulary=english):
    page = [
        Piece(letter, 40, 10, 60),
        Piece("\n", 10),
        Piece(first, 10, 45, 90),
        Piece("\n", 10),
        *(Piece(text, 10, 45, 80) for text in others),
    ]
    return "".join(piece.text for piece in initials(page, vocabulary)).strip()


@pytest.mark.parametrize(
    ("letter", "first", "read"),
    [
        ("N", "orway left.", "Norway left."),
        ("N", "ORWAY LEFT the pact.", "NORWAY LEFT the pact."),
        ("A", "cross the border", "Across the border"),
        ("A", "man was seen", "A man was seen"),
        ("A", "British man", "A British man"),
        ("I", "ran left.", "Iran left."),
        ("I", "\u2019ve seen it", "I\u2019ve seen it"),
        ("\u201cP", "eru left,\u201d he said.", "\u201cPeru left,\u201d he said."),
    ],
)
def test_a_drop_cap_and_its_word_are_one(letter, first, read):
    assert words(letter, first, "and more of it") == f"{read} and more of it"


@pytest.mark.parametrize(
    "page",
    [
        [Piece("N", 12, 10, 60), Piece("orway left.", 10, 45, 90)],
        [Piece("N", 40, 10, 60), Piece("orway left.", 10, 300, 90)],
        [Piece("N", 40, 10, 60), Piece("orway left.", 10, 45, 400)],
        [Piece("N", 40, 10, 60), Piece("Peru left.", 10, 45, 90)],
        [Piece("No", 40, 10, 60), Piece("orway left.", 10, 45, 90)],
    ],
)
def test_other_letters_stay(page):
    assert initials(page, Vocabulary) == page


def test_the_uppermost_line_beside_it_is_its_own_and_not_the_next_column():
    page = [Piece("P", 40, 10, 60), Piece("of the north", 10, 85, 95), Piece("more of", 10, 45, 80), Piece("eru left", 10, 45, 90)]
    assert [piece.text for piece in initials(page, Vocabulary)] == ["of the north", "more of", "Peru left"]


def test_of_a_whole_page():
    data = placed_pdf(
        (40, 50, 640, "P"),
        (22, 50, 740, "Peru leaves the pact of ports"),
        (11, 50, 700, "By Ana Lee"),
        (11, 90, 665, "eru left the pact on"),
        (11, 90, 652, "Monday, and Chile stayed in it, as the envoy of Lima told"),
        (11, 90, 639, "reporters. No date was set for talks."),
    )
    found = of_file(data, "a.pdf")
    assert [block.span.of(found.clean) for block in found.blocks][:2] == [
        "Peru leaves the pact of ports",
        "Peru left the pact on Monday, and Chile stayed in it, as the envoy of Lima told reporters. No date was set for talks.",
    ]
