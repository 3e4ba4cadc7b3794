"""Who is in the article, and whom a word means: names, descriptions, pronouns, speakers.

Uses names and voices.
"""
