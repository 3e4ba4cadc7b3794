"""Which nodes are one and the same, and the canonical graph that follows from it.

Uses the engine, and what writing has written.
"""
