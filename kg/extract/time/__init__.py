"""Sentence -> periods, by the words, events and terms of office of the ontology."""

from kg.extract.time.reader import TimeReader

__all__ = ["TimeReader"]
