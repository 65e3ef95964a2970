from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GraphError, OutputError
from kg.graph.curation import Decision, Verdict, decisions, digest, read_line, save, settled, written
from kg.ontology import term
from kg.ontology.literals import unwritable

CHAD, NORWAY, CLAIM = term("actor:chad"), term("actor:norway"), term("claim:00ff")
WORDS = st.text(st.characters(codec="utf-8")).filter(lambda text: not unwritable(text)).map(lambda text: " ".join(text.split()))
NAMES = st.integers(0, 3).map(lambda number: term(f"actor:a{number}"))
ABOUT = {"who": WORDS, "when": st.just("") | st.dates().map(str), "why": WORDS}
PAIRS = st.lists(NAMES, min_size=2, max_size=2, unique=True).map(sorted).map(tuple)
MERGES = st.builds(Decision, st.just(Verdict.MERGE), PAIRS, **ABOUT)
SPLITS = st.builds(Decision, st.just(Verdict.SPLIT), PAIRS | st.tuples(NAMES), **ABOUT)
RENAMES = st.builds(Decision, st.just(Verdict.RENAME), st.tuples(NAMES), label=WORDS.filter(bool), **ABOUT)
OTHERS = st.builds(Decision, st.sampled_from([Verdict.CONFIRM, Verdict.REJECT]), st.just((CLAIM,)), **ABOUT)
DECISIONS = MERGES | SPLITS | RENAMES | OTHERS | st.builds(Decision, st.just(Verdict.HIDE), st.tuples(NAMES), **ABOUT)


@given(st.lists(DECISIONS))
def test_what_is_saved_is_read_again(tmp_path_factory, chosen):
    path = tmp_path_factory.mktemp("curated") / "curation.jsonl"
    save(path, chosen)
    assert list(decisions(path)) == chosen
    assert path.exists() == bool(chosen)


def test_a_decision_says_where_it_stands(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text('\n{"decision": "hide", "of": "actor:chad"}\n', encoding="utf-8")
    assert [decision.place for decision in decisions(path)] == [f"{path}:2"]


def test_the_digest_depends_on_every_word_and_on_the_order():
    first, second = Decision(Verdict.HIDE, (CHAD,)), Decision(Verdict.HIDE, (NORWAY,))
    assert len({digest(some) for some in ([], [first], [second], [first, second], [second, first])}) == 5
    assert digest([Decision(Verdict.HIDE, (CHAD,), why="so")]) != digest([first])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "no JSON, a decision on one line was expected"),
        ("[" * 100_000, "no JSON, a decision on one line was expected"),
        ("[]", "no JSON object, a decision such as"),
        ("{}", "the decision is null, one of merge, split, rename, hide, confirm, reject was expected"),
        ('{"decision": ["hide"]}', r'the decision is \["hide"\]'),
        ('{"decision": "hide"}', "hide is of null, one actor such as actor:… was expected"),
        ('{"decision": "merge", "of": ["actor:a"]}', "two actors such as actor:… was expected"),
        ('{"decision": "merge", "of": ["actor:a", "actor:a"]}', "two actors such as actor:… was expected"),
        ('{"decision": "merge", "of": ["actor:a", 7]}', "two actors such as actor:… was expected"),
        ('{"decision": "confirm", "of": ["actor:a"]}', "one claim such as claim:… was expected"),
        ('{"decision": "hide", "of": ["nowhere:a"]}', "one actor such as actor:… was expected"),
        ('{"decision": "hide", "of": ["a b"]}', "one actor such as actor:… was expected"),
        ('{"decision": "hide", "of": ["actor:a"], "who": 7}', "who is 7, words were expected"),
        ('{"decision": "rename", "of": ["actor:a"], "label": "A\\u0007"}', r"label is .*, words without U\+0007 were expected"),
        ('{"decision": "hide", "of": ["actor:a"], "when": "May"}', 'when is "May", a day such as'),
        ('{"decision": "hide", "of": ["actor:a"], "label": "A"}', 'hide has label "A", a name was expected for rename alone'),
        ('{"decision": "rename", "of": ["actor:a"]}', "a name was expected for rename alone"),
        ('{"decision": "hide", "of": ["actor:a"], "whom": "A"}', 'has "whom", only decision'),
    ],
)
def test_what_is_no_decision_is_an_error_with_file_and_line(tmp_path, line, message):
    path = tmp_path / "c.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(GraphError, match=rf"c\.jsonl:2: .*{message}"):
        decisions(path)


def test_an_iri_of_another_base_is_an_actor_too():
    assert read_line('{"decision": "hide", "of": ["urn:x:a"]}', "a:1").of == ("urn:x:a",)
    assert '"urn:x:a"' in written(Decision(Verdict.HIDE, ("urn:x:a",)))


def test_a_file_that_cannot_be_read_or_written_is_an_error(tmp_path):
    with pytest.raises(GraphError, match="a readable file of decisions was expected"):
        decisions(tmp_path)
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\n")
    with pytest.raises(GraphError, match="not UTF-8"):
        decisions(tmp_path / "bad.jsonl")
    with pytest.raises(OutputError):
        save(tmp_path / "bad.jsonl" / "c", [Decision(Verdict.HIDE, (CHAD,))])
    save(Path(tmp_path / "none.jsonl"), [])
    with pytest.raises(OutputError, match="a file that can be removed was expected"):
        save(tmp_path, [])


def test_the_later_decision_wins():
    together = Decision(Verdict.MERGE, (CHAD, NORWAY))
    apart = Decision(Verdict.SPLIT, (NORWAY, CHAD))
    alone = Decision(Verdict.SPLIT, (CHAD,))
    assert settled([together, apart]) == (apart,)
    assert settled([together, alone]) == (alone,)
    assert settled([alone, together]) == (alone, together)
    assert settled([together, together]) == (together,)


def test_of_two_names_the_later_counts():
    names = [Decision(Verdict.RENAME, (CHAD,), label=label) for label in ("A", "B")]
    assert settled(names) == (names[1],)


@given(st.lists(DECISIONS))
def test_what_is_settled_stays_settled(chosen):
    kept = settled(chosen)
    assert settled(kept) == kept
    assert set(kept) <= set(chosen)
    assert not chosen or chosen[-1] in kept
