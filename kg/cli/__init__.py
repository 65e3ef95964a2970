"""Words on the command line -> calls of the library: a verb parses words, calls one function and prints.

Answers go to standard output, everything else to standard error. Exit status 0 is yes, 1 no (invalid, not found), 2 an error.
What a verb needs is imported when it runs, so that `kg --help` is quick.
"""

from kg.cli.verbs import app, main

__all__ = ["app", "main"]
