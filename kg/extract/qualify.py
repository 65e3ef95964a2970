"""Reading and trigger -> polarity, factuality and likelihood: climbs from the word of a relation to the root of its clause.

At each step it takes the cues that have the word in their scope: what modifies it, and what governs it as a complement. It stops
where the scope of a governor ends: at relative clauses, at adverbial clauses (whose own marker still counts) and at verbs that
presuppose their object ("criticised Russia's interference" does not make the interference any less).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.cue import CueIndex
from kg.extract.dependency import has_own_subject, is_infinitive, is_object_clause, is_postposed, is_verbal, position, without_names
from kg.extract.mood import is_asked, is_backshifted, is_relative, is_same_form, is_small, is_subjunctive
from kg.extract.reading import Reading
from kg.model import Factuality, Likelihood, Polarity, Span
from kg.ontology import Cue

__all__ = ["Qualification", "qualify"]

_RANK = (
    Factuality.DENIED,
    Factuality.HYPOTHETICAL,
    Factuality.DEMANDED,
    Factuality.ALLEGED,
    Factuality.PLANNED,
    Factuality.PREDICTED,
    Factuality.POSSIBLE,
    Factuality.REPORTED,
    Factuality.ACTUAL,
)
_OWNERS = ("poss", "mod", "prep:of", "prep:by", "prep:between")
_OWN = frozenset({"aux", "nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Qualification:
    """How a relation is presented, with the spans of the words that say so."""

    polarity: Polarity = Polarity.AFFIRMED
    factuality: Factuality = Factuality.ACTUAL
    likelihood: Likelihood | None = None
    cues: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Findings:
    """The cues met so far on the way up."""

    negated: bool = False
    factualities: list[Factuality] = field(default_factory=list)
    likelihood: Likelihood | None = None
    spans: list[Span] = field(default_factory=list)
    future: bool = False


def qualify(reading: Reading, words: Sequence[Token], index: CueIndex, *, agentive: bool) -> Qualification:
    """Read how a relation is presented.

    Args:
        reading: The sentence.
        words: The tokens that express the relation, the governing one first.
        index: The cues.
        agentive: Whether the subject of the relation brings it about, so that "will" is a plan rather than a forecast.

    Returns:
        Polarity, factuality (not yet that of its attribution), likelihood and the spans of the cues.
    """
    climb = _Climb(reading, index, agentive=agentive)
    climb.run(words)
    found = climb.found
    if is_asked(reading, words[0]):
        found.factualities.append(Factuality.HYPOTHETICAL)
    if found.future and not found.likelihood:
        planned = agentive and Factuality.PREDICTED not in found.factualities  # "expects that Y will leave" is no plan of Y's
        found.factualities.append(Factuality.PLANNED if planned else Factuality.PREDICTED)
    if found.likelihood is not None:
        found.factualities.append(Factuality.PREDICTED)
    factuality = min(found.factualities, key=_RANK.index, default=Factuality.ACTUAL)
    polarity = Polarity.NEGATED if found.negated else Polarity.AFFIRMED
    return Qualification(polarity, factuality, found.likelihood, tuple(sorted(set(found.spans))))


class _Climb:
    """One way up from a trigger, collecting what it meets."""

    def __init__(self, reading: Reading, index: CueIndex, *, agentive: bool) -> None:
        self._reading = reading
        self._index = index
        self._agentive = agentive
        self.found = _Findings()

    def run(self, words: Sequence[Token]) -> None:
        for word in words[1:]:
            self._take_negation(word)
        at: Token | None = words[0]
        seen: set[int] = set()
        while at is not None and at.i not in seen:
            seen.add(at.i)
            self._take_modifiers(at, words)
            at = self._step(at, words)

    def _step(self, token: Token, words: Sequence[Token]) -> Token | None:
        """Go to the governor if its effect reaches down to this word; otherwise end the climb."""
        head, dep = token.head, token.dep_
        if dep == "acl" and self._reading.structure.accused(head):  # "accusations of his meeting with Y and promising money"
            self._take_cues(head, "noun")
        if head == token or dep in {"parataxis", "appos", "csubj"} or is_relative(token) or is_postposed(token):
            return None
        if dep in {"prep", "dative", "agent"}:
            return head
        if dep == "conj":
            return self._conjunct(token)
        if dep == "advcl":
            return self._condition(token)
        if is_verbal(token) or dep in {"acomp", "attr", "pcomp", "oprd"} or token.pos_ == "ADJ":
            return self._clause(token, head)
        return self._noun(token, head, words)

    def _conjunct(self, token: Token) -> Token | None:
        """A second verb shares what governs the first, and its auxiliary if it has none and the same form."""
        head = token.head
        if is_verbal(token) and not any(child.dep_ in _OWN for child in token.children) and is_same_form(token, head):
            return self._contrasted(token, head)
        while head.dep_ == "conj":
            head = head.head
        return self._step(head, (head,)) if is_verbal(head) and head.dep_ != "ROOT" else None

    def _contrasted(self, token: Token, head: Token) -> Token | None:
        """The verb before, or, behind "but", what governs it: then of what is said of it only the auxiliaries still hold."""
        joints = [child for child in head.rights if child.dep_ == "cc" and child.i < token.i]
        if not joints or joints[-1].lower_ not in self._reading.lexicon.adversatives:
            return head
        for child in head.children:
            if child.dep_ == "aux":
                self._take_modifier(child)
        return self._step(head, (head,))

    def _condition(self, token: Token) -> Token | None:
        """An infinitive is no fact: of purpose it is planned, after "it is good" possible; "if" was marked by its marker."""
        if is_infinitive(token):
            evaluated = any(child.dep_ == "nsubj" and child.lower_ == "it" for child in token.head.children)
            for noun in self._reading.structure.role(token.head, "obj"):
                if self._reading.structure.addressed(noun):  # "puts pressure on Y to leave"
                    self._take_cues(noun, "noun")
            if self._reading.structure.addressed_by(token.head):  # "appeals to Y to leave"
                self._take_cues(token.head, "infinitive")
            self._note(Factuality.POSSIBLE if evaluated else Factuality.PLANNED, token)
            return token.head if evaluated else None
        return self._clause(token, token.head) if is_object_clause(token) else None

    def _clause(self, token: Token, head: Token) -> Token | None:
        """A complement clause: the verb, noun or adjective that governs it decides."""
        target = head
        while target.dep_ == "prep" or target.pos_ == "ADP":
            if target.head == target:
                return None
            self._take_cues(target, "marker")
            target = without_names(target.head) if token.dep_ == "pcomp" else target.head
        if token.dep_ == "pcomp" and has_own_subject(token):  # "with talks under way" holds whatever is said of the rest
            return None
        if token.dep_ in {"acomp", "attr", "oprd"} and target.lemma_ == "be":
            return target
        if target.lemma_ == "be" and is_infinitive(token):
            self._take_evaluation(target)
        self._take_governor(target, token)
        self._take_content(target, token)
        if token.dep_ == "ccomp" and is_verbal(target) and not (is_small(token) or self._lets_through(target)):
            self._take_silence(target)
            return None
        return target

    def _take_evaluation(self, copula: Token) -> None:
        """What "is to" be done is planned; what "it is necessary to" do is what the adjective says, and else it is possible."""
        predicates = self._reading.structure.role(copula, "pred")
        before = len(self.found.factualities)
        for word in predicates:
            self._take_cues(word, "adjective" if word.pos_ == "ADJ" else "noun")
        if len(self.found.factualities) == before:
            self._note(Factuality.POSSIBLE if predicates else Factuality.PLANNED, copula)

    def _take_content(self, governor: Token, token: Token) -> None:
        """What somebody finds, believes or concludes is reported, also where a noun says so ("the consensus that")."""
        if is_verbal(governor):
            about = token.dep_ == "pcomp" and token.head.lower_ in self._reading.lexicon.content_prepositions
            said = about and any(cue.reports for cue in self._index.find(governor, "verb"))
        else:
            that = any(child.lower_ == "that" and child.dep_ == "mark" for child in token.children)
            said = governor.pos_ == "NOUN" and that and governor.lemma_.lower() not in self._reading.lexicon.factive_nouns
        if said:
            self._note(Factuality.REPORTED, governor)

    def _take_silence(self, verb: Token) -> None:
        """What somebody did not say is neither so nor not so ("has not confirmed that")."""
        for child in verb.children:
            if child.dep_ in {"neg", "advmod"} and any(cue.negates for cue in self._index.find(child, "adverb")):
                self._note(Factuality.HYPOTHETICAL, child)

    def _lets_through(self, verb: Token) -> bool:
        """Whether what is said of a verb holds of its clause: "does not think that", unlike "did not admit that"."""
        raising = verb.lemma_.lower() in self._reading.lexicon.negation_raising
        return raising or any(cue.negates or cue.factuality for cue in self._index.find(verb, "verb"))

    def _noun(self, token: Token, head: Token, words: Sequence[Token]) -> Token | None:
        """An event named by a noun: its governor counts where it says whether the event takes place."""
        while head.pos_ in {"ADP", "ADV"} and head.head != head:
            if head.lower_ in self._reading.lexicon.prospective:
                self._note(Factuality.PLANNED, head)
            head = head.head
        if token.pos_ not in {"NOUN", "PROPN"} or head == token:
            return None
        if head in words:
            return None
        if is_verbal(head) and self._reading.lends(head):
            self._take_governor(head, token)
            self._take_predicate(token, head)
            return head
        if token.dep_ == "nsubj" and is_verbal(head):
            self._take_conditional(head)
            return None
        cues = self._index.find(head, *(("verb", "infinitive") if is_verbal(head) else ("noun",)))
        if head.pos_ == "ADJ" or self._is_new(token) or any(cue.negates or cue.factuality for cue in cues):
            self._take_governor(head, token)
            return head
        return None

    def _is_new(self, noun: Token) -> bool:
        """Whether it is there only as far as its verb says, and is its subject's: "would not join an alliance with Y"."""
        owners = (owner for role in _OWNERS for owner in self._reading.structure.role(noun, role))
        owned = any(self._reading.actors(owner, adjective=True) for owner in owners)
        indefinite = any(child.dep_ == "det" and "Ind" in child.morph.get("Definite", []) for child in noun.lefts)
        return noun.dep_ == "dobj" and is_verbal(noun.head) and indefinite and not owned

    def _take_predicate(self, token: Token, copula: Token) -> None:
        """What is said of an event by "be" and an adjective or noun ("a clash is very unlikely", "talks are a possibility")."""
        for child in copula.children if token.dep_ == "nsubj" else ():
            if child.dep_ in {"acomp", "attr"} and not self._is_of_its_future(child):
                self._take_likelihood(child)
                for cue in self._index.find(child, "adjective" if child.pos_ == "ADJ" else "noun"):
                    self._apply(cue, child)

    def _is_of_its_future(self, predicate: Token) -> bool:
        """Whether it says what will become of a state of affairs, not whether there is one: "the war is unlikely to end"."""
        verbs = [child for child in predicate.children if child.dep_ == "xcomp" and is_infinitive(child)]
        return bool(verbs) and not (self._agentive or any(self._reading.lends(verb) for verb in verbs))

    def _take_conditional(self, head: Token) -> None:
        """What would have an effect is hypothetical itself ("membership would cross a line")."""
        for child in head.children:
            if child.tag_ == "MD":
                for cue in self._index.find(child, "modal"):
                    if cue.factuality is Factuality.HYPOTHETICAL:
                        self._apply(cue, child)

    def _take_governor(self, governor: Token, token: Token) -> None:
        word_class = "verb" if is_verbal(governor) else "noun" if governor.pos_ in {"NOUN", "PROPN"} else "adjective"
        finite = is_verbal(governor) and token.dep_ == "ccomp" and not (is_subjunctive(token) or is_infinitive(token))
        classes = (word_class,) if finite or word_class != "verb" else ("verb", "infinitive")
        self._take_cues(governor, *classes)
        if token.dep_ == "ccomp" and self._is_asked_of_another(governor, token):
            self._note(Factuality.DEMANDED, governor)

    def _is_asked_of_another(self, governor: Token, token: Token) -> bool:
        """Whether somebody wants others to do it ("wants Y to leave", "insists that Y leave")."""
        if is_infinitive(token):
            wanted = any(cue.factuality is Factuality.PLANNED for cue in self._index.find(governor, "infinitive"))
            return wanted and any(child.dep_ == "nsubj" for child in token.lefts) and not any(c.dep_ == "mark" for c in token.lefts)
        return is_subjunctive(token) and any(child.lower_ == "that" and child.dep_ == "mark" for child in token.lefts)

    def _take_modifiers(self, token: Token, words: Sequence[Token]) -> None:
        for child in token.children:
            if child not in words:  # "will not lift" is a refusal by its own words
                self._take_modifier(child)
            if child.dep_ == "advcl":
                self._take_condition(child)
        self._take_likelihood(token)

    def _take_negation(self, word: Token) -> None:
        """Of the other words of a relation only negation and doubt count ("no sanctions", but "cancelled a planned visit")."""
        for child in word.children:
            classes = {"det": ("determiner",), "neg": ("adverb",), "amod": ("adjective", "determiner")}.get(child.dep_, ())
            for cue in self._index.find(child, *classes):
                if cue.negates or cue.factuality is Factuality.ALLEGED:
                    self._apply(cue, child)

    def _take_condition(self, clause: Token) -> None:
        """What is said under a condition ("if", "unless") is as hypothetical as the condition; past acts are not."""
        if clause.head.tag_ == "VBD":
            return
        for child in clause.children:
            if child.dep_ == "mark":
                for cue in self._index.find(child, "marker"):
                    if cue.factuality is Factuality.HYPOTHETICAL:
                        self._apply(cue, child)

    def _take_modifier(self, child: Token) -> None:
        classes = {
            "neg": ("adverb",),
            "aux": ("modal",),
            "advmod": ("adverb",),
            "det": ("determiner",),
            "amod": ("adjective", "determiner"),
            "mark": ("marker",),
            "preconj": ("determiner",),
            "cc": ("adverb",),
        }.get(child.dep_, ())
        for cue in self._index.find(child, *classes):
            if not (child.dep_ == "amod" and cue.factuality is Factuality.DEMANDED):  # an important partner is there already
                self._apply(cue, child)
        if child.dep_ in {"advmod", "amod"}:
            self._take_likelihood(child)
        if child.dep_ in {"nsubj", "nsubjpass"}:
            for word in (child, *child.children):
                found = self._index.find(word, "pronoun" if word == child else "determiner")
                if (word == child or word.dep_ == "det") and any(cue.negates for cue in found):
                    self._apply(found[0], word)

    def _take_cues(self, token: Token, *classes: str) -> None:
        for cue in self._index.find(token, *classes):
            self._apply(cue, token)

    def _take_likelihood(self, token: Token) -> None:
        term, first = self._index.likelihood(token)
        if term is None or self.found.likelihood is not None:
            return
        negations = [child for owner in (token, token.head) for child in owner.children if child.dep_ == "neg"]
        if negations:
            term, first = self._index.negation(term), min((first, *negations), key=position)
        span = self._reading.sentence.span(first, token)
        self.found.likelihood = Likelihood(term.iri, term.label, term.low, term.high, span)
        self.found.spans.append(span)

    def _apply(self, cue: Cue, token: Token) -> None:
        self.found.spans.append(self._reading.span(token))
        if cue.negates:
            consumed = self.found.likelihood is not None and self.found.likelihood.span.covers(self._reading.span(token))
            self.found.negated = self.found.negated != (not consumed)
        elif token.tag_ == "MD" and (cue.factuality is Factuality.PREDICTED or is_backshifted(cue, token)):
            self.found.future = True
        elif cue.factuality is not None:
            self.found.factualities.append(cue.factuality)

    def _note(self, factuality: Factuality, token: Token) -> None:
        self.found.factualities.append(factuality)
        self.found.spans.append(self._reading.span(token))
