"""`kg analyse` and `kg compare`, as a user calls them."""

import csv
import io
import json

import pytest

from kg.explore.analysis.tables import NAMES


def test_analyse_shows_actors_and_pairs(kg, built):
    run = kg("analyse", "-g", built, "--top", 2)
    first, second = run.out.split("\n\n")
    assert first.splitlines()[0].split(" │ ")[0].strip() == "actor"
    assert len(first.splitlines()) == len(second.splitlines()) == 5
    assert second.splitlines()[-1].startswith(" the first 2 of ")
    assert "cooperation" in second


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_there_in_every_form(kg, built, name):
    text = kg("analyse", "-g", built, "--table", name)
    rows = list(csv.reader(io.StringIO(kg("analyse", "-g", built, "-t", name, "--csv").out)))
    assert (text.status, text.err) == (0, "")
    assert [column.strip() for column in text.out.splitlines()[0].split("│")] == rows[0]
    assert {len(row) for row in rows} == {len(rows[0])}


def test_all_tables_at_once_and_everything_as_json(kg, built):
    assert kg("analyse", "-g", built, "-t", "all").out.count("\n\n") == len(NAMES) - 1
    record = json.loads(kg("analyse", "-g", built, "--json").out)
    assert record["actors"][0]["actor"]["label"]
    assert {"pairs", "timeline", "blocs", "communities", "disagreements", "forecasts"} <= set(record)


def test_what_csv_cannot_hold_and_what_is_unknown_is_said(kg, built):
    several = kg("analyse", "-g", built, "--csv")
    assert (several.status, several.out) == (2, "")
    assert several.err.startswith("kg: 2 tables do not go into one CSV; --table with one of actors, ")
    unknown = kg("analyse", "-g", built, "-t", "moods")
    assert (unknown.status, unknown.err.startswith("kg: moods: no table has this name, one of actors, ")) == (2, True)


def test_plots_and_report_are_written(kg, built, tmp_path):
    run = kg("analyse", "-g", built, "--plots", tmp_path / "plots", "--report", tmp_path / "r.html")
    assert (run.status, run.out) == (0, "")
    assert len(run.lines) == 7
    assert (tmp_path / "r.html").read_bytes() == (built / "report.html").read_bytes()
    assert (tmp_path / "plots" / "signs.png").read_bytes().startswith(b"\x89PNG")


def test_compare_says_whether_there_is_anything_to_compare(kg, built):
    run = kg("compare", "-g", built, "--by", "outlet")
    assert run.status == (0 if "│" in run.out.partition("\n\n")[0].partition("┼")[2] or "polarity" in run.out else 1)
    assert kg("compare", "Nobody", "-g", built).err.startswith("kg: Nobody: no speaker of this graph has this name")
    assert kg("compare", "-g", built, "--by", "mood").status == 2


def test_compare_in_every_form(kg, built, tmp_path):
    for name, words in (
        ("a", "Norway has imposed sanctions on Chile."),
        ("b", "Norway has not imposed sanctions on Chile. It supports Chile."),
    ):
        (tmp_path / f"{name}.txt").write_text(f"{name.upper()} news\n\n{words}\n", encoding="utf-8")
    assert kg("build", tmp_path / "a.txt", tmp_path / "b.txt", "-o", tmp_path / "out").status == 0
    run = kg("compare", "-g", tmp_path / "out", "--by", "outlet")
    assert run.status == 0
    assert "polarity" in run.out
    rows = list(csv.reader(io.StringIO(kg("compare", "-g", tmp_path / "out", "--by", "outlet", "--csv").out)))
    assert [row[:2] for row in rows[1:]] == [["Chile", "Norway"]] * 2
    record = json.loads(kg("compare", "-g", tmp_path / "out", "--by", "outlet", "--json").out)
    assert [one["kind"] for one in record["disagreements"]] == ["polarity"]
    assert kg("compare", "-g", tmp_path / "out").status == 0
