"""Documents of sentences parsed by hand, the words that point back in them, and whom those stand for."""

import re
from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.argument import Structure
from kg.extract.corefer.definite import Nouns
from kg.extract.corefer.gender import FEMALE, MALE, Genders
from kg.extract.corefer.office import Term
from kg.extract.corefer.pronoun import Pronouns
from kg.extract.corefer.tracker import Focus, Pointers, Read, resolve
from kg.extract.mention.mentions import Mentions, RoleHit
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind, Argument, Span
from kg.ontology import Role, RoleKind, term
from tests.extract.parses import FALK, INSTITUTE, NAMES, NORWAY, OKORO, PERU, SILVA, UNION, mentions, parse

ROLES = {
    name: Role(term("role:" + name.replace(" ", "-")), name, (name,), kind)
    for name, kind in (
        ("minister", RoleKind.OFFICE),
        ("prime minister", RoleKind.OFFICE),
        ("analyst", RoleKind.OCCUPATION),
        ("reporter", RoleKind.OCCUPATION),
        ("rebel", RoleKind.GROUP),
    )
}
_ORGANISED = frozenset({ActorKind.INTERNATIONAL_ORGANIZATION, ActorKind.ORGANIZATION})

POINTERS = Pointers(
    pronouns=Pronouns(
        male=frozenset({"he", "him", "his", "himself"}),
        female=frozenset({"she", "her", "herself"}),
        neuter=frozenset({"it", "its", "itself"}),
        plural=frozenset({"they", "them", "their", "themselves"}),
        reflexive=frozenset({"himself", "herself", "itself", "themselves"}),
        reciprocal=frozenset({"each other"}),
        relationship=frozenset({"relation"}),
        help=frozenset({"help"}),
        judging=frozenset({"blame"}),
        reasons=frozenset({"because"}),
        willing=frozenset({"ready"}),
        impersonal_verbs=frozenset({"seem"}),
        reporting_verbs=frozenset({"say", "tell"}),
    ),
    nouns=Nouns(
        quantifiers=frozenset({"two", "both"}),
        dyad=frozenset({"country", "side"}),
        countries=frozenset({"country"}),
        persons=frozenset({"leader"}),
        sources=frozenset({"analyst", "speaker"}),
        past=frozenset({"former"}),
        demonstratives=frozenset({"the", "this"}),
        kinds={
            "union": frozenset({ActorKind.INTERNATIONAL_ORGANIZATION}),
            "body": _ORGANISED,
            "institute": frozenset({ActorKind.ORGANIZATION}),
            "paper": frozenset({ActorKind.MEDIA_OUTLET}),
            "group": frozenset({ActorKind.ARMED_GROUP}),
            "rebel": frozenset({ActorKind.ARMED_GROUP}),
        },
        epithets={"kingdom": frozenset({NORWAY.iri}), "club": frozenset({UNION.iri}), "body": frozenset({INSTITUTE.iri})},
    ),
    genders=Genders({FALK.iri: FEMALE, OKORO.iri: MALE, SILVA.iri: MALE}),
    terms={
        FALK.iri: (Term("prime minister", NORWAY, "2030-01-01"),),
        SILVA.iri: (Term("minister", PERU, "2020-01-01", "2029-12-31"),),
    },
    titles={"Mr": MALE, "Ms": FEMALE},
    dyad_adjectives=frozenset({"bilateral"}),
    quotative_verbs=frozenset({"joke"}),
    first_singular=frozenset({"i", "my"}),
    first_plural=frozenset({"we", "our"}),
)

_PRONOUNS = {"i": "PRP", "we": "PRP", "he": "PRP", "him": "PRP", "she": "PRP", "it": "PRP", "they": "PRP", "them": "PRP"}
_PRONOUNS |= dict.fromkeys(("himself", "herself", "itself", "themselves"), "PRP")


def left(who: str) -> str:
    """Somebody left."""
    return f"{_tagged(who)}/nsubj>left left~leave/VBD/ROOT"


def said(who: str) -> str:
    """Somebody said so."""
    return f"{_tagged(who)}/nsubj>said said~say/VBD/ROOT so/RB/advmod>said"


def praised(who: str, whom: str) -> str:
    """Somebody praised somebody."""
    return f"{_tagged(who)}/nsubj>praised praised~praise/VBD/ROOT {_tagged(whom)}/dobj>praised"


def met(*names: str) -> str:
    """Several met."""
    first, *others = names
    joined = " ".join(f"and/CC/cc>{first} {_tagged(other)}/conj>{first}" for other in others)
    return f"{_tagged(first)}/nsubj>met {joined} met~meet/VBD/ROOT"


def the(noun: str, *before: str, determiner: str = "the") -> str:
    """Some noun left: "the minister" or, with its lemma, "countries~country/NNS"; `before` are words before it."""
    word = re.split("[~/]", noun)[0]
    modifiers = " ".join(f"{one}>{word}" for one in before)
    return f"{determiner}/DT/det>{word} {modifiers} {noun if '/' in noun else noun + '/NN'}/nsubj>left left~leave/VBD/ROOT"


def quoted(inner: str, who: str = "", *, verb: str = "said~say") -> str:
    """A clause in quotation marks whose verb is "left", and who says it; alone without a speaker."""
    word = verb.split("~", maxsplit=1)[0]
    if not who:
        return f"\"/``/punct>left {inner} left~leave/VBD/ROOT \"/''/punct>left"
    said = f"{_tagged(who)}/nsubj>{word} {verb}/VBD/ROOT"
    return f"\"/``/punct>{word} {inner} left~leave/VBD/ccomp>{word} ,/,/punct>{word} \"/''/punct>{word} {said}"


def document(*notations: str) -> tuple[list[Read], list[Span]]:
    """The sentences of one document, one behind the other, and its quotations with their marks."""
    found: list[Read] = []
    text = ""
    for notation in notations:
        sentence = parse(notation, offset=len(text))
        text += sentence.text + " "
        found.append((sentence, Structure(sentence.tokens), mentions_and_roles(sentence)))
    return found, [Span(*match.span()) for match in re.finditer('"[^"]*"', text)]


def mentions_and_roles(sentence: Sentence) -> Mentions:
    """What `NAMES` and `ROLES` name in a sentence."""
    named = mentions(sentence)
    roles = {word.i: RoleHit(ROLES[name], word, _owner(word)) for word in sentence.tokens if (name := _role(word)) in ROLES}
    return Mentions(named.actors, named.issues, roles)


def resolved(*notations: str, published: str = "") -> list[tuple[Sentence, Focus]]:
    """The sentences of one document with what was resolved in each."""
    sentences, quotes = document(*notations)
    return list(zip([read[0] for read in sentences], resolve(sentences, POINTERS, quotes, published), strict=True))


def arguments(word: str, *notations: str, published: str = "") -> tuple[Argument, ...]:
    """What the last such word of the last sentence stands for."""
    sentence, focus = resolved(*notations, published=published)[-1]
    last = [token.i for token in sentence.tokens if token.text == word][-1]
    return focus.anaphors.get(last, ())


def meant(word: str, *notations: str, published: str = "") -> list[Actor]:
    """Whom the last such word of the last sentence stands for."""
    return [one.entity for one in arguments(word, *notations, published=published) if isinstance(one.entity, Actor)]


def _tagged(word: str) -> str:
    return word if "/" in word else f"{word}/{_PRONOUNS.get(word.lower(), 'NNP')}"


def _role(word: Token) -> str:
    return " ".join([*(child.text for child in word.lefts if child.text == "prime"), word.lemma_])


def _owner(word: Token) -> Actor | None:
    before: Iterable[Token] = (child for child in word.lefts if child.dep_ in {"amod", "compound", "poss"})
    owners = [NAMES[child.text][0] for child in before if child.text in NAMES]
    return next((owner for owner in owners if owner.kind is not ActorKind.PERSON), None)
