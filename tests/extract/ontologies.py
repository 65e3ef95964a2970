"""Small ontologies, built by hand."""

from collections.abc import Iterable

from kg.model import ActorKind, Issue, Relation, RelationGroup
from kg.ontology import (
    ActorEntry,
    Frame,
    IssueEntry,
    Name,
    NameForm,
    Ontology,
    RelationEntry,
    Role,
    Tenure,
    term,
)

PREPOSITIONS = ("about", "against", "as", "at", "between", "by", "for", "in", "near", "of", "on", "out", "over", "to", "with")
_LEMMAS = {
    "are": "be",
    "says": "say",
    "carries": "carry",
    "clashes": "clash",
    "discusses": "discuss",
    "is": "be",
    "lashes": "lash",
    "opposed": "oppose",
    "rounds": "round",
    "rivals": "rival",
    "sanctions": "sanction",
    "talks": "talk",
    "threats": "threat",
    "ties": "tie",
    "troops": "troop",
}


def lemmatize(word: str, pos: str) -> str:
    """The lemma of a word of these tests: "sanctions", "condemns"."""
    return _LEMMAS.get(word) or (word.removesuffix("s") if pos == "VERB" else word)


def relation(
    name: str,
    *frames: str,
    group: RelationGroup = RelationGroup.ACT,
    symmetric: bool = False,
    takes: str = "actor",
    issue: str = "",
    reaches: bool = False,
    between: tuple[frozenset[ActorKind], frozenset[ActorKind]] = (frozenset(), frozenset()),
) -> RelationEntry:
    """A relation type with its frames; `takes` says what its object may be, `reaches` whether things of it count."""
    iri = term(f"rel:{name}")
    found = tuple(Frame(text, iri) for text in frames)
    return RelationEntry(
        Relation(iri, name, group, 0, symmetric=symmetric),
        found,
        issue,
        takes_actor="actor" in takes,
        takes_issue="issue" in takes,
        reaches=reaches,
        subjects=between[0],
        objects=between[1],
    )


def actor(entity, **names: tuple[str, ...] | str) -> ActorEntry:
    """An actor with its label and further names by their form."""
    found = [Name(entity.label, NameForm.LABEL)]
    for form, texts in names.items():
        found += [Name(text, NameForm(form)) for text in ([texts] if isinstance(texts, str) else texts)]
    return ActorEntry(entity, tuple(found))


def issue(entity: Issue, *phrases: str) -> IssueEntry:
    """An issue with its label and further phrases."""
    return IssueEntry(entity, (entity.label, *phrases))


def ontology(
    *,
    relations: Iterable[RelationEntry] = (),
    actors: Iterable[ActorEntry] = (),
    issues: Iterable[IssueEntry] = (),
    roles: Iterable[Role] = (),
    tenures: Iterable[Tenure] = (),
) -> Ontology:
    """An ontology of what is given."""
    return Ontology(
        actors={entry.actor.iri: entry for entry in actors},
        issues={entry.issue.iri: entry for entry in issues},
        relations={entry.relation.iri: entry for entry in relations},
        roles={role.iri: role for role in roles},
        tenures=tuple(tenures),
        cues=(),
        likelihoods={},
        digest="",
        word_lists={"preposition": PREPOSITIONS, "modal": ("must", "will")},
    )
