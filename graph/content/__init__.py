"""What the graph says, in words: sentences with the words that carry them, names, notes, statuses. Uses reading."""
