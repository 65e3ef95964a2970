"""Document -> claims and attributions: the steps of extraction, loaded once and run in their order."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.cache import kept
from kg.errors import OntologyError
from kg.extract.argument import Structure, trailing_source
from kg.extract.attribute import attributions, quotations, reporting_words
from kg.extract.claim import in_source, make_claim
from kg.extract.corefer import Pointers, resolve
from kg.extract.frame import Pattern, compile_frames
from kg.extract.gazetteer import Gazetteer
from kg.extract.match import find_matches
from kg.extract.mention import find_mentions
from kg.extract.parse import DEFAULT_MODEL, Parser
from kg.extract.qualify import CueIndex, Qualification, qualify
from kg.extract.reading import Lexicon, Reading
from kg.extract.relate import relate
from kg.extract.tie import find_ties
from kg.extract.time import TimeReader
from kg.model import Attribution, Claim, Document
from kg.ontology import Ontology, RelationEntry, term

__all__ = ["Extractor"]


@dataclass(frozen=True, slots=True)
class _Read:
    """A document as far as it has been read; `said` are its attributions by the number of a block."""

    readings: tuple[Reading, ...]
    attributions: tuple[Attribution, ...]
    said: dict[int, list[Attribution]]


class Extractor:
    """Reads claims out of documents; loads the model and compiles the ontology once."""

    def __init__(self, ontology: Ontology, model: str = DEFAULT_MODEL) -> None:
        """Load the model and compile the frames.

        Args:
            ontology: What is known.
            model: An installed spaCy model, or a folder with one.

        Raises:
            ModelError: There is no such model.
            OntologyError: A frame or an entry cannot be read.
        """
        self._parser = Parser(model)
        self.model = self._parser.name
        self._ontology = ontology
        self._gazetteer, self._frames = self._compiled(ontology)
        self._cues = CueIndex(ontology.cues, ontology.likelihoods)
        self._reporting = reporting_words(ontology.cues)
        self._lexicon = _lexicon(ontology)
        self._grammar = tuple(ontology.word_set(name) for name in ("transparent", "object-control", "topic-preposition"))
        self._pointers = _pointers(ontology, self._reporting.verbs)
        self._time = TimeReader(_numbers(ontology, "time-step"), ontology.words("time-vague"), _numbers(ontology, "time-day"))
        self._past = ontology.word_set("past-role")
        self._issues = {iri: entry.issue for iri, entry in ontology.issues.items()}
        self._ties = (_needed(ontology, "rel:holds-office-in"), _needed(ontology, "rel:works-for"))

    def _compiled(self, ontology: Ontology) -> tuple[Gazetteer, dict[str, tuple[Pattern, ...]]]:
        """Names and frames, ready to be found; kept between runs, except those of an ontology that no file holds."""

        def make() -> tuple[Gazetteer, dict[str, tuple[Pattern, ...]]]:
            return Gazetteer(ontology, self._parser.lemma), compile_frames(ontology, self._parser.lemma)

        return kept("extractor", (ontology.digest, self.model), make) if ontology.digest else make()

    def claims(self, document: Document) -> Iterator[Claim]:
        """The claims of a document, in the order of its sentences."""
        read = self._read(document)
        for reading in read.readings:
            periods = list(self._time.periods(reading.sentence, document.published))
            for related in relate(find_matches(reading, self._frames), find_ties(reading, self._past), *self._ties):
                title = related.is_title
                qualification = Qualification() if title else qualify(reading, related.words, self._cues, agentive=related.agentive)
                said = () if title else read.said.get(reading.sentence.block, ())
                yield make_claim(document, reading, related, qualification, (said, periods, self._issues))

    def attributions(self, document: Document) -> Iterator[Attribution]:
        """The attributions of a document, in the order of their cues, with spans of the source text."""
        for attribution in self._read(document).attributions:
            yield in_source(attribution, document)

    def _read(self, document: Document) -> _Read:
        sentences = list(self._parser.sentences(document))
        structures = [Structure(sentence.tokens, *self._grammar) for sentence in sentences]
        mentions = find_mentions(sentences, self._gazetteer, self._ontology, document.published)
        quotes = quotations(document)
        known = list(zip(sentences, structures, mentions, strict=True))
        readings = tuple(
            Reading(
                sentence,
                structure,
                named,
                self._lexicon,
                focus.anaphors,
                focus.dyad,
                trailing_source(sentence.tokens, self._reporting.verbs),
            )
            for (sentence, structure, named), focus in zip(known, resolve(known, self._pointers, quotes), strict=True)
        )
        found = attributions(readings, self._reporting, quotes)
        return _Read(readings, tuple(found), _by_block(found, document))


def _by_block(found: Sequence[Attribution], document: Document) -> dict[int, list[Attribution]]:
    """The attributions of a document by the number of each block that their content reaches into."""
    starts = [block.span.start for block in document.blocks]
    index: dict[int, list[Attribution]] = {}
    for attribution in found:
        numbers = {bisect_right(starts, at) - 1 for span in attribution.content_spans for at in (span.start, span.end - 1)}
        for number in range(min(numbers), max(numbers) + 1):
            index.setdefault(number, []).append(attribution)
    return index


def _lexicon(ontology: Ontology) -> Lexicon:
    return Lexicon(
        companions=ontology.word_set("companion"),
        dyad_adjectives=ontology.word_set("dyad-adjective"),
        light_verbs=ontology.word_set("light-verb"),
        empty_verbs=ontology.word_set("empty-verb"),
        reciprocals=ontology.word_set("reflexive"),
        place_prepositions=ontology.word_set("place-preposition"),
        negation_raising=ontology.word_set("negation-raising"),
        factive_nouns=ontology.word_set("factive-noun"),
        prospective=ontology.word_set("prospective"),
        content_prepositions=ontology.word_set("content-preposition"),
        prefixes=_pairs(ontology, "prefix-preposition"),
    )


def _pointers(ontology: Ontology, reporting_verbs: frozenset[str]) -> Pointers:
    occupations: Sequence[str] = [
        name for role in ontology.roles.values() if role.kind.value == "Occupation" for name in role.names if " " not in name
    ]
    return Pointers(
        dyad_quantifiers=ontology.word_set("dyad-quantifier"),
        dyad_nouns=ontology.word_set("dyad-noun"),
        country_nouns=ontology.word_set("country-noun"),
        source_nouns=ontology.word_set("source-noun") | frozenset(occupations),
        relationship=ontology.word_set("relationship"),
        personal=ontology.word_set("personal-pronoun"),
        singular=ontology.word_set("singular-pronoun"),
        neuter=ontology.word_set("neuter-pronoun"),
        plural=ontology.word_set("plural-pronoun"),
        reasons=ontology.word_set("reason-preposition"),
        reporting_verbs=reporting_verbs,
    )


def _pairs(ontology: Ontology, name: str) -> dict[str, str]:
    """A list of pairs: the last word of each entry belongs to the words before it."""
    found = {}
    for entry in ontology.words(name):
        word, _, value = entry.rpartition(" ")
        if not word:
            raise OntologyError(f'{ontology.where(term(f"words:{name}"), entry)}: "{entry}" stands alone, a pair was expected')
        found[word] = value
    return found


def _numbers(ontology: Ontology, name: str) -> dict[str, int]:
    pairs = _pairs(ontology, name)
    for word, number in pairs.items():
        if not number.removeprefix("-").isdecimal():
            where = ontology.where(term(f"words:{name}"), f"{word} {number}")
            raise OntologyError(f'{where}: "{word} {number}" does not end in a number, a whole number was expected')
    return {word: int(number) for word, number in pairs.items()}


def _needed(ontology: Ontology, name: str) -> RelationEntry:
    entry = ontology.relations.get(term(name))
    if entry is None:
        raise OntologyError(f"{name}: no such relation type in the ontology; extraction needs it")
    return entry
