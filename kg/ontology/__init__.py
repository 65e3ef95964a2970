"""Turtle in `ontology/` -> what the program knows; the only reader of that folder."""

from kg.ontology.entries import (
    ActorEntry,
    Cue,
    Event,
    Frame,
    IssueEntry,
    LikelihoodTerm,
    Membership,
    Name,
    NameForm,
    Ontology,
    RelationEntry,
    Role,
    RoleKind,
    Tenure,
)
from kg.ontology.load import digest, folders, load
from kg.ontology.namespaces import BASE, PREFIXES, local_name, term
from kg.ontology.source import read_triples, shipped

__all__ = [
    "BASE",
    "PREFIXES",
    "ActorEntry",
    "Cue",
    "Event",
    "Frame",
    "IssueEntry",
    "LikelihoodTerm",
    "Membership",
    "Name",
    "NameForm",
    "Ontology",
    "RelationEntry",
    "Role",
    "RoleKind",
    "Tenure",
    "digest",
    "folders",
    "load",
    "local_name",
    "read_triples",
    "shipped",
    "term",
]
