import json
import math
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.explore.analysis import Analysis, analyse
from kg.explore.analysis.record import analysis_json
from kg.explore.analysis.tables import tables, tables_text
from kg.model import Factuality, Polarity
from tests.explore.builder import AIDS, CHILE, FISHING, KENYA, NEEDS, NORWAY, PERU, RIVALS, SANCTIONS, SOME, UNION, claim


def measures(analysis: Analysis) -> dict[str, tuple[int, int]]:
    return {one.actor.label: (one.degree, one.community) for one in analysis.actors}


def test_degree_counts_other_actors_once():
    found = measures(analyse(SOME))
    assert {label: degree for label, (degree, _) in found.items()} == {
        "Norway": 3,
        "Chile": 2,
        "Kenya": 1,
        "Peru": 1,
        "Fishers' Union": 1,
    }


def test_pagerank_is_a_distribution():
    ranks = [one.pagerank for one in analyse(SOME).actors]
    assert math.isclose(sum(ranks), 1, abs_tol=1e-5)


def test_communities_are_numbered_by_size():
    two = [claim(NORWAY, AIDS, KENYA), claim(KENYA, AIDS, UNION), claim(UNION, AIDS, NORWAY), claim(CHILE, AIDS, PERU)]
    found = {label: community for label, (_, community) in measures(analyse(two)).items()}
    assert found == {"Norway": 1, "Kenya": 1, "Fishers' Union": 1, "Chile": 2, "Peru": 2}


def test_actors_without_a_counterpart_stand_alone():
    analysis = analyse([claim(KENYA, NEEDS, FISHING), claim(PERU, RIVALS, PERU)])
    assert measures(analysis) == {"Kenya": (0, 1), "Peru": (0, 2)}
    assert analysis.pairs == ()


def test_balance_weighs_cooperation_against_conflict():
    (pair,) = analyse(
        [claim(NORWAY, AIDS, CHILE), claim(CHILE, SANCTIONS, NORWAY), claim(CHILE, AIDS, NORWAY), claim(CHILE, NEEDS, NORWAY)]
    ).pairs
    assert (pair.first, pair.second) == (CHILE, NORWAY)
    assert (pair.claims, pair.cooperation, pair.conflict, pair.balance) == (4, 2, 1, 0.333333)


def test_a_neutral_pair_has_no_balance():
    assert analyse([claim(CHILE, NEEDS, NORWAY)]).pairs[0].balance == 0


@pytest.mark.parametrize(
    "changes",
    [{"polarity": Polarity.NEGATED}, {"factuality": Factuality.DENIED}, {"factuality": Factuality.HYPOTHETICAL}],
)
def test_what_does_not_hold_is_no_conflict(changes):
    analysis = analyse([claim(NORWAY, SANCTIONS, CHILE, **changes)])
    assert analysis.pairs == ()
    assert measures(analysis) == {"Norway": (1, 1), "Chile": (1, 1)}


@given(st.permutations(SOME))
def test_the_order_of_claims_does_not_matter(claims):
    assert analyse(claims) == analyse(SOME)


def test_every_process_finds_the_same():
    code = "from tests.explore.builder import *; from kg.explore.analysis import analyse; print(analyse(SOME))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(["", *sys.path])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_text_and_json_tell_the_measures():
    analysis = analyse(SOME)
    text = tables_text(tables(analysis, ["actors", "pairs"]), most=1)
    assert [line.split(" │ ")[0].strip() for line in text.splitlines()] == [
        "actor",
        text.splitlines()[1],
        analysis.actors[0].actor.label,
        "the first 1 of 5",
        "",
        "actor",
        text.splitlines()[6],
        "Chile",
        "the first 1 of 4",
    ]
    assert " Chile │ Norway │ 0           │ 2        │ 0       │ -1.000" in text
    record = json.loads(analysis_json(analysis))
    assert len(record["actors"]) == 5
    assert record["pairs"][0]["conflict"] == 2
    assert record["disagreements"] == []
    assert record["forecasts"][0]["claim"]["type"] == "claim"
