"""Files -> documents: finding, decoding, cleaning, and reading what is known of their origin."""

from kg.read.load import documents
from kg.read.words import PrintWords

__all__ = ["PrintWords", "documents"]
