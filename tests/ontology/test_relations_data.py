"""The shipped relation types and issues: every entry is whole, every frame can be read, and nothing is said twice."""

import itertools
import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest

FOLDER = Path(__file__).parents[2] / "ontology"
KG = "https://w3id.org/kg-affairs/ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SYMMETRIC = "http://www.w3.org/2002/07/owl#SymmetricProperty"
PLOVER = {
    "AGREE": "agree",
    "CONSULT": "consult",
    "SUPPORT": "support",
    "COOPERATE": "cooperate",
    "AID": "aid",
    "CONCEDE": "concede",
    "RETREAT": "retreat",
    "REQUEST": "request",
    "ACCUSE": "accuse",
    "REJECT": "reject",
    "THREATEN": "threaten",
    "PROTEST": "protest",
    "SANCTION": "reduces-ties",
    "MOBILIZE": "mobilize",
    "COERCE": "coerce",
    "ASSAULT": "assault",
}

# The documented forms of a frame as a regular grammar; words are lower case, X, Y and Z are places, * is any word.
WORD = r"@?[^\W\d_A-Z]+(?:-[^\W\d_A-Z]+)*(?:_[a-z]+)*"
ALTERNATIVES = rf"{WORD}(?:\|{WORD})*"
PHRASE = rf"(?:[XY]'s )?(?:\*|{ALTERNATIVES})(?: {ALTERNATIVES})*"
ARGUMENT = rf"(?:between X and Y|to \*|[XY]|\*|{PHRASE})"
CLAUSE = rf"(?:[XYZ]|X and Y) {ALTERNATIVES}(?: {ARGUMENT})*"
NOMINAL = rf"{PHRASE}(?: {ARGUMENT})+"
APPOSITION = rf"X, (?:{ALTERNATIVES} Y|Y's {ALTERNATIVES})"
FRAME = re.compile(rf"(?:{CLAUSE}|{NOMINAL}|{APPOSITION}|X, (?:{ALTERNATIVES} )+Y)")

Entries = dict[str, dict[str, list[str]]]


def read(name: str) -> Entries:
    entries: Entries = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(path=FOLDER / name, format=ox.RdfFormat.TURTLE):
        assert isinstance(quad.subject, ox.NamedNode), "blank nodes are not used"
        assert not isinstance(quad.object, ox.BlankNode), "blank nodes are not used"
        entries[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return entries


@pytest.fixture(scope="module")
def relations() -> Entries:
    return {iri: values for iri, values in read("relations.ttl").items() if KG + "Relation" in values[RDF_TYPE]}


@pytest.fixture(scope="module")
def issues() -> Entries:
    return {iri: values for iri, values in read("issues.ttl").items() if KG + "Issue" in values[RDF_TYPE]}


def local(iri: str) -> str:
    return re.split("[/#]", iri)[-1]


def expand(frame: str) -> set[str]:
    words = [word.split("|") for word in frame.replace("'s", " 's").split()]
    return {" ".join(choice) for choice in itertools.product(*words)}


def frames(entries: Entries) -> list[tuple[str, str]]:
    return [(iri, frame) for iri, values in entries.items() for frame in values[KG + "frame"]]


def check_broader(entries: Entries) -> None:
    broader = {iri: values[SKOS + "broader"] for iri, values in entries.items()}
    assert all(len(parents) <= 1 for parents in broader.values())
    assert {parent for parents in broader.values() for parent in parents} <= set(entries)
    for iri in entries:
        seen, at = set(), [iri]
        while at:
            assert at[0] not in seen, f"{iri} is broader than itself"
            seen.add(at[0])
            at = broader[at[0]]


def test_every_relation_type_is_whole(relations: Entries) -> None:
    for iri, values in relations.items():
        for name in (SKOS + "prefLabel", SKOS + "definition", SKOS + "example", KG + "group", KG + "sign"):
            assert len(values[name]) == 1, (iri, name)
        assert values[SKOS + "definition"][0].endswith("."), iri
        assert values[SKOS + "example"][0].endswith("."), iri
        assert values[SKOS + "inScheme"] == ["https://w3id.org/kg-affairs/relation/scheme"], iri
        assert local(values[KG + "group"][0]) in {"act", "stance", "tie", "trend"}, iri
        assert values[KG + "sign"][0] in {"-1", "0", "1"}, iri
        assert {local(kind) for kind in values[KG + "range"]} <= {"Actor", "Issue"}, iri
        assert values[KG + "frame"], f"{iri} has no frame"


def test_labels_of_relation_types_are_unique(relations: Entries) -> None:
    labels = [values[SKOS + "prefLabel"][0] for values in relations.values()]
    assert len(labels) == len(set(labels))


def test_there_are_enough_types_in_every_group(relations: Entries) -> None:
    groups = [local(values[KG + "group"][0]) for values in relations.values()]
    for group, least in {"act": 75, "stance": 14, "tie": 12, "trend": 8}.items():
        assert groups.count(group) >= least, group
    assert len(frames(relations)) >= 420


def test_trends_are_symmetric(relations: Entries) -> None:
    for iri, values in relations.items():
        if local(values[KG + "group"][0]) == "trend":
            assert SYMMETRIC in values[RDF_TYPE], iri


@pytest.mark.parametrize(("event", "name"), PLOVER.items())
def test_plover_events_are_the_top_of_the_acts(relations: Entries, event: str, name: str) -> None:
    top = relations[f"https://w3id.org/kg-affairs/relation/{name}"]
    assert top[KG + "plover"] == [event]
    assert not top[SKOS + "broader"]


def test_acts_have_an_event_and_a_code(relations: Entries) -> None:
    for iri, values in relations.items():
        if local(values[KG + "group"][0]) == "act":
            assert values[KG + "plover"][0] in PLOVER, iri
            assert re.fullmatch(r"\d{2,4}", values[KG + "cameo"][0]), iri


def test_broader_relation_types_exist_without_cycles(relations: Entries) -> None:
    check_broader(relations)


def test_frames_follow_the_documented_forms(relations: Entries) -> None:
    for iri, frame in frames(relations):
        assert FRAME.fullmatch(frame), (iri, frame)
        places = re.findall(r"\b[A-Z]\b", frame)
        assert sorted(set(places) - {"Z"}) == ["X", "Y"], (iri, frame)
        assert places.count("X") == places.count("Y") == 1, (iri, frame)


def test_alternatives_are_not_repeated(relations: Entries) -> None:
    for iri, frame in frames(relations):
        for word in frame.split():
            choices = word.split("|")
            assert len(choices) == len(set(choices)), (iri, frame)


def test_plural_subjects_belong_to_symmetric_types(relations: Entries) -> None:
    for iri, frame in frames(relations):
        if "X and Y" in frame:
            assert SYMMETRIC in relations[iri][RDF_TYPE], (iri, frame)


def test_no_frame_stands_under_two_relation_types(relations: Entries) -> None:
    """But for a type that holds between certain kinds of actors, and one that holds between any."""
    owners: dict[str, set[str]] = defaultdict(set)
    for iri, frame in frames({iri: values for iri, values in relations.items() if not values[KG + "subjectKind"]}):
        for wording in expand(frame):
            owners[wording].add(local(iri))
    assert {wording: names for wording, names in owners.items() if len(names) > 1} == {}


def test_issues_of_relation_types_exist(relations: Entries, issues: Entries) -> None:
    assert {issue for values in relations.values() for issue in values[KG + "issue"]} <= set(issues)


def test_every_issue_is_whole(issues: Entries) -> None:
    assert len(issues) >= 110
    for iri, values in issues.items():
        assert len(values[SKOS + "prefLabel"]) == 1, iri
        assert len(values[SKOS + "definition"]) == 1, iri
        assert values[SKOS + "definition"][0].endswith("."), iri
        assert values[SKOS + "inScheme"] == ["https://w3id.org/kg-affairs/issue/scheme"], iri
        assert all(re.fullmatch(r"https://w3id\.org/kg-affairs/actor/[a-z0-9-]+", place) for place in values[KG + "place"]), iri
        assert all(re.fullmatch(r"http://www\.wikidata\.org/entity/Q\d+", same) for same in values[SKOS + "exactMatch"]), iri


def test_broader_issues_exist_without_cycles(issues: Entries) -> None:
    check_broader(issues)


def test_a_label_belongs_to_one_issue(issues: Entries) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for iri, values in issues.items():
        labels = [label for name in ("prefLabel", "altLabel", "hiddenLabel") for label in values[SKOS + name]]
        assert len(labels) == len({label.lower() for label in labels}), iri
        for label in labels:
            # A plural is found by the same lemma as its singular.
            owners[re.sub(r"(?<=[a-z]{3})s\b", "", label.lower())].add(local(iri))
    assert {label: names for label, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("label", ["war", "talks", "crisis", "conflict", "weapons", "relations", "agreement", "trade", "security"])
def test_labels_that_would_fire_everywhere_are_left_out(issues: Entries, label: str) -> None:
    for values in issues.values():
        for name in ("prefLabel", "altLabel", "hiddenLabel"):
            assert label not in {text.lower() for text in values[SKOS + name]}
