"""What the graph says, for tables, networks and checks: lookups, portraits of nodes, the way from a fact to its words.

Uses the knowledge through its questions alone.
"""
