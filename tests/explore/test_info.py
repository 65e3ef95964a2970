import json

from pyoxigraph import Store

from kg.explore.analysis import importance
from kg.explore.info import Info, Leading, info
from kg.explore.report import info_json, info_text
from kg.model import ActorKind, Factuality, Polarity, RelationGroup
from tests.explore.builder import SOME


def test_everything_is_counted_once(store):
    assert info(store) == Info(
        documents=7,
        claims=8,
        quotes=7,
        issues=2,
        statements=len({quad.triple for quad in store}),
        by_factuality=((Factuality.ACTUAL, 5), (Factuality.DENIED, 1), (Factuality.PLANNED, 1), (Factuality.PREDICTED, 1)),
        by_polarity=((Polarity.AFFIRMED, 7), (Polarity.NEGATED, 1)),
        by_group=((RelationGroup.ACT, 4), (RelationGroup.STANCE, 4)),
        actors=((ActorKind.STATE, 4), (ActorKind.ORGANIZATION, 1)),
        leading=tuple(Leading(one.actor.label, one.claims, one.documents) for one in importance(SOME)),
    )


def test_an_empty_graph_has_nothing():
    assert info(Store()) == Info(documents=0, claims=0, quotes=0, issues=0, statements=0)


def test_text_and_json_tell_the_counts(store):
    lines = info_text(info(store)).splitlines()
    assert " documents      │ 7" in lines
    assert "   denied       │ 1" in lines
    assert " actors         │ 5" in lines
    record = json.loads(info_json(info(store)))
    assert record["by_factuality"] == {"actual": 5, "denied": 1, "planned": 1, "predicted": 1}
    assert record["actors"] == {"State": 4, "Organization": 1}
    assert record["leading"][0] == {"label": "Chile", "claims": 5, "documents": 4}
    assert " actor, the first 5 │ claims │ documents" in lines
