"""Who holds, held or is to hold which post, and whose post it is.

Uses names and the cast.
"""
