"""The words of a literal -> what keeps them from being written in every notation of RDF."""

import re

__all__ = ["unwritable"]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def unwritable(words: str) -> str:
    r"""The first character that XML 1.0 has no way at all to write (section 2.2): RDF/XML cannot hold it, nor can GraphML.

    Args:
        words: The words of a literal.

    Returns:
        The number of the character, or nothing where there is none.

    >>> unwritable("One page.\fThe next.")
    'U+000C'
    """
    found = _FORBIDDEN.search(words)
    return f"U+{ord(found[0]):04X}" if found else ""
