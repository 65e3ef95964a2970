"""The labelled pairs of actors -> how many of those that are one are merged, and how many of those that are merged are one.

A line of `pairs.txt` is `number | same, different or unsure | actor | actor`. An actor is `@` and the local name of one that the
ontology knows, or a letter for its kind, a name, and in braces what documents say of it: the local name of its country, a role,
`male` or `female`, `term 2016..2018` in its role, `aka` and a further name. `unsure` pairs count neither way.

`python -m tests.gate.pairs` prints the figures of both parts and what is wrong in the part to tune on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.extract.mention.mentions import slug
from kg.graph.merge import Profile, Spelling, judge, profile
from kg.graph.merge.profile import Term
from kg.model import Actor, ActorKind
from kg.ontology import NameForm, Ontology, load, term

__all__ = ["Pair", "Score", "pairs", "score"]

FILE = Path(__file__).with_name("pairs.txt")
KINDS = {
    "P": ActorKind.PERSON,
    "O": ActorKind.ORGANIZATION,
    "I": ActorKind.INTERNATIONAL_ORGANIZATION,
    "A": ActorKind.ARMED_GROUP,
    "M": ActorKind.MEDIA_OUTLET,
    "S": ActorKind.STATE,
    "X": ActorKind.POPULATION,
    "R": ActorKind.POPULATION,  # in a role of its document
}
_ACTOR = re.compile(r"(\w):([^{]+?)(?: \{(.*)\})?")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors, what a careful reader says of them, and whether nobody tunes on it."""

    number: int
    verdict: str
    left: Profile
    right: Profile

    @property
    def held(self) -> bool:
        return self.number % 3 == 0


@dataclass(frozen=True, slots=True)
class Score:
    """Of pairs: how many were merged rightly, merged at all, and should have been."""

    right: int
    found: int
    there: int

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.there


def pairs(ontology: Ontology) -> Iterator[Pair]:
    spelling = Spelling.of(ontology)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        number, verdict, left, right = line.split(" | ")
        yield Pair(
            int(number), verdict, *(_profile(part, f"{side:08x}", spelling, ontology) for side, part in enumerate((left, right)))
        )


def merged(pair: Pair) -> bool:
    return pair.left.actor.iri == pair.right.actor.iri or bool(judge([pair.left, pair.right]).merges)


def score(some: list[Pair]) -> Score:
    sure = [pair for pair in some if pair.verdict != "unsure"]
    found = [pair for pair in sure if merged(pair)]
    return Score(sum(pair.verdict == "same" for pair in found), len(found), sum(pair.verdict == "same" for pair in sure))


def _profile(part: str, document: str, spelling: Spelling, ontology: Ontology) -> Profile:
    if part.startswith("@"):
        entry = ontology.actors[term(f"actor:{part[1:]}")]
        names = [name.text for name in entry.names if name.form in (NameForm.LABEL, NameForm.ABBREVIATION)]
        return replace(profile(entry.actor, spelling, names), gender=entry.gender)
    letter, name, about = _ACTOR.fullmatch(part).groups()
    said = [word.strip() for word in about.split(";")] if about else []
    countries = [term(f"actor:{word}") for word in said if term(f"actor:{word}") in ontology.actors]
    roles = [_role(word, ontology) for word in said if term(f"actor:{word}") not in ontology.actors and not _is_other(word)]
    scoped = letter == "R" or (letter == "P" and " " not in name)
    own = countries[:1] if letter != "P" else []
    # Two names that give one IRI are told apart here by their side, since their documents may speak of two.
    iri = term(f"actor:{slug(name)}.{document}" if scoped else f"actor:{slug(name)}-{document}")
    found = profile(Actor(iri, name, KINDS[letter], known=False, country="".join(own)), spelling, _after("aka ", said))
    times = [Term(roles[0], countries[0], *span.split("..")) for span in _after("term ", said)]
    gender = next((word for word in said if word in ("male", "female")), "")
    return replace(found, countries=frozenset(countries), roles=frozenset(roles), gender=gender, terms=tuple(times))


def _role(word: str, ontology: Ontology) -> str:
    return next((iri for iri, role in ontology.roles.items() if word in role.names), word)


def _is_other(word: str) -> bool:
    return word in ("male", "female") or word.startswith(("aka ", "term "))


def _after(start: str, words: list[str]) -> list[str]:
    return [word.removeprefix(start) for word in words if word.startswith(start)]


if __name__ == "__main__":
    every = list(pairs(load()))
    for part, some in (("to tune on", [p for p in every if not p.held]), ("held out", [p for p in every if p.held])):
        counts = score(some)
        print(f"{part}: precision {counts.precision:.3f} recall {counts.recall:.3f} ({counts})")
    for pair in every:
        if not pair.held and pair.verdict != "unsure" and merged(pair) != (pair.verdict == "same"):
            print(
                pair.number, pair.verdict, pair.left.actor.label, "|", pair.right.actor.label, judge([pair.left, pair.right]).doubts
            )
