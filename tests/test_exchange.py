"""The verbs that compare graphs, take them in and hand them on."""

import json
import re
import shutil

import pytest

from tests.conftest import CORPUS
from tests.servers import answering, oxigraph

FILES = ("graph.trig", "graph.ttl", "graph.html", "report.html", "analysis.ttl")


def test_diff_of_a_graph_and_its_export_is_nothing(kg, built):
    for form in ("graph.ttl", "graph.trig"):
        done = kg("diff", built, built / form)
        assert (done.status, done.out, done.err) == (0, "", "")


def test_diff_shows_a_claim_that_changed(kg, built, tmp_path):
    text = (built / "graph.ttl").read_text("utf-8")
    (block,) = [block for block in text.split("\n\n") if block.startswith("# Claims")]
    (whole,) = [one for one in block.split(" .\n") if "rel:sanctions" in one and "kg:actual" in one]
    (tmp_path / "other.ttl").write_text(text.replace(whole, whole.replace("kg:actual", "kg:alleged")), "utf-8")
    done = kg("diff", built, tmp_path / "other.ttl")
    assert (done.status, done.err) == (1, "")
    assert done.out.startswith("~ Norway - sanctions - Chile (alleged)\n")
    assert done.out.endswith("\n    factuality: actual -> alleged\n")
    (change,) = json.loads(kg("diff", built, tmp_path / "other.ttl", "--json").out)["changed"]
    assert change["changes"] == {"factuality": ["actual", "alleged"]}


def test_diff_writes_a_page_of_what_changed(kg, built, tmp_path):
    text = (built / "graph.ttl").read_text("utf-8")
    (tmp_path / "other.ttl").write_text(text.replace("kg:factuality kg:actual", "kg:factuality kg:denied", 1), "utf-8")
    page = tmp_path / "changes.html"
    done = kg("diff", built, tmp_path / "other.ttl", "--page", page)
    assert (done.status, done.err) == (1, f"wrote {page}\n")
    data = json.loads(re.search(r'id="data">(.*?)</script>', page.read_text("utf-8"), re.DOTALL)[1])
    assert list(data["changes"]["aspects"].values()) == [[["factuality", "actual", "denied"]]]
    assert data["part"] == f"from {built} to {tmp_path / 'other.ttl'}"


def test_diff_says_what_it_cannot_read(kg, built, tmp_path):
    done = kg("diff", built, tmp_path / "none.ttl")
    assert (done.status, done.out) == (2, "")
    assert len(done.lines) == 1


@pytest.fixture
def own(built, tmp_path):
    """A copy of the output folder."""
    shutil.copytree(built, tmp_path / "own")
    return tmp_path / "own"


def same(one, other):
    return all((one / name).read_bytes() == (other / name).read_bytes() for name in FILES)


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig", "graph.nq", "graph.jsonld", "graph.rdf", ""])
def test_a_graph_that_is_loaded_is_the_graph_that_was_built(kg, built, tmp_path, name):
    file = built / name if name in {*FILES, ""} else tmp_path / name
    if not file.exists():
        assert kg("export", file, "-g", built).status == 0
    done = kg("load", file, "-o", tmp_path / "loaded")
    assert (done.status, done.out) == (0, "")
    assert re.fullmatch(r"3 documents, \d+ claims, \d+ actors, \d+ issues", done.lines[0])
    assert done.lines[1:] == [f"wrote {tmp_path / 'loaded' / name}" for name in FILES]
    assert same(built, tmp_path / "loaded")


def test_what_is_there_stays_when_a_graph_is_loaded_and_what_was_loaded_when_more_is_built(kg, own, tmp_path):
    (tmp_path / "lima.txt").write_text("Kenya sanctioned Norway.\n", "utf-8")
    assert kg("build", tmp_path / "lima.txt", "-o", tmp_path / "new").status == 0
    assert kg("load", tmp_path / "new" / "graph.ttl", "-o", own).lines[0].startswith("4 documents, ")
    assert kg("validate", own).status == 0
    assert (
        kg("query", "ASK { actor:kenya rel:sanctions actor:norway . actor:norway rel:sanctions actor:chile }", "-g", own).status
        == 0
    )
    before = [(own / name).read_bytes() for name in FILES]
    assert kg("load", tmp_path / "new", tmp_path / "new" / "graph.trig", "-o", own).status == 0
    assert [(own / name).read_bytes() for name in FILES] == before
    assert kg("build", CORPUS, "-o", own).status == 0
    assert [(own / name).read_bytes() for name in FILES] == before


def test_load_refuses_what_is_not_of_the_shape_and_writes_nothing(kg, built, own, tmp_path):
    text = (built / "graph.ttl").read_text("utf-8")
    wrong = {
        "quote.ttl": text.replace('kg:exact "Peru criticised', 'kg:exact "Peru praised'),
        "blank.ttl": text + '\n_:b a kg:Issue ; skos:prefLabel "fish" .\n',
        "bell.ttl": text.replace("Peru criticised", "Peru\\u0007criticised"),
        "empty.ttl": "",
        "half.ttl": text[: len(text) // 2],
        "other.ttl": text.replace("Peru criticised", "Peru criticized"),
        "mark.ttl": re.sub(r"kg:order 1 ;", "", text, count=1),
    }
    messages = {
        "quote.ttl": "not of the shape of kg, 1 violations (kg validate lists them), the first: ",
        "blank.ttl": "has a node without a name, _:",
        "bell.ttl": " has the character U+0007, text that XML can hold was expected",
        "empty.ttl": "has no documents, a graph with claims and their documents was expected",
        "half.ttl": "Turtle was expected",
        "other.ttl": "is there with another text, the same text was expected for the same document",
        "mark.ttl": "has no kg:order, one was expected",
    }
    before = sorted((path, path.is_file() and path.read_bytes()) for path in own.rglob("*"))
    for name, content in wrong.items():
        (tmp_path / name).write_text(content, "utf-8")
        done = kg("load", built / "graph.ttl", tmp_path / name, "-o", own)
        assert (done.status, done.out, len(done.lines)) == (2, "", 1)
        assert str(tmp_path / name) in done.err
        assert messages[name] in done.err
    assert sorted((path, path.is_file() and path.read_bytes()) for path in own.rglob("*")) == before


def test_two_files_that_contradict_each_other_are_refused(kg, built, tmp_path):
    text = (built / "graph.ttl").read_text("utf-8")
    (tmp_path / "other.ttl").write_text(text.replace("Peru criticised", "Peru criticized"), "utf-8")
    done = kg("load", built, tmp_path / "other.ttl", "-o", tmp_path / "output")
    assert (done.status, (tmp_path / "output").exists()) == (2, False)


def test_push_and_pull(kg, built, tmp_path):
    with oxigraph() as url:
        done = kg("push", url.replace("://", "://ada:secret@"), "-g", built)
        assert (done.status, done.out, done.err) == (0, "", f"put 6 graphs at {url}\n")
        assert kg("pull", url, "-o", tmp_path / "all").status == 0
        query = "SELECT DISTINCT ?g { GRAPH ?g { actor:norway rel:sanctions actor:chile } }"
        graph = json.loads(kg("query", query, "-g", built, "--json").out)["results"]["bindings"][0]["g"]["value"]
        done = kg("pull", url, "--name", graph, "-o", tmp_path / "one")
        assert (done.status, done.lines[0].split(",")[0]) == (0, "1 documents")
    assert same(built, tmp_path / "all")


@pytest.mark.parametrize("verb", ["push", "pull"])
def test_a_server_that_does_not_answer_is_one_line(kg, built, verb, tmp_path):
    where = ("-g", built) if verb == "push" else ("-o", tmp_path / "output")
    with answering(200, delay=0.3) as (url, _):
        done = kg(verb, url.replace("://", "://ada:secret@"), *where, "--timeout", "0.05")
    assert (done.status, done.out, done.err) == (2, "", f"kg: {url}: silent for 0.05 seconds, an answer was expected\n")
    assert not (tmp_path / "output").exists()
