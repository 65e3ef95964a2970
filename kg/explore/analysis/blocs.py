"""Claims -> blocs: who stands with whom, overall or on one issue; and brokers, who have friends in several of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.explore.analysis.balance import Balance, balance
from kg.explore.analysis.frustration import frustration, partition
from kg.explore.analysis.graphs import DIGITS, actors_of
from kg.explore.analysis.signed import net
from kg.model import Actor, Claim

__all__ = ["Bloc", "Blocs", "Broker", "blocs", "brokers"]

_NAMED = 3  # actors in a name


@dataclass(frozen=True, slots=True)
class Bloc:
    """Actors that stand together against others: its number, from 1, the largest first; its main actors as its name; its members.

    Members are IRIs, those with the most weight in the signed graph first.
    """

    number: int
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blocs:
    """How a signed graph divides.

    Attributes:
        blocs: The blocs, the largest first. Whoever has no sign with anybody is in none.
        weight: The sum of all weights without their signs: for each pair, how many more claims are of one sign than of the other.
        frustration: The part of it that the blocs do not explain: friendship between them, hostility within.
        share: That part as a share, from 0 to 1.
        balance: The triads of the graph.
    """

    blocs: tuple[Bloc, ...]
    weight: int
    frustration: int
    share: float
    balance: Balance


@dataclass(frozen=True, slots=True)
class Broker:
    """Who has friends in several blocs.

    `pairs` counts the two of different blocs who are both its friends, and not each other's: Gould & Fernandez 1989. `bloc` is the
    number of its own, `blocs` those of its friends.
    """

    actor: Actor
    bloc: int
    blocs: tuple[int, ...]
    pairs: int


def blocs(claims: Sequence[Claim], issue: str = "") -> Blocs:
    """Divide actors by who cooperates and who is in conflict with whom.

    Args:
        claims: Any claims; what is not said or planned to be so is left out (see `tone`).
        issue: The IRI of an issue: then only claims about it count.

    Returns:
        The blocs, with how much they leave unexplained.

    >>> blocs([]).blocs
    ()
    """
    chosen = [claim for claim in claims if not issue or issue in _issues(claim)]
    weights = net(chosen)
    group = partition(weights)
    weight, frustrated = sum(map(abs, weights.values())), frustration(weights, group)
    share = round(frustrated / weight, DIGITS) if weight else 0.0
    return Blocs(_blocs(weights, group, actors_of(chosen)), weight, frustrated, share, balance(weights))


def brokers(claims: Sequence[Claim], found: Blocs) -> tuple[Broker, ...]:
    """Find who could speak with both sides.

    Args:
        claims: The claims that the blocs were made of.
        found: The blocs.

    Returns:
        Those with friends in several blocs, by falling number of pairs that only they connect.
    """
    friends = _friends(net(claims))
    home = {iri: bloc.number for bloc in found.blocs for iri in bloc.members}
    closed = _closed(friends, home)
    actors = actors_of(claims)
    rows = []
    for iri, some in friends.items():
        counts = Counter(home[other] for other in some)
        crossing = (len(some) ** 2 - sum(count**2 for count in counts.values())) // 2 - closed[iri]
        if crossing:
            rows.append(Broker(actors[iri], home[iri], tuple(sorted(counts)), crossing))
    return tuple(sorted(rows, key=lambda one: (-one.pairs, one.actor.iri)))


def _issues(claim: Claim) -> Iterable[str]:
    return (claim.object.entity.iri, *(issue.entity.iri for issue in claim.issues))


def _blocs(weights: Mapping[tuple[str, str], int], group: Mapping[str, int], actors: Mapping[str, Actor]) -> tuple[Bloc, ...]:
    strength: Counter[str] = Counter()
    for pair, weight in weights.items():
        strength.update(dict.fromkeys(pair, abs(weight)))
    members: dict[int, list[str]] = defaultdict(list)
    for iri in sorted(group, key=lambda iri: (-strength[iri], iri)):
        members[group[iri]].append(iri)
    ordered = sorted(members.values(), key=lambda some: (-len(some), -strength[some[0]], some[0]))
    return tuple(
        Bloc(number, ", ".join(actors[iri].label for iri in some[:_NAMED]), tuple(some))
        for number, some in enumerate(ordered, start=1)
    )


def _friends(weights: Mapping[tuple[str, str], int]) -> dict[str, set[str]]:
    friends: dict[str, set[str]] = defaultdict(set)
    for (one, other), weight in weights.items():
        if weight > 0:
            friends[one].add(other)
            friends[other].add(one)
    return {iri: friends[iri] for iri in sorted(friends)}


def _closed(friends: Mapping[str, set[str]], home: Mapping[str, int]) -> Counter[str]:
    """Of each actor, how many two of its friends are of different blocs and friends of each other; each triad is found once."""
    rank = {iri: place for place, iri in enumerate(sorted(friends, key=lambda iri: (len(friends[iri]), iri)))}
    onwards = {iri: {other for other in some if rank[other] > rank[iri]} for iri, some in friends.items()}
    closed: Counter[str] = Counter()
    for first, nexts in onwards.items():
        for second in nexts:
            for third in nexts & onwards[second]:
                for broker, one, other in ((first, second, third), (second, first, third), (third, first, second)):
                    closed[broker] += home[one] != home[other]
    return closed
