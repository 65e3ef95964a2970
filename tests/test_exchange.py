"""The verbs that compare graphs, take them in and hand them on."""

import json


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


def test_diff_says_what_it_cannot_read(kg, built, tmp_path):
    done = kg("diff", built, tmp_path / "none.ttl")
    assert (done.status, done.out) == (2, "")
    assert len(done.lines) == 1
