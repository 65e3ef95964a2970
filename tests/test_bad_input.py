"""What goes wrong outside of the program: one clear line and exit status 2, or the document is skipped and listed; never a traceback."""

import resource

import pytest

GOOD = "Peru criticised Norway on Friday."
GERMAN = (
    "Die Regierung in Lima hat am Freitag erklärt, dass die Verhandlungen über den Hafen gescheitert seien. Niemand wollte sagen, "
    "wann die Gespräche fortgesetzt werden, und auch aus Oslo gab es dazu zunächst keine Stellungnahme. Der Streit dauert schon Jahre. "
)
FILES = {
    "binary.txt": bytes(range(256)) * 20,
    "broken.docx": b"PK\x03\x04 but no more",
    "broken.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog\n",
    "empty.md": b"",
    "german.txt": GERMAN.encode(),
    "image.png": b"\x89PNG\r\n\x1a\n",
    "markup.html": b"<html><body></body></html>",
    "null.txt": b"Peru\x00criticised\x00Norway.",
    "spaces.txt": b" \n\n\t\n",
}


@pytest.fixture
def folder(tmp_path):
    """A folder with one of each bad file."""
    (tmp_path / "in").mkdir()
    for name, content in FILES.items():
        (tmp_path / "in" / name).write_bytes(content)
    return tmp_path / "in"


@pytest.fixture
def fails(kg):
    """Run a command that fails, and give the one line that says why."""

    def failed(*arguments, stdin=b""):
        done = kg(*arguments, stdin=stdin)
        assert (done.status, done.out) == (2, "")
        (line,) = done.lines
        assert line.startswith("kg: ")
        return line.removeprefix("kg: ")

    return failed


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_alone_is_an_error_of_one_line(fails, folder, tmp_path, name):
    line = fails("build", folder / name, "-o", tmp_path / "output")
    assert line.startswith(f"no document could be read: {folder / name}: ")
    assert not list((tmp_path / "output").glob("graph.*"))


def test_bad_files_among_good_ones_are_skipped_and_listed(kg, folder, tmp_path):
    (folder / "good.txt").write_text(GOOD, "utf-8")
    done = kg("build", folder, "-o", tmp_path / "output")
    assert done.status == 0
    assert done.lines[0].startswith("1 documents, 1 claims, ")
    skipped = [line for line in done.lines if line.startswith("skipped ")]
    assert [line.removeprefix(f"skipped {folder}/").partition(": ")[0] for line in skipped] == list(FILES)
    reasons = dict(line.removeprefix(f"skipped {folder}/").split(": ", 1) for line in skipped)
    assert reasons["empty.md"] == "empty file"
    assert reasons["german.txt"] == "not in English (language: de)"
    assert reasons["binary.txt"].startswith("binary file")
    assert reasons["broken.pdf"].startswith("broken PDF")
    assert reasons["image.png"].startswith("unknown format .png")


def test_extract_lists_what_it_skips_apart_from_its_answer(kg, folder):
    (folder / "good.txt").write_text(GOOD, "utf-8")
    done = kg("extract", folder)
    assert len(done.out.splitlines()) == 1
    assert len(done.lines) == len(FILES)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8-sig", "utf-16"])
def test_other_encodings_are_read(kg, tmp_path, encoding):
    sentence = "Peru criticised Norway, and François Hollande criticised Peru."
    (tmp_path / "a.txt").write_bytes(sentence.encode(encoding))
    done = kg("extract", tmp_path / "a.txt")
    assert (done.status, done.err) == (0, "")
    assert "François Hollande" in done.out


def test_a_name_that_is_not_utf_8(kg, tmp_path):
    file = tmp_path / b"Malm\xf6.txt".decode("utf-8", "surrogateescape")
    file.write_text(GOOD, "utf-8")
    assert kg("build", file, "-o", tmp_path / "output").status == 0


def test_a_folder_without_documents(fails, tmp_path):
    (tmp_path / "in").mkdir()
    assert "no documents in this folder" in fails("build", tmp_path / "in", "-o", tmp_path / "output")


def test_a_path_that_is_not_there(fails, tmp_path):
    assert fails("extract", tmp_path / "missing.txt") == f"{tmp_path / 'missing.txt'}: no such file or folder"


def test_a_folder_that_cannot_be_written(fails, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    line = fails("build", tmp_path / "a.txt", "-o", tmp_path / "a.txt" / "output")
    assert line.startswith(f"{tmp_path / 'a.txt' / 'output'}: ")
    assert line.endswith("a folder to write into was expected")


@pytest.mark.parametrize("file", ["a.txt/graph.ttl", "a.txt/graph.html"])
def test_a_file_that_cannot_be_written(fails, built, tmp_path, file):
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    verb = "view" if file.endswith("html") else "export"
    assert str(tmp_path / "a.txt") in fails(verb, tmp_path / file, "-g", built)


def test_a_folder_in_the_place_of_a_page(fails, built, tmp_path):
    (tmp_path / "graph.html").mkdir()
    assert fails("view", tmp_path / "graph.html", "-g", built).startswith(f"{tmp_path / 'graph.html'}: ")


def test_a_page_without_a_name(fails, built):
    assert fails("view", ".", "-g", built)


def test_a_name_that_says_no_format(fails, built, tmp_path):
    assert "no format is known by this name" in fails("export", tmp_path / "graph.xyz", "-g", built)


@pytest.mark.parametrize(
    "turtle",
    [
        "rel:scolds a kg:Relation .",
        "@prefix kg: <https://w3id.org/kg-affairs/ns#> .\n@prefix actor: <https://w3id.org/kg-affairs/actor/> .\nactor:zork a kg:State .\n",
    ],
)
def test_a_malformed_ontology(fails, tmp_path, turtle):
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    (tmp_path / "bad.ttl").write_text(turtle, "utf-8")
    assert fails("extract", tmp_path / "a.txt", "--ontology", tmp_path).startswith(f"{tmp_path / 'bad.ttl'}:")


def test_an_ontology_that_is_not_there(fails, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    assert "no such folder" in fails("extract", tmp_path / "a.txt", "--ontology", tmp_path / "missing")


def test_an_unknown_model(fails, tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    assert fails("extract", tmp_path / "a.txt", "--model", "xx_no_model").startswith("xx_no_model: no such language model")


@pytest.mark.parametrize(
    "question", ["SELECT ?who { ?who rel:sanctions", "SELEC ?who {}", "", "ASK { ?who nope:x ?y }", "missing.rq"]
)
def test_a_malformed_query(fails, built, question):
    assert fails("query", question, "-g", built)


def test_a_query_that_changes_the_graph(fails, built):
    assert "not allowed" in fails("query", "DELETE WHERE { ?s ?p ?o }", "-g", built)


def test_a_query_that_is_not_text(fails, built, tmp_path):
    (tmp_path / "q.rq").write_bytes(b'ASK { ?s ?p "\xe9" }')
    assert fails("query", tmp_path / "q.rq", "-g", built) == f"{tmp_path / 'q.rq'}: not UTF-8 at byte 13, a query was expected"
    assert fails("query", "-", "-g", built, stdin=b"\xff") == "-: not UTF-8 at byte 0, a query was expected"


def test_a_query_file_that_goes_away(fails, built, monkeypatch):
    monkeypatch.setattr("kg.cli.terminal._is_file", lambda _argument: True)
    assert fails("query", "missing.rq", "-g", built).startswith("missing.rq: No such file or directory")


@pytest.mark.parametrize("verb", [["query", "ASK {}"], ["analyse"], ["info"], ["explain", "*"], ["view", "page.html"]])
def test_a_graph_that_is_not_there(fails, tmp_path, verb):
    assert "no graph there" in fails(*verb, "-g", tmp_path / "missing")


def test_a_graph_that_is_malformed(fails, tmp_path):
    (tmp_path / "bad.ttl").write_text("actor:norway rel:sanctions\n", "utf-8")
    assert fails("validate", tmp_path / "bad.ttl").startswith(f"{tmp_path / 'bad.ttl'}:")


def test_shapes_that_are_not_there(fails, built, tmp_path):
    assert str(tmp_path / "shapes.ttl") in fails("validate", built, "--shapes", tmp_path / "shapes.ttl")


def test_a_long_text_is_read_to_its_end(kg, tmp_path):
    """300 kB here: five megabytes take the language model minutes."""
    prose = "In spring the ships lay in the old harbour, and nobody knew when the ice would break or who would buy the fish. "
    (tmp_path / "a.txt").write_text(f"{(prose * 5).strip()}\n\n" * 520 + GOOD, "utf-8")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    (line,) = kg("extract", tmp_path / "a.txt").out.splitlines()
    assert GOOD in line
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < 60


@pytest.mark.parametrize(
    ("frame", "sentence", "message"),
    [
        ("X zings", "Peru left.", 'frame "X zings": it cannot be read from word 3, a phrase with X and Y was expected'),
        ("", "Peru left.", 'frame "": '),
        ("X zings Y", " ", "the sentence: no text, a text in English was expected"),
        ("X zings Y", GERMAN, "the sentence: not in English (language: de), a text in English was expected"),
    ],
)
def test_a_frame_or_a_sentence_that_cannot_be_read(fails, frame, sentence, message):
    assert fails("ontology", "try", frame, sentence).startswith(message)


def test_a_frame_for_no_relation_type(fails):
    line = fails("ontology", "try", "X zings Y", "Peru left.", "--relation", "zings")
    assert line == "zings: no such relation type, one such as rel:sanctions was expected"


def test_a_frame_and_a_sentence_of_any_bytes(kg):
    done = kg("ontology", "try", "X z\udce9ngs Y", "Peru \udcff left.")
    assert (done.status, done.err) == (1, "")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "-:1: not JSON at column 2 "),
        (b'{"id": "a", "text": "", "claims": []}', '-:1: text is "", a text was expected'),
        (b'{"id": "a", "text": "...", "claims": []}', "-:1: no text, a text in English was expected"),
        (b"", "-: no documents, one a line was expected"),
    ],
)
def test_gold_that_cannot_be_read(fails, line, message):
    assert fails("evaluate", "-", stdin=line).startswith(message)


def test_gold_that_is_not_there(fails, tmp_path):
    assert fails("evaluate", tmp_path / "gold.jsonl").startswith(
        f"{tmp_path / 'gold.jsonl'}: cannot be read (no such file or directory)"
    )
