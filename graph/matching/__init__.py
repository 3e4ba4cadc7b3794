"""Which nodes of several sources tell of one and the same thing: plain data in, matches with reasons out.

Knows no store. A matcher sees all tellings of one block (a surname, two parties, who proposes) and nothing else, so
what it finds depends neither on the order of the sources nor on the rest of the store.
"""
