"""Rounds, meetings, calls; who took part in them, in which delegation; documents on the table.

Uses values, the cast, posts and standing.
"""
