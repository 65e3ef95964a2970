"""Whatever goes wrong in reading or extracting one document, the others are built, and the list says what became of it."""

from collections.abc import Callable
from importlib import import_module

import pytest

from kg.errors import ModelError, OutputError
from kg.extract import extractor as extraction
from kg.extract.extractor import Extractor
from kg.graph import shard
from kg.model import Skipped
from kg.ontology import load
from kg.pipeline import build, extract, reading
from kg.pipeline.boundary import Failed, guarded
from kg.pipeline.options import Options
from tests.pipeline.stub import Stub

ONE, TWO, ODD = "Norway sanctions Chad.", "Chad sanctions Peru.", "Fiji sanctions Mali. "
ERRORS = [
    TypeError("no\nsuch <object at 0x7f12ab>"),
    MemoryError(),
    RecursionError("too deep"),
    UnicodeError("\udcff"),
    KeyError("a" * 900),
]

READING = {
    "decode": "kg.read.formats.decode",
    "format reader": "kg.read.web.read_html",
    "clean": "kg.read.load.clean",
    "layout": "kg.read.load.arrange",
    "metadata": "kg.read.load.origin",
    "language": "kg.read.load.foreign",
    "shard": "kg.graph.shard.write",
    "triples": "kg.graph.triples.quads",
}
EXTRACTING = {
    "parse": "Parser.sentences",
    "mend": "mend",
    "mention": "find_mentions",
    "coreference": "resolve",
    "attribute": "attributions",
    "relate": "relate",
    "issue": "concerns",
    "qualify": "qualify",
    "time": "TimeReader.periods",
    "claim": "make_claim",
}


def breaking(monkeypatch, place: str, error: BaseException, when: Callable[[tuple], bool]) -> None:
    """Let what stands at a place fail where its arguments are of a kind."""
    name, _, attribute = place.rpartition(".")
    try:
        home = import_module(name)
    except ModuleNotFoundError:
        home = getattr(import_module(name.rpartition(".")[0]), name.rpartition(".")[2])
    original = getattr(home, attribute)

    def broken(*arguments, **options):
        if when(arguments):
            raise type(error)(*error.args)
        return original(*arguments, **options)

    monkeypatch.setattr(home, attribute, broken)


def page(text: str) -> bytes:
    return f"<html><body><p>{text}</p></body></html>".encode()


@pytest.fixture
def folder(desk):
    desk.put(a=ONE, c=TWO)
    (desk.inputs / "b.html").write_bytes(page(f"{ODD} It was so."))
    return desk


def is_odd(arguments: tuple) -> bool:
    """Whether the odd document is at work, by its text, its bytes or its shard."""
    return "Fiji" in repr(arguments[:2])


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("stage", READING)
def test_an_unexpected_error_is_one_line_and_a_log_and_the_others_are_built(folder, monkeypatch, stage, error):
    name = shard.name(f"{folder.inputs.name}/b.html")
    with monkeypatch.context() as patch:
        breaking(patch, READING[stage], error, lambda arguments: is_odd(arguments) or name in arguments)
        built = folder.build()
    assert (built.documents, built.claims) == (2, 2)
    (left,) = built.skipped
    log = folder.output / ".kg" / "errors" / f"{shard.name(str(folder.inputs / 'b.html'))}.txt"
    assert left.source.endswith("b.html")
    assert left.reason.startswith(f"internal error ({type(error).__name__}")
    assert left.reason.endswith(f"), please report: {log}")
    assert "\n" not in left.reason
    assert len(left.reason) < 500
    traced = log.read_text("utf-8")
    assert f"{folder.inputs}/b.html" in traced.splitlines()[0]
    assert "Traceback (most recent call last)" in traced
    assert "0x7f12ab" not in traced


def test_it_is_tried_again_and_its_log_goes_when_it_is_read_well(folder, monkeypatch):
    logs = folder.output / ".kg" / "errors"
    folder.build()
    clean = folder.files()
    with monkeypatch.context() as patch:
        breaking(patch, READING["clean"], TypeError("no"), is_odd)
        patch.setattr("kg.pipeline.program.code_digest", lambda *_: "other")
        assert folder.build().documents == 2
        first = {path.name: path.read_bytes() for path in logs.iterdir()}
        again = folder.build()
        assert ([type(one) for one in again.skipped], again.changed) == ([Failed], False)
        assert {path.name: path.read_bytes() for path in logs.iterdir()} == first
    assert folder.build().skipped == ()
    assert list(logs.iterdir()) == []
    assert folder.files() == clean


def test_the_log_of_a_document_that_is_gone_goes_with_it(folder, monkeypatch):
    breaking(monkeypatch, READING["layout"], TypeError("no"), is_odd)
    folder.build()
    (folder.inputs / "b.html").unlink()
    assert (folder.build().skipped, list((folder.output / ".kg" / "errors").iterdir())) == ((), [])


def test_the_claims_of_a_document_are_all_there_or_none(folder, monkeypatch):
    claims = Stub.claims

    def failing(self, document, *, candidates=False):
        yield from claims(self, document)
        if "Fiji" in document.text:
            raise TypeError("at the end")

    monkeypatch.setattr(Stub, "claims", failing)
    skipped: list[Skipped] = []
    found = [claim.subject.entity.label for claim in extract(folder.inputs, skipped=skipped)]
    assert found == ["Norway", "Chad"]
    assert [one.reason for one in skipped] == ["internal error (TypeError: at the end), please report"]
    assert len(build(folder.inputs)) == len(build([folder.inputs / "a.txt", folder.inputs / "c.txt"])) > 0


def test_extraction_keeps_tracebacks_where_it_is_told_to(folder, monkeypatch, tmp_path):
    breaking(monkeypatch, READING["metadata"], TypeError("no"), is_odd)
    skipped: list[Skipped] = []
    assert len(list(extract(folder.inputs, Options(logs=tmp_path / "logs"), skipped=skipped))) == 2
    (log,) = (tmp_path / "logs").iterdir()
    assert skipped[0].reason == f"internal error (TypeError: no), please report: {log}"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3)])
def test_who_ends_a_run_ends_it(folder, monkeypatch, error):
    breaking(monkeypatch, READING["clean"], error, is_odd)
    with pytest.raises(type(error)):
        folder.build()


@pytest.mark.parametrize("error", [ModelError("no model"), OutputError("disk full")])
def test_what_is_not_the_fault_of_a_document_is_no_matter_of_its(error):
    def fail():
        raise error

    with pytest.raises(type(error)):
        guarded("a.txt", fail, None)


@pytest.fixture(scope="module")
def real():
    """An extractor that is loaded once."""
    return Extractor(load())


@pytest.mark.model
@pytest.mark.parametrize("stage", EXTRACTING)
def test_each_stage_of_extraction_may_fail(tmp_path, monkeypatch, real, stage):
    texts = {
        "a": "Norway condemned Chad on Monday, officials said.",
        "b": "Peru condemned Fiji on Monday, officials said.",
        "c": "France praised Mali on Monday, officials said.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    monkeypatch.setattr(reading, "extractor", lambda _ontology, _options: real)
    whole = [claim.source[-5:] for claim in extract(tmp_path)]
    assert set(whole) == {"a.txt", "b.txt", "c.txt"}
    current: list[str] = []
    read = real._read

    def noted(document):
        current[:] = [document.text]
        return read(document)

    monkeypatch.setattr(real, "_read", noted)
    breaking(monkeypatch, f"{extraction.__name__}.{EXTRACTING[stage]}", TypeError(stage), lambda _: "Fiji" in current[0])
    skipped: list[Skipped] = []
    found = [claim.source[-5:] for claim in extract(tmp_path, skipped=skipped)]
    assert found == [source for source in whole if source != "b.txt"]
    assert [one.reason for one in skipped] == [f"internal error (TypeError: {stage}), please report"]
