"""Towns and regions that the ontology places in a state are read as ends; other names are not."""

from kg.extract.mention.mentions import Mentions
from kg.extract.mention.town import TOWN, towns
from kg.model import ActorKind, Mention
from tests.extract.parses import NORWAY, parse

PLACES = {"Marl": NORWAY.iri, "Port Ruby": NORWAY.iri}


def found(notation, *, taken="", pointed=()):
    sentence = parse(notation)
    actors = {t.i: Mention(sentence.span(t), NORWAY, "label") for t in sentence.words if t.text == taken}
    towns_of = dict(towns(sentence, Mentions(actors, {}, {}), pointed, PLACES))
    return [(index, m.entity.label, m.entity.kind, m.entity.country, m.form) for index, m in sorted(towns_of.items())]


def test_a_town_is_of_its_state():
    assert found("Marl/NNP/nsubj>sued=GPE sued~sue/VBD/ROOT") == [(0, "Marl", ActorKind.TERRITORY, NORWAY.iri, TOWN)]


def test_all_words_of_a_town():
    notation = "Port/NNP/compound>Ruby=GPE Ruby/NNP/nsubj>sued=GPE sued~sue/VBD/ROOT"
    assert [(index, label) for index, label, *_ in found(notation)] == [(0, "Port Ruby"), (1, "Port Ruby")]


def test_other_names_and_names_that_stand_for_somebody_are_no_towns():
    assert found("Tal/NNP/nsubj>sued=GPE sued~sue/VBD/ROOT") == []
    assert found("Marl/NNP/nsubj>sued=PERSON sued~sue/VBD/ROOT") == []
    assert found("Marl/NNP/nsubj>sued=GPE sued~sue/VBD/ROOT", taken="Marl") == []
    assert found("Marl/NNP/nsubj>sued=GPE sued~sue/VBD/ROOT", pointed=(0,)) == []
