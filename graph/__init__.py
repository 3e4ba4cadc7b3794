"""Records in, knowledge out: what a loader may say, the one door to what is known, and the rooms behind it.

:mod:`.records`, :mod:`.identifiers` and :mod:`.errors` are for everybody; :mod:`.knowledge` opens the graph. Behind it
stand engine, writing and identity, and on it reading and explorer: a room uses those before it, never one behind it.
"""
