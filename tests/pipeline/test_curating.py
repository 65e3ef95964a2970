"""Decisions: taken on the command line, kept in a file, in effect without reading, and undone without a trace."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.cli import curate as verb
from kg.graph.claims import actors, claims
from kg.graph.curation import FILE, Decision, Verdict, save
from kg.ontology import term
from kg.pipeline import Options, open_graph, rebuild
from tests.conftest import run_kg
from tests.pipeline.conftest import Desk
from tests.pipeline.stub import Stub

TEXTS = {"a": "Norway sanctions Chad.", "b": "Norse sanctions Chad. Norway sanctions Peru.", "c": "Yes: Norway sanctions Chad."}


@pytest.fixture
def fresh(desk):
    """A build of its own, for tests that change the documents."""
    desk.put(**TEXTS)
    desk.build()
    return desk


@pytest.fixture(scope="module")
def original(stubbed, tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("original"))
    desk.put(**TEXTS)
    desk.build()
    return desk


@pytest.fixture
def built(original, tmp_path):
    """A copy of one build."""
    desk = Desk(tmp_path)
    desk.inputs = original.inputs
    shutil.copytree(original.output, desk.output)
    return desk


def curate(desk, *words, signed=("--who", "Ada Berg", "--when", "2026-11-28")):
    done = run_kg("curate", "-g", desk.output, *signed, *words)
    assert done.status == 0, done.err
    return done


def said(desk):
    return sorted(str(claim) for claim in claims(open_graph(desk.output)))


def id_of(desk, words):
    return next(claim.id for claim in claims(open_graph(desk.output)) if str(claim) == words)


def test_copies_of_a_sentence_are_one_claim_with_several_documents(built):
    (claim,) = [claim for claim in claims(open_graph(built.output)) if str(claim) == "Norway - sanctions - Chad"]
    assert {Path(source).stem for source in (claim.source, *(copy.source for copy in claim.copies))} == {"a", "c"}
    explained = run_kg("explain", "Norway", "sanctions", "Chad", "-g", built.output)
    assert explained.out.count("also in ") == 1
    assert len(json.loads(run_kg("explain", "Norway", "*", "Chad", "-g", built.output, "--json").out)["copies"]) == 1


def test_a_decision_takes_effect_without_reading(built, monkeypatch):
    monkeypatch.setattr(Stub, "claims", None)
    done = curate(built, "merge", "Norse", "norway", "--why", "a misprint")
    assert done.lines == [f"1 decision in {built.output / FILE}; the graph is built with them"]
    assert said(built).count("Norway - sanctions - Chad") + said(built).count("Norse - sanctions - Chad") == 2
    assert len({actor.iri for actor in actors(open_graph(built.output))}) == 3
    assert b"a misprint" in built.files()["graph.ttl"]


def test_the_file_can_be_read_by_people_and_in_a_pull_request(built):
    curate(built, "rename", "Peru", "Republic of Peru", "--why", "so")
    curate(built, "hide", "actor:norse")
    assert (built.output / FILE).read_text("utf-8").splitlines() == [
        '{"decision": "rename", "of": ["actor:peru"], "label": "Republic of Peru", "who": "Ada Berg", "when": "2026-11-28", "why": "so"}',
        '{"decision": "hide", "of": ["actor:norse"], "who": "Ada Berg", "when": "2026-11-28"}',
    ]
    assert said(built) == ["Norway - sanctions - Chad", "Norway - sanctions - Republic of Peru"]


def test_decisions_survive_every_build(fresh):
    curate(fresh, "reject", id_of(fresh, "Norway - sanctions - Peru")[:6])
    assert fresh.build().changed is False
    fresh.put(d="Chad sanctions Peru.")
    fresh.build()
    assert "Norway - sanctions - Peru" not in said(fresh)
    clean = fresh.output.with_name("clean")
    clean.mkdir()
    (clean / FILE).write_bytes((fresh.output / FILE).read_bytes())
    fresh.build(clean)
    assert fresh.files(clean) == fresh.files()


def test_what_was_decided_is_listed_with_what_was_rejected(built):
    claim = id_of(built, "Norway - sanctions - Peru")
    curate(built, "reject", claim, "--why", "a joke")
    listed = run_kg("curate", "--list", "-g", built.output).out
    assert listed == (
        f"1. reject claim:{claim} (Ada Berg, 2026-11-28, a joke)\n   Norway - sanctions - Peru: Norway sanctions Peru.\n"
    )


def test_the_later_of_two_that_contradict_wins_and_it_is_said(built):
    claim = id_of(built, "Norway - sanctions - Peru")
    curate(built, "confirm", claim)
    done = curate(built, "reject", claim)
    place = f"{built.output / FILE}:1"
    assert done.lines[0] == f"{place}: confirm claim:{claim} (Ada Berg, 2026-11-28) has no effect: a later decision says otherwise"
    assert "no effect: a later decision says otherwise" in run_kg("curate", "--list", "-g", built.output).out
    assert "Norway - sanctions - Peru" not in said(built)


def test_a_confirmed_claim_is_certain_everywhere(built):
    curate(built, "confirm", id_of(built, "Norway - sanctions - Peru"))
    explained = run_kg("explain", "Norway", "sanctions", "Peru", "-g", built.output)
    assert "  confirmed by Ada Berg\n" in explained.out
    assert "Norway - sanctions - Peru" not in run_kg("curate", "-g", built.output).out


def test_proposals_are_listed_by_doubt_with_reasons_and_quotes(built):
    out = run_kg("curate", "-g", built.output, "--top", "1").out
    assert out.splitlines()[0].endswith("(claim, 0.5: X sanctions Y)")
    assert out.splitlines()[1] == '  "Norse sanctions Chad."'
    assert [line.split()[2] for line in out.splitlines()[2:4]] == ["confirm", "reject"]
    assert out.splitlines()[4] == "and 2 more: --top shows them"
    records = json.loads(run_kg("curate", "-g", built.output, "--json").out)
    assert [record["doubt"] for record in records] == [1.0, 1.0, 1.0]


def test_any_decision_can_be_undone(built):
    files = built.files()
    curate(built, "hide", "Norway")
    curate(built, "hide", "Chad")
    curate(built, "undo", "1", signed=())
    assert [line["of"] for line in map(json.loads, (built.output / FILE).read_text("utf-8").splitlines())] == [["actor:chad"]]
    curate(built, "undo", signed=())
    assert built.files() == files
    assert not (built.output / FILE).exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["undo"], "undo: no such decision, a number up to 0 was expected"),
        (["undo", "x"], "undo x: no such decision"),
        (["hide", "Atlantis"], "Atlantis: nothing in the graph has this name, one of its actors was expected"),
        (["reject", "ffff"], "ffff: not in the graph, the id of a claim of it was expected"),
        (["merge", "Chad"], "kg curate merge: merge is of"),
        (["rename", "Chad"], "a name was expected for rename alone"),
        (["forget", "Chad"], 'the decision is "forget", one of merge, split'),
        (["hide", "Chad", "--when", "May"], 'when is "May", a day such as'),
        (["--apply", "nowhere.jsonl"], "nowhere.jsonl: a file of decisions was expected"),
    ],
)
def test_what_cannot_be_decided_is_an_error_in_one_line(built, words, message):
    done = run_kg("curate", "-g", built.output, *words)
    assert (done.status, len(done.lines)) == (2, 1)
    assert message in done.err
    assert not (built.output / FILE).exists()


def test_an_actor_goes_by_what_the_ontology_calls_it(built):
    curate(built, "hide", "N'Djamena")
    assert [json.loads(line)["of"] for line in (built.output / FILE).read_text("utf-8").splitlines()] == [["actor:chad"]]


def test_decisions_that_were_made_elsewhere_are_taken_or_refused_as_a_whole(built, tmp_path):
    file = tmp_path / "page.jsonl"
    file.write_text('{"decision": "hide", "of": ["actor:norse"]}\n\n{"decision": "hide", "of": ["actor:atlantis"]}\n', "utf-8")
    done = run_kg("curate", "-g", built.output, "--apply", file)
    assert (done.status, done.err) == (2, f"kg: {file}:3: actor:atlantis is not in the graph, an actor of it was expected\n")
    assert not (built.output / FILE).exists()
    file.write_text('{"decision": "hide", "of": ["actor:norse"], "who": "Ada"}\n', "utf-8")
    for _ in range(2):  # what was taken is not taken again, though its actor is gone
        assert run_kg("curate", "-g", built.output, "--apply", file).status == 0
        assert (built.output / FILE).read_bytes() == file.read_bytes()
    file.write_text('{"decision": "reject", "of": ["claim:ffff"]}\n', "utf-8")
    assert "claim:ffff is not in the graph, a claim of it was expected" in run_kg("curate", "-g", built.output, "--apply", file).err


def test_a_build_says_where_a_decision_is_malformed(built):
    (built.output / FILE).write_text('{"decision": "hide"}\n', "utf-8")
    done = run_kg("build", built.inputs, "-o", built.output)
    assert (done.status, done.lines) == (
        2,
        [f"kg: {built.output / FILE}:1: hide is of null, one actor such as actor:… was expected"],
    )


def test_a_decision_about_what_is_gone_stays_without_effect(fresh):
    curate(fresh, "hide", "Norse")
    fresh.drop("b")
    fresh.build(prune=True)
    assert run_kg("curate", "--list", "-g", fresh.output).out.endswith("   no effect: it names what is not in the graph\n")


def test_another_file_of_decisions_can_be_named(built, tmp_path):
    other = tmp_path / "ours.jsonl"
    save(other, [Decision(Verdict.HIDE, (term("actor:norse"),))])
    rebuild(built.output, Options(curation=other))
    assert "Norse" not in {actor.label for actor in actors(open_graph(built.output))}
    assert run_kg("curate", "-g", built.output, "--curation", other, "--list").out.startswith("1. hide actor:norse")


def test_decisions_that_are_taken_at_once_are_all_kept(built):
    command = [sys.executable, "-c", "from kg.cli import main; main()", "curate", "-g", built.output, "rename"]
    people = [subprocess.Popen([*command, name, f"New {name}"], stderr=subprocess.PIPE) for name in ("Norse", "Peru", "Chad")]
    assert [person.communicate() and person.returncode for person in people] == [0, 0, 0]
    renamed = {json.loads(line)["label"] for line in (built.output / FILE).read_text("utf-8").splitlines()}
    assert renamed == {"New Norse", "New Peru", "New Chad"}
    assert renamed < {actor.label for actor in actors(open_graph(built.output))}


def test_a_decision_that_is_refused_leaves_all_as_it_was(built):
    before = built.state()
    done = run_kg("curate", "-g", built.output, "hide", "Atlantis")
    assert (done.status, done.err) == (
        2,
        "kg: Atlantis: nothing in the graph has this name, one of its actors was expected; did you mean Catalonia (actor:catalonia)?\n",
    )
    assert built.state() == before


def test_a_graph_with_a_stamp_gets_a_new_one(fresh):
    fresh.build(stamp=True)
    curate(fresh, "hide", "Norse")
    time = "ASK { GRAPH kg:runs { ?run prov:endedAtTime ?time } }"
    assert run_kg("query", time, "-g", fresh.output).status == 0


def test_who_decides_is_who_is_logged_in_and_when_is_today(built, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "ada")
    curate(built, "hide", "Norse", signed=())
    (line,) = map(json.loads, (built.output / FILE).read_text("utf-8").splitlines())
    assert (line["who"], len(line["when"])) == ("ada", 10)

    def nobody():
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert verb._user() == ""


def test_a_name_that_several_have_is_an_error_that_names_them(built):
    curate(built, "rename", "Peru", "Chad")
    done = run_kg("curate", "-g", built.output, "hide", "chad!")
    assert (done.status, done.err) == (2, "kg: chad!: may be actor:chad, actor:peru, an actor was expected\n")


DECISIONS = st.one_of(
    st.builds(
        lambda verdict, names: Decision(verdict, tuple(sorted(term(f"actor:{name}") for name in names))),
        st.sampled_from([Verdict.MERGE, Verdict.SPLIT]),
        st.lists(st.sampled_from(["norway", "norse", "chad", "peru", "atlantis"]), min_size=2, max_size=2, unique=True),
    ),
    st.builds(lambda name: Decision(Verdict.HIDE, (term(f"actor:{name}"),)), st.sampled_from(["norway", "chad", "nowhere"])),
    st.builds(lambda label: Decision(Verdict.RENAME, (term("actor:chad"),), label=label), st.sampled_from(["A", "Norse"])),
)


@settings(max_examples=6)
@given(st.lists(DECISIONS, min_size=1, max_size=4))
def test_to_decide_and_to_undo_is_to_do_nothing(original, decided):
    before = original.files()
    save(original.output / FILE, decided)
    rebuild(original.output)
    save(original.output / FILE, [])
    rebuild(original.output)
    assert original.files() == before
