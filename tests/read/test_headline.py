import pytest

from kg.read.headline import headline, same_name, site_in

SITES = ("Danube Wire", "danube-post.example.org")


@pytest.mark.parametrize(
    "title",
    [
        "Peru leaves the pact | Danube Wire",
        "Peru leaves the pact - Danube Wire",
        "Peru leaves the pact \u2013 The Danube Wire",
        "Peru leaves the pact \u2014 DANUBE WIRE",
        "Danube Wire: Peru leaves the pact",
        "Danube Wire | Peru leaves the pact",
        "Peru leaves the pact | World | Danube Wire",
        "Peru leaves the pact :: danubewire.com",
        "Peru leaves the pact \u00b7 Danube Wire",
        "Danube Wire - Peru leaves the pact - Danube Wire",
        "Peru leaves the pact",
    ],
)
def test_the_name_of_the_site_is_cut_at_both_ends(title, words):
    assert headline(title, SITES, words) == "Peru leaves the pact"


@pytest.mark.parametrize(
    "title",
    [
        "Talks - a failure",
        "Talks: a failure",
        "Peru | Chile: who leads?",
        "Peru leaves the Danube Wire",
        "Peru sues Danube Wire - a first",
        "Danube Wire",
        "Danube Wire sued: Peru is angry",
        "Peru leaves - World reacts",
        "US-China: the last round",
        "Peru leaves pact - No news from Chile",
    ],
)
def test_what_is_part_of_the_headline_stays(title, words):
    assert headline(title, SITES, words) == title


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Peru leaves the pact - Harbour Post", "Harbour Post"),
        ("Peru leaves the pact | The Gazette of Lima", ""),
        ("Peru leaves the pact - Post of Lima", "Post of Lima"),
        ("Lima Post - Harbour Post", ""),
        ("Peru leaves the pact - Lima reacts", ""),
        ("Peru leaves", ""),
    ],
)
def test_a_name_is_known_by_its_form(title, site, words):
    assert site_in(title, words) == site


def test_a_site_and_its_address_are_one():
    assert same_name("Danube Wire", "https://www.danubewire.co.uk/world")
    assert same_name("@DanubeWire", "The Danube Wire")
    assert not same_name("", "")
    assert not same_name("Danube Wire", "Danube Post")
