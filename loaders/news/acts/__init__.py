"""Who proposes, demands, promises, agrees to or rejects what, and to whom.

Uses voices, values and the cast.
"""
