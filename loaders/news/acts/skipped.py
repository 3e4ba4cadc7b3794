"""Why an article has no acts, or not those that one might look for: the finds that are none, counted in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

NOTHING_FOUND: Final = "nothing is proposed, demanded or promised in it"
ONE_SIDE: Final = "only one side is named"
NO_SIDE: Final = "no side is named"
REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "told not to be so": ("told not to be so", "told not to be so"),
    "not told to be so": ("not told to be so", "not told to be so"),
    "only possible": ("only possible", "only possible"),
    "foreseen by somebody else": ("foreseen by somebody else", "foreseen by somebody else"),
    "foreseen by the article": ("foreseen by the article alone", "foreseen by the article alone"),
    "general": ("habit", "habits"),
    "background": ("of long ago", "of long ago"),
    "question": ("question", "questions"),
    "hypothesis": ("only supposed", "only supposed"),
    "counterfactual": ("that has not come about", "that have not come about"),
    "wish": ("wish or plan", "wishes or plans"),
    "prescribed": ("that ought to be", "that ought to be"),
    "imperative": ("command", "commands"),
    "mention": ("quoted, by nobody who is named", "quoted, by nobody who is named"),
    "unserious": ("not meant in earnest", "not meant in earnest"),
    "unsaid": ("that nobody has said", "that nobody has said"),
    "withdrawn": ("taken back in a correction", "taken back in a correction"),
    "rumour": ("rumour", "rumours"),
    "ability": ("that somebody only can do", "that somebody only can do"),
    "a domestic matter": ("on a domestic matter", "on domestic matters"),
    "cut words": ("of cut words", "of cut words"),
    "nothing told before": ("on what is not told", "on what is not told"),
    "no other side": ("towards no other side", "towards no other side"),
    "one side or several": ("by one side or several, which is not told", "by one side or several, which is not told"),
    "no talks are told": ("of force where no talks are told", "of force where no talks are told"),
    "said by somebody who is not found": ("said by somebody who is not found", "said by somebody who is not found"),
    "told by the headline alone": ("told by the headline alone", "told by the headline alone"),
    "told in an account that is nobody's": ("told in an account of nobody's", "told in an account of nobody's"),
    "doubted right after": ("doubted right after", "doubted right after"),
    "too few words": ("of too few words", "of too few words"),
    "nobody who negotiates": ("by nobody who negotiates", "by nobody who negotiates"),
}
"""What is said of one find, and of several, for each reason that an act is none."""


def skipped_in_words(reasons: Iterable[str]) -> tuple[str, ...]:
    """How many finds are no acts for which reason, the most frequent first.

    >>> skipped_in_words(["question", "told not to be so", "question"])
    ('2 questions', '1 told not to be so')
    """
    counted = sorted(Counter(reasons).items(), key=lambda found: (-found[1], found[0]))
    return tuple(f"{number} {REASONS.get(reason, (reason, reason))[number > 1]}" for reason, number in counted)
