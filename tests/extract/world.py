"""A small world: an ontology of the actors, issues and roles that the hand-written sentences name."""

from dataclasses import replace

from kg.extract.mention.gazetteer import Gazetteer
from kg.extract.mention.mentions import Mentions, find_mentions
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind
from kg.ontology import ActorEntry, Name, NameForm, Role, RoleKind, Tenure, term
from tests.extract.ontologies import actor, issue, lemmatize, ontology
from tests.extract.parses import CHAD, FALK, FISHING, INSTITUTE, KENYA, NORWAY, OIL, OKORO, PERU, POST, UNION

ADA = Actor(term("actor:ada-falk"), "Ada Falk", ActorKind.PERSON)
IVO = Actor(term("actor:ivo-sand"), "Ivo Sand", ActorKind.PERSON, country=CHAD.iri)
LI, LIN = (Actor(term(f"actor:{name.lower()}-berg"), f"{name} Berg", ActorKind.PERSON) for name in ("Li", "Lin"))


def _role(name: str, kind: RoleKind, *names: str, actor_kind: ActorKind = ActorKind.POPULATION, to: str = "") -> Role:
    return Role(term("role:" + name), name, (name, *names), kind, actor_kind, frozenset(to.split()))


MINISTER = _role("minister", RoleKind.OFFICE)
ENVOY = _role("envoy", RoleKind.OFFICE, to="to for in")
ANALYST = _role("analyst", RoleKind.OCCUPATION, "scholar")
SCHOLARS = _role("scholars", RoleKind.GROUP, "scholar")
TROOPS = _role("troops", RoleKind.GROUP, actor_kind=ActorKind.ARMED_GROUP)
CABINET = _role("cabinet", RoleKind.GOVERNMENT)

WORLD = ontology(
    actors=[
        actor(NORWAY, adjective="Norwegian", inhabitant="Norwegians", capital="Oslo", seat="Storting"),
        actor(CHAD, adjective="Chadian"),
        *map(actor, (PERU, KENYA, UNION, POST)),
        ActorEntry(INSTITUTE, (Name("Institute", NameForm.LABEL),)),
        *(actor(person, surname=person.label.split()[-1]) for person in (FALK, ADA, IVO, OKORO, LI, LIN)),
    ],
    issues=[issue(FISHING), issue(OIL)],
    roles=[MINISTER, ENVOY, ANALYST, SCHOLARS, TROOPS, CABINET],
    tenures=[
        Tenure(FALK.iri, MINISTER.iri, NORWAY.iri, "2030-01-01"),
        Tenure(ADA.iri, MINISTER.iri, NORWAY.iri, "2020-01-01", "2029-12-31"),
        Tenure(FALK.iri, ENVOY.iri, CHAD.iri, "2020-01-01"),
        Tenure(OKORO.iri, ENVOY.iri, CHAD.iri, "2020-01-01"),
    ],
)
GAZETTEER = Gazetteer(WORLD, lemmatize)


def named(*sentences, published: str = "") -> list[Mentions]:
    """What the world's names find in the sentences of one document."""
    return find_mentions(sentences, GAZETTEER, WORLD, published)


def listed(*sentences: Sentence, published: str = "", document_id: str = "", **lists: tuple[str, ...]) -> list[Mentions]:
    """What the world's names find in the sentences of one document, with word lists (their names with `_` for a hyphen)."""
    world = replace(WORLD, word_lists={name.replace("_", "-"): words for name, words in lists.items()})
    return find_mentions(sentences, Gazetteer(world, lemmatize), world, published, document_id)
