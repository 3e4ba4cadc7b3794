"""How far a clause holds, and whose word it is: one walk over the parse, by one lexicon, and doubt lowers.

Uses voices and the cast; posts, acts and events ask it.
"""
