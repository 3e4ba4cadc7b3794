"""What happened when, by all sources together: timelines, positions, comparisons, dossiers, and who sat with whom.

Reads the canonical graph and the tellings of single sources, never writes; uses what the page reads.
"""
