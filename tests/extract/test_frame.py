"""An example phrase of the ontology becomes a pattern."""

import pytest

from kg.errors import OntologyError
from kg.extract.frame import Node, Slot, compile_frames
from tests.extract.ontologies import lemmatize, ontology, relation


def compiled(*frames):
    return compile_frames(ontology(relations=[relation("meets", *frames)]), lemmatize)


def shown(target: Node | Slot) -> str:
    """A pattern in one line: lemmas, class, modifiers, edges."""
    if isinstance(target, Slot):
        return target.name
    word = "|".join(sorted(target.lemmas)) or "*"
    mods = "".join(f" +{'|'.join(sorted(mod))}" for mod in target.mods)
    edges = ", ".join(f"{edge.role}={shown(edge.target)}" for edge in target.edges)
    return f"{word}.{target.pos[0]}{mods}" + (f"({edges})" if edges else "")


def pattern(frame: str) -> str:
    return shown(next(iter(compiled(frame).values()))[0].root)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("X condemns Y", "condemn|condemns.V(subj=X, obj=Y)"),
        ("X calls on Y", "call|calls.V(subj=X, prep:on=Y)"),
        ("X imposes sanctions on Y", "impose|imposes.V(subj=X, obj=sanction|sanctions.N(prep:on=Y))"),
        ("X urges Y to *", "urge|urges.V(subj=X, obj=Y, comp=*.V)"),
        ("X says that Y must *", "say|says.V(subj=X, that=*.V +must(subj=Y))"),
        ("X demands that Y *", "demand|demands.V(subj=X, that=*.V(subj=Y))"),
        ("X says that Y is hostile for *", "say|says.V(subj=X, that=hostile.A(subj=Y, prep:for=*.N))"),
        ("X plans to attack Y", "plan|plans.V(subj=X, comp=attack.V(obj=Y))"),
        ("X carries_out attack on Y", "carries_out|carry_out.V(subj=X, obj=attack.N(prep:on=Y))"),
        ("X gives Y oil", "give|gives.V(subj=X, iobj=Y, obj=oil.N)"),
        ("X is hostile to Y", "hostile.A(subj=X, prep:to=Y)"),
        ("X is close ally of Y", "ally.A +close(subj=X, prep:of=Y)"),
        ("X is at war with Y", "be.V(subj=X, prep:at=war.N(prep:with=Y))"),
        ("X is glad to help Y", "glad.A(subj=X, comp=help.V(obj=Y))"),
        ("X is Y's ally", "ally.A(subj=X, poss=Y)"),
        ("X's embargo against|over Y", "embargo.N(poss=X, prep:against|over=Y)"),
        ("attack by X on Y", "attack.N(prep:by=X, prep:on=Y)"),
        ("talks between X and Y", "talk|talks.N(pair=X Y)"),
        ("X-Y talks", "talk|talks.N(pair=X Y)"),
        ("talks between X and Y fail", "fail.V(subj=talk|talks.N(pair=X Y))"),
        ("X's ties to Y improve", "improve.V(subj=tie|ties.N(poss=X, prep:to=Y))"),
        ("X and Y agree", "agree.V(subj=X Y)"),
        ("X, director of Y", "director.N(subj=X, prep:of=Y)"),
        ("X interferes in Y's *", "interfere|interferes.V(subj=X, prep:in=*.N(poss=Y))"),
        ("X fights Y over Z", "fight|fights.V(subj=X, obj=Y, prep:over=Z)"),
        ("X sends troops out of Y", "send|sends.V(subj=X, obj=troop|troops.N(prep:of=Y))"),
        ("X prefers Y to Z", "prefer|prefers.V(subj=X, obj=Y, prep:to=Z)"),
        ("X runs|heads Y", "head|heads|run|runs.V(subj=X, obj=Y)"),
        ("X refuses to_lift|end ban on Y", "refuse|refuses.V(subj=X, comp=end|lift.V(obj=ban.N(prep:on=Y)))"),
        ("X refuses to_talk with Y", "refuse|refuses.V(subj=X, comp=talk.V(prep:with=Y))"),
        ("X agrees to plan of Y", "agree|agrees.V(subj=X, prep:to=plan.N(prep:of=Y))"),
        ("X agrees to_give_up * to Y", "agree|agrees.V(subj=X, comp=give_up.V(obj=*.N(prep:to=Y)))"),
        ("X is ready to_talk with Y", "ready.A(subj=X, comp=talk.V(prep:with=Y))"),
        ("X's plan to attack Y", "plan.N(poss=X, comp=attack.V(obj=Y))"),
        ("X's threat to_close border with Y", "threat.N(poss=X, comp=close.V(obj=border.N(prep:with=Y)))"),
        ("X's claim that Y *", "claim.N(poss=X, that=*.V(subj=Y))"),
        ("X's warning that Y must *", "warning.N(poss=X, that=*.V +must(subj=Y))"),
        ("X opposes attacking Y", "oppose|opposes.V(subj=X, obj=attacking.V(obj=Y))"),
        ("X warns against sending * to Y", "warn|warns.V(subj=X, prep:against=sending.V(obj=*.N(prep:to=Y)))"),
        ("X stops bombing of Y", "stop|stops.V(subj=X, obj=bombing.N(prep:of=Y))"),
        ("X says that Y's plan is bad", "say|says.V(subj=X, that=bad.A(subj=plan.N(poss=Y)))"),
        ("X brands Y as bad", "brand|brands.V(subj=X, obj=Y, prep:as=bad.A)"),
        ("X says that Y is @modal|bad", "say|says.V(subj=X, that=bad|must|will.A(subj=Y))"),
        ("X must not|never lift ban on Y", "lift.V +must +never|not(subj=X, obj=ban.N(prep:on=Y))"),
    ],
)
def test_pattern(frame, expected):
    assert pattern(frame) == expected


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        ("X condemns", "a phrase with X and Y was expected"),
        ("condemnation of Y", "a phrase with X and Y was expected"),
        ("X, Y", "a noun was expected at word 3"),
        ("X's on Y", "a noun was expected at word 3"),
        ("X, ally of Y fails", "it cannot be read from word 6"),
        ("X", "a phrase with X and Y was expected"),
        ("X says that Y is @cooks", "@cooks names no list of words"),
    ],
)
def test_a_frame_that_cannot_be_read_is_named(frame, reason):
    with pytest.raises(OntologyError, match=reason) as error:
        compiled(frame)
    assert f'frame "{frame}"' in str(error.value)


def test_patterns_stand_under_each_lemma_the_most_specific_first():
    index = compiled("X sanctions Y", "X sanctions Y over oil", "X fights|hits Y")
    assert sorted(index) == ["fight", "fights", "hit", "hits", "sanction", "sanctions"]
    assert [p.frame.text for p in index["sanction"]] == ["X sanctions Y over oil", "X sanctions Y"]


def test_a_pattern_knows_its_relation():
    entry = relation("condemns", "X condemns Y")
    (found,) = compile_frames(ontology(relations=[entry]), lemmatize)["condemn"]
    assert (found.entry, found.frame) == (entry, entry.frames[0])


def test_a_word_is_more_specific_than_any_word():
    index = compiled("X urges Y to leave", "X urges Y to *", "X urges Y")
    assert [p.frame.text for p in index["urge"]] == ["X urges Y to leave", "X urges Y to *", "X urges Y"]
