"""Parsed sentence -> predicate-argument structure: who stands in which role to which word, however the sentence is built.

Voice, relative clauses, participles, infinitives, control and coordination are undone here, so that a pattern needs only one
form. Roles: `subj`, `obj`, `iobj`, `pred` (what a copula says), `comp` (a clause), `poss`, `mod`, `appos`, `prt` and
`prep:on` for each preposition. The analysis follows the ClearNLP dependencies that the English models are trained on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.extract.dependency import (
    depth,
    external_role,
    has_own_subject,
    is_bare,
    is_content,
    is_finite,
    is_infinitive,
    is_object_clause,
    is_passive,
    is_postposed,
    is_preposition,
    is_verbal,
    joined_prepositions,
    names_joined,
    without_names,
)
from kg.extract.naming import AS, named_roles

__all__ = ["Grammar", "Structure", "conjuncts"]

_DIRECT = {
    "nsubj": "subj",
    "nsubjpass": "obj",
    "dobj": "obj",
    "attr": "pred",
    "acomp": "pred",
    "oprd": "pred",
    "poss": "poss",
    "compound": "mod",
    "amod": "mod",
    "nmod": "mod",
    "npadvmod": "mod",
    "appos": "appos",
    "xcomp": "comp",
    "ccomp": "comp",
    "prt": "prt",
}
_RELATIVE = frozenset({"WDT", "WP"})
_NUMBERS = frozenset({"NUM", "SYM"})


def conjuncts(token: Token) -> Iterator[Token]:
    """A token and what is coordinated after it, in order."""
    waiting = [token]
    while waiting:
        current = waiting.pop()
        yield current
        waiting += reversed([child for child in current.rights if child.dep_ == "conj" and is_verbal(child) == is_verbal(token)])


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words that decide who does what, each set a list of `ontology/words.ttl`.

    `transparent` nouns only portion out the noun after their "of" ("rounds of sanctions"). After prepositions of `object_control`
    the object of the verb is the one who does ("accuses Y of hiding it"), after those of `topic` a noun is only about what is done
    ("a resolution on lifting sanctions"). What follows `addressing` nouns is to be done by whom they are put to ("a call on Y to
    leave"), or with a preposition behind verbs of `addressing_verbs`; what follows `accusing` ones was not done by those whose they
    are ("X's accusations of hiding it"). `counterparts` name somebody by what he is to another, before his name ("Y's ally X") or
    with `exemplary` prepositions ("Y's allies, including X"). Whose the `aims` are does what follows ("X's task is to help").
    """

    transparent: frozenset[str] = frozenset()
    object_control: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    accusing: frozenset[str] = frozenset()
    addressing_verbs: frozenset[str] = frozenset()
    counterparts: frozenset[str] = frozenset()
    exemplary: frozenset[str] = frozenset()
    aims: frozenset[str] = frozenset()


class Structure:
    """The roles of one sentence.

    Args:
        sentence: The parsed sentence.
        grammar: The words that decide who does what.
    """

    def __init__(self, sentence: Tokens, grammar: Grammar | None = None) -> None:
        """Read the roles of a sentence."""
        self.tokens = sentence
        self._grammar = grammar or Grammar()
        self._roles: dict[int, dict[str, list[Token]]] = defaultdict(lambda: defaultdict(list))
        self._governors: dict[int, list[tuple[Token, str]]] = defaultdict(list)
        for token in sentence:
            self._read(token)
            for role, named in named_roles(token):
                self._add(token, role, named)
        for token in reversed(list(sentence)):
            self._share(token)
        for token in sorted(sentence, key=depth):
            self._inherit(token)
        for index, roles in list(self._roles.items()):
            for role, tokens in roles.items():
                for token in tokens:
                    self._governors[token.i].append((sentence.doc[index], role))

    def role(self, token: Token, role: str) -> list[Token]:
        """The tokens that stand in a role to `token`; measuring nouns are followed by what they measure."""
        found = self._roles[token.i][role] if token.i in self._roles else []
        return [inner for outer in found for inner in self.through(outer)]

    def roles(self, token: Token) -> dict[str, list[Token]]:
        """All roles of a token."""
        return {role: self.role(token, role) for role in self._roles.get(token.i, {})}

    def governors(self, token: Token) -> list[tuple[Token, str]]:
        """The tokens to which `token` stands in a role, with the role; also through a measuring noun."""
        found = list(self._governors.get(token.i, ()))
        if token.dep_ == "pobj" and token.head.lemma_ == "of" and token.head.head.lemma_.lower() in self._grammar.transparent:
            found += self.governors(token.head.head)
        return found

    def through(self, token: Token) -> Iterator[Token]:
        """A token, then what it measures ("rounds", "sanctions")."""
        yield token
        if token.lemma_.lower() in self._grammar.transparent:
            for inner in self._roles[token.i]["prep:of"]:
                yield from self.through(inner)
        if token.pos_ in _NUMBERS or any(child.dep_ == "nummod" for child in token.lefts):
            yield from (inner for inner in self._roles[token.i]["prep:in"] if inner.pos_ == "NOUN")

    def surface_subject(self, token: Token) -> list[Token]:
        """The subject as it is written: what a passive verb is done to, what an active one does."""
        return self.role(token, external_role(token))

    def _read(self, token: Token) -> None:
        for child in token.children:
            if child.dep_ in _DIRECT:
                for part in names_joined(child):
                    self._add(token, _DIRECT[child.dep_], part)
            if is_preposition(child):
                for joined in (child, *joined_prepositions(child)):
                    self._read_preposition(token, joined)
        self._read_content(token)
        if token.dep_ == "appos":
            self._add(token, "subj", token.head)
        elif token.lemma_.lower() in self._grammar.counterparts:
            self._read_counterpart(token)
        self._read_predicate(token)

    def _read_predicate(self, token: Token) -> None:
        if token.dep_ in {"attr", "acomp"}:
            self._merge_copula(token)
        elif is_postposed(token):
            self._add(token, "subj", token.head)

    def _read_content(self, token: Token) -> None:
        for child in token.children:
            if (child.dep_ == "acl" and is_content(child)) or is_object_clause(child):
                self._add(token, "comp", child)

    def _read_counterpart(self, noun: Token) -> None:
        """Who "Y's ally X" and "Y's allies, including X" say to be one of Y's."""
        after = noun.nbor() if noun.i + 1 < self.tokens.end else noun
        if after.tag_ == "NNP" and noun.dep_ in {"compound", "amod"}:  # the name is the head of the phrase, and what Y hangs on
            name = noun.head
            for owner in name.children:
                if owner.dep_ == "poss" and name.tag_ == "NNP" and owner.i < noun.i:
                    self._add(noun, "poss", owner)
                    self._add(noun, "subj", name)
        elif after.tag_ == "NNP" and after.dep_ == noun.dep_ == "nsubj":
            self._add(noun, "subj", after)
        for child in noun.rights:
            examples = child.children if child.lower_ in self._grammar.exemplary else ()
            for name in (child, *examples):
                if name.dep_ in {"appos", "pobj"}:
                    self._add(noun, "subj", name)

    def _read_preposition(self, token: Token, child: Token) -> None:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            self._add(token, "iobj", child)
            return
        agent = child.dep_ == "agent" or (child.lemma_ == "by" and is_passive(token))
        name = "subj" if agent and is_verbal(token) else f"prep:{child.lower_ if child.pos_ == 'VERB' else child.lemma_.lower()}"
        for inner in child.children:
            if inner.dep_ in {"pobj", "pcomp"} or (name == AS and inner.dep_ in {"amod", "acomp"}):
                self._add(token, name, inner)
            elif inner.dep_ == "prep" and child.pos_ != "VERB":  # "according to Y" is not "to Y"
                self._read_preposition(token, inner)

    def _merge_copula(self, predicate: Token) -> None:
        """What stands before and after "be" belongs to the predicate noun or adjective: subject and prepositional phrases."""
        copula = predicate.head
        for child in copula.children:
            if child.dep_ == "nsubj":
                self._add(predicate, "subj", child)
            elif child.dep_ == "prep" and child.i > predicate.i:
                self._read_preposition(predicate, child)

    def _share(self, token: Token) -> None:
        """Verbs that are coordinated right before an object share it: "condemned and Chad praised Norway"."""
        first = token.head
        if token.dep_ != "conj" or not is_verbal(token) or not is_verbal(first) or is_passive(first) or not is_bare(first, token):
            return
        for filler in list(self._roles[token.i]["obj"]):
            if filler.i > token.i:
                self._add(first, "obj", filler)

    def _inherit(self, token: Token) -> None:
        if token.dep_ in {"relcl", "acl"} and is_verbal(token):
            self._relative(token)
        if self._roles[token.i][external_role(token)]:
            return
        if is_verbal(token) or (token.dep_ in {"conj", "acomp", "attr"} and token.pos_ == "ADJ"):
            for subject in self._implied_subject(token):
                self._add(token, external_role(token), subject)

    def _implied_subject(self, token: Token) -> Iterable[Token]:
        head = token.head
        if token.dep_ == "conj" and is_verbal(head):
            return self._roles[head.i][external_role(head)]
        if token.dep_ in {"xcomp", "ccomp"} and not has_own_subject(token):
            return self._controller(head)
        if token.dep_ == "advcl":
            return [] if has_own_subject(token) or is_finite(token) else self._adverbial_subject(token, head)
        return self._gerund_subject(head) if token.dep_ == "pcomp" else []

    def _gerund_subject(self, preposition: Token) -> Iterable[Token]:
        """Who does what stands behind a preposition."""
        owner, word, addressed = preposition.head, preposition.lower_, []
        if word in self._grammar.object_control:
            verb = without_names(owner)
            if verb != owner and owner.head.dep_ != "agent":
                return [owner]
            owner, addressed = verb, self._roles[verb.i]["obj"]
        topic = word in self._grammar.topic and not is_verbal(owner)
        return addressed or ([] if topic else self._subject_of_phrase(owner))

    def _adverbial_subject(self, token: Token, head: Token) -> Iterable[Token]:
        """The subject of the verb above, or whom its object is put to ("puts pressure on Y to leave")."""
        if not is_infinitive(token):
            return self._roles[head.i][external_role(head)]
        asked = next((who for noun in self._roles[head.i]["obj"] if (who := self.addressed(noun))), [])
        return asked or self.addressed_by(head) or self._roles[head.i][external_role(head)]

    def addressed(self, noun: Token) -> list[Token]:
        """Whom a call, demand or the like is put to; the phrase may hang on its verb."""
        owners = [noun, noun.head] if noun.dep_ == "dobj" else [noun]
        known = noun.lemma_.lower() in self._grammar.addressing
        places = [(owner, f"prep:{name}") for owner in owners for name in ("on", "upon", "to")] if known else []
        return next((found for owner, place in places if (found := self._roles[owner.i][place])), [])

    def _controller(self, head: Token) -> Iterable[Token]:
        """Whoever is urged, forced or persuaded does what follows; otherwise the subject does it."""
        roles = self._roles[head.i]
        if head.lemma_ == "be":
            return [owner for subject in roles["subj"] for owner in self._of_aim(subject)]
        if head.pos_ in {"ADJ", "NOUN"}:
            return roles["subj"] or self._roles[head.head.i]["subj"]
        addressed = roles["iobj"] or roles["obj"]
        return addressed or self.addressed_by(head) or roles["subj"]

    def _of_aim(self, noun: Token) -> list[Token]:
        """Whose aim a noun names, who does what follows ("X's task is to help"); otherwise the noun itself."""
        roles, known = self._roles[noun.i], noun.lemma_.lower() in self._grammar.aims
        return (roles["poss"] or roles["prep:of"] if known else []) or [noun]

    def addressed_by(self, verb: Token) -> list[Token]:
        """Whom a verb is put to by its preposition: "appeals to Y"."""
        lemma, known = verb.lemma_.lower(), self._grammar.addressing_verbs
        found = (fillers for role, fillers in self._roles[verb.i].items() if f"{lemma} {role.removeprefix('prep:')}" in known)
        return next(found, [])

    def _subject_of_phrase(self, head: Token) -> Iterable[Token]:
        """Who does what is said of a verb or noun: its subject, whose plan it is, else the subject of the verb that governs it."""
        roles, lemma = self._roles[head.i], head.lemma_.lower()
        if is_verbal(head):
            return roles[external_role(head)]
        if addressed := self.addressed(head):
            return addressed
        names = [noun for noun in roles["mod"] if noun.text[0].isupper() and noun.i > head.sent.start]
        owners = roles["prep:against"] if lemma in self._grammar.accusing else roles["poss"] or roles["prep:by"] or names
        return owners or [subject for governor in [head.head] if is_verbal(governor) for subject in self._roles[governor.i]["subj"]]

    def _relative(self, token: Token) -> None:
        """A relative pronoun gives way to its antecedent; a participle takes it as object or subject."""
        antecedent, roles = token.head, self._roles[token.i]
        for role in ("subj", "obj"):
            if any(filler.tag_ in _RELATIVE or filler.lower_ == "that" for filler in roles[role]):
                roles[role] = [antecedent]
                return
        if token.dep_ == "acl" and token.tag_ == "VBN":
            roles["obj"] = roles["obj"] or [antecedent]
            self._lend_phrases(token, antecedent)
        elif token.dep_ == "acl" and token.tag_ == "VBG":
            roles["subj"] = roles["subj"] or self.accused(antecedent) or [antecedent]
        elif token.dep_ == "relcl" and roles["subj"] and not roles["obj"] and not roles["pred"]:
            roles["obj"] = [antecedent]
        elif not roles["subj"]:
            roles["subj"] = list(self._subject_of_phrase(antecedent))

    def accused(self, noun: Token) -> list[Token]:
        """Who did what a participle adds to a charge: "accusations of his meeting with Y and promising money"."""
        if noun.lemma_.lower() not in self._grammar.accusing or not self._roles[noun.i]["prep:of"]:
            return []
        owners = [owner for deed in self._roles[noun.i]["prep:of"] for owner in self._roles[deed.i]["poss"]]
        return owners or list(self._subject_of_phrase(noun))

    def _lend_phrases(self, participle: Token, noun: Token) -> None:
        """What a participle after a noun says where to belongs to the noun, too: "sanctions imposed on Y" are sanctions on Y."""
        for role, fillers in list(self._roles[participle.i].items()):
            if role.startswith("prep:"):
                for filler in fillers:
                    self._add(noun, role, filler)

    def _add(self, token: Token, role: str, filler: Token) -> None:
        if filler not in self._roles[token.i][role]:
            self._roles[token.i][role].append(filler)
