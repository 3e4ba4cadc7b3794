"""Which words mean what: the word lists of all the rooms, in YAML, and the strict reader of them.

Uses nothing else of this reader.
"""
