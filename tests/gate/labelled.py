"""The labelled texts of the gate -> documents with what a careful reader would say of them.

The labels follow one notation (`tests/gate/README.md`): the local name of an actor of the ontology, `+Full Name` for an actor that only
the text knows, `role@state` for whoever has a role, `~court` for whom only a common noun describes. A label that ends in `?` counts
neither way; `-` stands for no actor.
Every item whose number can be divided by three is held out: nobody tunes on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.extract.mention.mentions import slug
from kg.model import Block, BlockKind, Document, Factuality, Polarity, Span
from kg.ontology import NameForm, Ontology, term
from tests.extract.documents import document

__all__ = ["Item", "Label", "Related", "Stated", "decisions", "describes", "expected", "marked", "periods", "related", "stated"]

FOLDER = Path(__file__).parent
_MARKED = {"mentions": re.compile(r"\[([^\]|]+)\|([^\]]+)\]"), "coreference": re.compile(r"\{([^}|]+)\|([^}]+)\}")}
_BRACKETS = re.compile(r"\[([^\]]+)\]")
Pair = tuple[tuple[str, ...], tuple[str, ...]]
_HEAD = re.compile(r"^== (\d+)(?: \| ([\w-]*))?(?: \| ?(.*))?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader says of a stretch of text: names of actors, a decision, or a period as `start..end`."""

    span: Span
    names: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim that a text states, by the local names of its ends, with the issues that it is about."""

    subject: str
    object: str
    issues: frozenset[str]
    weak: frozenset[str]


@dataclass(frozen=True, slots=True)
class Related:
    """A relation that a text states: each place holds all that is right there; `speakers` has such a choice for each of the chain."""

    line: str
    subject: tuple[str, ...]
    relations: tuple[str, ...]
    object: tuple[str, ...]
    factuality: frozenset[Factuality]
    polarity: frozenset[Polarity]
    likelihood: str
    speakers: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A text with its labels; `held` says that nobody tunes on it.

    Of pairs, `disputed` ones count neither way, and `excluded` ones may not come out as a fact.
    """

    number: int
    document: Document
    labels: tuple[Label, ...] = ()
    stated: tuple[Stated, ...] = field(default=())
    related: tuple[Related, ...] = ()
    disputed: tuple[Pair, ...] = ()
    excluded: tuple[Pair, ...] = ()

    @property
    def held(self) -> bool:
        return self.number % 3 == 0


def marked(name: str) -> Iterator[Item]:
    """The documents of `mentions` and `coreference`, in which spans are marked where they stand."""
    for number, published, _, body in _documents(name):
        text, labels, position = "", [], 0
        for match in _MARKED[name].finditer(body):
            text += body[position : match.start()]
            span, position = Span(len(text), len(text) + len(match[1])), match.end()
            text += match[1]
            names = tuple(part.strip() for part in match[2].split(", "))
            labels.append(Label(span, tuple(part.removesuffix("?") for part in names), any(part.endswith("?") for part in names)))
        yield Item(number, document(text + body[position:], published=published), tuple(labels))


def decisions() -> Iterator[Item]:
    """The sentences of `metonyms`."""
    for line in _lines("metonyms"):
        number, body = line.split(" | ", 1)
        text, labels, position = "", [], 0
        for match in _BRACKETS.finditer(body):
            word, _, decision = match[1].partition("|")
            text += body[position : match.start()]
            labels.append(Label(Span(len(text), len(text) + len(word)), (decision,)))
            text, position = text + word, match.end()
        yield Item(int(number), document(text + body[position:]), tuple(labels))


def periods() -> Iterator[Item]:
    """The sentences of `time`."""
    for line in _lines("time"):
        number, published, rest = line.split(" | ", 2)
        body, _, values = rest.rpartition("|")
        text, spans, position = "", [], 0
        for match in _BRACKETS.finditer(body.strip()):
            text += body[position : match.start()]
            spans.append(Span(len(text), len(text) + len(match[1])))
            text, position = text + match[1], match.end()
        ends = [value.strip() for value in values.split(";") if value.strip()]
        labels = tuple(Label(span, (value,)) for span, value in zip(spans, ends, strict=True))
        yield Item(int(number), document(text + body[position:].rstrip(), published=published), labels)


def stated() -> Iterator[Item]:
    """The documents of `issues`, each with the claims that it states."""
    for number, published, headline, body in _documents("issues"):
        lines = body.split("\n")
        prose = "\n".join(line for line in lines if not line.startswith(">"))
        claims = tuple(_stated(line) for line in lines if line.startswith(">"))
        yield Item(number, _headed(headline, prose, published), stated=claims)


def related() -> Iterator[Item]:
    """The sentences of `relations`, each with the relations that it states."""
    for number, kind, _, body in _documents("relations"):
        lines = body.split("\n")
        prose = "\n".join(line for line in lines if line[0] not in ">?!")
        yield Item(
            number,
            document(prose, kind=BlockKind(kind or "paragraph")),
            related=tuple(_related(line) for line in lines if line.startswith(">")),
            disputed=tuple(_pair(line) for line in lines if line.startswith("?")),
            excluded=tuple(_pair(line) for line in lines if line.startswith("!")),
        )


def describes(name: str, label: str) -> bool:
    """Whether what a label names as `~court` is the noun of a description, with or without the name of a place behind it."""
    return re.search(rf"(?i:\b{re.escape(name[1:])})(?: [a-z]+ (?:the )?[A-Z].*)?$", label) is not None


def expected(name: str, ontology: Ontology) -> str:
    """The IRI that a label stands for; that of somebody in a role of no known state is only the beginning of one."""
    if name[0] in "+~":
        return term("actor:" + slug(name[1:]))
    if "@" not in name:
        return term("actor:" + name)
    role, _, state = name.partition("@")
    label = ontology.roles[term("role:" + role)].label
    if not state:
        return term("actor:" + slug(label))
    names = ontology.actors[term("actor:" + state)].names
    adjective = next((name.text for name in names if name.form is NameForm.ADJECTIVE), names[0].text)
    return term("actor:" + slug(f"{adjective} {label}"))


def _lines(name: str) -> list[str]:
    return [line for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]


def _documents(name: str) -> Iterator[tuple[int, str, str, str]]:
    content = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(content))
    ends = [*(head.start() for head in heads[1:]), len(content)]
    for head, end in zip(heads, ends, strict=True):
        yield int(head[1]), head[2] or "", head[3] or "", content[head.end() : end].strip("\n")


def _stated(line: str) -> Stated:
    ends, _, rest = line.removeprefix(">").partition(":")
    subject, _, object_ = (part.strip() for part in ends.partition(";"))
    issues = [issue.strip() for issue in rest.split(",") if issue.strip()]
    return Stated(
        subject,
        object_,
        frozenset(issue for issue in issues if not issue.startswith("~")),
        frozenset(issue[1:] for issue in issues if issue.startswith("~")),
    )


def _related(line: str) -> Related:
    ends, marks, source = (part.strip() for part in line[1:].split("|"))
    subject, relation, object_ = (_choice(part) for part in ends.split(";"))
    factuality, *rest = (_choice(part) for part in marks.split(","))
    polarity = frozenset(Polarity(word) for word in sum(rest, ()) if word in ("affirmed", "negated"))
    likelihood = next((word for word in sum(rest, ()) if word not in ("affirmed", "negated")), "")
    return Related(
        line.removeprefix("> "),
        subject,
        relation,
        object_,
        frozenset(map(Factuality, factuality)),
        polarity or frozenset({Polarity.AFFIRMED}),
        likelihood,
        tuple(_choice(part) for part in source.split(">")),
    )


def _choice(part: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in part.split("/"))


def _pair(line: str) -> Pair:
    subject, _, object_ = line[1:].partition(";")
    return _choice(subject), _choice(object_)


def _headed(headline: str, prose: str, published: str) -> Document:
    found = document(f"{headline}\n{prose}" if headline else prose, published=published)
    if not headline:
        return found
    first = Block(found.blocks[0].span, BlockKind.HEADLINE)
    return Document(
        found.id,
        found.source,
        found.text,
        found.clean,
        found.alignment,
        (first, *found.blocks[1:]),
        published=published,
        title=headline,
    )
