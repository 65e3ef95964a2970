"""The tree of a page -> what its metadata state of its origin."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from kg.read.cues import opening
from kg.read.dates import dated
from kg.read.decode import printable
from kg.read.headline import headline, named_in, own_name, same_name, site_in
from kg.read.names import authors, persons
from kg.read.normal import normal_line
from kg.read.repair import repaired
from kg.read.source import Origin
from kg.read.words import PrintWords

__all__ = ["embedded", "stated", "update_lines"]

# Names of the entries, as the vocabularies define them: Open Graph, Twitter Cards, Dublin Core, schema.org, Highwire, parse.ly.
_TITLE = ("og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title")
_AUTHOR = (
    "author",
    "byl",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
)
_SITE = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "twitter:site",
)
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "pubdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date",
    "dcterms.date",
    "date",
)
_MODIFIED = re.compile(r"modif|update|revis", re.IGNORECASE)
_ADDRESS = ("og:url", "twitter:url")
_WHOLE = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]{1,2000}", re.IGNORECASE)
_KEYS = ("name", "property", "itemprop")
_DASH = re.compile(r"\s*[|\u00b7\u2022]|\s+[\u2013\u2014-]")
_TELLING = 8  # letters: two titles that share fewer are not sure to be one
_NAME = 2  # words: a heading with no more may be a name that the title starts with
_REMARK = 80  # characters: a line that only states a date has no more
_DEEP = 12  # levels of a structure of JSON that are gone into


@dataclass(frozen=True, slots=True)
class _Facts:
    """The entries of a page: of its head by name, and of its structured data."""

    entries: dict[str, list[str]]
    titles: list[str]
    authors: list[str]
    publishers: list[str]
    dates: list[str]

    def of(self, names: tuple[str, ...]) -> list[str]:
        return [value for name in names for value in self.entries.get(name, ())]


def stated(tree: etree._Element, shown: Origin, words: PrintWords, address: str = "") -> Origin:
    """What a page states.

    Args:
        tree: The page.
        shown: Author and date as they stand on the page, for what its metadata leave out.
        words: The words of bylines, publishers and sections.
        address: Where the page was saved from, where it does not say so itself.

    Returns:
        Its headline, publisher, author, date of publication and own address.
    """
    facts = _facts(tree)
    addresses = _addresses(tree, facts, address)
    host = next((host for host in map(_host, addresses) if host), "")
    own = own_name(host)
    sites = [site for site in map(_line, (*facts.of(_SITE), *facts.publishers)) if site and not site.startswith("http")]
    names = (*sites, *filter(None, (host, own)))
    titles = _titles(tree, facts)
    title = _title(titles, names)
    publisher = next((site for site in sites if not site.startswith("@")), "")
    publisher = publisher or next(filter(None, (named_in(one, own) or site_in(one, words) for one in (title, *titles))), "") or host
    author = authors([*facts.authors, *facts.of(_AUTHOR)], names, words) or authors(persons(shown.author), names, words)
    dates = (dated(date) for date in (*facts.dates, *facts.of(_PUBLISHED)))
    return Origin(
        headline(_heading(title, titles, tree), (*names, author), words),
        publisher,
        author,
        next((date for date in dates if date and not date.startswith("--")), "") or shown.published,
        next(filter(_is_whole, addresses), ""),
    )


def _titles(tree: etree._Element, facts: _Facts) -> list[str]:
    """What may be the title, the surest first: entries of its head, structured data, its only first heading, its name."""
    headings = _texts(tree, "h1")
    only = headings if len(headings) == 1 else []
    return [title for title in map(_line, (*facts.of(_TITLE), *facts.titles, *only, *_texts(tree, "title")[:1])) if title]


def _title(titles: list[str], names: tuple[str, ...]) -> str:
    """The first that another one bears out, and that is more than the name of the site."""
    own = [title for title in titles if not any(same_name(title, name) for name in names)] or titles
    keys = list(map(_letters, own))
    borne_out = (
        title
        for title, key in zip(own, keys, strict=True)
        if len(key) > _TELLING and sum(key in other or other in key for other in keys if len(other) > _TELLING) > 1
    )
    return next(borne_out, next(iter(own), ""))


def _heading(title: str, titles: list[str], tree: etree._Element) -> str:
    """The title, or what it starts with and stands alone elsewhere on the page: what follows is no part of the headline."""
    for heading in (*titles, *_texts(tree, "h1"), *_texts(tree, "h2")):
        rest = title.removeprefix(heading)
        if rest != title and _DASH.match(rest) and len(heading.split()) > _NAME:
            return heading
    return title


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def update_lines(tree: etree._Element, words: PrintWords) -> list[etree._Element]:
    """The elements of a page that state when it was changed, and entries that do: no date of publication is in them."""
    found = []
    for element in tree.iter("meta", "time", "p", "div", "span", "small", "li", "em", "i", "b", "strong", "td", "dd"):
        marked = " ".join(element.get(key, "") for key in (*_KEYS, "class", "id"))
        if element.tag in {"meta", "time"} and _MODIFIED.search(marked):
            found.append(element)
        elif element.tag != "meta":
            lead = next((text.strip() for text in element.itertext() if text.strip()), "")
            if opening(words.updated, lead) and _is_remark(element):
                found.append(element)
    return found


def _is_remark(element: etree._Element) -> bool:
    text = " ".join("".join(element.itertext()).split())
    return len(text) <= _REMARK and bool(dated(text)) and not text.endswith((".", "!", "?"))


def embedded(tree: etree._Element) -> list[str]:
    """The paragraphs of the text that a page carries in its structured data, for pages that a script puts together."""
    bodies = [body for fact in _structures(tree) for body in _values(fact.get("articleBody"))]
    longest = max(bodies, key=len, default="")
    return [line.strip() for line in longest.splitlines() if line.strip()]


def _facts(tree: etree._Element) -> _Facts:
    entries: dict[str, list[str]] = {}
    for element in tree.iter("meta", "time"):
        content = _line(element.get("content") or element.get("datetime") or "")
        for key in filter(None, (element.get(name) for name in _KEYS)):
            if content:
                entries.setdefault(key.lower(), []).append(content)
    facts = _Facts(entries, [], [], [], [])
    for fact in _structures(tree):
        kind = " ".join(_values(fact.get("@type")))
        if "headline" in fact or kind.endswith(("Article", "Posting", "Report")):
            facts.titles.extend(_values(fact.get("headline")))
            facts.authors.extend(_values(fact.get("author")))
            facts.dates.extend(_values(fact.get("datePublished")))
            facts.publishers.extend(_values(fact.get("publisher")))
        elif "WebSite" in kind:
            facts.publishers.extend(_values(fact.get("name")))
    return facts


def _structures(tree: etree._Element) -> Iterator[dict[str, object]]:
    """The objects of the page's JSON-LD, those inside others included, but for those that are only named by another."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                found = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _objects(found, 0)


def _objects(value: object, depth: int) -> Iterator[dict[str, object]]:
    if isinstance(value, list) and depth < _DEEP:
        for one in value:
            yield from _objects(one, depth + 1)
    elif isinstance(value, dict) and depth < _DEEP:
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)


def _values(value: object) -> list[str]:
    """The texts of an entry: itself, or the names of what it lists."""
    if isinstance(value, str):
        return [text] if (text := value.strip()) else []
    if isinstance(value, list):
        return [text for one in value[:50] for text in _values(one)]
    return _values(value.get("name")) if isinstance(value, dict) and not isinstance(value.get("name"), dict) else []


def _addresses(tree: etree._Element, facts: _Facts, saved: str) -> list[str]:
    """What a page calls its own address, the surest first, and where it was saved from."""
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return [address.strip() for address in (*links, *facts.of(_ADDRESS), saved)]


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""


def _is_whole(address: str) -> bool:
    """Whether an address leads to a page from anywhere, and may stand in a graph as an IRI (RFC 3987)."""
    return bool(_WHOLE.fullmatch(address)) and bool(_host(address))


def _texts(tree: etree._Element, tag: str) -> list[str]:
    return [text for element in tree.iter(tag) if (text := _line("".join(element.itertext())))]


def _line(text: str) -> str:
    return repaired(normal_line(printable(text)))[0]
