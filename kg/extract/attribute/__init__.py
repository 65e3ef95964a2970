"""Readings -> attributions: who says what, and what others are said to ask, blame, praise, want or hold.

`words` are the words that introduce it, `reports` finds what is said, `stances` what is held to be good or bad, `held` what is
asked of others or alleged, `quotes` keeps quotations together, `voice` goes on with a speaker, `trailing` mends a parse, and
`parts` reads who and what.
"""

from kg.extract.attribute.held import held
from kg.extract.attribute.quotes import quotations
from kg.extract.attribute.reports import attributions
from kg.extract.attribute.stances import stances
from kg.extract.attribute.trailing import trailing_source
from kg.extract.attribute.voice import continuations
from kg.extract.attribute.words import ReportingWords, reporting_words

__all__ = ["ReportingWords", "attributions", "continuations", "held", "quotations", "reporting_words", "stances", "trailing_source"]
