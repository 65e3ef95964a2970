"""How well mentions, coreference, metonyms, time, issues and relations are read, on labelled sentences; floors may rise and never fall."""

import pytest

from kg.ontology import load, term
from tests.gate.labelled import describes, expected
from tests.gate.score import SETS, Counts, Judge, score

# Precision and recall that must be reached: on the part that rules were tuned on, and on the part that is held out.
FLOORS = {
    "mentions": ((0.96, 0.95), (0.93, 0.90)),
    "coreference": ((0.86, 0.71), (0.85, 0.74)),
    "metonyms": ((0.99, 0.99), (0.91, 0.91)),
    "time": ((0.94, 0.92), (0.89, 0.92)),
    "issues": ((0.93, 0.83), (0.86, 0.71)),
    "relations": ((0.93, 0.54), (0.84, 0.53)),
    "factuality": ((0.91, 0.91), (0.90, 0.90)),
    "speakers": ((0.94, 0.94), (0.90, 0.90)),
}
SIZES = {"mentions": 400, "coreference": 150, "metonyms": 80, "time": 100, "issues": 150} | dict.fromkeys(
    ("relations", "factuality", "speakers"), 350
)


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge(load())


@pytest.mark.model
@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("held", [False, True], ids=["tuned", "held"])
def test_floor(judge, name, held):
    counts, _ = score(name, judge, held=held)
    precision, recall = FLOORS[name][held]
    assert counts.precision >= precision, counts
    assert counts.recall >= recall, counts


@pytest.mark.parametrize("name", SETS)
def test_the_set_is_large_and_a_third_is_held_out(name):
    items = list(SETS[name][0]())
    labels = [label for item in items for label in item.labels if not label.optional and label.names != ("-",)]
    issues = [issue for item in items for stated in item.stated for issue in stated.issues | stated.weak]
    related = [one for item in items for one in item.related]
    assert len(labels) + len(issues) + len(related) >= SIZES[name]
    assert [item.number for item in items] == list(range(1, len(items) + 1))
    assert sum(item.held for item in items) == len(items) // 3


def test_counts_add_up():
    counts = Counts(1, 2, 4) + Counts(1, 2, 0)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)
    assert (Counts(0, 0, 0).precision, Counts(0, 0, 0).recall, Counts(0, 0, 0).f1) == (0.0, 0.0, 0.0)


def test_labels_of_relations_are_terms_of_the_ontology():
    ontology = load()
    related = [one for item in SETS["relations"][0]() for one in item.related]
    names = {name for one in related for name in (*one.subject, *one.object) if name[0] not in "+~"}
    assert {name for name in names if expected(name.split("@")[-1] or "russia", ontology) not in ontology.actors} == set()
    assert {name for one in related for name in one.relations if term(f"rel:{name}") not in ontology.relations} == set()


@pytest.mark.parametrize(
    ("name", "label", "answer"),
    [
        ("~court", "court", True),
        ("~court", "Norwegian court", True),
        ("~court", "court in the Hague", True),
        ("~high court", "high court in Lyon", True),
        ("~court", "court clerk", False),
        ("~court", "courts", False),
        ("~high court", "court in Lyon", False),
    ],
)
def test_a_label_names_the_noun_of_a_description(name, label, answer):
    assert describes(name, label) is answer
