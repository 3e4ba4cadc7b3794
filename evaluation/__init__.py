"""How well articles are read: what was found in them against what a careful reader found."""
