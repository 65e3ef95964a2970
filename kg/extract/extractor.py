"""Document -> claims and attributions: the steps of extraction, loaded once and run in their order."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kg.cache import kept
from kg.errors import OntologyError
from kg.extract.argument import Grammar, Structure
from kg.extract.attribute import attributions, continuations, held, quotations, reporting_words, stances, trailing_source
from kg.extract.candidate import find_candidates, find_guesses
from kg.extract.claim import at_home, in_source, make_claim
from kg.extract.concern import concerns, headline
from kg.extract.corefer.definite import Nouns
from kg.extract.corefer.gender import FEMALE, MALE, genders
from kg.extract.corefer.government import GovernmentWords, governments
from kg.extract.corefer.joint import joint_roles
from kg.extract.corefer.office import terms
from kg.extract.corefer.pronoun import Pronouns
from kg.extract.corefer.tracker import Focus, Pointers, resolve
from kg.extract.cue import CueIndex
from kg.extract.frame import Pattern, compile_frame, compile_frames
from kg.extract.heading import Ordinary
from kg.extract.language_model import DEFAULT_MODEL
from kg.extract.loose import loosened
from kg.extract.match import Match, find_matches
from kg.extract.mend import SayingVerbs, mend
from kg.extract.mention.described import Describer, DescribingWords, is_private
from kg.extract.mention.gazetteer import Gazetteer
from kg.extract.mention.home import homes
from kg.extract.mention.mentions import Mentions, find_mentions
from kg.extract.mention.town import towns
from kg.extract.metonym.words import MetonymWords
from kg.extract.parse import Parser, Sentence
from kg.extract.qualify import Qualification, qualify
from kg.extract.reading import Lexicon, Reading
from kg.extract.relate import Related, relate
from kg.extract.tie import PastWords, Titles, find_ties, is_past
from kg.extract.time import TimeReader
from kg.extract.topic import topics
from kg.extract.trial import Trial, try_pattern
from kg.model import ActorKind, Attribution, Claim, Document, Factuality, Period, RelationGroup, Span
from kg.ontology import Frame, Ontology, RelationEntry, RoleKind, term

__all__ = ["Extractor"]

_TITLES = ("holds-office-in", "works-for", "held-office-in", "worked-for")
# What somebody asks, hopes for or alleges is presented as one of these.
_HELD = frozenset({Factuality.DEMANDED, Factuality.PREDICTED, Factuality.ALLEGED})


@dataclass(frozen=True, slots=True)
class _Read:
    """A document as far as it has been read.

    `said` are its attributions by the number of a block, `held` what is asked or alleged of others.
    """

    readings: tuple[Reading, ...]
    quotes: list[Span]
    attributions: tuple[Attribution, ...]
    said: dict[int, list[Attribution]]
    held: dict[int, list[Attribution]]


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
        self._parser = Parser(model, partial(Ordinary.of, ontology))
        self.model = self._parser.name
        self._ontology = ontology
        self._gazetteer, self._frames = self._compiled(ontology)
        self._cues = CueIndex(ontology.cues, ontology.likelihoods)
        self._reporting = reporting_words(ontology.cues, ontology.word_set)
        lists = (ontology.word_set(name) for name in ("informing-verb", "venue-preposition", "factive-noun", "accusing-noun"))
        self._saying = SayingVerbs(self._reporting.verbs, *lists)
        self._lexicon = _lexicon(ontology)
        self._grammar = _grammar(ontology)
        self._pointers = _pointers(ontology, self._reporting.verbs)
        self._governments = GovernmentWords(
            ontology.word_set("plain-government"), ontology.word_set("actor-preposition"), self._reporting.verbs
        )
        self._describing = DescribingWords.of(ontology, self._reporting.verbs | self._pointers.quotative_verbs)
        self._time = TimeReader(ontology)
        self._past = PastWords(ontology.word_set("past-role"), ontology.word_set("ended-role"))
        self._public = frozenset(term(f"rel:{name}") for name in ontology.words("public-relation"))
        self._placed = ontology.word_set("placed-participle")
        self._topics = topics(ontology)
        self._titles = Titles(*(_needed(ontology, f"rel:{name}") for name in _TITLES))

    def _compiled(self, ontology: Ontology) -> tuple[Gazetteer, dict[str, tuple[Pattern, ...]]]:
        """Names and frames, ready to be found; kept between runs, except those of an ontology that no file holds."""

        def make() -> tuple[Gazetteer, dict[str, tuple[Pattern, ...]]]:
            return Gazetteer(ontology, self._parser.lemma, self._parser.split), compile_frames(ontology, self._parser.lemma)

        return kept("extractor", (ontology.digest, self.model), make) if ontology.digest else make()

    def claims(self, document: Document, *, candidates: bool = False) -> Iterator[Claim]:
        """The claims of a document, in the order of its sentences.

        Args:
            document: What to read.
            candidates: Whether to add, after the claims of each sentence, what it may claim, where the words of a frame stand
                but it is uncertain who does it to whom.
        """
        read = self._read(document)
        head = headline(read.readings, self._topics)
        known = homes(((one.sentence, one.mentions) for one in read.readings), self._placed)
        for reading in read.readings:
            found = self._related(reading, candidates=candidates)
            if not found:
                continue
            periods = sorted(self._time.periods(reading.sentence, document.published), key=_is_vague)
            for related, issues in zip(found, concerns(reading, found, self._topics, head), strict=True):
                title = related.is_title
                qualification = Qualification() if title else qualify(reading, related.words, self._cues, agentive=related.agentive)
                said = () if title else _speaking(read, reading, qualification)
                claim = make_claim(document, reading, related, qualification, (said, periods, issues))
                yield at_home(claim, known)

    def _related(self, reading: Reading, *, candidates: bool) -> list[Related]:
        found = relate(self._matches(reading), find_ties(reading, self._past), self._titles, reading.body)
        if candidates:
            found += self._candidates(loosened(reading), frozenset(word.i for related in found for word in related.words))
        return found

    def _candidates(self, loose: Reading, taken: frozenset[int]) -> list[Related]:
        """What may be related: first the frames that a guess at a name completes, then what only a verb and its subject show."""
        guesses = relate(find_guesses(loose, self._frames, taken), (), self._titles)
        taken |= {word.i for related in guesses for word in related.words}
        return guesses + relate(find_candidates(loose, self._frames, taken), (), self._titles)

    def _matches(self, reading: Reading) -> Iterator[Match]:
        """What the frames find, without ties that are over (who was ambassador is not) and what only states and bodies do."""
        for match in find_matches(reading, self._frames):
            relation = match.pattern.entry.relation
            tie = relation.group is RelationGroup.TIE and match.pattern.entry not in self._titles.past
            over = tie and is_past(match.token, self._past.other)
            if not over and not (relation.iri in self._public and is_private(match.objects)):
                yield match

    def attributions(self, document: Document) -> Iterator[Attribution]:
        """The attributions of a document, in the order of their cues, with spans of the source text.

        Besides what is reported, which qualifies claims, they hold what somebody asks for, blames, praises, promises or refuses.
        """
        read = self._read(document)
        taken = stances(read.readings, self._reporting, read.attributions, read.quotes)
        for attribution in sorted((*read.attributions, *taken), key=lambda found: (found.cue_spans, found.content_spans)):
            yield in_source(attribution, document)

    def readings(self, document: Document) -> tuple[Reading, ...]:
        """The sentences of a document with all that is known of each, in order; spans are those of the clean text."""
        return self._read(document).readings

    def trial(self, frame: str, entry: RelationEntry, document: Document) -> Trial:
        """What one more frame of a relation type would find in a document, or why it finds nothing.

        Raises:
            OntologyError: The frame cannot be read.
        """
        pattern = compile_frame(Frame(frame, entry.relation.iri), entry, self._ontology, self._parser.lemma)
        return try_pattern(pattern, self.readings(document), document)

    def periods(self, document: Document) -> Iterator[Period]:
        """The periods that a document names, sentence by sentence; spans are those of the clean text."""
        for sentence in self._parser.sentences(document):
            yield from self._time.periods(sentence, document.published)

    def _read(self, document: Document) -> _Read:
        sentences = list(self._parser.sentences(document))
        for sentence in sentences:
            mend(sentence, self._saying)
        structures = [Structure(sentence.tokens, self._grammar) for sentence in sentences]
        mentions = find_mentions(sentences, self._gazetteer, self._ontology, document.published, document.id)
        quotes = quotations(document)
        known = list(zip(sentences, structures, mentions, strict=True))
        describer = Describer(self._describing, document.id)
        focuses = resolve(known, self._pointers, quotes, document.published)
        own = governments(zip(sentences, mentions, strict=True), self._lexicon.states, self._governments)
        joint = (dict(joint_roles(s, m, f.anaphors, self._ontology)) for (s, _, m), f in zip(known, focuses, strict=True))
        readings = tuple(
            self._reading(read, replace(focus, anaphors=state | several | focus.anaphors), describer)
            for read, focus, state, several in zip(known, focuses, own, joint, strict=True)
        )
        found = attributions(readings, self._reporting, quotes)
        found += continuations(readings, found, quotes, self._reporting)
        others = held(readings, self._reporting)
        return _Read(readings, quotes, tuple(found), _by_block(found, document), _by_block(others, document))

    def _reading(self, read: tuple[Sentence, Structure, Mentions], focus: Focus, describer: Describer) -> Reading:
        """A sentence with whom it names, whom only a common noun describes, and the towns that may act."""
        sentence, structure, named = read
        pointed = focus.anaphors.keys()
        named = replace(named, actors=named.actors | dict(towns(sentence, named, pointed, self._gazetteer.words.places)))
        named = replace(named, actors=named.actors | dict(describer.find(sentence, named, pointed)))
        trailing = trailing_source(sentence.tokens, self._reporting.verbs)
        return Reading(sentence, structure, named, self._lexicon, focus.anaphors, focus.dyad, trailing)


def _speaking(read: _Read, reading: Reading, qualification: Qualification) -> list[Attribution]:
    """Who may speak of a relation: those who report, and whoever makes the demand or charge that it is presented as."""
    said = list(read.said.get(reading.sentence.block, ()))
    if qualification.factuality in _HELD:
        others = read.held.get(reading.sentence.block, ())
        said += [
            one for one in others if one.cue_spans[0] in qualification.cues and one.cue_spans not in {a.cue_spans for a in said}
        ]
    return said


def _by_block(found: Sequence[Attribution], document: Document) -> dict[int, list[Attribution]]:
    """The attributions of a document by the number of each block that their content reaches into."""
    starts = [block.span.start for block in document.blocks]
    index: dict[int, list[Attribution]] = {}
    for attribution in found:
        numbers = {bisect_right(starts, at) - 1 for span in attribution.content_spans for at in (span.start, span.end - 1)}
        for number in range(min(numbers), max(numbers) + 1):
            index.setdefault(number, []).append(attribution)
    return index


def _grammar(ontology: Ontology) -> Grammar:
    words = ontology.word_set
    return Grammar(
        transparent=words("transparent"),
        object_control=words("object-control"),
        topic=words("topic-preposition"),
        addressing=words("addressing-noun"),
        accusing=words("accusing-noun"),
        addressing_verbs=words("addressing-verb"),
        counterparts=words("counterpart"),
        exemplary=words("exemplary"),
        aims=words("aim-noun"),
    )


def _lexicon(ontology: Ontology) -> Lexicon:
    return Lexicon(
        companions=ontology.word_set("companion"),
        dyad_adjectives=ontology.word_set("dyad-adjective"),
        light_verbs=ontology.word_set("light-verb"),
        empty_verbs=ontology.word_set("empty-verb"),
        reciprocals=ontology.word_set("reflexive"),
        place_prepositions=ontology.word_set("place-preposition"),
        belonging=ontology.word_set("belonging"),
        counterparts=ontology.word_set("counterpart"),
        occurrences=ontology.word_set("occurrence"),
        descent=ontology.word_set("descent"),
        instruments=ontology.word_set("instrument"),
        messages=ontology.word_set("message-noun"),
        negation_raising=ontology.word_set("negation-raising"),
        factive_nouns=ontology.word_set("factive-noun"),
        prospective=ontology.word_set("prospective"),
        content_prepositions=ontology.word_set("content-preposition"),
        adversatives=ontology.word_set("adversative"),
        laws=ontology.word_set("law-noun"),
        parliaments=ontology.word_set("parliament-noun"),
        prefixes=ontology.pairs("prefix-preposition"),
        metonyms=MetonymWords.of(ontology.word_lists),
        states={iri: entry.actor for iri, entry in ontology.actors.items() if entry.actor.is_polity},
    )


def _pointers(ontology: Ontology, reporting_verbs: frozenset[str]) -> Pointers:
    words = ontology.word_set
    pronouns = Pronouns(
        male=words("male-pronoun"),
        female=words("female-pronoun"),
        neuter=words("neuter-pronoun"),
        plural=words("plural-pronoun"),
        reflexive=words("reflexive-pronoun"),
        reciprocal=words("reflexive"),
        relationship=words("relationship"),
        impersonal_verbs=words("impersonal-verb"),
        reporting_verbs=reporting_verbs,
        help=words("help-noun"),
        judging=words("judging-verb"),
        reasons=words("reason-conjunction"),
        willing=words("willing-adjective"),
    )
    titles = dict.fromkeys(words("male-title"), MALE) | dict.fromkeys(words("female-title"), FEMALE)
    return Pointers(
        pronouns,
        _nouns(ontology),
        genders(ontology),
        terms(ontology),
        titles,
        words("dyad-adjective"),
        words("quotative-verb"),
        words("first-singular-pronoun"),
        words("first-plural-pronoun"),
    )


def _nouns(ontology: Ontology) -> Nouns:
    words = ontology.word_set
    occupations = {
        name for role in ontology.roles.values() if role.kind is RoleKind.OCCUPATION for name in role.names if " " not in name
    }
    kinds: dict[str, set[ActorKind]] = defaultdict(set)
    for kind in ActorKind:
        for noun in words(f"noun-for-{kind.value}"):
            kinds[noun].add(kind)
    epithets: dict[str, set[str]] = defaultdict(set)
    for iri, entry in ontology.actors.items():
        for noun in entry.epithets:
            epithets[noun].add(iri)
    return Nouns(
        quantifiers=words("dyad-quantifier"),
        dyad=words("dyad-noun"),
        countries=words("country-noun"),
        persons=words("pair-noun"),
        sources=words("source-noun") | frozenset(occupations),
        past=words("past-role"),
        demonstratives=words("definite"),
        kinds={noun: frozenset(found) for noun, found in kinds.items()},
        epithets={noun: frozenset(found) for noun, found in epithets.items()},
    )


def _is_vague(period: Period) -> bool:
    """A claim has the first exact time of its clause, and a vague one only where there is no other."""
    return not (period.start or period.end)


def _needed(ontology: Ontology, name: str) -> RelationEntry:
    entry = ontology.relations.get(term(name))
    if entry is None:
        raise OntologyError(f"{name}: no such relation type in the ontology; extraction needs it")
    return entry
