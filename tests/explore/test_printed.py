"""Plots and the report: the same bytes every time, and text from documents stays text."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from kg.errors import OutputError
from kg.explore.analysis import analyse
from kg.explore.analysis.whole import Whole
from kg.explore.printed import report, write_plots, write_report
from kg.explore.printed.plots import svg, undated
from kg.model import Actor, ActorKind, Issue, Period, Polarity, Span
from tests.explore.builder import CHILE, LIKELY, NORWAY, SANCTIONS, SOME, about, claim, document, said

ATTACK = '<script>alert(1)</script><img src=x onerror="alert(1)">\' "{{ 7*7 }}{% x %} $x_1$ \\N \x00\x1b\ufffe'
NO = claim(NORWAY, SANCTIONS, CHILE, source="other.txt", polarity=Polarity.NEGATED)


def whole(*claims, **changes) -> Whole:
    papers = {}
    for one in claims:
        publisher = {"publisher": "The Other"} if one.source == "other.txt" else {}
        papers[one.evidence.document] = replace(document("", one.source), id=one.evidence.document, **publisher, **changes)
    return Whole(claims, papers, analyse(claims, papers))


FEW = whole(*SOME, NO)


@pytest.fixture(scope="module")
def page() -> str:
    return report(FEW, version="1")


def hostile() -> Whole:
    who, what = Actor("urn:a", ATTACK, ActorKind.PERSON), Issue("urn:i", ATTACK)
    one = claim(who, SANCTIONS, CHILE, issues=about(what), attribution=(said(who),), likelihood=LIKELY, source=ATTACK)
    other = replace(one, id="0f", polarity=Polarity.NEGATED, attribution=())
    later = replace(one, id="1f", factuality=SOME[5].factuality)
    claims = [replace(some, evidence=replace(some.evidence, quote=ATTACK)) for some in (one, other, later)]
    return whole(*claims, title=ATTACK, publisher=ATTACK, published=ATTACK)


def test_a_plot_is_the_same_in_every_process(tmp_path: Path):
    code = (
        "from tests.explore.test_printed import FEW; from kg.explore.printed import write_plots; from pathlib import Path; import sys\n"
        "write_plots(FEW.analysis, Path(sys.argv[1]))"
    )
    environment = {"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(["", *sys.path]), "HOME": os.environ["HOME"]}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "a")], env=environment, check=True)
    names = [path.name for path in write_plots(FEW.analysis, tmp_path / "b")]
    assert names == ["signs.png", "signs.svg", "timeline.png", "timeline.svg", "issues.png", "issues.svg"]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_plots_show_names_and_numbers_as_words():
    plots = svg(FEW.analysis)
    assert {"Norway", "0+", "2\N{MINUS SIGN}", "1+"} <= words(plots["signs"])
    assert {"cooperation", "conflict"} <= words(plots["timeline"])
    assert {"fishing rights", "tariffs"} <= words(plots["issues"])


def words(text: str) -> set[str]:
    return {node.text for node in etree.fromstring(text.encode()).iter("{*}text")}


def test_a_timeline_counts_years_where_months_would_be_too_many():
    times = [Period(f"{year}-05-01", f"{year}-05-02", "then", Span(0, 1)) for year in (1990, 2019)]
    long = [claim(NORWAY, SANCTIONS, CHILE, time=time) for time in times]
    assert re.search(r">\d{4}</text>", svg(analyse(long))["timeline"])
    short = [claim(NORWAY, SANCTIONS, CHILE, time=replace(times[1], start=f"2019-0{month}-01", end="")) for month in (5, 9)]
    whole_year = claim(NORWAY, SANCTIONS, CHILE, time=replace(times[1], start="2019-01-01", end="2019-12-31"))
    assert "2019-07" in words(svg(analyse([*short, whole_year]))["timeline"])


def test_a_timeline_without_any_date_has_no_years():
    assert not re.search(r">-?\d+(-\d+)?</text>", svg(analyse([claim(NORWAY, SANCTIONS, CHILE)]))["timeline"])
    assert "no claim of cooperation or conflict is dated" in words(svg(analyse([]))["timeline"])


def test_a_timeline_of_years_alone_shows_them():
    years = [Period(f"{year}-01-01", f"{year}-12-31", "then", Span(0, 1)) for year in (2017, 2018)]
    found = analyse([claim(NORWAY, SANCTIONS, CHILE, time=time) for time in years])
    assert {"2017", "2018"} <= words(svg(found)["timeline"])
    assert undated(found) == 0


def test_a_timeline_says_how_many_claims_have_no_place_in_it():
    times = [Period(f"2019-0{month}-01", f"2019-0{month}-02", "then", Span(0, 1)) for month in (5, 7)]
    year = Period("2019-01-01", "2019-12-31", "then", Span(0, 1))
    found = whole(*(claim(NORWAY, SANCTIONS, CHILE, time=time) for time in [*times, year]))
    assert "precise enough: 1." in report(found, version="1")


def test_the_matrix_says_how_many_actors_it_leaves_out():
    many = [claim(Actor(f"urn:{n}", f"A{n}", ActorKind.STATE), SANCTIONS, CHILE, source=f"{n}") for n in range(30)]
    assert "The first 16 of 31." in report(whole(*many), version="1")


def test_nothing_gives_empty_plots_and_an_empty_report():
    assert set(svg(analyse([]))) == {"signs", "timeline", "issues"}
    page = report(whole(), version="1")
    assert "No two sources contradict each other." in page
    assert "Nothing is predicted of two actors." in page


def test_the_report_shows_both_sentences_of_a_disagreement_with_their_sources(page):
    tree = html.fromstring(page)
    (one, *_) = tree.xpath("//section[@class='disagreement']")
    assert [quote.text for quote in one.iter("blockquote")] == ["Norway sanctions Chile."] * 2
    assert "The Harbour, 2021-03-04" in one.text_content()
    assert f"claim:{NO.id}" in one.text_content()
    assert "55 to 80 %" in tree.text_content()
    assert len(tree.xpath("//*[local-name()='svg']")) == 3


def test_the_report_has_tables_of_everything(page):
    found = {node.get("id") for node in html.fromstring(page).iter("table")}
    names = (
        "actors",
        "communities",
        "blocs",
        "balance",
        "brokers",
        "pairs",
        "issues",
        "stances",
        "actor-issues",
        "pair-issues",
        "speaker",
        "outlet",
        "country",
    )
    assert found == {f"table-{name}" for name in names}


def test_long_tables_say_how_much_is_left_out():
    many = [claim(Actor(f"urn:{n}", f"A{n}", ActorKind.STATE), SANCTIONS, CHILE, source=f"{n}") for n in range(30)]
    assert "The first 20 of 31." in report(whole(*many), version="1")


def test_long_lists_are_cut(monkeypatch):
    monkeypatch.setattr("kg.explore.printed.page._LONG", 0)
    page = report(FEW, version="1")
    assert "The first 0 of 1; <code>kg analyse --table forecasts</code> shows all." in page
    assert "<code>kg analyse --table disagreements</code>" in page


def test_the_report_asks_nobody_and_runs_nothing(page):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    tree = html.fromstring(page)
    assert not tree.xpath("//script | //link | //img | //iframe | //*[@style] | //@*[starts-with(name(), 'on')]")
    links = tree.xpath("//@href | //@*[name()='xlink:href']")
    ids = tree.xpath("//@id")
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert len(ids) == len(set(ids))
    assert all(used in ids for used in re.findall(r"url\(#([^)]*)\)", page))


def test_text_from_documents_stays_text():
    page = report(hostile(), version="1")
    tree = html.fromstring(page)
    assert not tree.xpath("//script | //img | //@onerror")
    assert "{{ 7*7 }}{% x %}" in tree.text_content()
    assert "\x1b" not in page
    assert "\x00" not in page


def test_the_report_is_the_same_every_time(page, tmp_path: Path):
    write_report(whole(*SOME, NO), tmp_path / "a.html", version="1")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == page
    with pytest.raises(OutputError):
        write_report(FEW, tmp_path / "a.html" / "c.html", version="1")
