import pytest

from kg.read.words import PrintWords


@pytest.fixture(scope="session")
def words():
    return PrintWords.of(
        {
            "byline": ("By", "Written by", "Author:"),
            "updated": ("Updated", "Last updated"),
            "published": ("Published", "Posted on"),
            "publisher": ("Times", "Wire", "Post", "Gazette"),
            "navigation": ("Home", "Opinion", "World", "Print version"),
            "footer": ("Copyright", "Editing by", "Read more"),
            "note": ("The article is", "This article first appeared"),
            "unjoined": ("and", "or", "to", "which"),
            "uncapitalised": ("a", "and", "of", "the", "to"),
            "domain": ("com", "org", "co"),
            "title-key": ("title",),
            "author-key": ("author",),
            "publisher-key": ("outlet",),
            "published-key": ("date",),
            "english": ("the", "and", "of"),
        }
    )
