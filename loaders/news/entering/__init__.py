"""Which records come of what was found, each with the statements that carry it.

Uses all the rooms; nothing is found here.
"""
