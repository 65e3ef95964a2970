"""Parsed sentence -> the speakers that close it, where the parser takes them for part of what is said."""

from spacy.tokens import Span as Tokens

from kg.extract.dependency import is_verbal

__all__ = ["trailing_source"]


def trailing_source(sentence: Tokens, reporting: frozenset[str]) -> Tokens | None:
    """Who says it, where several speakers close a sentence and the parser takes them for part of what is said.

    In "Germany bombed Syria, Lebanon and Turkey said" the last verb has no subject but what stands between it and the last comma,
    which cannot be bombed as well.

    Args:
        sentence: The parsed sentence.
        reporting: Lemmas of verbs that report.

    Returns:
        The words of the speakers, or nothing.
    """
    words = [token for token in sentence if not token.is_punct and not token.is_space]
    verb = words[-1] if words else None
    if verb is None or verb.lemma_.lower() not in reporting or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    comma = next((token.i for token in reversed(sentence.doc[sentence.start : verb.i]) if token.text == ","), None)
    if comma is None or any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        return None
    group = sentence.doc[comma + 1 : verb.i]
    joined = any(token.dep_ == "conj" and token.head.i < comma for token in group)
    return group if joined and not any(is_verbal(token) for token in group) else None
