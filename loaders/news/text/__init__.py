"""Where does what stand in the text: segments, turns of a transcript, borders of sentences, stretches, spellings.

Uses the lexicons.
"""
