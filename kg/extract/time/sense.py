"""Words of a match -> whether they mean a time at all, rather than a person, a verb, a number or a name."""

import re

from spacy.tokens import Token

__all__ = ["is_a_time"]

_AGENTS = frozenset({"nsubj", "nsubjpass", "poss", "appos"})
_COUNTED = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_VERBS = frozenset({"VERB", "AUX"})


def is_a_time(match: re.Match[str], token: Token, *, article: bool, of: bool) -> bool:
    """Whether the words of a match mean a time.

    Args:
        match: What a rule found.
        token: The first token of it.
        article: Whether "the" stands before it.
        of: Whether only "of" stands before it.
    """
    if match.group().isdigit():
        return not article and _is_year(token, of=of)
    named = match.groupdict()
    if named.get("step"):
        return token.pos_ not in _VERBS  # "will last two years"
    if named.get("weekday"):
        return not _in_a_name(token)
    if named.get("monthday"):
        after = token.nbor(1) if token.i + 1 < len(token.doc) else None
        return after is None or after.pos_ not in _COUNTED
    return _names_a_time(match, token)


def _names_a_time(match: re.Match[str], token: Token) -> bool:
    named = match.groupdict()
    if named.get("month") and not re.search(r"\d", match.group()):
        return token.pos_ not in _VERBS and not _is_person(token)
    return _is_season(match, token) if named.get("season") else True


def _is_year(token: Token, *, of: bool) -> bool:
    """Not in "after 2000 troops", but in "since 2014 sanctions": round numbers count things."""
    round_number = int(token.text[:4]) % 100 == 0 if token.text[:4].isdigit() else False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    counts = after is not None and (after.tag_ == "NNS" or (token.dep_ == "nummod" and token.head.i > token.i))
    return not (counts and (round_number or of))


def _is_person(token: Token) -> bool:
    """Theresa May, April Ryan; "after May resigned"."""
    return token.ent_type_ == "PERSON" or token.dep_ in _AGENTS


def _is_season(match: re.Match[str], token: Token) -> bool:
    """Not in "the fall of Kabul" and "the Arab Spring"."""
    if token.pos_ in _VERBS or _in_a_name(token):
        return False
    return match.group() != match["season"] or not token.doc.text.startswith(" of", token.idx + len(token))


def _in_a_name(token: Token) -> bool:
    """As in "Black Friday" and "the Sunday Times"."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is not None and before.head == token and before.dep_ in {"compound", "amod"} and before.text[0].isupper():
        return before.i > token.sent.start
    return token.dep_ == "compound" and token.head.i == token.i + 1 and token.head.pos_ == "PROPN"
