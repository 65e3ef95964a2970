"""Word -> roles that come of giving names: what somebody is called, and what a noun before a name says of its bearer."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.dependency import declared, is_verbal

__all__ = ["AS", "named_roles"]

AS = "prep:as"


def named_roles(token: Token) -> Iterator[tuple[str, Token]]:
    """The roles that others stand in to a word by naming or being named.

    What somebody is called reads as if after "as": "calls Y a liar" and "is called a liar by X" like "brands Y as a liar". A noun
    before the name of whom it says something reads like an apposition: "Trump critic Ann Jones".

    Args:
        token: A word of a parsed sentence.

    Yields:
        A role, as in `kg.extract.argument`, and the word that stands in it.
    """
    if is_verbal(token):
        yield from _called(token)
    elif _is_title(token):
        yield "subj", token.head
        if token.nbor(-1).head == token.head and token.nbor(-1).tag_ == "NNP":
            yield "mod", token.nbor(-1)


def _called(verb: Token) -> Iterator[tuple[str, Token]]:
    said = [child for child in verb.rights if child.dep_ == "oprd"]
    small = [child for child in verb.rights if child.dep_ == "ccomp" and not is_verbal(child)]
    if len(said) > 1:
        yield "obj", said[0]
    yield from (("obj", child) for clause in small for child in clause.lefts if child.dep_ == "nsubj")
    beside = [name for child in verb.rights if child.dep_ == "dobj" for name in child.rights if _is_name_of(name)]
    for name in (*said[-1:], *small, *beside, *declared(verb)):
        yield AS, name
        yield from (("subj", noun) for noun in _agents(verb, name))


def _agents(verb: Token, name: Token) -> Iterator[Token]:
    """Who calls somebody so, where the parser takes "by X" for a part of the name."""
    if any(child.dep_ == "auxpass" for child in verb.children):
        yield from (noun for by in name.rights if by.lemma_ == "by" for noun in by.children if noun.dep_ == "pobj")


def _is_title(token: Token) -> bool:
    before_name = token.tag_ == "NN" and token.head.tag_ == "NNP" and 0 < token.i < token.head.i
    return token.dep_ in {"compound", "nmod"} and before_name


def _is_name_of(token: Token) -> bool:
    """Whether an apposition follows without a comma, as what somebody calls it: "called the plan a disgrace"."""
    return token.dep_ == "appos" and token.left_edge.tag_ == "DT" and not token.left_edge.nbor(-1).is_punct
