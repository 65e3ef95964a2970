"""A made-up press review: five documents and the claims that a careful reader would draw from them.

In the notation of `NEWS` a line is a claim: subject; relation; object; words of the subject, the relation and the object in the
sentence above it; then what is special. Words are found in the sentence, so that no offsets are counted by hand.
"""

from hashlib import sha256

from kg.model import (
    Actor,
    ActorKind,
    Alignment,
    Argument,
    Attribution,
    Claim,
    Document,
    Evidence,
    Factuality,
    Issue,
    Likelihood,
    Period,
    Polarity,
    Relation,
    RelationGroup,
    Span,
)

BASE = "https://w3id.org/kg-affairs/"

KINDS = {
    "State": "United States; Russia; Ukraine; South Korea; North Korea; Syria; Iran; Turkey; Germany",
    "Person": "Vera Lindqvist; Omar Haddad; Zhang Min; Pavel Orlov",
    "InternationalOrganization": "European Union; NATO; United Nations; IAEA",
    "Organization": "Harbour Institute; Northern Gas",
    "Coalition": "the West",
    "MediaOutlet": "Harbour Courier",
    "ArmedGroup": "Red Dune Front",
    "Population": "Russian citizens",
}
RELATIONS = {
    "act": "sanctions -1; threatens -1; talks with 1; accuses -1; deploys forces in -1; supports 1; mediates between 1; urges 0; "
    "agrees with 1; interferes in -1; supplies 1; criticises -1; attacks -1; inspects 0",
    "stance": "rival of -1; competes with -1; concerned about 0; friendly to 1; hostile to -1; needs 1; opposes -1",
    "tie": "ally of 1; member of 1; works for 0",
    "trend": "relations improve 1; relations deteriorate -1",
}
MUTUAL = {"talks with", "competes with", "ally of", "relations improve", "relations deteriorate", "agrees with"}
LIKELY = {
    "unlikely": (0.2, 0.45),
    "likely": (0.55, 0.8),
    "very likely": (0.8, 0.95),
}

NEWS = """
# Sanctions stay, and so does the talking | Harbour Courier | Vera Lindqvist | 2017-03-14 | seeds/courier.txt
Washington and Brussels have kept their sanctions on Russian banks in place over the fighting in eastern Ukraine.
United States; sanctions; Russia; Washington; sanctions; Russian; issue=Ukraine conflict:fighting in eastern Ukraine; issue=economic sanctions:sanctions
European Union; sanctions; Russia; Brussels; sanctions; Russian; issue=Ukraine conflict:fighting in eastern Ukraine
The United States and Russia compete for influence from the Baltic to the Levant, and their relations have soured in recent years.
United States; competes with; Russia; The United States; compete; Russia
United States; relations deteriorate; Russia; The United States; relations have soured; Russia; time=in recent years
Kyiv says that Russia has supplied the Red Dune Front with drones, a charge that Moscow rejects.
Russia; supplies; Red Dune Front; Russia; supplied; Red Dune Front; who=Ukraine:Kyiv:says; fact=alleged; cue=a charge
Russia; supplies; Red Dune Front; Moscow; supplied; Red Dune Front; fact=denied; cue=rejects
American officials believe that Russia interfered in the election, but they have shown no proof in public.
Russia; interferes in; United States; Russia; interfered in; American; who=United States:American officials:believe; fact=alleged; issue=election interference:the election; cue=have shown no proof
Germany does not support further sanctions, its envoy Pavel Orlov told the Courier.
Germany; supports; economic sanctions; Germany; support; sanctions; neg=does not; who=Pavel Orlov:Pavel Orlov:told; fact=reported
Pavel Orlov; works for; Germany; Pavel Orlov; envoy; Germany
# Missiles on the peninsula | Pacific Ledger | Sun-mi Park | 2017-04-02 | seeds/ledger.html
The United States has deployed a missile battery in South Korea after another test by North Korea.
United States; deploys forces in; South Korea; The United States; deployed; South Korea; issue=missile defence:missile battery; issue=Korean peninsula:South Korea
United States; ally of; South Korea; The United States; in; South Korea; conf=.55
North Korea threatened the United States with “merciless” retaliation if the battery stayed.
North Korea; threatens; United States; North Korea; threatened; the United States; issue=missile defence:battery
Russia sees the battery as a threat and may deploy its own missiles in Syria, said Zhang Min of the Harbour Institute.
Russia; deploys forces in; Syria; Russia; deploy; Syria; who=Zhang Min:Zhang Min:said; fact=possible; issue=missile defence:missiles; cue=may
Russia; concerned about; missile defence; Russia; sees; the battery; who=Zhang Min:Zhang Min:said; fact=reported; cue=as a threat
Zhang Min; works for; Harbour Institute; Zhang Min; of; Harbour Institute
Seoul and Washington will agree on a new budget for the base by June, the minister promised.
United States; agrees with; South Korea; Washington; agree on; Seoul; fact=planned; who=:the minister:promised; cue=will; time=by June; issue=missile defence:base
North Korea is hostile to South Korea and Japan will not be spared, its radio said.
North Korea; hostile to; South Korea; North Korea; hostile; South Korea
# Is a thaw likely? | Harbour Institute Brief | Zhang Min | 2017-08 | seeds/brief.pdf
A real improvement in relations between Russia and the United States is unlikely before the winter, according to Zhang Min, as cited by the Harbour Courier.
United States; relations improve; Russia; the United States; improvement in relations; Russia; like=unlikely; fact=predicted; who=Harbour Courier:the Harbour Courier:cited; who=Zhang Min:Zhang Min:according to; time=before the winter
Relations between Moscow and Washington are likely to deteriorate further over Syria.
United States; relations deteriorate; Russia; Washington; deteriorate; Moscow; like=likely; fact=predicted; issue=Syrian war:Syria
Washington needs Russian help against the Red Dune Front, while it regards Russia as a rival.
United States; needs; Russia; Washington; needs; Russian; issue=counter-terrorism:against the Red Dune Front
United States; rival of; Russia; it; regards; Russia; reason=subject of the clause
United States; opposes; Red Dune Front; Washington; against; Red Dune Front
Most Russian citizens hold a friendly view of Turkey but not of NATO, a survey shows.
Russian citizens; friendly to; Turkey; Russian citizens; friendly; Turkey
Russian citizens; friendly to; NATO; Russian citizens; friendly; NATO; neg=but not
If the sanctions were lifted, Northern Gas would supply Germany through the new pipeline.
Northern Gas; supplies; Germany; Northern Gas; supply; Germany; fact=hypothetical; cue=If; issue=energy:pipeline; issue=economic sanctions:sanctions
Moscow demanded that the European Union recognise the vote in Crimea.
Russia; urges; European Union; Moscow; demanded; the European Union; issue=Crimea:Crimea
European Union; supports; Crimea; European Union; recognise; Crimea; fact=demanded; who=Russia:Moscow:demanded; cue=demanded
# Ankara tries its hand | Levant Monitor | Omar Haddad | 2017-09-30 | seeds/monitor.docx
Turkey has mediated between Russia and Ukraine since the spring, and both sides have met in Ankara twice.
Turkey; mediates between; Ukraine; Turkey; mediated; Ukraine; time=since the spring; issue=Ukraine conflict:Ukraine
Turkey; mediates between; Russia; Turkey; mediated; Russia; time=since the spring; issue=Ukraine conflict:Ukraine
Russia; talks with; Ukraine; Russia; met; Ukraine; issue=Ukraine conflict:Ukraine
Omar Haddad accused Russia of bombing a convoy in Syria; Moscow called the report “theatre”.
Omar Haddad; accuses; Russia; Omar Haddad; accused; Russia; issue=Syrian war:Syria
Russia; attacks; Syria; Russia; bombing; Syria; fact=alleged; who=Omar Haddad:Omar Haddad:accused; cue=accused; issue=Syrian war:convoy in Syria
Turkey is a member of NATO, and NATO has urged Ankara to keep its distance from Moscow.
Turkey; member of; NATO; Turkey; member; NATO
NATO; urges; Turkey; NATO; urged; Ankara
Russia supports the government of Syria, and Iran supports it, too.
Russia; supports; Syria; Russia; supports; Syria; issue=Syrian war:Syria
Iran; supports; Syria; Iran; supports; it; issue=Syrian war:Syria
The West criticised Russia again.
the West; criticises; Russia; The West; criticised; Russia
# Inspectors return | United Nations Gazette | | 2017 | seeds/gazette.md
The IAEA inspected two sites in Iran and found that the country had kept its word.
IAEA; inspects; Iran; The IAEA; inspected; Iran; issue=nuclear programme:two sites
The United States will very likely sanction Iran again, diplomats at the United Nations expect.
United States; sanctions; Iran; The United States; sanction; Iran; like=very likely; fact=predicted; who=:diplomats:expect; issue=nuclear programme:again; issue=economic sanctions:sanction
The United Nations did not criticise Russia, although Ukraine had asked for it.
United Nations; criticises; Russia; The United Nations; criticise; Russia; neg=did not
Washington held talks with Moscow on arms control in Geneva.
United States; talks with; Russia; Washington; talks; Moscow; issue=arms control:arms control
Washington has threatened its rival with new sanctions, and Moscow threatens to answer the United States in kind.
United States; threatens; Russia; Washington; has threatened; its rival; issue=economic sanctions:sanctions
Russia; threatens; United States; Moscow; threatens; the United States
"""


def slug(label: str) -> str:
    return label.lower().replace(" ", "-")


def actor(label: str, kind: ActorKind) -> Actor:
    return Actor(f"{BASE}actor/{slug(label)}", label, kind)


ACTORS = {label: actor(label, ActorKind(kind)) for kind, labels in KINDS.items() for label in labels.split("; ")}


def relations() -> dict[str, Relation]:
    found = {}
    for group, entries in RELATIONS.items():
        for label, sign in (entry.rsplit(" ", 1) for entry in entries.split("; ")):
            found[label] = Relation(
                f"{BASE}relation/{slug(label)}", label, RelationGroup(group), int(sign), symmetric=label in MUTUAL
            )
    return found


RELATION = relations()


class Sentence:
    """A sentence of a document, in which words are found."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start

    def span(self, words: str) -> Span:
        place = self.text.find(words)
        assert place >= 0, f"{words!r} is not in {self.text!r}"
        return Span(self.start + place, self.start + place + len(words))

    def argument(self, label: str, words: str, reason: str = "") -> Argument:
        entity = ACTORS.get(label) or Issue(f"{BASE}issue/{slug(label)}", label)
        return Argument(entity, self.span(words), reason)

    def attribution(self, value: str) -> Attribution:
        label, source, cue = value.split(":")
        speaker = self.argument(label, source) if label else None
        return Attribution((self.span(source),), (self.span(cue),), (Span(self.start, self.start + len(self.text)),), speaker, cue)

    def likelihood(self, label: str) -> Likelihood:
        low, high = LIKELY[label]
        return Likelihood(f"{BASE}likelihood/{slug(label)}", label, low, high, self.span(label))


def claim(line: str, sentence: Sentence, document: str, source: str) -> Claim:
    """One line of the notation as a claim."""
    subject, relation, object_, subject_words, trigger, object_words, *rest = line.split("; ")
    extra: dict[str, list[str]] = {}
    for item in rest:
        key, _, value = item.partition("=")
        extra.setdefault(key, []).append(value)
    first = {key: values[0] for key, values in extra.items()}
    cues = tuple(sentence.span(words) for words in [*extra.get("cue", []), *extra.get("neg", [])])
    span = Span(sentence.start, sentence.start + len(sentence.text))
    return Claim(
        id=sha256(f"{document}{line}".encode()).hexdigest()[:16],
        source=source,
        subject=sentence.argument(subject, subject_words, first.get("reason", "")),
        relation=RELATION[relation],
        object=sentence.argument(object_, object_words),
        evidence=Evidence(document, span, sentence.text, sentence.text, sentence.span(trigger), cues),
        issues=tuple(sentence.argument(*value.split(":")) for value in extra.get("issue", [])),
        polarity=Polarity.NEGATED if "neg" in extra else Polarity.AFFIRMED,
        factuality=Factuality(first.get("fact", "actual")),
        likelihood=sentence.likelihood(first["like"]) if "like" in first else None,
        attribution=tuple(sentence.attribution(value) for value in extra.get("who", [])),
        time=Period("", "", first["time"], sentence.span(first["time"])) if "time" in first else None,
        confidence=float(first.get("conf", "0.86")),
        rule=f"X {trigger} Y",
    )


def document(head: str, sentences: list[str]) -> Document:
    title, publisher, author, published, source = (part.strip() for part in head.split("|"))
    text = " ".join(sentences)
    return Document(
        sha256(text.encode()).hexdigest()[:16], source, text, text, Alignment((0,), (0,)), (), title, publisher, author, published
    )


def press_review(news: str = NEWS) -> tuple[list[Claim], dict[str, Document]]:
    """The claims and documents of a text in the notation."""
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    for part in news.strip().split("# ")[1:]:
        head, *lines = part.strip().splitlines()
        whole = document(head, [line for line in lines if not is_claim(line)])
        documents[whole.id] = whole
        sentence = Sentence("", 0)
        for line in lines:
            if is_claim(line):
                claims.append(claim(line, sentence, whole.id, whole.source))
            else:
                sentence = Sentence(line, whole.text.index(line))
    return claims, documents


def is_claim(line: str) -> bool:
    parts = line.split("; ")
    return len(parts) >= 6 and parts[1] in RELATION
