"""What is the grammar of a sentence: the parse of a language model as plain objects, and small questions to it.

Uses the lexicons and the text.
"""
