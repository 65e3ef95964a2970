"""Sentences with mentions -> what pronouns, and phrases such as "the two countries", stand for.

`discourse` keeps what was named, `pronoun` and `definite` hold the rules for the two sorts of words, `speaker` says whose words
a quotation has, `office` who is or was what, `gender` whom "he" and "she" may mean, and `tracker` goes through the text.
"""
