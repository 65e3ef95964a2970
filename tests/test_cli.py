# ruff: noqa: RUF001 - typographic quotes are what is tested
"""The verbs: words in; the answer on standard output, the rest on standard error, and an exit status."""

import csv
import json
import os
import re
import resource
import shutil
import subprocess
import sys
from datetime import datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph
import pytest

from kg import __version__
from kg.cli import main
from kg.explore.vocabulary import published
from kg.graph.store import load_file
from kg.graph.terms import named
from kg.ontology import PREFIXES, term
from tests.explore.test_record import KEYS

VERBS = [
    "curate",
    "build",
    "extract",
    "evaluate",
    "query",
    "view",
    "export",
    "analyse",
    "compare",
    "explain",
    "info",
    "validate",
    "diff",
    "load",
    "push",
    "pull",
    "ontology",
]
PAGE = (Path(__file__).parents[1] / "docs" / "claims.md").read_text("utf-8")
NOT_PINNED = {"id": "", "confidence": 0, "rule": ""}  # they change when a frame of the ontology does


def children() -> float:
    """Seconds of process time that finished child processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_help_is_quick():
    before = children()
    done = subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", "--help"], capture_output=True, text=True, check=True
    )
    assert children() - before < 1.0  # half of it is the aim; a busy machine gets the other half
    assert {verb for verb in VERBS if re.search(rf"^  {verb} ", done.stdout, re.MULTILINE)} == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_help(kg, verb):
    done = kg(verb, "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"Usage: kg {verb} ")


def test_version(kg):
    assert kg("--version").out == f"kg {__version__}\n"


def test_without_a_verb_the_help_is_shown(kg):
    done = kg()
    assert done.status == 2
    assert "Usage: kg" in done.out + done.err


def test_build_writes_everything_and_says_what(building):
    folder, done = building
    assert (done.status, done.out) == (0, "")
    summary, *wrote = done.lines
    assert re.fullmatch(r"3 documents, \d+ claims, \d+ actors, \d+ issues", summary)
    assert wrote == [f"wrote {folder / name}" for name in ("graph.trig", "graph.ttl", "graph.html", "report.html", "analysis.ttl")]
    assert sorted(path.name for path in folder.iterdir()) == [
        ".kg",
        "analysis.ttl",
        "graph.html",
        "graph.trig",
        "graph.ttl",
        "report.html",
    ]


def test_build_says_that_nothing_changed_and_what_is_gone(kg, corpus, tmp_path):
    for name in ("harbour.txt", "grain.md"):
        shutil.copy(corpus / name, tmp_path / name)
    arguments = ("build", tmp_path, "-o", tmp_path / ".out")
    kg(*arguments)
    again = kg(*arguments)
    assert (again.status, again.lines[1:]) == (0, ["nothing changed, nothing written"])
    (tmp_path / "grain.md").unlink()
    kept = kg(*arguments)
    gone = "1 document is no longer among the paths: "
    assert kept.lines == [again.lines[0], gone + "kept; --prune drops what is gone", "nothing changed, nothing written"]
    dropped = kg(*arguments, "--prune")
    assert dropped.lines[0].startswith("1 documents, ")
    assert dropped.lines[1] == gone + "dropped"


def test_build_stamps_when_asked_and_only_then(kg, corpus, tmp_path, monkeypatch):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2031, 5, 2, 10, 0, tzinfo=tz)

    monkeypatch.setattr("kg.pipeline.building.datetime", Clock)
    time = 'ASK { GRAPH kg:runs { ?run prov:endedAtTime "2031-05-02T10:00:00Z"^^xsd:dateTime } }'
    arguments = ("build", corpus / "harbour.txt", "-o", tmp_path)
    kg(*arguments)
    plain = (tmp_path / "graph.trig").read_bytes()
    assert kg("query", time, "-g", tmp_path).status == 1
    kg(*arguments, "--stamp")
    assert kg("query", time, "-g", tmp_path).status == 0
    assert kg("validate", tmp_path).status == 0
    assert kg(*arguments, "--stamp").lines[-1] == "nothing changed, nothing written"
    kg(*arguments)
    assert (tmp_path / "graph.trig").read_bytes() == plain


def test_a_build_after_no_change_takes_less_than_two_seconds(corpus, built):
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build", corpus, "-o", built]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.stderr.endswith("nothing changed, nothing written\n")
    assert (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime) < 2


def test_the_summary_counts_what_the_graph_holds(building, kg):
    folder, done = building
    counts = json.loads(kg("info", "-g", folder, "--json").out)
    assert [int(number) for number in re.findall(r"\d+", done.lines[0])] == [
        counts["documents"],
        counts["claims"],
        sum(counts["actors"].values()),
        counts["issues"],
    ]


def test_another_machine_builds_the_same_bytes(built, corpus, tmp_path):
    """As far as one machine can be another: with other hashes, time, language, threads, and arithmetic of an older processor."""
    code = "from kg.cli import main; main()"
    machine = {"PYTHONHASHSEED": "17", "TZ": "Asia/Tokyo", "LC_ALL": "C", "OMP_NUM_THREADS": "1"}
    processor = {"OPENBLAS_CORETYPE": "Prescott", "BLIS_ARCH_TYPE": "generic"}
    environment = {**os.environ, **machine, **processor, "KG_CACHE": str(tmp_path.with_name("cache"))}
    subprocess.run([sys.executable, "-c", code, "build", corpus, "-o", tmp_path], check=True, capture_output=True, env=environment)
    for name in ("graph.trig", "graph.ttl", "graph.html", "report.html", "analysis.ttl"):
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes(), name
    shards = [sorted((folder / ".kg" / "shards").iterdir()) for folder in (built, tmp_path)]
    assert [path.name for path in shards[0]] == [path.name for path in shards[1]]
    assert [path.read_bytes() for path in shards[0]] == [path.read_bytes() for path in shards[1]]


def test_extract_writes_claims_as_json_lines(kg, corpus):
    done = kg("extract", corpus)
    records = [json.loads(line) for line in done.out.splitlines()]
    assert (done.status, done.err) == (0, "")
    assert len(records) > 8
    assert all(list(record) == KEYS and record["type"] == "claim" for record in records)
    assert [record["source"] for record in records] == sorted(record["source"] for record in records)


def test_extract_writes_attributions(kg, corpus):
    records = [json.loads(line) for line in kg("extract", corpus, "--attributions").out.splitlines()]
    keys = ["type", "document", "source", "source_spans", "cue_spans", "content_spans", "speaker", "inferred"]
    assert records
    assert all(list(record) == keys and record["type"] == "attribution" for record in records)


def test_extract_writes_candidates_only_when_asked_and_marks_them(kg):
    text = b"Norway imposed new rules that would touch many exporters of fish in Chad."
    plain = kg("extract", "-", stdin=text).out.splitlines()
    more = kg("extract", "-", "--candidates", stdin=text).out.splitlines()
    types = {line: json.loads(line)["type"] for line in more}
    assert set(plain) < set(more)
    assert {types[line] for line in plain} <= {"claim"}
    assert {types[line] for line in set(more) - set(plain)} == {"candidate"}


def test_extract_reads_standard_input(kg):
    (line,) = kg("extract", "-", stdin="Peru criticised Norway’s fleet.".encode()).out.splitlines()
    record = json.loads(line)
    assert record["source"] == "-"
    assert (record["subject"]["label"], record["evidence"]["quote"]) == ("Peru", "Peru criticised Norway’s fleet.")


def test_a_text_of_a_headline_without_claims_is_a_document(kg):
    assert kg("extract", "-", stdin=b"Quiet Days on the Coast") == kg("extract", "-", stdin=b"Snow")


def test_the_example_of_the_record_is_what_extract_writes(kg):
    sentence = re.search(r'^\$ echo "(.*)" \| kg extract -$', PAGE, re.MULTILINE)[1]
    shown = json.loads(re.search(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[1])
    first = kg("extract", "-", stdin=f"{sentence}\n".encode()).out.splitlines()[0]
    assert {**json.loads(first), **NOT_PINNED} == {**shown, **NOT_PINNED}
    assert list(shown) == KEYS


def test_what_is_extracted_as_gold_is_all_right(kg, corpus):
    done = kg("extract", corpus, "--gold")
    assert (done.status, done.err, len(done.out.splitlines())) == (0, "", 3)
    record = json.loads(kg("evaluate", "-", "--json", "--errors", stdin=done.out.encode()).out)
    assert record["documents"] == 3
    assert {name: score["f1"] for name, score in record["scores"].items()} == {
        **dict.fromkeys(("claims", "pairs", "polarity", "factuality", "issues"), 1),
        "speaker": None,
    }
    assert record["errors"] == []


GOLD = {
    "id": "note",
    "text": "Norway praised Peru.",
    "claims": [{"subject": "actor:norway", "relation": "rel:criticises", "object": "actor:peru"}],
}


def test_evaluate_shows_what_is_wrong(kg, tmp_path):
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD), "utf-8")
    done = kg("evaluate", tmp_path / "gold.jsonl", "--errors")
    assert (done.status, done.err) == (0, "")
    assert re.search(r"^ claims +│ 0\.000 +│ 0\.000 +│ 0\.000 │ 0 +│ 1 +│ 1$", done.out, re.MULTILINE)
    assert done.out.endswith("""
note: 2 wrong
  "Norway praised Peru."
    too much: actor:norway rel:praises actor:peru
  no sentence is given
    missed: actor:norway rel:criticises actor:peru
""")
    assert "wrong" not in kg("evaluate", tmp_path / "gold.jsonl").out


def test_evaluate_shows_no_mistakes_where_there_are_none(kg):
    text = json.dumps(GOLD).replace("rel:criticises", "rel:praises")
    assert kg("evaluate", "-", "--errors", stdin=text.encode()).out == kg("evaluate", "-", stdin=text.encode()).out


def test_the_example_of_the_page_on_evaluation_is_gold(kg):
    page = (Path(__file__).parents[1] / "docs" / "evaluation.md").read_text("utf-8")
    shown = json.loads(re.search(r"^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[1])
    done = kg("evaluate", "-", "--json", stdin=json.dumps(shown).encode())
    assert {score["f1"] for score in json.loads(done.out)["scores"].values()} == {1}


SANCTIONS = "SELECT ?who ?whom { ?who rel:sanctions ?whom }"


def test_query_by_argument_file_and_standard_input(kg, built, tmp_path):
    (tmp_path / "question.rq").write_text(SANCTIONS, "utf-8")
    answers = [
        kg("query", SANCTIONS, "-g", built),
        kg("query", tmp_path / "question.rq", "--graph", built),
        kg("query", "-", "-g", built, stdin=SANCTIONS.encode()),
    ]
    assert answers[0] == answers[1] == answers[2]
    assert (answers[0].status, answers[0].err) == (0, "")
    assert "actor:norway │ actor:chile" in answers[0].out


def test_query_in_json_and_csv(kg, built):
    bindings = json.loads(kg("query", SANCTIONS, "-g", built, "--json").out)["results"]["bindings"]
    rows = list(csv.reader(kg("query", SANCTIONS, "-g", built, "--csv").out.splitlines()))
    assert rows[0] == ["who", "whom"]
    assert rows[1:] == [[binding["who"]["value"], binding["whom"]["value"]] for binding in bindings]


def test_query_constructs_turtle(kg, built):
    done = kg("query", "CONSTRUCT WHERE { ?who rel:sanctions ?whom }", "-g", built)
    triples = list(pyoxigraph.parse(done.out, format=pyoxigraph.RdfFormat.TURTLE))
    assert [triple.predicate.value.rpartition("/")[2] for triple in triples] == ["sanctions"] * len(triples)
    assert triples


@pytest.mark.parametrize(("whom", "status", "answer"), [("chile", 0, "yes\n"), ("peru", 1, "no\n")])
def test_query_answers_ask_by_its_exit_status(kg, built, whom, status, answer):
    done = kg("query", f"ASK {{ ?who rel:sanctions actor:{whom} }}", "-g", built)
    assert (done.status, done.out) == (status, answer)


def test_no_rows_are_an_answer(kg, built):
    assert kg("query", "SELECT ?who { ?who rel:sanctions actor:peru }", "-g", built, "--csv").status == 0


def test_a_query_may_be_longer_than_the_name_of_a_file(kg, built):
    done = kg("query", "DESCRIBE " + "actor:norway " * 500, "-g", built)
    assert (done.status, done.err) == (0, "")


def test_view_writes_the_page(kg, built, tmp_path):
    done = kg("view", tmp_path / "page.html", "-g", built)
    assert (done.status, done.out, done.err) == (0, "", f"wrote {tmp_path / 'page.html'}\n")
    assert (tmp_path / "page.html").read_bytes() == (built / "graph.html").read_bytes()


@pytest.mark.parametrize(
    "wanted",
    [
        ("--query", "SELECT ?c { ?c rdf:subject actor:norway }"),
        ("--actor", "Norway"),
        ("--since", "2016", "--until", "2026", "--min-confidence", "0.5"),
        ("--top", "3"),
    ],
)
def test_view_draws_a_part(kg, built, tmp_path, wanted):
    done = kg("view", tmp_path / "page.html", "-g", built, *wanted)
    assert (done.status, done.err) == (0, f"wrote {tmp_path / 'page.html'}\n")
    assert (tmp_path / "page.html").stat().st_size < (built / "graph.html").stat().st_size


def test_view_of_what_is_not_there_is_one_clear_line(kg, built, tmp_path):
    done = kg("view", tmp_path / "page.html", "-g", built, "--issue", "nonsense")
    assert (done.status, done.err) == (
        2,
        "kg: --issue nonsense: nothing in the graph has this name, one of its issues was expected\n",
    )


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nq", ".jsonld", ".rdf"])
def test_export_of_rdf_can_be_asked_again(kg, built, tmp_path, suffix):
    file = tmp_path / f"graph{suffix}"
    done = kg("export", file, "-g", built)
    assert (done.status, done.out, done.err) == (0, "", f"wrote {file}\n")
    assert kg("query", SANCTIONS, "-g", file).out == kg("query", SANCTIONS, "-g", built).out


def test_export_with_annotations(kg, built, tmp_path):
    assert kg("export", tmp_path / "graph.trig", "-g", built, "--evidence", "oa").status == 0
    assert kg("export", tmp_path / "plain.trig", "-g", built, "--evidence", "quotes").status == 0
    assert (tmp_path / "plain.trig").read_bytes() == (built / "graph.trig").read_bytes()
    assert "    oa:hasTarget quote:" in (tmp_path / "graph.trig").read_text("utf-8")
    assert kg("diff", built, tmp_path / "graph.trig").status == 0
    assert kg("validate", tmp_path / "graph.trig").status == 0
    done = kg("export", tmp_path / "graph.gexf", "-g", built, "--evidence", "oa")
    assert (done.status, done.lines) == (
        2,
        ["kg: evidence as oa is RDF, which gexf cannot hold, one of .ttl .trig .nq .jsonld .rdf was expected"],
    )
    done = kg("export", tmp_path / "graph.ttl", "-g", built, "--evidence", "photo")
    assert (done.status, done.lines) == (
        2,
        ["kg: photo: no form of evidence is known by this name, one of quotes, oa was expected"],
    )


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_export_of_networks_is_xml(kg, built, tmp_path, suffix):
    file = tmp_path / f"graph{suffix}"
    assert kg("export", file, "-g", built).status == 0
    assert any(element.tag.endswith("edge") for element in ET.parse(file).iter())


def test_export_of_tables_says_which_files_it_wrote(kg, built, tmp_path):
    done = kg("export", tmp_path / "graph.csv", "-g", built)
    assert done.lines == [f"wrote {tmp_path / 'nodes.csv'}", f"wrote {tmp_path / 'edges.csv'}"]
    assert (tmp_path / "edges.csv").read_text("utf-8").startswith("subject,object,")


def test_analyse(kg, built):
    done = kg("analyse", "-g", built, "--top", "2")
    actors, pairs = done.out.split("\n\n")
    assert (len(actors.splitlines()), len(pairs.splitlines())) == (5, 5)
    measures = json.loads(kg("analyse", "-g", built, "--json").out)
    assert {"actors", "pairs"} < set(measures)
    assert len(measures["actors"]) > 2


def test_explain_shows_the_sentence(kg, built):
    done = kg("explain", "Norway", "sanctions", "Chile", "-g", built)
    assert done.status == 0
    assert '"Norway «imposed sanctions» on Chile over fishing rights."' in done.out
    assert "harbour.txt, characters 65-" in done.out


def test_explain_in_json_writes_what_extract_writes(kg, built, corpus):
    done = kg("explain", "*", "-g", built, "--json")
    assert done.out == kg("extract", corpus).out


def test_explain_says_no_by_its_exit_status(kg, built):
    assert kg("explain", "Peru", "sanctions", "Norway", "-g", built).status == 1


def test_info(kg, built):
    done = kg("info", "-g", built)
    assert done.status == 0
    assert re.search(r"^ documents +│ 3$", done.out, re.MULTILINE)


def test_validate_says_yes_to_a_build_and_to_what_was_exported(kg, built):
    for graph in (built, built / "graph.ttl", built / "graph.trig"):
        done = kg("validate", graph)
        assert (done.status, done.out) == (0, "")
        assert re.fullmatch(r"valid: every quote stands in its source text \([1-9]\d+ quotes\)\n", done.err)


def test_validate_finds_a_quote_that_nobody_wrote(kg, built, tmp_path):
    text = (built / "graph.ttl").read_text("utf-8")
    quote = 'kg:exact "Peru criticised Norway on Friday."@en'
    assert text.count(quote) == 1
    (tmp_path / "false.ttl").write_text(text.replace(quote, quote.replace("criticised", "praised")), "utf-8")
    done = kg("validate", tmp_path / "false.ttl")
    assert done.status == 1
    (line,) = done.out.splitlines()
    assert re.fullmatch(
        r".*harbour\.txt: quote:\S+ is not in the text: 'Peru praised Norway on Friday\.' was expected at \d+-\d+", line
    )
    assert done.err == "1 violations\n"


@pytest.fixture
def own(tmp_path):
    """A folder that adds a person and a relation type."""
    prefixes = "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in ("kg", "actor", "rel", "rdfs", "skos"))
    body = 'actor:zoe-falk a kg:Person ; rdfs:label "Zoe Falk" ; kg:surname "Falk" .\n'
    body += 'rel:zings a kg:Relation ; skos:prefLabel "zings" ; skos:definition "…" ;\n kg:group kg:act ; kg:sign 0 ; kg:frame "X zings Y" .\n'
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.ttl").write_text(prefixes + body, "utf-8")
    return tmp_path / "own"


def test_ontology_counts_what_is_known(kg, own):
    done = kg("ontology", "list")
    assert (done.status, done.err) == (0, "")
    counted, more = (json.loads(kg("ontology", "list", "--json", *args).out) for args in ((), ("--ontology", own)))
    assert list(counted) == ["actors", "issues", "events", "relations", "roles", "cues", "likelihood"]
    assert (more["actors"] - counted["actors"], more["relations"] - counted["relations"]) == (1, 1)
    assert re.search(rf"^ actors +│ {counted['actors']}$", done.out, re.MULTILINE)


def test_ontology_lists_a_kind(kg, own):
    done = kg("ontology", "list", "relations", "--ontology", own)
    assert re.search(r"^ zings +│ rel:zings +│ act +│ X zings Y$", done.out, re.MULTILINE)
    listed = json.loads(kg("ontology", "list", "actors", "--json", "--ontology", own).out)
    (zoe,) = [entry for entry in listed if entry["label"] == "Zoe Falk"]
    assert zoe["names"] == [{"text": "Zoe Falk", "form": "name"}, {"text": "Falk", "form": "surname"}]


def test_ontology_has_no_such_kind(kg):
    done = kg("ontology", "list", "cats")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("kg: cats: no such kind of knowledge, one of actors, issues, ")


def test_ontology_finds_words(kg, own):
    done = kg("ontology", "find", "zoe", "FALK", "--ontology", own)
    assert (done.status, done.err) == (0, "")
    assert re.search(r"^ Zoe Falk │ name │ Zoe Falk +│ Person │ actor:zoe-falk$", done.out, re.MULTILINE)
    (found,) = json.loads(kg("ontology", "find", "zings y", "--ontology", own, "--json").out)
    assert (found["text"], found["form"], found["iri"]) == ("X zings Y", "frame", term("rel:zings"))


def test_ontology_finds_nothing(kg):
    done = kg("ontology", "find", "zoe", "falk")
    assert (done.status, done.out, done.err) == (1, "", "")
    done = kg("ontology", "find", "zoe falk", "--json")
    assert (done.status, json.loads(done.out)) == (1, [])


def test_ontology_check_says_yes(kg, own):
    done = kg("ontology", "check", own)
    assert (done.status, done.out) == (0, "")
    assert re.fullmatch(
        r"valid: \d+ actors, \d+ issues, \d+ events, \d+ relations, \d+ roles, \d+ cues, 7 likelihood, \d+ frames", done.lines[0]
    )


@pytest.mark.parametrize(
    ("was", "becomes", "line", "message"),
    [
        ("X zings Y", "X zings", 8, 'frame "X zings": it cannot be read'),
        ("Zoe Falk", "Norway", 6, 'zoe-falk has label "Norway", which is that of norway '),
    ],
)
def test_ontology_check_says_what_is_wrong_where(kg, own, was, becomes, line, message):
    file = own / "mine.ttl"
    file.write_text(file.read_text("utf-8").replace(was, becomes), "utf-8")
    done = kg("ontology", "check", own)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"kg: {file}:{line}: {message}")


def test_ontology_check_lists_faults(kg, own):
    file = own / "mine.ttl"
    file.write_text(file.read_text("utf-8") + 'actor:zoe-falk kg:adjektive "Falkian" .\n', "utf-8")
    done = kg("ontology", "check", own)
    assert (done.status, done.lines) == (1, ["1 faults"])
    assert re.fullmatch(
        rf"{file}:\d: zoe-falk uses kg:adjektive, which is not defined; a term of the vocabulary was expected\n", done.out
    )


def test_ontology_tries_a_frame(kg):
    done = kg("ontology", "try", "X slams Y", "Beijing was slammed by Tokyo")
    assert (done.status, done.err) == (0, "")
    assert done.out == 'X = Japan ("Tokyo"), capital\nY = China ("Beijing"), capital\nwords: slammed\n'


def test_ontology_says_why_a_frame_finds_nothing(kg):
    done = kg("ontology", "try", "X zings Y", "Norway praised the harvest in Lima.")
    assert (done.status, done.err) == (1, "")
    assert done.out == 'no match: no form of "zings" stands there\nnamed: Norway, actor\nnamed: Peru, place ("Lima")\n'
    assert kg("ontology", "try", "X zings Y", "It rained.").out.endswith("\nnamed: nobody\n")


def test_ontology_tries_a_frame_as_one_of_a_relation_type(kg, own):
    text = (own / "mine.ttl").read_text("utf-8").replace("kg:sign 0 ;", "kg:sign 0 ; kg:reaches true ;")
    (own / "mine.ttl").write_text(text, "utf-8")
    words = ("ontology", "try", "X bombards Y", "Norway bombarded a camp of Peru.")
    assert kg(*words).status == 1
    done = kg(*words, "--ontology", own, "--relation", "rel:zings")
    assert (done.status, done.out) == (0, "X = Norway\nY = Peru, what it belongs to\nwords: bombarded\n")


@pytest.mark.parametrize("suffix", [".ttl", ".rdf"])
def test_ontology_export_writes_one_file_with_additions_of_ones_own(kg, own, tmp_path, suffix):
    file = tmp_path / f"kg{suffix}"
    done = kg("ontology", "export", file, "--ontology", own)
    assert (done.status, done.out, done.err) == (0, "", f"wrote {file}\n")
    zings = {quad.predicate.value: quad.object.value for quad in load_file(file) if quad.subject.value == term("rel:zings")}
    assert zings[term("rdfs:range")] == term("kg:Actor")
    assert zings[term("rdfs:isDefinedBy")] == PREFIXES["kg"]


def test_values_of_ones_own_replace_those_of_the_shipped_ontology(own):
    file = own / "mine.ttl"
    file.write_text(file.read_text("utf-8") + 'rel:sanctions skos:definition "Mine." .\n', "utf-8")
    (found,) = published(own).quads_for_pattern(named("rel:sanctions"), named("skos:definition"), None, None)
    assert found.object.value == "Mine."


def test_an_ontology_is_no_network(kg, tmp_path):
    done = kg("ontology", "export", tmp_path / "kg.gexf")
    assert (done.status, done.err) == (
        2,
        f"kg: {tmp_path / 'kg.gexf'}: an ontology is RDF, one of .ttl .trig .nq .jsonld .rdf was expected\n",
    )


def test_answers_are_in_utf_8_in_this_process_too(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", ["kg", "query", "SELECT ('Çanakkale' AS ?port) {}", "-g", str(tmp_path / "empty.nq")])
    (tmp_path / "empty.nq").touch()
    with TextIOWrapper(BytesIO(), encoding="ascii") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(SystemExit):
            main()
        stream.flush()
        assert " Çanakkale\n" in stream.buffer.getvalue().decode("utf-8")


def test_json_is_utf_8_whatever_the_terminal_speaks():
    code = "from kg.cli import main; main()"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "OMP_NUM_THREADS": "1"}
    sentence = "Peru criticised Norway – again."
    answer = subprocess.check_output([sys.executable, "-c", code, "extract", "-"], input=sentence.encode(), env=environment)
    assert json.loads(answer.decode("utf-8"))["evidence"]["quote"] == sentence


def test_progress_is_drawn_on_a_terminal_only(kg, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Peru criticised Norway.", "utf-8")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert "reading" in kg("build", tmp_path / "a.txt", "-o", tmp_path / "output").err
