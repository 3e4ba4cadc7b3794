"""Which records an article gives: its plain text in, facts with their words out, by the rules of the rooms below.

:mod:`.extract` goes through them in this order: lexicons, text, values, language, names, voices, cast, posts, acts,
events, entering. A room uses those before it, never one behind it.
"""
