"""The prefixes that kg writes and that its queries know without declaring them."""

__all__ = ["BASE", "PREFIXES", "local_name", "term"]

BASE = "https://w3id.org/kg-affairs/"

PREFIXES: dict[str, str] = {
    "kg": f"{BASE}ns#",
    "rel": f"{BASE}relation/",
    "issue": f"{BASE}issue/",
    "actor": f"{BASE}actor/",
    "role": f"{BASE}role/",
    "tenure": f"{BASE}tenure/",
    "event": f"{BASE}event/",
    "membership": f"{BASE}membership/",
    "cue": f"{BASE}cue/",
    "words": f"{BASE}words/",
    "print": f"{BASE}print/",
    "likelihood": f"{BASE}likelihood/",
    "doc": f"{BASE}document/",
    "claim": f"{BASE}claim/",
    "quote": f"{BASE}quote/",
    "attr": f"{BASE}attribution/",
    "merge": f"{BASE}merge/",
    "run": f"{BASE}run/",
    "decision": f"{BASE}decision/",
    "analysis": f"{BASE}analysis/",
    "plover": f"{BASE}plover/",
    "cameo": f"{BASE}cameo/",
    "wd": "http://www.wikidata.org/entity/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "time": "http://www.w3.org/2006/time#",
    "sh": "http://www.w3.org/ns/shacl#",
    "oa": "http://www.w3.org/ns/oa#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "vann": "http://purl.org/vocab/vann/",
}


def term(name: str) -> str:
    """The IRI of a prefixed name.

    Args:
        name: A prefix of `PREFIXES`, a colon and a local name.

    Returns:
        The whole IRI.

    Raises:
        KeyError: The prefix is not known.

    >>> term("rel:sanctions")
    'https://w3id.org/kg-affairs/relation/sanctions'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def local_name(iri: str) -> str:
    """What stands after the last `/` or `#` of an IRI.

    >>> local_name("https://w3id.org/kg-affairs/relation/sanctions")
    'sanctions'
    """
    return iri.replace("#", "/").rsplit("/", 1)[-1]
