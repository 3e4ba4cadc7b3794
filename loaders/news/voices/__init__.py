"""Which words are said: quotations, speech, transcripts, and the words that stand for the speaker.

Uses the text and the grammar; who the speaker is is for the cast.
"""
