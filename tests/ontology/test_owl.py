"""The published ontology as OWL 2: what section 3 and 5 of the Structural Specification ask of an ontology of OWL 2 DL, but for dates."""

from collections import defaultdict

import pytest
from pyoxigraph import Literal, NamedNode

from kg import __version__
from kg.explore.vocabulary import published
from kg.graph.terms import named
from kg.ontology import BASE, PREFIXES

CLASS, KG = named("owl:Class"), NamedNode(PREFIXES["kg"])
PROPERTIES = {named(f"owl:{kind}Property"): kind for kind in ("Object", "Datatype", "Annotation")}
META = {CLASS, *PROPERTIES, *map(named, ("owl:Ontology", "owl:NamedIndividual", "owl:SymmetricProperty", "owl:TransitiveProperty"))}
AXIOMS = set(map(named, ("rdf:type", "rdfs:subClassOf", "rdfs:subPropertyOf", "rdfs:domain", "rdfs:range", "owl:inverseOf")))
# Section 5.5: the annotation properties that are there without a declaration, and those of the header.
BUILT_IN = set(map(named, ("rdfs:label", "rdfs:comment", "rdfs:seeAlso", "rdfs:isDefinedBy", "owl:versionInfo", "owl:versionIRI")))
# Section 4: the datatypes of OWL 2 that are used. It has no dates without a time of day, so tenures, memberships and events are not in DL.
DATATYPES = {PREFIXES["xsd"] + name for name in ("string", "integer", "decimal", "boolean")} | {PREFIXES["rdf"] + "langString"}
DATES = {PREFIXES["xsd"] + name for name in ("date", "gYearMonth", "gYear")}
RESERVED = tuple(PREFIXES[name] for name in ("rdf", "rdfs", "owl", "xsd"))
TERMS = ("ns#", "relation/", "issue/", "likelihood/", "plover/", "cameo/")


@pytest.fixture(scope="module")
def triples():
    return [quad.triple for quad in published()]


@pytest.fixture(scope="module")
def typed(triples):
    found = defaultdict(set)
    for triple in triples:
        if triple.predicate == named("rdf:type"):
            found[triple.subject].add(triple.object)
    return found


@pytest.fixture
def kinds(typed):
    """The types of each term; a copy, since asking for one that is not there adds it."""
    return typed.copy()


def test_there_is_one_header_and_nothing_is_imported(triples, kinds):
    assert [term for term, types in kinds.items() if named("owl:Ontology") in types] == [KG]
    about = {triple.predicate: triple.object.value for triple in triples if triple.subject == KG}
    assert about[named("owl:versionInfo")] == __version__
    assert about[named("owl:versionIRI")].endswith(f"/{__version__}")
    assert about[named("dcterms:license")] == "https://spdx.org/licenses/MIT"
    assert {named("dcterms:title"), named("dcterms:description"), named("rdfs:label")} < set(about)
    assert named("owl:imports") not in about


def test_there_are_no_blank_nodes(triples):
    assert {type(term) for triple in triples for term in (triple.subject, triple.object)} == {NamedNode, Literal}


def test_every_property_is_declared_as_one_kind(triples, kinds):
    used = {triple.predicate for triple in triples} - AXIOMS - BUILT_IN
    assert {term.value: len(kinds[term] & PROPERTIES.keys()) for term in used if len(kinds[term] & PROPERTIES.keys()) != 1} == {}


def test_names_are_punned_only_as_owl_2_allows(kinds):
    """Section 5.8.1: no two kinds of property share a name, and no class and datatype; individuals may have any name."""
    assert [term for term, types in kinds.items() if len(types & PROPERTIES.keys()) > 1] == []
    assert [term for term in kinds if term.value.startswith(RESERVED)] == []


def test_classes_are_declared_and_none_is_one_of_the_language(triples, kinds):
    classes = {term for term, types in kinds.items() if CLASS in types}
    used = {kind for types in kinds.values() for kind in types} - META
    used |= {end for triple in triples if triple.predicate == named("rdfs:subClassOf") for end in (triple.subject, triple.object)}
    used |= {triple.object for triple in triples if triple.predicate == named("rdfs:domain")}
    objects = {term for term, types in kinds.items() if named("owl:ObjectProperty") in types}
    used |= {triple.object for triple in triples if triple.predicate == named("rdfs:range") and triple.subject in objects}
    assert used - classes == set()
    assert not [term for term in used if term.value.startswith(RESERVED)]


def test_a_property_has_above_it_one_of_its_kind(triples, kinds):
    for triple in triples:
        if triple.predicate == named("rdfs:subPropertyOf"):
            assert kinds[triple.subject] & PROPERTIES.keys() == kinds[triple.object] & PROPERTIES.keys(), str(triple)


def test_object_properties_lead_to_names_and_datatype_properties_to_literals(triples, kinds):
    for triple in triples:
        if named("owl:ObjectProperty") in kinds[triple.predicate]:
            assert isinstance(triple.object, NamedNode), str(triple)
        if named("owl:DatatypeProperty") in kinds[triple.predicate]:
            assert isinstance(triple.object, Literal), str(triple)


def test_literals_have_datatypes_of_owl_2_but_for_dates(triples, kinds):
    found = defaultdict(set)
    for triple in triples:
        if isinstance(triple.object, Literal):
            found[triple.object.datatype.value].add(triple.subject)
    assert set(found) == DATATYPES | DATES
    dated = {kind for date in DATES for term in found[date] for kind in kinds[term]}
    assert dated == set(map(named, ("kg:Tenure", "kg:Membership", "kg:Event")))


@pytest.mark.parametrize("name", ["rdfs:subClassOf", "rdfs:subPropertyOf", "skos:broader"])
def test_hierarchies_have_no_circles(triples, name):
    above = defaultdict(set)
    for triple in triples:
        if triple.predicate == named(name):
            above[triple.subject].add(triple.object)
    for term in list(above):
        seen, pending = set(), [*above[term]]
        while pending:
            higher = pending.pop()
            assert higher != term
            if higher not in seen:
                seen.add(higher)
                pending += above.get(higher, ())


def test_every_term_says_what_it_is_and_where_it_is_defined(triples):
    about = defaultdict(set)
    for triple in triples:
        about[triple.subject].add(triple.predicate)
    ours = {term for term in about if term.value.startswith(BASE)} - {KG}
    terms = {term for term in ours if term.value.removeprefix(BASE).startswith(TERMS)}
    assert len(ours) > 5000
    for term in ours:
        assert about[term] & {named("rdfs:label"), named("skos:prefLabel")}, str(term)
        assert named("rdfs:isDefinedBy") in about[term], str(term)
    schemes = {term for term in terms if term.value.endswith("/scheme")}
    codes = {term for term in terms if "/plover/" in term.value or "/cameo/" in term.value}
    for term in terms - schemes - codes:
        assert {named("skos:definition"), named("skos:example")} <= about[term], str(term)


def test_every_relation_type_has_its_events_and_there_is_no_code_without_a_concept(triples, kinds):
    matches = set(map(named, ("skos:closeMatch", "skos:broadMatch")))
    linked = {triple.object for triple in triples if triple.predicate in matches and triple.object.value.startswith(BASE)}
    assert {term for term in linked if named("skos:Concept") not in kinds[term]} == set()
    events = {term for term in kinds if term.value.startswith(PREFIXES["plover"]) and not term.value.endswith("scheme")}
    assert len(events) == 16
    assert events <= linked


def test_nobody_is_above_or_below_nothing(triples, kinds):
    """A concept is at the top of its scheme or below another, and a class of ours has something to do with the others."""
    tied = {triple.subject for triple in triples if triple.predicate in {named("skos:broader"), named("skos:topConceptOf")}}
    for scheme in ("issue", "plover", "cameo"):
        concepts = {
            term for term, types in kinds.items() if named("skos:Concept") in types and term.value.startswith(PREFIXES[scheme])
        }
        assert concepts - tied == set()
    classes = {term for term, types in kinds.items() if CLASS in types and term.value.startswith(PREFIXES["kg"])}
    spoken_of = {triple.object for triple in triples} | {t.subject for t in triples if t.predicate == named("rdfs:subClassOf")}
    assert classes - spoken_of == set()
