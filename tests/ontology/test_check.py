import pytest

from kg.errors import OntologyError
from kg.ontology import PREFIXES
from kg.ontology.check import faults

HEAD = "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in ("kg", "actor", "issue", "rdfs", "skos", "owl"))
LINE = HEAD.count("\n") + 1


def found(tmp_path, text):
    (tmp_path / "mine.ttl").write_text(HEAD + text, "utf-8")
    return [fault.removeprefix(f"{tmp_path / 'mine.ttl'}:{LINE}: ") for fault in faults(tmp_path)]


def test_the_shipped_ontology_has_no_faults():
    assert faults() == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('actor:zoe a kg:Person ; rdfs:label "Zoe" .', []),
        (
            'actor:zoe a kg:Person ; rdfs:label "Zoe" ; kg:surnane "Falk" .',
            ["zoe uses kg:surnane, which is not defined; a term of the vocabulary was expected"],
        ),
        (
            'actor:zoe a kg:Persson ; rdfs:label "Zoe" .',
            ["zoe uses kg:Persson, which is not defined; a term of the vocabulary was expected"],
        ),
        ('actor:zoe rdfs:label "Zoe" .', ["zoe is of no class, one such as kg:Person was expected"]),
        (
            'issue:eels a kg:Issue ; skos:prefLabel "eels" ; skos:definition "Eels." .',
            ["eels is neither at the top nor below another, skos:topConceptOf or skos:broader was expected"],
        ),
        ("kg:Navy a owl:Class .", ["Navy has no definition, one was expected", "Navy has no label, one was expected"]),
        (
            'kg:flag a owl:DatatypeProperty ; rdfs:label "flag" ; skos:definition "A flag." .',
            ["flag has no domain, one was expected"],
        ),
        (
            'kg:Navy a owl:Class ; rdfs:label "navy" ; skos:definition "A navy." ; rdfs:subClassOf kg:Navy .',
            ["Navy is above itself, a hierarchy was expected"],
        ),
        ('<urn:x:other> rdfs:label "of somebody else" .', []),
    ],
)
def test_a_fault_is_a_sentence_with_file_and_line(tmp_path, text, expected):
    assert found(tmp_path, text) == expected


def test_a_circle_of_several_is_found_at_each(tmp_path):
    about = 'a owl:Class ; rdfs:label "x" ; skos:definition "X."'
    text = f"kg:A {about} ; rdfs:subClassOf kg:B .\nkg:B {about} ; rdfs:subClassOf kg:C .\nkg:C {about} ; rdfs:subClassOf kg:B .\n"
    sentences = [fault.rpartition(": ")[2] for fault in found(tmp_path, text)]
    assert sentences == ["B is above itself, a hierarchy was expected", "C is above itself, a hierarchy was expected"]


def test_what_is_no_turtle_is_an_error(tmp_path):
    with pytest.raises(OntologyError, match=r"mine\.ttl:\d+: not Turtle"):
        found(tmp_path, "actor:zoe a")
