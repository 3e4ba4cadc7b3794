"""How many, how long, when: numbers, amounts, durations and dates as the text prints them.

Uses the lexicons.
"""
