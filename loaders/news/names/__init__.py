"""Which words are names and titles: states, organisations, outlets, persons, posts.

Uses the lexicons, the text and the grammar; what a name stands for in the article is for the cast.
"""
