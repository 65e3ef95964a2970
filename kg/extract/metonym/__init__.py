"""Name in its sentence -> what it stands for there: an actor, a place or a population.

`sense` decides, `population` knows where a people is meant, and `words` holds the words that decide.
"""
