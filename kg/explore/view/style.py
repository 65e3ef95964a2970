"""Kind, sign and status -> how they look: the one place that the drawing, the legend and the filters share.

Colours are pairs for light and dark. Those of the signs are the blue and the vermilion of Okabe and Ito (Color Universal Design,
2008), which people with any form of colour blindness tell apart; the arrowhead says the same without colour. Shapes are SVG paths
around the origin, about one unit in radius.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kg.model import ActorKind, Factuality

__all__ = [
    "FACTUALITIES",
    "ISSUE",
    "KINDS",
    "SIGNS",
    "STATUSES",
    "STATUS_OF",
    "UNCOUNTED",
    "UNCOUNTED_MEANING",
    "Kind",
    "Look",
    "Sign",
    "Status",
]

ISSUE = "Issue"


class Status(StrEnum):
    """How far the documents stand behind a claim; each is drawn with a line of its own."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    CONTESTED = "contested"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of actor, or an issue, is drawn."""

    label: str
    path: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Sign:
    """How a sign is drawn: its colours and the arrowhead of vis-network that ends its lines."""

    label: str
    arrow: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a status is drawn: the lengths of dashes and gaps, none for a solid line, and what it means in a few words."""

    label: str
    dashes: tuple[int, ...]
    meaning: str


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        ActorKind.STATE: Kind("State", "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z", "#334155", "#cbd5e1"),
        ActorKind.INTERNATIONAL_ORGANIZATION: Kind(
            "International organization", "M1.08 0L.54.94L-.54.94L-1.08 0L-.54-.94L.54-.94Z", "#3f7d20", "#92cf6d"
        ),
        ActorKind.COALITION: Kind(
            "Coalition", "M0-1.2L.31-.43L1.14-.37L.5.16L.71.97L0 .53L-.71.97L-.5.16L-1.14-.37L-.31-.43Z", "#8a6a2f", "#d3b27a"
        ),
        ActorKind.ORGANIZATION: Kind("Organization", "M-.86-.86H.86V.86H-.86Z", "#0f7f73", "#4fc7b8"),
        ActorKind.MEDIA_OUTLET: Kind("News outlet", "M-1-.85H1V.5H.15L-.45 1.05V.5H-1Z", "#b0357f", "#f08cc8"),
        ActorKind.ARMED_GROUP: Kind("Armed group", "M-1.05-.8H1.05L0 1.1Z", "#8a1538", "#f0839f"),
        ActorKind.PERSON: Kind(
            "Person", "M0-1.05A.5.5 0 1 1 0-.05A.5.5 0 1 1 0-1.05ZM-.95 1C-.95.3-.5.05 0 .05S.95.3.95 1Z", "#8e4fa8", "#cf9be6"
        ),
        ActorKind.POPULATION: Kind(
            "Population",
            "M-.5-.95A.42.42 0 1 1-.5-.11A.42.42 0 1 1-.5-.95ZM.5-.95A.42.42 0 1 1 .5-.11A.42.42 0 1 1 .5-.95Z"
            "M-1.25.9C-1.25.25-.95 0-.5 0S0 .1 0 .35C0 .1.1 0 .5 0S1.25.25 1.25.9Z",
            "#5b4fc4",
            "#a99bff",
        ),
        ActorKind.TERRITORY: Kind("Territory", "M-1.1-.2L0-1.1L1.1-.2L.7 1H-.7Z", "#5f6b3a", "#b7c48a"),
        ISSUE: Kind("Issue", "M0-1.15L1.15 0L0 1.15L-1.15 0Z", "#c99700", "#f2cc4d"),
    }
)

SIGNS: Mapping[int, Sign] = MappingProxyType(
    {
        1: Sign("Cooperative", "triangle", "#0072b2", "#56b4e9"),
        -1: Sign("Conflictual", "bar", "#d55e00", "#ff8c42"),
        0: Sign("Neutral", "vee", "#77808c", "#9aa5b4"),
    }
)

UNCOUNTED = Sign("Not counted", "vee", "#c3c9d1", "#4a5361")  # paler than neutral, so that bars of claims that count stand out
UNCOUNTED_MEANING = "negated, denied, predicted, possible, hypothetical or demanded"

STATUSES: Mapping[Status, Look] = MappingProxyType(
    {
        Status.ASSERTED: Look("Stated as fact", (), "the document itself says so"),
        Status.REPORTED: Look("Reported", (11, 5), "a speaker says so"),
        Status.CONTESTED: Look("Alleged or denied", (2, 5), "doubt is cast on it"),
        Status.EXPECTED: Look("Expected", (13, 5, 2, 5), "planned, predicted, possible or demanded"),
    }
)

STATUS_OF: Mapping[Factuality, Status] = MappingProxyType(
    {
        Factuality.ACTUAL: Status.ASSERTED,
        Factuality.REPORTED: Status.REPORTED,
        Factuality.ALLEGED: Status.CONTESTED,
        Factuality.DENIED: Status.CONTESTED,
        Factuality.PLANNED: Status.EXPECTED,
        Factuality.PREDICTED: Status.EXPECTED,
        Factuality.POSSIBLE: Status.EXPECTED,
        Factuality.HYPOTHETICAL: Status.EXPECTED,
        Factuality.DEMANDED: Status.EXPECTED,
    }
)

FACTUALITIES: Mapping[Factuality, str] = MappingProxyType(
    {
        Factuality.ACTUAL: "the document itself says that it is or was so",
        Factuality.REPORTED: "a speaker says so, and no doubt is cast",
        Factuality.ALLEGED: "doubt is cast on it",
        Factuality.DENIED: "somebody denies it",
        Factuality.PLANNED: "its subject intends, promises or threatens it",
        Factuality.PREDICTED: "somebody expects it",
        Factuality.POSSIBLE: "it may or could be so",
        Factuality.HYPOTHETICAL: "it depends on a condition, or is asked about",
        Factuality.DEMANDED: "somebody asks for it",
    }
)
