"""Parsed sentences -> mentions: who and what is named where.

`gazetteer` finds the names of the ontology, `homonym` says where a name means something else, `unknown` reads the names that
only the text knows, `role` those who are named by what they are, `described` those whom only a common noun tells, `bearer` says
who is introduced with a role, `tenure` who held which office, and `mentions` puts it together.
"""
